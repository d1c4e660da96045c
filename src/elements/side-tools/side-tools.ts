import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { LineDrag } from '../../base/line-drag.js';
import { isOffered, movedTool, sideTools, wholeOrder, type SideTool } from '../../domain/side-tools.js';
import { OrderMenu } from './order-menu.js';
import { PanelPlace } from './panel-place.js';
import { RailSource } from './rail-source.js';
import { styles } from './side-tools.styles.js';
import { isBrought, ownTools, panels, signs, type Tool } from './tool-panels.js';

/**
 * A rail of signs, one for each tool beside the open ticket; a press opens the tool's panel, one at a time. The agent
 * puts the signs in order by dragging them, by Alt and an arrow key, or by a menu, and folds the rail away; all that is
 * kept with the agent. The page replaces a panel, or adds tools of its own: children whose slot begins with `own-`,
 * called by their `title`.
 *
 * @element side-tools
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - The rail is to be kept as the agent arranged it. Cancelable.
 * @slot history - Instead of `inquiry-history`.
 * @slot templates - Instead of `template-list`.
 * @slot dooray - Instead of `dooray-conversation`.
 * @slot customer - Instead of `customer-info`.
 * @slot events - Instead of `ticket-events`.
 * @slot sms - Instead of `sms-panel`.
 * @slot chat - Instead of `chat-transcript`.
 * @csspart rail - The rail of signs.
 * @csspart panel - The panel that is open.
 */
export class SideTools extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** `horizontal` puts the signs side by side, below their panel. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /** The panel lies over what stands beside the rail; it opens when it is asked for, and is not kept open. */
  @property({ type: Boolean, reflect: true }) overlay = false;

  /** The tool that is open where that is not kept: over something, or the page's own. */
  @state() private passing: string | null = null;
  /** The sign that Tab reaches. */
  @state() private reached = '';
  @state() private said = '';

  readonly #source = new RailSource(this);
  readonly #place = new PanelPlace(this);
  readonly #drag = new LineDrag(
    { requestUpdate: () => this.requestUpdate(), drop: (ids, id) => this.#move(id, ids.indexOf(id)) },
    true,
  );
  readonly #menu = new OrderMenu({
    element: this,
    move: ({ id }, to) => this.#move(id, to),
    restore: (tool) => this.#restore(tool),
  });
  readonly #children = new MutationObserver(() => this.requestUpdate());

  constructor() {
    super();
    new AgentGuard(this, () => {
      this.passing = null;
      this.said = '';
      this.#place.clear();
      this.#source.clear();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#children.observe(this, { childList: true, subtree: true, attributeFilter: ['slot', 'title'] });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
  }

  override updated(): void {
    if (this.#isReady) this.#place.follow(this.#open);
  }

  override render() {
    if (!this.#isReady) return this.renderDetached();
    const words = this.more.sideTools;
    const open = this.#open;
    return html`<div class="root ${this.#isFolded ? 'folded' : ''}" lang=${this.language}>
      <div class="rail" part="rail">
        <div
          class="tools"
          role="toolbar"
          aria-label=${words.label}
          aria-orientation=${this.orientation}
          @keydown=${this.#onKeydown}
          @pointerdown=${this.#drag.onDown}
          @pointermove=${this.#drag.onMove}
          @pointerup=${this.#drag.onUp}
          @pointercancel=${this.#drag.onLost}
          @lostpointercapture=${this.#drag.onLost}
        >
          ${repeat(
            this.#isFolded ? [] : this.#drag.arrange(this.#tools),
            ({ id }) => id,
            (tool) => this.#renderTool(tool, tool.id === open?.id),
          )}
          ${this.orientation === 'vertical' ? this.#renderFold() : nothing}
        </div>
      </div>
      ${this.#place.render({ texts: this.texts, words, open, onMenu: this.#onMenu, close: () => this.hide() })}
      ${this.#menu.render(this.#kitTools, words)}
      <p class="visually-hidden" id="hint">${words.hint}</p>
      <p class="visually-hidden" role="status">${this.said}</p>
    </div>`;
  }

  #renderTool(tool: Tool, isOpen: boolean): TemplateResult {
    const { id, kind, name } = tool;
    return html`<button
      class="item ${kind ? 'own' : ''} ${this.#drag.draggedId === id ? 'dragged' : ''}"
      type="button"
      data-id=${id}
      tabindex=${id === this.#reachedId ? 0 : -1}
      aria-label=${name}
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${isOpen ? 'panel' : nothing}
      aria-describedby=${kind ? 'hint' : nothing}
      title=${name}
      @click=${() => this.#setOpen(isOpen ? null : tool)}
      @focus=${() => (this.reached = id)}
      @contextmenu=${kind ? (event: MouseEvent) => this.#onMenu(event, tool) : nothing}
    >
      ${kind ? icon(signs[kind]) : html`<span class="initial" aria-hidden="true">${[...name][0]}</span>`}
    </button>`;
  }

  #renderFold(): TemplateResult {
    const words = this.more.sideTools;
    const label = this.#isFolded ? words.unfold : words.fold;
    return html`<button
      class="item fold"
      type="button"
      data-id="fold"
      tabindex=${this.#reachedId === 'fold' ? 0 : -1}
      aria-label=${label}
      title=${label}
      @click=${this.#onFold}
      @focus=${() => (this.reached = 'fold')}
    >
      ${icon(this.#isFolded ? 'chevronLeft' : 'chevronRight')}
    </button>`;
  }

  get #isReady(): boolean {
    return this.hub !== undefined && this.#source.offer !== null;
  }

  /** The tools of the kit that are of use here, in the agent's order. */
  get #kitTools(): readonly (Tool & { readonly kind: SideTool })[] {
    const words = this.more.sideTools;
    const order = wholeOrder(this.#source.rail.order).filter(this.#isShown);
    return order.map((kind) => ({ id: kind, kind, name: words[kind] }));
  }

  /** And those of the page, behind them. */
  get #tools(): readonly Tool[] {
    return [...this.#kitTools, ...ownTools(this)];
  }

  readonly #isShown = (tool: SideTool): boolean => {
    const { offer } = this.#source;
    const hasPanel = panels[tool] !== undefined || isBrought(this, tool);
    return offer !== null && hasPanel && isOffered(tool, offer);
  };

  get #isFolded(): boolean {
    return this.#source.rail.folded && this.orientation === 'vertical';
  }

  get #open(): Tool | undefined {
    if (this.#isFolded) return undefined;
    const id = this.passing ?? (this.overlay ? null : this.#source.rail.open);
    return this.#tools.find((tool) => tool.id === id);
  }

  get #reachedId(): string | undefined {
    const ids = this.#isFolded ? ['fold'] : [...this.#tools.map(({ id }) => id), 'fold'];
    return [this.reached, this.#open?.id ?? ''].find((id) => ids.includes(id)) ?? ids[0];
  }

  #setOpen(tool: Tool | null): void {
    const isPassing = tool !== null && (this.overlay || tool.kind === null);
    this.passing = isPassing ? tool.id : null;
    if (!this.overlay && !isPassing) this.#source.keep({ open: tool?.kind ?? null });
  }

  #move(id: string, to: number): void {
    const shown = this.#kitTools;
    const from = shown.findIndex((tool) => tool.id === id);
    const tool = shown[from];
    const place = Math.max(0, Math.min(to, shown.length - 1));
    if (!tool || from === place) return;
    const order = movedTool(wholeOrder(this.#source.rail.order), tool.kind, place, this.#isShown);
    if (!this.#source.keep({ order })) return;
    this.said = this.more.sideTools.moved({ name: tool.name, count: shown.length, place: place + 1 });
    void this.#focusTool(id);
  }

  #restore(tool: Tool): void {
    if (!this.#source.keep({ order: sideTools })) return;
    this.said = this.more.sideTools.restored;
    void this.#focusTool(tool.id);
  }

  /** A sign that changes its place loses the keyboard on the way. */
  async #focusTool(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.tools > [data-id='${id}']`)?.focus();
  }

  readonly #onFold = (): void => {
    this.passing = null;
    this.#source.keep({ folded: !this.#isFolded });
    void this.#focusTool('fold');
  };

  readonly #onMenu = (event: MouseEvent, tool: Tool): void => {
    event.preventDefault();
    if (!this.#drag.draggedId) void this.#menu.open(tool, event.currentTarget as HTMLElement);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (ctrlKey || metaKey) return;
    const at = event.composedPath()[0] as HTMLElement;
    const place = this.#kitTools.findIndex(({ id }) => id === at.dataset['id']);
    const tool = this.#kitTools[place];
    const step = this.#steps[key];
    if (altKey) {
      if (step === undefined || !tool) return;
      this.#move(tool.id, place + step);
    } else if (tool && (key === 'ContextMenu' || (shiftKey && key === 'F10'))) {
      void this.#menu.open(tool, at);
    } else if (!this.#walk(key, at)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #walk(key: string, from: HTMLElement): boolean {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('.tools > .item')];
    const step = this.#steps[key];
    const at = { Home: 0, End: -1 }[key] ?? (step === undefined ? undefined : items.indexOf(from) + step);
    if (at === undefined) return false;
    items.at(at % items.length)?.focus();
    return true;
  }

  /** Keys that lead along the rail. */
  get #steps(): Readonly<Record<string, number>> {
    if (this.orientation === 'vertical') return { ArrowUp: -1, ArrowDown: 1 };
    const on = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    return { ArrowLeft: -on, ArrowRight: on };
  }

  /** Goes to the rail. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".tools > [tabindex='0']")?.focus();
  }

  /** Opens a tool; tells whether it is here to be opened. */
  show(id: string): boolean {
    const tool = this.#isReady ? this.#tools.find((one) => one.id === id) : undefined;
    if (!tool) return false;
    if (this.#source.rail.folded) this.#source.keep({ folded: false });
    this.#setOpen(tool);
    void this.#focusTool(id);
    return true;
  }

  /** Closes the panel; the keyboard goes back to its sign. */
  hide(): void {
    const open = this.#isReady ? this.#open : undefined;
    if (!open) return;
    const hadFocus = this.matches(':focus-within');
    this.#setOpen(null);
    if (hadFocus) void this.#focusTool(open.id);
  }
}
