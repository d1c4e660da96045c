import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { StreamState } from '../api/event-stream.js';
import type { Connection } from '../base/hub-context.js';
import { newsOf, type News } from './news.js';

export type { TicketNews } from './news.js';

/** What the stream tells. `live`: the connection is there; `reset`: something may have been missed, read again. */
export type LiveEvent = News | { readonly topic: 'live' };

/** An open stream, this page's own or one that pages share. */
export interface Line {
  stop(): void;
  hurry(): void;
}

export interface LiveOptions {
  readonly silence?: number;
  readonly pause?: (attempt: number) => number;
  /** Name of the stream that all pages of this agent on this machine share; without it the page has its own. */
  readonly sharedName?: () => Promise<string | undefined>;
}

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
  #line?: Line;
  /** One for each time that somebody begins to look. */
  #round?: symbol;
  #pause?: ReturnType<typeof setTimeout>;
  #isOver = false;

  constructor(
    private readonly api: Api,
    private readonly options: LiveOptions = {},
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
    if (!this.#round && !this.#isOver) void this.#open();
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
    this.#line?.hurry();
  }

  close(): void {
    this.#line?.stop();
    this.#line = undefined;
    this.#round = undefined;
    this.#connection.set('idle');
  }

  /** The hub has come to its end: who listens still hears nothing more. */
  end(): void {
    this.#isOver = true;
    this.close();
  }

  /** Another agent is at work: what the former one may hear is none of the new one's business. */
  restart(): void {
    if (!this.#round) return;
    this.close();
    void this.#open();
  }

  /** What is shown first does not share the line with the stream, which tells afterwards what happened meanwhile. */
  async #open(): Promise<void> {
    const round = (this.#round = Symbol());
    const start = performance.now();
    const isOurs = (): boolean => round === this.#round;
    const within = (): number => Math.round(performance.now() - start) + overlap;
    this.#connection.set('connecting');
    await Promise.race([this.api.answered, pause(longestWait)]);
    let line: Line | undefined;
    while (isOurs() && !line) {
      try {
        line = await this.#connect(within, isOurs);
      } catch {
        // A part of the kit could not be loaded.
        if (isOurs()) this.#connection.set('offline');
        await pause(failurePause);
      }
    }
    if (isOurs()) this.#line = line;
    else line?.stop();
  }

  async #connect(within: () => number, isOurs: () => boolean): Promise<Line> {
    const { sharedName, ...timing } = this.options;
    const onState = (state: StreamState): void => {
      if (!isOurs()) return;
      this.#connection.set(state);
      if (state === 'live') this.#tell({ topic: 'live' });
    };
    const onNews = (news: News | undefined): void => {
      if (news && isOurs()) this.#tell(news);
    };
    // Who is not known yet shares with nobody.
    const name = await sharedName?.().catch(() => undefined);
    if (name === undefined || !isOurs())
      return this.api.live(within, { ...timing, onState, onEvent: (event) => onNews(newsOf(event)) });
    const { SharedStream } = await import('./shared-stream.js');
    const open = (hooks: Parameters<Api['live']>[1]): Promise<Line> => this.api.live(within, hooks);
    return new SharedStream({ name, ...timing, open, within, onState, onNews });
  }

  #tell(event: LiveEvent): void {
    for (const listener of [...this.#overhearing, ...this.#listeners]) listener(event);
  }
}
