import { and, asc, eq } from 'drizzle-orm';
import { smsNumberProblem, type SmsHindrance, type SmsMessage, type SmsThread } from '../../../../src/domain/sms.js';
import { standsAs } from '../../../../src/domain/permissions.js';
import type { HistoryEntry } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { customers, smsMessages, tickets } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { readEntries, readHistory } from '../tickets/entries.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import type { SmsRow } from './rows.js';

/** Text messages are a part of the service that it has or has not. */
export function requireSms({ session }: AgentContext): void {
  if (!session.capabilities.sms) throw new Refusal(403, 'sms_off', 'The service sends no text messages');
}

/** Who writes to the customer: whoever has the ticket, or an administrator. */
export function mayWrite({ session }: AgentContext, ticket: TicketRecord): boolean {
  const state = { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) };
  return standsAs('assignee', state, session.agent);
}

export function hindranceOf(context: AgentContext, ticket: TicketRecord, phone: string | null): SmsHindrance | null {
  if (ticket.spam) return 'spam';
  return mayWrite(context, ticket) ? smsNumberProblem(phone) : 'not_assignee';
}

/** The number of the ticket's customer, as it was written down. */
export async function numberOf(
  tx: Tx,
  context: AgentContext | ServiceContext,
  { customerId }: Pick<TicketRecord, 'customerId'>,
): Promise<string | null> {
  if (customerId === null) return null;
  const [customer] = await tx
    .select({ phone: customers.phone })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.customerId, customerId)));
  return customer?.phone?.trim() || null;
}

/** The text messages of a ticket, the oldest first, and whether one more can go; that they were read is written down. */
export async function readThread(tx: Tx, context: AgentContext, ticketId: string): Promise<SmsThread> {
  requireSms(context);
  const entries = await readHistory(tx, context, ticketId, 'sms');
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  const rows = await tx
    .select()
    .from(smsMessages)
    .where(and(eq(smsMessages.serviceId, serviceOf(context)), eq(smsMessages.ticketId, ticketId)))
    .orderBy(asc(smsMessages.createdAt), asc(smsMessages.entryId));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const to = await numberOf(tx, context, ticket);
  return {
    to,
    hindrance: hindranceOf(context, ticket, to),
    messages: rows.map((row) => smsWire(context, row, ticket, byId.get(row.entryId))),
  };
}

/** One message, as it is now. */
export async function readSms(tx: Tx, context: AgentContext, row: SmsRow, ticket: TicketRecord): Promise<SmsMessage> {
  const [entry] = await readEntries(tx, context, row.ticketId, { id: row.entryId });
  return smsWire(context, row, ticket, entry);
}

function smsWire(
  context: AgentContext,
  row: SmsRow,
  ticket: TicketRecord,
  entry: HistoryEntry | undefined,
): SmsMessage {
  const { smsId, ticketId, kind, to, at, state, problem, usercode, authorName, createdAt, sentAt, deliveredAt } = row;
  const isMasked = (entry?.masks.length ?? 0) > 0;
  return {
    smsId,
    ticketId,
    kind,
    to,
    text: textOf(entry),
    attachment: entry?.attachments.find(({ attachmentId }) => attachmentId === row.attachmentId) ?? null,
    at,
    state,
    // Until it is over, one only says what is to become of a further try.
    problem: state === 'failed' ? problem : null,
    by: { usercode, name: authorName },
    createdAt,
    sentAt,
    deliveredAt,
    actions: mayWrite(context, ticket) ? actionsOf(row, ticket, isMasked) : [],
  };
}

/** The words of a message: where the paragraph of its picture's place would be, nothing is. */
export function textOf(entry: Pick<HistoryEntry, 'text'> | undefined): string {
  return entry?.text.replaceAll('\u00a0', ' ').trim() ?? '';
}

/** What of it was masked is gone from what would be sent. Spam gets nothing, but what waits can be taken back. */
function actionsOf(row: SmsRow, { spam }: TicketRecord, isMasked: boolean): SmsMessage['actions'] {
  if (row.state === 'reserved' && row.startedAt === null) return ['cancel'];
  const isToStay = isMasked || row.problem === 'masked' || spam;
  return row.state === 'failed' && !isToStay ? ['retry'] : [];
}
