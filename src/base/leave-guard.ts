import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets the browser ask before the page goes, as long as something would be lost with it. */
export class LeaveGuard implements ReactiveController {
  #isOn = false;
  #isHere = false;

  constructor(
    host: ReactiveControllerHost,
    /** Asked after each update of the host. */
    private readonly isNeeded: () => boolean,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#isHere = true;
  }

  /** An update may still come after the host has left the page. */
  hostUpdated(): void {
    this.#set(this.#isHere && this.isNeeded());
  }

  hostDisconnected(): void {
    this.#isHere = false;
    this.#set(false);
  }

  #set(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (isOn) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: Event): void => event.preventDefault();
}
