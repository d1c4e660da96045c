import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import { DeskError } from '../base/desk-error.js';
import type { Assignment } from '../base/hub-context.js';
import type { TicketRow } from '../domain/types.js';
import { isSettled, usualPause } from './insist.js';
import type { Live, LiveEvent } from './live.js';
import { asDeskError } from './load.js';

/** What comes together is told together, as when many tickets are given at once. */
const gathering = 300;
/** Most tickets that are read at once, and that are kept. */
const most = 200;

export interface AssignmentsOptions {
  readonly api: Pick<Api, 'ticketsById'>;
  readonly live: Live;
  readonly $assigned: WritableAtom<readonly Assignment[]>;
  readonly $currentId: ReadableAtom<string | null>;
  agent(): string | undefined;
  signal(): AbortSignal;
}

/** Tickets that somebody gave to this agent, until they are opened or put aside. */
export class Assignments {
  readonly #options: AssignmentsOptions;
  /** By ticket, the version that was told: a stream that goes on may tell it again. */
  readonly #told = new Map<string, number>();
  #waiting = new Set<string>();
  /** What could not be read is read again ever more rarely, and at once when the stream is there again. */
  #missed = new Set<string>();
  #failures = 0;
  #retry?: ReturnType<typeof setTimeout>;
  /** What is being read; without what was put aside meanwhile. */
  #reading?: Set<string>;
  #timer?: ReturnType<typeof setTimeout>;

  constructor(options: AssignmentsOptions) {
    this.#options = options;
    options.$currentId.listen((ticketId) => ticketId && this.dismiss([ticketId]));
    options.live.overhear((event) => this.#follow(event));
  }

  hear(ticketId: string, version: number): void {
    if ((this.#told.get(ticketId) ?? 0) >= version) return;
    this.#told.set(ticketId, version);
    if (ticketId !== this.#options.$currentId.get()) this.#read([ticketId]);
  }

  dismiss(ticketIds: readonly string[]): void {
    const { $assigned } = this.#options;
    const left = $assigned.get().filter(({ ticketId }) => !ticketIds.includes(ticketId));
    if (left.length < $assigned.get().length) $assigned.set(left);
    for (const ticketId of ticketIds)
      for (const ids of [this.#waiting, this.#missed, this.#reading]) ids?.delete(ticketId);
  }

  clear(): void {
    this.#told.clear();
    this.#waiting.clear();
    this.#missed.clear();
    clearTimeout(this.#retry);
    this.#failures = 0;
    this.#reading = undefined;
    this.#options.$assigned.set([]);
  }

  /** What is told of may be taken away again. */
  #follow(event: LiveEvent): void {
    const isAnew = event.topic === 'live' || event.topic === 'reset';
    const shown = this.#options.$assigned.get().map(({ ticketId }) => ticketId);
    const isMeant = (ticketId: string): boolean =>
      event.topic === 'reset' || (event.topic === 'ticket' && event.ticketId === ticketId);
    this.#read([...(isAnew ? this.#missed : []), ...shown.filter(isMeant)]);
  }

  #read(ticketIds: readonly string[]): void {
    for (const ticketId of ticketIds) this.#waiting.add(ticketId);
    if (this.#timer || this.#waiting.size === 0 || this.#reading) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#readAll();
    }, gathering);
  }

  /** One call at a time: a slow answer must not take back what a later one said. */
  async #readAll(): Promise<void> {
    const { api, $assigned, $currentId, agent, signal } = this.#options;
    const own = signal();
    const ids = [...this.#waiting].slice(0, most);
    if (own.aborted || ids.length === 0) return;
    for (const ticketId of ids) for (const kept of [this.#waiting, this.#missed]) kept.delete(ticketId);
    const reading = (this.#reading = new Set(ids));
    const rows = await api.ticketsById(ids, undefined, own).catch(asDeskError);
    if (this.#reading !== reading) return;
    this.#reading = undefined;
    const me = agent();
    if (own.aborted) return;
    if (!Array.isArray(rows) || me === undefined) this.#miss(reading, rows);
    else {
      this.#failures = 0;
      const isMine = ({ assignee, ticketId }: TicketRow): boolean =>
        assignee?.usercode === me && reading.has(ticketId) && ticketId !== $currentId.get();
      const mine = rows.filter(isMine).map(({ ticketId, subject }) => ({ ticketId, subject }));
      const others = $assigned.get().filter(({ ticketId }) => !reading.has(ticketId));
      $assigned.set([...mine, ...others].slice(0, most));
    }
    this.#read([]);
  }

  #miss(ticketIds: ReadonlySet<string>, why: unknown): void {
    // What is refused for good would be refused again.
    if (why instanceof DeskError && isSettled(why)) return;
    for (const ticketId of ticketIds) this.#missed.add(ticketId);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#read([...this.#missed]), usualPause(this.#failures++));
  }
}
