import { fieldsFor, isEmptyValue } from './field-values.js';
import type { Action, Settings, Ticket, TicketRow } from './types.js';

/** Whether a step finishes the ticket, so that a service may want what is asked of agents first. */
function finishes(action: Action): boolean {
  return action === 'resolve' || action === 'internal';
}

/** Whether a step needs a handling type. */
export function needsHandlingType(action: Action, { handlingTypeRequired }: Pick<Settings, 'handlingTypeRequired'>) {
  return handlingTypeRequired && finishes(action);
}

/** The codes of fields that agents must fill in before a step, and did not. */
export function unfilledFields(
  action: Action,
  definitions: NonNullable<Settings['fields']>,
  { categoryId, fields }: Pick<Ticket, 'categoryId' | 'fields'>,
): readonly string[] {
  if (!finishes(action)) return [];
  return fieldsFor(definitions, categoryId)
    .filter(({ owner, required, type }) => owner === 'agent' && required && type !== 'caption')
    .map(({ code }) => code)
    .filter((code) => !Object.hasOwn(fields, code) || isEmptyValue(fields[code]));
}

/**
 * Whether a step sends the customer a mail, if there is an address. The customer of a ticket that came by transfer is
 * served by the service that has it from him.
 */
export function mailFollows(action: Action, { channel }: Pick<TicketRow, 'channel'>): boolean {
  return (action === 'resolve' || action === 'hold') && channel !== 'issue';
}
