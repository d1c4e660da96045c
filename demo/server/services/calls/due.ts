import { and, asc, eq, gt, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Database, Tx } from '../../db/database.js';
import { callbacks, tickets } from '../../db/schema.js';
import { findService, publicService } from '../context.js';
import { emit } from '../events.js';
import { changeTicket } from '../tickets/change.js';

/** Calls that are told of in one round. */
const batch = 100;

type Due = Pick<typeof callbacks.$inferSelect, 'serviceId' | 'ticketId' | 'callbackId' | 'dueAt'>;

/**
 * Lets agents know that the time of their promised calls has come: once each, whatever number of workers looks. One that
 * cannot be told keeps none of the others from it, and is tried again in the next round.
 */
export async function tellDueCalls(database: Database, now: number, onError?: (error: unknown) => void): Promise<void> {
  let due: readonly Due[] = [];
  do {
    due = await dueAfter(database, now, due.at(-1));
    for (const call of due) {
      try {
        await database.transaction({ serviceId: call.serviceId }, (tx) => tellOne(tx, call, now));
      } catch (error) {
        onError?.(error);
      }
    }
  } while (due.length === batch);
}

function dueAfter(database: Database, now: number, last: Due | undefined): Promise<readonly Due[]> {
  const { serviceId, ticketId, callbackId, dueAt } = callbacks;
  return database.system((tx) =>
    tx
      .select({ serviceId, ticketId, callbackId, dueAt })
      .from(callbacks)
      .where(and(isDue(now), last && isBehind(last)))
      .orderBy(asc(dueAt), asc(callbackId))
      .limit(batch),
  );
}

const isBehind = ({ dueAt, callbackId }: Due): SQL | undefined =>
  or(gt(callbacks.dueAt, dueAt), and(eq(callbacks.dueAt, dueAt), gt(callbacks.callbackId, callbackId)));

const isDue = (now: number) => and(eq(callbacks.state, 'open'), isNull(callbacks.toldAt), lte(callbacks.dueAt, now));

async function tellOne(tx: Tx, { serviceId, ticketId, callbackId }: Due, now: number): Promise<void> {
  const service = await findService(tx, serviceId);
  if (!service) return;
  const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
  const [ticket] = await tx.select().from(tickets).where(one).for('update');
  // It may have been moved, ended or told of meanwhile. What belongs to no ticket is told to nobody, and not looked at again.
  const told = await tx
    .update(callbacks)
    .set({ toldAt: now })
    .where(and(eq(callbacks.serviceId, serviceId), eq(callbacks.callbackId, callbackId), isDue(now)))
    .returning({ usercode: callbacks.usercode });
  const context = { service: publicService(service), now, client: 'worker' };
  for (const { usercode } of told) {
    if (ticket && !ticket.spam) {
      const change = { set: {}, changed: ['callbacks'], actor: null, moves: false } as const;
      await changeTicket(tx, context, ticket, { ...change, log: [{ kind: 'call_due' }] });
    }
    await emit(tx, context, { topic: 'call', audience: usercode });
  }
}
