import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { icon } from '../../base/icons.js';
import { rootOfSelection, selectedIn } from '../../base/selected-range.js';
import type { MaskSelection } from '../../domain/masks.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** Pixels between the selection and the button. */
const gap = 4;
/** Room below a selection that belongs to what else is offered for it, such as quoting it. */
const taken = 36;

/**
 * Keeps a button beside the words that are selected, wherever on the page their history stands.
 */
export class SelectionPlace implements ReactiveController {
  /** Where words were selected last. */
  #root?: ShadowRoot;
  #isSelected = false;
  #panel: HTMLElement | null = null;
  #isPressed = false;
  #isTouch = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
      document.addEventListener(type, this.#onPointer, true);
  }

  hostDisconnected(): void {
    for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
      document.removeEventListener(type, this.#onPointer, true);
    this.#root = undefined;
    this.#leave();
  }

  /** Shows the panel beside what is selected, and hides it where nothing is, or where that is out of sight. */
  follow(panel: HTMLElement | null, selection: MaskSelection | null): void {
    const root = selection ? rootOfSelection(selection) : undefined;
    this.#isSelected = root !== undefined;
    this.#root = root ?? this.#root;
    this.#panel = root && !this.#isPressed ? panel : null;
    if (this.#panel) {
      addEventListener('scroll', this.#place, { capture: true, passive: true });
      addEventListener('resize', this.#place);
      this.#place();
    } else {
      this.#leave();
      if (panel?.matches(':popover-open')) panel.hidePopover();
    }
  }

  /** What was selected is masked: asterisks need not stay selected. */
  clear(): void {
    const root = this.#root;
    if (root && selectedIn(root)) document.getSelection()?.removeAllRanges();
  }

  #leave(): void {
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
  }

  /** While words are being selected nothing comes between them and the pointer. */
  readonly #onPointer = (event: Event): void => {
    const { type, pointerType } = event as PointerEvent;
    if (event.composedPath().includes(this.host)) return;
    this.#isPressed = type === 'pointerdown';
    this.#isTouch = pointerType !== 'mouse';
    if (this.#isSelected) this.host.requestUpdate();
  };

  readonly #place = (): void => {
    const [panel, root] = [this.#panel, this.#root];
    const boxes = root && selectedIn(root)?.getClientRects();
    const [first, last] = [boxes?.[0], boxes?.[boxes.length - 1]];
    if (!panel?.isConnected || !root || !first || !last) {
      if (panel?.matches(':popover-open')) panel.hidePopover();
      return;
    }
    const view = root.host.getBoundingClientRect();
    const isInSight = last.bottom > view.top && first.top < view.bottom;
    if (!isInSight) {
      if (panel.matches(':popover-open')) panel.hidePopover();
      return;
    }
    if (!panel.matches(':popover-open')) panel.showPopover();
    const { width, height } = panel.getBoundingClientRect();
    const above = first.top - height - gap;
    const isAbove = !this.#isTouch && above >= Math.max(view.top, gap);
    const top = isAbove ? above : Math.min(last.bottom + gap + taken, view.bottom - height - gap);
    const start = isAbove ? first.left : last.right - width;
    panel.style.setProperty('left', `${Math.max(gap, Math.min(start, innerWidth - width - gap))}px`);
    panel.style.setProperty('top', `${Math.max(gap, Math.min(top, innerHeight - height - gap))}px`);
  };
}

/** A press takes neither the keyboard nor the selection away from the words. */
export const stay = (event: Event): void => event.preventDefault();

/** The button that is kept there. */
export function renderFloat({ maskSelection: words }: MoreTexts, onMask: () => void): TemplateResult {
  return html`<div class="float" part="float" popover="manual" @pointerdown=${stay} @mousedown=${stay}>
    <button type="button" class="button" title=${words.label} aria-label=${words.label} @click=${onMask}>
      ${icon('mask')}${words.short}
    </button>
  </div>`;
}
