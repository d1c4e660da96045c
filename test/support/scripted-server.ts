import type { Job } from '../../src/domain/bulk.js';
import { usualPreferences, type Preferences } from '../../src/domain/preferences.js';
import type { Draft, Session, Ticket, TicketRow } from '../../src/domain/types.js';

export const agentSession: Session = {
  agent: {
    usercode: 'agent1',
    name: '김상담',
    role: 'agent',
    groups: [{ groupId: 1, name: '1차 상담' }],
    permissions: { forward: true, mask: true, reveal: true, unmask: false, purge: false, audit: false, export: false },
  },
  service: {
    serviceId: 'demo',
    name: '데모',
    kind: 'consultation',
    timeZone: 'Asia/Seoul',
    language: 'ko',
    languages: ['ko', 'ja', 'en'],
    editor: 'text',
  },
  capabilities: {
    phone: false,
    chat: false,
    sms: false,
    security: false,
    dooray: false,
    issueTransfer: false,
    customerInfo: false,
  },
};

/** Id of the n-th ticket of a scripted list. */
export function idOf(number: number): string {
  return `T${String(1_700_000_000_000 + number)}AAAAA`;
}

/** A ticket nobody holds; say what the test is about. */
export function ticketOf(number: number, change: Partial<Ticket> = {}): Ticket {
  return {
    ticketId: idOf(number),
    version: 1,
    status: 'unassigned',
    spam: false,
    resolution: null,
    reason: null,
    subject: `문의 ${number}`,
    priority: 'normal',
    channel: 'mail',
    language: 'ko',
    categoryId: null,
    handlingTypeId: null,
    group: null,
    assignee: null,
    creator: null,
    customer: null,
    starred: false,
    unread: true,
    transfer: null,
    origin: null,
    guidance: null,
    createdAt: 1_700_000_000_000 + number,
    updatedAt: 1_700_000_000_000 - number,
    resolvedAt: null,
    actions: ['claim', 'comment', 'star', 'edit'],
    fields: {},
    ...change,
  };
}

/** One call that the server got. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly search: URLSearchParams;
  readonly key: string | null;
  readonly token: string | null;
  readonly headers: Headers;
  readonly keepalive: boolean;
  readonly body: Record<string, unknown> | null;
}

type Answer = Response | Promise<Response>;

/** An answer in the envelope of the contract. */
export function envelope(result: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const header = { resultCode: status, resultMessage: '', isSuccessful: status < 300 };
  return new Response(JSON.stringify({ header, result }), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export const content = (value: unknown): Response => envelope({ content: value });
export const refusal = (status: number, value: object = {}): Response => envelope({ content: value }, status);

/**
 * A server in a few lines, for what the real one does not do on demand: it answers late, breaks off or is silent when
 * told so. `fetch` goes into the hub.
 */
export class ScriptedServer {
  readonly calls: Call[] = [];
  tickets: Ticket[] = [];
  drafts = new Map<string, Draft>();
  session = agentSession;
  preferences: Preferences = usualPreferences;
  jobs: Job[] = [];
  /** Answers instead of the server, until it returns undefined. */
  before?: (call: Call) => Answer | undefined;
  #streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #eventId = 0;

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const call: Call = {
      method: request.method,
      path: url.pathname.replace(/^.*\/console\//, ''),
      search: url.searchParams,
      key: request.headers.get('Idempotency-Key'),
      token: request.headers.get('Authorization'),
      headers: request.headers,
      keepalive: request.keepalive,
      body: text ? (JSON.parse(text) as Record<string, unknown>) : null,
    };
    this.calls.push(call);
    const answer = (await this.before?.(call)) ?? this.#answer(call);
    request.signal.throwIfAborted();
    return answer;
  };

  to(path: string | RegExp, method?: string): Call[] {
    return this.calls.filter(
      (call) =>
        (typeof path === 'string' ? call.path === path : path.test(call.path)) && (!method || call.method === method),
    );
  }

  get streams(): number {
    return this.#streams.size;
  }

  /** Tells every open stream. */
  tell(name: string, data: unknown = {}, id = String(++this.#eventId)): void {
    this.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  write(text: string): void {
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Ends every open stream, as a proxy does. */
  cut(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  /** Changes a ticket as somebody else would, and tells it. */
  change(number: number, change: Partial<Ticket>): void {
    const ticket = this.find(idOf(number));
    if (!ticket) return;
    Object.assign(ticket, change, { version: ticket.version + 1 });
    this.tell('ticket', { ticketId: ticket.ticketId, version: ticket.version, changed: Object.keys(change) });
  }

  find(ticketId: string): Ticket | undefined {
    return this.tickets.find((ticket) => ticket.ticketId === ticketId);
  }

  #answer(call: Call): Response {
    const [, ticketId = '', what = ''] = /^tickets\/(T\w+)(?:\/(\w+))?\.json$/.exec(call.path) ?? [];
    if (ticketId) return this.#ofTicket(call, ticketId, what);
    switch (call.path) {
      case 'session.json':
        return content(this.session);
      case 'settings.json':
        return content({
          categories: [],
          handlingTypes: [],
          handlingTypeRequired: false,
          groups: [],
          reasons: [],
          undoSeconds: 0,
        });
      case 'tickets.json':
        return this.#list(call);
      case 'tickets/counts.json':
        return content({ all: this.tickets.length, unassigned: this.tickets.length });
      case 'preferences.json':
        return this.#preferences(call);
      case 'counts.json':
        return envelope({
          contents: (call.body?.['queries'] as string[]).map((list) => ({
            total: this.#lengthOf(list),
            estimate: null,
          })),
        });
      case 'tickets/bulk.json':
        return this.#begin(call);
      case 'jobs.json':
        return envelope({ contents: this.jobs });
      case 'board.json':
        return content({ all: {}, my: {} });
      case 'events':
        return this.#stream();
      default:
        return refusal(404);
    }
  }

  #list({ search }: Call): Response {
    const ids = search.get('ids')?.split(',');
    if (ids) {
      const among = search.has('view') ? this.#query(search) : this.tickets;
      const contents = among.filter(({ ticketId }) => ids.includes(ticketId));
      return envelope({ contents, next: null, previous: null, total: null, position: null });
    }
    const limit = Number(search.get('limit') ?? 50);
    const list = this.#query(search);
    const at = search.get('at');
    const [direction, edge] = (search.get('cursor') ?? '').split(':');
    let start =
      at === null ? 0 : Math.max(0, Math.min(Math.floor(Number(at) * list.length + 1e-6), list.length - limit));
    if (direction === 'next') start = list.findIndex((row) => row.ticketId === edge) + 1;
    const end = direction === 'previous' ? list.findIndex((row) => row.ticketId === edge) : start + limit;
    if (direction === 'previous') start = Math.max(0, end - limit);
    const contents = list.slice(start, end);
    return envelope({
      contents,
      next: end < list.length ? `next:${contents.at(-1)?.ticketId}` : null,
      previous: start > 0 ? `previous:${contents[0]?.ticketId}` : null,
      total: direction ? null : list.length,
      position: at === null ? null : { index: start, exact: true },
    });
  }

  #lengthOf(list: string): number {
    return this.#query(new URLSearchParams(list)).length;
  }

  #preferences({ method, body }: Call): Response {
    if (method === 'PUT') {
      this.preferences = { ...this.preferences, ...(body as Partial<Preferences>) };
      this.tell('session');
    }
    return content(this.preferences);
  }

  #begin({ key, body }: Call): Response {
    const known = this.jobs.find(({ requestId }) => requestId === key);
    const ids = (body?.['ids'] as string[] | undefined) ?? [];
    const job: Job = known ?? {
      jobId: String(this.jobs.length + 1),
      requestId: key ?? '',
      action: body?.['action'] as Job['action'],
      state: 'running',
      total: ids.length,
      succeeded: 0,
      failed: 0,
      mails: 0,
      by: { usercode: this.session.agent.usercode, name: this.session.agent.name },
      createdAt: Date.now(),
      finishedAt: null,
    };
    if (!known) this.jobs.unshift(job);
    return envelope({ content: job }, 202);
  }

  #query(search: URLSearchParams): TicketRow[] {
    const [view, starred, text] = [search.get('view'), search.get('starred'), search.get('q') ?? ''];
    const inView = this.tickets.filter(
      (ticket) =>
        !ticket.spam &&
        (view !== 'unassigned' || ticket.status === 'unassigned') &&
        (starred === null || String(ticket.starred) === starred) &&
        ticket.subject.includes(text),
    );
    const [field, order] = (search.get('sort') ?? 'updatedAt:desc').split(':') as ['updatedAt' | 'createdAt', string];
    const sign = order === 'desc' ? -1 : 1;
    return inView.sort((one, other) => sign * (one[field] - other[field]));
  }

  #ofTicket({ method, search, body }: Call, ticketId: string, what: string): Response {
    const ticket = this.find(ticketId);
    if (!ticket) return refusal(404);
    if (what === 'history' || what === 'events') return envelope({ contents: [] });
    if (what === 'draft') return this.#draft(method, [ticketId, search.get('kind') ?? []].flat().join(' '), body);
    if (method === 'GET') return content(ticket);
    if (what === 'read') {
      const { version } = Object.assign(ticket, { unread: false });
      this.tell('ticket', { ticketId, version, changed: ['unread'] });
      return content({ ...ticket });
    }
    const assignee = { usercode: this.session.agent.usercode, name: this.session.agent.name };
    const group = this.session.agent.groups[0] ?? null;
    const { expectedVersion: _version, ...change } = body ?? {};
    const changes: Record<string, Partial<Ticket>> = {
      claim: { status: 'processing', assignee, group, actions: ['resolve', 'comment'] },
      process: { status: body?.['action'] === 'hold' ? 'pending' : 'resolved' },
      '': change,
    };
    if (what === 'process') this.#draft('DELETE', ticketId, null);
    Object.assign(ticket, changes[what], { version: ticket.version + 1 });
    return content(what === 'process' ? { ticket: { ...ticket }, entry: null } : { ...ticket });
  }

  #draft(method: string, name: string, body: Call['body']): Response {
    const kept = this.drafts.get(name);
    if (method === 'GET') return content(kept ?? null);
    if (method === 'DELETE') {
      this.drafts.set(name, {
        html: '',
        action: null,
        values: {},
        seq: (kept?.seq ?? 0) + 1,
        updatedAt: Date.now(),
      });
      return content(this.drafts.get(name));
    }
    const draft = body as unknown as Draft;
    if (draft.seq !== (kept?.seq ?? 0))
      return refusal(409, { mine: draft, other: kept ?? null, code: 'draft_conflict' });
    this.drafts.set(name, { ...draft, seq: draft.seq + 1, updatedAt: Date.now() });
    return content(this.drafts.get(name));
  }

  #stream(): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void this.#streams.add((own = controller)),
      cancel: () => void this.#streams.delete(own),
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}

/** A list of that many tickets that nobody holds, newest first. */
export function serverWith(count: number): ScriptedServer {
  const server = new ScriptedServer();
  server.tickets = Array.from({ length: count }, (_, number) => ticketOf(number));
  return server;
}
