import type { TicketPage } from '../../../src/api/api.js';
import type { TicketRow } from '../../../src/domain/types.js';
import { RemoteWindow } from '../../../src/hub/remote-window.js';
import { makeRows } from './rows.js';

const total = 1_000_000;
const latency = 25;

/** A server in the page with a million tickets, whose answers take as long as over a good line. */
export function remoteSource(now: number): { readonly window: RemoteWindow; requests(): number } {
  const models = makeRows(1000, now);
  let count = 0;
  const rowAt = (index: number): TicketRow => ({
    ...(models[index % models.length] as TicketRow),
    ticketId: `T${String(1_700_000_000_000 + index)}AAAAA`,
    subject: `#${index}`,
  });
  const page = (start: number, limit: number, isJump: boolean): TicketPage => {
    const end = Math.min(total, start + limit);
    return {
      rows: Array.from({ length: end - start }, (_, offset) => rowAt(start + offset)),
      next: end < total ? `next:${end}` : null,
      previous: start > 0 ? `previous:${start}` : null,
      total,
      position: isJump ? { index: start, exact: true } : null,
    };
  };
  const window = new RemoteWindow(
    {
      async tickets(_query, { cursor, at }, limit, signal) {
        count++;
        await new Promise((resolve) => setTimeout(resolve, latency));
        signal.throwIfAborted();
        const [direction, edge] = (cursor ?? '').split(':');
        if (direction === 'previous')
          return page(Math.max(0, Number(edge) - limit), Math.min(limit, Number(edge)), false);
        return page(at === undefined ? Number(edge ?? 0) : Math.round(at * total), limit, at !== undefined);
      },
    },
    {
      follow: () => Promise.reject(new Error('Nothing changes here.')),
      countOf: () => Promise.resolve({ total, isEstimate: false }),
    },
  );
  window.open({ view: 'all', sort: 'updatedAt', descending: true });
  window.start();
  return { window, requests: () => count };
}
