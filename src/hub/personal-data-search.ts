import type { Finding } from '../domain/masks.js';
import type { MaskPattern } from '../domain/types.js';
import type { Answer, Question } from './personal-data-worker.js';

interface Waiting {
  readonly text: string;
  readonly patterns: readonly MaskPattern[];
  readonly signal: AbortSignal;
  resolve(findings: readonly Finding[]): void;
  reject(reason: unknown): void;
}

interface ScriptPolicy {
  createScriptURL(url: string): unknown;
}

/** The part of Trusted Types that is used here; the language's own types do not know them. */
type WithTrustedTypes = typeof globalThis & {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
  };
};

let policy: ScriptPolicy | undefined;

/** Starts the worker that lies beside this file. Throws where the page, or the place of the file, does not allow it. */
function startWorker(): Worker {
  const file = './personal-data-worker.js';
  const address = new URL(file, import.meta.url).href;
  policy ??= (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('deskparts', {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError('Only the worker beside this file is a script of ours.');
      return url;
    },
  });
  return new Worker((policy?.createScriptURL(address) ?? address) as string, { type: 'module' });
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * Looks for personal data in texts, in a worker; where none can be started, piece by piece in the page. Nothing that is
 * looked through leaves the page. The worker is started by the first text and ends with its owner.
 */
export class PersonalDataSearch {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null | undefined;
  #last = 0;

  constructor(
    owner: AbortSignal,
    private readonly start: () => Worker = startWorker,
  ) {
    owner.addEventListener('abort', () => this.#end(owner.reason));
    if (owner.aborted) this.#worker = null;
  }

  find(text: string, patterns: readonly MaskPattern[], signal: AbortSignal): Promise<readonly Finding[]> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const id = ++this.#last;
      const forget = (): void => {
        if (this.#waiting.delete(id)) this.#tell({ id, isOver: true });
        reject(signal.reason as Error);
      };
      const settle = (findings: readonly Finding[]): void => {
        signal.removeEventListener('abort', forget);
        resolve(findings);
      };
      signal.addEventListener('abort', forget, { once: true });
      const waiting = { text, patterns, signal, resolve: settle, reject };
      this.#waiting.set(id, waiting);
      if (!this.#tell({ id, text, patterns })) void this.#look(id, waiting);
    });
  }

  /** Whether there is a worker that hears it. */
  #tell(question: Question): boolean {
    if (this.#worker === undefined) this.#worker = this.#begin();
    this.#worker?.postMessage(question);
    return this.#worker !== null;
  }

  #begin(): Worker | null {
    try {
      const worker = this.start();
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        const waiting = this.#waiting.get(data.id);
        if (!waiting) return;
        // Here it goes well, or it is known why it does not.
        if (!data.findings) return void this.#look(data.id, waiting);
        this.#waiting.delete(data.id);
        waiting.resolve(data.findings);
      });
      // Its file is not where it should be, or may not be loaded from there.
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        this.#giveUp();
      });
      return worker;
    } catch {
      return null;
    }
  }

  #giveUp(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const [id, waiting] of this.#waiting) void this.#look(id, waiting);
  }

  /** Looks through a text in the page, which has its turn between the pieces. */
  async #look(id: number, { text, patterns, signal, resolve, reject }: Waiting): Promise<void> {
    try {
      const { search } = await import('../domain/personal-data.js');
      const course = search(text, { patterns });
      for (let step = course.next(); !signal.aborted && this.#waiting.has(id); step = course.next()) {
        if (step.done) {
          this.#waiting.delete(id);
          resolve(step.value);
          return;
        }
        await turn();
      }
    } catch (error) {
      this.#waiting.delete(id);
      reject(error);
    }
  }

  #end(reason: unknown): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
