import type { TicketQuery } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import type { AgentContext } from '../context.js';
import { listFilter } from './search.js';
import { orderOf, requireSortable } from './sort-keys.js';

/** The tickets of a list in its order, as many as are asked for at most: all of one moment. */
export async function idsOf(tx: Tx, context: AgentContext, query: TicketQuery, limit: number): Promise<string[]> {
  await requireSortable(tx, context, query.sort);
  const { where } = await listFilter(tx, context, query);
  const rows = await tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .where(where)
    .orderBy(...orderOf(query.sort, query.descending))
    .limit(limit);
  return rows.map(({ ticketId }) => ticketId);
}
