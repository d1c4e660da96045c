import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { withMoved, withShown } from '../../domain/column-changes.js';
import { densities, mainColumn, type ColumnState, type Density } from '../../domain/columns.js';
import { ListArrangeRequest } from '../../events/requests.js';
import { styles } from './column-menu.styles.js';
import { menuItems, type ColumnChoice, type MenuItem } from './menu-items.js';

/** Room that is kept between the menu and the edge of the window, in pixels. */
const edge = 8;

/**
 * How the columns of a list are arranged by menu and by keyboard: what can be done to one column, at its head, and all
 * columns with their boxes and their order in a dialog. It keeps nothing; `ticket-list` opens it and says what is shown.
 *
 * @element column-menu
 * @fires {ListArrangeRequest} desk-list-arrange-request - Columns or the height of rows are to change. Cancelable.
 * @fires {ListSortRequest} desk-list-sort-request - Rows are to be sorted by a column. Cancelable.
 * @fires {Event} open - The menu or the dialog opened. Does not bubble.
 * @fires {Event} close - The menu or the dialog closed. Does not bubble.
 * @csspart dialog - The dialog with all columns.
 * @csspart menu - The menu of one column.
 */
export class ColumnMenu extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Every column that can be shown. */
  @property({ attribute: false }) choices: readonly ColumnChoice[] = [];

  /** The column whose menu is open; empty without one. */
  @property() column = '';

  /** The columns that are shown, in order. */
  @property({ attribute: false }) columns: readonly ColumnState[] = [];

  /** Height of the rows that are shown. */
  @property() density: Density = 'normal';

  /** What the page decides, so that the agent cannot change it. */
  @property({ attribute: false }) fixed: readonly ('columns' | 'density')[] = [];

  @state() private said = '';

  @query('.menu') private menu!: HTMLElement | null;

  readonly #dialog = new DialogController(this, () => this.dispatchEvent(new Event('close')));
  #anchor: Element | undefined;
  /** A button whose row moved keeps the focus. */
  #refocus = '';

  override render() {
    if (!this.hub) return this.renderDetached();
    return html`<div class="root" lang=${this.language}>
      <div class="visually-hidden" role="status">${this.said}</div>
      ${this.column ? this.#renderMenu() : nothing}${this.#dialog.open ? this.#renderDialog() : nothing}
    </div>`;
  }

  override updated(changes: PropertyValues): void {
    const { menu } = this;
    if (menu && !menu.matches(':popover-open')) this.#openMenu(menu);
    if (this.#refocus && changes.has('columns')) {
      if (this.#dialog.open) this.renderRoot.querySelector<HTMLElement>(this.#refocus)?.focus();
      this.#refocus = '';
    }
  }

  /** Opens the menu of one column beside its head. */
  async showColumn(id: string, anchor: Element): Promise<void> {
    this.#anchor = anchor;
    this.said = '';
    this.column = id;
    await this.updateComplete;
  }

  /** Opens the dialog with all columns. */
  async showSettings(): Promise<void> {
    this.said = '';
    this.dispatchEvent(new Event('open'));
    await this.#dialog.show();
  }

  #renderMenu(): TemplateResult | typeof nothing {
    const choice = this.choices.find(({ id }) => id === this.column);
    if (!choice) return nothing;
    const texts = this.more.columns;
    return html`<div
      class="menu"
      part="menu"
      role="menu"
      popover="auto"
      aria-label=${texts.menu({ name: choice.label })}
      @keydown=${this.#onMenuKey}
      @beforetoggle=${this.#onToggle}
    >
      ${menuItems(choice, this.columns, texts, this.#areFixed).map(
        (group) =>
          html`${group.map((item) => this.#renderItem(item))}
            <hr role="separator" />`,
      )}
      <button class="item" type="button" role="menuitem" tabindex="-1" @click=${this.#onAll}>${texts.all}</button>
    </div>`;
  }

  #renderItem(item: MenuItem): TemplateResult {
    return html`<button
      class="item"
      type="button"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.request ? nothing : 'true'}
      @click=${() => this.#choose(item)}
    >
      ${item.label}
    </button>`;
  }

  #renderDialog(): TemplateResult {
    const texts = this.more.columns;
    return html`<dialog class="dialog" part="dialog" aria-labelledby="title">
      <h2 class="dialog-title" id="title">${texts.title}</h2>
      <div class="dialog-body">
        ${this.#isDensityFixed ? html`<p class="fixed">${texts.fixedDensity}</p>` : this.#renderDensities()}
        ${this.#areFixed ? html`<p class="fixed">${texts.fixedColumns}</p>` : this.#renderColumns()}
      </div>
      <div class="dialog-foot">
        ${
          this.#areFixed && this.#isDensityFixed
            ? nothing
            : html`<button class="button" type="button" @click=${this.#onReset}>${texts.reset}</button>`
        }
        <button class="button primary" type="button" @click=${() => this.#dialog.close()}>
          ${this.texts.common.close}
        </button>
      </div>
    </dialog>`;
  }

  get #areFixed(): boolean {
    return this.fixed.includes('columns');
  }

  get #isDensityFixed(): boolean {
    return this.fixed.includes('density');
  }

  #renderDensities(): TemplateResult {
    return html`<fieldset class="densities">
      <legend>${this.more.columns.density}</legend>
      ${densities.map((density) => this.#renderDensity(density))}
    </fieldset>`;
  }

  #renderColumns(): TemplateResult {
    return html`<h3 class="label" id="shown">${this.more.columns.shown}</h3>
      <ol class="columns" aria-labelledby="shown">
        ${repeat(
          this.#inOrder,
          ({ id }) => id,
          (choice, place) => this.#renderColumn(choice, place),
        )}
      </ol>`;
  }

  #renderDensity(density: Density): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="density"
        .checked=${live(density === this.density)}
        @change=${() => this.ask(new ListArrangeRequest({ density }))}
      /><span>${this.more.columns[density]}</span>
    </label>`;
  }

  #renderColumn({ id, label }: ColumnChoice, place: number): TemplateResult {
    const texts = this.more.columns;
    const isShown = place < this.columns.length;
    return html`<li class="column" data-column=${id}>
      <label class="choice" title=${id === mainColumn ? texts.always : nothing}>
        <input
          type="checkbox"
          .checked=${live(isShown)}
          ?disabled=${id === mainColumn}
          @change=${() => this.#show(id, label, !isShown)}
        /><span>${label}</span>
      </label>
      ${
        isShown
          ? html`${this.#renderMove(id, label, place, place - 1)}${this.#renderMove(id, label, place, place + 1)}`
          : nothing
      }
    </li>`;
  }

  #renderMove(id: string, label: string, place: number, to: number): TemplateResult {
    const texts = this.more.columns;
    const isUp = to < place;
    const name = isUp ? texts.earlier({ name: label }) : texts.later({ name: label });
    const canMove = to >= 0 && to < this.columns.length;
    return html`<button
      class="button quiet ${isUp ? 'up' : 'down'}"
      type="button"
      aria-disabled=${canMove ? nothing : 'true'}
      aria-label=${name}
      title=${name}
      @click=${() => canMove && this.#move(id, label, to, isUp)}
    >
      ${icon(isUp ? 'chevronUp' : 'chevronDown')}
    </button>`;
  }

  /** Shown columns as they stand, then the others. */
  get #inOrder(): readonly ColumnChoice[] {
    const byId = new Map(this.choices.map((choice) => [choice.id, choice]));
    const shown = this.columns.flatMap(({ id }) => byId.get(id) ?? []);
    return [...shown, ...this.choices.filter((choice) => !shown.includes(choice))];
  }

  #show(id: string, name: string, on: boolean): void {
    const texts = this.more.columns;
    this.said = on ? texts.added({ name }) : texts.hidden({ name });
    this.#arrange(withShown(this.columns, id, on), `[data-column="${CSS.escape(id)}"] input`);
    this.requestUpdate();
  }

  #move(id: string, name: string, to: number, isUp: boolean): void {
    this.said = this.more.columns.moved({ name, place: to + 1, total: this.columns.length });
    this.#arrange(withMoved(this.columns, id, to), `[data-column="${CSS.escape(id)}"] .${isUp ? 'up' : 'down'}`);
  }

  /** The keyboard is kept for the change that follows, and not for one that somebody makes elsewhere later. */
  #arrange(columns: readonly ColumnState[], button: string): void {
    const isSame = String(columns.map(({ id }) => id)) === String(this.columns.map(({ id }) => id));
    const isSent = this.ask(new ListArrangeRequest({ columns }));
    this.#refocus = isSent && !isSame ? button : '';
  }

  #choose(item: MenuItem): void {
    if (!item.request) return;
    this.said = item.said ?? '';
    this.ask(item.request);
    if (!item.stays) this.menu?.hidePopover();
  }

  #openMenu(menu: HTMLElement): void {
    menu.showPopover();
    const box = this.#anchor?.getBoundingClientRect();
    const { width, height } = menu.getBoundingClientRect();
    const isRtl = getComputedStyle(menu).direction === 'rtl';
    const left = (isRtl ? (box?.right ?? 0) - width : box?.left) ?? 0;
    menu.style.setProperty('left', `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`);
    menu.style.setProperty('top', `${Math.max(edge, Math.min(box?.bottom ?? 0, innerHeight - height - edge))}px`);
    menu.querySelector<HTMLElement>('.item')?.focus();
    this.dispatchEvent(new Event('open'));
  }

  /** Before it is gone, so that whoever has the focus next is not taken for somebody inside. */
  readonly #onToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'closed' || !this.column) return;
    this.dispatchEvent(new Event('close'));
    this.column = '';
  };

  readonly #onAll = (): void => {
    this.menu?.hidePopover();
    void this.showSettings();
  };

  readonly #onReset = (): void => {
    this.ask(
      new ListArrangeRequest({
        ...(this.#areFixed ? {} : { columns: null }),
        ...(this.#isDensityFixed ? {} : { density: 'normal' }),
      }),
    );
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const items = [...(this.menu?.querySelectorAll<HTMLElement>('.item') ?? [])];
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    event.stopPropagation();
    if (next !== undefined) items[next % items.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') this.menu?.hidePopover();
    else return;
    event.preventDefault();
  };
}
