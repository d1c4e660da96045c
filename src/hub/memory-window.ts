import { atom, type ReadableAtom } from 'nanostores';
import type { TicketWindow } from '../base/hub-context.js';
import type { SortKey, TicketRow } from '../domain/types.js';
import { orderOf } from './row-order.js';
import { sortValue } from './sort-value.js';

/**
 * A list whose rows are all in the page: for pages that have rows of their own. Updates show once a frame and in place;
 * a row whose place is out of date is counted in `$waiting` until `refresh`.
 */
export class MemoryWindow {
  readonly #window;
  readonly #waiting = atom(0);
  #rows: TicketRow[];
  #order: Uint32Array;
  #places?: Uint32Array;
  #numbers?: Map<string, number>;
  #generation = 1;
  #sort: { field: SortKey; descending: boolean } | null = null;
  #changed = new Set<number>();
  #moved = new Set<number>();
  #frame = 0;

  constructor(rows: readonly TicketRow[]) {
    this.#rows = rows.slice();
    this.#order = Uint32Array.from(rows, (_, index) => index);
    this.#window = atom<TicketWindow>(this.#make(null));
  }

  get $window(): ReadableAtom<TicketWindow> {
    return this.#window;
  }

  get $waiting(): ReadableAtom<number> {
    return this.#waiting;
  }

  /** Other rows: another list. */
  replace(rows: readonly TicketRow[]): void {
    this.#rows = rows.slice();
    this.#numbers = undefined;
    this.#generation++;
    this.#arrange();
  }

  sort(field: SortKey, descending: boolean): void {
    this.#sort = { field, descending };
    this.#generation++;
    this.#arrange();
  }

  /** Puts rows whose place is out of date where they belong. */
  refresh(): void {
    this.#arrange();
  }

  /** New contents of rows that are in the list; others are ignored. */
  update(rows: readonly TicketRow[]): void {
    this.#numbers ??= new Map(this.#rows.map((row, index) => [row.ticketId, index]));
    const places = this.#placesNow();
    const { field } = this.#sort ?? {};
    for (const row of rows) {
      const number = this.#numbers.get(row.ticketId);
      const before = number === undefined ? undefined : this.#rows[number];
      if (number === undefined || !before || before.version > row.version) continue;
      this.#rows[number] = row;
      this.#changed.add(places[number] ?? 0);
      if (field && keyOf(row, field) !== keyOf(before, field)) this.#moved.add(number);
    }
    if (this.#changed.size > 0) this.#frame ||= requestAnimationFrame(() => this.#show());
  }

  #show(): void {
    this.#frame = 0;
    const changed = this.#changed;
    this.#changed = new Set();
    this.#window.set(this.#make(changed));
    this.#waiting.set(this.#moved.size);
  }

  #arrange(): void {
    this.#order = this.#sort
      ? orderOf(this.#rows, this.#sort.field, this.#sort.descending)
      : Uint32Array.from(this.#rows, (_, index) => index);
    this.#places = undefined;
    this.#changed.clear();
    this.#moved.clear();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#window.set(this.#make(null));
    this.#waiting.set(0);
  }

  #placesNow(): Uint32Array {
    if (!this.#places) {
      this.#places = new Uint32Array(this.#rows.length);
      for (let place = 0; place < this.#order.length; place++) this.#places[this.#order[place] ?? 0] = place;
    }
    return this.#places;
  }

  #make(changed: ReadonlySet<number> | null): TicketWindow {
    return {
      status: 'ready',
      total: this.#rows.length,
      isEstimate: false,
      generation: this.#generation,
      changed,
      row: (index) => this.#rows[this.#order[index] ?? -1],
      indexOf: (ticketId) => {
        this.#numbers ??= new Map(this.#rows.map((row, index) => [row.ticketId, index]));
        const number = this.#numbers.get(ticketId);
        return number === undefined ? -1 : (this.#placesNow()[number] ?? -1);
      },
      want: () => undefined,
      hold: () => undefined,
      place: null,
      leave: () => undefined,
    };
  }
}

function keyOf(row: TicketRow, field: SortKey): unknown {
  switch (field) {
    case 'customer':
      return row.customer?.name;
    case 'assignee':
      return row.assignee?.name;
    case 'group':
      return row.group?.name;
    default:
      return sortValue(row, field);
  }
}
