import { atom, onMount } from 'nanostores';
import type { App } from '../../demo/server/app.js';
import type { Hub } from '../../src/base/hub-context.js';
import type { BuiltHub } from '../../src/hub/create-hub.js';
import type { Board, TicketRow, View } from '../../src/domain/types.js';
import type { UnreliableLine } from './line.js';

export interface TabOptions {
  readonly app: App;
  readonly usercode: string;
  readonly view: View;
  readonly now: () => number;
  readonly line: UnreliableLine;
  readonly createHub: typeof import('../../src/hub/create-hub.js').createHub;
}

const base = 'http://desk.test';
const mostRows = 40;

type Counts = Readonly<Record<View, number>>;
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
    const shown = [tickets.$window, tickets.$waiting, tickets.$counts, tickets.$current, board.$board];
    const beside = [presence.$viewers, assignments.$assigned, session.$session, session.$connection];
    for (const store of [...shown, ...beside] as (typeof tickets.$waiting)[]) {
      this.#ended.push(new Promise((ended) => onMount(store, () => ended)));
      this.#stops.push(store.listen(() => undefined));
    }
    this.name = `${usercode} ${view}`;
    this.hub.tickets.$window.get().want(0, mostRows);
  }

  readonly name: string;

  get isReady(): boolean {
    const { tickets, board, session } = this.hub;
    const loads = [tickets.$counts.get(), board.$board.get(), tickets.$window.get()];
    return loads.every(({ status }) => status === 'ready') && session.$connection.get() === 'live';
  }

  /** What this page shows otherwise than the server says; undefined where it is all the same. */
  async difference(): Promise<string | undefined> {
    const { tickets, board } = this.hub;
    if (!this.isReady) return `not ready: ${this.hub.session.$connection.get()} ${tickets.$window.get().status}`;
    const [counts, figures] = await Promise.all([
      this.#get<Counts>('tickets/counts.json'),
      this.#get<Board>('board.json'),
    ]);
    const shown = tickets.$window.get();
    const rows = Array.from({ length: Math.min(shown.total, mostRows) }, (_, at) => shown.row(at)).filter(
      (row) => !!row,
    );
    const fresh = await this.#rows(`view=${this.options.view}&limit=${mostRows}&sort=updatedAt:desc`);
    return (
      differ('counts', valueOf(tickets.$counts.get()), counts) ??
      differ('board', figuresOf(valueOf(board.$board.get())), figuresOf(figures)) ??
      differ('list', rows.map(factsOf), fresh.map(factsOf)) ??
      (await this.#currentDifference())
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

  async #currentDifference(): Promise<string | undefined> {
    const { $currentId, $current } = this.hub.tickets;
    const ticketId = $currentId.get();
    const load = $current.get();
    if (ticketId === null) return undefined;
    const [now] = await this.#rows(`ids=${ticketId}`);
    if (!now) return undefined;
    if (load.status !== 'ready') return `the open ticket is ${load.status}`;
    return differ('open ticket', factsOf(load.value), factsOf(now));
  }

  async #rows(search: string): Promise<readonly TicketRow[]> {
    return (await this.#answer(`tickets.json?${search}`)) as readonly TicketRow[];
  }

  async #get<T>(path: string): Promise<T> {
    return (await this.#answer(path)) as T;
  }

  async #answer(path: string): Promise<unknown> {
    const { token } = await this.#token();
    const headers = { Authorization: `Bearer ${token}` };
    const response = await this.options.app.fetch(new Request(`${base}/demo/openapi/v1/console/${path}`, { headers }));
    const { result } = (await response.json()) as { result: { content?: unknown; contents?: unknown } };
    return result.content ?? result.contents;
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
    return response.ok ? line.carry(response, signal) : response;
  };
}

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
