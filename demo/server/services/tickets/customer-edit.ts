import { and, eq } from 'drizzle-orm';
import type { CustomerFact } from '../../../../src/domain/customer-info.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { sqlState } from '../../db/retry.js';
import { customers } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { audit } from '../audit.js';
import type { AgentContext } from '../context.js';
import { changeTicket } from './change.js';
import { customerFor, findByEmail, touchTickets, type CustomerRecord } from './customers.js';
import { actorOf } from './gate.js';
import type { TicketRecord } from './wire.js';

/** Facts that are told; null takes one away. */
export type CustomerChange = Readonly<Partial<Record<CustomerFact, string | null>>>;

const address = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@.<>()[\],;:"\\]+$/;
/** A row of that address is there already. */
const taken = '23505';

type Told = Partial<Pick<CustomerRecord, CustomerFact>>;

/** What is told, as it is stored. `at` names it in refusals. */
export function readCustomer({ name, usercode, email, phone }: CustomerChange, at = 'customer'): Told {
  const told: Told = {};
  const plain = (text: string | null) => safeName(text ?? '') || null;
  if (name !== undefined) told.name = plain(name) ?? '';
  if (usercode !== undefined) told.usercode = plain(usercode);
  if (email !== undefined) told.email = email?.trim().toLowerCase() || null;
  if (phone !== undefined) told.phone = plain(phone);
  if (told.email && !address.test(told.email)) throw invalid(`${at}.email`, 'invalid', 'This is no address');
  if (told.phone && !/\d/.test(told.phone)) throw invalid(`${at}.phone`, 'invalid', 'This is no number');
  return told;
}

/**
 * Changes the customer of a ticket, for all of the tickets. An address that belongs to another known customer says that
 * the ticket is that one's.
 */
export async function editCustomer(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  told: Told,
): Promise<TicketRecord> {
  const customer = await customerOf(tx, ticket);
  if (!customer) {
    if (!Object.values(told).some(Boolean)) return ticket;
    return relink(tx, context, ticket, told);
  }
  const set = differing(customer, told);
  // Whoever tells an address means that answers go there.
  const isRedirected = told.email !== undefined && ticket.answerTo !== null && ticket.answerTo !== told.email;
  if (Object.keys(set).length === 0 && !isRedirected) return ticket;
  if (await isOthers(tx, context, set.email)) return relink(tx, context, ticket, told);
  try {
    // Nothing to set is no statement.
    await tx.transaction(async (inner) => {
      if (Object.keys(set).length > 0) await inner.update(customers).set(set).where(keyOf(customer));
    });
  } catch (error) {
    if (sqlState(error) !== taken) throw error;
    // Somebody made a customer of that address meanwhile.
    return relink(tx, context, ticket, told);
  }
  if (Object.keys(set).length > 0) await touchTickets(tx, context, customer.customerId, ticket.ticketId);
  return changed(
    tx,
    context,
    ticket,
    { ...customer, ...set },
    Object.keys({ ...set, ...(isRedirected && { email: 1 }) }),
  );
}

function keyOf({ serviceId, customerId }: CustomerRecord) {
  return and(eq(customers.serviceId, serviceId), eq(customers.customerId, customerId));
}

async function customerOf(tx: Tx, { serviceId, customerId }: TicketRecord): Promise<CustomerRecord | undefined> {
  if (customerId === null) return undefined;
  const [customer] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.serviceId, serviceId), eq(customers.customerId, customerId)))
    .for('update');
  return customer;
}

function differing(customer: CustomerRecord, told: Told): Told {
  return Object.fromEntries(
    Object.entries(told).filter(([fact, value]) => value !== customer[fact as CustomerFact]),
  ) as Told;
}

async function isOthers(tx: Tx, context: AgentContext, email: string | null | undefined): Promise<boolean> {
  return Boolean(email) && (await findByEmail(tx, context, email!)) !== undefined;
}

/** Makes it the ticket of whom the facts are. What was told beside but known otherwise stays as it was known. */
async function relink(tx: Tx, context: AgentContext, ticket: TicketRecord, told: Told): Promise<TicketRecord> {
  const { customer, filled } = await customerFor(tx, context, told);
  const fields = Object.keys(told).filter(
    (fact) => (fact === 'email' && told.email) || filled.includes(fact as CustomerFact),
  );
  return changed(tx, context, ticket, customer, fields);
}

async function changed(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  { customerId, name }: CustomerRecord,
  fields: readonly string[],
): Promise<TicketRecord> {
  const { ticketId } = ticket;
  const isReachedElsewhere = fields.includes('email');
  // What it was and became is the customer's own and stands in no log.
  const data = { fields: fields.join(','), from: ticket.customerId, to: customerId };
  const both = [...new Set([ticket.customerId ?? customerId, customerId])];
  await audit(tx, context, { kind: 'customer_changed', ticketId, customers: both, data });
  return changeTicket(tx, context, ticket, {
    set: { customerId, customerName: name, ...(isReachedElsewhere && { answerTo: null }) },
    changed: ['customer'],
    touches: ['customerData'],
    actor: actorOf(context),
    log: [{ kind: 'customer_changed', data }],
  });
}
