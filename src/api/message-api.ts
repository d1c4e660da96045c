import type { ChatTranscript } from '../domain/chat.js';
import type { SmsMessage, SmsThread } from '../domain/sms.js';
import type { Intention } from './api.js';
import type { Call, Http } from './http.js';

/** What goes out as a text message. */
export interface SmsValues {
  readonly text: string;
  /** A JPEG that was uploaded for it. */
  readonly attachmentId?: string;
  /** When it is to leave; at once without it. */
  readonly at?: number;
}

export type MessageApi = ReturnType<typeof createMessageApi>;

/** The calls about text messages and chats. */
export function createMessageApi(http: Http) {
  const one = async <T>(path: string, call?: Call): Promise<T> =>
    (await http.json<{ readonly content: T }>(path, call)).content;
  const of = (ticketId: string): string => `tickets/${encodeURIComponent(ticketId)}`;
  const sms = (smsId: string): string => `sms/${encodeURIComponent(smsId)}`;

  return {
    sms: (ticketId: string, signal: AbortSignal) => one<SmsThread>(`${of(ticketId)}/sms.json`, { signal }),
    send: (ticketId: string, values: SmsValues, by: Intention) =>
      one<SmsMessage>(`${of(ticketId)}/sms.json`, { method: 'post', json: values, ...by }),
    cancelSms: (smsId: string, by: Intention) => one<SmsMessage>(`${sms(smsId)}.json`, { method: 'delete', ...by }),
    retrySms: (smsId: string, by: Intention) =>
      one<SmsMessage>(`${sms(smsId)}/retry.json`, { method: 'post', json: {}, ...by }),
    chat: (ticketId: string, signal: AbortSignal) => one<ChatTranscript>(`${of(ticketId)}/chat.json`, { signal }),
  };
}
