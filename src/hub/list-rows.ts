import type { Api } from '../api/api.js';
import type { TicketQuery, TicketRow } from '../domain/types.js';

const pageSize = 200;

/** The first rows of a list, page by page. */
export async function listRows(
  api: Pick<Api, 'tickets'>,
  query: TicketQuery,
  most: number,
  signal: AbortSignal,
): Promise<readonly TicketRow[]> {
  const rows = new Map<string, TicketRow>();
  let cursor: string | undefined;
  while (rows.size < most) {
    const page = await api.tickets(query, { cursor }, Math.min(pageSize, most - rows.size), signal);
    // A ticket that moves down meanwhile comes twice.
    for (const row of page.rows) rows.set(row.ticketId, row);
    if (page.next === null || page.rows.length === 0) break;
    cursor = page.next;
  }
  return [...rows.values()];
}
