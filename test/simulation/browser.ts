/** What hubs need of a browser, for many pages in one process of Node. */

interface Lock {
  readonly run: () => Promise<unknown> | undefined;
  readonly end: (error?: unknown) => void;
}

const stolen = (): Error => Object.assign(new Error('The lock was taken away.'), { name: 'AbortError' });

/** Locks as the browser has them, as far as hubs use them: waiting in turn, by a signal, or by taking one away. */
class Locks {
  readonly #held = new Map<string, Lock>();
  readonly #waiting = new Map<string, Lock[]>();

  request(
    name: string,
    options: { readonly steal?: boolean; readonly signal?: AbortSignal },
    run: () => Promise<unknown> | undefined,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const lock: Lock = { run, end: (error) => (error === undefined ? resolve(undefined) : reject(error as Error)) };
      const queue = this.#waiting.get(name) ?? [];
      this.#waiting.set(name, queue);
      options.signal?.addEventListener('abort', () => {
        const place = queue.indexOf(lock);
        if (place < 0) return;
        queue.splice(place, 1);
        reject(stolen());
      });
      if (options.steal) {
        this.#held.get(name)?.end(stolen());
        this.#held.delete(name);
        queue.unshift(lock);
      } else queue.push(lock);
      this.#next(name);
    });
  }

  #next(name: string): void {
    if (this.#held.has(name)) return;
    const lock = this.#waiting.get(name)?.shift();
    if (!lock) return;
    this.#held.set(name, lock);
    const over = (): void => {
      lock.end();
      if (this.#held.get(name) !== lock) return;
      this.#held.delete(name);
      this.#next(name);
    };
    void Promise.resolve(lock.run()).then(over, over);
  }
}

const frame = 16;

/** Puts it in place, and answers with what takes it away again. */
export function pretendBrowser(): () => void {
  const document = {
    visibilityState: 'visible',
    hidden: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  const pretended: Readonly<Record<string, unknown>> = {
    document,
    navigator: { locks: new Locks() },
    requestAnimationFrame: (draw: (now: number) => void) => setTimeout(() => draw(performance.now()), frame),
  };
  const before = Object.keys(pretended).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(pretended))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    for (const [name, own] of before) {
      if (own) Object.defineProperty(globalThis, name, own);
      else Reflect.deleteProperty(globalThis, name);
    }
  };
}
