import type { Api } from '../api.js';
import { ticket, ticketPath } from '../contract/tickets.js';
import { guidanceBody } from '../contract/transfer.js';
import { OutgoingCover } from '../services/masks/outgoing.js';
import { askForGuidance, endGuidance } from '../services/transfer/guidance.js';
import { calling, mutating } from './endpoint.js';

/** `guidance.json`, `guidance/done.json`: an issue service asks that a customer be informed, and learns that it happened. */
export function guidanceRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/guidance.json',
      summary: 'Ask the service that transferred a ticket to inform its customer',
      params: ticketPath,
      body: guidanceBody,
      answer: { content: ticket },
    },
    async ({ input: { params, body }, asAgent, answered, once }) => {
      const before = await answered();
      if (before) return before;
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, params.ticketId);
      return once((tx, context) => askForGuidance(tx, context, { ...params, ...body, cover }));
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/guidance/done.json',
      summary: 'Say that the customer was informed',
      params: ticketPath,
      answer: { content: ticket },
    },
    (tx, context, { params }) => endGuidance(tx, context, params.ticketId),
  );
}
