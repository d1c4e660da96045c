import type { Api } from '../api.js';
import { claimBody, forwardBody, processBody, processed, ticket, ticketPath } from '../contract/tickets.js';
import { claimTicket, forwardTicket } from '../services/tickets/assign.js';
import { processTicket } from '../services/tickets/process.js';
import { mutating } from './endpoint.js';

/** `claim`, `forward`, `process`: the work of agents on a ticket. */
export function processRoutes(api: Api): void {
  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/claim.json',
      summary: 'Take an unassigned ticket',
      params: ticketPath,
      body: claimBody,
      answer: { content: ticket },
    },
    (tx, context, { params, body }) => claimTicket(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/forward.json',
      summary: 'Hand a ticket to an agent of a group',
      params: ticketPath,
      body: forwardBody,
      answer: { content: ticket },
    },
    (tx, context, { params, body }) => forwardTicket(tx, context, { ...params, ...body }),
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/process.json',
      summary: 'Resolve, hold, comment or resolve internally',
      params: ticketPath,
      body: processBody,
      answer: { content: processed },
    },
    (tx, context, { params, body }) => processTicket(tx, context, { ...params, ...body }),
  );
}
