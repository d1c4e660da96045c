import type { SortField } from '../../domain/types.js';

/** A column by the name that its cells have as class; `label` is a text of the list, `sort` what its head sorts by. */
export interface Column {
  readonly name: string;
  readonly label:
    | 'tick'
    | 'star'
    | 'priority'
    | 'status'
    | 'subject'
    | 'transfer'
    | 'customer'
    | 'assignee'
    | 'channel'
    | 'group'
    | 'updated';
  readonly sort?: SortField;
}

/** In the order of the screen; the place of a column is its `aria-colindex`. */
export const columns: readonly Column[] = [
  { name: 'tick', label: 'tick' },
  { name: 'star', label: 'star' },
  { name: 'priority', label: 'priority', sort: 'priority' },
  { name: 'status', label: 'status', sort: 'status' },
  { name: 'subject', label: 'subject', sort: 'subject' },
  { name: 'transfer', label: 'transfer' },
  { name: 'customer', label: 'customer', sort: 'customer' },
  { name: 'assignee', label: 'assignee', sort: 'assignee' },
  { name: 'channel', label: 'channel', sort: 'channel' },
  { name: 'group', label: 'group', sort: 'group' },
  { name: 'updated', label: 'updated', sort: 'updatedAt' },
];

/** Times and urgency are wanted newest and highest first, words from their beginning. */
export function startsDescending(field: SortField): boolean {
  return field === 'updatedAt' || field === 'createdAt' || field === 'resolvedAt' || field === 'priority';
}
