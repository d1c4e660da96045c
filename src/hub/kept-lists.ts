import type { ListPlace } from '../base/hub-context.js';
import type { TicketRow } from '../domain/types.js';
import { Recent } from '../util/recent.js';
import type { RowPage } from './row-pages.js';

/** A list that was left: what was in sight, and where the agent was in it. */
export interface KeptList {
  readonly pages: readonly RowPage[];
  readonly total: number;
  readonly place: ListPlace;
}

/** Most lists that can be come back to. */
const mostLists = 20;

/** The lists that an agent came from, for as long as the page lives. */
export class KeptLists {
  readonly #lists = new Recent<string, Omit<KeptList, 'place'> & { place?: ListPlace }>(mostLists);

  keep(key: string, pages: readonly RowPage[], total: number): void {
    this.#lists.set(key, { pages, total });
  }

  leave(key: string, place: ListPlace): void {
    const list = this.#lists.get(key);
    if (list) list.place = place;
  }

  /** The list as it was left, unless that was at its top: there the newest rows are worth more than the old ones. */
  backTo(key: string): KeptList | undefined {
    const list = this.#lists.get(key);
    const place = list?.place;
    return place && (place.index > 0 || place.offset > 0) ? { ...list, place } : undefined;
  }

  /** An own action changed a ticket. */
  accept(row: TicketRow): void {
    for (const { pages } of this.#lists.values()) {
      for (const { rows } of pages) {
        const offset = rows.findIndex(({ ticketId }) => ticketId === row.ticketId);
        if (offset >= 0) rows[offset] = row;
      }
    }
  }

  clear(): void {
    this.#lists.clear();
  }
}
