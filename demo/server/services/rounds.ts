/** How long `stop` waits for what is under way. */
const farewell = 10_000;

/** Work that is looked for every second and whenever somebody says that there is some, one round after the other. */
export class Rounds {
  #round: () => Promise<unknown>;
  #onError: ((error: unknown) => void) | undefined;
  #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(round: () => Promise<unknown>, onError?: (error: unknown) => void, pause = 1_000) {
    this.#round = round;
    this.#onError = onError;
    this.#pause = pause;
  }

  /** Looks now, or as soon as the round that runs is over. */
  wake(): void {
    if (this.#running) this.#again = true;
    else this.#soon(0);
  }

  /** Waits for the round that runs, if it comes to an end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const waited = new Promise<void>((done) => (waiting = setTimeout(done, farewell)));
    await Promise.race([this.#running, waited]);
    clearTimeout(waiting);
  }

  #soon(milliseconds: number): void {
    if (this.#stopped || this.#running) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#again = false;
      this.#running = this.#once().finally(() => {
        this.#running = undefined;
        this.#soon(this.#again ? 0 : this.#pause);
      });
    }, milliseconds);
  }

  async #once(): Promise<void> {
    try {
      await this.#round();
    } catch (error) {
      this.#onError?.(error);
    }
  }
}
