import { conditionKind, type FieldDefinition } from './fields.js';
import { sortFields, type SortField, type SortKey } from './types.js';

/** What a list can show of a ticket, beside the box and the star; a field of the service is named `f.` and its code. */
export const columnNames = [
  'priority',
  'status',
  'subject',
  'transfer',
  'customer',
  'assignee',
  'channel',
  'group',
  'updatedAt',
  'createdAt',
  'resolvedAt',
  'ticketId',
  'category',
  'handlingType',
  'language',
  'creator',
  'reason',
  'email',
  'phone',
  'usercode',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** A column that is shown. Hidden ones are not in the list. */
export interface ColumnState {
  /** A `ColumnName`, or `f.` and the code of a field. */
  readonly id: string;
  /** Width at a font size of 13 px, in pixels; null for the usual one. */
  readonly width: number | null;
}

/** Columns of a list that nobody arranged. */
export const usualColumns: readonly ColumnState[] = (
  ['priority', 'status', 'subject', 'transfer', 'customer', 'assignee', 'channel', 'group', 'updatedAt'] as const
).map((id) => ({ id, width: null }));

export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Density = (typeof densities)[number];

/** Narrowest column, in pixels at a font size of 13 px. */
export const leastWidth = 40;

/** The column that is always shown: it names the ticket, and takes the room that others leave. */
export const mainColumn: ColumnName = 'subject';

/** Every column that a service's tickets can be shown in: what all have, then its own fields. */
export function possibleColumns(fields: readonly FieldDefinition[]): readonly string[] {
  const own = fields.filter(({ type }) => type !== 'caption' && type !== 'file');
  return [...columnNames, ...own.map(({ code }) => `f.${code}`)];
}

/** Those of an arrangement that there are, once each; the main column is among them whatever was arranged. */
export function shownColumns(arranged: readonly ColumnState[], possible: readonly string[]): readonly ColumnState[] {
  const left = new Set(possible);
  const shown = arranged.filter(({ id }) => left.delete(id));
  return left.has(mainColumn) ? [{ id: mainColumn, width: null }, ...shown] : shown;
}

/** What a list is sorted by when it is sorted by a column; undefined where it cannot be. */
export function sortOf(id: string, fields: readonly FieldDefinition[]): SortKey | undefined {
  if ((sortFields as readonly string[]).includes(id)) return id as SortField;
  const field = fields.find(({ code }) => id === `f.${code}`);
  return field && conditionKind(field) ? (id as SortKey) : undefined;
}

/** Times and urgency are wanted newest and highest first, words from their beginning. */
export function startsDescending(sort: SortKey): boolean {
  return sort === 'updatedAt' || sort === 'createdAt' || sort === 'resolvedAt' || sort === 'priority';
}

export function isUsual(columns: readonly ColumnState[]): boolean {
  return (
    columns.length === usualColumns.length &&
    columns.every(({ id, width }, place) => id === usualColumns[place]?.id && width === null)
  );
}
