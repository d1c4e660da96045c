import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { renderLateNotice } from '../../base/late-notice.js';
import { NamedTask } from '../../base/named-task.js';
import { fieldLabel, kindOfField, searchableFields, type SearchSource } from '../../base/search-source.js';
import { StoreReader } from '../../base/store-reader.js';
import { PreferencesChangeRequest, RetryRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { drafts, isSame, moved, type ConditionDraft } from './condition-draft.js';
import { renderRows } from './condition-rows.js';
import { styles } from './condition-dialog.styles.js';
import { RowDrag } from './row-drag.js';

/**
 * Decides which conditions the search area offers to the agent, and in which order: fields are chosen from all that
 * can be searched, added, moved by drag or by button, and saved for this agent alone. Where that is refused after the
 * dialog was closed, a notice in its place says so.
 *
 * @element condition-dialog
 * @fires {PreferencesChangeRequest} desk-preferences-change-request - The agent saved. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The fields are to be loaded again. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart notice - The notice of a refusal, while the dialog is closed.
 */
export class ConditionDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private draft: ConditionDraft = { fields: [], isUsual: true };
  @state() private said = '';
  @state() private isKept = false;
  @query('select') private select!: HTMLSelectElement | null;

  #focusNext = '';
  /** What was asked to be saved. */
  #sent?: ConditionDraft;
  // Three, because a field's name is in the language of the session where the agent's is missing.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #preferences = new StoreReader(this, (hub) => hub.preferences.$preferences);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #drag = new RowDrag(
    this,
    (field, to) => this.#move(field, to),
    (field) => this.#sayPlace(field),
  );
  readonly #saving = new NamedTask(
    this,
    () => this.#onSaved(),
    (taskId) => new TaskDismissRequest(taskId),
  );

  /** A row that was moved loses the focus with its place in the document. */
  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.#focusNext) return;
    const next = this.renderRoot.querySelector<HTMLElement>(this.#focusNext);
    this.#focusNext = '';
    next?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return this.#renderLateRefusal();
    const words = this.more.conditionDialog;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form method="dialog" @submit=${this.#onSubmit}>
          <h2 class="dialog-title" id="title">${words.title}</h2>
          <div class="dialog-body">
            <p class="hint">${words.hint}</p>
            ${this.#renderBody()}
            <span class="visually-hidden" role="status">${this.said}</span>
          </div>
          <div class="dialog-foot">${this.#renderButtons()}</div>
        </form>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const load = this.#settings.value;
    if (known(load))
      return html`${this.#renderKept()} ${this.#renderAdd()} ${this.#renderList()} ${this.#renderRefusal()}`;
    if (load?.status !== 'failed') return html`<p role="status">${this.texts.common.loading}</p>`;
    return html`<p class="notice" role="alert">${this.texts.errors[load.error.kind]}</p>`;
  }

  #renderKept(): TemplateResult | typeof nothing {
    if (!this.isKept) return nothing;
    const words = this.more.conditionDialog;
    return html`<p class="notice calm kept">
      ${words.kept} <button class="button" type="button" @click=${this.#onRevert}>${words.revert}</button>
    </p>`;
  }

  #renderAdd(): TemplateResult {
    const words = this.more.conditionDialog;
    const free = this.#free;
    const option = (field: string): TemplateResult =>
      html`<option value=${field}>${fieldLabel(field, this.#source)}</option>`;
    const own = free.filter((field) => field.startsWith('f.'));
    if (free.length === 0) return html`<p class="hint">${words.all}</p>`;
    return html`<div class="add">
      <label class="field">
        <span class="label">${words.field}</span>
        <span class="select">
          <select class="input" autofocus>
            <option value="">${words.choose}</option>
            <optgroup label=${words.ticket}>${free.filter((field) => !field.startsWith('f.')).map(option)}</optgroup>
            ${own.length > 0 ? html`<optgroup label=${words.own}>${own.map(option)}</optgroup>` : nothing}
          </select>
          ${icon('chevronDown')}
        </span>
      </label>
      <button class="button" type="button" @click=${this.#onAdd}>${icon('plus')}${words.add}</button>
    </div>`;
  }

  #renderList(): TemplateResult {
    const words = this.more.conditionDialog;
    const { fields } = this.draft;
    if (fields.length === 0) return html`<p class="none">${words.none}</p>`;
    return renderRows(
      fields.map((field) => ({ field, name: this.#nameOf(field) })),
      words,
      this.#drag,
      { step: (field, to, by) => this.#step(field, to, by), remove: (field, place) => this.#remove(field, place) },
    );
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { error } = this.#saving;
    return error ? html`<p class="notice" role="alert">${this.#renderWhy(error)}</p>` : nothing;
  }

  /** Why the conditions were not saved, and what there is now. */
  #renderWhy({ kind }: DeskError): TemplateResult {
    const { errors, common } = this.texts;
    return html`<span>${errors[kind]}</span>
      <span>${isUncertain(kind) ? common.unknown : this.more.conditionDialog.safe}</span>`;
  }

  #renderLateRefusal(): TemplateResult | typeof nothing {
    const { error, isUnread } = this.#saving;
    if (!error || !isUnread) return nothing;
    const { title } = this.more.conditionDialog;
    const { language } = this;
    const words = { title, said: this.#renderWhy(error), action: title, close: this.texts.common.close, language };
    return renderLateNotice({
      ...words,
      onAction: () => void this.show(),
      onClose: this.#onRead,
    });
  }

  #renderButtons(): TemplateResult {
    const words = this.more.conditionDialog;
    const canReload = this.#settings.value?.status === 'failed' && !known(this.#settings.value);
    const label = canReload ? this.texts.common.retry : this.#saving.isRunning ? words.running : words.submit;
    return html`<button class="button quiet usual" type="button" @click=${this.#onUsual}>${words.usual}</button>
      <button class="button" type="button" @click=${this.close}>${this.texts.common.cancel}</button>
      <button class="button primary" type="submit" aria-disabled=${this.#saving.isRunning ? 'true' : nothing}>
        ${label}
      </button>`;
  }

  get #source(): SearchSource {
    const [session, settings] = [known(this.#session.value), known(this.#settings.value)];
    return { texts: this.texts, more: this.more, language: this.language, session, settings };
  }

  /** The fields as they are saved. */
  get #saved(): ConditionDraft {
    const chosen = known(this.#preferences.value)?.conditions ?? null;
    const fields = chosen ?? known(this.#settings.value)?.conditions ?? [];
    return { fields: fields.filter((field) => field !== 'created'), isUsual: chosen === null };
  }

  /** Fields that are not there yet. The period of creation is always there. */
  get #free(): readonly string[] {
    const taken = new Set([...this.draft.fields, 'created']);
    return searchableFields(known(this.#settings.value)).filter((field) => !taken.has(field));
  }

  #nameOf(field: string): string {
    const isThere = kindOfField(field, known(this.#settings.value)) !== null;
    const name = fieldLabel(field, this.#source);
    return isThere ? name : `${name} (${this.more.conditionDialog.gone})`;
  }

  #edit(fields: readonly string[], isUsual = false): void {
    this.draft = { fields, isUsual };
    if (this.hub) drafts.set(this.hub, isSame(this.draft, this.#saved) ? undefined : this.draft);
  }

  #move(field: string, to: number): void {
    this.#edit(moved(this.draft.fields, field, to));
  }

  #step(field: string, to: number, button: 'up' | 'down'): void {
    this.#move(field, to);
    this.#sayPlace(field);
    this.#focusNext = `[data-field='${field}'] .${button}`;
  }

  #remove(field: string, place: number): void {
    this.#edit(this.draft.fields.filter((one) => one !== field));
    this.said = this.more.conditionDialog.removed({ name: this.#nameOf(field) });
    const next = this.draft.fields[Math.min(place, this.draft.fields.length - 1)];
    this.#focusNext = next ? `[data-field='${next}'] .remove` : 'select';
  }

  #sayPlace(field: string): void {
    const { fields } = this.draft;
    const [place, total] = [fields.indexOf(field) + 1, fields.length];
    this.said = this.more.conditionDialog.at({ name: this.#nameOf(field), place, total });
  }

  readonly #onAdd = (): void => {
    const field = this.select?.value;
    if (!field) {
      this.select?.focus();
      return;
    }
    this.#edit([...this.draft.fields, field]);
    if (this.select) this.select.value = '';
    this.said = this.more.conditionDialog.added({ name: this.#nameOf(field) });
  };

  readonly #onUsual = (): void => {
    const usual = known(this.#settings.value)?.conditions ?? [];
    this.#edit(
      usual.filter((field) => field !== 'created'),
      true,
    );
    this.said = this.more.conditionDialog.reset;
  };

  readonly #onRevert = (): void => {
    this.#edit(this.#saved.fields, this.#saved.isUsual);
    this.isKept = false;
    this.#focusNext = 'select';
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!known(this.#settings.value)) {
      this.ask(new RetryRequest('settings'));
      return;
    }
    if (this.#saving.isRunning) return;
    this.#sent = this.draft;
    const taskId = newKey();
    const change = { conditions: this.draft.isUsual ? null : this.draft.fields };
    // A page that takes the matter over has it.
    if (!this.#saving.start(taskId, new PreferencesChangeRequest(change, taskId))) this.#onSaved();
  };

  #onSaved(): void {
    const isAsSent = this.#sent !== undefined && isSame(this.#sent, this.draft);
    this.#sent = undefined;
    this.requestUpdate();
    // What the agent changed since is not saved yet.
    if (!isAsSent) return;
    if (this.hub) drafts.set(this.hub, undefined);
    this.#dialog.close();
  }

  #onClosed(): void {
    this.said = '';
    if (!this.#saving.isRunning) this.#saving.forget();
    this.dispatchEvent(new Event('close'));
  }

  readonly #onRead = (): void => {
    this.#saving.forget();
    this.requestUpdate();
  };

  /** Opens the dialog. What was changed before and not saved is still changed. */
  async show(): Promise<void> {
    const kept = this.hub && drafts.get(this.hub);
    this.isKept = kept !== undefined && !this.#saving.isRunning;
    this.draft = kept ?? this.#saved;
    await this.#dialog.show();
  }

  /** Closes the dialog; what is being saved already is saved all the same. */
  close(): void {
    this.#dialog.close();
  }
}
