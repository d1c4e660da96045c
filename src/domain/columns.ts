import type { SortField } from './types.js';

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

/** Columns that can be sorted by have the name of their sort. */
export const unsortable: ReadonlySet<string> = new Set<Exclude<ColumnName, SortField>>(['transfer']);

/** Columns of a list that nobody arranged. */
export const usualColumns: readonly ColumnState[] = (
  ['priority', 'status', 'subject', 'transfer', 'customer', 'assignee', 'channel', 'group', 'updatedAt'] as const
).map((id) => ({ id, width: null }));

export const densities = ['compact', 'normal', 'comfortable'] as const;
export type Density = (typeof densities)[number];
