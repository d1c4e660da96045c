import { z } from '@hono/zod-openapi';
import { auditKinds, mostAuditWords } from '../../../src/domain/audit.js';
import { mostReason } from '../../../src/domain/export.js';
import { isMoment } from '../../../src/domain/search.js';
import { language, ticketId, time } from './common.js';
import { maskPath } from './masks.js';

const moment = z
  .string()
  .max(30)
  .refine(isMoment, 'A moment is 2026-11-22, 2026-11-22 09:30, today, -7d or -3m')
  .openapi({
    description: '`2026-11-22`, `2026-11-22 09:30`, `today`, or before today: `-7d`, `-3m`; it belongs to the period',
  });
const kind = z.enum(auditKinds).openapi('AuditKind');
const words = z.string().trim().min(1).max(mostAuditWords);

const conditions = {
  from: moment.optional(),
  to: moment.optional(),
  usercode: z.string().min(1).max(50).optional().openapi({ description: 'The agent' }),
  ticketId: ticketId.optional(),
  customer: words.optional().openapi({
    description: 'The number of a customer, or the beginning of a name, an address, a usercode or a telephone number',
  }),
  q: words.optional().openapi({ description: 'A part of the reason' }),
};

export const auditQuery = z
  .object({
    ...conditions,
    kind: z
      .string()
      .max(1_000)
      .transform((text) => text.split(','))
      .pipe(z.array(kind).min(1))
      .optional()
      .openapi({
        type: 'string',
        description: `Any of some kinds, with commas between them: ${auditKinds.join(', ')}`,
      }),
    cursor: z.string().max(200).optional(),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d?|1\d\d|200)$/)
      .optional()
      .openapi({ description: '1 to 200, 50 unless told' }),
  })
  .openapi('AuditQuery');

export const maskAuditQuery = maskPath.partial().openapi('MaskAuditQuery');

export const auditExportBody = z
  .strictObject({
    filter: z.strictObject({ ...conditions, kinds: z.array(kind).min(1).optional() }),
    /** Why the file is needed; it is written down. */
    reason: z.string().trim().min(1).max(mostReason),
    language,
  })
  .openapi('AuditExportRequest');

export const auditRecord = z
  .object({
    id: z.string(),
    at: time,
    usercode: z.string(),
    name: z.string(),
    client: z.string(),
    kind,
    ticketId: z.string().nullable(),
    customer: z
      .object({
        customerId: z.int(),
        /** What the service called the customer then. */
        usercode: z.string().nullable(),
        /** As it is now; empty where it is not known any more. */
        name: z.string(),
      })
      .nullable(),
    reason: z.string().nullable(),
    /** Numbers of things and how many they were. */
    data: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditRecord');
