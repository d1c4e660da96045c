import { isSearch } from '../../../src/domain/search.js';
import type { Api } from '../api.js';
import { ticketId } from '../contract/common.js';
import { listQuery } from '../contract/list-query.js';
import { counts, customer, customersQuery, newTicketBody, ticket, ticketRow } from '../contract/tickets.js';
import { invalid } from '../refusal.js';
import { askerOf } from '../services/context.js';
import { countViews } from '../services/tickets/counts.js';
import { createByHand } from '../services/tickets/create-by-hand.js';
import { findCustomers } from '../services/tickets/find-customers.js';
import { listTickets, ticketsByIds } from '../services/tickets/list.js';
import { queryFrom } from '../services/tickets/search-query.js';
import { mutating, reading } from './endpoint.js';

const defaultLimit = 50;
const maxLimit = 200;

/** `tickets.json`, `tickets/counts.json`: lists of tickets and how long they are, and a new one; `customers.json`: whose. */
export function ticketsRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/tickets.json',
      summary: 'One page of a view, a figure, a search or named tickets',
      query: listQuery,
      answer: { page: ticketRow },
    },
    async (tx, context, { query: { ids, cursor, at, limit, ...parameters } }) => {
      const query = queryFrom(told(parameters));
      if (ids !== undefined) {
        const contents = await ticketsByIds(tx, context, idsOf(ids), isList(parameters) ? query : null, query.fields);
        return { contents, next: null, previous: null, total: contents.length, estimate: null, position: null };
      }
      if (cursor !== undefined && at !== undefined) {
        throw invalid('at', 'with_cursor', 'A page begins at a cursor or at a share of the list, not at both');
      }
      if (isSearch(query)) api.limits.take('search', askerOf(context));
      return listTickets(tx, context, {
        query,
        limit: limitOf(limit),
        cursor,
        at: at === undefined ? undefined : Number(at),
      });
    },
  );

  reading(
    api,
    { path: '/tickets/counts.json', summary: 'How many tickets each view holds', answer: { content: counts } },
    countViews,
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets.json',
      summary: 'A ticket that an agent writes down for a customer',
      body: newTicketBody,
      answer: { content: ticket },
      status: 201,
    },
    (tx, context, { body }) => createByHand(tx, context, body, api.cipher),
  );

  reading(
    api,
    {
      path: '/customers.json',
      summary: 'Known customers whose name, address, usercode or number begins so, at most ten',
      query: customersQuery,
      answer: { contents: customer },
      limit: 'customers',
    },
    (tx, context, { query }) => findCustomers(tx, context, query.q),
  );
}

type Parameters = Readonly<Record<string, string | undefined>>;

function told(parameters: Parameters): Record<string, string> {
  const some = Object.entries(parameters).filter((one): one is [string, string] => one[1] !== undefined);
  return Object.fromEntries(some);
}

/** Whether a list is named beside the tickets. */
function isList({ fields: _fields, sort: _sort, ...others }: Parameters): boolean {
  return Object.values(others).some((part) => part !== undefined);
}

function idsOf(text: string): string[] {
  const ids = [...new Set(text.split(',').filter((id) => id !== ''))];
  if (ids.length > maxLimit) throw invalid('ids', 'too_many', `At most ${maxLimit} tickets`);
  if (!ids.every((id) => ticketId.safeParse(id).success)) throw invalid('ids', 'invalid', 'Not the id of a ticket');
  return ids;
}

function limitOf(text: string | undefined): number {
  const limit = text === undefined ? defaultLimit : Number(text);
  if (limit < 1 || limit > maxLimit) throw invalid('limit', 'out_of_range', `1 to ${maxLimit}`);
  return limit;
}
