import type { Api } from '../api/api.js';
import type { HandlingApi } from '../api/handling-api.js';
import type { Task } from '../base/hub-context.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import type { Drafts } from './drafts.js';
import { insist } from './insist.js';
import { asDeskError } from './load.js';
import type { Tickets } from './tickets.js';
import type { Work } from './work.js';

export interface HandlingParts {
  readonly api: Pick<Api, 'handling'>;
  readonly tickets: Tickets;
  drafts(): Promise<Drafts>;
  readonly work: Work;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

export type HandlingHandlers = Readonly<Record<string, (event: never) => Promise<void>>>;

/** What the hub does for tickets made by hand, mails under way, templates and triggers. */
export function createHandlingHandlers({ api, tickets, drafts, work, signal, pause }: HandlingParts): HandlingHandlers {
  async function run(
    id: string,
    action: Task['action'],
    ticketId: string,
    call: (calls: HandlingApi, by: { key: string; signal: AbortSignal }) => Promise<(() => void) | void>,
  ): Promise<void> {
    const own = signal();
    work.begin(id, ticketId, action);
    try {
      const calls = await api.handling();
      const done = await insist(() => call(calls, { key: id, signal: own }), own, pause);
      if (own.aborted) return;
      done?.();
      work.end(id);
    } catch (error) {
      if (!own.aborted) work.fail(id, asDeskError(error));
    }
  }

  return {
    [requests.TicketCreateRequest.type]: ({ id, intent }: requests.TicketCreateRequest) =>
      run(id, 'create', '', async (calls, by) => {
        const ticket = await calls.create(intent, by);
        return () => {
          tickets.accept(ticket);
          work.$made.set({ taskId: id, ticketId: ticket.ticketId });
        };
      }),

    [requests.MailRequest.type]: ({ ticketId, mailId, what }: requests.MailRequest) =>
      run(newKey(), what === 'undo' ? 'undo_mail' : 'mail_retry', ticketId, async (calls, by) => {
        const ticket = await calls.mail(ticketId, mailId, what, by);
        const kept = what === 'undo' ? await drafts() : undefined;
        return () => {
          tickets.accept(ticket);
          // The text that was taken back is a draft again.
          kept?.renew(ticketId);
        };
      }),

    [requests.TemplateRequest.type]: ({ id, change }: requests.TemplateRequest) =>
      run(id, 'template', '', async (calls, by) => {
        if ('remove' in change) {
          await calls.removeTemplate(change.remove.templateId, change.remove.version, by);
          return;
        }
        const template = await calls.saveTemplate(change.save, by);
        return () => work.$saved.set({ taskId: id, template });
      }),

    [requests.TriggerRequest.type]: ({ id, change }: requests.TriggerRequest) =>
      run(id, 'trigger', '', async (calls, by) => {
        if ('save' in change) {
          const trigger = await calls.saveTrigger(change.save, by);
          return () => work.$saved.set({ taskId: id, trigger });
        }
        if ('remove' in change) await calls.removeTrigger(change.remove.triggerId, change.remove.version, by);
        else await calls.orderTriggers(change.order, by);
        return;
      }),
  };
}
