import type { ListPlace, TicketWindow } from '../base/hub-context.js';
import type { TicketQuery, TicketRow } from '../domain/types.js';
import { Recent } from '../util/recent.js';
import { nameOf } from './list-names.js';
import type { RowPage } from './row-pages.js';

/** A list that was left: what was in sight, and where the agent was in it. */
export interface KeptList {
  readonly pages: readonly RowPage[];
  readonly total: number;
  readonly isEstimate: boolean;
  readonly place: ListPlace;
}

/** Most lists that can be come back to. */
const mostLists = 20;

/** Which list is open, and the ones that the agent came from, for as long as the page lives. */
export class KeptLists {
  readonly #lists = new Recent<string, Omit<KeptList, 'place'> & { place?: ListPlace }>(mostLists);
  /** Name of the open list: its search string, whichever fields come with it. */
  #key = '';
  #generation = 0;
  #place: ListPlace | null = null;

  /**
   * Another list, beside what was in sight of the one `left`. Gives the list as it was left, unless that was at its top,
   * where the newest rows are worth more than the old ones, or it is only another order of the same tickets.
   */
  turn(query: TicketQuery, isSorted: boolean, left: Omit<KeptList, 'place'>): KeptList | undefined {
    const before = this.#key;
    this.#key = nameOf(query);
    if (before === this.#key) return undefined;
    if (before) this.#lists.set(before, { ...left });
    const list = this.#lists.get(this.#key);
    const isBelow = list?.place && (list.place.index > 0 || list.place.offset > 0);
    return isBelow && !isSorted ? (list as KeptList) : undefined;
  }

  /** The list begins anew: where it was left, or at its top. */
  begin(place: ListPlace | null): void {
    this.#generation++;
    this.#place = place;
  }

  /** What the open list says of itself. `onLeave` hears that the place in it was kept. */
  view(onLeave: () => void): Pick<TicketWindow, 'generation' | 'place' | 'leave'> {
    const [key, generation] = [this.#key, this.#generation];
    return {
      generation,
      place: this.#place,
      leave: (place) => {
        const list = this.#lists.get(key);
        if (generation === this.#generation) {
          this.#place = place;
          onLeave();
        } else if (list && key !== this.#key) list.place = place;
      },
    };
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
    this.#key = '';
  }
}
