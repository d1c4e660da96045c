import type { DoorayComment, DoorayConversation } from '../domain/transfer.js';
import type { Ticket } from '../domain/types.js';
import type { Intention } from './api.js';
import type { Call, Http } from './http.js';

interface One<T> {
  readonly content: T;
}

/** What goes to a task as a comment. */
export interface DoorayCommentValues {
  readonly html: string;
  readonly attachments: readonly string[];
  /** Number of the draft that ends with it. */
  readonly draftSeq?: number;
}

export type DoorayApi = ReturnType<typeof createDoorayApi>;

/** The calls about a ticket that is at Dooray! or in issue management: the conversation, what failed, and guidance. */
export function createDoorayApi(http: Http) {
  const one = async <T>(path: string, call?: Call): Promise<T> => (await http.json<One<T>>(path, call)).content;
  const post = <T>(path: string, by: Intention, json: unknown = {}): Promise<T> =>
    one<T>(path, { method: 'post', json, ...by });
  const of = (ticketId: string): string => `tickets/${encodeURIComponent(ticketId)}`;

  return {
    conversation: (ticketId: string, signal: AbortSignal) =>
      one<DoorayConversation>(`${of(ticketId)}/dooray/conversation.json`, { signal, timeout: 30_000 }),
    comment: (ticketId: string, values: DoorayCommentValues, by: Intention) =>
      post<DoorayComment>(`${of(ticketId)}/dooray/comment.json`, by, values),
    retryComment: (ticketId: string, commentId: string, by: Intention) =>
      post<DoorayComment>(`${of(ticketId)}/dooray/comments/${encodeURIComponent(commentId)}/retry.json`, by),
    mend: (ticketId: string, what: 'retry' | 'withdraw', by: Intention) =>
      post<Ticket>(`${of(ticketId)}/transfer/${what}.json`, by),
    askGuidance: (ticketId: string, text: string, by: Intention) =>
      post<Ticket>(`${of(ticketId)}/guidance.json`, by, { text }),
    endGuidance: (ticketId: string, by: Intention) => post<Ticket>(`${of(ticketId)}/guidance/done.json`, by),
  };
}
