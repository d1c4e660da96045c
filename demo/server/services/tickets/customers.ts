import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

export interface CustomerFacts {
  readonly name?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly usercode?: string | null;
}

export type CustomerRecord = typeof customers.$inferSelect;

/** The customer with this address in the service, or a new one. What was not known of a known one is filled in. */
export async function customerFor(
  tx: Tx,
  context: AgentContext | ServiceContext,
  facts: CustomerFacts,
): Promise<CustomerRecord> {
  const email = facts.email?.trim().toLowerCase() || null;
  const told = {
    name: facts.name?.trim() ?? '',
    email,
    phone: facts.phone?.trim() || null,
    usercode: facts.usercode || null,
  };
  const known = email === null ? undefined : await findByEmail(tx, context, email);
  return known ? fillIn(tx, known, told) : insert(tx, context, told);
}

/** The customer of the service with an address, which is in lower case. */
export async function findByEmail(tx: Tx, context: AgentContext | ServiceContext, email: string) {
  const [known] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.email, email)));
  return known;
}

type Told = Pick<CustomerRecord, 'name' | 'email' | 'phone' | 'usercode'>;

async function fillIn(tx: Tx, known: CustomerRecord, told: Told): Promise<CustomerRecord> {
  const filled = {
    name: known.name || told.name,
    phone: known.phone ?? told.phone,
    usercode: known.usercode ?? told.usercode,
  };
  const isSame = filled.name === known.name && filled.phone === known.phone && filled.usercode === known.usercode;
  if (isSame) return known;
  await tx
    .update(customers)
    .set(filled)
    .where(and(eq(customers.serviceId, known.serviceId), eq(customers.customerId, known.customerId)));
  return { ...known, ...filled };
}

async function insert(tx: Tx, context: AgentContext | ServiceContext, told: Told): Promise<CustomerRecord> {
  const [row] = await tx
    .insert(customers)
    .values({ serviceId: serviceOf(context), ...told })
    .onConflictDoNothing({ target: [customers.serviceId, customers.email] })
    .returning();
  if (row) return row;
  // Another call made the same customer meanwhile.
  const known = told.email === null ? undefined : await findByEmail(tx, context, told.email);
  if (!known) throw new Error('Only a known address keeps a customer from being made');
  return fillIn(tx, known, told);
}
