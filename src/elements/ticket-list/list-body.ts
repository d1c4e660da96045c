import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TicketWindow } from '../../base/hub-context.js';
import type { ListColumn } from './columns.js';
import type { ListFeed, RowListener } from './list-feed.js';
import { PlaceMemory, placeIn, type Return } from './list-place.js';
import { RestTimer } from './rest-timer.js';
import { RowMarker } from './row-marker.js';
import { SideScroll } from './side-scroll.js';
import { TabStop } from './tab-stop.js';
import { WindowTalk } from './window-talk.js';
import { RowPool } from './row-pool.js';
import type { RowPart, RowSlot } from './row-slot.js';
import type { RowWords } from './row-words.js';

const clockStep = 30_000;

/** The nodes that the body works on. */
export interface BodyParts {
  readonly viewport: HTMLElement;
  readonly track: HTMLElement;
  /** Moves sideways with the rows. */
  readonly head: HTMLElement;
  /** As high as a row shall be. */
  readonly ruler: HTMLElement;
}

/**
 * Keeps the rows in sight as the hub has them: gathers changes and writes them once a frame, follows scrolling and the
 * size of the view, and asks the hub to hold still while somebody points at the rows, is in them, or has scrolled away.
 */
export class ListBody implements ReactiveController, RowListener {
  words: RowWords | undefined;
  columns: readonly ListColumn[] = [];
  pool: RowPool | undefined;
  #parts: BodyParts | undefined;
  #observer: ResizeObserver | undefined;
  #dirty = new Set<number>();
  #isAllDirty = false;
  #areMarksDirty = false;
  #frame = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  #rowHeight = 0;
  #view = 0;
  #focusId: string | null = null;
  #back: number | undefined;
  #explained: RowSlot | undefined;
  #hadFocus = false;
  readonly #stop = new TabStop();
  readonly #sideways = new SideScroll();
  readonly #places = new PlaceMemory();
  readonly #rest = new RestTimer(() => this.pool?.settle());
  readonly #marks: RowMarker;
  readonly #talk: WindowTalk;

  constructor(
    host: ReactiveControllerHost,
    private readonly feed: ListFeed,
    private readonly onMeasured: () => void,
  ) {
    this.#marks = new RowMarker(feed);
    this.#talk = new WindowTalk(feed);
    host.addController(this);
  }

  hostConnected(): void {
    this.#clock = setInterval(() => this.#tellTime(), clockStep);
    this.#observe();
    this.onRows(null);
  }

  hostDisconnected(): void {
    clearInterval(this.#clock);
    this.#rest.stop();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#observer?.disconnect();
    this.#talk.reset();
    this.pool?.focus(undefined);
  }

  /** The nodes of the host's present template; others mean that it was rendered anew. */
  attach(parts: BodyParts | undefined): void {
    if (parts?.viewport === this.#parts?.viewport) return;
    this.#observer?.disconnect();
    this.#parts = parts;
    this.#stop.clear();
    this.#talk.isPointed = false;
    this.pool = parts && this.words ? this.#makePool(parts) : undefined;
    this.#observe();
    this.onRows(null);
    // In the same frame as what stands around the rows; the observer would bring them a second layout later.
    if (parts) this.#measure();
  }

  /** Other cells are needed: the rows are made anew where they stand. */
  renew(columns: readonly ListColumn[]): void {
    this.columns = columns;
    const { pool } = this;
    const parts = this.#parts;
    if (!parts || !pool) return;
    const { focused } = pool;
    const part = focused?.partOf((parts.viewport.getRootNode() as ShadowRoot).activeElement ?? undefined);
    const index = focused?.index;
    this.#back = pool.top;
    this.#stop.clear();
    this.#explained = undefined;
    parts.track.replaceChildren();
    this.pool = this.#makePool(parts);
    this.onRows(null);
    this.#write();
    if (index !== undefined) this.focus(index, part);
  }

  /** Rows that differ from what is shown; null when all may. They are written with the next frame. */
  onRows(changed: ReadonlySet<number> | null): void {
    if (!changed) {
      this.#isAllDirty = true;
    } else if (this.pool) {
      for (const index of changed) if (this.pool.slotAt(index)) this.#dirty.add(index);
      if (this.#dirty.size === 0 && !this.#isAllDirty) return;
    }
    this.#schedule();
  }

  onMarks(): void {
    this.#areMarksDirty = true;
    this.#schedule();
  }

  onLeave(window: TicketWindow): void {
    const { pool } = this;
    const place = pool && placeIn(pool, this.#focusId);
    if (place) this.#places.leave(this.feed.hub, window, place, this.#hadFocus || pool.focused !== undefined);
  }

  /** While something of the list is open or dragged, its rows stay where they are. */
  keepStill(on: boolean): void {
    this.#talk.isBusy = on;
    this.#talk.hold(this.pool);
  }

  #schedule(): void {
    if (this.#parts) this.#frame ||= requestAnimationFrame(() => this.#write());
  }

  /** Brings a row into sight and gives it, or a part of it, the focus. */
  focus(index: number, part: RowPart = 'row'): void {
    const pool = this.pool;
    if (!pool || pool.count === 0) return;
    const wanted = Math.min(Math.max(index, 0), pool.count - 1);
    pool.reveal(wanted);
    this.#talk.want(pool);
    const target = pool.slotAt(wanted)?.part(part);
    if (!target) return;
    this.#stop.set(target);
    target.focus({ preventScroll: true });
  }

  readonly onScroll = (): void => {
    const { pool } = this;
    if (!pool || !this.#parts) return;
    pool.show();
    this.#sideways.follow(this.#parts.viewport, this.#parts.head);
    this.#talk.want(pool);
    this.#talk.hold(this.pool);
    this.#rest.moved();
  };

  /** A head that gets the focus comes into sight, and the rows go along. */
  readonly onHeadScroll = (): void => {
    if (this.#parts) this.#sideways.follow(this.#parts.head, this.#parts.viewport);
  };

  readonly onPointer = (event: PointerEvent): void => {
    this.#talk.isPointed = event.type === 'pointerenter';
    this.#talk.hold(this.pool);
  };

  /** What has no room in a row is told in full while the pointer is over it. */
  readonly onPointerOver = (event: PointerEvent): void => {
    const slot = this.pool?.slotOf(event.composedPath());
    if (slot && slot !== this.#explained && this.words) slot.explain(this.words);
    this.#explained = slot;
  };

  readonly onFocusIn = (event: FocusEvent): void => {
    const slot = this.pool?.slotOf(event.composedPath());
    this.pool?.focus(slot);
    this.#focusId = slot?.row?.ticketId ?? this.#focusId;
    if (slot) this.#stop.set(slot.part(slot.partOf(event.composedPath()[0])));
    this.#talk.hold(this.pool);
  };

  readonly onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && this.#parts?.viewport.contains(event.relatedTarget)) return;
    // An element that is taken away loses the focus first, and is told of its end before this task is over.
    this.#hadFocus = true;
    queueMicrotask(() => (this.#hadFocus = false));
    this.pool?.focus(undefined);
    this.#talk.hold(this.pool);
  };

  #makePool(parts: BodyParts): RowPool {
    const { feed } = this;
    const words = (): RowWords => this.words as RowWords;
    return new RowPool(parts.viewport, parts.track, {
      columns: this.columns,
      get words() {
        return words();
      },
      row: (index) => feed.window?.row(index),
      marks: (row) => this.#marks.of(row),
    });
  }

  #observe(): void {
    if (!this.#parts) return;
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#parts.viewport);
    this.#observer.observe(this.#parts.ruler);
  }

  #measure(): void {
    const { viewport, ruler } = this.#parts ?? {};
    if (!viewport?.clientHeight || !ruler) return;
    if (ruler.offsetHeight === this.#rowHeight && viewport.clientHeight === this.#view && !this.#isAllDirty) return;
    const wasHidden = this.#view === 0;
    const top = this.pool?.top ?? 0;
    this.#rowHeight = ruler.offsetHeight;
    this.#view = viewport.clientHeight;
    this.#isAllDirty = true;
    this.onMeasured();
    if (wasHidden && top > 0) viewport.scrollTop = top;
    this.#write();
  }

  /** The one place that writes rows outside scrolling. */
  #write(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { pool, words } = this;
    if (!pool || !words || this.#view === 0) return;
    words.now = Date.now() + this.feed.clockOffset;
    if (this.#isAllDirty || this.#areMarksDirty) this.#marks.read();
    if (this.#isAllDirty) {
      this.#isAllDirty = false;
      this.#follow(pool);
      const back = this.#places.turn(this.feed.hub, this.feed.window, pool.count === 0);
      if (back === null) pool.scrollTo(0);
      if (!pool.resize(this.#count, this.#rowHeight, this.#view)) pool.show(true);
      if (back) this.#return(pool, back);
      if (this.#back !== undefined) pool.scrollTo(this.#back);
      this.#back = undefined;
      this.#talk.forget();
    } else {
      for (const index of this.#dirty) pool.refresh(index);
      if (this.#areMarksDirty) pool.mark();
    }
    this.#areMarksDirty = false;
    this.#dirty.clear();
    this.#stop.keep(pool);
    this.#talk.want(pool);
    this.#rest.moved();
  }

  #return(pool: RowPool, { place: { ticketId, index, offset, focusId }, takesFocus }: Return): void {
    const { window } = this.feed;
    const known = window?.indexOf(ticketId) ?? -1;
    pool.scrollTo((known >= 0 ? known : index) * this.#rowHeight + offset);
    this.#focusId = focusId;
    const row = focusId === null ? -1 : (window?.indexOf(focusId) ?? -1);
    const slot = row < 0 ? undefined : pool.slotAt(row);
    if (slot) this.#stop.set(slot.element);
    // It is not taken from anybody who has it by now.
    if (row >= 0 && takesFocus && document.activeElement === document.body) this.focus(row);
  }

  /** Rows of the list, or as many empty ones as fit while nothing is known of it. */
  get #count(): number {
    const window = this.feed.window;
    if (!window || window.total > 0 || window.status === 'ready' || window.status === 'failed')
      return window?.total ?? 0;
    return Math.floor(this.#view / (this.#rowHeight || 1));
  }

  #follow(pool: RowPool): void {
    const slot = pool.focused;
    const ticketId = slot?.row?.ticketId;
    if (!slot || !ticketId || this.feed.window?.row(slot.index)?.ticketId === ticketId) return;
    const index = this.feed.window?.indexOf(ticketId) ?? -1;
    if (index >= 0) pool.follow(index);
  }

  #tellTime(): void {
    if (!this.words || !this.pool) return;
    this.words.now = Date.now() + this.feed.clockOffset;
    this.pool.writeTimes();
  }
}
