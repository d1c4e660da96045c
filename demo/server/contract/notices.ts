import { z } from '@hono/zod-openapi';
import { language, time } from './common.js';

/** A notice to the agents, in the language that was asked for or else in that of the service. */
export const notice = z
  .object({
    noticeId: z.int(),
    title: z.string(),
    /** Sanitised, without style attributes; pictures of the server are named `cid:` and their number. */
    html: z.string(),
    styles: z.array(z.object({ node: z.int(), props: z.array(z.tuple([z.string(), z.string()])) })),
    pinned: z.boolean(),
    from: time,
    until: time.nullable(),
    updatedAt: time,
    read: z.boolean(),
  })
  .openapi('Notice');

export const noticeQuery = z.object({ language: language.optional() });

export const noticePath = z.object({ noticeId: z.coerce.number().int().min(1).max(2_147_483_647) });

/** What was read, by the time of its last change; without it, the notice as it is now. */
export const noticeReadBody = z.strictObject({ updatedAt: time.optional() }).optional().openapi('NoticeReadRequest');

export const noticeRead = z.object({ noticeId: z.int(), read: z.boolean() }).openapi('NoticeRead');
