import { z } from '@hono/zod-openapi';
import { time } from './common.js';

export const board = z
  .object({
    all: z.object({
      receivedToday: z.int(),
      resolvedToday: z.int(),
      processing: z.int(),
      pending: z.int(),
      unassigned: z.int(),
      handlingRate: z.int().nullable(),
    }),
    my: z.object({
      resolvedToday: z.int(),
      processing: z.int(),
      pending: z.int(),
      transferring: z.int(),
      promisedCalls: z.int(),
      promisedCallsDue: z.int(),
      customerGuidance: z.int(),
    }),
    next: time.openapi({ description: 'When a figure changes next by the clock alone' }),
  })
  .openapi('Board');

/** What was wrong with the kept figures, by how much; empty where nothing was. */
export const recounted = z
  .object({
    corrected: z.array(
      z.object({
        name: z.string().openapi({ description: 'The kept figure' }),
        at: z.int().openapi({ description: 'Its quarter of an hour; 0 for one without' }),
        value: z.int().openapi({ description: 'What was missing' }),
      }),
    ),
  })
  .openapi('Recounted');
