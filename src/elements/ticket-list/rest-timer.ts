/** After this long without a movement the list is at rest. */
const restAfter = 200;

/** Tells when nothing has moved for a while; one timer for many movements. */
export class RestTimer {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #movedAt = 0;

  constructor(private readonly onRest: () => void) {}

  moved(): void {
    this.#movedAt = performance.now();
    this.#timer ??= setTimeout(this.#look, restAfter);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    const left = this.#movedAt + restAfter - performance.now();
    if (left > 1) this.#timer = setTimeout(this.#look, left);
    else this.onRest();
  };
}
