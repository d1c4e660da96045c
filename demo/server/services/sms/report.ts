import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { outbox, smsMessages } from '../../db/schema.js';
import type { ServiceContext } from '../context.js';
import { inTime } from '../in-time.js';
import type { Delivery } from '../mail-delivery.js';
import { enqueue, type StoredEntry } from '../outbox.js';
import { carrierPatience, write, type Progress, type SmsDeps, type SmsKey } from './progress.js';

/** How long a carrier is asked what became of one that it took. */
const patience = 3 * 24 * 3_600_000;
/** Milliseconds after which it is asked first. */
const firstPause = 2_000;

/** Lets the carrier be asked what became of a message. What was to be asked about a former try of it is over. */
export async function askReport(tx: Tx, context: ServiceContext, { serviceId, smsId }: SmsKey): Promise<void> {
  const former = and(eq(outbox.serviceId, serviceId), eq(outbox.kind, 'sms_report'), eq(outbox.key, smsId));
  await tx.delete(outbox).where(former);
  await enqueue(tx, context, { kind: 'sms_report', key: smsId, dueAt: context.now + firstPause });
}

/** Asks the carrier what became of a message that it took. */
export async function deliverReport(deps: SmsDeps, { serviceId, key: smsId }: StoredEntry): Promise<Delivery> {
  const { database, port, now, patience: limit = carrierPatience } = deps;
  const scope = { serviceId };
  const [row] = await database.transaction(scope, (tx) =>
    tx
      .select({ state: smsMessages.state, sentAt: smsMessages.sentAt })
      .from(smsMessages)
      .where(and(eq(smsMessages.serviceId, serviceId), eq(smsMessages.smsId, smsId))),
  );
  if (row?.state !== 'sent') return { outcome: 'done', answer: null };
  const report = port && (await inTime(port.report({ serviceId, smsId }), limit).catch(() => null));
  const end = (set: Progress['set']) =>
    database.transaction(scope, (tx) => write(tx, { serviceId, smsId }, { set, from: ['sent'], now: now() }));
  if (report === 'undelivered') await end({ state: 'failed', problem: 'undelivered' });
  if (report === 'delivered') await end({ state: 'delivered', deliveredAt: now() });
  const isOver = Boolean(report) || now() - (row.sentAt ?? 0) > patience;
  return { outcome: isOver ? 'done' : 'later', answer: report ?? null };
}
