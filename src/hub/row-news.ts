import type { TicketRow } from '../domain/types.js';

/** What the news is about, and who shows it. */
export interface NewsTarget {
  /** Those of the tickets that are still there. */
  fetch(ids: readonly string[]): Promise<readonly TicketRow[]>;
  rowOf(ticketId: string): TicketRow | undefined;
  show(rows: readonly TicketRow[]): void;
  remove(ticketIds: readonly string[]): void;
  /** Number of tickets whose place in the list is out of date. */
  wait(count: number): void;
  /** Whether a ticket is of the list; null where that cannot be told here, and the server is asked. */
  belongs(row: TicketRow): boolean | null;
  /** Those of the tickets that are in the list. */
  check(ids: readonly string[]): Promise<readonly TicketRow[]>;
  /** The agent's own action brought a ticket into the list that is not among the rows here. */
  bring(): void;
  sortOf(row: TicketRow): unknown;
  isSortedByTime(): boolean;
}

/** Most tickets of one call. */
const most = 200;
const failurePause = 3_000;

/**
 * Reads tickets again that are said to have changed: all of a frame in one call, one call at a time. Contents are shown
 * at once; whatever would move, bring or take a row waits, unless the agent's own action did it.
 */
export class RowNews {
  #heard = new Map<string, number>();
  readonly #waiting = new Set<string>();
  readonly #own = new Set<string>();
  #isBusy = false;
  #round = 0;

  constructor(private readonly target: NewsTarget) {}

  heard(changes: ReadonlyMap<string, number>): void {
    for (const [ticketId, version] of changes) {
      const row = this.target.rowOf(ticketId);
      if (row && row.version >= version && !this.#own.has(ticketId)) continue;
      this.#heard.set(ticketId, Math.max(version, this.#heard.get(ticketId) ?? 0));
    }
    void this.#read();
  }

  /** The agent's own action changed this ticket: is it still in the list? */
  own(ticketId: string): void {
    this.#own.add(ticketId);
    this.heard(new Map([[ticketId, Infinity]]));
  }

  /** The list is as the server has it. */
  settled(): void {
    this.#waiting.clear();
    this.target.wait(0);
  }

  clear(): void {
    this.#round++;
    this.#isBusy = false;
    this.#heard.clear();
    this.#own.clear();
    this.settled();
  }

  async #read(): Promise<void> {
    if (this.#isBusy || this.#heard.size === 0) return;
    this.#isBusy = true;
    const round = this.#round;
    const ids = [...this.#heard.keys()].slice(0, most);
    for (const ticketId of ids) this.#heard.delete(ticketId);
    try {
      const rows = await this.target.fetch(ids);
      if (round !== this.#round) return;
      const members = await this.#members(rows);
      if (round !== this.#round) return;
      this.#take(ids, new Map(rows.map((row) => [row.ticketId, row])), members);
    } catch {
      if (round !== this.#round) return;
      for (const ticketId of ids) this.#heard.set(ticketId, Infinity);
      await new Promise((resolve) => setTimeout(resolve, failurePause));
      if (round !== this.#round) return;
    }
    this.#isBusy = false;
    void this.#read();
  }

  /** Which of the tickets are in the list. */
  async #members(rows: readonly TicketRow[]): Promise<ReadonlySet<string>> {
    const members = new Set<string>();
    const doubtful: string[] = [];
    for (const row of rows) {
      const belongs = this.target.belongs(row);
      if (belongs) members.add(row.ticketId);
      else if (belongs === null) doubtful.push(row.ticketId);
    }
    const checked = doubtful.length > 0 ? await this.target.check(doubtful) : [];
    for (const { ticketId } of checked) members.add(ticketId);
    return members;
  }

  #take(ids: readonly string[], rows: ReadonlyMap<string, TicketRow>, members: ReadonlySet<string>): void {
    const shown: TicketRow[] = [];
    const gone: string[] = [];
    for (const ticketId of ids) {
      const before = this.target.rowOf(ticketId);
      const row = rows.get(ticketId);
      const belongs = members.has(ticketId);
      const isOwn = this.#own.delete(ticketId);
      if (before && !belongs && isOwn) gone.push(ticketId);
      else if (before) {
        // A ticket that is no more: until the list may move, nothing can be done to it here.
        if (!row) shown.push({ ...before, actions: [] });
        else if (row.version >= before.version) shown.push(row);
        if (!row || !belongs || this.target.sortOf(row) !== this.target.sortOf(before)) this.#waiting.add(ticketId);
      } else if (row && belongs && isOwn) {
        this.target.bring();
      } else if (row && belongs && (row.version === 1 || this.target.isSortedByTime())) {
        this.#waiting.add(ticketId);
      }
    }
    this.target.show(shown);
    this.target.remove(gone);
    for (const ticketId of gone) this.#waiting.delete(ticketId);
    this.target.wait(this.#waiting.size);
  }
}
