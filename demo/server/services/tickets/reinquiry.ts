import { afterCause, statusAfter } from '../../../../src/domain/rules.js';
import type { Body, Channel } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import type { AgentContext, ServiceContext } from '../context.js';
import { runTriggers } from '../triggers/run.js';
import { changeTicket, logEvents } from './change.js';
import { createTicket } from './create.js';
import type { CustomerFacts } from './customers.js';
import { addEntry } from './entries.js';
import { lockTicket } from './load.js';
import { assigneeOf, type TicketRecord } from './wire.js';

export interface CustomerMessage {
  /** The ticket that the customer answers. */
  readonly ticketId: string;
  readonly body: Body;
  readonly author: CustomerFacts;
  /** Where answers go, if not to the author; a new ticket takes it. */
  readonly answerTo?: string | null;
  /** Subject of the message; a new ticket takes it. */
  readonly subject?: string;
  readonly channel: Channel;
  /** Nobody wrote it: an absence note, a report that a mail was not delivered. */
  readonly unattended?: boolean;
  /** A machine wrote it, or passed it on: it gets no mail in return. */
  readonly automatic?: boolean;
  readonly attachmentIds?: readonly string[];
}

export interface CustomerAnswer {
  /** The ticket that has the message now. */
  readonly ticketId: string;
  readonly entryId: number;
  readonly kind: 'reinquiry' | 'created';
}

/**
 * A customer writes again; what a machine wrote for him only stands in the history. What was held or resolved is in work
 * again, and triggers see to it where nobody has it; a completed ticket takes nothing more, and a new one that follows it does.
 */
export async function customerWrites(
  tx: Tx,
  context: AgentContext | ServiceContext,
  message: CustomerMessage,
): Promise<CustomerAnswer> {
  const ticket = await lockTicket(tx, context, message.ticketId);
  if (message.unattended) return note(tx, context, ticket, message);
  const after = afterCause(
    { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) },
    'customer_writes',
  );
  if (!after || after.to === 'gone') throw new Error('The transition table names every status for this cause');
  if (after.effects.includes('linked_ticket')) return follow(tx, context, ticket, message);
  const entryId = await addMessage(tx, context, message);
  const status = statusAfter(after.to, ticket.status, null);
  const isMoved = status !== ticket.status;
  await changeTicket(tx, context, ticket, {
    set: isMoved ? { status, resolution: null, reason: null } : {},
    changed: isMoved ? ['history', 'unread', 'status'] : ['history', 'unread'],
    touches: isMoved ? ['customer', 'status'] : ['customer'],
    actor: null,
    log: [{ kind: 'customer_wrote', data: { from: ticket.status, to: status } }],
  });
  const { ticketId } = ticket;
  const { automatic = false } = message;
  await runTriggers(tx, context, { kind: 'customer_wrote', ticketId, entryId, text: message.body.text, automatic });
  return { ticketId, entryId, kind: 'reinquiry' };
}

function addMessage(tx: Tx, context: AgentContext | ServiceContext, message: CustomerMessage): Promise<number> {
  return addEntry(tx, context, {
    ticketId: message.ticketId,
    kind: 'reinquiry',
    author: { role: 'customer', usercode: null, name: message.author.name || (message.author.email ?? '') },
    at: context.now,
    body: message.body,
    attachmentIds: message.attachmentIds,
  });
}

/** Neither work for anybody nor a word of the customer that an answer would have to look at. */
async function note(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticket: TicketRecord,
  message: CustomerMessage,
): Promise<CustomerAnswer> {
  const entryId = await addMessage(tx, context, message);
  await changeTicket(tx, context, ticket, { set: {}, changed: ['history'], actor: null });
  return { ticketId: ticket.ticketId, entryId, kind: 'reinquiry' };
}

async function follow(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticket: TicketRecord,
  message: CustomerMessage,
): Promise<CustomerAnswer> {
  const { ticketId, entryId } = await createTicket(tx, context, {
    channel: message.channel,
    subject: message.subject ?? ticket.subject,
    body: message.body,
    customer: message.author,
    answerTo: message.answerTo,
    language: ticket.language,
    categoryId: ticket.categoryId,
    group: ticket.groupId === null ? null : { groupId: ticket.groupId, name: ticket.groupName },
    linkedTicketId: ticket.ticketId,
    attachmentIds: message.attachmentIds,
    automatic: message.automatic,
  });
  await logEvents(tx, context, ticket.ticketId, null, [{ kind: 'followed', data: { ticketId } }]);
  return { ticketId, entryId, kind: 'created' };
}
