import type { CustomerFact } from '../domain/customer-info.js';
import type {
  Action,
  Draft,
  DraftKind,
  FieldValue,
  HistoryEntry,
  MaskCategory,
  Priority,
  Reason,
  Ticket,
} from '../domain/types.js';
import type { Intention } from './api.js';
import type { Call, Http } from './http.js';

export interface ProcessValues {
  readonly action: Extract<Action, 'resolve' | 'hold' | 'comment' | 'internal'>;
  readonly html: string;
  readonly reason?: Reason;
  readonly values?: Readonly<Record<string, FieldValue>>;
  readonly handlingTypeId?: number | null;
  readonly priority?: Priority;
  readonly draftSeq?: number;
  readonly confirmed?: boolean;
  readonly attachmentIds?: readonly string[];
  readonly maskCopy?: readonly MaskCategory[];
}

export interface DraftValues {
  readonly html: string;
  /** Number of the draft that the text is based on; 0 where there was none. */
  readonly seq: number;
  readonly action: Action | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly attachmentIds?: readonly string[];
}

export interface TicketChange {
  readonly starred?: boolean;
  readonly priority?: Priority;
  readonly handlingTypeId?: number | null;
  readonly customer?: Readonly<Partial<Record<CustomerFact, string | null>>>;
  readonly categoryId?: number;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

interface One<T> {
  readonly content: T;
}

export type WorkApi = ReturnType<typeof createWorkApi>;

/** The calls by which an agent works on tickets: needed when the first is made, and loaded then. */
export function createWorkApi(http: Http) {
  const one = async <T>(path: string, call?: Call): Promise<T> => (await http.json<One<T>>(path, call)).content;
  const act = (method: Call['method'], path: string, json: unknown, { key, signal }: Intention) =>
    one<Ticket>(path, { method, json, key, signal });

  const draftCalls = (kind: DraftKind) => {
    const call = <T>(id: string, more: Call): Promise<T> =>
      one<T>(`tickets/${path(id)}/draft.json`, { ...(kind !== 'answer' && { search: { kind } }), ...more });
    return {
      draft: (id: string, signal: AbortSignal, isPatient?: boolean) => call<Draft | null>(id, { signal, isPatient }),
      saveDraft: (id: string, draft: DraftValues, by: Intention & Pick<Call, 'keepalive' | 'isPatient'>) =>
        call<Draft>(id, { method: 'put', json: draft, tries: 1, ...by }),
      dropDraft: (id: string, by: Intention) => call<Draft | null>(id, { method: 'delete', tries: 1, ...by }),
    };
  };

  return {
    claim: (id: string, expectedVersion: number, groupId: number | null, by: Intention) =>
      act('post', `tickets/${path(id)}/claim.json`, { expectedVersion, groupId: groupId ?? undefined }, by),
    forward: (id: string, expectedVersion: number, to: { groupId: number; usercode: string }, by: Intention) =>
      act('post', `tickets/${path(id)}/forward.json`, { expectedVersion, ...to }, by),
    change: (id: string, expectedVersion: number | undefined, change: TicketChange, by: Intention) =>
      act('patch', `tickets/${path(id)}.json`, { expectedVersion, ...change }, by),
    complete: (id: string, expectedVersion: number, by: Intention) =>
      act('post', `tickets/${path(id)}/complete.json`, { expectedVersion }, by),
    restore: (id: string, expectedVersion: number, by: Intention) =>
      act('post', `tickets/${path(id)}/restore.json`, { expectedVersion }, by),
    remove: (id: string, expectedVersion: number, { key, signal }: Intention) =>
      http.json<unknown>(`tickets/${path(id)}.json`, { method: 'delete', json: { expectedVersion }, key, signal }),
    process: (id: string, expectedVersion: number | undefined, values: ProcessValues, { key, signal }: Intention) =>
      one<{ readonly ticket: Ticket; readonly entry: HistoryEntry }>(`tickets/${path(id)}/process.json`, {
        method: 'post',
        json: { expectedVersion, ...values },
        key,
        signal,
        timeout: 30_000,
      }),

    ...draftCalls('answer'),
    /** The same calls for another kind of text. */
    draftsOf: draftCalls,
  };
}

function path(id: string): string {
  return encodeURIComponent(id);
}
