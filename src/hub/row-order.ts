import type { SortKey, TicketRow } from '../domain/types.js';
import { sortValue } from './sort-value.js';

const collator = new Intl.Collator(undefined, { numeric: true });

/** The place of every different text in the order of the reader's language; numbers stand before texts. */
function ranks(values: readonly (string | number)[], compare: (a: string, b: string) => number): Float64Array {
  const rank = new Map<string, number>();
  const texts = new Set(values.filter((value) => typeof value === 'string'));
  [...texts].sort(compare).forEach((text, index) => rank.set(text, index));
  return Float64Array.from(values, (value) => (typeof value === 'string' ? (rank.get(value) ?? 0) : value));
}

function keysOf(rows: readonly TicketRow[], sort: SortKey): Float64Array {
  const values = rows.map((row) => sortValue(row, sort));
  // Ids are compared letter by letter, as the server does.
  return ranks(values, sort === 'ticketId' ? (a, b) => (a < b ? -1 : 1) : collator.compare);
}

/**
 * Row numbers in the wanted order; equal rows keep their order. Key and row number are packed into one number, because
 * sorting plain numbers needs no comparison function and is several times faster.
 */
export function orderOf(rows: readonly TicketRow[], sort: SortKey, descending: boolean): Uint32Array {
  const count = rows.length;
  const keys = keysOf(rows, sort);
  let least = Infinity;
  let most = -Infinity;
  for (const key of keys) {
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (count > 0 && (most - least + 1) * count > Number.MAX_SAFE_INTEGER) {
    const order = Uint32Array.from(rows, (_, index) => index);
    const sign = descending ? -1 : 1;
    return order.sort((a, b) => sign * ((keys[a] ?? 0) - (keys[b] ?? 0)) || a - b);
  }
  for (let index = 0; index < count; index++) {
    const key = keys[index] ?? 0;
    keys[index] = (descending ? most - key : key - least) * count + index;
  }
  keys.sort();
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) order[place] = (keys[place] ?? 0) % count;
  return order;
}
