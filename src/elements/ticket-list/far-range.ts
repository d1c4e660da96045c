import { DeskError } from '../../base/desk-error.js';
import type { Hub } from '../../base/hub-context.js';
import type { TicketQuery } from '../../domain/types.js';

/** Rows of a range that are fetched at most, counted from the top of the list. */
const farthest = 5000;
/** The list may have grown above a range since its rows were shown. */
const slack = 100;

/**
 * The tickets from one to another in the order of the server, whichever comes first; `far` where they are too many, or
 * one of them is not in the list any more.
 */
export async function idsBetween(
  lists: Hub['lists'],
  query: TicketQuery,
  from: string,
  to: string,
  last: number,
  signal: AbortSignal,
): Promise<string[] | 'far' | DeskError> {
  if (last >= farthest) return 'far';
  try {
    const rows = await lists.rows(query, last + slack, signal);
    const ends = [from, to].map((id) => rows.findIndex(({ ticketId }) => ticketId === id));
    const [first = -1, end = -1] = ends.sort((a, b) => a - b);
    return first < 0 ? 'far' : rows.slice(first, end + 1).map(({ ticketId }) => ticketId);
  } catch (error) {
    return error instanceof DeskError ? error : new DeskError('server', String(error));
  }
}
