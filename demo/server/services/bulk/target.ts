import { and, eq, inArray } from 'drizzle-orm';
import type { BulkTarget } from '../../../../src/domain/bulk.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { invalid, Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { bulkLimit } from '../settings.js';
import { idsOf } from '../tickets/list-ids.js';
import { listFilter } from '../tickets/search.js';

/** The tickets that a run is about, each once: those named, or those of the list at this moment but some. */
export async function ticketsOf(tx: Tx, context: AgentContext, target: BulkTarget): Promise<string[]> {
  const field = 'ids' in target ? 'ids' : 'query';
  const ids = 'ids' in target ? [...new Set(target.ids)] : await allBut(tx, context, target);
  if (ids.length > bulkLimit) {
    const problem = { field, code: 'too_many', message: `At most ${bulkLimit} tickets` };
    throw new Refusal(400, 'too_many', 'Too many tickets', { fields: [problem], content: { limit: bulkLimit } });
  }
  if (ids.length === 0) throw invalid(field, 'required', 'There is no ticket');
  return ids;
}

async function allBut(
  tx: Tx,
  context: AgentContext,
  { query, except }: Extract<BulkTarget, { query: unknown }>,
): Promise<string[]> {
  const without = new Set(except);
  const ids = await idsOf(tx, context, query, bulkLimit + without.size + 1);
  return ids.filter((id) => !without.has(id));
}

/** Those of the named tickets that the list in which they were ticked does not have now. */
export async function absentOf(tx: Tx, context: AgentContext, target: BulkTarget): Promise<string[]> {
  if (!('ids' in target) || !target.list) return [];
  const ids = [...new Set(target.ids)];
  const { where } = await listFilter(tx, context, target.list);
  const named = and(eq(tickets.serviceId, serviceOf(context)), inArray(tickets.ticketId, ids));
  const rows = await tx.select({ ticketId: tickets.ticketId }).from(tickets).where(and(named, where));
  const listed = new Set(rows.map(({ ticketId }) => ticketId));
  return ids.filter((id) => !listed.has(id));
}
