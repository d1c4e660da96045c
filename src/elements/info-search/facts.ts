import { customerFacts, type CustomerFact, type InfoItem } from '../../domain/customer-info.js';
import type { Customer, Ticket } from '../../domain/types.js';

/** Facts that a ticket's customer is to get. */
export type NewFacts = Readonly<Partial<Record<CustomerFact, string>>>;

/** What results would change in a customer; what is the same already, or empty, changes nothing. */
export function newFacts(items: readonly InfoItem[], customer: Customer | null): NewFacts {
  const facts: Partial<Record<CustomerFact, string>> = {};
  for (const { fact, value } of items) {
    const text = value.trim();
    if (fact && text && facts[fact] === undefined && text !== (customer?.[fact] ?? '')) facts[fact] = text;
  }
  return facts;
}

/** The facts in the order in which a customer is shown. */
export function factNames(facts: NewFacts): readonly CustomerFact[] {
  return customerFacts.filter((fact) => facts[fact] !== undefined);
}

/** Why results cannot be put into the open ticket, or null where they can. */
export function denialOf(ticket: Ticket | undefined): 'noTicket' | 'notEditable' | null {
  if (!ticket) return 'noTicket';
  return ticket.actions.includes('edit') ? null : 'notEditable';
}
