import { z } from '@hono/zod-openapi';
import { draftKinds } from '../../../src/domain/types.js';
import { action, attachment, attachmentIds, fieldValues, maxHtml, time } from './common.js';

/** Which of the agent's texts on the ticket it is about. */
export const draftQuery = z.object({ kind: z.enum(draftKinds).default('answer') });

export const draftBody = z
  .strictObject({
    html: z.string().max(maxHtml),
    seq: z.int().min(0),
    action: action.nullable().default(null),
    values: fieldValues.default({}),
    /** What is there no more is left out. */
    attachmentIds: attachmentIds.default([]),
  })
  .openapi('DraftRequest');

/** `content` is null where this agent has no draft on the ticket. */
export const draft = z
  .object({
    html: z.string(),
    seq: z.int(),
    action: action.nullable(),
    values: fieldValues,
    /** Beside those inside the text. */
    attachments: z.array(attachment).optional(),
    updatedAt: time,
  })
  .openapi('Draft');

export const draftVersion = z
  .object({
    seq: z.int(),
    html: z.string(),
    at: time,
    /** Those that are still there, beside those inside the text. */
    attachments: z.array(attachment).optional(),
  })
  .openapi('DraftVersion');
