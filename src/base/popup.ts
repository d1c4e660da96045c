import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isComposing } from './composing.js';

/** Room that is kept between a panel and the edge of the window, in pixels. */
const edge = 8;

/** Below this much room a panel opens above its button, if there is more. */
const cramped = 220;

/**
 * Keeps a panel beside the button that opens it. The host renders a `<button popovertarget="…">` and the panel with
 * `popover`, `@beforetoggle` and `@toggle`; the browser opens and closes, in the top layer, where nothing cuts it off.
 * Of several panels, one is open at a time.
 */
export class PopupController implements ReactiveController {
  #open = false;
  #panel: HTMLElement | null = null;
  #opener: HTMLElement | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly onOpened: (panel: HTMLElement) => void = () => {},
    /** What the panel stands beside, where that is no button that opens it by itself. */
    private readonly openerOf?: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** Whether the panel is to have its content. */
  get open(): boolean {
    return this.#open;
  }

  /** Closes the panel. The keyboard goes back to the button: by itself the browser finds only what a click focused. */
  close(): void {
    if (!this.#panel?.matches(':popover-open')) return;
    const hadFocus = this.#panel.matches(':focus-within');
    this.#panel.hidePopover();
    if (hadFocus) this.#opener?.focus();
  }

  hostUpdated(): void {
    if (this.#open) this.#place();
  }

  hostDisconnected(): void {
    this.#settle(false);
  }

  /** The content is rendered before the panel is seen. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    if (event.target !== event.currentTarget || event.newState !== 'open') return;
    this.#panel = event.currentTarget as HTMLElement;
    const root = this.#panel.getRootNode() as ShadowRoot;
    this.#opener = this.openerOf?.() ?? root.querySelector<HTMLElement>(`[popovertarget='${this.#panel.id}']`);
    this.#settle(true);
  };

  readonly onToggle = (event: ToggleEvent): void => {
    if (event.target !== event.currentTarget) return;
    // A panel may close because another of the host opens, and tells of it afterwards.
    if (event.currentTarget !== this.#panel) return;
    if (event.newState === 'closed') {
      this.#settle(false);
      return;
    }
    this.#settle(true);
    void this.host.updateComplete.then(() => {
      if (!this.#open || !this.#panel) return;
      this.#place();
      this.onOpened(this.#panel);
    });
  };

  /** Escape ends here: neither a dialog of ours nor a layer of the page may take it for its own. */
  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  #settle(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    if (open) {
      window.addEventListener('scroll', this.#place, { capture: true, passive: true });
      window.addEventListener('resize', this.#place);
    } else {
      window.removeEventListener('scroll', this.#place, { capture: true });
      window.removeEventListener('resize', this.#place);
    }
    this.host.requestUpdate();
  }

  readonly #place = (event?: Event): void => {
    const [panel, opener] = [this.#panel, this.#opener];
    if (!panel?.matches(':popover-open') || !opener || event?.composedPath().includes(panel)) return;
    const button = opener.getBoundingClientRect();
    const below = innerHeight - button.bottom - edge;
    const above = button.top - edge;
    const isAbove = below < cramped && above > below;
    panel.style.setProperty('max-block-size', `${Math.max(isAbove ? above : below, 120)}px`);
    panel.style.setProperty('min-inline-size', `${button.width}px`);
    const { width, height } = panel.getBoundingClientRect();
    const isRtl = getComputedStyle(panel).direction === 'rtl';
    const start = isRtl ? button.right - width : button.left;
    const left = Math.max(edge, Math.min(start, innerWidth - width - edge));
    panel.style.setProperty('left', `${left}px`);
    panel.style.setProperty('top', `${isAbove ? button.top - height - 4 : button.bottom + 4}px`);
  };
}
