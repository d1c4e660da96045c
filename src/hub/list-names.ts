import { searchText } from '../domain/search-text.js';
import type { TicketQuery } from '../domain/types.js';

/** Names what a list holds and in which order, whatever its columns. */
export function nameOf(query: TicketQuery): string {
  return searchText({ ...query, fields: undefined });
}

/** Names what a list holds, whatever its order and its columns. */
export function contentsOf(query: TicketQuery): string {
  return nameOf({ ...query, sort: 'updatedAt', descending: true });
}
