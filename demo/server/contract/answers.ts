import { z } from '@hono/zod-openapi';
import { noMailReasons } from '../../../src/domain/mail-preview.js';
import { replacementCodes, templateLimits } from '../../../src/domain/templates.js';
import { bodyNotes } from '../../../src/domain/types.js';
import { attachmentIds, maxHtml, ticketId, time } from './common.js';

export const previewBody = z
  .strictObject({
    action: z.enum(['resolve', 'hold']),
    html: z.string().max(maxHtml).default(''),
    /** Files that would go with it. */
    attachmentIds: attachmentIds.optional(),
  })
  .openapi('PreviewRequest');

const body = z.object({
  html: z.string(),
  text: z.string(),
  styles: z.array(z.object({ node: z.int(), props: z.array(z.tuple([z.string(), z.string()])) })),
  blocked: z.array(z.object({ node: z.int(), url: z.string() })),
  notes: z.array(z.enum(bodyNotes)),
});

export const mailPreview = z
  .object({
    forbidden: z.array(z.object({ word: z.string(), start: z.int(), length: z.int() })),
    /** Codes that the ticket has no value for. */
    codes: z.array(z.enum(replacementCodes)),
    blocked: z.boolean(),
    mail: z.object({ to: z.string(), from: z.string(), subject: z.string(), body }).nullable(),
    why: z.enum(noMailReasons).nullable(),
  })
  .openapi('MailPreview');

export const template = z
  .object({
    templateId: z.int(),
    name: z.string(),
    code: z.string().nullable(),
    handlingTypeId: z.int().nullable(),
    owner: z.string().nullable(),
    html: z.string(),
    used: z.int(),
    version: z.int(),
    updatedAt: time,
  })
  .openapi('Template');

export const templatePath = z.object({ templateId: z.coerce.number().int().min(1).max(2_147_483_647) });

const templateValues = z.strictObject({
  name: z.string().trim().min(1).max(templateLimits.name),
  /** Letters and digits; typed in a search, it finds the template at once. */
  code: z
    .string()
    .max(templateLimits.code)
    .regex(/^[\p{L}\p{N}]+$/u)
    .nullable(),
  handlingTypeId: z.int32().nullable(),
  shared: z.boolean(),
  html: z.string().max(templateLimits.html),
});

export const templateBody = templateValues.openapi('TemplateRequest');

export const templatePatch = templateValues.extend({ expectedVersion: z.int().min(1) }).openapi('TemplatePatch');

export const fillBody = z
  .strictObject({
    ticketId: ticketId.optional(),
    /** Instead of a ticket: what one that is being written has so far, by code. */
    values: z.record(z.string().max(40), z.string().max(1_000)).default({}),
  })
  .openapi('FillRequest');

export const filledTemplate = z
  .object({ templateId: z.int(), html: z.string(), missing: z.array(z.enum(replacementCodes)) })
  .openapi('FilledTemplate');

export const removedTemplate = z.object({ templateId: z.int() }).openapi('RemovedTemplate');
