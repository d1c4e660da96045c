import type { Api, Intention } from '../api/api.js';
import type { DoorayApi } from '../api/dooray-api.js';
import { isDraftEnded } from '../base/desk-error.js';
import type { Task } from '../base/hub-context.js';
import type { DraftKind, Session } from '../domain/types.js';
import * as requests from '../events/requests.js';
import { newKey } from '../util/key.js';
import type { Dooray } from './dooray.js';
import type { Drafts } from './drafts.js';
import { insist, isSettled } from './insist.js';
import { asDeskError } from './load.js';
import type { Tickets } from './tickets.js';
import { UnsentAnswers } from './unsent.js';
import type { Work } from './work.js';

export interface DoorayParts {
  readonly api: Pick<Api, 'dooray'>;
  readonly tickets: Pick<Tickets, 'accept'>;
  conversation(): Promise<Pick<Dooray, 'accept'>>;
  drafts(kind?: DraftKind): Promise<Drafts>;
  readonly work: Work;
  readonly serviceId: string;
  session(): Promise<Session>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

type By = Intention & { readonly signal: AbortSignal };

/** What the hub does for tickets at Dooray! and in issue management. */
export function createDoorayHandlers(parts: DoorayParts): Readonly<Record<string, (event: never) => Promise<void>>> {
  const { api, tickets, work, pause } = parts;
  const unsent = new UnsentAnswers();

  /** Runs what is refused, or answers with what is to be shown once it is done. Twice at a time it is done once. */
  async function run(
    ticketId: string,
    action: Task['action'],
    call: (calls: DoorayApi, by: By) => Promise<() => void>,
    id = newKey(),
  ): Promise<void> {
    if (work.isRunning(ticketId, action)) return;
    const signal = parts.signal();
    work.begin(id, ticketId, action);
    try {
      const calls = await api.dooray();
      const show = await call(calls, { key: id, signal });
      if (signal.aborted) return;
      show();
      work.end(id);
    } catch (error) {
      if (!signal.aborted) work.fail(id, asDeskError(error));
    }
  }

  async function comment(
    { ticketId, comment: { html, attachmentIds = [] } }: requests.DoorayCommentRequest,
    calls: DoorayApi,
    by: By,
  ): Promise<() => void> {
    const [{ agent }, drafts] = await Promise.all([parts.session(), parts.drafts()]);
    const owner = `${parts.serviceId}/${agent.usercode}`;
    const what = `dooray/${ticketId}`;
    const draftSeq = await drafts.rest(ticketId);
    if (drafts.takeEnd(ticketId)) unsent.done(owner, what);
    const content = JSON.stringify([html, attachmentIds]);
    const kept = await unsent.of(owner, what, content, { key: by.key, draftSeq });
    const values = { html, attachments: attachmentIds, draftSeq: kept.draftSeq };
    try {
      const send = () => calls.comment(ticketId, values, { key: kept.key, signal: by.signal });
      const sent = await insist(send, by.signal, pause);
      const conversation = await parts.conversation();
      return () => {
        unsent.done(owner, what);
        drafts.end(ticketId);
        conversation.accept(ticketId, sent);
      };
    } catch (error) {
      const refusal = asDeskError(error);
      if (isSettled(refusal)) unsent.done(owner, what);
      drafts.wake(ticketId);
      if (isDraftEnded(refusal)) drafts.renew(ticketId);
      throw error;
    }
  }

  return {
    [requests.DoorayCommentRequest.type]: (request: requests.DoorayCommentRequest) =>
      run(request.ticketId, 'dooray_comment', (calls, by) => comment(request, calls, by), request.id),

    [requests.DoorayRetryRequest.type]: ({ ticketId, commentId }: requests.DoorayRetryRequest) =>
      run(ticketId, 'dooray_retry', async (calls, by) => {
        const sent = await insist(() => calls.retryComment(ticketId, commentId, by), by.signal, pause);
        const conversation = await parts.conversation();
        return () => conversation.accept(ticketId, sent);
      }),

    [requests.TransferMendRequest.type]: ({ ticketId, what }: requests.TransferMendRequest) =>
      run(ticketId, what === 'retry' ? 'transfer_retry' : 'transfer_withdraw', async (calls, by) => {
        const ticket = await insist(() => calls.mend(ticketId, what, by), by.signal, pause);
        return () => tickets.accept(ticket);
      }),

    [requests.GuidanceAskRequest.type]: ({ ticketId, text }: requests.GuidanceAskRequest) =>
      run(ticketId, 'guidance_ask', async (calls, by) => {
        const drafts = await parts.drafts('guidance');
        const resting = drafts.rest(ticketId);
        try {
          const ticket = await insist(() => calls.askGuidance(ticketId, text, by), by.signal, pause);
          return () => {
            drafts.end(ticketId);
            tickets.accept(ticket);
          };
        } catch (error) {
          void resting.then(() => drafts.wake(ticketId));
          throw error;
        }
      }),

    [requests.GuidanceDoneRequest.type]: ({ ticketId }: requests.GuidanceDoneRequest) =>
      run(ticketId, 'guidance_done', async (calls, by) => {
        const ticket = await insist(() => calls.endGuidance(ticketId, by), by.signal, pause);
        return () => tickets.accept(ticket);
      }),
  };
}
