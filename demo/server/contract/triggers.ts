import { z } from '@hono/zod-openapi';
import { triggerFacts, triggerTests, type TriggerFact } from '../../../src/domain/triggers.js';
import { priority } from './common.js';

const fact = z
  .string()
  .max(60)
  .refine(
    (text): text is TriggerFact => text.startsWith('f.') || (triggerFacts as readonly string[]).includes(text),
    'No such fact',
  )
  .openapi({ type: 'string', description: `${triggerFacts.join(', ')}, or f. and the code of a field` });

const condition = z.strictObject({
  fact,
  test: z.enum(triggerTests),
  values: z.array(z.string().max(200)).min(1).max(50),
});

const groupId = z.int32();
const address = z
  .string()
  .max(254)
  .regex(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,255}$/);

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agent'), groupId, usercode: z.string().min(1).max(50) }),
  z.strictObject({ kind: z.literal('random'), groupId }),
  z.strictObject({ kind: z.literal('in_turn'), groupId }),
  z.strictObject({ kind: z.literal('group'), groupId }),
  z.strictObject({ kind: z.literal('category'), categoryId: z.int32() }),
  z.strictObject({ kind: z.literal('priority'), priority }),
  z.strictObject({
    kind: z.literal('mail'),
    to: z.array(address).min(1).max(10),
    subject: z.string().trim().min(1).max(255),
    text: z.string().trim().min(1).max(5_000),
  }),
  z.strictObject({ kind: z.literal('callback'), url: z.string().max(500) }),
]);

const values = {
  name: z.string().trim().min(1).max(100),
  active: z.boolean(),
  match: z.enum(['all', 'any']),
  conditions: z.array(condition).max(20),
  actions: z.array(action).min(1).max(10),
  last: z.boolean(),
};

export const trigger = z.object({ triggerId: z.int(), version: z.int(), ...values }).openapi('Trigger');

export const triggerPath = z.object({ triggerId: z.coerce.number().int().min(1).max(2_147_483_647) });

export const triggerBody = z.strictObject(values).openapi('TriggerRequest');

export const triggerPatch = z.strictObject({ expectedVersion: z.int().min(1), ...values }).openapi('TriggerPatch');

export const triggerOrder = z.strictObject({ triggerIds: z.array(z.int32()).max(100) }).openapi('TriggerOrder');

export const removedTrigger = z.object({ triggerId: z.int() }).openapi('RemovedTrigger');
