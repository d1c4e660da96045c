import { z } from '@hono/zod-openapi';
import { attachmentIds, maxHtml, ticketId } from './common.js';

/** Ids of Dooray!: digits, more than a number can hold. */
export const doorayId = z.string().regex(/^\d{1,30}$/);

export const doorayProjectQuery = z.object({ organizationId: doorayId, projectId: doorayId });
export const doorayTemplateQuery = doorayProjectQuery.extend({ templateId: doorayId });

export const doorayProject = z
  .object({
    projectId: z.string(),
    name: z.string(),
    templates: z.array(z.object({ templateId: z.string(), name: z.string(), isDefault: z.boolean() })),
    tagGroups: z.array(
      z.object({
        /** Null for the tags that belong to no group. */
        groupId: z.string().nullable(),
        name: z.string(),
        mandatory: z.boolean(),
        selectOne: z.boolean(),
        tags: z.array(z.object({ tagId: z.string(), name: z.string(), color: z.string().nullable() })),
      }),
    ),
    members: z.array(z.object({ memberId: z.string(), name: z.string() })),
  })
  .openapi('DoorayProject');

export const doorayTemplate = z
  .object({
    templateId: z.string(),
    subject: z.string(),
    html: z.string(),
    tagIds: z.array(z.string()),
    assignees: z.array(z.string()),
  })
  .openapi('DoorayTemplate');

export const doorayTransferBody = z
  .strictObject({
    /** The version that was seen. */
    version: z.int().min(1).optional(),
    organizationId: doorayId,
    projectId: doorayId,
    templateId: doorayId.optional(),
    /** At most 255 characters. */
    subject: z.string().max(1_000),
    /** HTML. */
    content: z.string().max(maxHtml),
    tagIds: z.array(doorayId).max(50).default([]),
    /** Member ids. */
    assignees: z.array(doorayId).max(50).default([]),
    /** Files of the ticket, and files that this agent uploaded; those inside the content go in any case. */
    attachments: attachmentIds.default([]),
  })
  .openapi('DoorayTransfer');

export const doorayCommentBody = z
  .strictObject({
    html: z.string().max(maxHtml),
    attachments: attachmentIds.default([]),
    /** Number of the draft that ends with it. */
    draftSeq: z.int().min(0).optional(),
  })
  .openapi('DoorayCommentRequest');

export const nothing = z.strictObject({}).optional();

export const doorayCommentPath = z.object({ ticketId, commentId: z.string().regex(/^[0-9a-f]{32}$/) });
