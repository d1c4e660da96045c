import type { z } from '@hono/zod-openapi';
import type { SortField, TicketQuery } from '../../../src/domain/types.js';
import type { Api } from '../api.js';
import { ticketId } from '../contract/common.js';
import { counts, listQuery, ticketRow } from '../contract/tickets.js';
import { invalid } from '../refusal.js';
import { countViews } from '../services/tickets/counts.js';
import { listTickets, ticketsByIds } from '../services/tickets/list.js';
import { reading } from './endpoint.js';

const defaultLimit = 50;
const maxLimit = 200;

type Query = z.output<typeof listQuery>;

/** `tickets.json`, `tickets/counts.json`: lists of tickets and how long they are. */
export function ticketsRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/tickets.json',
      summary: 'One page of a view, a figure or named tickets',
      query: listQuery,
      answer: { page: ticketRow },
    },
    async (tx, context, { query }) => {
      const list = queryOf(query);
      if (query.ids !== undefined) {
        const contents = await ticketsByIds(tx, context, idsOf(query.ids), isFiltered(query) ? list : null);
        return { contents, next: null, previous: null, total: contents.length, estimate: null, position: null };
      }
      if (query.cursor !== undefined && query.at !== undefined) {
        throw invalid('at', 'with_cursor', 'A page begins at a cursor or at a share of the list, not at both');
      }
      return listTickets(tx, context, {
        query: list,
        limit: limitOf(query.limit),
        cursor: query.cursor,
        at: query.at === undefined ? undefined : Number(query.at),
      });
    },
  );

  reading(
    api,
    { path: '/tickets/counts.json', summary: 'How many tickets each view holds', answer: { content: counts } },
    countViews,
  );
}

function queryOf({ view = 'all', group, transfer, figure, starred, sort }: Query): TicketQuery {
  const [field, direction] = sort.split(':');
  return {
    view,
    group: group === undefined ? undefined : Number(group),
    transfer,
    figure,
    starred: starred === undefined ? undefined : starred === 'true',
    // The schema has checked the name.
    sort: field as SortField,
    descending: direction === 'desc',
  };
}

/** Whether a list is named beside the tickets. */
function isFiltered({ view, group, transfer, figure, starred }: Query): boolean {
  return [view, group, transfer, figure, starred].some((part) => part !== undefined);
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
