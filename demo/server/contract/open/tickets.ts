import { z } from '@hono/zod-openapi';
import { attachmentId, ticketId, time } from '../common.js';
import { openSources, openStatuses } from '../../services/open/wording.js';
import { languageQuery, optional, pageQuery, wholeNumber } from './common.js';

const usercode = z.string().min(1).max(200).openapi({ description: 'What the host calls its member' });

export const openAttachmentSchema = z
  .object({
    attachmentId,
    fileName: z.string(),
    contentType: z.string(),
    disposition: z.literal('attachment'),
    size: z.int(),
    createdDt: time.nullable(),
  })
  .openapi('OpenAttachment');

const files = z.array(openAttachmentSchema).readonly().nullable();
const displayDt = z.string().openapi({ example: '2026.11.22' });

export const openTicket = z
  .object({
    ticketId,
    subject: z.string(),
    categoryId: z.int().nullable(),
    categoryName: z.string(),
    categoryFullName: z.string(),
    status: z.enum(openStatuses),
    statusName: z.string(),
    createdDt: time,
    updatedDt: time,
    displayDt,
  })
  .openapi('OpenTicket');

/** In lists these are not told. */
export const openTicketRow = openTicket.extend({ content: z.null(), contents: z.null(), attachments: z.null() });

export const openEntry = z
  .object({
    content: z.string().openapi({ description: 'HTML' }),
    type: z.enum(['enduser', 'csuser']).openapi({ description: '`enduser`: inquiry, `csuser`: answer' }),
    typeName: z.string(),
    createdDt: time,
    displayDt,
    attachments: files,
  })
  .openapi('OpenEntry');

export const openTicketDetail = openTicket
  .extend({
    content: z.string().openapi({ description: 'The inquiry, as HTML' }),
    contents: z.array(openEntry).readonly().openapi({ description: 'What came after it, newest first' }),
    attachments: files,
  })
  .openapi('OpenTicketDetail');

/** What a caller may send. It is checked field by field, with the answers that the Open API has for each. */
const sent = (type: 'string' | 'object' | 'array', description: string) =>
  z.unknown().optional().openapi({ type, description });

export const openInquiry = z
  .looseObject({
    categoryId: z
      .unknown()
      .optional()
      .openapi({ type: 'integer', description: 'Submission type; a text of digits too' }),
    subject: sent('string', 'At most 255 characters'),
    content: sent('string', 'Text, or HTML with pictures from `…/api/v2/ticket/attachments/{attachmentId}`'),
    endUser: sent('object', '`{ usercode?, email, username, phone? }`'),
    attachments: sent('array', 'At most five of `{ attachmentId }`'),
    typeOne: sent('string', 'At most 200 characters'),
    typeTwo: sent('string', 'At most 200 characters'),
    language: sent('string', 'A language of the service'),
    source: sent('string', '`web` (default), `spweb` or `api`'),
    userFields: sent('array', '`{ code, value }` of the fields of the submission type'),
  })
  .openapi('OpenInquiry');

export const openComment = z.looseObject({ comment: sent('string', 'Text, or HTML') }).openapi('OpenComment');

export const languageOnly = z.object({ language: languageQuery });

export const memberPath = z.object({ usercode });

export const memberTicketPath = memberPath.extend({ ticketId });

export const commentQuery = languageOnly.extend({
  attachments: z.string().max(1_000).optional().openapi({ description: 'At most five ids, joined with commas' }),
});

function listOf<T extends string>(values: readonly [T, ...T[]]) {
  const one = z.enum(values);
  return z
    .string()
    .transform((text) => text.split(',').map((value) => value.trim()))
    .pipe(z.array(one));
}

export const memberListQuery = pageQuery.extend({
  categoryId: optional(wholeNumber),
  status: optional(listOf([...openStatuses])),
  language: languageQuery,
  source: optional(listOf([...openSources])),
  sort: optional(z.string().max(200)),
});
