import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long nobody types before what it came to is said, in milliseconds. */
const pause = 1_000;

/** What a message is as it stands: which kind it goes as, or what keeps it from going. */
export type Standing = 'sms' | 'mms' | 'tooLong' | 'unsendable';

/**
 * Says aloud what a message has become: once somebody stops typing, and only when it is something else than before. Read at
 * every letter it would talk over what is typed. What was not typed here, such as a text that was kept, is not news.
 */
export class LengthNews implements ReactiveController {
  /** What is to be read aloud. */
  said = '';
  #told: Standing = 'sms';
  #timer?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly standing: () => Standing,
    private readonly words: (before: Standing) => string,
  ) {
    host.addController(this);
  }

  /** The agent has changed the message. */
  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(), pause);
  }

  /** It is another message. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.said = '';
  }

  hostUpdated(): void {
    if (this.#timer === undefined) this.#told = this.standing();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #tell(): void {
    this.#timer = undefined;
    const now = this.standing();
    if (now === this.#told) return;
    this.said = this.words(this.#told);
    this.#told = now;
    this.host.requestUpdate();
  }
}
