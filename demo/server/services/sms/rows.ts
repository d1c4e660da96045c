/** Text messages as they are stored. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { outbox, smsMessages } from '../../db/schema.js';

export type SmsRow = typeof smsMessages.$inferSelect;

/** The row, held until the transaction ends: a worker that wants to send it waits. */
export async function lockSms(tx: Tx, serviceId: string, smsId: string) {
  const [row] = await tx
    .select()
    .from(smsMessages)
    .where(and(eq(smsMessages.serviceId, serviceId), eq(smsMessages.smsId, smsId)))
    .for('update');
  return row;
}

/** Writes down what became of a message. */
export async function setSms(
  tx: Tx,
  { serviceId, smsId }: { readonly serviceId: string; readonly smsId: string },
  set: Partial<typeof smsMessages.$inferInsert>,
) {
  const [row] = await tx
    .update(smsMessages)
    .set(set)
    .where(and(eq(smsMessages.serviceId, serviceId), eq(smsMessages.smsId, smsId)))
    .returning();
  if (!row) throw new Error('A held row is there');
  return row;
}

/** Takes messages from what is to be sent. */
export async function withdraw(tx: Tx, serviceId: string, smsIds: readonly string[]): Promise<void> {
  if (smsIds.length === 0) return;
  await tx
    .delete(outbox)
    .where(and(eq(outbox.serviceId, serviceId), eq(outbox.kind, 'sms'), inArray(outbox.key, [...smsIds])));
}

/** Whether its words are perhaps with the customer. */
export function hasPerhapsLeft({ state, startedAt, problem }: SmsRow): boolean {
  if (state === 'failed') return problem === 'unknown' || problem === 'undelivered';
  return state === 'sent' || state === 'delivered' || (state === 'sending' && startedAt !== null);
}
