import { z } from '@hono/zod-openapi';

const version = z.int().openapi({ description: 'Counts the changes of all that is set for the Open API' });
const expectedVersion = z.int().optional().openapi({ description: 'Without it, the one that there is' });

export const serviceKey = z
  .object({
    version,
    enabled: z.boolean(),
    masked: z.string().nullable().openapi({ description: 'The end of the key; null while there is none' }),
  })
  .openapi('ServiceKey');

export const serviceKeyBody = z.strictObject({ expectedVersion: z.int() }).openapi('ServiceKeyRequest', {
  description: 'Who renews a key that somebody else renewed meanwhile would end that one',
});

export const newServiceKey = serviceKey
  .extend({ serviceKey: z.string().openapi({ description: 'Told this once' }) })
  .openapi('NewServiceKey');

export const allowList = z.object({ version, entries: z.array(z.string()).readonly() }).openapi('AllowList');

export const allowListBody = z
  .strictObject({
    expectedVersion,
    entries: z.array(z.string().trim().max(100)).max(200),
    allowAll: z.boolean().optional().openapi({ description: 'Needed for an empty list' }),
  })
  .openapi('AllowListRequest');

const limit = z
  .strictObject({ count: z.int().min(1).max(10_000), minutes: z.int().min(1).max(1_440) })
  .nullable()
  .openapi({ description: 'So many inquiries within so many minutes; null: as many as they like' });

export const spamLimits = z.object({ version, perAddress: limit, perMember: limit }).openapi('SpamLimits');

export const spamLimitsBody = z
  .strictObject({ expectedVersion, perAddress: limit, perMember: limit })
  .openapi('SpamLimitsRequest');

export const hostOrigins = z.object({ version, origins: z.array(z.string()).readonly() }).openapi('HostOrigins');

export const hostOriginsBody = z
  .strictObject({ expectedVersion, origins: z.array(z.string().trim().max(200)).max(50) })
  .openapi('HostOriginsRequest');
