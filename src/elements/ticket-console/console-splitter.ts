import { html, type TemplateResult } from 'lit';
import { limits, type Sized } from './console-layout.js';

/** What a splitter needs of the console around it. */
export interface SplitterHost {
  /** Width of a region as it is drawn now, in pixels of the 13 px base. */
  measure(region: Sized): number;
  /** Draws a region at another width; `isDone` when the agent let go. */
  resize(region: Sized, width: number, isDone: boolean): void;
  /** Back to the width that the console came with. */
  restore(region: Sized): void;
  isRightToLeft(): boolean;
  /** Screen pixels in one pixel of the 13 px base. */
  scale(): number;
}

interface Drag {
  readonly region: Sized;
  readonly pointerId: number;
  readonly from: number;
  readonly width: number;
}

const step = 16;
const leap = 64;

/** The lines between regions: dragged by the pointer, moved by the arrow keys, put back by a double click. */
export class ConsoleSplitter {
  #drag?: Drag;

  constructor(private readonly host: SplitterHost) {}

  render(region: Sized, label: string, now: number): TemplateResult {
    const [least, most] = limits[region];
    return html`<div
      class="splitter ${region}-splitter"
      part="splitter"
      role="separator"
      tabindex="0"
      aria-orientation="vertical"
      aria-label=${label}
      aria-valuemin=${least}
      aria-valuemax=${most}
      aria-valuenow=${now}
      title=${label}
      @pointerdown=${(event: PointerEvent) => this.#onDown(event, region)}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @lostpointercapture=${this.#onUp}
      @dblclick=${() => this.host.restore(region)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, region)}
    ></div>`;
  }

  /** The pointer's way along the line of text, positive where the region grows. */
  #grows(region: Sized): number {
    const outwards = region === 'detail' ? -1 : 1;
    return this.host.isRightToLeft() ? -outwards : outwards;
  }

  #onDown(event: PointerEvent, region: Sized): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const splitter = event.currentTarget as HTMLElement;
    splitter.setPointerCapture(event.pointerId);
    splitter.focus();
    this.#drag = { region, pointerId: event.pointerId, from: event.clientX, width: this.host.measure(region) };
  }

  #widthAt(drag: Drag, event: PointerEvent): number {
    return drag.width + ((event.clientX - drag.from) / this.host.scale()) * this.#grows(drag.region);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointerId === event.pointerId) this.host.resize(drag.region, this.#widthAt(drag, event), false);
  };

  readonly #onUp = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (drag?.pointerId !== event.pointerId) return;
    this.#drag = undefined;
    if (event.clientX !== drag.from) this.host.resize(drag.region, this.host.measure(drag.region), true);
  };

  #onKey(event: KeyboardEvent, region: Sized): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const [least, most] = limits[region];
    const by = (event.shiftKey ? leap : step) * this.#grows(region);
    const width = this.host.measure(region);
    const target: Record<string, number> = {
      ArrowLeft: width - by,
      ArrowRight: width + by,
      Home: least,
      End: most,
    };
    const next = target[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.host.resize(region, next, true);
  }
}
