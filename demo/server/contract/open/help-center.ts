import { z } from '@hono/zod-openapi';
import { languageQuery, optional, pageQuery, wholeNumber } from './common.js';
import { names, openNode } from './form.js';

export const openService = z
  .object({
    serviceId: z.string(),
    name: z.string(),
    profile: z.object({ fileUrl: z.string() }).nullable(),
    language: z.string(),
    languages: z.array(z.object({ code: z.string(), name: z.string(), orderNo: z.int() })),
    multiLanguage: z.boolean(),
  })
  .openapi('OpenService');

export const inLanguage = z.object({ language: languageQuery });

const words = z.string().trim().max(200).optional();

export const tagQuery = z.object({
  language: words.openapi({ description: 'A language, or words that are looked for in the tags' }),
});

export const openTag = z.object({ tagId: z.int(), tag: z.string(), languages: names }).openapi('OpenTag');

const sort = z
  .string()
  .max(200)
  .optional()
  .openapi({ description: '`field:asc` or `field:desc`, with commas between' });
const file = z.object({
  attachmentId: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  size: z.int(),
});
const yesNo = z.enum(['Y', 'N']);
const time = z.int();

export const noticeListQuery = pageQuery.extend({
  language: languageQuery,
  categoryId: optional(wholeNumber),
  tagId: optional(wholeNumber),
  query: words,
  sort,
});

const noticeFacts = {
  noticeId: z.int(),
  categoryId: z.int().nullable(),
  isTop: z.boolean(),
  title: z.string(),
  content: z.string(),
  displayDt: z.string().regex(/^\d{4}\.\d\d\.\d\d$/),
  updatedDt: time,
  categoryName: z.string().nullable(),
  isNew: z.boolean(),
};

export const openNotice = z.object({ ...noticeFacts, tagStr: z.string() }).openapi('OpenNotice');

export const openNoticeDetail = z
  .object({
    ...noticeFacts,
    attachmentYn: yesNo,
    readCnt: z.int(),
    attachments: z.array(file),
    tags: z.array(z.object({ tagId: z.int(), tag: z.string() })),
  })
  .openapi('OpenNoticeDetail');

export const articlePath = z.object({ id: wholeNumber });

export const faqListQuery = pageQuery.extend({
  language: languageQuery,
  categoryId: optional(wholeNumber),
  query: words,
  sort,
});

const faqFacts = {
  helpDocId: z.int(),
  title: z.string(),
  content: z.string(),
  isRecommend: z.boolean(),
  isTop: z.boolean(),
  createdDt: time,
  updatedDt: time,
  categoryId: z.int().nullable(),
  categoryName: z.string().nullable(),
  isNew: z.boolean(),
};

export const openFaq = z
  .object({
    ...faqFacts,
    readCnt: z.null(),
    attachmentYn: z.null(),
    parentCategoryList: z.null(),
    category: z.null(),
    categoryFullName: z.null(),
    attachments: z.null(),
  })
  .openapi('OpenFaq');

export const openFaqDetail = z
  .object({
    ...faqFacts,
    readCnt: z.int(),
    attachmentYn: yesNo,
    parentCategoryList: z.array(openNode),
    category: openNode.pick({ categoryId: true, parent: true, name: true, level: true, languages: true }).nullable(),
    categoryFullName: z.string().nullable(),
    attachments: z.array(file),
  })
  .openapi('OpenFaqDetail');
