import { z } from '@hono/zod-openapi';
import { openRoles } from '../../services/open/agents.js';
import { optional, pageQuery, wholeNumber } from './common.js';

const role = z.enum(openRoles);

export const openAgent = z
  .object({
    userId: z.int(),
    usercode: z.string(),
    uuid: z.string().nullable(),
    username: z.string(),
    role,
  })
  .openapi('OpenAgent');

export const agentListQuery = pageQuery.extend({ role: optional(role), name: optional(z.string().max(100)) });

export const agentPath = z.object({ id: wholeNumber });

const id = z.string().min(1).max(100).openapi({ description: 'In the directory of the organisation' });
const username = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .optional()
  .openapi({ description: 'What customers and colleagues read. Not in the documentation: without it, what is there' });

// The documentation does not say whether they stand in the query or in the body.
export const newAgentQuery = z.object({ id: id.optional(), role: role.optional(), username });
export const newAgentBody = z
  .looseObject({ id: id.optional(), role: role.optional(), username })
  .optional()
  .openapi('OpenAgentRequest');
export const agentRoleQuery = z.object({ role: role.optional(), username });
export const agentRoleBody = z.looseObject({ role: role.optional(), username }).optional().openapi('OpenAgentRole');
