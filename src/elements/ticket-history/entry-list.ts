import type { HistoryEntry } from '../../domain/types.js';
import { EntryBox } from './entry-box.js';
import type { EntryContext } from './entry-context.js';
import { Slices } from './slices.js';

/** Bodies made before the first paint, at most: the newest ones, as far as they are likely to be seen. */
const eager = 3;
/** Pixels that the first paint is likely to show. */
const screen = 900;
/** Boxes made before the first paint; older ones follow while the page is idle. */
const first = 20;
/** Pixels around the visible part in which bodies are made ahead of the reader. */
const margin = 800;

/**
 * The boxes of one ticket's history inside a scroller, newest at the end. What the agent sees first is there first:
 * the newest boxes at once, the older ones in idle slices, bodies as the visible part nears them. A spacer stands for
 * the boxes still to come, so that nothing moves when they do.
 */
export class EntryList {
  readonly #boxes = new Map<number, EntryBox>();
  readonly #byElement = new WeakMap<Element, EntryBox>();
  readonly #spacer = document.createElement('div');
  #older: HistoryEntry[] = [];
  /** Height of the spacer. */
  #spacing = 0;
  readonly #slices = new Slices();
  #near?: IntersectionObserver;
  #context!: EntryContext;

  /** The boxes stand in an element of their own, so that those of another ticket can go when there is time. */
  readonly container = document.createElement('div');

  constructor(private readonly scroller: HTMLElement) {
    this.#spacer.className = 'spacer';
  }

  /** The boxes that are there, oldest first. */
  get elements(): HTMLElement[] {
    return [...this.container.children].filter((child): child is HTMLElement => child !== this.#spacer);
  }

  get newest(): HTMLElement | null {
    const last = this.container.lastElementChild;
    return last instanceof HTMLElement && last !== this.#spacer ? last : null;
  }

  /** Whether these entries belong to what is shown, or to another ticket. */
  continues(entries: readonly HistoryEntry[]): boolean {
    return entries.some((entry) => this.#boxes.has(entry.id));
  }

  /** Shows a ticket's entries. */
  open(entries: readonly HistoryEntry[], context: EntryContext): void {
    this.#context = context;
    this.#near = new IntersectionObserver(this.#onNear, { root: this.scroller, rootMargin: `${margin}px 0px` });
    const boxes = entries.slice(-first).map((entry) => this.#make(entry));
    this.#older = entries.slice(0, -first);
    this.#begin(boxes.toReversed());
    this.container.replaceChildren(this.#spacer, ...boxes.map((box) => box.element));
    this.#sizeSpacer();
    if (this.#older.length > 0) this.#slices.later(() => this.#makeOlder());
  }

  /** Takes the newer form of the same history; answers how many entries came in at the end. */
  update(entries: readonly HistoryEntry[], context: EntryContext): number {
    this.#context = context;
    const ids = new Set(entries.map((entry) => entry.id));
    for (const [id, box] of this.#boxes) if (!ids.has(id)) this.#drop(id, box);
    const oldest = this.elements[0];
    const oldestId = oldest && this.#byElement.get(oldest)?.id;
    const split = Math.max(
      0,
      entries.findIndex((entry) => entry.id === oldestId),
    );
    this.#older = entries.slice(0, split);
    this.#sizeSpacer();
    return this.#place(entries.slice(split));
  }

  /** Makes every box that is still missing: the reader is on the way to the oldest. */
  complete(): void {
    if (this.#older.length === 0) return;
    for (const box of this.#prepend(this.#older.length)) this.#slices.later(() => this.#fill(box));
  }

  /** Makes boxes ahead of a reader who scrolls towards the oldest. */
  reach(): void {
    if (this.#older.length === 0) return;
    const { scrollTop } = this.scroller;
    const edge = this.#spacing;
    if (scrollTop < edge) this.complete();
    else if (scrollTop < edge + 2 * margin) for (const box of this.#prepend(first)) box.dress();
  }

  /** Tells ages again. */
  tick(): void {
    for (const box of this.#boxes.values()) box.tick();
  }

  /** Tells again what becomes of mails. */
  tickMails(): void {
    for (const box of this.#boxes.values()) box.tickMail();
  }

  /** Tells again who masked what. */
  tickMasks(): void {
    for (const box of this.#boxes.values()) box.tickMasks();
  }

  /** The box of an entry, made now if it is still missing; null where there is no such entry. */
  elementOf(entryId: number): HTMLElement | null {
    if (!this.#boxes.has(entryId)) this.complete();
    return this.#boxes.get(entryId)?.element ?? null;
  }

  /** The entry around an element. */
  entryOf(element: Element): HistoryEntry | undefined {
    const box = element.closest('.entry');
    return box ? this.#byElement.get(box)?.shown : undefined;
  }

  /** Ends what is under way and gives the inline parts back; what is shown stays until it is taken away. */
  close(): void {
    this.#slices.stop();
    this.#near?.disconnect();
    for (const box of this.#boxes.values()) box.close();
  }

  /** Takes away what a closed list showed: unseen at once, and then piece by piece, as a long one takes its time. */
  vanish(): void {
    this.container.hidden = true;
    const slices = new Slices();
    for (const child of [...this.container.children]) slices.urgent(() => child.remove());
    slices.urgent(() => this.container.remove());
  }

  /** Makes what the first paint shows; the other boxes only keep their places, and wake right after it. */
  #begin(newestFirst: readonly EntryBox[]): void {
    let depth = 0;
    for (const [index, box] of newestFirst.entries()) {
      const isSeen = depth < screen;
      const isNear = depth < screen + margin;
      depth += box.height;
      if (isSeen) box.dress();
      else box.rest();
      if (isSeen && index < eager) void this.#fill(box);
      else if (isNear) this.#slices.urgent(() => this.#fill(box));
      else {
        this.#slices.urgent(() => box.wake());
        this.#slices.later(() => this.#fill(box));
      }
    }
  }

  #make(entry: HistoryEntry): EntryBox {
    const box = new EntryBox(entry, this.#context);
    this.#boxes.set(entry.id, box);
    this.#byElement.set(box.element, box);
    this.#near?.observe(box.element);
    return box;
  }

  /** Updates the boxes of these entries, makes the missing ones, and puts each in its place. */
  #place(entries: readonly HistoryEntry[]): number {
    let added = 0;
    let next = this.#spacer.nextElementSibling;
    for (const entry of entries) {
      let box = this.#boxes.get(entry.id);
      if (box) box.update(entry, this.#context);
      else {
        box = this.#make(entry);
        box.dress();
        void this.#fill(box);
        added += 1;
      }
      if (box.element === next) next = next.nextElementSibling;
      else this.container.insertBefore(box.element, next);
    }
    return added;
  }

  #drop(id: number, box: EntryBox): void {
    this.#near?.unobserve(box.element);
    box.close();
    box.element.remove();
    this.#boxes.delete(id);
  }

  #makeOlder(): void {
    if (this.#older.length === 0) return;
    const boxes = this.#prepend(1);
    // Not in front of the boxes: where the page is searched or scrolled, text must come before form.
    this.#slices.later(() => this.#makeOlder());
    for (const box of boxes) this.#slices.later(() => this.#fill(box));
  }

  #prepend(count: number): EntryBox[] {
    const boxes = this.#older.splice(-count).map((entry) => this.#make(entry));
    this.#spacer.after(...boxes.map((box) => box.element));
    this.#sizeSpacer();
    return boxes;
  }

  #sizeSpacer(): void {
    const known = [...this.#boxes.values()];
    const mean = known.reduce((sum, box) => sum + box.height, 0) / Math.max(1, known.length);
    this.#spacing = Math.round(this.#older.length * mean);
    this.#spacer.style.setProperty('block-size', `${this.#spacing}px`);
    this.#spacer.hidden = this.#older.length === 0;
  }

  async #fill(box: EntryBox): Promise<void> {
    if (box.isFilled) return;
    this.#near?.unobserve(box.element);
    await box.fill();
    box.wake();
  }

  readonly #onNear = (records: IntersectionObserverEntry[]): void => {
    for (const { isIntersecting, target } of records) {
      const box = this.#byElement.get(target);
      if (isIntersecting && box) this.#slices.urgent(() => this.#fill(box));
    }
  };
}
