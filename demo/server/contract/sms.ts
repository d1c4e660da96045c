import { z } from '@hono/zod-openapi';
import { smsHindrances, smsLimits, smsProblems, smsStates } from '../../../src/domain/sms.js';
import { attachment, attachmentId, person, ticketId, time } from './common.js';

export const smsId = z.string().regex(/^[0-9a-f]{32}$/);

export const smsPath = z.object({ smsId });

export const smsBody = z
  .strictObject({
    text: z
      .string()
      .max(2 * smsLimits.long)
      .openapi({
        description: 'At most 90 bytes as a short message, else 2,000; two bytes for what is not ASCII (CP949)',
      }),
    attachmentId: attachmentId
      .optional()
      .openapi({ description: 'A JPEG of at most 0.3 MB that this agent uploaded; it makes a multimedia message' }),
    at: time.optional().openapi({ description: 'From 30 minutes to one day ahead; without it at once' }),
  })
  .openapi('SmsRequest');

export const smsMessage = z
  .object({
    smsId,
    ticketId,
    kind: z.enum(['sms', 'mms']),
    to: z.string(),
    text: z.string(),
    attachment: attachment.nullable(),
    at: time.nullable(),
    state: z.enum(smsStates),
    problem: z.enum(smsProblems).nullable(),
    by: person,
    createdAt: time,
    sentAt: time.nullable(),
    deliveredAt: time.nullable(),
    actions: z.array(z.enum(['cancel', 'retry'])),
  })
  .openapi('SmsMessage');

export const smsThread = z
  .object({
    to: z.string().nullable(),
    hindrance: z.enum(smsHindrances).nullable(),
    messages: z.array(smsMessage),
  })
  .openapi('SmsThread');
