import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { messages, smsMessages } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { setSms, withdraw, type SmsRow } from '../sms/rows.js';
import { textOf } from '../sms/thread.js';
import { logEvents } from '../tickets/change.js';
import type { Words } from './repeats.js';

interface Masked {
  readonly ticketId: string;
  readonly entryId: number;
  readonly words: Words;
}

/** Text messages that wait to leave and say masked words stay: they were seen with the words, and would go with asterisks. */
export async function haltSms(tx: Tx, context: AgentContext, masked: Masked): Promise<void> {
  const { ticketId, entryId, words } = masked;
  const rows = await tx
    .select({ sms: smsMessages, text: messages.text })
    .from(smsMessages)
    .innerJoin(messages, and(eq(messages.serviceId, smsMessages.serviceId), eq(messages.id, smsMessages.entryId)))
    .where(
      and(
        eq(smsMessages.serviceId, serviceOf(context)),
        eq(smsMessages.ticketId, ticketId),
        inArray(smsMessages.state, ['reserved', 'sending', 'failed']),
      ),
    )
    .orderBy(smsMessages.smsId)
    .for('update', { of: smsMessages });
  const saying = rows.filter(({ sms, text }) => sms.entryId === entryId || words.in(textOf({ text })).length > 0);
  const waiting = saying.map(({ sms }) => sms).filter(isWaiting);
  for (const { sms } of saying) {
    if (isWaiting(sms)) await setSms(tx, sms, { state: 'failed', problem: 'masked' });
    // Of one that perhaps left, that is what is to be known; one that is leaving is not tried again.
    else if (sms.problem !== 'unknown' && sms.problem !== 'undelivered') await setSms(tx, sms, { problem: 'masked' });
  }
  await withdraw(
    tx,
    serviceOf(context),
    waiting.map(({ smsId }) => smsId),
  );
  const line = { kind: 'sms_failed', data: { problem: 'masked' } } as const;
  await logEvents(
    tx,
    context,
    ticketId,
    null,
    waiting.map(() => line),
  );
}

const isWaiting = ({ state, startedAt }: SmsRow): boolean => state !== 'failed' && startedAt === null;
