import type { CustomerFact, CustomerInfo, InquiryItem } from '../../../../src/domain/customer-info.js';
import type { Tx } from '../../db/database.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { LinkAnswer } from './ask.js';
import type { Link } from './link.js';
import { customersWith, ticketsOfCustomer, type KnownFacts } from './same-customer.js';

/** Writes down that somebody asks, and about whom. Before the question leaves: whatever becomes of it, it was asked. */
export async function noteLookUp(
  tx: Tx,
  context: AgentContext,
  { inquiryItems }: Link,
  values: ReadonlyMap<string, string>,
): Promise<void> {
  const customers = await customersWith(tx, serviceOf(context), factsOf(inquiryItems, values));
  await audit(tx, context, {
    kind: 'customer_looked_up',
    customers: customers ?? [],
    data: { keys: [...values.keys()] },
  });
}

/** Puts beside what the link said the tickets of the same customer, and writes down whose data were shown. */
export async function lookedUp(
  tx: Tx,
  context: AgentContext,
  { inquiryItems }: Link,
  values: ReadonlyMap<string, string>,
  { outcome, items }: LinkAnswer,
): Promise<CustomerInfo> {
  const facts = [...factsOf(inquiryItems, values), ...items.filter(isKnown)];
  const { tickets, customers } = await ticketsOfCustomer(tx, context, facts);
  await audit(tx, context, { kind: 'customer_answered', customers, data: { outcome, tickets: tickets.length } });
  return { outcome, items, tickets };
}

function factsOf(items: readonly InquiryItem[], values: ReadonlyMap<string, string>): KnownFacts {
  return items.map(({ key, fact }) => ({ fact, value: values.get(key) ?? '' })).filter(isKnown);
}

interface Said {
  readonly fact: CustomerFact | null;
  readonly value: string;
}

function isKnown<T extends Said>(one: T): one is T & { readonly fact: CustomerFact } {
  return one.fact !== null && one.value !== '';
}
