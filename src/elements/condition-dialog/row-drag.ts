import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets rows be dragged by their handle, with a mouse, a pen or a finger. The keyboard has buttons of its own. */
export class RowDrag implements ReactiveController {
  #field: string | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly move: (field: string, to: number) => void,
    private readonly done: (field: string) => void,
  ) {
    host.addController(this);
  }

  /** The field whose row is under way. */
  get field(): string | null {
    return this.#field;
  }

  hostDisconnected(): void {
    this.#field = null;
  }

  start(event: PointerEvent, field: string): void {
    if (event.button !== 0) return;
    event.preventDefault();
    // Held by the list: a row that is put elsewhere in the document would let the pointer go.
    (event.currentTarget as HTMLElement).closest('ol')?.setPointerCapture(event.pointerId);
    this.#field = field;
    this.host.requestUpdate();
  }

  /** The row goes where the pointer is: above the first row whose middle is below it. */
  readonly onMove = (event: PointerEvent): void => {
    const field = this.#field;
    if (field === null) return;
    const rows = [...(this.host.shadowRoot?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    const from = rows.findIndex((row) => row.dataset['field'] === field);
    const others = rows.filter((_, place) => place !== from);
    const below = others.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    const to = below < 0 ? others.length : below;
    if (to !== from) this.move(field, to);
  };

  readonly onEnd = (): void => {
    const field = this.#field;
    if (field === null) return;
    this.#field = null;
    this.host.requestUpdate();
    this.done(field);
  };
}
