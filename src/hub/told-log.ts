import { mostMissed, type Told } from './stream-message.js';

/** How long a page remembers what it was told, in milliseconds. */
const memory = 60_000;

/** What was told last, for a page that begins to listen. */
export class ToldLog {
  readonly #told: { readonly at: number; readonly news: Told }[] = [];

  add(news: Told): void {
    const now = performance.now();
    this.#told.push({ at: now, news });
    while (this.#told[0] && now - this.#told[0].at > memory) this.#told.shift();
  }

  /** What was told within the last milliseconds; null where that is longer than this page knows. */
  since(within: number, knowsSince: number): readonly Told[] | null {
    const now = performance.now();
    const start = now - within;
    if (start < Math.max(knowsSince, now - memory)) return null;
    const told = this.#told.filter(({ at }) => at >= start).map(({ news }) => news);
    return told.length <= mostMissed ? told : null;
  }
}
