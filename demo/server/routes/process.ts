import type { Api } from '../api.js';
import { claimBody, forwardBody, processBody, processed, ticket, ticketPath } from '../contract/tickets.js';
import { claimTicket, forwardTicket } from '../services/tickets/assign.js';
import { processTicket } from '../services/tickets/process.js';
import { lookToMaskCopy, meaningOf, prepareCopy } from '../services/masks/masked-copy.js';
import { patternsOf } from '../services/masks/patterns.js';
import { calling, mutating } from './endpoint.js';
import { outcomeOf, valueOf, vaultOf } from './vault-steps.js';

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

  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/process.json',
      summary: 'Resolve, hold, comment or resolve internally',
      params: ticketPath,
      body: processBody,
      answer: { content: processed },
    },
    async ({ input: { params, body }, asAgent, once, count }) => {
      const { maskCopy = [], ...told } = body;
      const args = { ...params, ...told };
      if (maskCopy.length === 0) return once((tx, context) => processTicket(tx, context, args));
      count('mask');
      const vault = vaultOf(api);
      const { patterns, whole } = await asAgent(async (tx, context) => ({
        patterns: await patternsOf(tx, context),
        whole: await outcomeOf(() => lookToMaskCopy(tx, context, args)),
      }));
      const what = { categories: maskCopy, patterns };
      const copy = await outcomeOf(async () => prepareCopy(api.deps.database, vault, valueOf(whole), what));
      return once((tx, context) => processTicket(tx, context, args, valueOf(copy)), {
        input: { params, body: { ...body, html: meaningOf(args.html, what) } },
      });
    },
  );
}
