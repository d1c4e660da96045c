import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { NamedTask } from '../../base/named-task.js';
import type { SearchSource } from '../../base/search-source.js';
import { sentences } from '../../base/sentences.js';
import { StoreReader } from '../../base/store-reader.js';
import type { ColumnState } from '../../domain/columns.js';
import { mostViews, type SavedView } from '../../domain/preferences.js';
import { parseSearch, searchText } from '../../domain/search.js';
import type { TicketQuery } from '../../domain/types.js';
import {
  PreferencesChangeRequest,
  RetryRequest,
  SavedViewOpenRequest,
  TaskDismissRequest,
} from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { columnWords, conditionWords, listWords, sortWords } from './list-words.js';
import { styles } from './view-dialog.styles.js';

const longest = 60;

type Problem = 'needName' | 'tooLong' | 'taken';

/**
 * Keeps the open list – its search, its columns and its order – as a view of the agent's own, or gives such a view
 * another name.
 *
 * @element view-dialog
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - The agent confirmed. Cancelable.
 * @fires {SavedViewOpenRequest} desk-saved-view-open-request - The new view is to be opened. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The agent's views are to be loaded again. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 */
export class ViewDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private name = '';
  @state() private problem: Problem | null = null;
  @query('input') private input!: HTMLInputElement | null;

  /** The view that gets another name; without one the open list is kept. */
  #view?: SavedView;
  /** What was typed for a new view outlives the dialog, until the server has it. */
  #typed = '';
  /** The view that is being saved, and whether it is a new one. */
  #sent?: { readonly id: string; readonly isNew: boolean };
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #saving = new NamedTask(
    this,
    () => this.#onSaved(),
    (taskId) => new TaskDismissRequest(taskId),
  );

  constructor() {
    super();
    new AgentGuard(this, () => this.#forget());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    const words = this.more.savedViews;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" novalidate @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${this.#view ? words.titleRename : words.title}</h2>
          <div class="dialog-body">${this.#renderBody()}</div>
          <div class="dialog-foot">${this.#renderButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.savedViews;
    const preferences = this.#preferences.value;
    if (!known(preferences)) {
      if (preferences?.status !== 'failed') return html`<p role="status">${this.texts.common.loading}</p>`;
      return html`<p class="notice" role="alert">
        ${sentences(words.unread, this.texts.errors[preferences.error.kind])}
      </p>`;
    }
    if (this.#isFull)
      return html`<p class="notice calm">${words.tooMany(mostViews)}</p>
        ${this.#renderKeeps()}`;
    return html`${this.#renderName()} ${this.#renderKeeps()} ${this.#renderRefusal()}`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { error } = this.#saving;
    if (!error) return nothing;
    const why = `${this.texts.action.preferences}: ${this.texts.errors[error.kind]}`;
    return html`<p class="notice" role="alert">${why}</p>`;
  }

  #renderName(): TemplateResult {
    const words = this.more.savedViews;
    const over = [...this.name.trim()].length - longest;
    const problem =
      this.problem && (this.problem === 'tooLong' ? words.tooLong(Math.max(over, 1)) : words[this.problem]);
    return html`<label class="field">
      <span class="label">${words.name}</span>
      <input
        class="input"
        autofocus
        autocomplete="off"
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="about"
        .value=${live(this.name)}
        @input=${this.#onInput}
      />
      <span id="about" class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : nothing}>
        ${problem ?? words.hint}
      </span>
    </label>`;
  }

  /** What the view holds, so that nobody has to open it to know. */
  #renderKeeps(): TemplateResult {
    const words = this.more.savedViews;
    const source = this.#source;
    const { query: kept, columns } = this.#kept;
    const conditions = conditionWords(kept, source);
    const pair = (name: string, value: unknown) =>
      html`<div class="pair">
        <dt>${name}</dt>
        <dd>${value}</dd>
      </div>`;
    return html`<section class="keeps" aria-labelledby="keeps">
      <h3 id="keeps">${words.keeps}</h3>
      <dl>
        ${pair(words.list, listWords(kept, source))}
        ${pair(
          words.search,
          conditions.length > 0
            ? conditions.map((condition) => html`<span class="condition">${condition}</span>`)
            : words.noSearch,
        )}
        ${pair(words.columns, columnWords(columns, source))} ${pair(words.sort, sortWords(kept, source))}
      </dl>
    </section>`;
  }

  #renderButtons(): TemplateResult {
    const { savedViews } = this.more;
    const { common } = this.texts;
    const isUnread = !known(this.#preferences.value);
    const close = html`<button class="button" type="button" ?autofocus=${this.#isFull} @click=${this.close}>
      ${this.#isFull ? common.close : common.cancel}
    </button>`;
    if (this.#isFull) return close;
    const label = isUnread ? common.retry : this.#view ? savedViews.rename : savedViews.submit;
    return html`${close}
      <button
        class="button primary"
        type="submit"
        aria-disabled=${this.#saving.isRunning || (isUnread && this.#preferences.value?.status !== 'failed') ? 'true' : nothing}
      >
        ${this.#saving.isRunning ? savedViews.running : label}
      </button>`;
  }

  get #source(): SearchSource {
    const { texts, more, language, hub } = this;
    const session = known(hub?.session.$session.get());
    return { texts, more, language, session, settings: known(this.#settings.value) };
  }

  get #views(): readonly SavedView[] {
    return known(this.#preferences.value)?.views ?? [];
  }

  get #isFull(): boolean {
    return !this.#view && !this.#saving.isRunning && this.#views.length >= mostViews;
  }

  /** The list that the view holds, or that it will hold. */
  get #kept(): { readonly query: TicketQuery; readonly columns: readonly ColumnState[] } {
    const tickets = this.hub?.tickets;
    const columns = tickets?.$columns.get() ?? [];
    if (this.#view) return { query: parseSearch(this.#view.query).query, columns: this.#view.columns ?? columns };
    return { query: tickets?.$query.get() ?? parseSearch('').query, columns };
  }

  #problemOf(name: string): Problem | null {
    if (!name) return 'needName';
    if ([...name].length > longest) return 'tooLong';
    // The one that is being saved is among them already.
    const own = [this.#view?.id, this.#sent?.id];
    const isTaken = this.#views.some((view) => !own.includes(view.id) && same(view.name, name));
    return isTaken ? 'taken' : null;
  }

  #onInput(event: Event): void {
    this.name = (event.target as HTMLInputElement).value;
    if (!this.#view) this.#typed = this.name;
    if (this.problem) this.problem = this.#problemOf(this.name.trim());
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const preferences = this.#preferences.value;
    if (!known(preferences)) {
      if (preferences?.status === 'failed') this.ask(new RetryRequest('preferences'));
      return;
    }
    const name = this.name.trim().normalize('NFC');
    this.problem = this.#problemOf(name);
    if (this.problem) this.input?.focus();
    else if (!this.#saving.isRunning) this.#save(name);
  };

  #save(name: string): void {
    const { query: kept, columns } = this.#kept;
    const renamed = this.#view;
    const view = renamed
      ? { ...renamed, name }
      : { id: newKey(), name, query: searchText({ ...kept, fields: undefined }), columns };
    const views = renamed ? this.#views.map((each) => (each.id === view.id ? view : each)) : [...this.#views, view];
    this.#sent = { id: view.id, isNew: !renamed };
    const taskId = newKey();
    if (this.#saving.start(taskId, new PreferencesChangeRequest({ views }, taskId))) return;
    this.#sent = undefined;
    this.close();
  }

  /** The server has the view: now nothing of it can be lost any more. */
  #onSaved(): void {
    const sent = this.#sent;
    this.#sent = undefined;
    if (sent?.isNew) {
      this.#typed = '';
      if (this.#dialog.open) this.ask(new SavedViewOpenRequest(sent.id));
    }
    this.close();
  }

  /** What one agent wrote is never shown to another. */
  #forget(): void {
    this.close();
    this.#sent = this.#view = undefined;
    this.#typed = this.name = '';
  }

  #onClosed(): void {
    if (!this.#saving.isRunning) this.#saving.forget();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog: for a view, to give it another name; without one, to keep the open list. */
  async show({ view }: { readonly view?: SavedView } = {}): Promise<void> {
    // What was being saved goes on by itself; the menu tells of its refusal.
    this.#saving.forget();
    if (this.#sent?.isNew && this.#views.some(({ id }) => id === this.#sent?.id)) this.#typed = '';
    this.#sent = undefined;
    this.#view = view;
    this.name = view?.name ?? this.#typed;
    this.problem = null;
    await this.#dialog.show();
    this.input?.select();
  }

  /** Closes the dialog; what is being saved already is saved all the same. */
  close(): void {
    this.#dialog.close();
  }
}

/** Names that nobody could tell apart in the menu. */
function same(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();
}
