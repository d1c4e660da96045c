import type { NewTicketIntent } from '../domain/create.js';
import type { MailPreview } from '../domain/mail-preview.js';
import type { CodeValues, FilledTemplate, Template, TemplateDraft } from '../domain/templates.js';
import type { Trigger, TriggerDraft } from '../domain/triggers.js';
import type { Attachment, Customer, DraftVersion, Ticket } from '../domain/types.js';
import { newKey } from '../util/key.js';
import type { Intention } from './api.js';
import type { Call, Http } from './http.js';

interface One<T> {
  readonly content: T;
}
interface Many<T> {
  readonly contents: readonly T[];
}

/** What a preview is made of. */
export interface PreviewValues {
  readonly action: 'resolve' | 'hold';
  readonly html: string;
  readonly attachmentIds?: readonly string[];
}

/** Bytes in a millisecond. */
const slowestLine = 20;

export type HandlingApi = ReturnType<typeof createHandlingApi>;

/** The calls that help writing an answer, and those by which administrators keep templates and triggers. */
export function createHandlingApi(http: Http) {
  const one = async <T>(path: string, call?: Call): Promise<T> => (await http.json<One<T>>(path, call)).content;
  const many = async <T>(path: string, call?: Call): Promise<readonly T[]> =>
    (await http.json<Many<T>>(path, call)).contents;

  return {
    versions: (ticketId: string, signal: AbortSignal) =>
      many<DraftVersion>(`tickets/${path(ticketId)}/drafts.json`, { signal }),
    preview: (ticketId: string, answer: PreviewValues, signal: AbortSignal) =>
      one<MailPreview>(`tickets/${path(ticketId)}/preview.json`, {
        method: 'post',
        json: answer,
        key: newKey(),
        signal,
        tries: 3,
      }),

    templates: (signal: AbortSignal) => many<Template>('templates.json', { signal }),
    filled: (templateId: number, of: string | CodeValues, signal: AbortSignal) =>
      one<FilledTemplate>(`templates/${templateId}/fill.json`, {
        method: 'post',
        json: typeof of === 'string' ? { ticketId: of } : { values: of },
        key: newKey(),
        signal,
        tries: 3,
      }),
    saveTemplate: ({ templateId, version, ...values }: TemplateDraft, by: Intention) =>
      templateId === null
        ? one<Template>('templates.json', { method: 'post', json: values, ...by })
        : one<Template>(`templates/${templateId}.json`, {
            method: 'patch',
            json: { expectedVersion: version, ...values },
            ...by,
          }),
    removeTemplate: (templateId: number, expectedVersion: number, by: Intention) =>
      http.json<unknown>(`templates/${templateId}.json`, { method: 'delete', json: { expectedVersion }, ...by }),

    triggers: (signal: AbortSignal) => many<Trigger>('triggers.json', { signal }),
    saveTrigger: ({ triggerId, version, ...values }: TriggerDraft, by: Intention) =>
      triggerId === null
        ? one<Trigger>('triggers.json', { method: 'post', json: values, ...by })
        : one<Trigger>(`triggers/${triggerId}.json`, {
            method: 'patch',
            json: { expectedVersion: version, ...values },
            ...by,
          }),
    removeTrigger: (triggerId: number, expectedVersion: number, by: Intention) =>
      http.json<unknown>(`triggers/${triggerId}.json`, { method: 'delete', json: { expectedVersion }, ...by }),
    orderTriggers: (triggerIds: readonly number[], by: Intention) =>
      many<Trigger>('triggers/order.json', { method: 'put', json: { triggerIds }, ...by }),

    create: (intent: NewTicketIntent, by: Intention) =>
      one<Ticket>('tickets.json', { method: 'post', json: intent, timeout: 30_000, ...by }),
    mail: (ticketId: string, mailId: string, what: 'undo' | 'retry', by: Intention) =>
      one<Ticket>(`tickets/${path(ticketId)}/mail/${path(mailId)}/${what}.json`, { method: 'post', ...by }),
    findCustomers: (q: string, signal: AbortSignal) => many<Customer>('customers.json', { search: { q }, signal }),

    /** Stores a file; several calls with one key store it once. */
    upload(file: File, inline: boolean, by: Intention, onProgress?: Call['onProgress']): Promise<Attachment> {
      const body = new FormData();
      body.append('file', file, file.name);
      return one<Attachment>('attachments.json', {
        method: 'post',
        body,
        search: inline ? { inline: true } : undefined,
        timeout: longestUpload(file.size),
        // Each try sends the whole file again.
        tries: 3,
        onProgress,
        ...by,
      });
    },
  };
}

/** Milliseconds in which a file of so many bytes arrives over a line that is slow, but works. */
export function longestUpload(bytes: number): number {
  return 30_000 + bytes / slowestLine;
}

function path(id: string): string {
  return encodeURIComponent(id);
}
