import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import type { SearchSource } from '../../base/search-source.js';
import { SettingsCourse } from '../../base/settings-course.js';
import { renderFoot, renderFrame, renderLate, renderRefused } from '../../base/settings-parts.js';
import { renderUnread, renderVersions } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import { isAdministrator } from '../../domain/permissions.js';
import type { Trigger } from '../../domain/triggers.js';
import { TaskDismissRequest, TriggerRequest } from '../../events/requests.js';
import { renderActions } from './action-rows.js';
import { renderConditions } from './condition-rows.js';
import { renderInput, type FormView } from './form-view.js';
import { draftOf, formOf, problemsOf, refusedFields, type TriggerForm, type TriggerProblems } from './trigger-form.js';
import { TriggerListing } from './trigger-listing.js';
import { TriggerOrder } from './trigger-order.js';
import { renderVersion } from './trigger-version.js';
import { styles } from './trigger-settings.styles.js';

/**
 * Where administrators keep the rules for tickets that come in: which tickets each is about, what it does with them, and
 * in which order they are asked. What is typed stays until it is saved or discarded.
 *
 * @element trigger-settings
 * @fires {TriggerRequest} desk-trigger-request - A trigger is to be kept, to go, or all are to be put in order. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The administrator has read a refusal. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 */
export class TriggerSettings extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private problems: TriggerProblems = {};
  @state() private said = '';

  #started = false;
  #refused?: Error;
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));
  readonly #course = new SettingsCourse<Trigger, TriggerForm>(this, {
    idOf: ({ triggerId }) => triggerId,
    formOf,
    read: (hub, signal) => hub.triggers.all(signal),
    save: (taskId, form) => new TriggerRequest(taskId, { save: draftOf(form) }),
    remove: (taskId, { triggerId, version }) => new TriggerRequest(taskId, { remove: { triggerId, version } }),
    dismiss: (taskId) => new TaskDismissRequest(taskId),
    savedIn: ({ trigger }) => trigger,
    onSaved: ({ name }) => (this.said = this.more.triggerSettings.saved({ name })),
    onRemoved: ({ name }, wasShown) => this.#onRemoved(name, wasShown),
    onKept: ({ name }, isGone) => {
      const words = this.more.triggerSettings;
      this.said = isGone ? words.removedBefore({ name }) : words.kept({ name });
    },
    onTurn: () => this.#onTurn(),
  });
  readonly #listing = new TriggerListing(this, this.#course, (said) => {
    this.said = said(this.more.triggerSettings);
  });
  readonly #order: TriggerOrder;

  constructor() {
    super();
    const words = () => this.more.triggerSettings;
    const root = () => this.renderRoot;
    const updated = () => this.updateComplete;
    this.#order = new TriggerOrder({
      course: this.#course,
      listing: this.#listing,
      get words() {
        return words();
      },
      get renderRoot() {
        return root();
      },
      get updateComplete() {
        return updated();
      },
      requestUpdate: () => this.requestUpdate(),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override willUpdate(): void {
    const error = this.#course.saveError;
    if (this.hub && error !== this.#refused) {
      this.problems = { ...this.problems, ...refusedFields(error, this.more.triggerSettings) };
    }
    this.#refused = error;
    this.#listing.follow();
  }

  override updated(): void {
    this.#course.follow(this.#isShown);
    if (this.#course.list.load.status === 'idle') this.#started = false;
    if (!this.hub || this.#started || (this.layer && !this.#dialog.open) || !this.#isAdmin) return;
    this.#started = true;
    void this.updateComplete.then(() => this.#course.read());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const { title } = this.more.triggerSettings;
    const { close } = this.texts.common;
    const frame = { layer, language, title, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame({ ...frame, late: this.#renderLate() }, () => this.#renderPanes());
  }

  #renderLate(): TemplateResult | typeof nothing {
    const on = { language: this.language, isShown: this.#isShown, show: () => this.show() };
    return renderLate(this.#course, this.more.triggerSettings, this.texts, on);
  }

  get #isShown(): boolean {
    return !this.layer || this.#dialog.open;
  }

  #renderPanes(): TemplateResult {
    const words = this.more.triggerSettings;
    const { form } = this.#course;
    if (known(this.#session.value) && !this.#isAdmin) return html`<p class="quiet-words">${words.denied}</p>`;
    return html`<div class="panes">
        <div class="list-pane">
          <div class="list-head">
            <button class="button" type="button" autofocus @click=${this.#onAdd}>${icon('plus')}${words.add}</button>
            <p>${words.order}</p>
          </div>
          ${this.#renderLate()} ${this.#listing.render(this.texts, words)} ${this.#renderList()}
        </div>
        ${form ? this.#renderForm(form) : html`<p class="quiet-words">${words.choose}</p>`}
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderList(): TemplateResult {
    const words = this.more.triggerSettings;
    const { list, added } = this.#course;
    if (!list.value) return renderUnread(list.error, words.failed, this.texts, () => this.#course.read());
    if (list.value.length === 0 && added.length === 0) return html`<p class="quiet-words">${words.empty}</p>`;
    return this.#order.render();
  }

  #renderForm(form: TriggerForm): TemplateResult {
    const words = this.more.triggerSettings;
    const view: FormView = {
      source: this.#source,
      problems: this.problems,
      change: (change) => this.#change(change),
    };
    const onName = (name: string): void => this.#change({ name });
    const foot = {
      isLocked: false,
      removal: words.removeText({ name: form.base?.name ?? '' }),
      cancel: this.texts.common.cancel,
      ask: (isAsking: boolean) => void this.#ask(isAsking),
    };
    return html`<form class="form" novalidate @submit=${this.#onSubmit}>
      <div class="form-body">
        <h3 class="form-title">${form.base ? words.editTitle({ name: form.base.name }) : words.addTitle}</h3>
        ${renderVersions(this.#course, words, (one) => renderVersion(one, this.#source), formOf)}
        ${this.#renderRefusal()}
        ${renderInput({ label: words.name, place: 'name', value: form.name, view, onInput: onName })}
        <label class="check">
          <input
            type="checkbox"
            .checked=${form.active}
            @change=${(event: Event) => this.#change({ active: (event.target as HTMLInputElement).checked })}
          />
          <span>${words.active}</span>
        </label>
        ${renderConditions(form, view)} ${renderActions(form, view)}
      </div>
      <div class="foot">${renderFoot(this.#course, form, words, foot)}</div>
    </form>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const words = this.more.triggerSettings;
    const { saveError, removeError, theirs } = this.#course;
    const error = saveError ?? removeError;
    if (!error || theirs !== undefined || Object.keys(refusedFields(error, words)).length > 0) return nothing;
    const why = error.kind === 'denied' ? words.denied : this.texts.errors[error.kind];
    return renderRefused(error, saveError ? words.refused({ why }) : words.notRemoved({ why }), words, this.texts);
  }

  get #source(): SearchSource {
    const { texts, more, language } = this;
    return { texts, more, language, session: known(this.#session.value), settings: known(this.#settings.value) };
  }

  get #isAdmin(): boolean {
    const agent = known(this.#session.value)?.agent;
    return agent !== undefined && isAdministrator(agent);
  }

  #change(change: Partial<TriggerForm>): void {
    this.#course.change(change);
    if (change.conditions) void this.#keepKeyboard('.add-condition');
    else if (change.actions) void this.#keepKeyboard('.add-action');
    const fields = Object.keys(change);
    // Of a list that changed, places count anew.
    const stays = (place: string): boolean => !fields.some((field) => place === field || place.startsWith(`${field}.`));
    this.problems = Object.fromEntries(Object.entries(this.problems).filter(([place]) => stays(place)));
  }

  /** A row that is taken away takes the button along that had the keyboard. */
  async #keepKeyboard(next: string): Promise<void> {
    const had = this.shadowRoot?.activeElement;
    await this.updateComplete;
    if (had && !had.isConnected) this.renderRoot.querySelector<HTMLElement>(next)?.focus();
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { form, isSaving, theirs } = this.#course;
    if (!form || isSaving || theirs) return;
    this.problems = problemsOf(form, this.more.triggerSettings);
    if (Object.keys(this.problems).length === 0) return this.#course.save();
    await this.updateComplete;
    const places = '.form [aria-invalid], .form choice-picker, .form .add-action';
    const all = this.renderRoot.querySelectorAll<HTMLElement & { problem?: string }>(places);
    const isWrong = (one: HTMLElement & { problem?: string }): boolean =>
      one.localName === 'choice-picker'
        ? Boolean(one.problem)
        : one.localName !== 'button' || 'actions' in this.problems;
    [...all].find(isWrong)?.focus();
  };

  readonly #onAdd = async (): Promise<void> => {
    this.#course.choose('new');
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[name=name]')?.focus();
  };

  /** The keyboard goes with the question, and back. */
  async #ask(isAsking: boolean): Promise<void> {
    this.#course.isAsking = isAsking;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(isAsking ? '.confirm' : '.remove')?.focus();
  }

  #onTurn(): void {
    this.problems = {};
    this.said = '';
  }

  #onRemoved(name: string, wasShown: boolean): void {
    this.said = this.more.triggerSettings.removed({ name });
    if (wasShown) this.renderRoot.querySelector<HTMLElement>('.list-head > .button')?.focus();
  }

  /** Opens it as a layer. What was typed before is still there. */
  async show(): Promise<void> {
    this.layer = true;
    this.#started = false;
    await this.#dialog.show();
  }

  /** Closes the layer; what was typed and not saved stays in it. */
  close(): void {
    this.#dialog.close();
  }
}
