import { z } from '@hono/zod-openapi';
import { doorayId } from '../transfer-dooray.js';

const version = z.int().openapi({ description: '0 while nothing was set' });
const expectedVersion = z.int().min(0).optional().openapi({ description: 'Without it, the one that there is' });
const usercode = z.string().min(1).max(100);
const masked = z.string().openapi({ description: 'The end of the token; the token itself is never told' });
/** Written, never read back. */
const token = z.string().trim().min(8).max(500);
const name = z.string().trim().min(1).max(100);
const email = z.string().trim().email().max(200);
const address = z.string().trim().max(500);

const settings = {
  enabled: z.boolean(),
  paused: z.boolean().openapi({ description: 'No new transfers; what was transferred goes on' }),
  sweepSeconds: z.int().min(30).max(86_400).openapi({ description: 'Between two readings of the open tasks' }),
  ticketAddress: z
    .string()
    .trim()
    .max(500)
    .nullable()
    .openapi({ description: 'Page of a ticket, with `{ticketId}` in it; null: that of this server' }),
  hookAddresses: z
    .array(z.string().trim().max(100))
    .max(200)
    .openapi({ description: 'Addresses whose hooks count; empty: all' }),
};

export const dooraySettings = z
  .object({ version, ...settings, hookAddresses: settings.hookAddresses.readonly() })
  .openapi('DooraySettings');
export const dooraySettingsBody = z.strictObject({ expectedVersion, ...settings }).openapi('DooraySettingsRequest');

export const doorayProjectSettings = z
  .object({
    organizationId: z.string(),
    projectId: z.string(),
    name: z.string(),
    address: z.string(),
    representative: z.string().nullable(),
    version,
  })
  .openapi('DoorayProjectSettings');

export const doorayOrganizationSettings = z
  .object({
    organizationId: z.string(),
    name: z.string(),
    masked,
    version,
    projects: z.array(doorayProjectSettings),
  })
  .openapi('DoorayOrganizationSettings');

export const organizationPath = z.object({ organizationId: doorayId });
export const organizationBody = z
  .strictObject({ expectedVersion, name, token: token.optional().openapi({ description: 'Needed for a new one' }) })
  .openapi('DoorayOrganizationRequest');

export const projectPath = z.object({ projectId: doorayId });
export const projectBody = z
  .strictObject({
    expectedVersion,
    organizationId: doorayId,
    name,
    address: address.openapi({ description: 'Page of the project for people' }),
    representative: doorayId
      .nullable()
      .openapi({ description: 'The member in whose name tasks stand whose agent is none of the project' }),
  })
  .openapi('DoorayProjectRequest');

export const doorayAgentKey = z
  .object({
    organizationId: z.string(),
    usercode: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    memberId: z.string(),
    masked: masked.nullable().openapi({ description: 'Null where only the member is known' }),
    version,
  })
  .openapi('DoorayAgentKey');

export const agentKeyPath = z.object({ usercode });
export const agentKeyBody = z
  .strictObject({ expectedVersion, organizationId: doorayId, email: email.optional(), token: token.nullish() })
  .openapi('DoorayAgentKeyRequest', {
    description: 'An address by which the member is found, a key of the member, or both',
  });

export const matchBody = z
  .strictObject({
    organizationId: doorayId,
    agents: z.array(z.strictObject({ usercode, email })).min(1).max(500),
  })
  .openapi('DoorayMatchRequest');

export const removalBody = z.strictObject({ expectedVersion: z.int().min(1) });
export const ofOrganizationRemovalBody = removalBody.extend({ organizationId: doorayId });
export const removedDooray = z.object({ id: z.string() }).openapi('RemovedDooray');
