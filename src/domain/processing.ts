import type { Action, Settings, TicketRow } from './types.js';

/** Whether a step finishes the ticket, so that a service may want its handling type first. */
export function needsHandlingType(action: Action, { handlingTypeRequired }: Pick<Settings, 'handlingTypeRequired'>) {
  return handlingTypeRequired && (action === 'resolve' || action === 'internal');
}

/**
 * Whether a step sends the customer a mail, if there is an address. The customer of a ticket that came by transfer is
 * served by the service that has it from him.
 */
export function mailFollows(action: Action, { channel }: Pick<TicketRow, 'channel'>): boolean {
  return (action === 'resolve' || action === 'hold') && channel !== 'issue';
}
