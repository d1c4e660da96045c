import { z } from '@hono/zod-openapi';
import { fieldTypes } from '../../../../src/domain/fields.js';
import { languageQuery, optional, wholeNumber } from './common.js';

export const names = z
  .record(z.string(), z.string())
  .openapi({ description: 'Names by the code of their language', example: { ko: '배송', en: 'Delivery' } });

/** A place in a tree of names. */
export const openNode = z
  .object({
    categoryId: z.int(),
    /** 0 at the top. */
    parent: z.int(),
    name: z.string(),
    level: z.int(),
    /** The numbers of what it stands below, from the top, wrapped in backslashes. */
    path: z.string(),
    orderNo: z.int(),
    languages: names,
  })
  .openapi('OpenCategory');

export const submissionTypeQuery = z.object({
  language: languageQuery,
  /** Those below this one. */
  parent: optional(wholeNumber),
  /** Those above this one. */
  child: optional(wholeNumber),
});

export const formFieldPath = z.object({ categoryId: wholeNumber });

export const formFieldQuery = z.object({ language: languageQuery });

export const formField = z
  .object({
    fieldId: z.int(),
    code: z.string(),
    type: z.enum(fieldTypes),
    title: z.string(),
    /** May be HTML. */
    description: z.string(),
    /** Of a caption the caption itself, as HTML. */
    placeholder: z.string(),
    /** 0 for no limit. */
    length: z.int(),
    required: z.boolean(),
    encrypt: z.boolean(),
    holdingText: z.boolean(),
    options: z.array(z.string()).nullable(),
    value: z.null(),
  })
  .openapi('OpenField');
