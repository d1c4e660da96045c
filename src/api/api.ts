import type { Preferences } from '../domain/preferences.js';
import { parametersOf } from '../domain/search-text.js';
import type {
  Board,
  HistoryEntry,
  Session,
  Settings,
  Ticket,
  TicketEvent,
  TicketQuery,
  TicketRow,
  View,
} from '../domain/types.js';
import { DeskError } from '../base/desk-error.js';
import { once } from '../util/once.js';
import type { EventStream, StreamOptions } from './event-stream.js';
import { createHttp, type Call } from './http.js';
import { TokenSource, type GetToken } from './token-source.js';

export interface ApiOptions {
  /** Origin of the server, with a path in front where there is one; without the service. */
  readonly baseUrl: string;
  readonly service: string;
  readonly fetch: () => typeof globalThis.fetch;
  readonly getToken: () => GetToken | undefined;
  /** Ends everything under way. */
  readonly signal: AbortSignal;
  /** The server's time minus ours, whenever an answer tells it. */
  readonly onOffset?: (milliseconds: number) => void;
  readonly onSignedOut?: () => void;
  readonly onSignedIn?: () => void;
  /** Who a renewed token belongs to, told before any other call uses it. */
  readonly onAgent?: (session: Session) => void;
  readonly pause?: (attempt: number) => number;
}

/** A stretch of a list. Cursors are null where the list ends; `total` where it was not counted. */
export interface TicketPage {
  readonly rows: readonly TicketRow[];
  readonly next: string | null;
  readonly previous: string | null;
  readonly total: number | null;
  /** About how long a list is that is too long to count. */
  readonly estimate?: number | null;
  readonly position: { readonly index: number; readonly exact: boolean } | null;
}

/** Where a stretch begins: behind or before a cursor, or at a share of the list. */
export type PageStart = { readonly cursor?: string; readonly at?: number };

/** What makes an action that is sent twice one action. */
export interface Intention {
  readonly key: string;
  readonly signal?: AbortSignal;
}

interface One<T> {
  readonly content: T;
}
interface Many<T> {
  readonly contents: readonly T[];
}
interface Page extends Many<TicketRow>, Omit<TicketPage, 'rows'> {}

export type Api = ReturnType<typeof createApi>;

/** The server's calls as functions: domain types in and out, `DeskError` when one fails. */
export function createApi(options: ApiOptions) {
  let offset = 0;
  let isKnown = false;
  let hasAnswered!: () => void;
  const answered = new Promise<void>((resolve) => (hasAnswered = resolve));
  const token = new TokenSource({
    getToken: options.getToken,
    serverNow: () => Date.now() + offset,
    signal: options.signal,
    onSignedOut: options.onSignedOut,
    onSignedIn: options.onSignedIn,
    async onRenewed(bearer) {
      if (options.onAgent) options.onAgent(await one<Session>('session.json', { bearer }));
    },
  });
  const http = createHttp({
    baseUrl: `${options.baseUrl.replace(/\/+$/, '')}/${encodeURIComponent(options.service)}/openapi/v1/console`,
    fetch: options.fetch,
    token,
    signal: options.signal,
    pause: options.pause,
    onEnd: hasAnswered,
    onDate(server) {
      // The header has whole seconds; less than that is no news.
      const heard = server + 500 - Date.now();
      if (isKnown && Math.abs(heard - offset) < 1500) return;
      isKnown = true;
      offset = Math.abs(heard) < 1500 ? 0 : heard;
      options.onOffset?.(offset);
    },
  });
  const one = async <T>(path: string, call?: Call): Promise<T> => (await http.json<One<T>>(path, call)).content;
  const many = async <T>(path: string, call?: Call): Promise<readonly T[]> =>
    (await http.json<Many<T>>(path, call)).contents;
  const page = async (search: Call['search'], signal: AbortSignal): Promise<TicketPage> => {
    const { contents, ...rest } = await http.json<Page>('tickets.json', { search, signal });
    return { rows: contents, ...rest };
  };

  return {
    session: (signal: AbortSignal) => one<Session>('session.json', { signal }),
    settings: (signal: AbortSignal) => one<Settings>('settings.json', { signal }),
    counts: (signal: AbortSignal) => one<Readonly<Record<View, number>>>('tickets/counts.json', { signal }),
    board: (signal: AbortSignal) => one<Board>('board.json', { signal }),
    preferences: (signal: AbortSignal) => one<Preferences>('preferences.json', { signal }),

    tickets: (query: TicketQuery, start: PageStart, limit: number, signal: AbortSignal) =>
      page({ ...parametersOf(query), cursor: start.cursor, at: start.at?.toFixed(9), limit }, signal),
    /** Those of the tickets that are still there, in whichever list, with the values of some fields. */
    ticketsById: async (ids: readonly string[], fields: readonly string[] | undefined, signal: AbortSignal) =>
      (await page({ ids: ids.join(','), fields: fields?.join(',') }, signal)).rows,
    /** Those of the tickets that are in a list. */
    ticketsIn: async (query: TicketQuery, ids: readonly string[], signal: AbortSignal) =>
      (await page({ ...parametersOf(query), ids: ids.join(',') }, signal)).rows,

    ticket: (id: string, signal: AbortSignal) => one<Ticket>(`tickets/${path(id)}.json`, { signal }),
    history: (id: string, signal: AbortSignal) => many<HistoryEntry>(`tickets/${path(id)}/history.json`, { signal }),
    events: (id: string, signal: AbortSignal) => many<TicketEvent>(`tickets/${path(id)}/events.json`, { signal }),

    markRead: (id: string, version: number, { key, signal }: Intention) =>
      one<Ticket>(`tickets/${path(id)}/read.json`, { method: 'put', json: { version }, key, signal }),
    attachment: async (id: string, signal: AbortSignal) =>
      (await http.raw(`attachments/${path(id)}`, { signal, timeout: 60_000 })).blob(),

    /** Settles when the first call ended, well or not. */
    answered,

    /** An agent waits to be signed in again: the host is asked for a token by whichever call needs one next. */
    urge: () => token.urge(),

    /** The calls by which an agent works on tickets. */
    work: lazily(async () => (await import('./work-api.js')).createWorkApi(http)),
    /** The calls of what opens late. */
    late: lazily(async () => (await import('./late-api.js')).createLateApi(http)),
    /** The calls about the access log. */
    audit: lazily(async () => (await import('./audit-api.js')).createAuditApi(http)),
    /** The calls about tickets at Dooray! and in issue management. */
    dooray: lazily(async () => (await import('./dooray-api.js')).createDoorayApi(http)),
    /** The calls about masks. */
    masking: lazily(async () => (await import('./mask-api.js')).createMaskApi(http)),
    /** The calls that help writing an answer. */
    handling: lazily(async () => (await import('./handling-api.js')).createHandlingApi(http)),
    /** The calls about who is there. */
    presence: lazily(async () => (await import('./presence-api.js')).createPresenceApi(http)),
    /** The calls about text messages and chats. */
    messages: lazily(async () => (await import('./message-api.js')).createMessageApi(http)),
    /** The calls that hand tickets over. */
    transfer: lazily(async () => (await import('./transfer-api.js')).createTransferApi(http)),

    /** Starts the live stream. Before it heard an event, it asks for those within the last milliseconds that `within` tells. */
    async live(within: () => number, stream: Omit<StreamOptions, 'open'>): Promise<EventStream> {
      const { EventStream } = await import('./event-stream.js');
      return new EventStream({
        ...stream,
        open: (lastId, signal) =>
          http.raw('events', {
            signal,
            tries: 2,
            isPatient: true,
            search: lastId ? undefined : { within: within() },
            headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
          }),
      });
    },
  };
}

/** Loads a part of the calls when it is first needed. */
function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  return once(() =>
    load().catch((cause: unknown) => {
      throw new DeskError('offline', 'A part of the kit could not be loaded.', { cause });
    }),
  );
}

function path(id: string): string {
  return encodeURIComponent(id);
}
