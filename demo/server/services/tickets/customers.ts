import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { CustomerFact } from '../../../../src/domain/customer-info.js';
import type { Tx } from '../../db/database.js';
import { customers, tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { emit } from '../events.js';

export interface CustomerFacts {
  readonly name?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly usercode?: string | null;
}

export type CustomerRecord = typeof customers.$inferSelect;

/** A customer, and which of the facts that were told were not known before. */
export interface FoundCustomer {
  readonly customer: CustomerRecord;
  readonly filled: readonly CustomerFact[];
}

/** Events that are written at once. */
const batch = 1_000;

/** The customer of whom the facts are, as far as the service knows, or a new one. What was not known of a known one is filled in. */
export async function customerFor(
  tx: Tx,
  context: AgentContext | ServiceContext,
  given: CustomerFacts,
): Promise<FoundCustomer> {
  const email = given.email?.trim().toLowerCase() || null;
  const told = {
    name: given.name?.trim() ?? '',
    email,
    phone: given.phone?.trim() || null,
    usercode: given.usercode || null,
  };
  const known = await findKnown(tx, context, told);
  return known ? fillIn(tx, context, known, told) : insert(tx, context, told);
}

/** By the address, else by the usercode, else by the number together with the name: many people can share a telephone. */
async function findKnown(
  tx: Tx,
  context: AgentContext | ServiceContext,
  { name, email, phone, usercode }: Told,
): Promise<CustomerRecord | undefined> {
  const byEmail = email === null ? undefined : await findByEmail(tx, context, email);
  if (byEmail) return byEmail;
  const digits = phone?.replace(/\D/g, '') ?? '';
  const byNumber = email === null && digits !== '' && name !== '';
  const same = usercode
    ? eq(customers.usercode, usercode)
    : byNumber
      ? and(eq(customers.phoneDigits, digits), eq(customers.name, name))
      : undefined;
  if (!same) return undefined;
  const [known] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), same))
    .orderBy(asc(customers.customerId))
    .limit(1);
  return known;
}

/** The customer of the service with an address, which is in lower case. */
export async function findByEmail(tx: Tx, context: AgentContext | ServiceContext, email: string) {
  const [known] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.email, email)));
  return known;
}

const facts = ['name', 'email', 'phone', 'usercode'] as const;
type Told = Pick<CustomerRecord, (typeof facts)[number]>;

async function fillIn(
  tx: Tx,
  context: AgentContext | ServiceContext,
  known: CustomerRecord,
  told: Told,
): Promise<FoundCustomer> {
  const filled = (['name', 'phone', 'usercode'] as const).filter((fact) => !known[fact] && told[fact]);
  if (filled.length === 0) return { customer: known, filled };
  const set = Object.fromEntries(filled.map((fact) => [fact, told[fact]])) as Partial<Told>;
  await tx
    .update(customers)
    .set(set)
    .where(and(eq(customers.serviceId, known.serviceId), eq(customers.customerId, known.customerId)));
  await touchTickets(tx, context, known.customerId);
  return { customer: { ...known, ...set }, filled };
}

/** The tickets of a customer show what changed, and were not seen with it; but for the one whose own step it is. */
export async function touchTickets(
  tx: Tx,
  context: AgentContext | ServiceContext,
  customerId: number,
  except = '',
): Promise<void> {
  const next = sql`${tickets.version} + 1`;
  const touched = await tx
    .update(tickets)
    .set({ version: next, touched: sql`${tickets.touched} || jsonb_build_object('customerData', ${next})` })
    .where(
      and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.customerId, customerId), ne(tickets.ticketId, except)),
    )
    .returning({ ticketId: tickets.ticketId, version: tickets.version });
  const events = touched.map((ticket) => ({ topic: 'ticket' as const, ...ticket, changed: ['customer'] }));
  for (let start = 0; start < events.length; start += batch) {
    await emit(tx, context, ...events.slice(start, start + batch));
  }
}

async function insert(tx: Tx, context: AgentContext | ServiceContext, told: Told): Promise<FoundCustomer> {
  const [row] = await tx
    .insert(customers)
    .values({ serviceId: serviceOf(context), ...told })
    .onConflictDoNothing({ target: [customers.serviceId, customers.email] })
    .returning();
  if (row) return { customer: row, filled: facts.filter((fact) => told[fact]) };
  // Another call made the same customer meanwhile.
  const known = told.email === null ? undefined : await findByEmail(tx, context, told.email);
  if (!known) throw new Error('Only a known address keeps a customer from being made');
  return fillIn(tx, context, known, told);
}
