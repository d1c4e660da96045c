import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What shall be asked, by all of them at once. */
export interface Ask {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly askers: number;
  readonly milliseconds: number;
  /** Between an answer and the next question of the same asker, in milliseconds. */
  readonly pause?: number;
}

/** What came of it. */
export interface Asked {
  readonly answers: number;
  /** Length of an answer. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** What each of the answers took, in milliseconds. */
  readonly waits: readonly number[];
}

/** Those who ask, in a process of their own. */
export class Askers {
  readonly #process: ChildProcess = fork(fileURLToPath(new URL('./askers.ts', import.meta.url)));

  async ask(ask: Ask): Promise<Asked> {
    this.#process.send(ask);
    const [asked] = (await once(this.#process, 'message')) as [Asked | { readonly failure: string }];
    if ('failure' in asked) throw new Error(asked.failure);
    return asked;
  }

  close(): void {
    this.#process.kill();
  }
}
