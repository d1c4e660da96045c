import { z } from '@hono/zod-openapi';
import { fieldTypes } from '../../../../src/domain/fields.js';
import { expectedVersion, names, number, position } from './common.js';

const parent = z.int32().min(0).openapi({ description: 'What it stands below; 0 at the top' });
const places = { parent: z.int(), names, position: z.int(), version: z.int() };

export const adminLabel = z.object({ labelId: z.int(), ...places }).openapi('ContentLabel');
const labelValues = { names, position };
export const labelBody = z.strictObject(labelValues).openapi('ContentLabelRequest');
export const labelUpdate = z.strictObject({ expectedVersion, ...labelValues }).openapi('ContentLabelUpdate');
export const branchBody = z.strictObject({ parent, ...labelValues }).openapi('FaqCategoryRequest');
export const branchUpdate = z.strictObject({ expectedVersion, parent, ...labelValues }).openapi('FaqCategoryUpdate');
export const removedLabel = z.object({ labelId: z.int() }).openapi('RemovedContentLabel');

const inHelpCenter = z.boolean().openapi({ description: 'False for one that agents choose and customers do not' });
export const submissionType = z
  .object({ categoryId: z.int(), ...places, inHelpCenter: z.boolean() })
  .openapi('SubmissionType');
const typeValues = { parent, names, position, inHelpCenter };
export const submissionTypeBody = z.strictObject(typeValues).openapi('SubmissionTypeRequest');
export const submissionTypeUpdate = z.strictObject({ expectedVersion, ...typeValues }).openapi('SubmissionTypeUpdate');
export const removedType = z.object({ categoryId: z.int() }).openapi('RemovedSubmissionType');

const hint = z.string().max(20_000);
const hints = z.strictObject({ ko: hint, ja: hint, en: hint }).partial();
const placeholder = z.string().trim().max(200);
const placeholders = z.strictObject({ ko: placeholder, ja: placeholder, en: placeholder }).partial();

const changeable = {
  names,
  hints: hints.openapi({ description: 'HTML by language; of a caption, the caption itself' }),
  placeholders,
  options: z
    .array(z.string().trim().min(1).max(100))
    .min(1)
    .max(200)
    .nullable()
    .openapi({ description: 'What can be chosen; null for types without choices' }),
  required: z.boolean(),
  length: z.int().min(0).max(100_000).openapi({ description: 'Most characters; 0 for no limit' }),
  holdingText: z.boolean(),
  categories: z
    .array(number)
    .max(1_000)
    .nullable()
    .openapi({ description: 'Submission types that have it; null for all' }),
  position,
  active: z.boolean(),
};
const fixed = {
  code: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,49}$/),
  owner: z.enum(['customer', 'agent']),
  type: z.enum(fieldTypes),
  encrypted: z.boolean(),
};

export const adminField = z
  .object({
    fieldId: z.int(),
    version: z.int(),
    ...fixed,
    names,
    hints: z.record(z.string(), z.string()),
    placeholders: z.record(z.string(), z.string()),
    options: z.array(z.string()).nullable(),
    required: z.boolean(),
    length: z.int(),
    holdingText: z.boolean(),
    categories: z.array(z.int()).nullable(),
    position: z.int(),
    active: z.boolean(),
  })
  .openapi('AdminField');
export const fieldBody = z.strictObject({ ...fixed, ...changeable }).openapi('FieldRequest');
export const fieldUpdate = z
  .strictObject({ expectedVersion, ...changeable })
  .openapi('FieldUpdate', { description: 'Code, owner, type and encryption stay: values depend on them' });
export const removedField = z.object({ fieldId: z.int() }).openapi('RemovedField');

const word = z.string().trim().min(1).max(100);
export const forbiddenWords = z.object({ words: z.array(z.string()) }).openapi('ForbiddenWords');
export const forbiddenWordsBody = z.strictObject({ words: z.array(word).max(1_000) }).openapi('ForbiddenWordsRequest');
