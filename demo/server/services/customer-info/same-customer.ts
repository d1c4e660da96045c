import { and, desc, eq, gte, inArray, not, or, type SQL } from 'drizzle-orm';
import type { CustomerFact } from '../../../../src/domain/customer-info.js';
import { spanOf } from '../../../../src/domain/periods.js';
import type { TicketRow } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { customers, tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { selectFull } from '../tickets/load.js';
import { toRow } from '../tickets/wire.js';

const mostTickets = 50;
const mostCustomers = 200;

/** Values that are known of a customer. */
export type KnownFacts = readonly { readonly fact: CustomerFact; readonly value: string }[];

/** Tickets of the same customer within the last three months, newest first, and which customers of the service that is. */
export async function ticketsOfCustomer(
  tx: Tx,
  context: AgentContext,
  facts: KnownFacts,
): Promise<{ readonly tickets: TicketRow[]; readonly customers: readonly number[] }> {
  const found = await customersWith(tx, serviceOf(context), facts);
  // A name alone is many people: it only counts where nothing is known that belongs to one.
  const whose = found ? among(tickets.customerId, found) : among(tickets.customerName, valuesOf(facts, 'name'));
  if (!whose) return { tickets: [], customers: found ?? [] };
  const { session, now } = context;
  const since = spanOf({ from: '-3m' }, now, session.service.timeZone).from ?? 0;
  const rows = await selectFull(tx, serviceOf(context), session.agent.usercode)
    .where(and(eq(tickets.serviceId, serviceOf(context)), whose, gte(tickets.createdAt, since), not(tickets.spam)))
    .orderBy(desc(tickets.createdAt), desc(tickets.ticketId))
    .limit(mostTickets);
  return {
    tickets: rows.map((row) => toRow(row, session)),
    customers: found ?? [...new Set(rows.flatMap(({ ticket }) => ticket.customerId ?? []))],
  };
}

/** Customers of the service with a usercode, an address or a number that is known; null where none of these is. */
export async function customersWith(tx: Tx, serviceId: string, facts: KnownFacts): Promise<readonly number[] | null> {
  const own = or(
    among(customers.usercode, valuesOf(facts, 'usercode')),
    among(
      customers.email,
      valuesOf(facts, 'email').map((value) => value.toLowerCase()),
    ),
    among(customers.phoneDigits, valuesOf(facts, 'phone').flatMap(phoneForms)),
  );
  if (!own) return null;
  const found = await tx
    .select({ customerId: customers.customerId })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceId), own))
    .limit(mostCustomers);
  return found.map(({ customerId }) => customerId);
}

function valuesOf(facts: KnownFacts, fact: CustomerFact): string[] {
  return facts.filter((one) => one.fact === fact).map(({ value }) => value);
}

function among<T>(column: Parameters<typeof inArray>[0], values: readonly T[]): SQL | undefined {
  return values.length > 0 ? inArray(column, [...new Set(values)]) : undefined;
}

/** The digits of a number, and those that it is dialled by at home where it begins with the country. */
function phoneForms(phone: string): string[] {
  const digits = phone.replace(/\D/g, '');
  const home = /^(?:82|81)(\d{8,10})$/.exec(digits)?.[1];
  return [...(digits ? [digits] : []), ...(home ? [`0${home}`] : [])];
}
