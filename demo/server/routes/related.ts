import type { Api } from '../api.js';
import { relatedQuery } from '../contract/related.js';
import { ticketPath, ticketRow } from '../contract/tickets.js';
import { invalid } from '../refusal.js';
import { askerOf } from '../services/context.js';
import { relatedTickets } from '../services/tickets/related.js';
import { queryFrom } from '../services/tickets/search-query.js';
import { reading } from './endpoint.js';

const usualLimit = 20;
const mostLimit = 100;

/** `tickets/{id}/related.json`: what the same customer asked before and since. */
export function relatedRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/tickets/{ticketId}/related.json',
      summary: 'One page of the other tickets of the same customer, newest first',
      params: ticketPath,
      query: relatedQuery,
      answer: { page: ticketRow },
    },
    (tx, context, { params, query }) => {
      // Read by the rules of the list, so that the same words find the same.
      const { q } = queryFrom(query.q === undefined ? {} : { q: query.q });
      if (q !== undefined) api.limits.take('search', askerOf(context));
      const limit = query.limit === undefined ? usualLimit : Number(query.limit);
      if (limit < 1 || limit > mostLimit) throw invalid('limit', 'out_of_range', `1 to ${mostLimit}`);
      return relatedTickets(tx, context, { ...params, q, page: Number(query.page ?? 1), limit });
    },
  );
}
