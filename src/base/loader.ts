import type { ReactiveController } from 'lit';
import { AgentGuard } from './agent-guard.js';
import type { DeskError } from './desk-error.js';
import type { Load } from './hub-context.js';
import type { HubHost } from './hub-link.js';

/**
 * Something that an element asks the hub for by itself. One call at a time; nothing of it stays when the element leaves its
 * place in the page, or when another agent takes over.
 */
export class Loader<T> implements ReactiveController {
  #load: Load<T> = { status: 'idle' };
  #stop?: AbortController;

  constructor(private readonly host: HubHost) {
    host.addController(this);
    new AgentGuard(host, () => this.clear());
  }

  get load(): Load<T> {
    return this.#load;
  }

  /** What is known, also while it is asked for again. */
  get value(): T | undefined {
    return this.#load.status === 'idle' ? undefined : this.#load.value;
  }

  get error(): DeskError | undefined {
    return this.#load.status === 'failed' ? this.#load.error : undefined;
  }

  get isLoading(): boolean {
    return this.#load.status === 'loading';
  }

  /** Asks, in the place of what was asked before. Settles when the answer is there, good or bad. */
  async start(call: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    this.#set({ status: 'loading', value: this.value });
    try {
      const value = await call(stop.signal);
      if (stop !== this.#stop) return undefined;
      this.#set({ status: 'ready', value });
      return value;
    } catch (error) {
      if (stop === this.#stop) this.#set({ status: 'failed', error: error as DeskError, value: this.value });
      return undefined;
    }
  }

  /** Something of it is known by other means, and nobody has to ask. */
  put(value: T): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#set({ status: 'ready', value });
  }

  clear(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#set({ status: 'idle' });
  }

  hostDisconnected(): void {
    this.clear();
  }

  #set(load: Load<T>): void {
    this.#load = load;
    this.host.requestUpdate();
  }
}
