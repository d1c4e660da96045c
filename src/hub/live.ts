import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { EventStream, StreamEvent } from '../api/event-stream.js';
import type { Connection } from '../base/hub-context.js';

/** `ticket`: it changed. `seen`: the agent saw this version of it in some window. */
export interface TicketNews {
  readonly topic: 'ticket' | 'seen';
  readonly ticketId: string;
  readonly version: number;
}

/** What the stream tells. `live`: the connection is there; `reset`: something may have been missed, read again. */
export type LiveEvent = TicketNews | { readonly topic: 'board' | 'session' | 'job' | 'reset' | 'live' };

/** Longest wait for the first answer before the stream is opened all the same, in milliseconds. */
const longestWait = 2_000;
const failurePause = 2_000;
/** What a transaction may take from the time it writes into its events to their being there, in milliseconds. */
const overlap = 10_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The live stream of a hub; open while anybody listens. */
export class Live {
  readonly #connection = atom<Connection>('idle');
  readonly #listeners = new Set<(event: LiveEvent) => void>();
  readonly #overhearing: ((event: LiveEvent) => void)[] = [];
  #stream?: EventStream;
  /** One for each time that somebody begins to look. */
  #round?: symbol;
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
    if (!this.#round) void this.#open();
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

  /** An agent waits: connects at once where it waits to connect again, with a token for which the page is asked anew. */
  hurry(): void {
    this.api.urge();
    this.#stream?.hurry();
  }

  close(): void {
    this.#stream?.stop();
    this.#stream = undefined;
    this.#round = undefined;
    this.#connection.set('idle');
  }

  /** What is shown first does not share the line with the stream, which tells afterwards what happened meanwhile. */
  async #open(): Promise<void> {
    const round = (this.#round = Symbol());
    const start = performance.now();
    const isOurs = (): boolean => round === this.#round;
    this.#connection.set('connecting');
    await Promise.race([this.api.answered, pause(longestWait)]);
    let stream: EventStream | undefined;
    while (isOurs() && !stream) {
      try {
        stream = await this.api.live(() => Math.round(performance.now() - start) + overlap, {
          ...this.timing,
          onEvent: (event) => isOurs() && this.#hear(event),
          onState: (state) => {
            if (!isOurs()) return;
            this.#connection.set(state);
            if (state === 'live') this.#tell({ topic: 'live' });
          },
        });
      } catch {
        // A part of the kit could not be loaded.
        if (isOurs()) this.#connection.set('offline');
        await pause(failurePause);
      }
    }
    if (isOurs()) this.#stream = stream;
    else stream?.stop();
  }

  #hear({ name, data }: StreamEvent): void {
    const { ticketId, version, changed } = (data ?? {}) as Readonly<Record<string, unknown>>;
    if (name === 'ticket' && typeof ticketId === 'string') {
      const topic = String(changed) === 'unread' ? 'seen' : name;
      this.#tell({ topic, ticketId, version: Number(version) || Infinity });
    } else if (name === 'board' || name === 'session' || name === 'job' || name === 'reset') {
      this.#tell({ topic: name });
    }
  }

  #tell(event: LiveEvent): void {
    for (const listener of [...this.#overhearing, ...this.#listeners]) listener(event);
  }
}
