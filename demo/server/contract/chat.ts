import { z } from '@hono/zod-openapi';
import { chatLimits, chatSides } from '../../../src/domain/chat.js';
import { fileLimits } from '../../../src/domain/files.js';
import { attachment, language, ticketId, time } from './common.js';

export const chatTranscript = z
  .object({
    messages: z.array(
      z.object({
        id: z.string(),
        from: z.enum(chatSides),
        name: z.string(),
        at: time,
        text: z.string(),
        attachments: z.array(attachment),
      }),
    ),
    rating: z.object({ satisfied: z.boolean(), opinion: z.string().nullable() }).nullable(),
    endedAt: time.nullable(),
  })
  .openapi('ChatTranscript');

const name = z.string().max(200);
/** Times of a chat: not in micro- or nanoseconds, which would be no dates. */
const moment = time.min(0).max(4_102_444_800_000);

const sentFile = z.strictObject({
  fileName: z.string().min(1).max(200),
  content: z
    .base64()
    .max(Math.ceil((fileLimits.size * 4) / 3) + 4)
    .openapi({ description: 'Base64; less than 10 MB, of a kind that the Open API takes' }),
});

/** A chat as the system hands it in that it was held in: whole, or what came since. */
export const chatDelivery = z
  .strictObject({
    chatId: z.string().min(1).max(100).openapi({ description: 'Names the chat: handed in again, it goes on' }),
    subject: z.string().max(1_000).optional().openapi({ description: 'Without it the first words of the customer' }),
    language: language.optional(),
    assignee: z.string().min(1).max(50).optional().openapi({ description: 'Who has it; without it nobody' }),
    customer: z
      .strictObject({
        name: name.optional(),
        email: z.email().max(255).optional(),
        phone: z.string().max(50).optional(),
        usercode: z.string().min(1).max(50).optional(),
      })
      .optional(),
    messages: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(100).openapi({ description: 'Names the message in its chat: it counts once' }),
          from: z.enum(chatSides),
          name: name.optional(),
          at: moment,
          text: z.string().max(chatLimits.text).default(''),
          files: z.array(sentFile).max(chatLimits.files).default([]),
        }),
      )
      .max(chatLimits.messages),
    endedAt: moment.optional(),
    rating: z.strictObject({ satisfied: z.boolean(), opinion: z.string().max(chatLimits.text).optional() }).optional(),
  })
  .openapi('ChatDelivery');

export const chatTaken = z
  .object({
    ticketId,
    kind: z.enum(['created', 'extended', 'unchanged']),
    added: z.int().openapi({ description: 'How many messages were not there before' }),
  })
  .openapi('ChatTaken');
