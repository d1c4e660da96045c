import { and, eq, inArray, ne, not, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers, tickets } from '../../db/schema.js';
import { notFound } from '../../refusal.js';
import { auditOnce } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { ListPage } from './list.js';
import { readNamed } from './ordered.js';
import { orderOf } from './sort-keys.js';
import { textHeld } from './text-conditions.js';
import { toRow } from './wire.js';

export interface RelatedRequest {
  readonly ticketId: string;
  /** Words that a ticket is to hold. */
  readonly q: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

/** One page of the other tickets of the same customer, the newest first. Spam is in its box alone. */
export async function relatedTickets(tx: Tx, context: AgentContext, request: RelatedRequest): Promise<ListPage> {
  const { ticketId, q, page, limit } = request;
  const serviceId = serviceOf(context);
  const whose = await sameCustomer(tx, serviceId, ticketId);
  // Also where there is none: that was looked at, too.
  await auditOnce(tx, context, { kind: 'related_read', ticketId, customers: whose });
  const { ids, total } = whose.length === 0 ? { ids: [], total: 0 } : await namesOf(tx, listed(), page, limit);
  const records = await readNamed(tx, context, ids);
  return {
    contents: records.map((record) => toRow(record, context.session)),
    next: page * limit < total ? String(page + 1) : null,
    previous: page > 1 ? String(page - 1) : null,
    total,
    estimate: null,
    position: null,
  };

  function listed(): SQL {
    return and(
      eq(tickets.serviceId, serviceId),
      inArray(tickets.customerId, [...whose]),
      ne(tickets.ticketId, ticketId),
      not(tickets.spam),
      q === undefined ? undefined : textHeld('any', q),
    )!;
  }
}

/** The tickets of one page, and how many there are of all pages: counted where they are, for some customers have very many. */
async function namesOf(
  tx: Tx,
  where: SQL,
  page: number,
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = await tx
    .select({ ticketId: tickets.ticketId, total: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(tickets)
    .where(where)
    .orderBy(...orderOf('createdAt', true))
    .limit(limit)
    .offset((page - 1) * limit);
  const total = rows[0]?.total ?? (page > 1 ? await tx.$count(tickets, where) : 0);
  return { ids: rows.map(({ ticketId }) => ticketId), total };
}

/** Most records that one customer has: one for each way of writing or calling. */
const mostRecords = 50;

/**
 * The customer of a ticket, by all records that the service has: those with the same usercode, and those with the same
 * number and name, for many people can share a telephone. An address belongs to one record alone.
 */
async function sameCustomer(tx: Tx, serviceId: string, ticketId: string): Promise<readonly number[]> {
  const [ticket] = await tx
    .select({ customer: customers })
    .from(tickets)
    .leftJoin(customers, and(eq(customers.serviceId, serviceId), eq(customers.customerId, tickets.customerId)))
    .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  const { customer } = ticket;
  if (!customer) return [];
  const { customerId, usercode, phoneDigits, name } = customer;
  const same = or(
    eq(customers.customerId, customerId),
    usercode ? eq(customers.usercode, usercode) : undefined,
    phoneDigits && name ? and(eq(customers.phoneDigits, phoneDigits), eq(customers.name, name)) : undefined,
  );
  const found = await tx
    .select({ customerId: customers.customerId })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceId), same))
    .orderBy(customers.customerId)
    .limit(mostRecords);
  // The record of the ticket itself counts, however many there are.
  return [...new Set([customerId, ...found.map((record) => record.customerId)])];
}
