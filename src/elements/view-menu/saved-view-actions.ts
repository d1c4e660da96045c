import { html, nothing, type TemplateResult } from 'lit';
import { AgentGuard } from '../../base/agent-guard.js';
import { innermostFocus } from '../../base/dialog.js';
import type { Hub } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { icon, type IconName } from '../../base/icons.js';
import { known } from '../../base/known.js';
import { LineDrag } from '../../base/line-drag.js';
import { PopupController } from '../../base/popup.js';
import { StoreReader } from '../../base/store-reader.js';
import type { SavedView } from '../../domain/preferences.js';
import { searchText } from '../../domain/search.js';
import { PreferencesChangeRequest } from '../../events/requests.js';
import type { MoreTexts } from '../../strings/more/ko.js';

/** How long the way back from a deletion stands there. */
const undoFor = 10_000;

type Words = MoreTexts['savedViews'];

/** What the actions need of the menu. */
export interface SavedViewActionsHost extends HubHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Opens the dialog that gives a view another name. */
  rename(view: SavedView): void;
  focusKey(id: string | undefined): void;
}

/** What can be done with the agent's own views. Loaded when somebody reaches for one. */
export class SavedViewActions {
  /** The view that was deleted last, and where it stood, as long as it can come back. */
  removed: { readonly view: SavedView; readonly place: number } | null = null;
  readonly drag: LineDrag;
  #said = '';
  #wanted?: string;
  #opener: HTMLElement | null = null;
  #timer?: ReturnType<typeof setTimeout>;
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #popup: PopupController;

  constructor(private readonly host: SavedViewActionsHost) {
    this.#more = new StoreReader(
      host,
      (hub) => hub.text.$more,
      () => queueMicrotask(() => this.#openWanted()),
    );
    new AgentGuard(host, () => this.#leave());
    this.#popup = new PopupController(host, (panel) => panel.querySelector<HTMLElement>('[role=menuitem]')?.focus());
    this.drag = new LineDrag({
      requestUpdate: () => host.requestUpdate(),
      drop: (ids, movedId) => this.#order(ids, movedId),
    });
  }

  arrange(views: readonly SavedView[]): readonly SavedView[] {
    return this.drag.arrange(views);
  }

  /** What was done last, for screen readers. */
  renderStatus(): TemplateResult {
    return html`<span class="visually-hidden" role="status">${this.#said}</span>`;
  }

  renderRemoved(): TemplateResult | typeof nothing {
    const words = this.#words;
    if (!this.removed || !words) return nothing;
    const said = words.removed({ name: this.removed.view.name });
    return html`<li class="removed">
      <span class="label" title=${said}>${said}</span>
      <button class="button quiet" type="button" data-key="undo" title="${said} ${words.undo}" @click=${this.#onUndo}>
        ${icon('restore')}<span class="label">${words.undo}</span>
      </button>
    </li>`;
  }

  renderMenu(view: SavedView, label: string): TemplateResult | typeof nothing {
    const words = this.#words;
    if (!words) return nothing;
    const ids = this.#views.map(({ id }) => id);
    const place = ids.indexOf(view.id);
    const line = (label: string, sign: IconName, act: () => void, isOff = false, title = '') =>
      html`<button
        class="menu-item"
        type="button"
        role="menuitem"
        tabindex="-1"
        title=${title || nothing}
        aria-disabled=${isOff ? 'true' : nothing}
        @click=${isOff ? nothing : () => this.#act(act)}
      >
        ${icon(sign)}<span>${label}</span>
      </button>`;
    return html`<div
      class="popup menu"
      popover
      role="menu"
      id=${`menu-${view.id}`}
      aria-label=${label}
      @beforetoggle=${this.#onBeforeToggle}
      @toggle=${this.#popup.onToggle}
      @keydown=${this.#onMenuKey}
    >
      ${line(words.rename, 'note', () => this.host.rename(view))}
      ${line(words.update, 'refresh', () => this.update(view), false, words.updateLong)}
      ${line(words.up, 'arrowUp', () => this.move(view, -1), place === 0)}
      ${line(words.down, 'arrowDown', () => this.move(view, 1), place === ids.length - 1)}
      ${line(words.remove, 'trash', () => this.remove(view))}
    </div>`;
  }

  /** The view takes over search, columns and order of the list that is open. */
  update(view: SavedView): void {
    const { $query, $columns } = this.#hub?.tickets ?? {};
    const query = $query?.get();
    if (!query) return;
    const now = { ...view, query: searchText({ ...query, fields: undefined }), columns: $columns?.get() ?? null };
    this.#save(
      this.#views.map((each) => (each.id === view.id ? now : each)),
      this.#words?.updated({ name: view.name }),
    );
  }

  move(view: SavedView, by: number): void {
    const ids = this.#views.map(({ id }) => id);
    const from = ids.indexOf(view.id);
    if (from < 0 || !ids[from + by]) return;
    ids.splice(from + by, 0, ...ids.splice(from, 1));
    this.#order(ids, view.id);
    this.host.focusKey(view.id);
  }

  remove(view: SavedView): void {
    const place = this.#views.findIndex(({ id }) => id === view.id);
    if (place < 0) return;
    const isSent = this.#save(
      this.#views.filter(({ id }) => id !== view.id),
      this.#words?.removed({ name: view.name }),
    );
    if (!isSent) return;
    this.removed = { view, place };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#forget(), undoFor);
    void this.host.updateComplete.then(() => this.#at('undo')?.focus());
  }

  /** The menu opens where its button stands, as soon as its words are there. */
  openMenu(view: SavedView): void {
    this.#wanted = view.id;
    this.#openWanted();
  }

  /** Another agent took over, who brings nothing of the former one back. */
  #leave(): void {
    this.release();
    this.#said = '';
    this.host.requestUpdate();
  }

  /** The menu left its page: nobody waits for the way back any more. */
  release(): void {
    clearTimeout(this.#timer);
    this.removed = null;
    this.#wanted = undefined;
  }

  #openWanted(): void {
    if (!this.#wanted || !this.#words) return;
    const id = `menu-${this.#wanted}`;
    this.#wanted = undefined;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => (this.host.renderRoot as ShadowRoot).getElementById(id)?.showPopover());
  }

  get #words(): Words | undefined {
    return this.#more.value?.savedViews;
  }

  get #hub(): Hub | undefined {
    return this.#more.hub;
  }

  get #views(): readonly SavedView[] {
    return known(this.#hub?.preferences.$preferences.get())?.views ?? [];
  }

  #at(key: string): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>(`button[data-key='${key}']`);
  }

  #save(views: readonly SavedView[], said = ''): boolean {
    const isSent = this.host.dispatchEvent(new PreferencesChangeRequest({ views }));
    if (isSent) this.#said = said;
    this.host.requestUpdate();
    return isSent;
  }

  #order(ids: readonly string[], movedId: string): void {
    const before = this.#views;
    const after = [...before].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    if (after.every((view, place) => view === before[place])) return;
    const place = after.findIndex(({ id }) => id === movedId);
    this.#save(after, this.#words?.moved({ name: after[place]?.name ?? '', place: place + 1 }));
  }

  #forget(): void {
    clearTimeout(this.#timer);
    // Whoever stands on it keeps it.
    if (this.removed && this.#at('undo')?.matches(':focus, :hover')) {
      this.#timer = setTimeout(() => this.#forget(), undoFor);
      return;
    }
    this.removed = null;
    this.host.requestUpdate();
  }

  #act(act: () => void): void {
    this.#close();
    act();
  }

  /** The keyboard goes back to where it came from. */
  #close(): void {
    this.#popup.close();
    if (this.#opener?.isConnected) this.#opener.focus();
  }

  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState === 'open') this.#opener = innermostFocus();
    this.#popup.onBeforeToggle(event);
  };

  readonly #onUndo = (): void => {
    if (!this.removed) return;
    const { view, place } = this.removed;
    this.removed = null;
    const views = [...this.#views];
    views.splice(place, 0, view);
    this.#save(views);
    this.host.focusKey(view.id);
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#close();
    }
    const menu = event.currentTarget as HTMLElement;
    const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(event.composedPath()[0] as HTMLElement);
    const last = items.length - 1;
    const target = { ArrowUp: at > 0 ? at - 1 : last, ArrowDown: at < last ? at + 1 : 0, Home: 0, End: last }[
      event.key
    ];
    // Keys of an open menu are nobody else's.
    event.stopPropagation();
    if (target === undefined) return;
    event.preventDefault();
    items[target]?.focus();
  };
}
