import { and, eq } from 'drizzle-orm';
import type { EventKind } from '../../../../src/domain/ticket-events.js';
import type { Tx } from '../../db/database.js';
import { callbacks, type tickets } from '../../db/schema.js';
import type { AgentContext, ServiceContext } from '../context.js';
import { emit } from '../events.js';

type Stored = Pick<typeof tickets.$inferSelect, 'serviceId' | 'ticketId' | 'assignee' | 'spam'>;

/**
 * What a step of a ticket means for its promised call: it goes to whoever has the ticket now, and ends when the ticket
 * turns out to be spam. Answers with the lines that the log is to tell of it.
 */
export async function followTicket(
  tx: Tx,
  context: AgentContext | ServiceContext,
  before: Stored,
  after: Stored,
): Promise<readonly { readonly kind: EventKind }[]> {
  const isSpam = after.spam && !before.spam;
  const isGiven = after.assignee !== null && after.assignee !== before.assignee;
  if (!isSpam && !isGiven) return [];
  const moved = await tx
    .update(callbacks)
    // Who has it now was not told yet.
    .set(isSpam ? { state: 'cancelled' } : { usercode: after.assignee ?? '', toldAt: null })
    .where(
      and(
        eq(callbacks.serviceId, after.serviceId),
        eq(callbacks.ticketId, after.ticketId),
        eq(callbacks.state, 'open'),
      ),
    )
    .returning({ callId: callbacks.callbackId });
  if (moved.length === 0) return [];
  const concerned = new Set([before.assignee, after.assignee].filter((one) => one !== null));
  await emit(tx, context, ...[...concerned].map((audience) => ({ topic: 'call', audience }) as const));
  return isSpam ? [{ kind: 'call_cancelled' }] : [];
}
