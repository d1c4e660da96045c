import type { TicketRow } from '../../domain/types.js';
import type { ListColumn } from './columns.js';
import { rowModel, RowSlot, type RowMarks } from './row-slot.js';
import type { RowWords } from './row-words.js';
import { ScrollMap } from './scroll-map.js';

/** Rows beyond the edge towards which the list moves. */
const ahead = 2;

/** Where a pool gets what it shows. */
export interface RowSource {
  readonly columns: readonly ListColumn[];
  readonly words: RowWords;
  row(index: number): TicketRow | undefined;
  marks(row: TicketRow | undefined): RowMarks;
}

/**
 * The rows in sight and a few more, in nodes that are used again by place: the ticket at index `i` stands in slot
 * `i % size`, so that a step of the scroll rewrites only the rows that come in. Nothing is measured here. The row that
 * has the focus is taken out of the ring when it leaves the sight, and keeps its ticket.
 */
export class RowPool {
  readonly map = new ScrollMap();
  #ring: RowSlot[] = [];
  #spare: RowSlot[] = [];
  #pinned: RowSlot | undefined;
  #focused: RowSlot | undefined;
  #made = 0;
  #model?: HTMLElement;
  #count = 0;
  #height = 0;
  #view = 0;
  #top = 0;
  #first = 0;
  #last = 0;
  #shift = 0;

  constructor(
    private readonly viewport: HTMLElement,
    private readonly track: HTMLElement,
    private readonly source: RowSource,
  ) {}

  /** First index in the pool. */
  get first(): number {
    return this.#first;
  }

  /** Index after the last in the pool. */
  get last(): number {
    return this.#last;
  }

  /** Rows that fit into the view, at least one. */
  get page(): number {
    return Math.max(1, Math.floor(this.#view / (this.#height || 1)));
  }

  /** Of a row. */
  get height(): number {
    return this.#height;
  }

  /** Place in the list of the upper edge. */
  get top(): number {
    return this.#top;
  }

  get count(): number {
    return this.#count;
  }

  /** Another number of rows, or another size of view or row. Tells whether it was another, and all is written. */
  resize(count: number, height: number, view: number): boolean {
    if (count === this.#count && height === this.#height && view === this.#view) return false;
    const keep = this.#height > 0 ? this.#top / this.#height : 0;
    const isOtherHeight = height !== this.#height;
    this.#count = count;
    this.#height = height;
    this.#view = view;
    this.map.resize(count * height, view);
    this.track.style.blockSize = `${this.map.track}px`;
    this.viewport.style.setProperty('--row', `${height}px`);
    const size = height > 0 && view > 0 ? Math.min(count, Math.ceil(view / height) + 1 + ahead) : 0;
    if (size !== this.#ring.length) this.#reshape(size);
    if (isOtherHeight) this.scrollTo(keep * height);
    this.show(true);
    return true;
  }

  /** Brings the pool to where the track stands. `all` also writes rows that stay in their place. */
  show(all = false): void {
    const before = this.#top;
    this.#top = this.map.read(this.viewport.scrollTop);
    const size = this.#ring.length;
    const start = Math.floor(this.#top / (this.#height || 1)) - (this.#top < before ? ahead : 0);
    const first = Math.max(0, Math.min(start, this.#count - size));
    const moved = this.map.shift !== this.#shift;
    if (!all && !moved && first === this.#first && this.#last === first + size) return;
    this.#shift = this.map.shift;
    this.#first = first;
    this.#last = first + size;
    this.#pin();
    for (let index = first; index < this.#last; index++) {
      const slot = this.#ring[index % size];
      if (!slot) continue;
      if (all || slot.index !== index) this.#write(slot, index);
      slot.place(index * this.#height - this.#shift);
    }
    if (this.#pinned) this.#placePinned(this.#pinned, all);
  }

  /** Writes one row again, if it is in the pool. */
  refresh(index: number): void {
    const slot = this.slotAt(index);
    if (slot) this.#write(slot, index);
  }

  slotAt(index: number): RowSlot | undefined {
    if (index === this.#pinned?.index) return this.#pinned;
    if (index < this.#first || index >= this.#last) return undefined;
    return this.#ring[index % this.#ring.length];
  }

  /** The slot that a node belongs to. */
  slotOf(path: readonly EventTarget[]): RowSlot | undefined {
    const at = path.indexOf(this.track);
    const element = at > 0 ? path[at - 1] : undefined;
    return element && this.#slots().find((slot) => slot.element === element);
  }

  /** The row that has the focus, or none. */
  focus(slot: RowSlot | undefined): void {
    this.#focused = slot;
    if (!this.#pinned || this.#pinned === slot) return;
    this.#retire(this.#pinned);
    this.#pinned = undefined;
  }

  get focused(): RowSlot | undefined {
    return this.#focused;
  }

  /** The ticket of the focused row stands elsewhere in the list now: the row goes with it. */
  follow(index: number): void {
    const slot = this.#focused;
    if (!slot || slot.index === index) return;
    const size = this.#ring.length;
    const place = slot.index % size;
    if (slot !== this.#pinned) this.#ring[place] = this.#take();
    slot.index = index;
    this.#pinned = slot;
  }

  /** Moves the track so that a place in the list is at the upper edge. */
  scrollTo(place: number): void {
    this.viewport.scrollTop = this.map.write(place);
    this.show();
  }

  /** Moves as little as needed to have a row in sight. */
  reveal(index: number): void {
    const start = index * this.#height;
    if (start < this.#top) this.scrollTo(start);
    else if (start + this.#height > this.#top + this.#view) this.scrollTo(start + this.#height - this.#view);
  }

  writeTimes(): void {
    for (const slot of this.#slots()) slot.writeTimes(this.source.words);
  }

  /** Writes what rows show beside their tickets. */
  mark(): void {
    for (const slot of this.#slots()) slot.mark(this.source.marks(slot.row));
  }

  /**
   * When nothing moves any more: the rows come into the order of the screen for whoever reads them one by one, exact
   * times are written, and on scaled tracks the thumb goes where it belongs.
   */
  settle(): void {
    const inOrder: RowSlot[] = [];
    for (let index = this.#first; index < this.#last; index++) {
      const slot = this.slotAt(index);
      if (slot) inOrder.push(slot);
    }
    for (const slot of inOrder) slot.writeExact(this.source.words);
    this.#arrange(inOrder);
    if (this.map.track === this.#count * this.#height) return;
    this.scrollTo(this.#top);
  }

  #arrange(inOrder: readonly RowSlot[]): void {
    const isSorted = inOrder.every((slot, place) => {
      const next = inOrder[place + 1];
      return !next || slot.element.nextElementSibling === next.element;
    });
    if (isSorted) return;
    // A node that is moved loses the focus, so the others are moved around it.
    const fixed = inOrder.findIndex((slot) => slot === this.#focused);
    inOrder.forEach((slot, place) => {
      if (place < fixed) inOrder[fixed]?.element.before(slot.element);
      else if (place > fixed) this.track.append(slot.element);
    });
  }

  #write(slot: RowSlot, index: number): void {
    const row = this.source.row(index);
    slot.write(index, row, this.source.marks(row), this.source.words);
  }

  #pin(): void {
    const size = this.#ring.length;
    const focused = this.#focused;
    if (focused && focused !== this.#pinned && this.#isOut(focused.index)) {
      const place = this.#ring.indexOf(focused);
      if (place >= 0) this.#ring[place] = this.#take();
      this.#pinned = focused;
    }
    const pinned = this.#pinned;
    if (!pinned || size === 0 || this.#isOut(pinned.index)) return;
    const place = pinned.index % size;
    const other = this.#ring[place];
    this.#ring[place] = pinned;
    this.#pinned = undefined;
    if (other) this.#retire(other);
  }

  #isOut(index: number): boolean {
    return index < this.#first || index >= this.#last;
  }

  #placePinned(slot: RowSlot, all: boolean): void {
    if (all) this.#write(slot, slot.index);
    const y = slot.index * this.#height - this.#shift;
    slot.place(Math.min(Math.max(y, -this.#height), this.map.track));
  }

  #reshape(size: number): void {
    const free = this.#ring.filter((slot) => slot !== this.#focused);
    if (this.#focused && this.#focused !== this.#pinned) this.#pinned = this.#focused;
    this.#ring = Array.from({ length: size }, () => free.pop() ?? this.#take());
    for (const slot of free) this.#retire(slot);
    for (const slot of this.#spare.splice(1)) slot.element.remove();
  }

  #take(): RowSlot {
    const spare = this.#spare.pop();
    if (spare) {
      spare.element.hidden = false;
      return spare;
    }
    this.#model ??= rowModel(this.source.columns);
    const slot = new RowSlot(this.#model, this.source.columns, this.#made++);
    this.track.append(slot.element);
    return slot;
  }

  #retire(slot: RowSlot): void {
    slot.element.hidden = true;
    slot.index = -1;
    this.#spare.push(slot);
  }

  #slots(): RowSlot[] {
    return this.#pinned ? [...this.#ring, this.#pinned] : this.#ring;
  }
}
