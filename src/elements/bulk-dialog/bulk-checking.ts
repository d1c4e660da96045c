import type { LitElement } from 'lit';
import type { DeskError } from '../../base/desk-error.js';
import type { Hub, Load } from '../../base/hub-context.js';
import { known } from '../../base/known.js';
import type { BulkCheck, BulkIntent, BulkTarget } from '../../domain/bulk.js';
import { checkKey } from './bulk-form.js';

/** How long choices may follow each other before the server is asked. */
const pause = 200;

/** Keeps the answer to "what would this do?" up with what is chosen; an answer to a former choice is never shown as new. */
export class BulkChecking {
  #key?: string;
  #load: Load<BulkCheck> = { status: 'idle' };
  #timer?: ReturnType<typeof setTimeout>;
  #abort?: AbortController;

  constructor(private readonly host: LitElement) {}

  /** The answer to the present choice; while it is on its way, the last one. */
  get load(): Load<BulkCheck> {
    return this.#load;
  }

  /** The answer, once it is the one to the present choice. */
  get value(): BulkCheck | undefined {
    return this.#load.status === 'ready' ? this.#load.value : undefined;
  }

  /** Says what is chosen now; null for nothing that could be checked. */
  want(hub: Hub, target: BulkTarget | null, intent: BulkIntent | null): void {
    const key = target && intent ? checkKey(target, intent) : undefined;
    if (key === this.#key) return;
    this.#cancel();
    this.#key = key;
    this.#load = key === undefined ? { status: 'idle' } : { status: 'loading', value: known(this.#load) };
    if (target && intent) this.#timer = setTimeout(() => void this.#ask(hub, target, intent), pause);
  }

  /** The server told by itself what the present choice would do now. */
  take(value: BulkCheck): void {
    this.#load = { status: 'ready', value: { ...value, absent: known(this.#load)?.absent ?? [] } };
  }

  /** Asks again with the next `want`. */
  retry(): void {
    this.#key = undefined;
    this.host.requestUpdate();
  }

  /** Nothing is wanted any more, and nothing that was answered counts. */
  stop(): void {
    this.#cancel();
    this.#key = undefined;
    this.#load = { status: 'idle' };
  }

  #cancel(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  async #ask(hub: Hub, target: BulkTarget, intent: BulkIntent): Promise<void> {
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    try {
      const value = await hub.bulk.check(target, intent, signal);
      if (signal.aborted) return;
      this.#load = { status: 'ready', value };
    } catch (error) {
      if (signal.aborted) return;
      this.#load = { status: 'failed', error: error as DeskError };
    }
    this.host.requestUpdate();
  }
}
