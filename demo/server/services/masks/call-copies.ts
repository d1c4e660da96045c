import { and, asc, eq } from 'drizzle-orm';
import type { MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { callbacks } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { emit } from '../events.js';
import type { Words } from './repeats.js';

/**
 * Takes masked words out of the promised calls of a ticket, the numbers to be called included; those that are over as
 * well, which nobody can change any more. They get another version, so that a page that still has the words does not
 * store them again.
 */
export async function coverCalls(
  tx: Tx,
  context: AgentContext,
  { ticketId, words, style }: { readonly ticketId: string; readonly words: Words; readonly style: MaskStyle },
): Promise<void> {
  const serviceId = serviceOf(context);
  const rows = await tx
    .select()
    .from(callbacks)
    .where(and(eq(callbacks.serviceId, serviceId), eq(callbacks.ticketId, ticketId)))
    .orderBy(asc(callbacks.callbackId))
    .for('update');
  const concerned = new Set<string>();
  for (const call of rows) {
    const phone = words.starredIn(call.phone, style);
    const note = words.starredIn(call.note, style);
    if (phone === call.phone && note === call.note) continue;
    await tx
      .update(callbacks)
      .set({ phone, note, version: call.version + 1 })
      .where(and(eq(callbacks.serviceId, serviceId), eq(callbacks.callbackId, call.callbackId)));
    concerned.add(call.usercode);
  }
  if (concerned.size > 0)
    await emit(tx, context, ...[...concerned].map((audience) => ({ topic: 'call', audience }) as const));
}
