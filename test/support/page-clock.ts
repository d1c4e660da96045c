const own = {
  setTimeout: globalThis.setTimeout.bind(globalThis),
  now: Date.now.bind(Date),
};

interface Timer {
  readonly run: () => void;
  readonly every?: number;
  at: number;
}

const patience = 20_000;
/** So much passes while something is waited for, at each look after it. */
const step = 10;

/** The time of a page that moves only as a test tells it. What takes no time, such as an answer, comes as ever. */
export class PageClock {
  readonly #timers = new Map<number, Timer>();
  readonly #restore: () => void;
  #now = 1_000;
  #count = 0;

  constructor() {
    const start = own.now();
    const plan =
      (every: boolean) =>
      (run: () => void, wait?: number, ...rest: unknown[]) => {
        const pause = Math.max(0, Number(wait) || 0);
        const timer: Timer = { run: () => (run as (...rest: unknown[]) => void)(...rest), at: this.#now + pause };
        this.#timers.set(++this.#count, every ? { ...timer, every: Math.max(1, pause) } : timer);
        return this.#count;
      };
    const forget = (id?: number) => void this.#timers.delete(Number(id));
    const pretended: readonly (readonly [object, string, unknown])[] = [
      [globalThis, 'setTimeout', plan(false)],
      [globalThis, 'setInterval', plan(true)],
      [globalThis, 'clearTimeout', forget],
      [globalThis, 'clearInterval', forget],
      [performance, 'now', () => this.#now],
      [Date, 'now', () => start + this.#now],
    ];
    const before = pretended.map(([of, name]) => [of, name, Object.getOwnPropertyDescriptor(of, name)] as const);
    for (const [of, name, value] of pretended)
      Object.defineProperty(of, name, { value, configurable: true, writable: true });
    this.#restore = () => {
      for (const [of, name, descriptor] of before) {
        if (descriptor) Object.defineProperty(of, name, descriptor);
        else Reflect.deleteProperty(of, name);
      }
    };
  }

  /** Lets so many milliseconds pass. What is due happens in its order, and what comes of it before the next. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await turn();
    for (;;) {
      const [id, due] = [...this.#timers].reduce<readonly [number, Timer | undefined]>(
        (first, [key, timer]) => (timer.at <= end && !(first[1] && first[1].at <= timer.at) ? [key, timer] : first),
        [0, undefined],
      );
      if (!due) break;
      this.#now = Math.max(this.#now, due.at);
      if (due.every === undefined) this.#timers.delete(id);
      else due.at += due.every;
      due.run();
      await turn();
    }
    this.#now = end;
  }

  /** Waits until something holds, while time passes. */
  async until(holds: () => boolean, what: string | (() => string)): Promise<void> {
    const end = own.now() + patience;
    while (!holds()) {
      if (own.now() > end) throw new Error(`${typeof what === 'string' ? what : what()} did not come`);
      await this.pass(step);
    }
  }

  /** The page has its own time again. */
  restore(): void {
    this.#timers.clear();
    this.#restore();
  }
}

/** Answers of a scripted server come within a few turns of the page. */
async function turn(): Promise<void> {
  for (let times = 0; times < 3; times += 1) await new Promise((done) => own.setTimeout(done));
}
