import { z } from '@hono/zod-openapi';
import { customerFacts, infoOutcomes, infoShapes } from '../../../src/domain/customer-info.js';
import { ticketRow } from './tickets.js';

export const customerInfoBody = z
  .strictObject({
    /** By the keys of the inquiry items. */
    values: z.record(z.string().max(100), z.string().max(1_000)),
  })
  .openapi('CustomerInfoRequest');

export const customerInfo = z
  .object({
    outcome: z.enum(infoOutcomes),
    items: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        value: z.string(),
        fact: z.enum(customerFacts).nullable(),
        shape: z.enum(infoShapes).optional().openapi({ description: 'Words to copy unless told' }),
      }),
    ),
    tickets: z.array(ticketRow),
  })
  .openapi('CustomerInfo');
