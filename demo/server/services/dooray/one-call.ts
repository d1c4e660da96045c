import { DoorayFailure } from './failure.js';

/** Milliseconds after which a call without an outcome comes to nothing: until then it may still be at work there. */
const over = 180_000;

/** It goes on another time: as somebody else left it, or when more is known. */
const later = () => new DoorayFailure('unreachable', { again: true });

/**
 * The call that makes something at Dooray!, where nothing may be made twice. Since when nobody knows what became of it is
 * written down before it leaves, so that after a crash in between somebody looks whether it is there. `set` writes that
 * down, unless somebody else was faster.
 */
export class OneCall {
  readonly #now: () => number;
  readonly #set: (before: number | null, since: number | null) => Promise<boolean>;
  #since: number | null;

  constructor(
    now: () => number,
    since: number | null,
    set: (before: number | null, since: number | null) => Promise<boolean>,
  ) {
    this.#now = now;
    this.#since = since;
    this.#set = set;
  }

  /** One left of which nobody knows what became of it. */
  get isOpen(): boolean {
    return this.#since !== null;
  }

  /** What was looked for and is not there can still come, for a while. Rejects as long. */
  requireOver(): void {
    if (this.#since !== null && this.#now() - this.#since < over) throw later();
  }

  /** Lets the call leave, unless another one left since it was looked. */
  async leave<T>(call: () => Promise<T>): Promise<T> {
    const since = this.#now();
    if (!(await this.#set(this.#since, since))) throw later();
    this.#since = since;
    try {
      return await call();
    } catch (error) {
      if (error instanceof DoorayFailure && !error.uncertain && (await this.#set(since, null))) this.#since = null;
      throw error;
    }
  }
}
