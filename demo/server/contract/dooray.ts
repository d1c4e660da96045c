import { z } from '@hono/zod-openapi';
import { doorayClasses } from '../../../src/domain/transfer.js';
import { bodyNotes, transferProblems, transferStates } from '../../../src/domain/types.js';
import { attachment, time } from './common.js';

const body = z.object({
  html: z.string(),
  text: z.string(),
  styles: z.array(z.object({ node: z.int(), props: z.array(z.tuple([z.string(), z.string()])) })),
  blocked: z.array(z.object({ node: z.int(), url: z.string() })),
  notes: z.array(z.enum(bodyNotes)),
});

export const doorayComment = z
  .object({
    id: z.string(),
    /** It was written here. */
    own: z.boolean(),
    author: z.string(),
    at: time,
    body,
    attachments: z.array(attachment),
    /** Those of Dooray! are always `sent`. */
    state: z.enum(transferStates),
    problem: z.enum(transferProblems).nullable(),
  })
  .openapi('DoorayComment');

export const doorayConversation = z
  .object({
    task: z
      .object({
        taskId: z.string().nullable(),
        number: z.string().nullable(),
        subject: z.string(),
        url: z.string().nullable(),
        to: z.string(),
        at: time,
        workflow: z.object({ class: z.enum(doorayClasses), name: z.string() }).nullable(),
        body,
        attachments: z.array(attachment),
      })
      .nullable(),
    comments: z.array(doorayComment),
    /** When Dooray! was last read. */
    readAt: time.nullable(),
    /** Dooray! does not answer now. */
    stale: z.boolean(),
  })
  .openapi('DoorayConversation');
