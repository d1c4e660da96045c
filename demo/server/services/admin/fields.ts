import { and, asc, eq, inArray } from 'drizzle-orm';
import type { FieldType } from '../../../../src/domain/fields.js';
import type { Tx } from '../../db/database.js';
import { categories, fieldDefinitions } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { systemCodes } from '../open/system-fields.js';
import { requireAdministrator, requireVersion } from './administrators.js';
import { keptBody } from './kept-body.js';
import { requireLanguages, type Names } from './names.js';
import { placeAfter } from './trees.js';
import { takeTurn } from './turns.js';

type FieldRow = typeof fieldDefinitions.$inferSelect;

/** What stays as it is: values depend on it. */
type Fixed = Pick<FieldRow, 'code' | 'owner' | 'type' | 'encrypted'>;

export interface FieldValues {
  readonly names: Names;
  readonly hints: Names;
  readonly placeholders: Names;
  readonly options: readonly string[] | null;
  readonly required: boolean;
  readonly length: number;
  readonly holdingText: boolean;
  readonly categories: readonly number[] | null;
  readonly position?: number | undefined;
  readonly active: boolean;
}

export interface FieldVersion {
  readonly fieldId: number;
  readonly expectedVersion: number;
}

export type AdminField = Omit<FieldRow, 'serviceId'>;

const withOptions: ReadonlySet<FieldType> = new Set(['dropdown', 'checkbox', 'radio']);
const withLength: ReadonlySet<FieldType> = new Set(['text', 'textarea']);
/** Most fields of a service, those out of use too. */
const most = 300;

function wire({ serviceId: _serviceId, ...field }: FieldRow): AdminField {
  return field;
}

function rowsOf(tx: Tx, context: AgentContext): Promise<FieldRow[]> {
  return tx
    .select()
    .from(fieldDefinitions)
    .where(eq(fieldDefinitions.serviceId, serviceOf(context)))
    .orderBy(asc(fieldDefinitions.position), asc(fieldDefinitions.code));
}

/** All fields, those out of use too. */
export async function listFields(tx: Tx, context: AgentContext): Promise<AdminField[]> {
  requireAdministrator(context);
  return (await rowsOf(tx, context)).map(wire);
}

function requireOptions(type: FieldType, options: readonly string[] | null): void {
  if (withOptions.has(type) === (options !== null)) {
    const twice = options?.findIndex((option, index) => options.indexOf(option) < index) ?? -1;
    if (twice >= 0) throw invalid(`options.${twice}`, 'repeated', 'Write each choice once');
    return;
  }
  if (options === null) throw invalid('options', 'required', 'Write the choices of this field');
  throw invalid('options', 'not_allowed', 'Leave it null: fields of this type have no choices');
}

async function requireTypes(tx: Tx, context: AgentContext, ids: readonly number[] | null): Promise<void> {
  if (!ids || ids.length === 0) return;
  const rows = await tx
    .select({ categoryId: categories.categoryId })
    .from(categories)
    .where(and(eq(categories.serviceId, serviceOf(context)), inArray(categories.categoryId, [...ids])));
  const known = new Set(rows.map(({ categoryId }) => categoryId));
  const unknown = ids.findIndex((id) => !known.has(id));
  if (unknown >= 0)
    throw invalid(`categories.${unknown}`, 'unknown', 'There is no such submission type: choose one of the list');
}

/** What is stored of the values that were told. */
async function checked(
  tx: Tx,
  context: AgentContext,
  type: FieldType,
  { position: _position, ...values }: FieldValues,
): Promise<Omit<FieldValues, 'position'>> {
  requireLanguages(context, 'names', values.names);
  requireOptions(type, values.options);
  if (values.length > 0 && !withLength.has(type))
    throw invalid('length', 'not_allowed', 'Leave it 0: only texts have a length');
  if (values.required && type === 'caption')
    throw invalid('required', 'not_allowed', 'Leave it out: a caption is not filled in');
  // No type may go while a field takes it.
  await takeTurn(tx, context, 'submission-types');
  await requireTypes(tx, context, values.categories);
  const hints = Object.entries(values.hints).flatMap(([language, html]) =>
    html.trim() === '' ? [] : [[language, keptBody({ html }, `hints.${language}`).html] as const],
  );
  return {
    ...values,
    hints: Object.fromEntries(hints),
    categories: values.categories && [...new Set(values.categories)],
  };
}

export async function addField(tx: Tx, context: AgentContext, values: Fixed & FieldValues): Promise<AdminField> {
  requireAdministrator(context);
  const { code, owner, type, encrypted, ...changeable } = values;
  if (systemCodes.has(code)) throw invalid('code', 'reserved', 'Every service has this field: choose another code');
  await takeTurn(tx, context, 'fields');
  const all = await rowsOf(tx, context);
  const taken = all.some((field) => field.code.toLowerCase() === code.toLowerCase());
  if (taken) throw invalid('code', 'taken', 'A code is never used again: choose another one');
  if (all.length >= most) throw invalid('code', 'too_many', `There are ${most} already`);
  const stored = await checked(tx, context, type, changeable);
  const position = values.position ?? placeAfter(all);
  const [row] = await tx
    .insert(fieldDefinitions)
    .values({ serviceId: serviceOf(context), code, owner, type, encrypted, ...stored, position })
    .returning();
  if (!row) throw new Error('An inserted field is there');
  return noted(tx, context, row);
}

function ofField(context: AgentContext, fieldId: number) {
  return and(eq(fieldDefinitions.serviceId, serviceOf(context)), eq(fieldDefinitions.fieldId, fieldId));
}

async function lockField(tx: Tx, context: AgentContext, { fieldId, expectedVersion }: FieldVersion): Promise<FieldRow> {
  requireAdministrator(context);
  const [row] = await tx.select().from(fieldDefinitions).where(ofField(context, fieldId)).for('update');
  if (!row) throw notFound();
  requireVersion(row, expectedVersion, wire(row));
  return row;
}

export async function changeField(
  tx: Tx,
  context: AgentContext,
  { fieldId, expectedVersion, ...values }: FieldVersion & FieldValues,
): Promise<AdminField> {
  const before = await lockField(tx, context, { fieldId, expectedVersion });
  const stored = await checked(tx, context, before.type, values);
  const [row] = await tx
    .update(fieldDefinitions)
    .set({ ...stored, position: values.position ?? before.position, version: before.version + 1 })
    .where(ofField(context, fieldId))
    .returning();
  if (!row) throw new Error('A locked field is there');
  return noted(tx, context, row);
}

async function noted(tx: Tx, context: AgentContext, row: FieldRow): Promise<AdminField> {
  const { fieldId, code, version, active } = row;
  await audit(tx, context, { kind: 'setup_kept', data: { what: 'field', id: fieldId, code, version, active } });
  return wire(row);
}

/** Takes a field out of use. Its values stay with their tickets, and its code is never used again. */
export async function removeField(tx: Tx, context: AgentContext, args: FieldVersion): Promise<{ fieldId: number }> {
  const { fieldId, code, version } = await lockField(tx, context, args);
  await tx
    .update(fieldDefinitions)
    .set({ active: false, version: version + 1 })
    .where(ofField(context, fieldId));
  await audit(tx, context, { kind: 'setup_removed', data: { what: 'field', id: fieldId, code, version } });
  return { fieldId };
}
