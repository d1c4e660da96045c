import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Attachment, Ticket } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments, customers, readMarks, tickets } from '../../db/schema.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { toTicket, type TicketRecord } from './wire.js';

/** Tickets joined with their customer and with what one agent has seen of them. */
export function selectFull(tx: Tx, serviceId: string, usercode: string) {
  return tx
    .select({ ticket: tickets, customer: customers, seen: readMarks.version })
    .from(tickets)
    .leftJoin(customers, and(eq(customers.serviceId, serviceId), eq(customers.customerId, tickets.customerId)))
    .leftJoin(
      readMarks,
      and(
        eq(readMarks.serviceId, serviceId),
        eq(readMarks.ticketId, tickets.ticketId),
        eq(readMarks.usercode, usercode),
      ),
    )
    .$dynamic();
}

/** The ticket as this agent sees it now. */
export async function loadTicket(tx: Tx, context: AgentContext, ticketId: string): Promise<Ticket> {
  const serviceId = serviceOf(context);
  const [record] = await selectFull(tx, serviceId, context.session.agent.usercode).where(
    and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)),
  );
  if (!record) throw notFound();
  const ticket = toTicket(record, context.session);
  const files = await filesOf(tx, serviceId, ticket);
  return files.length > 0 ? { ...ticket, files } : ticket;
}

/** Files that values of own fields name. Other values may look like the number of one: then there is none. */
async function filesOf(tx: Tx, serviceId: string, { ticketId, fields }: Ticket): Promise<Attachment[]> {
  const named = Object.values(fields)
    .flat()
    .filter((value): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value));
  if (named.length === 0) return [];
  const { attachmentId, fileName, contentType, size, inline } = attachments;
  return tx
    .select({ attachmentId, fileName, contentType, size, inline })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceId),
        eq(attachments.ticketId, ticketId),
        isNull(attachments.entryId),
        inArray(attachments.attachmentId, named),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
}

/** The stored ticket, held until the transaction ends: of two that want to change it, one waits for the other. */
export async function lockTicket(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticketId: string,
): Promise<TicketRecord> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)))
    .for('update');
  if (!ticket) throw notFound();
  return ticket;
}

/** Refuses what is not there, without reading it. */
export async function requireTicket(tx: Tx, context: AgentContext, ticketId: string): Promise<void> {
  const [found] = await tx
    .select({ id: tickets.ticketId })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  if (!found) throw notFound();
}
