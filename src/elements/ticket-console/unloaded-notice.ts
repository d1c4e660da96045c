import type { ReactiveControllerHost } from 'lit';
import { LoadFailure } from '../../base/late-part.js';

/** How long it is said, in milliseconds. */
const saidFor = 10_000;

/** Says for a while that something in the console could not be opened. */
export class UnloadedNotice {
  #isSaid = false;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    private readonly words: () => string,
  ) {
    const say = (on: boolean): void => {
      this.#isSaid = on;
      host.requestUpdate();
    };
    host.addEventListener(LoadFailure.type, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => say(false), saidFor);
      say(true);
    });
  }

  /** What is to be said now, if anything. */
  get said(): string | null {
    return this.#isSaid ? this.words() : null;
  }
}
