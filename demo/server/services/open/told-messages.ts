import { and, eq, gt, inArray, notExists, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { mails, messages } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { customerKinds } from './wording.js';

/**
 * Which messages customers are told: what they wrote, and answers that can no longer be taken back. Everything that comes
 * with a message is told under the same condition.
 */
export function toldMessage(tx: Tx, context: ServiceContext): SQL | undefined {
  const withheld = tx
    .select({ one: sql`1` })
    .from(mails)
    .where(
      and(
        eq(mails.serviceId, serviceOf(context)),
        eq(mails.ticketId, messages.ticketId),
        eq(mails.entryId, messages.id),
        or(eq(mails.state, 'withdrawn'), and(eq(mails.state, 'queued'), gt(mails.until, context.now))),
      ),
    );
  return and(inArray(messages.kind, [...customerKinds]), notExists(withheld));
}
