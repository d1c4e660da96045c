import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { safely } from '../../base/safe-text.js';
import { SettingsCourse } from '../../base/settings-course.js';
import { renderFoot, renderFrame, renderLate, renderRefused } from '../../base/settings-parts.js';
import { renderUnread, renderVersions } from '../../base/settings-parts.js';
import type { SettingsKey } from '../../base/settings-rules.js';
import { StoreReader } from '../../base/store-reader.js';
import { isAdministrator } from '../../domain/permissions.js';
import type { Template } from '../../domain/templates.js';
import { pathOf } from '../../domain/tree.js';
import { TaskDismissRequest, TemplateRequest } from '../../events/requests.js';
import { renderFields } from './template-fields.js';
import { draftOf, formOf, problemsOf, refusedFields } from './template-form.js';
import type { TemplateField, TemplateForm, TemplateProblems } from './template-form.js';
import { styles } from './template-settings.styles.js';
import { TemplateText } from './template-text.js';

/**
 * Where agents keep their own templates, and administrators those of everybody: made, changed and deleted, with codes that
 * stand for the values of a ticket. What is typed stays until it is saved or discarded, also while another template is
 * looked at.
 *
 * @element template-settings
 * @fires {TemplateRequest} desk-template-request - A template is to be kept or to go. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 */
export class TemplateSettings extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private problems: TemplateProblems = {};
  @state() private said = '';

  #started = false;
  #refused?: Error;
  /** Another object means that the editor is to show the form anew. */
  #shown = {};
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));
  readonly #course = new SettingsCourse<Template, TemplateForm>(this, {
    idOf: ({ templateId }) => templateId,
    formOf,
    read: (hub, signal) => hub.answers.templates(signal),
    save: (taskId, form) => new TemplateRequest(taskId, { save: draftOf(form) }),
    remove: (taskId, { templateId, version }) => new TemplateRequest(taskId, { remove: { templateId, version } }),
    dismiss: (taskId) => new TaskDismissRequest(taskId),
    savedIn: ({ template }) => template,
    onSaved: ({ name }) => (this.said = this.more.templateSettings.saved({ name })),
    onRemoved: ({ name }, wasShown) => this.#onRemoved(name, wasShown),
    onKept: ({ name }, isGone) => {
      const words = this.more.templateSettings;
      this.said = isGone ? words.removedBefore({ name }) : words.kept({ name });
    },
    onTurn: () => this.#onTurn(),
  });
  readonly #text: TemplateText;

  constructor() {
    super();
    const root = (): HTMLElement | DocumentFragment => this.renderRoot;
    this.#text = new TemplateText({
      get renderRoot() {
        return root();
      },
      part: (attachmentId, signal) =>
        this.hub ? this.hub.files.part(attachmentId, signal) : Promise.reject(new Error('There is no hub to ask.')),
      requestUpdate: () => this.requestUpdate(),
      onTyped: (text) => this.#change({ html: text }),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override willUpdate(): void {
    const error = this.#course.saveError;
    if (this.hub && error !== this.#refused) {
      this.problems = { ...this.problems, ...refusedFields(error, this.more.templateSettings) };
    }
    this.#refused = error;
  }

  override updated(): void {
    const words = this.hub && this.more.templateSettings;
    const attributes = { 'aria-label': words?.text ?? '', ...(this.problems.html ? { 'aria-invalid': 'true' } : {}) };
    this.#text.rendered(this.#course.form?.html ?? '', this.#shown, attributes, this.#isLocked);
    this.#course.follow(this.#isShown);
    if (this.#course.list.load.status === 'idle') this.#started = false;
    if (!this.hub || this.#started || (this.layer && !this.#dialog.open)) return;
    this.#started = true;
    void this.updateComplete.then(() => this.#course.read());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const title = this.more.templateSettings.title;
    const { close } = this.texts.common;
    const frame = { layer, language, title, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame({ ...frame, late: this.#renderLate() }, () => this.#renderPanes());
  }

  #renderLate(): TemplateResult | typeof nothing {
    const on = { language: this.language, isShown: this.#isShown, show: () => this.show() };
    return renderLate(this.#course, this.more.templateSettings, this.texts, on);
  }

  get #isShown(): boolean {
    return !this.layer || this.#dialog.open;
  }

  #renderPanes(): TemplateResult {
    const words = this.more.templateSettings;
    const { form } = this.#course;
    return html`<div class="panes">
        <div class="list-pane">
          <div class="list-head">
            <button class="button" type="button" autofocus @click=${this.#onAdd}>${icon('plus')}${words.add}</button>
          </div>
          ${this.#renderLate()} ${this.#renderList()}
        </div>
        ${form ? this.#renderForm(form) : html`<p class="quiet-words">${words.choose}</p>`}
      </div>
      <p class="said" role="status">${this.said}</p>`;
  }

  #renderList(): TemplateResult {
    const words = this.more.templateSettings;
    const { list, added } = this.#course;
    const { value, error } = list;
    if (!value) return renderUnread(error, this.more.templates.failed, this.texts, () => this.#course.read());
    if (value.length === 0 && added.length === 0) return html`<p class="quiet-words">${words.empty}</p>`;
    return html`<ul class="kept" aria-label=${words.label}>
      ${added.map(([key, { name }]) => this.#renderLine(key, name || words.add))}
      ${value.map((one) => this.#renderLine(one.templateId, one.name, one))}
    </ul>`;
  }

  #renderLine(key: SettingsKey, name: string, template?: Template): TemplateResult {
    const words = this.more.templateSettings;
    const type = template && pathOf(this.#tree, template.handlingTypeId);
    return html`<li>
      <button
        class="line"
        type="button"
        aria-current=${key === this.#course.current ? 'true' : nothing}
        @click=${() => this.#course.choose(key)}
      >
        <span class="line-name">${name}</span>
        <span class="about">
          ${this.#course.isChangedAt(key) ? html`<span class="unsaved">${words.unsaved}</span>` : nothing}
          ${template ? html`<span>${template.owner === null ? words.shared : words.own}</span>` : nothing}
          ${type ? html`<span>${type}</span>` : nothing}
          ${template?.code ? html`<span class="code">/${template.code}</span>` : nothing}
          ${template ? html`<span>${this.more.templates.used(template.used)}</span>` : nothing}
        </span>
      </button>
    </li>`;
  }

  #renderForm(form: TemplateForm): TemplateResult {
    const words = this.more.templateSettings;
    const { base } = form;
    const view = {
      more: this.more,
      tree: this.#tree,
      problems: this.problems,
      isAdmin: this.#isAdmin,
      isLocked: this.#isLocked,
      text: this.#text,
      change: (change: Partial<TemplateForm>) => this.#change(change),
    };
    const name = base?.name ?? '';
    const foot = {
      isLocked: this.#isLocked,
      removal: base?.owner === null ? words.removeShared({ name }) : words.removeText({ name }),
      cancel: this.texts.common.cancel,
      ask: (isAsking: boolean) => void this.#ask(isAsking),
    };
    return html`<form class="form" novalidate @submit=${this.#onSubmit}>
      <div class="form-body">
        <h3 class="form-title">${base ? words.editTitle({ name: base.name }) : words.addTitle}</h3>
        ${this.#isLocked ? html`<p class="notice calm">${words.needsAdmin}</p>` : nothing}
        ${renderVersions(this.#course, words, (one) => this.#renderVersion(one), formOf)} ${this.#renderRefusal()}
        ${renderFields(form, view)}
      </div>
      <div class="foot">${renderFoot(this.#course, form, words, foot)}</div>
    </form>`;
  }

  #renderVersion({ name, code, html: text }: TemplateForm): TemplateResult {
    return html`<p>${name} ${code ? html`<span class="code">/${code}</span>` : nothing}</p>
      <div class="message-body" dir="auto">${safely(text, this.more.templates.unsafe, this.hub)}</div>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const words = this.more.templateSettings;
    const { saveError, removeError, theirs } = this.#course;
    const error = saveError ?? removeError;
    if (!error || theirs !== undefined || Object.keys(refusedFields(error, words)).length > 0) return nothing;
    const why = error.kind === 'denied' ? words.needsAdmin : this.texts.errors[error.kind];
    return renderRefused(error, saveError ? words.refused({ why }) : words.notRemoved({ why }), words, this.texts);
  }

  get #tree() {
    return known(this.#settings.value)?.handlingTypes ?? [];
  }

  get #isAdmin(): boolean {
    const agent = known(this.#session.value)?.agent;
    return agent !== undefined && isAdministrator(agent);
  }

  get #isLocked(): boolean {
    return this.#course.form?.base?.owner === null && !this.#isAdmin;
  }

  #change(change: Partial<TemplateForm>): void {
    if (this.#isLocked) return;
    this.#course.change(change);
    const problems: Partial<Record<TemplateField, string>> = { ...this.problems };
    for (const field of Object.keys(change)) delete problems[field as TemplateField];
    this.problems = problems;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { form, isSaving, theirs, list } = this.#course;
    if (!form || this.#isLocked || isSaving || theirs) return;
    this.problems = problemsOf(form, list.value ?? [], this.more.templateSettings);
    const field = (['name', 'code', 'html'] as const).find((one) => this.problems[one]);
    if (field === 'html') this.#text.focus();
    else if (field) this.renderRoot.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
    else this.#course.save();
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
    this.#shown = {};
  }

  #onRemoved(name: string, wasShown: boolean): void {
    this.said = this.more.templateSettings.removed({ name });
    if (wasShown) this.renderRoot.querySelector<HTMLElement>('.list-head > .button')?.focus();
  }

  /** Opens it as a layer, with one of the templates if it is named. What was typed before is still there. */
  async show(templateId?: number): Promise<void> {
    this.layer = true;
    this.#started = false;
    if (templateId !== undefined) this.#course.choose(templateId);
    this.#shown = {};
    await this.#dialog.show();
  }

  /** Closes the layer; what was typed and not saved stays in it. */
  close(): void {
    this.#dialog.close();
  }
}
