import type { Api } from '../api/api.js';
import type { TicketQuery } from '../domain/types.js';

/** Number of tickets of a list whose length the server does not tell with a page. */
export async function listLength(
  api: Pick<Api, 'counts' | 'tickets'>,
  query: TicketQuery,
  signal: AbortSignal,
): Promise<number> {
  const { view, sort: _sort, descending: _descending, fields: _fields, ...filters } = query;
  const isPlain = Object.values(filters).every((value) => value === undefined);
  if (isPlain) return (await api.counts(signal))[view];
  // The place of the last row tells how many there are.
  const { total, estimate, position } = await api.tickets(query, { at: 1 }, 1, signal);
  return total ?? estimate ?? (position ? position.index + 1 : 0);
}
