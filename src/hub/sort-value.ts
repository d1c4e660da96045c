import type { SortField, SortKey, TicketRow } from '../domain/types.js';

/** What of a row its place in a list depends on. */
export function sortValue(row: TicketRow, sort: SortKey): unknown {
  return sort.startsWith('f.') ? row.fields?.[sort.slice(2)] : row[sort as SortField];
}
