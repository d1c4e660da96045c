import type { Hub, ListPlace, TicketWindow } from '../../base/hub-context.js';
import type { RowPool } from './row-pool.js';

/**
 * Remembers where the agent was, so that a list which is left and opened again stands where it stood: another list and
 * back, which the hub keeps, or the element taken away and put back, which is kept here.
 */
export class PlaceMemory {
  #hub: Hub | undefined;
  #generation = NaN;
  #left: { readonly hub: Hub | undefined; readonly place: ListPlace; readonly hadFocus: boolean } | undefined;

  /** The list is left, by whoever looks at another or takes the element away. */
  leave(hub: Hub | undefined, window: TicketWindow, place: ListPlace, hadFocus: boolean): void {
    this.#left = { hub, place, hadFocus };
    window.leave(place);
  }

  /** Where to go in the list that is shown now: null for its top, undefined for where it stands. */
  turn(hub: Hub | undefined, window: TicketWindow | undefined, isNew: boolean): Return | null | undefined {
    if (!window) return undefined;
    const isOther = hub !== this.#hub || window.generation !== this.#generation;
    const isFirst = this.#hub === undefined;
    const left = this.#left;
    this.#hub = hub;
    this.#generation = window.generation;
    this.#left = undefined;
    if (isOther) return window.place ? { place: window.place, takesFocus: false } : isFirst ? undefined : null;
    return isNew && left && left.hub === hub ? { place: left.place, takesFocus: left.hadFocus } : undefined;
  }
}

export interface Return {
  readonly place: ListPlace;
  /** The focus was in the rows, and is nowhere since they were taken away. */
  readonly takesFocus: boolean;
}

/** Where the pool stands; undefined while its first row is on its way. */
export function placeIn(pool: RowPool, focusId: string | null): ListPlace | undefined {
  const { height, top } = pool;
  const index = Math.floor(top / (height || 1));
  const ticketId = pool.slotAt(index)?.row?.ticketId;
  return ticketId === undefined ? undefined : { ticketId, index, offset: top - index * height, focusId };
}
