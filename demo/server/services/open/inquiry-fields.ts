import { eq, and } from 'drizzle-orm';
import { fieldProblem, fieldsFor, isEmptyValue } from '../../../../src/domain/field-values.js';
import type { FieldDefinition } from '../../../../src/domain/fields.js';
import type { FieldValue } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { fieldDefinitions } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { readFields } from '../fields.js';
import { filesIn, type FieldStep } from '../tickets/field-edit.js';
import type { InquiryProblem } from './problems.js';
import { closingField, leadingFields } from './system-fields.js';

/** Values of added fields as callers send them. */
export interface SentField {
  readonly code: string;
  readonly value: unknown;
}

/** Most values that are looked at: no form has as many. */
const mostFields = 200;

/** The list of values, or null for something else. */
export function sentFields(value: unknown): readonly SentField[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > mostFields) return null;
  const list = value as readonly unknown[];
  const isField = (one: unknown): one is SentField =>
    typeof one === 'object' && one !== null && 'code' in one && typeof one.code === 'string';
  return list.every(isField) ? list : null;
}

/** Agreement comes as a truth or as its name. */
function valueFor({ type }: FieldDefinition, value: unknown): FieldValue | undefined {
  if (type === 'agree' && (value === 'true' || value === 'false')) return value === 'true';
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value as string[];
  return undefined;
}

/** Looks at what is sent for the fields that a submission type asks of customers. */
export async function checkSentFields(
  tx: Tx,
  context: ServiceContext,
  categoryId: number,
  sent: readonly SentField[],
): Promise<{ readonly steps: readonly FieldStep[]; readonly problems: readonly InquiryProblem[] }> {
  const all = await readFields(tx, context);
  const definitions = fieldsFor(
    all.filter(({ owner }) => owner === 'customer'),
    categoryId,
  );
  const known = new Set(definitions.map(({ code }) => code));
  const values = new Map(sent.map(({ code, value }) => [code, value]));
  const problems: InquiryProblem[] = [...values]
    .filter(([code]) => !known.has(code) && code !== closingField.code)
    .map(([code, rejectValue]) => ({ objectName: code, validate: 'invalid', rejectValue }));
  if (isRefused(values.get(closingField.code)))
    problems.push({ objectName: closingField.code, validate: 'required', rejectValue: values.get(closingField.code) });
  const steps: FieldStep[] = [];
  for (const definition of definitions) {
    const { code } = definition;
    const after = valueFor(definition, values.get(code));
    const problem = after === undefined ? 'invalid' : fieldProblem(definition, after);
    if (problem) problems.push({ objectName: code, validate: problem, rejectValue: values.get(code) });
    else if (after !== undefined && (!isEmptyValue(after) || after === false))
      steps.push({ definition, before: null, after });
  }
  return { steps, problems };
}

function isRefused(agreement: unknown): boolean {
  return agreement === false || agreement === 'false';
}

/** The files that values of file fields name. */
export function filesOf(steps: readonly FieldStep[]): readonly string[] {
  return steps.flatMap(({ definition, after }) => (definition.type === 'file' ? filesIn(after) : []));
}

/** Numbers of the fields that customers are asked, by their codes. */
export async function fieldNumbers(tx: Tx, context: ServiceContext): Promise<ReadonlyMap<string, number>> {
  const isAsked = and(eq(fieldDefinitions.active, true), eq(fieldDefinitions.owner, 'customer'));
  const rows = await tx
    .select({ code: fieldDefinitions.code, fieldId: fieldDefinitions.fieldId })
    .from(fieldDefinitions)
    .where(and(eq(fieldDefinitions.serviceId, serviceOf(context)), isAsked));
  const system = [...leadingFields, closingField];
  return new Map([...rows, ...system].map(({ code, fieldId }) => [code, fieldId]));
}
