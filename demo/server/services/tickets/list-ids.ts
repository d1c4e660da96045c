import type { TicketQuery } from '../../../../src/domain/types.js';
import { conditionsOf } from '../../../../src/domain/views.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { viewerOf, whereOf } from './conditions-sql.js';
import { orderOf } from './sort-keys.js';

/** The tickets of a list in its order, as many as are asked for at most: all of one moment. */
export async function idsOf(tx: Tx, context: AgentContext, query: TicketQuery, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .where(whereOf(tx, serviceOf(context), conditionsOf(query), viewerOf(context)))
    .orderBy(...orderOf(query.sort as never, query.descending))
    .limit(limit);
  return rows.map(({ ticketId }) => ticketId);
}
