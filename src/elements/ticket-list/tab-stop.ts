import type { RowPool } from './row-pool.js';

/** The one row, or part of a row, that can be reached by the Tab key. */
export class TabStop {
  #element: HTMLElement | undefined;

  set(element: HTMLElement): void {
    if (element === this.#element) return;
    if (this.#element) this.#element.tabIndex = -1;
    this.#element = element;
    element.tabIndex = 0;
  }

  /** Goes to the first row when its own is no more. */
  keep(pool: RowPool): void {
    if (this.#element?.isConnected && !this.#element.closest('[hidden]')) return;
    const slot = pool.slotAt(pool.first);
    if (slot) this.set(slot.element);
  }

  /** The rows are others. */
  clear(): void {
    this.#element = undefined;
  }
}
