import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskElement } from '../../base/desk-element.js';
import type { Load } from '../../base/hub-context.js';
import { sentences } from '../../base/sentences.js';
import { icon } from '../../base/signs.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { numberText } from '../../base/number-text.js';
import { StoreReader } from '../../base/store-reader.js';
import type { SavedCount } from '../../base/tally.js';
import type { SavedView } from '../../domain/preferences.js';
import {
  ListOpenRequest,
  ListRefreshRequest,
  RetryRequest,
  SavedViewOpenRequest,
  TaskDismissRequest,
} from '../../events/requests.js';
import { menuItems, savedKey, type MenuItem } from './menu-items.js';
import { MenuSource } from './menu-source.js';
import type { SavedViewActions } from './saved-view-actions.js';
import { renderSavedViews } from './saved-views.js';
import { styles } from './view-menu.styles.js';

/**
 * The lists of tickets: the agent's own views above, the nine of the service below, each with the number of its tickets
 * as it is now. Groups and kinds of transfer stand below their view while it is open. In a narrow place the menu shows
 * signs and numbers only.
 *
 * @element view-menu
 * @fires {ListOpenRequest} desk-list-open-request - The agent chose another list. Cancelable.
 * @fires {SavedViewOpenRequest} desk-saved-view-open-request - The agent chose one of the own views. Cancelable.
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - Own views were renamed, changed, put in order or deleted. Cancelable.
 * @fires {ListRefreshRequest} desk-list-refresh-request - The agent chose the list that is open already. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The numbers or the own views are to be loaded again. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read why something was not kept. Cancelable.
 * @csspart item - One line.
 * @csspart count - Number of tickets of a line.
 * @csspart save - The button that keeps the open list as a view.
 */
export class ViewMenu extends DeskElement {
  static override styles = [inheritedReset, ...styles];

  /** `horizontal` puts the signs side by side, for a place that is one line high. */
  @property({ reflect: true }) orientation: 'vertical' | 'horizontal' = 'vertical';

  /** The line that Tab reaches; the list that is open, until the agent moved away from it. */
  @state() private focused = '';

  readonly #source = new MenuSource(this);
  // An own view that is open is no view of the service.
  readonly #openId = new StoreReader(this, (hub) => hub.tickets.$savedView);
  #actions?: SavedViewActions;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#actions?.release();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { views, query, session } = this.#source;
    const items = menuItems(this.#openId.value ? undefined : query, session, this.texts);
    const reached = this.#reached(items, views);
    return html`<div class="root" lang=${this.language}>
      <nav aria-label=${this.texts.viewMenu.label} @keydown=${this.#onKeydown} @focusout=${this.#onFocusout}>
        ${renderSavedViews(views, {
          texts: this.texts,
          actions: this.#actions,
          reached,
          currentId: this.#openId.value ?? null,
          renderCount: (view) => this.#renderCount(this.#source.savedCounts, view.id),
          open: (view) => this.#onSaved(view),
          openMenu: (view) => void this.#openMenu(view),
          focus: (key) => (this.focused = key),
          prepare: this.#prepare,
        })}
        <ul aria-label=${this.texts.viewMenu.views}>
          ${repeat(
            items,
            (item) => item.key,
            (item) => this.#renderItem(item, item.key === reached),
          )}
        </ul>
        ${this.#renderSave(reached === 'save')}
      </nav>
      ${this.#renderFailures()} ${this.#actions?.renderStatus()}
    </div>`;
  }

  #renderItem(item: MenuItem, isReached: boolean): TemplateResult {
    return html`<li class=${item.isPart ? 'part' : 'whole'}>
      <button
        class="item"
        part="item"
        type="button"
        data-key=${item.key}
        tabindex=${isReached ? 0 : -1}
        aria-current=${item.isCurrent ? 'page' : nothing}
        title=${item.isCurrent ? `${item.label} – ${this.texts.viewMenu.reload}` : item.label}
        @click=${() => this.#onClick(item)}
        @focus=${() => (this.focused = item.key)}
      >
        ${item.icon ? icon(item.icon) : html`<span class="initial" aria-hidden="true">${[...item.label][0]}</span>`}
        <span class="label">${item.label}</span>
        ${item.isPart ? nothing : this.#renderCount(this.#source.counts, item.view)}
      </button>
    </li>`;
  }

  #renderCount(counts: Load<Readonly<Record<string, SavedCount>>> | undefined, key: string): TemplateResult {
    const count = known(counts)?.[key];
    if (count !== undefined) {
      const isLeast = typeof count === 'object';
      const number = isLeast ? count.least : count;
      const more = isLeast ? '+' : '';
      const { viewMenu, ticketList } = this.texts;
      return html`<span class="visually-hidden">${(isLeast ? ticketList.totalLeast : viewMenu.count)(number)}</span>
        <span class="count" part="count" aria-hidden="true">
          <span class="exact">${numberText(number, this.language)}${more}</span
          ><span class="short">${number > 999 ? '999+' : `${number}${more}`}</span>
        </span>`;
    }
    return counts?.status === 'failed'
      ? html`<span class="count" part="count" aria-hidden="true">–</span>`
      : html`<span class="count" part="count" aria-hidden="true"><span class="skeleton"></span></span>`;
  }

  #renderSave(isReached: boolean): TemplateResult {
    const { save, saveLong } = this.texts.viewMenu;
    return html`<button
      class="item save"
      part="save"
      type="button"
      data-key="save"
      tabindex=${isReached ? 0 : -1}
      title=${saveLong}
      @click=${() => this.rename()}
      @focus=${() => (this.focused = 'save')}
    >
      ${icon('plus')}<span class="label">${save}</span>
    </button>`;
  }

  #renderFailures(): readonly (TemplateResult | typeof nothing)[] {
    const { counts, preferences, refusal } = this.#source;
    const { viewMenu, errors, common } = this.texts;
    const line = (why: string, label: string, sign: 'refresh' | 'close', act: () => void) =>
      html`<div class="failure">
        <span class="why" role="status">${why}</span>
        <button class="button" type="button" title="${why} ${label}" @click=${act}>
          ${icon(sign)}<span class="label">${label}</span>
        </button>
      </div>`;
    return [
      counts?.status === 'failed'
        ? line(sentences(viewMenu.failed, errors[counts.error.kind]), common.retry, 'refresh', () =>
            this.#retry('counts'),
          )
        : nothing,
      preferences?.status === 'failed'
        ? line(sentences(viewMenu.failedSaved, errors[preferences.error.kind]), common.retry, 'refresh', () =>
            this.#retry('preferences'),
          )
        : nothing,
      refusal
        ? line(
            `${this.texts.action.preferences}: ${errors[refusal.error?.kind ?? 'server']}`,
            common.close,
            'close',
            () => this.ask(new TaskDismissRequest(refusal.id)),
          )
        : nothing,
    ];
  }

  #reached(items: readonly MenuItem[], views: readonly SavedView[]): string | undefined {
    const keys = [...views.map(savedKey), ...items.map((item) => item.key), 'save'];
    if (keys.includes(this.focused)) return this.focused;
    const open = views.find(({ id }) => id === this.#openId.value);
    return open ? savedKey(open) : (items.find((item) => item.isCurrent) ?? items[0])?.key;
  }

  #onClick(item: MenuItem): void {
    if (item.isCurrent) {
      this.ask(new ListRefreshRequest());
      return;
    }
    const { view, group, transfer } = item;
    const whole = { figure: undefined, starred: undefined, unread: undefined, q: undefined, where: undefined };
    this.ask(new ListOpenRequest({ view, group, transfer, ...whole }));
  }

  #onSaved({ id }: SavedView): void {
    this.ask(id === this.#openId.value ? new ListRefreshRequest() : new SavedViewOpenRequest(id));
  }

  #retry(what: 'counts' | 'preferences'): void {
    this.ask(new RetryRequest(what));
  }

  readonly #prepare = (): void => {
    if (!this.#actions) void this.#load().catch(() => undefined);
  };

  async #load(): Promise<SavedViewActions> {
    const { SavedViewActions } = await import('./saved-view-actions.js');
    this.#actions ??= new SavedViewActions(this);
    this.requestUpdate();
    return this.#actions;
  }

  async #press(act: (actions: SavedViewActions) => void): Promise<void> {
    const actions = await latePart(this, () => this.#load());
    if (actions) act(actions);
  }

  async #openMenu(view: SavedView): Promise<void> {
    await this.#press((actions) => actions.openMenu(view));
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const at = event.composedPath()[0] as HTMLElement;
    const line = at.closest<HTMLElement>('.own');
    const view = this.#source.views.find(({ id }) => id === line?.dataset['id']);
    if (view && this.#onSavedKey(event, view, at)) event.preventDefault();
    else if (this.#walk(event, at)) event.preventDefault();
  };

  /** Keys of an own view: to its menu and back, and up and down in the order. */
  #onSavedKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, view: SavedView, at: HTMLElement): boolean {
    if (ctrlKey || metaKey) return false;
    const isMore = at.matches('.more');
    const [back, on] = this.#sideways;
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      void this.#press((actions) => actions.move(view, key === 'ArrowUp' ? -1 : 1));
    } else if (altKey) return false;
    else if (key === 'ContextMenu' || (shiftKey && key === 'F10')) void this.#openMenu(view);
    else if (key === 'F2') void this.rename(view);
    else if (key === 'Delete') void this.#press((actions) => actions.remove(view));
    else if (key === on && !isMore && this.orientation === 'vertical') this.#button('.more', savedKey(view))?.focus();
    else if (key === back && isMore) this.#button('.item', savedKey(view))?.focus();
    else return false;
    return true;
  }

  #walk({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, from: HTMLElement): boolean {
    if (altKey || ctrlKey || metaKey) return false;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item, .removed > .button')];
    const own = from.matches('.more') ? this.#button('.item', from.dataset['key'] ?? '') : from;
    const at = buttons.indexOf(own as HTMLButtonElement);
    const [back, on] = this.orientation === 'horizontal' ? this.#sideways : [];
    const last = buttons.length - 1;
    const step = key === 'ArrowUp' || key === back ? at - 1 : key === 'ArrowDown' || key === on ? at + 1 : undefined;
    const target = { Home: 0, End: last }[key] ?? step;
    if (at < 0 || target === undefined) return false;
    buttons[Math.min(Math.max(target, 0), last)]?.focus();
    return true;
  }

  /** Keys that go back and on along a line of text. */
  get #sideways(): readonly [back: string, on: string] {
    return getComputedStyle(this).direction === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  }

  #button(kind: string, key: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`${kind}[data-key='${key}']`);
  }

  readonly #onFocusout = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node && this.renderRoot.contains(event.relatedTarget))) this.focused = '';
  };

  /** Goes to the line of the list that is open. */
  override focus(): void {
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('[aria-current]') ?? root.querySelector<HTMLElement>('.item'))?.focus();
  }

  /** Brings the keyboard to an own view. @internal */
  focusKey(id: string | undefined): void {
    void this.updateComplete.then(() => this.#button('.item', `saved-${id}`)?.focus());
  }

  /** Opens the dialog that keeps the open list as a view, or that gives a view another name. */
  async rename(view?: SavedView): Promise<void> {
    const load = () => import('../view-dialog/define.js');
    const dialog = await latePart(this, () => lateDialog(this, 'view-dialog', load));
    await dialog?.show({ view });
  }
}
