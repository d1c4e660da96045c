import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the keyboard where it was when the button that had it goes, for its work is done: with the part that it belonged
 * to, else with another button of that part.
 */
export class FocusKeeper implements ReactiveController {
  #focused: Element | null = null;
  #part: HTMLElement | null = null;

  /** `parts` says which they are. What is left of the nearest one takes the keyboard; the last resort is `.root`. */
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly parts: string,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.host.shadowRoot?.activeElement ?? null;
    this.#part = this.#focused?.closest<HTMLElement>(this.parts) ?? null;
  }

  hostUpdated(): void {
    const root = this.host.shadowRoot;
    if (!root || !this.#focused || this.#focused.isConnected || root.activeElement) return;
    const part = this.#part?.isConnected ? this.#part : root.querySelector<HTMLElement>('.root');
    const next = part?.hasAttribute('tabindex') ? part : part?.querySelector<HTMLElement>('button');
    next?.focus();
  }
}
