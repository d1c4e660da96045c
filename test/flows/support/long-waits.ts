const own = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

/** What a page waits for longer than this is over when a test says so. */
const long = 20_000;

/** The long waits of a page, such as for the next word of a silent stream. Everything shorter takes its time. */
export class LongWaits {
  readonly #waits = new Map<number, { readonly run: () => void; readonly wait: number }>();
  #last = 1e12;

  constructor() {
    this.#put(
      (handler: (...rest: unknown[]) => void, wait = 0, ...rest: unknown[]) => {
        const run = (): void => handler(...rest);
        if (wait < long) return own.setTimeout.call(globalThis, run, wait);
        this.#waits.set(++this.#last, { run, wait });
        return this.#last;
      },
      (id?: number) => {
        if (!this.#waits.delete(Number(id))) own.clearTimeout.call(globalThis, id);
      },
    );
  }

  /** So many milliseconds are over for all that began to wait. */
  pass(milliseconds: number): void {
    const due = [...this.#waits].filter(([, { wait }]) => wait <= milliseconds);
    for (const [id, { run }] of due) if (this.#waits.delete(id)) run();
  }

  restore(): void {
    this.#put(own.setTimeout, own.clearTimeout);
    this.#waits.clear();
  }

  #put(setTimeout: unknown, clearTimeout: unknown): void {
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }
}
