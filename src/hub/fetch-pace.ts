import type { Fetch } from './page-plan.js';

/** While the thumb moves: how often a far place is fetched, and how long it must rest otherwise, in milliseconds. */
const dragInterval = 220;
const restTime = 70;
/** How often the top of the list follows what happens, in milliseconds. */
const followInterval = 300;
/** Milliseconds before another try after a failure. */
const failurePause = 5_000;

/** When a request is due. A thumb that is dragged passes many places; rows are fetched where it rests, and now and then on the way. */
export class FetchPace {
  #movedAt = -Infinity;
  #jumpedAt = -Infinity;
  #followedAt = -Infinity;
  /** After a failure: no request before this time. */
  #restUntil = 0;

  /** Something else came in sight. */
  moved(): void {
    this.#movedAt = performance.now();
  }

  started({ kind }: Fetch): void {
    if (kind === 'jump') this.#jumpedAt = performance.now();
    if (kind === 'top') this.#followedAt = performance.now();
  }

  failed(pause = failurePause): void {
    this.#restUntil = performance.now() + pause;
  }

  /** What failed counts no more: something else is wanted. */
  forget(): void {
    this.#restUntil = 0;
  }

  /** Milliseconds until a request may start. */
  pause(due: Fetch, isFirst: boolean): number {
    return Math.max(this.#pause(due, isFirst), this.#restUntil - performance.now());
  }

  #pause({ kind }: Fetch, isFirst: boolean): number {
    const now = performance.now();
    if (kind === 'top') return isFirst ? 0 : this.#followedAt + followInterval - now;
    const sinceJump = now - this.#jumpedAt;
    if (kind !== 'jump' || sinceJump > dragInterval) return 0;
    return Math.max(1, Math.min(dragInterval - sinceJump, restTime - (now - this.#movedAt)));
  }
}
