import type {
  DoorayProject,
  DoorayTemplate,
  DoorayTransfer,
  IssueTransfer,
  TransferTargets,
} from '../domain/transfer.js';
import type { Ticket } from '../domain/types.js';
import type { Intention } from './api.js';
import type { Http } from './http.js';

/** A template, and the project that it belongs to. */
export interface TemplatePlace {
  readonly organizationId: string;
  readonly projectId: string;
  readonly templateId: string;
}

export type TransferApi = ReturnType<typeof createTransferApi>;

/** Milliseconds for what the server may have to ask Dooray! for first. */
const askingDooray = 30_000;

/** The calls that hand tickets over. */
export function createTransferApi(http: Http) {
  const one = async <T>(path: string, call: Parameters<Http['json']>[1]): Promise<T> =>
    (await http.json<{ readonly content: T }>(path, call)).content;
  const hand = (ticketId: string, to: string, json: object, by: Intention): Promise<Ticket> =>
    one<Ticket>(`tickets/${encodeURIComponent(ticketId)}/transfer/${to}.json`, {
      method: 'post',
      json,
      timeout: 30_000,
      ...by,
    });

  return {
    targets: (signal: AbortSignal) => one<TransferTargets>('transfer/targets.json', { signal }),
    project: (organizationId: string, projectId: string, signal: AbortSignal) =>
      one<DoorayProject>('transfer/dooray-project.json', {
        search: { organizationId, projectId },
        signal,
        timeout: askingDooray,
      }),
    template: (place: TemplatePlace, signal: AbortSignal) =>
      one<DoorayTemplate>('transfer/dooray-template.json', {
        search: { ...place },
        signal,
        timeout: askingDooray,
      }),

    toIssue: (ticketId: string, transfer: IssueTransfer & { readonly version?: number }, by: Intention) =>
      hand(ticketId, 'issue', transfer, by),
    toDooray: (ticketId: string, transfer: DoorayTransfer & { readonly version?: number }, by: Intention) =>
      hand(ticketId, 'dooray', transfer, by),
  };
}
