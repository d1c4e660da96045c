/** Where a text message is now, written down beside its ticket. */
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import type { SmsPort } from '../../ports/sms.js';
import { findService, publicService, type ServiceContext } from '../context.js';
import { emit } from '../events.js';
import { logEvents } from '../tickets/change.js';
import { lockSms, setSms, type SmsRow } from './rows.js';

export interface SmsDeps {
  readonly database: Database;
  /** Without it nothing can be sent. */
  readonly port: SmsPort | undefined;
  /** Milliseconds for which a carrier is waited for. */
  readonly patience?: number | undefined;
  readonly now: () => number;
}

/** How long a carrier's answer is waited for: the next messages wait with it. */
export const carrierPatience = 20_000;

export type SmsKey = Pick<SmsRow, 'serviceId' | 'smsId'>;

export interface Progress {
  readonly set: Parameters<typeof setSms>[2];
  /** Where the message is until then; elsewhere it stays as it is. */
  readonly from: readonly SmsRow['state'][];
  /** The mark of the try that this is about. */
  readonly startedAt?: number | null;
  readonly now: number;
  /** What else is done in the transaction. */
  then?(tx: Tx, context: ServiceContext): Promise<void>;
}

export function contextOf(service: Parameters<typeof publicService>[0], now: number): ServiceContext {
  return { service: publicService(service), now, client: 'worker' };
}

/** The pages that show the ticket read it again. */
export async function tell(tx: Tx, context: ServiceContext, ticketId: string): Promise<void> {
  const [ticket] = await tx
    .update(tickets)
    .set({ version: sql`${tickets.version} + 1` })
    .where(and(eq(tickets.serviceId, context.service.serviceId), eq(tickets.ticketId, ticketId)))
    .returning({ version: tickets.version });
  if (ticket)
    await emit(tx, context, { topic: 'ticket', ticketId, version: ticket.version, changed: ['history', 'sms'] });
}

/** The ticket of a message, held before the message, as everybody does who changes both. */
export async function holdTicket(tx: Tx, { serviceId, smsId }: SmsKey): Promise<void> {
  await tx.execute(sql`select 1 from tickets where service_id = ${serviceId} and ticket_id =
    (select ticket_id from sms_messages where service_id = ${serviceId} and sms_id = ${smsId}) for update`);
}

/** Writes down where a message is now, if it is still where it was, and tells the pages. A failure has a line in the log. */
export async function write(tx: Tx, sms: SmsKey, progress: Progress): Promise<void> {
  const { set, from, startedAt, now } = progress;
  await holdTicket(tx, sms);
  const row = await lockSms(tx, sms.serviceId, sms.smsId);
  const service = await findService(tx, sms.serviceId);
  if (!row || !service || !from.includes(row.state)) return;
  // Another worker has begun again meanwhile.
  if (startedAt !== undefined && row.startedAt !== startedAt) return;
  await setSms(tx, sms, set);
  const context = contextOf(service, now);
  if (set.state === 'failed')
    await logEvents(tx, context, row.ticketId, null, [{ kind: 'sms_failed', data: { problem: set.problem ?? null } }]);
  if (set.state) await tell(tx, context, row.ticketId);
  await progress.then?.(tx, context);
}
