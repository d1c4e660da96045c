import type { Language } from '../../src/domain/types.js';
import { TicketSelectRequest } from '../../src/events/requests.js';
import { windowOf, type FakeHub } from '../../test/support/fake-hub.js';
import { sampleHistory, sampleRows, sampleTicket } from './sample-tickets.js';
import { ready, sampleHub } from './samples.js';

/** A hub with a full list; choosing a ticket in `host` opens it, as the real hub does. */
export function consoleHub(language: Language = 'ko', ticket: number | null = null): FakeHub {
  const hub = sampleHub(language);
  hub.tickets.$window.set(windowOf(sampleRows(60, language)));
  choose(hub, language, ticket);
  return hub;
}

function choose(hub: FakeHub, language: Language, index: number | null): void {
  const ticket = index === null ? null : sampleTicket(language, index);
  hub.tickets.$currentId.set(ticket?.ticketId ?? null);
  hub.tickets.$current.set(ticket ? ready(ticket) : { status: 'idle' });
  hub.tickets.$history.set(ticket ? ready(sampleHistory(language)) : { status: 'idle' });
  hub.tickets.$events.set(ready([]));
  hub.tickets.$draft.set(ticket ? { ticketId: ticket.ticketId, draft: null, state: 'kept' } : null);
}

/** Lets rows of the list and the way back work in a story that has no server. */
export function followChoice(host: HTMLElement, hub: FakeHub, language: Language = 'ko'): void {
  host.addEventListener(TicketSelectRequest.type, (event) => {
    const { ticketId } = event as TicketSelectRequest;
    const index = ticketId === null ? -1 : hub.tickets.$window.get().indexOf(ticketId);
    choose(hub, language, index < 0 ? null : index);
  });
}
