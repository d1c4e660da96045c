import { and, eq } from 'drizzle-orm';
import type { SmsMessage } from '../../../../src/domain/sms.js';
import type { Tx } from '../../db/database.js';
import { smsMessages } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { OutgoingCover } from '../masks/outgoing.js';
import { enqueueAgain } from '../outbox.js';
import { changeTicket } from '../tickets/change.js';
import { actorOf, conflict } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import type { TicketRecord } from '../tickets/wire.js';
import { lockSms, setSms, withdraw, type SmsRow } from './rows.js';
import { requireNumber } from './send.js';
import { hindranceOf, mayWrite, numberOf, readSms, requireSms } from './thread.js';

/** The ticket of a message. */
export async function ticketOfSms(tx: Tx, context: AgentContext, smsId: string): Promise<string> {
  const [found] = await tx
    .select({ ticketId: smsMessages.ticketId })
    .from(smsMessages)
    .where(and(eq(smsMessages.serviceId, serviceOf(context)), eq(smsMessages.smsId, smsId)));
  if (!found) throw notFound();
  return found.ticketId;
}

/** The message and its ticket, held in the order in which everybody holds them. */
async function hold(
  tx: Tx,
  context: AgentContext,
  smsId: string,
): Promise<{ readonly sms: SmsRow; readonly ticket: TicketRecord }> {
  const ticket = await lockTicket(tx, context, await ticketOfSms(tx, context, smsId));
  const sms = await lockSms(tx, serviceOf(context), smsId);
  if (!sms) throw notFound();
  if (!mayWrite(context, ticket)) throw new Refusal(403, 'not_assignee', 'Not permitted');
  return { sms, ticket };
}

/**
 * Takes a reserved message back, whatever became of its ticket and its number meanwhile. What it said stays in the
 * history, so that nobody wonders what was read meanwhile.
 */
export async function cancelSms(tx: Tx, context: AgentContext, smsId: string): Promise<SmsMessage> {
  const { sms, ticket } = await hold(tx, context, smsId);
  if (sms.state === 'cancelled') return readSms(tx, context, sms, ticket);
  const before = await readSms(tx, context, sms, ticket);
  if (!before.actions.includes('cancel')) throw await conflict(tx, context, ticket.ticketId, 'sms_gone');
  const row = await setSms(tx, sms, { state: 'cancelled' });
  await withdraw(tx, sms.serviceId, [smsId]);
  await note(tx, context, ticket, 'sms_cancelled', smsId);
  return readSms(tx, context, row, ticket);
}

/**
 * Sends a message once more that failed, to the number of now. Where it may have left before, the agent knows, for its
 * problem says so. One that says what is masked in the ticket by now stays.
 */
export async function retrySms(
  tx: Tx,
  context: AgentContext,
  smsId: string,
  cover: OutgoingCover,
): Promise<SmsMessage> {
  requireSms(context);
  const { sms, ticket } = await hold(tx, context, smsId);
  const to = await numberOf(tx, context, ticket);
  requireNumber(hindranceOf(context, ticket, to), to);
  const before = await readSms(tx, context, sms, ticket);
  if (!before.actions.includes('retry')) throw await conflict(tx, context, ticket.ticketId, 'sms_gone');
  if (cover.text(before.text) !== before.text) throw new Refusal(422, 'masked', 'It says what is masked in the ticket');
  const row = await setSms(tx, sms, {
    to,
    state: 'sending',
    problem: null,
    startedAt: null,
    sentAt: null,
    deliveredAt: null,
    triedSince: context.now,
  });
  await enqueueAgain(tx, context, 'sms', smsId);
  await note(tx, context, ticket, 'sms_retried', smsId);
  return readSms(tx, context, row, ticket);
}

async function note(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  kind: 'sms_cancelled' | 'sms_retried',
  smsId: string,
): Promise<void> {
  await audit(tx, context, { kind, ticketId: ticket.ticketId, data: { smsId } });
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['history', 'sms'],
    actor: actorOf(context),
    log: [{ kind }],
    moves: false,
  });
}
