import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Assignment } from '../base/hub-context.js';
import type { TicketRow } from '../domain/types.js';
import type { Live, LiveEvent } from './live.js';

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
  #timer?: ReturnType<typeof setTimeout>;

  constructor(options: AssignmentsOptions) {
    this.#options = options;
    options.$currentId.listen((ticketId) => ticketId && this.dismiss([ticketId]));
    options.live.overhear((event) => this.#follow(event));
  }

  hear(ticketId: string, version: number): void {
    if ((this.#told.get(ticketId) ?? 0) >= version) return;
    this.#told.set(ticketId, version);
    if (ticketId !== this.#options.$currentId.get()) this.#read(ticketId);
  }

  dismiss(ticketIds: readonly string[]): void {
    const { $assigned } = this.#options;
    const left = $assigned.get().filter(({ ticketId }) => !ticketIds.includes(ticketId));
    if (left.length < $assigned.get().length) $assigned.set(left);
  }

  clear(): void {
    this.#told.clear();
    this.#waiting.clear();
    this.#options.$assigned.set([]);
  }

  /** What is told of may be taken away again. */
  #follow(event: LiveEvent): void {
    if (event.topic !== 'ticket') return;
    if (this.#options.$assigned.get().some(({ ticketId }) => ticketId === event.ticketId)) this.#read(event.ticketId);
  }

  #read(ticketId: string): void {
    this.#waiting.add(ticketId);
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#readAll();
    }, gathering);
  }

  async #readAll(): Promise<void> {
    const ids = [...this.#waiting].slice(0, most);
    this.#waiting = new Set();
    const { api, $assigned, $currentId, agent, signal } = this.#options;
    const own = signal();
    const rows = await api.ticketsById(ids, undefined, own).catch(() => undefined);
    if (!rows || own.aborted) return;
    const isMine = ({ assignee, ticketId }: TicketRow): boolean =>
      assignee?.usercode === agent() && ticketId !== $currentId.get();
    const mine = rows.filter(isMine).map(({ ticketId, subject }) => ({ ticketId, subject }));
    const others = $assigned.get().filter(({ ticketId }) => !ids.includes(ticketId));
    $assigned.set([...mine, ...others].slice(0, most));
  }
}
