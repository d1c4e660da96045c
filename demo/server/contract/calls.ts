import { z } from '@hono/zod-openapi';
import { callStates } from '../../../src/domain/calls.js';
import { person, ticketId, time } from './common.js';

export const callPath = z.object({ callId: z.coerce.number().int().min(1).max(2_147_483_647) });

export const promisedCall = z
  .object({
    callId: z.int(),
    ticketId,
    subject: z.string(),
    customerName: z.string(),
    at: time,
    phone: z.string(),
    note: z.string(),
    state: z.enum(callStates),
    by: person,
    assignee: person,
    version: z.int(),
  })
  .openapi('PromisedCall');

export const promisedCalls = z.object({ calls: z.array(promisedCall) }).openapi('PromisedCalls');

export const callsQuery = z.object({
  due: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .openapi({ description: 'Only calls whose time has come' }),
  ticketId: ticketId.optional().openapi({ description: 'The open call of this ticket instead of the own ones' }),
});

// What the texts may be is told field by field, where the page asks the same.
const phone = z
  .string()
  .max(200)
  .openapi({ description: "Digits, with signs between them; the customer's unless told" });
const note = z.string().max(5_000).openapi({ description: 'At most 500 characters' });

export const promiseBody = z
  .strictObject({ at: time, phone: phone.optional(), note: note.optional() })
  .openapi('PromisedCallRequest');

export const callBody = z
  .strictObject({
    at: time.optional(),
    phone: phone.optional(),
    note: note.optional(),
    state: z.enum(['done', 'cancelled']).optional(),
    version: z.int().min(1),
  })
  .refine(({ state, at, phone }) => state === undefined || (at === undefined && phone === undefined), {
    path: ['state'],
    message: 'With the end of a call goes a note of it, and nothing else',
  })
  .openapi('PromisedCallChange');
