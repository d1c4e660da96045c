import type { Api } from '../api/api.js';
import type { TicketQuery } from '../domain/types.js';

/** How long a list is, or about how long. */
export interface ListLength {
  readonly total: number;
  readonly isEstimate: boolean;
}

/** Number of tickets of a list whose length the server does not tell with a page. */
export async function listLength(
  api: Pick<Api, 'counts' | 'tickets'>,
  query: TicketQuery,
  signal: AbortSignal,
): Promise<ListLength> {
  const { view, sort: _sort, descending: _descending, fields: _fields, ...filters } = query;
  const isPlain = Object.values(filters).every((value) => value === undefined);
  if (isPlain) return { total: (await api.counts(signal))[view], isEstimate: false };
  // The place of the last row tells how many there are.
  const { total, estimate, position } = await api.tickets(query, { at: 1 }, 1, signal);
  if (total !== null) return { total, isEstimate: false };
  if (estimate) return { total: estimate, isEstimate: true };
  return { total: position ? position.index + 1 : 0, isEstimate: position?.exact === false };
}
