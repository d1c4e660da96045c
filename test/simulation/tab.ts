import { atom, onMount, type WritableAtom } from 'nanostores';
import type { Dice } from '../server/tickets/dice.js';
import type { App } from '../../demo/server/app.js';
import type { Hub } from '../../src/base/hub-context.js';
import type { BuiltHub } from '../../src/hub/create-hub.js';
import type { Board, HistoryEntry, TicketRow, View } from '../../src/domain/types.js';
import type { UnreliableLine } from './line.js';
import { base, type Truth } from './truth.js';

export interface TabOptions {
  readonly app: App;
  readonly usercode: string;
  readonly view: View;
  readonly now: () => number;
  readonly line: UnreliableLine;
  readonly createHub: typeof import('../../src/hub/create-hub.js').createHub;
}

const mostRows = 40;

/** What of a row an agent sees change. */
const factsOf = ({ ticketId, version, status, spam, priority, starred, assignee, group }: TicketRow): string =>
  [ticketId, version, status, spam, priority, starred, assignee?.usercode, group?.groupId].join(' ');

/** One page of an agent: the real hub, without elements. */
export class Tab {
  readonly hub: Hub;
  readonly #built: BuiltHub;
  readonly #end = new AbortController();
  readonly #stops: (() => void)[] = [];
  readonly #ended: Promise<void>[] = [];
  #liveAt = Infinity;

  constructor(private readonly options: TabOptions) {
    const { usercode, view } = options;
    this.#built = options.createHub({
      baseUrl: `${base}/`,
      service: 'demo',
      fetch: () => this.#fetch,
      getToken: () => () => this.#token(),
      isShared: () => true,
      search: `view=${view}`,
      $asked: atom('ko' as const),
      signal: this.#end.signal,
      timing: { pause: (attempt) => 50 * 2 ** Math.min(attempt, 4) },
    });
    this.hub = this.#built.hub;
    const { tickets, board, presence, assignments, session } = this.hub;
    const shown = [
      tickets.$window,
      tickets.$waiting,
      tickets.$counts,
      tickets.$current,
      tickets.$history,
      board.$board,
    ];
    const beside = [presence.$viewers, assignments.$assigned, session.$session, session.$connection];
    for (const store of [...shown, ...beside] as (typeof tickets.$waiting)[]) {
      this.#ended.push(new Promise((ended) => onMount(store, () => ended)));
      this.#stops.push(store.listen(() => undefined));
    }
    this.#stops.push(session.$connection.subscribe((state) => state === 'live' && (this.#liveAt = Date.now())));
    this.name = `${usercode} ${view}`;
    this.hub.tickets.$window.get().want(0, mostRows);
  }

  readonly name: string;

  /** Since when the stream is whole, as the clock of the machine has it. */
  get liveAt(): number {
    return this.#liveAt;
  }

  get isReady(): boolean {
    const { tickets, board, session } = this.hub;
    const loads = [tickets.$counts.get(), board.$board.get(), tickets.$window.get()];
    return loads.every(({ status }) => status === 'ready') && session.$connection.get() === 'live';
  }

  /** Opens one of the tickets in sight, as an agent would. */
  openSome(random: Dice): void {
    const rows = this.#shownRows();
    const open = this.hub.tickets.$currentId as WritableAtom<string | null>;
    if (rows.length > 0) open.set(random.pick(rows).ticketId);
  }

  /** What this page shows otherwise than the server says; undefined where it is all the same. */
  async difference(truth: Truth): Promise<string | undefined> {
    const { tickets, board } = this.hub;
    if (!this.isReady) return `not ready: ${this.hub.session.$connection.get()} ${tickets.$window.get().status}`;
    const { usercode, view } = this.options;
    const [counts, figures, fresh] = await Promise.all([
      truth.counts(usercode),
      truth.board(usercode),
      truth.rows(usercode, `view=${view}&limit=${mostRows}&sort=updatedAt:desc`),
    ]);
    return (
      differ('counts', valueOf(tickets.$counts.get()), counts) ??
      differ('board', figuresOf(valueOf(board.$board.get())), figuresOf(figures)) ??
      differ('list', this.#shownRows().map(factsOf), fresh.map(factsOf)) ??
      (await this.#currentDifference(truth))
    );
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#built.flush(true);
    this.#end.abort();
  }

  /** Comes when nothing of a closed page runs any more: stores rest some time after the last who looks. */
  async over(): Promise<void> {
    await Promise.all(this.#ended);
  }

  #shownRows(): TicketRow[] {
    const shown = this.hub.tickets.$window.get();
    return Array.from({ length: Math.min(shown.total, mostRows) }, (_, at) => shown.row(at)).filter((row) => !!row);
  }

  async #currentDifference(truth: Truth): Promise<string | undefined> {
    const { $currentId, $current, $history } = this.hub.tickets;
    const { usercode } = this.options;
    const ticketId = $currentId.get();
    if (ticketId === null) return undefined;
    const [now] = await truth.rows(usercode, `ids=${ticketId}`);
    // It is gone, or out of sight for this agent.
    if (!now) return undefined;
    const [load, history] = [$current.get(), $history.get()];
    if (load.status !== 'ready' || history.status !== 'ready') return `the open ticket is ${load.status}`;
    return (
      differ('open ticket', factsOf(load.value), factsOf(now)) ??
      differ('history', history.value.map(entryOf), (await truth.history(usercode, ticketId)).map(entryOf))
    );
  }

  #token(): Promise<{ token: string; expiresAt: number }> {
    return this.options.app.tokens.mint('demo', this.options.usercode, this.options.now());
  }

  readonly #fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { app, line } = this.options;
    if (!new URL(request.url).pathname.endsWith('/events')) return app.fetch(request);
    const { url, signal } = request;
    const response = await app.fetch(new Request(url, { headers: line.headersOf(request.headers), signal }));
    return response.ok ? line.carry(response) : response;
  };
}

const entryOf = ({ id, bodyVersion }: HistoryEntry): string => `${id} ${bodyVersion}`;

/** When the figures change by themselves is told anew at every reading. */
function figuresOf(board: unknown): unknown {
  const { all, my } = board as Board;
  return { all, my };
}

function valueOf(load: { readonly status: string }): unknown {
  return (load as { readonly value?: unknown }).value;
}

function differ(what: string, shown: unknown, right: unknown): string | undefined {
  const [here, there] = [JSON.stringify(sorted(shown)), JSON.stringify(sorted(right))];
  if (here === there) return undefined;
  const at = [...(here ?? '')].findIndex((letter, place) => letter !== there?.[place]);
  return `${what}: …${here?.slice(Math.max(0, at - 60), at + 60)} instead of …${there?.slice(Math.max(0, at - 60), at + 60)}`;
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}
