import type { TicketPage } from '../api/api.js';
import type { RowPages } from './row-pages.js';

/** Rows in sight; `to` excluded. */
export interface Wish {
  readonly from: number;
  readonly to: number;
}

/** What to ask the server for. */
export type Fetch =
  | { readonly kind: 'top'; readonly limit: number }
  | { readonly kind: 'forward' | 'backward'; readonly cursor: string; readonly index: number; readonly limit: number }
  | { readonly kind: 'jump'; readonly index: number; readonly wanted: number; readonly limit: number };

/** The first rows. */
export const topFetch: Fetch = { kind: 'top', limit: 100 };

const least = 50;
const most = 200;
/** Rows fetched before they come in sight, and before the target of a jump. */
const ahead = 40;
const behind = 20;

/**
 * The request that fills the next gap in sight, or null. Where the gap joins rows that are here, by their cursor, which
 * is cheap and exact; else by the share of the list.
 */
export function nextFetch(pages: RowPages, wish: Wish, total: number): Fetch | null {
  if (pages.isEmpty) return topFetch;
  const to = Math.min(wish.to, total);
  const from = Math.min(wish.from, to);
  const gap =
    firstGap(pages, from, to) ?? firstGap(pages, from, Math.min(to + ahead, total), Math.max(0, from - ahead));
  if (gap === null) return null;
  const before = gap > 0 ? pages.pageAt(gap - 1) : undefined;
  const after = pages.pageFrom(gap);
  const room = (after?.start ?? total) - gap;
  const limit = Math.min(most, Math.max(least, to - gap + ahead), Math.max(1, room));
  if (before?.next) return { kind: 'forward', cursor: before.next, index: gap, limit };
  if (after?.previous && room <= most)
    return { kind: 'backward', cursor: after.previous, index: after.start, limit: room };
  if (after?.previous && gap < from) {
    return { kind: 'backward', cursor: after.previous, index: after.start, limit: least };
  }
  // Ahead of what is in sight nothing is worth a jump.
  if (gap >= to || gap < from) return null;
  const index = Math.max(0, Math.min(gap - behind, total - least));
  return { kind: 'jump', index, wanted: gap, limit: Math.min(most, Math.max(least, to - index + ahead)) };
}

function firstGap(pages: RowPages, from: number, to: number, start = from): number | null {
  let index = start;
  while (index < to) {
    const page = pages.pageAt(index);
    if (!page) return index;
    index = page.start + page.rows.length;
  }
  return null;
}

/** Where the request begins, as the server wants to be told. */
export function pageStart(due: Fetch, total: number): { cursor?: string; at?: number } {
  if (due.kind === 'top') return {};
  return due.kind === 'jump' ? { at: Math.min(1, due.index / Math.max(1, total)) } : { cursor: due.cursor };
}

/** Where an answer stands in the list, and how much farther up than was thought everything stands that was here before. */
export function placeOf(
  due: Exclude<Fetch, { kind: 'top' }>,
  { rows, position, next, previous }: TicketPage,
  total: number,
): { readonly start: number; readonly shift: number } {
  let start = due.kind === 'backward' ? due.index - rows.length : due.index;
  if (due.kind === 'jump') {
    if (position?.exact) start = position.index;
    else if (next === null) start = total - rows.length;
    if (previous === null) start = 0;
  } else if (previous === null && due.kind === 'backward' && start > 0) {
    return { start: 0, shift: start };
  }
  return { start: Math.max(0, start), shift: 0 };
}
