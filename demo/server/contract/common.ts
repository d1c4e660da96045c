import { z } from '@hono/zod-openapi';
import { fileLimits } from '../../../src/domain/files.js';
import { actions, channels, languages, priorities, reasons, statuses, views } from '../../../src/domain/types.js';

export const time = z.int().openapi({ description: 'Epoch milliseconds', example: 1764031689401 });
export const ticketId = z
  .string()
  .regex(/^T\d{13}[A-Za-z0-9]{5}$/)
  .openapi({ example: 'T1658199661153IXTfw' });
export const status = z.enum(statuses).openapi('Status');
export const priority = z.enum(priorities).openapi('Priority');
export const channel = z.enum(channels).openapi('Channel');
export const reason = z.enum(reasons).openapi('Reason');
export const language = z.enum(languages).openapi('Language');
export const action = z.enum(actions).openapi('Action');
export const view = z.enum(views).openapi('View');
export const person = z.object({ usercode: z.string(), name: z.string() }).openapi('Person');
export const group = z.object({ groupId: z.int(), name: z.string() }).openapi('Group');
export const fieldValue = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]).openapi('FieldValue');
export const fieldValues = z.record(z.string(), fieldValue).openapi('FieldValues');
export const attachmentId = z.string().regex(/^[0-9a-f]{32}$/);
export const attachment = z
  .object({
    attachmentId,
    fileName: z.string(),
    contentType: z.string(),
    size: z.int(),
    inline: z.boolean(),
  })
  .openapi('Attachment');
/** Files that this agent uploaded and that nothing has yet; those inside the text may be named too. */
export const attachmentIds = z.array(attachmentId).max(fileLimits.all);
/** Longest HTML of an answer, in characters. */
export const maxHtml = 1_000_000;
