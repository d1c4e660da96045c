import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { EventStream, StreamEvent } from '../api/event-stream.js';
import type { Connection } from '../base/hub-context.js';

/** What the stream tells. `live`: the connection is there; `reset`: something may have been missed, read again. */
export type LiveEvent =
  | { readonly topic: 'ticket'; readonly ticketId: string; readonly version: number }
  | { readonly topic: 'board' | 'session' | 'reset' | 'live' };

/** The live stream of a hub; open while anybody listens. */
export class Live {
  readonly #connection = atom<Connection>('idle');
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #overhearing: ((event: LiveEvent) => void)[] = [];
  #stream?: EventStream;
  #hasPlace = false;
  #pause?: ReturnType<typeof setTimeout>;

  constructor(
    private readonly api: Api,
    private readonly timing: { readonly silence?: number; readonly pause?: (attempt: number) => number } = {},
  ) {
    onMount(this.#connection, () => this.on(() => undefined));
  }

  get $connection(): ReadableAtom<Connection> {
    return this.#connection;
  }

  on(listener: (event: LiveEvent) => void): () => void {
    const own = (event: LiveEvent): void => listener(event);
    this.#listeners.add(own);
    clearTimeout(this.#pause);
    this.#stream ??= this.#open();
    return () => {
      this.#listeners.delete(own);
      // The next element may be on its way.
      if (this.#listeners.size === 0) this.#pause = setTimeout(() => this.close(), 100);
    };
  }

  /** Listens without being a reason to connect. */
  overhear(listener: (event: LiveEvent) => void): void {
    this.#overhearing.push(listener);
  }

  /** Connects at once where it waits to connect again. */
  hurry(): void {
    this.#stream?.hurry();
  }

  close(): void {
    this.#stream?.stop();
    this.#stream = undefined;
    this.#hasPlace = false;
    this.#connection.set('idle');
  }

  #open(): EventStream {
    let stream: EventStream | undefined = undefined;
    stream = this.api.live({
      ...this.timing,
      onEvent: (event) => this.#hear(event),
      onState: (state) => {
        if (stream && stream !== this.#stream) return;
        this.#connection.set(state);
        if (state !== 'live') return;
        // Without a place in the stream the server cannot tell what came before.
        this.#tell({ topic: this.#hasPlace ? 'live' : 'reset' });
      },
    });
    return stream;
  }

  #hear({ id, name, data }: StreamEvent): void {
    if (id) this.#hasPlace = true;
    const { ticketId, version } = (data ?? {}) as { ticketId?: unknown; version?: unknown };
    if (name === 'ticket' && typeof ticketId === 'string') {
      this.#tell({ topic: name, ticketId, version: Number(version) || Infinity });
    } else if (name === 'board' || name === 'session' || name === 'reset') {
      this.#tell({ topic: name });
    }
  }

  #tell(event: LiveEvent): void {
    for (const listener of [...this.#overhearing, ...this.#listeners]) listener(event);
  }
}
