import { atom, type ReadableAtom } from 'nanostores';
import type { Api, TicketPage } from '../api/api.js';
import type { DeskError } from '../base/desk-error.js';
import type { TicketWindow } from '../base/hub-context.js';
import type { TicketQuery, TicketRow } from '../domain/types.js';
import { FetchPace } from './fetch-pace.js';
import { LateNews } from './late-news.js';
import type { ListFacts } from './lists.js';
import { asDeskError } from './load.js';
import { Overlays } from './overlays.js';
import { nextFetch, pageStart, type Fetch, type Wish } from './page-plan.js';
import { RowPages } from './row-pages.js';
import { sortValue } from './sort-value.js';

/** Rows of the first answer, and of each that follows. */
const pageSize = 100;
/** Milliseconds before another try after a failure. */
const failurePause = 5_000;

/**
 * The rows of the current list over the server's pages. One request at a time; the next is for what is in sight then.
 * Contents are live. Rows move, come and go only while the top of the list is in sight and nobody holds it.
 */
export class RemoteWindow {
  readonly overlays = new Overlays();
  readonly #pages = new RowPages();
  readonly #pace = new FetchPace();
  readonly #news: LateNews;
  #query?: TicketQuery;
  #total = 0;
  #generation = 0;
  readonly #window = atom<TicketWindow>(this.#view('idle', null));
  readonly #waiting = atom(0);
  readonly $window: ReadableAtom<TicketWindow> = this.#window;
  readonly $waiting: ReadableAtom<number> = this.#waiting;
  #wish: Wish = { from: 0, to: 50 };
  #isHeld = false;
  #isStale = false;
  #isMissed = false;
  #call?: AbortController;
  #isBusy = false;
  /** After a failure: no request before this time. */
  #restUntil = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #isOn = false;

  constructor(
    private readonly api: Pick<Api, 'tickets' | 'ticketsById'>,
    private readonly lists: ListFacts,
  ) {
    const target = {
      fetch: (ids: readonly string[]) => this.api.ticketsById(ids, this.#signal()),
      rowOf: (ticketId: string) => this.known(ticketId),
      show: (rows: readonly TicketRow[]) => this.#replace(rows),
      remove: (ticketIds: readonly string[]) => this.#remove(ticketIds),
      wait: (count: number) => this.#wait(count),
      sortOf: (row: TicketRow) => (this.#query ? sortValue(row, this.#query.sort) : null),
      isSortedByTime: () => this.#query?.sort === 'updatedAt',
    };
    this.#news = new LateNews(
      () => this.lists.follow(target, () => this.#query),
      () => this.missed(),
    );
  }

  /** The row of a ticket as the server gave it, if it is here. */
  known(ticketId: string): TicketRow | undefined {
    return this.#pages.row(this.#pages.indexOf(ticketId));
  }

  /** Starts to fetch: somebody looks. */
  start(): void {
    this.#isOn = true;
    if (this.#pages.isEmpty) this.#pump();
    else this.missed();
  }

  stop(): void {
    this.#isOn = false;
    this.#abort();
    this.#news.clear();
  }

  /** Shows another list. */
  open(query: TicketQuery): void {
    this.#query = query;
    this.#restart();
  }

  /** Shows what waits, from the top. */
  refresh(): void {
    if (this.#query) this.#restart();
  }

  /** Tickets that changed, with their versions. */
  heard(changes: ReadonlyMap<string, number>): void {
    if (this.#isOn && !this.#pages.isEmpty) this.#news.heard(changes);
  }

  /** Anything may have been missed. */
  missed(): void {
    if (!this.#isOn) return;
    this.#isStale = this.#isMissed = true;
    const seen = new Map<string, number>();
    for (let index = this.#wish.from; index < this.#wish.to; index++) {
      const row = this.#pages.row(index);
      if (row) seen.set(row.ticketId, Infinity);
    }
    this.#news.heard(seen);
    this.#pump();
  }

  /** A ticket as an own action left it: shown at once, and gone at once where it left the list. */
  accept(row: TicketRow): void {
    const before = this.known(row.ticketId);
    if (!before) return;
    if (row.version >= before.version) this.#replace([row]);
    this.#news.own(row.ticketId);
  }

  /** A ticket that is no more. */
  drop(ticketId: string): void {
    this.#remove([ticketId]);
  }

  /** What is laid over a row changed. */
  repaint(ticketId: string): void {
    const index = this.#pages.indexOf(ticketId);
    if (index >= 0) this.#publish('ready', new Set([index]));
  }

  #restart(): void {
    this.#abort();
    this.#pages.clear();
    this.#isStale = false;
    this.#wish = { from: 0, to: Math.max(50, this.#wish.to - this.#wish.from) };
    this.#generation++;
    this.#total = 0;
    this.#publish('loading', null);
    this.#news.clear();
    this.#pump();
  }

  #want(from: number, to: number): void {
    if (from !== this.#wish.from || to !== this.#wish.to) this.#pace.moved();
    this.#wish = { from, to };
    this.#pump();
  }

  #hold(on: boolean): void {
    this.#isHeld = on;
    if (!on) this.#pump();
  }

  get #isFree(): boolean {
    return this.#wish.from === 0 && !this.#isHeld;
  }

  #wait(count: number): void {
    if (count > 0) this.#isStale = true;
    this.#waiting.set(count);
    this.#pump();
  }

  /** Starts the request that is due, if any. */
  #pump(): void {
    if (!this.#query || !this.#isOn || this.#isBusy) return;
    clearTimeout(this.#timer);
    const due = this.#due();
    if (!due) return;
    const pause = Math.max(this.#pace.pause(due, this.#pages.isEmpty), this.#restUntil - performance.now());
    if (pause > 0) this.#timer = setTimeout(() => this.#pump(), pause);
    else void this.#fetch(due);
  }

  #due(): Fetch | null {
    if (this.#pages.isEmpty) return { kind: 'top', limit: pageSize };
    const missing = nextFetch(this.#pages, this.#wish, this.#total);
    if (missing) return missing;
    return this.#isStale && this.#isFree ? { kind: 'top', limit: pageSize } : null;
  }

  async #fetch(due: Fetch): Promise<void> {
    const signal = this.#signal();
    this.#isBusy = true;
    this.#pace.started(due);
    if (due.kind === 'top') this.#isMissed = false;
    let failed: DeskError | undefined;
    try {
      const page = await this.api.tickets(this.#query as TicketQuery, pageStart(due, this.#total), due.limit, signal);
      if (signal.aborted) return;
      if (due.kind === 'top') this.#takeTop(page);
      else this.#take(due, page);
    } catch (error) {
      if (signal.aborted) return;
      failed = asDeskError(error);
    }
    this.#isBusy = false;
    if (failed) {
      this.#restUntil = performance.now() + (failed.details.retryAfter ?? failurePause);
      if (this.#pages.isEmpty) this.#publish('failed', null, failed);
    }
    this.#pump();
  }

  #takeTop(page: TicketPage): void {
    // Who scrolled or took hold meanwhile keeps what is in sight.
    if (!this.#pages.isEmpty && !this.#isFree) return;
    const versions = (row: TicketRow): TicketRow => {
      const known = this.known(row.ticketId);
      return known && known.version > row.version ? known : row;
    };
    const rows = page.rows.map(versions);
    this.#pages.clear();
    this.#pages.fill(0, { ...page, rows });
    this.#total = page.total ?? Math.max(rows.length, page.next === null ? 0 : this.#total);
    if (page.total === null && page.next !== null) void this.#count();
    // What was on its way may be older than what was missed.
    this.#isStale = this.#isMissed;
    this.#isMissed = false;
    this.#news.settled();
    this.#publish('ready', null);
  }

  #take(due: Exclude<Fetch, { kind: 'top' }>, page: TicketPage): void {
    const { rows, position, next, previous } = page;
    let start = due.kind === 'backward' ? due.index - rows.length : due.index;
    if (due.kind === 'jump') {
      if (position?.exact) start = position.index;
      else if (next === null) start = this.#total - rows.length;
      if (previous === null) start = 0;
    } else if (previous === null && due.kind === 'backward' && start > 0) {
      this.#pages.shift(start);
      start = 0;
    }
    this.#pages.fill(Math.max(0, start), page);
    const end = start + rows.length;
    const isExact = due.kind === 'forward' || position?.exact === true;
    this.#total = next === null && isExact ? end : Math.max(page.total ?? this.#total, end);
    this.#pages.prune(this.#wish.from);
    this.#publish('ready', null);
  }

  async #count(): Promise<void> {
    const signal = this.#signal();
    const total = await this.lists.countOf(this.#query as TicketQuery, signal).catch(() => 0);
    if (signal.aborted || total <= this.#total) return;
    this.#total = total;
    this.#publish('ready', new Set());
    this.#pump();
  }

  #replace(rows: readonly TicketRow[]): void {
    const changed = new Set<number>();
    for (const row of rows) {
      const index = this.#pages.replace(row);
      if (index >= 0) changed.add(index);
    }
    if (changed.size > 0) this.#publish('ready', changed);
  }

  #remove(ticketIds: readonly string[]): void {
    const removed = ticketIds.filter((ticketId) => this.#pages.remove(ticketId));
    if (removed.length === 0) return;
    this.#total = Math.max(0, this.#total - removed.length);
    this.#publish('ready', null);
    this.#pump();
  }

  #publish(...view: [status: TicketWindow['status'], changed: ReadonlySet<number> | null, error?: DeskError]): void {
    this.#window.set(this.#view(...view));
  }

  #view(status: TicketWindow['status'], changed: ReadonlySet<number> | null, error?: DeskError): TicketWindow {
    return {
      status,
      error,
      changed,
      total: this.#total,
      generation: this.#generation,
      row: (index) => this.overlays.over(this.#pages.row(index)),
      indexOf: (ticketId) => this.#pages.indexOf(ticketId),
      want: (from, to) => this.#want(from, to),
      hold: (on) => this.#hold(on),
      place: null,
      leave: () => undefined,
    };
  }

  #signal(): AbortSignal {
    this.#call ??= new AbortController();
    return this.#call.signal;
  }

  #abort(): void {
    this.#call?.abort();
    this.#call = undefined;
    this.#isBusy = false;
    this.#restUntil = 0;
    clearTimeout(this.#timer);
  }
}
