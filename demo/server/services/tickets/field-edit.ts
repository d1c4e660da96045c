import {
  fieldProblem,
  fieldsFor,
  isEmptyValue,
  mostFiles,
  sameValue,
  type FieldProblem as ValueProblem,
} from '../../../../src/domain/field-values.js';
import type { FieldDefinition, FieldType } from '../../../../src/domain/fields.js';
import type { FieldValue } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import type { FieldProblem } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { isSealed } from '../field-cipher.js';
import { readFields } from '../fields.js';
import type { EventData } from './change.js';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Values that are told for own fields. */
export interface ToldFields {
  readonly values: FieldValues;
  readonly cipher: FieldCipher;
}

/** The ticket that they are told for. */
export interface FieldHolder {
  readonly ticketId: string;
  readonly categoryId: number | null;
  /** As they are stored. */
  readonly fields: FieldValues;
}

/** A value that is not what it was. */
export interface FieldStep {
  readonly definition: FieldDefinition;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

export interface CheckedFields {
  readonly steps: readonly FieldStep[];
  readonly problems: readonly FieldProblem[];
}

/** Longest value that stands in the log of a ticket, in characters. */
const longestLogged = 100;

/** Types whose values are words and files of people, and nothing that can be chosen. */
const written: ReadonlySet<FieldType> = new Set(['text', 'textarea', 'file']);

const messages: Readonly<Record<ValueProblem | 'unknown', string>> = {
  unknown: 'Tickets of this submission type have no such field',
  invalid: 'Not a value that this field can have',
  length: 'Longer than this field allows',
  required: 'This field must be filled in',
};

/** Names an own field in requests, refusals and what was touched. */
export function ownName(code: string): `f.${string}` {
  return `f.${code}`;
}

function problemOf(code: string, problem: ValueProblem | 'unknown'): FieldProblem {
  return { field: ownName(code), code: problem, message: messages[problem] };
}

/** Looks at what is told. What says the same as before is neither changed nor checked: rules may have come later. */
export async function checkEdit(
  tx: Tx,
  context: AgentContext | ServiceContext,
  holder: FieldHolder,
  { values, cipher }: ToldFields,
): Promise<CheckedFields> {
  const serviceId = serviceOf(context);
  const definitions = await definitionsFor(tx, context, holder.categoryId);
  const steps: FieldStep[] = [];
  const problems: FieldProblem[] = [];
  for (const [code, after] of Object.entries(values)) {
    const definition = definitions.get(code);
    if (!definition) {
      problems.push(problemOf(code, 'unknown'));
      continue;
    }
    const place = { serviceId, ticketId: holder.ticketId, code };
    const before = await cipher.open(place, storedIn(holder.fields, code));
    if (sameValue(before, after)) continue;
    const problem = fieldProblem(definition, after);
    if (problem) problems.push(problemOf(code, problem));
    else steps.push({ definition, before, after });
  }
  return { steps, problems };
}

/** Looks at the fields of a new ticket: those that customers fill in must be, where the service says so. */
export async function checkNew(
  tx: Tx,
  context: AgentContext | ServiceContext,
  categoryId: number | null,
  values: FieldValues,
): Promise<CheckedFields> {
  const definitions = await definitionsFor(tx, context, categoryId);
  const problems = Object.keys(values)
    .filter((code) => !definitions.has(code))
    .map((code) => problemOf(code, 'unknown'));
  const steps: FieldStep[] = [];
  for (const definition of definitions.values()) {
    const { code, owner, required } = definition;
    const after = storedIn(values, code);
    // What is asked of agents is asked when they treat it.
    const problem = fieldProblem({ ...definition, required: required && owner === 'customer' }, after);
    if (problem) problems.push(problemOf(code, problem));
    else if (!isEmptyValue(after) || after === false) steps.push({ definition, before: null, after });
  }
  return { steps, problems };
}

async function definitionsFor(
  tx: Tx,
  context: AgentContext | ServiceContext,
  categoryId: number | null,
): Promise<ReadonlyMap<string, FieldDefinition>> {
  const definitions = fieldsFor(await readFields(tx, context), categoryId);
  return new Map(definitions.map((definition) => [definition.code, definition]));
}

function storedIn(fields: FieldValues, code: string): FieldValue {
  return Object.hasOwn(fields, code) ? (fields[code] ?? null) : null;
}

/** The stored values of a ticket after some steps. */
export async function storedFields(
  context: AgentContext | ServiceContext,
  holder: Pick<FieldHolder, 'ticketId' | 'fields'>,
  steps: readonly FieldStep[],
  cipher: FieldCipher,
): Promise<FieldValues> {
  const serviceId = serviceOf(context);
  const stored = new Map(Object.entries(holder.fields));
  for (const { definition, after } of steps) {
    const { code } = definition;
    if (isEmptyValue(after) && after !== false) stored.delete(code);
    else
      stored.set(
        code,
        isSecret(definition) ? await cipher.seal({ serviceId, ticketId: holder.ticketId, code }, after) : after,
      );
  }
  return Object.fromEntries(stored);
}

/** Of files, what is stored with the ticket are their numbers. */
function isSecret({ encrypted, type }: FieldDefinition): boolean {
  return encrypted && type !== 'file';
}

/** A line for the log, which nobody can change: what somebody wrote may be masked later, and stands in no line. */
export function fieldEvent({ definition, before, after }: FieldStep): { kind: 'field_changed'; data: EventData } {
  const { code, encrypted, type } = definition;
  const isTold = !encrypted && !written.has(type) && [before, after].every((value) => isTellable(definition, value));
  if (!isTold) return { kind: 'field_changed', data: { field: code } };
  return { kind: 'field_changed', data: { field: code, from: logged(before), to: logged(after) } };
}

/** Whether a value is one of the field as it is defined now: it may have been encrypted once, or a text of any words. */
function isTellable(definition: FieldDefinition, value: FieldValue): boolean {
  const isShort = [...String(logged(value) ?? '')].length <= longestLogged;
  return isShort && !isSealed(value) && fieldProblem({ ...definition, required: false }, value) === null;
}

function logged(value: FieldValue): string | boolean | null {
  if (isEmptyValue(value) && value !== false) return null;
  return Array.isArray(value) ? value.join(', ') : (value as string | boolean);
}

/** The files that a value of a file field names. */
export function filesIn(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.slice(0, mostFiles) : [];
}
