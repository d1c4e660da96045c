/** What a drag needs of the list that is put in order. */
export interface LineDragHost {
  requestUpdate(): void;
  /** The agent let go: the lines in their new order. */
  drop(ids: readonly string[], movedId: string): void;
}

interface Drag {
  readonly id: string;
  readonly pointerId: number;
  readonly x: number;
  readonly y: number;
  ids: string[];
  isMoving: boolean;
}

/** Way of the pointer, in pixels, from which on a press is a drag. */
const threshold = 6;

/**
 * Puts the lines of a list in order by mouse or pen; they change places while they are dragged. A line has the class
 * `own` and its name in `data-id`, and is taken by its part `item`. Fingers scroll, and have another way, unless the
 * list is one that is not scrolled: its lines then have no `touch-action` of the browser's.
 */
export class LineDrag {
  #drag?: Drag;

  constructor(
    private readonly host: LineDragHost,
    private readonly takesFingers = false,
  ) {}

  /** The line under the pointer while it is dragged. */
  get draggedId(): string | undefined {
    return this.#drag?.isMoving ? this.#drag.id : undefined;
  }

  /** The lines as they would stand if the agent let go now. */
  arrange<T extends { readonly id: string }>(lines: readonly T[]): readonly T[] {
    const ids = this.#drag?.isMoving ? this.#drag.ids : undefined;
    if (!ids || lines.some(({ id }) => !ids.includes(id))) return lines;
    return [...lines].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  readonly onDown = (event: PointerEvent): void => {
    const line = (event.target as Element).closest<HTMLElement>('.item')?.closest<HTMLElement>('.own');
    if (!line || event.button !== 0 || (event.pointerType === 'touch' && !this.takesFingers)) return;
    const ids = linesOf(event.currentTarget as HTMLElement).map((each) => each.dataset['id'] ?? '');
    const { pointerId, clientX: x, clientY: y } = event;
    this.#drag = { id: line.dataset['id'] ?? '', pointerId, x, y, ids, isMoving: false };
  };

  readonly onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return;
    const list = event.currentTarget as HTMLElement;
    if (!drag.isMoving) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < threshold) return;
      drag.isMoving = true;
      // The list itself, because lines change places under the pointer.
      list.setPointerCapture(event.pointerId);
      list.addEventListener('click', swallow, { capture: true, once: true });
    }
    const over = nearest(linesOf(list), event)?.dataset['id'];
    const [from, to] = [drag.ids.indexOf(drag.id), drag.ids.indexOf(over ?? '')];
    if (to >= 0 && from !== to) drag.ids.splice(to, 0, ...drag.ids.splice(from, 1));
    this.host.requestUpdate();
  };

  readonly onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return;
    this.#end(event);
    if (drag.isMoving) this.host.drop(drag.ids, drag.id);
    this.host.requestUpdate();
  };

  /** Taken away, not let go: everything stays as it was. */
  readonly onLost = (event: PointerEvent): void => {
    if (this.#drag?.pointerId !== event.pointerId) return;
    this.#end(event);
    this.host.requestUpdate();
  };

  /** The press that the drag would end with comes at once, or not at all. */
  #end({ currentTarget: list }: PointerEvent): void {
    this.#drag = undefined;
    setTimeout(() => list?.removeEventListener('click', swallow, { capture: true }));
  }
}

/** A drag that ends on a line is no press of it. */
function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function linesOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.own')];
}

function nearest(lines: readonly HTMLElement[], { clientX, clientY }: PointerEvent): HTMLElement | undefined {
  const distance = (line: HTMLElement): number => {
    const { left, top, width, height } = line.getBoundingClientRect();
    return Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
  };
  return [...lines].sort((a, b) => distance(a) - distance(b))[0];
}
