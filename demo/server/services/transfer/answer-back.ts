import { and, eq, sql } from 'drizzle-orm';
import { afterCause, statusAfter } from '../../../../src/domain/rules.js';
import type { Body, FieldValue, Reason } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { issueTransfers, ticketEvents, tickets } from '../../db/schema.js';
import { Refusal } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { withCopies } from '../file-copies.js';
import { coverWithoutVault } from '../masks/covered-names.js';
import { styledHtml } from '../mail/inline-styles.js';
import { changeTicket, logEvents } from '../tickets/change.js';
import { addEntry } from '../tickets/entries.js';
import { lockTicket } from '../tickets/load.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import { filesToCarry, numbersOf, storeCarried } from './carried-files.js';
import { bylineOf, inService } from './partner.js';

/** A ticket that came by transfer, and the one that it was there. */
export interface Origin {
  readonly service: string;
  readonly ticketId: string;
  /** The ticket here. */
  readonly linkedId: string;
}

/** Where a ticket came from; null where it did not come by transfer. */
export function originOf({ ticketId: linkedId, originService, originTicketId }: TicketRecord): Origin | null {
  return originService === null || originTicketId === null
    ? null
    : { service: originService, ticketId: originTicketId, linkedId };
}

/** The ticket that was transferred, held; null where it is there no more. Row security is that of its service. */
export async function lockOrigin(tx: Tx, partner: ServiceContext, origin: Origin): Promise<TicketRecord | null> {
  const [link] = await tx
    .select({ ticketId: issueTransfers.ticketId })
    .from(issueTransfers)
    .where(
      and(
        eq(issueTransfers.serviceId, serviceOf(partner)),
        eq(issueTransfers.ticketId, origin.ticketId),
        eq(issueTransfers.linkedId, origin.linkedId),
      ),
    );
  return link ? await orGone(lockTicket(tx, partner, origin.ticketId)) : null;
}

async function orGone(ticket: Promise<TicketRecord>): Promise<TicketRecord | null> {
  try {
    return await ticket;
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  }
}

/**
 * Holds the ticket that one came from before that one itself: whoever works on the first one takes them in this order, and
 * nobody waits for somebody who waits for him.
 */
export async function holdOrigin(tx: Tx, context: AgentContext, ticketId: string): Promise<void> {
  if (context.session.service.kind !== 'issue') return;
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  const origin = ticket && originOf(ticket);
  if (origin) await inService(tx, context, origin.service, (inner, partner) => lockOrigin(inner, partner, origin));
}

/** How a ticket that came by transfer was finished. */
export interface Finished {
  readonly how: 'resolve' | 'internal';
  readonly reason: Reason | null;
  readonly handlingType: string | null;
  /** As it is kept here: what is masked is masked there. */
  readonly body: Body;
  readonly attachmentIds: readonly string[];
}

/** Writes how a ticket was finished into the history of the one that it came from, which is answered with that. */
export async function answerBack(tx: Tx, context: AgentContext, ticket: TicketRecord, done: Finished): Promise<void> {
  const origin = originOf(ticket);
  if (!origin) return;
  const { body } = done;
  const { ticketId } = ticket;
  const nameOf = await coverWithoutVault(tx, context, ticketId);
  const files = await filesToCarry(tx, context, { ids: done.attachmentIds, html: body.html, ticketId, nameOf });
  const { name: service } = context.session.service;
  const arrived = await inService(tx, context, origin.service, async (inner, partner) => {
    const asked = await lockOrigin(inner, partner, origin);
    if (!asked) return false;
    const carried = files.length > 0 ? answerBody(withCopies(styledHtml(body), numbersOf(files))) : body;
    await addEntry(inner, partner, {
      ticketId: asked.ticketId,
      kind: 'issue',
      author: { role: 'agent', usercode: null, name: bylineOf(context) },
      at: partner.now,
      body: { ...carried, masks: [] },
      values: valuesOf(done),
      attachmentIds: await storeCarried(inner, partner, files),
    });
    const status = answeredStatus(asked, ticketId);
    const isMoved = status !== asked.status;
    await changeTicket(inner, partner, asked, {
      set: isMoved ? { status } : {},
      changed: isMoved ? ['history', 'unread', 'status'] : ['history', 'unread'],
      touches: isMoved ? ['customer', 'status'] : ['customer'],
      actor: null,
      log: [{ kind: 'issue_answered', data: { from: asked.status, to: status, service, linked: ticketId } }],
    });
    const data = { from: service, linked: ticketId };
    await audit(inner, partner, { kind: 'answer_received', ticketId: asked.ticketId, data });
    return true;
  });
  if (!arrived) return;
  const data = { to: ticket.originName, origin: origin.ticketId };
  await logEvents(tx, context, ticketId, context.session.agent, [{ kind: 'answered_back', data }]);
  await audit(tx, context, { kind: 'answered_back', ticketId, data });
}

/** Whether the issue service has answered the transfer that was a ticket's last one, whatever its status was then. */
export async function isAnswered(tx: Tx, { serviceId, ticketId, transferLinkedId }: TicketRecord): Promise<boolean> {
  if (transferLinkedId === null) return false;
  const [answer] = await tx
    .select({ id: ticketEvents.id })
    .from(ticketEvents)
    .where(
      and(
        eq(ticketEvents.serviceId, serviceId),
        eq(ticketEvents.ticketId, ticketId),
        eq(ticketEvents.kind, 'issue_answered'),
        eq(sql`${ticketEvents.data}->>'linked'`, transferLinkedId),
      ),
    )
    .limit(1);
  return answer !== undefined;
}

/** Only the transfer that a ticket waits for answers it; what comes later or late stands in its history. */
function answeredStatus(asked: TicketRecord, linkedId: string): TicketRecord['status'] {
  if (asked.transferLinkedId !== linkedId) return asked.status;
  const state = { status: asked.status, spam: asked.spam, assignee: assigneeOf(asked) };
  const after = afterCause(state, 'issue_finished');
  return after && after.to !== 'gone' ? statusAfter(after.to, asked.status, null) : asked.status;
}

function valuesOf({ how, reason, handlingType }: Finished): Readonly<Record<string, FieldValue>> {
  return {
    resolution: how === 'internal' ? 'internal' : 'customer',
    ...(reason && { reason }),
    ...(handlingType && { handlingType }),
  };
}
