import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { EventKind } from '../../../../src/domain/ticket-events.js';
import type { Tx } from '../../db/database.js';
import { smsMessages, type tickets } from '../../db/schema.js';
import { withdraw } from './rows.js';

type Stored = Pick<typeof tickets.$inferSelect, 'serviceId' | 'ticketId' | 'spam'>;

/** Nothing goes to who turns out to be a sender of spam. Answers with the lines that the log is to tell of it. */
export async function haltForSpam(
  tx: Tx,
  before: Stored,
  { serviceId, ticketId, spam }: Stored,
): Promise<readonly { readonly kind: EventKind }[]> {
  if (!spam || before.spam) return [];
  const halted = await tx
    .update(smsMessages)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(smsMessages.serviceId, serviceId),
        eq(smsMessages.ticketId, ticketId),
        inArray(smsMessages.state, ['reserved', 'sending']),
        isNull(smsMessages.startedAt),
      ),
    )
    .returning({ smsId: smsMessages.smsId });
  await withdraw(
    tx,
    serviceId,
    halted.map(({ smsId }) => smsId),
  );
  return halted.map(() => ({ kind: 'sms_cancelled' }));
}
