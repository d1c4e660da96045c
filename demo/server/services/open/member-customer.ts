import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { findByEmail, type CustomerFacts } from '../tickets/customers.js';
import { takeTurn } from '../admin/turns.js';
import type { EndUser } from './inquiry-check.js';

/** Who asks, as customers are known, and where answers go. */
export interface Asking {
  readonly customer: CustomerFacts;
  readonly answerTo: string;
}

/**
 * A member is known by the name that the host has for him: an address may be another member's. Who is no member is known by
 * the address, as with mails.
 */
export async function askingCustomer(
  tx: Tx,
  context: ServiceContext,
  { usercode, email, username, phone }: EndUser,
): Promise<Asking> {
  const answerTo = email.toLowerCase();
  const facts = { name: username, phone };
  if (usercode === null) return { customer: { ...facts, email }, answerTo };
  // Of two first inquiries of a member the second finds the customer that the first one made.
  await takeTurn(tx, context, `member/${usercode}`);
  const [member] = await tx
    .select({ customerId: customers.customerId })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.usercode, usercode)))
    .orderBy(asc(customers.customerId))
    .limit(1);
  const owner = member ? undefined : await findByEmail(tx, context, answerTo);
  // Without an address the member is found, or made, by the usercode. Nobody becomes somebody who is known by an address only
  // because he says that it is his.
  const isNobodys = member === undefined && owner === undefined;
  return { customer: { ...facts, usercode, ...(isNobodys && { email }) }, answerTo };
}
