/** What a field may hold, by its type. The page asks while somebody writes, the server before it stores. */
import type { FieldDefinition } from './fields.js';
import type { FieldValue } from './types.js';

/** What is wrong with a value, by the names of the Open API. */
export type FieldProblem = 'invalid' | 'length' | 'required';

/** The parts of a definition that its values depend on. */
export type ValueRules = Pick<FieldDefinition, 'type' | 'options' | 'required' | 'length'>;

/** Most characters of a text whose field has no limit of its own. */
export const longestText = 10_000;
/** Most files in one field. */
export const mostFiles = 5;

/** Whether there is nothing in a field: no value, no character that can be seen, nothing chosen, not agreed. */
export function isEmptyValue(value: FieldValue | undefined): boolean {
  if (value === null || value === undefined || value === false) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** What is wrong with a value of a field, or null. A field that need not be filled in may be empty. */
export function fieldProblem(definition: ValueRules, value: FieldValue | undefined): FieldProblem | null {
  if (definition.type === 'caption') return value === null || value === undefined ? null : 'invalid';
  if (isEmptyValue(value)) {
    if (!hasFormOf(definition, value)) return 'invalid';
    return definition.required ? 'required' : null;
  }
  if (value === undefined || !hasFormOf(definition, value)) return 'invalid';
  return typeof value === 'string' && isWritten(definition) && isTooLong(definition, value) ? 'length' : null;
}

/** The problems of several fields, by code. Codes that no definition has are not looked at. */
export function fieldProblems(
  definitions: readonly (ValueRules & Pick<FieldDefinition, 'code'>)[],
  values: Readonly<Record<string, FieldValue | undefined>>,
): ReadonlyMap<string, FieldProblem> {
  const found = new Map<string, FieldProblem>();
  for (const definition of definitions) {
    const problem = fieldProblem(definition, values[definition.code]);
    if (problem) found.set(definition.code, problem);
  }
  return found;
}

/** The fields that a ticket of a submission type has, in their order. */
export function fieldsFor<T extends Pick<FieldDefinition, 'categories'>>(
  definitions: readonly T[],
  categoryId: number | null,
): readonly T[] {
  return definitions.filter(
    ({ categories }) => categories === null || (categoryId !== null && categories.includes(categoryId)),
  );
}

/** Whether two values say the same. */
export function sameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return isEmptyValue(one) ? isEmptyValue(other) && isFalse(one) === isFalse(other) : textOf(one) === textOf(other);
}

/** Refusing is an answer, saying nothing is none. */
function isFalse(value: FieldValue | undefined): boolean {
  return value === false;
}

function textOf(value: FieldValue | undefined): string {
  return JSON.stringify(value ?? null);
}

function isWritten({ type }: ValueRules): boolean {
  return type === 'text' || type === 'textarea';
}

function isTooLong({ length }: ValueRules, text: string): boolean {
  // As people count: a character outside the basic plane is one.
  return text.length > (length || longestText) && [...text].length > (length || longestText);
}

/** Whether a value has the form that its type asks for. Nothing at all, and an empty text, fits every type. */
function hasFormOf({ type, options }: ValueRules, value: FieldValue | undefined): boolean {
  if (value === null || value === undefined || value === '') return true;
  switch (type) {
    case 'text':
      return typeof value === 'string' && !/[\n\r\u2028\u2029]/.test(value);
    case 'textarea':
      return typeof value === 'string';
    case 'dropdown':
    case 'radio':
      return typeof value === 'string' && (options ?? []).includes(value);
    case 'checkbox':
      return isListOf(value, (one) => (options ?? []).includes(one));
    case 'date':
      return isDate(value);
    case 'datetime':
      return isDateTime(value);
    case 'date_period':
      return isPeriodOf(value, isDate);
    case 'datetime_period':
      return isPeriodOf(value, isDateTime);
    case 'agree':
      return typeof value === 'boolean';
    case 'file':
      return isFileList(value);
    case 'caption':
      return false;
  }
}

function isListOf(value: FieldValue, fits: (one: string) => boolean): boolean {
  return Array.isArray(value) && new Set(value).size === value.length && value.every(fits);
}

function isFileList(value: FieldValue): boolean {
  const list = typeof value === 'string' ? [value] : value;
  return isListOf(list, (one) => /^[0-9a-f]{32}$/.test(one)) && Array.isArray(list) && list.length <= mostFiles;
}

function isDate(value: FieldValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const moment = new Date(`${value}T00:00:00Z`);
  // A day that its month does not have is read as one of the next.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

function isDateTime(value: FieldValue): boolean {
  return typeof value === 'string' && /^.{10} (?:[01]\d|2[0-3]):[0-5]\d$/.test(value) && isDate(value.slice(0, 10));
}

function isPeriodOf(value: FieldValue, isMoment: (value: FieldValue) => boolean): boolean {
  if (typeof value !== 'string') return false;
  const [from = '', to = '', ...more] = value.split(' ~ ');
  // Moments are written so that they sort as texts.
  return more.length === 0 && isMoment(from) && isMoment(to) && from <= to;
}
