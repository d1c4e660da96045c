import type { LitElement, ReactiveController } from 'lit';

/** What the way of the keyboard needs of the console. */
export interface TicketFocusHost {
  readonly element: LitElement;
  ticketId(): string | null;
  /** Whether list and ticket have the same place, one after the other. */
  takesTurns(): boolean;
  list(): HTMLElement | undefined;
}

/**
 * Takes the keyboard along when a ticket opens or goes. Where list and ticket take turns, the row or the button that had
 * it is gone; anywhere, a ticket that was deleted takes the button along that deleted it.
 */
export class TicketFocus implements ReactiveController {
  #hadFocus = false;
  #shownId: string | null = null;

  constructor(private readonly host: TicketFocusHost) {
    host.element.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.host.element.matches(':focus-within');
  }

  hostUpdated(): void {
    const id = this.host.ticketId();
    const isAnother = (id === null) !== (this.#shownId === null);
    this.#shownId = id;
    if (!isAnother || !this.#hadFocus) return;
    if (id === null) void this.#leave();
    else if (this.host.takesTurns()) this.host.element.renderRoot.querySelector<HTMLElement>('.back')?.focus();
  }

  async #leave(): Promise<void> {
    const { element, list } = this.host;
    // Elsewhere it stays where it is, unless that was rendered away.
    if (!this.host.takesTurns()) await new Promise((painted) => requestAnimationFrame(painted));
    if (this.host.takesTurns() || !element.matches(':focus-within')) list()?.focus();
  }
}
