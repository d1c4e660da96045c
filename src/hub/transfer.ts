import type { Api } from '../api/api.js';
import type { TransferSource } from '../base/hub-context.js';
import { known } from '../base/known.js';
import type { DraftKind, Session, Ticket } from '../domain/types.js';
import * as requests from '../events/requests.js';
import type { Drafts } from './drafts.js';
import { insist, isSettled } from './insist.js';
import { isTicket } from './is-ticket.js';
import { asDeskError } from './load.js';
import type { Tickets } from './tickets.js';
import { UnsentAnswers } from './unsent.js';
import type { Work } from './work.js';

export interface TransferParts {
  readonly api: Pick<Api, 'transfer' | 'ticket' | 'history'>;
  readonly tickets: Tickets;
  readonly work: Work;
  readonly serviceId: string;
  session(): Promise<Session>;
  drafts(kind?: DraftKind): Promise<Drafts>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/** The ticket that is to be handed over as it is now: what the page has of it, else what the server says. */
export async function sourceOf(
  { api, tickets }: Pick<TransferParts, 'api' | 'tickets'>,
  ticketId: string,
  signal: AbortSignal,
): Promise<TransferSource> {
  const { $current, $history } = tickets.stores;
  const current = known($current.get());
  const history = $history.get();
  const isOpen = current?.ticketId === ticketId;
  if (isOpen && history.status === 'ready') return { ticket: current, history: history.value };
  const [ticket, entries] = await Promise.all([
    isOpen ? current : api.ticket(ticketId, signal),
    api.history(ticketId, signal),
  ]);
  return { ticket, history: entries };
}

/** What the hub does when a ticket is to be handed over. */
export function createTransferHandlers(parts: TransferParts) {
  const { api, tickets, work, serviceId, pause } = parts;
  const unsent = new UnsentAnswers();

  /** The same thing sent again, also after a reload, is one transfer. */
  async function send(request: requests.TicketTransferRequest, signal: AbortSignal): Promise<Ticket> {
    const { id, ticketId, transfer, version } = request;
    const [{ agent }, drafts] = await Promise.all([
      parts.session(),
      parts.drafts('issue' in transfer ? 'issue' : 'dooray'),
    ]);
    signal.throwIfAborted();
    const owner = `${serviceId}/${agent.usercode}`;
    const what = `${ticketId}/transfer`;
    const kept = await unsent.of(owner, what, JSON.stringify(transfer), { key: id, version });
    const resting = drafts.rest(ticketId);
    try {
      const calls = await api.transfer();
      const by = { key: kept.key, signal };
      const call = (): Promise<Ticket> =>
        'issue' in transfer
          ? calls.toIssue(ticketId, { ...transfer.issue, version: kept.version }, by)
          : calls.toDooray(ticketId, { ...transfer.dooray, version: kept.version }, by);
      const ticket = await insist(call, signal, pause);
      unsent.done(owner, what);
      // The server ended what was kept of it in the same transaction.
      if (!signal.aborted) drafts.end(ticketId);
      return ticket;
    } catch (error) {
      if (!signal.aborted && isSettled(asDeskError(error))) unsent.done(owner, what);
      void resting.then(() => drafts.wake(ticketId));
      throw error;
    }
  }

  return {
    [requests.TicketTransferRequest.type]: async (request: requests.TicketTransferRequest): Promise<void> => {
      const { id, ticketId, transfer } = request;
      const signal = parts.signal();
      work.begin(id, ticketId, 'issue' in transfer ? 'transfer_issue' : 'transfer_dooray');
      try {
        const ticket = await send(request, signal);
        if (signal.aborted) return;
        tickets.accept(ticket);
        work.end(id);
      } catch (error) {
        if (signal.aborted) return;
        const refusal = asDeskError(error);
        if (isTicket(refusal.details.content)) tickets.accept(refusal.details.content);
        work.fail(id, refusal);
      }
    },
  };
}
