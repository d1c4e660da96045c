import { z } from '@hono/zod-openapi';
import { fileLimits } from '../../../../src/domain/files.js';
import { attachment, attachmentId, time } from '../common.js';
import { expectedVersion, listQuery, number } from './common.js';

const textBody = z.strictObject({ title: z.string().trim().min(1).max(200), html: z.string().max(200_000) });
const textsBody = z
  .strictObject({ ko: textBody, ja: textBody, en: textBody })
  .partial()
  .openapi({ description: 'By language; that of the service is needed' });
const text = z.object({ title: z.string(), html: z.string() });
const texts = z.object({ ko: text, ja: text, en: text }).partial();

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(
    (value) => new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value),
    'A day of the calendar, as 2026-11-22',
  );

/** Until the end of the year 9999: days have four digits for the year. */
const moment = time.min(0).max(253_402_214_400_000);

const period = {
  published: z.boolean().openapi({ description: 'False for a draft' }),
  from: moment,
  until: moment.nullable().openapi({ description: 'The first moment at which it is over; null for one that stays' }),
};

/** Files that this agent uploaded, or that it has already; pictures in its texts come by themselves. */
const attachmentIds = z.array(attachmentId).max(fileLimits.count);

const facts = {
  version: z.int(),
  /** `reserved`: its period is still to come. */
  state: z.enum(['draft', 'reserved', 'open', 'over']),
  ...period,
  texts,
  attachments: z.array(attachment),
  readCount: z.int(),
  createdAt: time,
  updatedAt: time,
};

const noticeValues = {
  audience: z.enum(['customers', 'agents']),
  headingId: number.nullable(),
  tagIds: z.array(number).max(20),
  pinned: z.boolean(),
  displayedOn: day
    .nullable()
    .openapi({ description: 'The day that is shown with it; null: that on which its period begins' }),
  ...period,
  texts: textsBody,
  attachmentIds,
};

export const adminNotice = z
  .object({
    noticeId: z.int(),
    audience: z.enum(['customers', 'agents']),
    headingId: z.int().nullable(),
    tagIds: z.array(z.int()),
    pinned: z.boolean(),
    displayedOn: z.string(),
    ...facts,
  })
  .openapi('AdminNotice');
export const noticeBody = z.strictObject(noticeValues).openapi('NoticeRequest');
export const noticeUpdate = z.strictObject({ expectedVersion, ...noticeValues }).openapi('NoticeUpdate');
export const noticeListQuery = listQuery.extend({ audience: z.enum(['customers', 'agents']).optional() });
export const removedNotice = z.object({ noticeId: z.int() }).openapi('RemovedNotice');

const faqValues = {
  categoryId: number.nullable(),
  pinned: z.boolean().openapi({ description: 'Stands before all others' }),
  recommended: z.boolean().openapi({ description: 'Stands before the others of its category' }),
  ...period,
  texts: textsBody,
  attachmentIds,
};

export const adminFaq = z
  .object({
    helpDocId: z.int(),
    categoryId: z.int().nullable(),
    pinned: z.boolean(),
    recommended: z.boolean(),
    ...facts,
  })
  .openapi('AdminFaq');
export const faqBody = z.strictObject(faqValues).openapi('FaqRequest');
export const faqUpdate = z.strictObject({ expectedVersion, ...faqValues }).openapi('FaqUpdate');
export const removedFaq = z.object({ helpDocId: z.int() }).openapi('RemovedFaq');
