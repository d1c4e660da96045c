import type { CustomerFact, CustomerInfo } from '../../../../src/domain/customer-info.js';
import type { Tx } from '../../db/database.js';
import { audit } from '../audit.js';
import type { AgentContext } from '../context.js';
import type { LinkAnswer } from './ask.js';
import type { Link } from './link.js';
import { ticketsOfCustomer, type KnownFacts } from './same-customer.js';

/** Puts beside what the link said the tickets of the same customer, and writes down that somebody asked. */
export async function lookedUp(
  tx: Tx,
  context: AgentContext,
  link: Link,
  values: ReadonlyMap<string, string>,
  { outcome, items }: LinkAnswer,
): Promise<CustomerInfo> {
  const asked = link.inquiryItems.map(({ key, fact }) => ({ fact, value: values.get(key) ?? '' }));
  const tickets = await ticketsOfCustomer(tx, context, [...asked, ...items].filter(isKnown));
  const data = { keys: [...values.keys()], outcome, tickets: tickets.length };
  await audit(tx, context, { kind: 'customer_looked_up', data });
  return { outcome, items, tickets };
}

function isKnown(one: { fact: CustomerFact | null; value: string }): one is KnownFacts[number] {
  return one.fact !== null && one.value !== '';
}
