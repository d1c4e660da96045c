import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { latePart } from '../../base/late-part.js';
import { withWidth } from '../../domain/column-changes.js';
import { mainColumn, type ColumnState, type Density } from '../../domain/columns.js';
import { ListArrangeRequest } from '../../events/requests.js';
import { HeadDrag } from './head-drag.js';
import type { ListBody } from './list-body.js';
import type { ListColumns } from './list-columns.js';

/** Width of the strip at the edge of a head that it is widened by, in pixels at a font size of 13 px. */
const grip = 8;

type ColumnMenu = HTMLElementTagNameMap['column-menu'];

/** What the menus tell of the list beside its columns. */
interface HeadState {
  readonly density: Density;
  /** What the page decides. */
  readonly fixed: ColumnMenu['fixed'];
}

/**
 * What an agent does with the column heads beside sorting: opens the menu of a column, drags one to another place or to
 * another width. It comes when the pointer or the focus first reaches the heads.
 */
export class HeadControls implements ReactiveController {
  #drag: HeadDrag | undefined;
  #menu: ColumnMenu | undefined;
  #head: HTMLElement | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly columns: ListColumns,
    private readonly body: ListBody,
    private readonly state: () => HeadState,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drag?.cancel();
    this.#menu?.remove();
    this.#menu = undefined;
  }

  /** The heads of the host's present template. */
  attach(head: HTMLElement | null): void {
    if (!head || head === this.#head) return;
    this.#head = head;
    head.addEventListener('pointerdown', this.#onPointerDown);
    head.addEventListener('dblclick', this.#onDoubleClick);
    head.addEventListener('keydown', this.#onKeydown);
    head.addEventListener('contextmenu', this.#onContextMenu);
    head.addEventListener('click', this.#onClick);
  }

  readonly #onPointerDown = (event: PointerEvent): void => {
    const cell = cellOf(event);
    if (!cell || event.button !== 0 || this.#drag || this.#isFixed) return;
    const isEdge = event.target === cell && isOverEdge(cell, event, this.columns);
    this.#begin(event, cell, isEdge);
  };

  /** Back to the usual width. */
  readonly #onDoubleClick = (event: MouseEvent): void => {
    const cell = cellOf(event);
    if (!cell || this.#isFixed || event.target !== cell || !isOverEdge(cell, event, this.columns)) return;
    this.#arrange(withWidth(this.columns.ordered, cell.dataset['column'] ?? '', null));
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) this.#onContextMenu(event);
  };

  readonly #onContextMenu = (event: Event): void => {
    const cell = cellOf(event);
    if (!cell) return;
    event.preventDefault();
    event.stopPropagation();
    void this.#openMenu(cell);
  };

  /** A head that sorts nothing opens its menu. */
  readonly #onClick = (event: Event): void => {
    const cell = cellOf(event);
    if (cell?.querySelector('[aria-haspopup]') && event.target !== cell) void this.#openMenu(cell);
  };

  async #openMenu(cell: HTMLElement): Promise<void> {
    const menu = await this.#late();
    await menu?.showColumn(cell.dataset['column'] ?? '', cell);
  }

  /** Every column with its box and its place, and the height of the rows. */
  async openSettings(): Promise<void> {
    const menu = await this.#late();
    await menu?.showSettings();
  }

  /** What the open menu shows follows the list. */
  follow(): void {
    const menu = this.#menu;
    if (!menu) return;
    menu.columns = this.columns.ordered;
    menu.choices = this.columns.choices;
    ({ density: menu.density, fixed: menu.fixed } = this.state());
  }

  async #late(): Promise<ColumnMenu | undefined> {
    if (!(await latePart(this.host, () => import('../column-menu/define.js')))) return undefined;
    const root = this.host.shadowRoot?.querySelector('.root');
    if (!root) return undefined;
    if (!this.#menu?.isConnected) {
      this.#menu = document.createElement('column-menu');
      this.#menu.addEventListener('open', this.#onOpened);
      this.#menu.addEventListener('close', this.#onClosed);
      root.append(this.#menu);
    }
    this.follow();
    return this.#menu;
  }

  readonly #onOpened = (): void => this.body.keepStill(true);

  /** The head that the menu stood at may be elsewhere, or gone. */
  readonly #onClosed = (): void => {
    this.body.keepStill(false);
    const id = this.#menu?.column ?? '';
    if (!id) return;
    this.#focusHead(id);
    void this.host.updateComplete.then(() => {
      if (this.host.shadowRoot?.activeElement === null) this.#focusHead(id);
    });
  };

  #focusHead(id: string): void {
    const root = this.host.shadowRoot;
    const head = root?.querySelector<HTMLElement>(`[data-column="${CSS.escape(id)}"] > .sort`);
    (head ?? root?.querySelector<HTMLElement>('.head .box'))?.focus();
  }

  #begin(event: PointerEvent, cell: HTMLElement, isEdge: boolean): void {
    this.#drag = new HeadDrag(event, cell, isEdge ? 'width' : 'place', {
      columns: this.columns,
      onMoving: () => this.body.keepStill(true),
      onEnd: (arranged) => {
        this.#drag = undefined;
        this.body.keepStill(false);
        if (arranged) this.#arrange(arranged);
        this.columns.preview(null);
      },
    });
  }

  /** The page gave the columns: whatever the agent did to them would be seen nowhere, and kept. */
  get #isFixed(): boolean {
    return this.state().fixed.includes('columns');
  }

  #arrange(columns: readonly ColumnState[]): void {
    this.host.dispatchEvent(new ListArrangeRequest({ columns }));
  }
}

function cellOf(event: Event): HTMLElement | null {
  const { target } = event;
  return target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
}

/**
 * The subject takes what others leave, so what stands before it grows at its end, and what stands behind it at its
 * start.
 */
export function growsAtStart(id: string, { shown }: ListColumns): boolean {
  const places = [id, mainColumn].map((wanted) => shown.findIndex((column) => column.id === wanted));
  return (places[0] ?? 0) > (places[1] ?? 0);
}

function scaleOf(element: Element): number {
  return parseFloat(getComputedStyle(element).fontSize) / 13;
}

function isOverEdge(cell: HTMLElement, event: MouseEvent, columns: ListColumns): boolean {
  if (!cell.classList.contains('sized')) return false;
  const box = cell.getBoundingClientRect();
  const isLeft = growsAtStart(cell.dataset['column'] ?? '', columns) !== (getComputedStyle(cell).direction === 'rtl');
  return Math.abs(event.clientX - (isLeft ? box.left : box.right)) <= grip * scaleOf(cell);
}
