import type { TicketPage } from '../api/api.js';
import type { TicketRow } from '../domain/types.js';

/** A stretch of rows that came in one answer. A cursor is undefined where the stretch was cut: nothing joins there. */
export interface RowPage {
  start: number;
  rows: TicketRow[];
  next: string | null | undefined;
  previous: string | null | undefined;
}

/** Most stretches that are kept; the farthest from what is in sight go first. */
const mostPages = 40;

/** The rows of a long list that are here: stretches without overlap, in order. */
export class RowPages {
  #pages: RowPage[] = [];
  #places = new Map<string, { page: RowPage; offset: number }>();
  #isIndexed = true;

  get isEmpty(): boolean {
    return this.#pages.length === 0;
  }

  row(index: number): TicketRow | undefined {
    const page = this.pageAt(index);
    return page?.rows[index - page.start];
  }

  pageAt(index: number): RowPage | undefined {
    let low = 0;
    let high = this.#pages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const page = this.#pages[middle];
      if (!page) return undefined;
      if (index < page.start) high = middle - 1;
      else if (index >= page.start + page.rows.length) low = middle + 1;
      else return page;
    }
    return undefined;
  }

  /** The first stretch that begins at or behind an index. */
  pageFrom(index: number): RowPage | undefined {
    return this.#pages.find((page) => page.start >= index);
  }

  indexOf(ticketId: string): number {
    const place = this.#place(ticketId);
    return place ? place.page.start + place.offset : -1;
  }

  /** Puts other contents into rows whose place stays; gives the indexes of those that are here. */
  replace(rows: readonly TicketRow[]): Set<number> {
    const indexes = new Set<number>();
    for (const row of rows) {
      const place = this.#place(row.ticketId);
      if (!place) continue;
      place.page.rows[place.offset] = row;
      indexes.add(place.page.start + place.offset);
    }
    return indexes;
  }

  /** Takes rows out; what is behind them moves up. Gives how many were here. */
  remove(ticketIds: readonly string[]): number {
    return ticketIds.filter((ticketId) => this.#remove(ticketId)).length;
  }

  /** The stretches that are in sight. */
  near(from: number, to: number): RowPage[] {
    return this.#pages.filter(({ start, rows }) => start < to && start + rows.length > from);
  }

  /** Keeps nothing but these. */
  put(pages: readonly RowPage[]): void {
    this.#pages = [...pages];
    this.#isIndexed = false;
  }

  /** Fills what is missing from `start` on; rows that are here already stay. */
  fill(start: number, { rows, next, previous }: TicketPage): void {
    const before = this.pageAt(start);
    const skip = before ? before.start + before.rows.length - start : 0;
    const first = start + skip;
    const room = (this.pageFrom(first)?.start ?? Infinity) - first;
    const kept = rows.slice(skip, skip + room);
    if (kept.length === 0) return;
    this.#pages.push({
      start: first,
      rows: kept,
      next: skip + room < rows.length ? undefined : next,
      previous: skip > 0 ? undefined : previous,
    });
    this.#pages.sort((one, other) => one.start - other.start);
    this.#isIndexed = false;
  }

  /** Everything stands this much farther up than was thought. */
  shift(by: number): void {
    for (const page of this.#pages) page.start -= by;
  }

  /** Forgets what is far from an index. */
  prune(index: number): void {
    if (this.#pages.length <= mostPages) return;
    const distance = (page: RowPage): number => Math.abs(page.start - index);
    const near = [...this.#pages].sort((one, other) => distance(one) - distance(other)).slice(0, mostPages);
    this.#pages = this.#pages.filter((page) => near.includes(page));
    this.#isIndexed = false;
  }

  #remove(ticketId: string): boolean {
    const place = this.#place(ticketId);
    if (!place) return false;
    place.page.rows.splice(place.offset, 1);
    for (const page of this.#pages) if (page.start > place.page.start) page.start--;
    this.put(this.#pages.filter((page) => page.rows.length > 0));
    return true;
  }

  #place(ticketId: string): { page: RowPage; offset: number } | undefined {
    if (!this.#isIndexed) {
      this.#places.clear();
      for (const page of this.#pages) {
        page.rows.forEach((row, offset) => this.#places.set(row.ticketId, { page, offset }));
      }
      this.#isIndexed = true;
    }
    return this.#places.get(ticketId);
  }
}
