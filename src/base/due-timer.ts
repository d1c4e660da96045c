import type { ReactiveController } from 'lit';
import type { PromisedCall } from '../domain/calls.js';
import type { HubHost } from './hub-link.js';
import { StoreReader } from './store-reader.js';

/** Longest wait of a browser's timer. */
const longest = 2 ** 31 - 1;

/** Knows by the server's clock which calls are due, and draws its host anew when the next one is. */
export class DueTimer implements ReactiveController {
  #timer?: ReturnType<typeof setTimeout>;
  readonly #offset: StoreReader<number>;

  constructor(
    private readonly host: HubHost,
    private readonly calls: () => readonly PromisedCall[],
  ) {
    this.#offset = new StoreReader(host, (hub) => hub.session.$clockOffset);
    host.addController(this);
  }

  /** The server's clock. */
  get now(): number {
    return Date.now() + (this.#offset.value ?? 0);
  }

  isDue({ at }: PromisedCall): boolean {
    return at <= this.now;
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const coming = this.calls()
      .map(({ at }) => at - this.now)
      .filter((wait) => wait > 0);
    if (coming.length === 0 || !this.host.isConnected) return;
    this.#timer = setTimeout(() => this.host.requestUpdate(), Math.min(longest, Math.min(...coming) + 10));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
