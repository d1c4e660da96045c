/** How long one slice of work may take; with the last piece on top it stays under a frame. */
const budget = 6;

/** A piece of work and whether somebody is waiting for it. */
type Job = () => void | Promise<void>;

/**
 * Does pieces of work one after another without holding the page up: nothing before the next paint, then what is urgent
 * in tasks of its own, the rest while the page is idle. The order of the rest is the order in which it came.
 */
export class Slices {
  readonly #urgent: Job[] = [];
  readonly #rest: Job[] = [];
  #begun?: Promise<void>;
  #running = false;
  #stopped = false;

  urgent(job: Job): void {
    this.#urgent.push(job);
    void this.#run();
  }

  later(job: Job): void {
    this.#rest.push(job);
    void this.#run();
  }

  /** Forgets what is left, for good. */
  stop(): void {
    this.#stopped = true;
    this.#urgent.length = 0;
    this.#rest.length = 0;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    await (this.#begun ??= afterPaint());
    while (!this.#stopped && this.#urgent.length + this.#rest.length > 0) {
      await (this.#urgent.length > 0 ? nextTask() : idle());
      await this.#slice();
    }
    this.#running = false;
  }

  async #slice(): Promise<void> {
    const end = performance.now() + budget;
    do {
      const job = this.#urgent.shift() ?? this.#rest.shift();
      if (!job || this.#stopped) return;
      await job();
    } while (performance.now() < end);
  }
}

/** A page in the background is not painted: nobody waits there, but the work goes on. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 100);
    requestAnimationFrame(() => {
      clearTimeout(late);
      void nextTask().then(resolve);
    });
  });
}

/** A task of its own, so that input and painting come in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Safari has no idle callback; a short pause serves there. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 16);
  });
}
