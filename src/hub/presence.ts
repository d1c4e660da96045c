import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Connection, Viewers } from '../base/hub-context.js';
import { beatInterval, type Beat, type TicketPresence, type Viewer } from '../domain/presence.js';
import { newKey } from '../util/key.js';
import type { Live, LiveEvent } from './live.js';

/** So long a ticket is open before others are told: who runs through a list looks at nothing. */
const settling = 400;
/** So long after the last key somebody counts as writing. */
const writing = 5_000;
/** What comes with the beginning of a stream is there after so long. */
const greeting = 3_000;
/** So long what is shown stays when the stream is broken. */
const doubt = 8_000;
/** Shortest time between two readings of everything, where the stream is another page's. */
const readInterval = 1_000;

export interface PresenceOptions {
  readonly api: Pick<Api, 'presence'>;
  readonly live: Live;
  readonly $currentId: ReadableAtom<string | null>;
  /** Whose page this is. */
  agent(): string | undefined;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
}

type Shown = Omit<Beat, 'pageId'>;

const nobody: Viewers = new Map();
const nothing: Shown = { ticketId: null, typing: false };

const keyOf = ({ ticketId, typing }: Shown): string => (ticketId === null ? '' : `${ticketId} ${typing}`);

/** Tells others which ticket is open here and whether an answer is written, and knows the same of them. */
export class Presence {
  readonly #viewers = atom<Viewers>(nobody);
  readonly #options: PresenceOptions;
  #pageId = newKey();
  #isShown = false;
  #isLeft = false;
  #typedAt = -Infinity;
  #told = '';
  #isTelling = false;
  #beat?: ReturnType<typeof setTimeout>;
  #reading?: ReturnType<typeof setTimeout>;
  /** Nobody saw the page when it was to read. */
  #isMissed = false;
  #doubting?: ReturnType<typeof setTimeout>;
  /** Tickets that were told of since the stream began; null where that is not new. */
  #fresh: Set<string> | null = null;

  constructor(options: PresenceOptions) {
    this.#options = options;
    const { live, $currentId } = options;
    $currentId.listen(() => this.#turn());
    onMount(this.#viewers, () => {
      const stops = [
        live.on((event) => this.#hear(event)),
        live.$connection.subscribe((connection) => this.#watch(connection)),
      ];
      // What a stream tells at its beginning was told before.
      if (live.$connection.get() === 'live') this.#read();
      return () => {
        for (const stop of stops) stop();
        clearTimeout(this.#doubting);
        this.#viewers.set(nobody);
      };
    });
  }

  /** Other agents who have tickets open, by ticket. */
  get $viewers(): ReadableAtom<Viewers> {
    return this.#viewers;
  }

  /** Whether the open ticket is shown anywhere on the page. */
  show(on: boolean): void {
    if (on === this.#isShown) return;
    this.#isShown = on;
    this.#turn();
  }

  /** Something was typed into the answer to the open ticket. */
  typed(ticketId: string): void {
    if (ticketId !== this.#options.$currentId.get()) return;
    this.#typedAt = performance.now();
    if (this.#told !== keyOf(this.#now())) this.#soon(0);
  }

  /** The page is seen again. */
  look(): void {
    this.#isLeft = false;
    this.#soon(0);
    if (this.#isMissed) this.#read();
  }

  /** The page may not come back: others are told at once. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    clearTimeout(this.#beat);
    if (this.#told === '') return;
    this.#told = '';
    await this.#send(nothing, true);
  }

  clear(): void {
    this.#pageId = newKey();
    this.#told = '';
    this.#typedAt = -Infinity;
    this.#viewers.set(nobody);
    this.#turn();
    this.#read();
  }

  #turn(): void {
    this.#typedAt = -Infinity;
    this.#soon(settling);
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#beat);
    this.#beat = setTimeout(() => void this.#tell(), milliseconds);
  }

  /** What is to be told at the moment. */
  #now(): Shown {
    const isSeen = this.#isShown && !this.#isLeft && document.visibilityState === 'visible';
    const ticketId = isSeen ? this.#options.$currentId.get() : null;
    return { ticketId, typing: ticketId !== null && performance.now() - this.#typedAt < writing };
  }

  async #tell(): Promise<void> {
    // The hub has come to its end.
    if (this.#options.signal().aborted) return;
    const shown = this.#now();
    // Who tells already looks again afterwards.
    if (this.#isTelling || (shown.ticketId === null && this.#told === '')) return;
    this.#told = keyOf(shown);
    this.#isTelling = true;
    await this.#send(shown);
    this.#isTelling = false;
    if (!this.#isLeft && !this.#options.signal().aborted)
      this.#soon(this.#told === keyOf(this.#now()) ? beatInterval : 0);
  }

  async #send(shown: Shown, isLast = false): Promise<void> {
    try {
      const calls = await this.#options.api.presence();
      await calls.tell({ ...shown, pageId: this.#pageId }, { signal: this.#options.signal(), isLast });
    } catch {
      // The next beat says it again.
    }
  }

  #hear(event: LiveEvent): void {
    if (event.topic === 'live') this.#begin();
    if (event.topic !== 'presence') return;
    const { ticketId, viewers } = event;
    if (ticketId === undefined || !viewers) {
      this.#read();
      return;
    }
    this.#fresh?.add(ticketId);
    this.#show([{ ticketId, viewers }], this.#viewers.get());
  }

  /** The stream tells everything anew; who is not told of is gone. */
  #begin(): void {
    const fresh = (this.#fresh = new Set());
    setTimeout(() => {
      if (this.#fresh !== fresh) return;
      this.#fresh = null;
      const kept = [...this.#viewers.get()].filter(([ticketId]) => fresh.has(ticketId));
      if (kept.length < this.#viewers.get().size) this.#viewers.set(new Map(kept));
    }, greeting);
  }

  #watch(connection: Connection): void {
    clearTimeout(this.#doubting);
    this.#doubting = undefined;
    if (connection === 'live') return;
    this.#doubting = setTimeout(() => this.#viewers.set(nobody), doubt);
  }

  /** Reads all at once, for the page that cannot be told who it is. */
  #read(pause = readInterval): void {
    if (this.#reading) return;
    this.#reading = setTimeout(() => {
      this.#reading = undefined;
      void this.#readAll();
    }, pause);
  }

  async #readAll(): Promise<void> {
    const signal = this.#options.signal();
    if (signal.aborted) return;
    this.#isMissed = document.visibilityState === 'hidden';
    if (this.#isMissed) return;
    try {
      const all = await (await this.#options.api.presence()).all(signal);
      for (const { ticketId } of all) this.#fresh?.add(ticketId);
      if (!signal.aborted) this.#show(all, nobody);
    } catch {
      // A server that began just now knows after a round of beats. Without a stream its beginning is another occasion.
      if (!signal.aborted && this.#options.live.$connection.get() === 'live') this.#read(beatInterval);
    }
  }

  #show(told: readonly TicketPresence[], before: Viewers): void {
    const own = this.#options.agent();
    const next = new Map<string, readonly Viewer[]>(before);
    for (const { ticketId, viewers } of told) {
      const others = viewers.filter(({ usercode }) => usercode !== own);
      if (others.length > 0) next.set(ticketId, others);
      else next.delete(ticketId);
    }
    this.#viewers.set(next);
  }
}
