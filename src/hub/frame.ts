/**
 * Gathers until the next frame. A page in the background has no frames; there a timer does.
 */
export class FrameBatch<T> {
  #items: T[] = [];
  #isSet = false;

  constructor(private readonly work: (items: readonly T[]) => void) {}

  add(item: T): void {
    this.#items.push(item);
    if (this.#isSet) return;
    this.#isSet = true;
    if (document.hidden) setTimeout(this.#run, 250);
    else requestAnimationFrame(this.#run);
  }

  readonly #run = (): void => {
    this.#isSet = false;
    const items = this.#items;
    this.#items = [];
    this.work(items);
  };
}
