/** Smaller differences are the way of the answer and the whole seconds of the header. */
export const noticeable = 2_000;

/**
 * The other server's time. A signature counts for five minutes by that clock, so a host whose own clock is wrong would be
 * refused for ever; what answers say in their header `Date` puts it right.
 */
export class RemoteClock {
  #offset = 0;

  constructor(private readonly here: () => number) {}

  /** Epoch milliseconds, as far as is known. */
  now(): number {
    return this.here() + this.#offset;
  }

  /** Learns from an answer. Returns by how many milliseconds the clock was put forward or back. */
  learn(response: Response): number {
    const there = Date.parse(response.headers.get('Date') ?? '');
    if (Number.isNaN(there)) return 0;
    const by = there - this.now();
    if (Math.abs(by) < noticeable) return 0;
    this.#offset += by;
    return Math.abs(by);
  }
}
