import type { ListFeed } from './list-feed.js';
import type { RowPool } from './row-pool.js';

/** Says to the hub which rows are in sight, and when they are to stay where they are. */
export class WindowTalk {
  /** The pointer is over the rows. */
  isPointed = false;
  /** Something of the list is open, or dragged. */
  isBusy = false;
  #isHeld = false;
  #wanted = '';

  constructor(private readonly feed: ListFeed) {}

  want(pool: RowPool): void {
    const wanted = `${pool.first} ${pool.last}`;
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.feed.window?.want(pool.first, pool.last);
  }

  /** Nothing moves under the pointer or the focus, nor for who has scrolled away from the newest. */
  hold(pool: RowPool | undefined): void {
    const isHeld = this.isPointed || this.isBusy || pool?.focused !== undefined || (pool?.top ?? 0) > 0;
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.feed.window?.hold(isHeld);
  }

  /** The list is another, or as long as another. */
  forget(): void {
    this.#wanted = '';
  }

  /** The hub is gone, and what was said to it. */
  reset(): void {
    this.isPointed = this.isBusy = this.#isHeld = false;
    this.#wanted = '';
  }
}
