import { and, asc, eq } from 'drizzle-orm';
import type { FieldType } from '../../../../src/domain/fields.js';
import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { fieldDefinitions } from '../../db/schema.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { customerTypes } from './submission-types.js';
import { closingField, leadingFields, type SystemField } from './system-fields.js';
import { toldLanguage } from './told-language.js';
import { nameIn } from './tree.js';

/** A field of the form by which a customer asks, as the Open API tells it. */
export interface FormField {
  readonly fieldId: number;
  readonly code: string;
  readonly type: FieldType;
  readonly title: string;
  readonly description: string;
  readonly placeholder: string;
  readonly length: number;
  readonly required: boolean;
  readonly encrypt: boolean;
  readonly holdingText: boolean;
  readonly options: string[] | null;
  readonly value: null;
}

type OwnField = typeof fieldDefinitions.$inferSelect;

function systemField({ titles, descriptions, placeholders, ...facts }: SystemField, language: Language): FormField {
  return {
    ...facts,
    title: titles[language],
    description: descriptions?.[language] ?? '',
    placeholder: placeholders?.[language] ?? '',
    holdingText: true,
    options: null,
    value: null,
  };
}

function ownField(row: OwnField, language: Language, usual: Language): FormField {
  const { fieldId, code, type, names, hints, placeholders, length, required, encrypted, holdingText, options } = row;
  const hint = nameIn(hints, language, usual);
  const isCaption = type === 'caption';
  return {
    fieldId,
    code,
    type,
    title: nameIn(names, language, usual) || code,
    description: isCaption ? '' : hint,
    placeholder: isCaption ? hint : nameIn(placeholders, language, usual),
    length,
    required,
    encrypt: encrypted,
    holdingText,
    options: options && [...options],
    value: null,
  };
}

/** What is asked of a customer who chose a submission type: the fields of every service, and those added for the type. */
export async function readFormFields(
  tx: Tx,
  context: ServiceContext,
  { categoryId, language: asked }: { readonly categoryId: number; readonly language?: string | undefined },
): Promise<FormField[]> {
  const types = await customerTypes(tx, context);
  if (!types.has(categoryId)) throw notFound();
  const rows = await tx
    .select()
    .from(fieldDefinitions)
    .where(
      and(
        eq(fieldDefinitions.serviceId, serviceOf(context)),
        eq(fieldDefinitions.owner, 'customer'),
        eq(fieldDefinitions.active, true),
      ),
    )
    .orderBy(asc(fieldDefinitions.position), asc(fieldDefinitions.code));
  const language = toldLanguage(context, asked);
  const own = rows.filter(({ categories }) => categories === null || categories.includes(categoryId));
  return [
    ...leadingFields.map((field) => systemField(field, language)),
    ...own.map((row) => ownField(row, language, context.service.language)),
    systemField(closingField, language),
  ];
}
