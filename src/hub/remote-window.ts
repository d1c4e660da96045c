import { atom, type ReadableAtom } from 'nanostores';
import type { Api, TicketPage } from '../api/api.js';
import type { DeskError } from '../base/desk-error.js';
import type { TicketWindow } from '../base/hub-context.js';
import type { TicketQuery, TicketRow } from '../domain/types.js';
import { FetchPace } from './fetch-pace.js';
import { KeptLists, type KeptList } from './kept-lists.js';
import { LateNews } from './late-news.js';
import type { ListFacts } from './lists.js';
import { asDeskError } from './load.js';
import { Overlays } from './overlays.js';
import { nextFetch, pageStart, placeOf, topFetch, type Fetch, type Wish } from './page-plan.js';
import { RowPages } from './row-pages.js';

/**
 * The rows of the current list over the server's pages. One request at a time; the next is for what is in sight then.
 * Contents are live. Rows move, come and go only while the top of the list is in sight and nobody holds it.
 */
export class RemoteWindow {
  readonly overlays = new Overlays();
  readonly #pages = new RowPages();
  readonly #pace = new FetchPace();
  readonly #kept = new KeptLists();
  readonly #news: LateNews;
  #query?: TicketQuery;
  #total = 0;
  #isEstimate = false;
  readonly #window = atom<TicketWindow>(this.#view('idle', null));
  readonly #waiting = atom(0);
  readonly $window: ReadableAtom<TicketWindow> = this.#window;
  readonly $waiting: ReadableAtom<number> = this.#waiting;
  #wish: Wish = { from: 0, to: 50 };
  #isHeld = false;
  #isStale = false;
  #isMissed = false;
  /** The agent's own action waits to be seen, which no pointer over the rows may hold up. */
  #isOwn = false;
  #call?: AbortController;
  #isBusy = false;
  #timer?: ReturnType<typeof setTimeout>;
  #isOn = false;

  constructor(
    private readonly api: Pick<Api, 'tickets'>,
    private readonly lists: ListFacts,
  ) {
    const target = {
      signal: () => this.#signal(),
      rowOf: (ticketId: string) => this.known(ticketId),
      show: (rows: readonly TicketRow[]) => this.#replace(rows),
      remove: (ticketIds: readonly string[]) => this.drop(ticketIds),
      wait: (count: number) => this.#wait(count),
      bring: () => this.#bring(),
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

  /** Shows another list: where it was left, or from its top. Another order of the same tickets begins at its top. */
  open(query: TicketQuery, isSorted = false): void {
    this.#query = query;
    const pages = this.#pages.near(this.#wish.from, this.#wish.to);
    const left = { pages, total: this.#total, isEstimate: this.#isEstimate };
    this.#restart(this.#kept.turn(query, isSorted, left));
  }

  /** The same list with the values of other fields: rows stay where they are and are read again. */
  extend(query: TicketQuery): void {
    this.#query = query;
    if (!this.#isBusy) this.#reread();
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
    this.#reread();
  }

  /** A ticket as an own action left it: shown at once, gone at once where it left the list, there where it came into it. */
  accept(row: TicketRow): void {
    const before = this.known(row.ticketId);
    if (before && row.version >= before.version) this.#replace([row]);
    this.#kept.accept(row);
    // An answer on its way may have been given before.
    if (!before && this.#isBusy) this.#isMissed = true;
    if (this.#isOn) this.#news.own(row.ticketId);
  }

  /** Forgets where the agent was. */
  forget(): void {
    this.overlays.clear();
    this.#kept.clear();
  }

  /** Tickets that are no more, or no more of the list. */
  drop(ticketIds: readonly string[]): void {
    const removed = this.#pages.remove(ticketIds);
    if (removed === 0) return;
    this.#total = Math.max(0, this.#total - removed);
    this.#publish('ready', null);
    this.#pump();
  }

  /** What is laid over a row changed. */
  repaint(ticketId: string): void {
    const index = this.#pages.indexOf(ticketId);
    if (index >= 0) this.#publish('ready', new Set([index]));
  }

  #restart(kept?: KeptList): void {
    this.#abort();
    const from = kept?.place.index ?? 0;
    this.#wish = { from, to: from + Math.max(50, this.#wish.to - this.#wish.from) };
    this.#pages.put(kept?.pages ?? []);
    this.#total = kept?.total ?? 0;
    this.#isEstimate = kept?.isEstimate ?? false;
    this.#kept.begin(kept?.place ?? null);
    this.#isStale = this.#isOwn = false;
    this.#news.clear();
    this.#publish(kept ? 'ready' : 'loading', null);
    if (kept) this.missed();
    else this.#pump();
  }

  /** Reads what is in sight again, in place; what is not is forgotten until it comes in sight. */
  #reread(): void {
    const near = this.#pages.near(this.#wish.from, this.#wish.to);
    this.#pages.put(near);
    this.#news.heard(new Map(near.flatMap(({ rows }) => rows.map(({ ticketId }) => [ticketId, Infinity]))));
    this.#pump();
  }

  #bring(): void {
    if (this.#wish.from > 0) return;
    this.#isStale = this.#isOwn = true;
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
    return this.#wish.from === 0 && (!this.#isHeld || this.#isOwn);
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
    const due = nextFetch(this.#pages, this.#wish, this.#total) ?? (this.#isStale && this.#isFree ? topFetch : null);
    if (!due) return;
    const pause = this.#pace.pause(due, this.#pages.isEmpty);
    if (pause > 0) this.#timer = setTimeout(() => this.#pump(), pause);
    else void this.#fetch(due);
  }

  async #fetch(due: Fetch): Promise<void> {
    const signal = this.#signal();
    const query = this.#query as TicketQuery;
    this.#isBusy = true;
    this.#pace.started(due);
    if (due.kind === 'top') this.#isMissed = false;
    let failed: DeskError | undefined;
    try {
      const page = await this.api.tickets(query, pageStart(due, this.#total), due.limit, signal);
      if (signal.aborted) return;
      if (due.kind === 'top') this.#takeTop(page);
      else this.#take(due, page);
    } catch (error) {
      if (signal.aborted) return;
      failed = asDeskError(error);
    }
    this.#isBusy = false;
    if (failed) this.#pace.failed(failed.details.retryAfter);
    if (failed && this.#pages.isEmpty) this.#publish('failed', null, failed);
    // Other fields were wanted meanwhile.
    if (query !== this.#query) this.#reread();
    this.#pump();
  }

  #takeTop(page: TicketPage): void {
    // Who scrolled or took hold meanwhile keeps what is in sight.
    if (!this.#pages.isEmpty && !this.#isFree) return;
    const newer = (row: TicketRow, known = row) => (known.version > row.version ? known : row);
    const rows = page.rows.map((row) => newer(row, this.known(row.ticketId)));
    this.#pages.put([]);
    this.#pages.fill(0, { ...page, rows });
    const told = page.total ?? page.estimate ?? null;
    this.#total = Math.max(rows.length, told ?? (page.next === null ? 0 : this.#total));
    this.#isEstimate = page.next !== null && page.total === null && (this.#isEstimate || told !== null);
    if (page.next !== null && told === null) void this.#count();
    // What was on its way may be older than what was missed.
    this.#isStale = this.#isMissed;
    this.#isMissed = this.#isOwn = false;
    this.#news.settled();
    this.#publish('ready', null);
  }

  #take(due: Exclude<Fetch, { kind: 'top' }>, page: TicketPage): void {
    const { start, shift } = placeOf(due, page, this.#total);
    if (shift > 0) this.#pages.shift(shift);
    this.#pages.fill(start, page);
    const end = start + page.rows.length;
    const isEnd = page.next === null && (due.kind === 'forward' || page.position?.exact === true);
    this.#total = isEnd ? end : Math.max(page.total ?? this.#total, end);
    if (isEnd || page.total !== null) this.#isEstimate = false;
    this.#pages.prune(this.#wish.from);
    this.#publish('ready', null);
  }

  async #count(): Promise<void> {
    const signal = this.#signal();
    const length = await this.lists.countOf(this.#query as TicketQuery, signal).catch(() => null);
    if (signal.aborted || !length || length.total <= this.#total) return;
    ({ total: this.#total, isEstimate: this.#isEstimate } = length);
    this.#publish('ready', new Set());
    this.#pump();
  }

  #replace(rows: readonly TicketRow[]): void {
    const changed = this.#pages.replace(rows);
    if (changed.size > 0) this.#publish('ready', changed);
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
      isEstimate: this.#isEstimate,
      row: (index) => this.overlays.over(this.#pages.row(index)),
      indexOf: (ticketId) => this.#pages.indexOf(ticketId),
      want: (from, to) => this.#want(from, to),
      hold: (on) => this.#hold(on),
      ...this.#kept.view(() => this.#publish(status, new Set(), error)),
    };
  }

  #signal(): AbortSignal {
    return (this.#call ??= new AbortController()).signal;
  }

  #abort(): void {
    this.#call?.abort();
    this.#call = undefined;
    this.#isBusy = false;
    this.#pace.forget();
    clearTimeout(this.#timer);
  }
}
