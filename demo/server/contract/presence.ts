import { z } from '@hono/zod-openapi';
import { ticketId } from './common.js';

/** What a page tells of itself, every few seconds. */
export const beatBody = z
  .object({
    ticketId: ticketId
      .nullable()
      .openapi({ description: 'The ticket that is open; null for none, or a page that closes' }),
    typing: z.boolean().openapi({ description: 'Whether an answer is being written' }),
    pageId: z
      .string()
      .regex(/^[A-Za-z0-9-]{8,64}$/)
      .openapi({ description: 'Made up by the page: an agent may have several open' }),
  })
  .openapi('Beat');

export const ticketPresence = z
  .object({
    ticketId,
    viewers: z.array(z.object({ usercode: z.string(), name: z.string(), typing: z.boolean() })),
  })
  .openapi('TicketPresence');
