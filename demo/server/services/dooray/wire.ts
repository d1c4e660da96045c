import { z } from '@hono/zod-openapi';

/** What is read of Dooray!'s answers. Fields that are not named here are ignored, as its rules want it. */

const id = z.string().min(1);
const memberUser = z.object({ type: z.string(), member: z.object({ organizationMemberId: id }).optional() });

export const doorayBody = z.object({ mimeType: z.string(), content: z.string().nullish() });

/** A member's own facts. */
export const memberFacts = z.object({ id, name: z.string(), externalEmailAddress: z.string().nullish() });

export const projectFacts = z.object({ id, code: z.string(), organizationId: id.nullish() });

export const projectMember = z.object({ organizationMemberId: id, role: z.string().nullish() });

export const tagFacts = z.object({
  id,
  name: z.string(),
  color: z.string().nullish(),
  tagGroup: z
    .object({
      id: id.nullish(),
      name: z.string().nullish(),
      mandatory: z.boolean().nullish(),
      selectOne: z.boolean().nullish(),
    })
    .nullish(),
});

export const templateInList = z.object({ id, templateName: z.string(), isDefault: z.boolean().nullish() });

export const templateFacts = z.object({
  id,
  subject: z.string().nullish(),
  body: doorayBody.nullish(),
  tags: z.array(z.object({ id })).nullish(),
  users: z.object({ to: z.array(memberUser).nullish() }).nullish(),
});

export const taskInList = z.object({ id, subject: z.string(), createdAt: z.string().nullish() });

export const withBody = z.object({ body: doorayBody.nullish() });

export const logFacts = z.object({ id, type: z.string().nullish(), body: doorayBody.nullish() });

export const fileFacts = z.object({ id, name: z.string(), size: z.coerce.number() });
