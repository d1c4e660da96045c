import { withMoved, withWidth } from '../../domain/column-changes.js';
import type { ColumnState } from '../../domain/columns.js';
import { growsAtStart } from './head-controls.js';
import type { ListColumns } from './list-columns.js';

/** A press that moves less is a click. */
const slop = 5;

export interface DragTarget {
  readonly columns: ListColumns;
  onMoving(): void;
  /** The arrangement that was chosen; undefined when nothing is to change. */
  onEnd(arranged: readonly ColumnState[] | undefined): void;
}

/** One press on a column head, from its beginning to its end: the column follows the pointer, Escape puts it back. */
export class HeadDrag {
  readonly #head: HTMLElement;
  readonly #id: string;
  readonly #isRtl: boolean;
  readonly #width: number;
  readonly #scale: number;
  /** Middles of the other heads, from start to end, as they stood at the beginning. */
  readonly #middles: readonly number[];
  #arranged: readonly ColumnState[] | undefined;
  #isMoving = false;

  constructor(
    private readonly press: PointerEvent,
    private readonly cell: HTMLElement,
    private readonly kind: 'place' | 'width',
    private readonly target: DragTarget,
  ) {
    this.#head = cell.closest<HTMLElement>('.head') as HTMLElement;
    this.#id = cell.dataset['column'] ?? '';
    this.#isRtl = getComputedStyle(cell).direction === 'rtl';
    this.#scale = parseFloat(getComputedStyle(cell).fontSize) / 13;
    const shown = this.target.columns.shown;
    this.#width = shown.find(({ id }) => id === this.#id)?.width ?? 0;
    this.#middles = shown.filter(({ id }) => id !== this.#id).map(({ id }) => this.#middleOf(id));
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.cancel);
    window.addEventListener('keydown', this.#onKeydown, { capture: true });
  }

  readonly cancel = (): void => this.#end(undefined);

  #middleOf(id: string): number {
    const box = this.#head.querySelector(`[data-column="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    return box ? (box.left + box.right) / 2 : 0;
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.press.pointerId) return;
    // The button came up before this code was there.
    if (event.buttons === 0) return this.cancel();
    const way = event.clientX - this.press.clientX;
    if (!this.#isMoving) {
      if (Math.abs(way) < slop) return;
      this.#isMoving = true;
      // Not before: the click of a plain press belongs to the button.
      this.#head.setPointerCapture(event.pointerId);
      this.#head.classList.add(this.kind === 'width' ? 'resizing' : 'moving');
      this.cell.classList.add('dragged');
      this.target.onMoving();
    }
    event.preventDefault();
    this.#arranged = this.kind === 'width' ? this.#widened(way) : this.#moved(event.clientX);
    this.target.columns.preview(this.#arranged);
  };

  #widened(way: number): readonly ColumnState[] {
    const grows = growsAtStart(this.#id, this.target.columns) === this.#isRtl ? 1 : -1;
    return withWidth(this.target.columns.ordered, this.#id, this.#width + (grows * way) / this.#scale);
  }

  #moved(x: number): readonly ColumnState[] {
    const isPast = (middle: number): boolean => (this.#isRtl ? x < middle : x > middle);
    const place = this.#middles.filter(isPast).length;
    const { columns } = this.target;
    return withMoved(columns.ordered, this.#id, place);
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId === this.press.pointerId) this.#end(this.#arranged);
  };

  /** Escape is for the drag alone, wherever the focus is. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isMoving) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  #end(arranged: readonly ColumnState[] | undefined): void {
    const head = this.#head;
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.cancel);
    window.removeEventListener('keydown', this.#onKeydown, { capture: true });
    head.classList.remove('resizing', 'moving');
    this.cell.classList.remove('dragged');
    if (this.#isMoving) this.#swallowClick();
    this.#isMoving = false;
    this.target.onEnd(arranged);
  }

  /** The click that ends a drag sorts nothing. */
  #swallowClick(): void {
    const stop = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    this.#head.addEventListener('click', stop, { capture: true });
    setTimeout(() => this.#head.removeEventListener('click', stop, { capture: true }));
  }
}
