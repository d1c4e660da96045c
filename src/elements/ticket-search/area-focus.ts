import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { innermostFocus } from '../../base/dialog.js';

/**
 * Leads the keyboard into the area when it opens and back to where it was when it closes. An area that was open from
 * the beginning takes no focus from the page.
 */
export class AreaFocus implements ReactiveController {
  #wasOpen?: boolean;
  #opener: HTMLElement | null = null;
  #next: 'in' | 'back' | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly first: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** The area is open or closed from now on; undefined where nobody knows. */
  follow(isOpen: boolean | undefined): void {
    const before = this.#wasOpen;
    this.#wasOpen = isOpen;
    if (isOpen === undefined || before === undefined || isOpen === before) return;
    if (isOpen) {
      this.#opener = innermostFocus();
      this.#next = 'in';
    } else this.#next = this.host.shadowRoot?.activeElement ? 'back' : null;
  }

  hostUpdated(): void {
    if (this.#next === 'in') {
      const first = this.first();
      if (!first) return;
      // Its texts may have come late; an agent who went on in the meantime is left alone.
      if (innermostFocus() === this.#opener || !innermostFocus()?.isConnected) first.focus();
    } else if (this.#next === 'back' && this.#opener?.isConnected) this.#opener.focus();
    this.#next = null;
  }

  hostDisconnected(): void {
    this.#wasOpen = undefined;
    this.#next = this.#opener = null;
  }
}
