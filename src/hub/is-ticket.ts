import type { Ticket } from '../domain/types.js';

/** Whether what came along with a refusal is the ticket as it is now. */
export function isTicket(content: unknown): content is Ticket {
  const { ticketId, version } = (content ?? {}) as Partial<Ticket>;
  return typeof ticketId === 'string' && typeof version === 'number';
}
