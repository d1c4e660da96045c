import type { BulkAgreement, BulkCheck, BulkIntent, BulkTarget, Job, JobPage } from '../domain/bulk.js';
import type { CallStep, PromisedCall } from '../domain/calls.js';
import type { CustomerInfo } from '../domain/customer-info.js';
import type { ToldChannels } from '../domain/channel-board.js';
import type { Notice } from '../domain/notices.js';
import type { Preferences } from '../domain/preferences.js';
import type { RelatedAsk, RelatedPage } from '../domain/related.js';
import { searchText } from '../domain/search-text.js';
import type { Language, TicketQuery, TicketRow } from '../domain/types.js';
import { newKey } from '../util/key.js';
import type { Intention } from './api.js';
import type { Call, Http } from './http.js';
import { namedFile, type NamedFile } from './named-file.js';

/** How long a list is: counted, or about so long. */
export interface ListLength {
  readonly total: number | null;
  readonly estimate: number | null;
}

interface RelatedAnswer {
  readonly contents: readonly TicketRow[];
  readonly next: string | null;
  readonly total: number | null;
}

interface One<T> {
  readonly content: T;
}

export type LateApi = ReturnType<typeof createLateApi>;

/** The calls that no first screen makes: kept apart, so that it does not load them. */
export function createLateApi(http: Http) {
  const one = async <T>(path: string, call: Call): Promise<T> => (await http.json<One<T>>(path, call)).content;
  /** A call that changes nothing but has too much to say for an address. */
  const ask = <T>(path: string, json: unknown, signal: AbortSignal, timeout?: number): Promise<T> =>
    one<T>(path, { method: 'post', json, key: newKey(), signal, timeout, tries: 3 });

  return {
    savePreferences: (change: Partial<Preferences>, by: Intention & Pick<Call, 'keepalive' | 'isPatient'>) =>
      one<Preferences>('preferences.json', { method: 'put', json: change, tries: 1, ...by }),

    /** How long lists are, by their search strings; null for one that cannot be searched. */
    lengths: async (queries: readonly string[], signal: AbortSignal) =>
      (
        await http.json<{ readonly contents: readonly (ListLength | null)[] }>('counts.json', {
          method: 'post',
          json: { queries },
          key: newKey(),
          signal,
          tries: 2,
        })
      ).contents,

    checkBulk: (target: BulkTarget, intent: BulkIntent, signal: AbortSignal) =>
      ask<BulkCheck>(
        'tickets/bulk.json',
        { ...targetBody(target), ...listBody(target), ...intent, dryRun: true },
        signal,
        60_000,
      ),
    startBulk: (
      target: BulkTarget,
      intent: BulkIntent,
      agreed: BulkAgreement | undefined,
      { key, signal }: Intention,
    ) =>
      one<Job>('tickets/bulk.json', {
        method: 'post',
        json: { ...targetBody(target), ...intent, agreed },
        key,
        signal,
        timeout: 60_000,
      }),
    jobs: async (signal: AbortSignal) =>
      (await http.json<{ readonly contents: readonly Job[] }>('jobs.json', { signal })).contents,
    job: (jobId: string, search: { readonly state?: string; readonly cursor?: string }, signal: AbortSignal) =>
      one<JobPage>(`jobs/${encodeURIComponent(jobId)}.json`, { search, signal }),
    changeJob: (jobId: string, what: 'retry' | 'cancel', { key, signal }: Intention) =>
      one<Job>(`jobs/${encodeURIComponent(jobId)}/${what}.json`, { method: 'post', key, signal }),

    customerInfo: (values: Readonly<Record<string, string>>, signal: AbortSignal) =>
      ask<CustomerInfo>('customer-info.json', { values }, signal, 30_000),

    async related(ticketId: string, { q, page }: RelatedAsk, signal: AbortSignal): Promise<RelatedPage> {
      const path = `tickets/${encodeURIComponent(ticketId)}/related.json`;
      const { contents, next, total } = await http.json<RelatedAnswer>(path, {
        search: { q: q || undefined, page },
        signal,
      });
      return { tickets: contents, next, total: total ?? contents.length };
    },

    /** Open promised calls: the agent's own, or that of a ticket. */
    calls: async (ticketId: string | undefined, signal: AbortSignal) =>
      (await one<{ readonly calls: readonly PromisedCall[] }>('callbacks.json', { search: { ticketId }, signal }))
        .calls,
    saveCall: (ticketId: string, step: CallStep, by: Intention) =>
      'promise' in step
        ? one<PromisedCall>(`tickets/${encodeURIComponent(ticketId)}/callbacks.json`, {
            method: 'post',
            json: step.promise,
            ...by,
          })
        : one<PromisedCall>(`callbacks/${step.callId}.json`, {
            method: 'patch',
            json: { ...step.change, version: step.version },
            ...by,
          }),

    channels: (signal: AbortSignal) => one<ToldChannels>('channels.json', { signal }),

    notices: async (language: Language, signal: AbortSignal) =>
      (await http.json<{ readonly contents: readonly Notice[] }>('notices.json', { search: { language }, signal }))
        .contents,
    readNotice: (noticeId: number, updatedAt: number, { key, signal }: Intention) =>
      one<unknown>(`notices/${noticeId}/read.json`, { method: 'put', json: { updatedAt }, key, signal }),

    async exportList(
      list: {
        readonly query: TicketQuery;
        readonly columns: readonly string[];
        readonly reason: string;
        readonly language: Language;
      },
      { key, signal }: Intention,
    ): Promise<NamedFile> {
      const answer = await http.raw('tickets/export.json', {
        method: 'post',
        json: { ...list, query: searchText(list.query) },
        key,
        signal,
        timeout: 120_000,
        tries: 1,
      });
      return namedFile(answer, 'tickets.csv');
    },
  };
}

function targetBody(target: BulkTarget): object {
  return 'ids' in target ? { ids: target.ids } : { query: searchText(target.query), except: target.except };
}

function listBody(target: BulkTarget): object {
  return 'ids' in target && target.list ? { list: searchText(target.list) } : {};
}
