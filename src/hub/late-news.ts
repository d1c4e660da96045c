import { once } from '../util/once.js';
import type { RowNews } from './row-news.js';

const failurePause = 3_000;

/** Stands for what follows the changes of a list, until the first change is heard and it is loaded. */
export class LateNews {
  #news?: RowNews;
  #round = 0;
  readonly #load: () => Promise<RowNews>;

  /** `onFailure` hears that something was told to nobody. */
  constructor(
    load: () => Promise<RowNews>,
    private readonly onFailure: () => void,
  ) {
    this.#load = once(load);
  }

  heard(changes: ReadonlyMap<string, number>): void {
    if (changes.size > 0) this.#tell((news) => news.heard(changes));
  }

  own(ticketId: string): void {
    this.#tell((news) => news.own(ticketId));
  }

  settled(): void {
    this.#news?.settled();
  }

  clear(): void {
    this.#round++;
    this.#news?.clear();
  }

  #tell(what: (news: RowNews) => void): void {
    const round = this.#round;
    this.#load().then(
      (news) => {
        this.#news = news;
        if (round === this.#round) what(news);
      },
      () => setTimeout(this.onFailure, failurePause),
    );
  }
}
