/** Time between two words on the same matter, in milliseconds. */
const rest = 30_000;

/**
 * What a screen reader hears of changes that wait: that they are there, and how many there are by now at most twice a
 * minute. A busy service would have it count aloud otherwise.
 */
export class WaitingVoice {
  #said = '';
  #at = 0;

  /** What is to be heard of so many changes. */
  say(count: number, words: (count: number) => string): string {
    const now = performance.now();
    if (count === 0) this.#said = '';
    else if (!this.#said || now - this.#at >= rest) {
      this.#said = words(count);
      this.#at = now;
    }
    return this.#said;
  }
}
