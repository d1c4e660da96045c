import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { codeName } from '../../base/code-name.js';
import { isUncertain } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { icon, type IconName } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { Loader } from '../../base/loader.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { NamedTask } from '../../base/named-task.js';
import { safely } from '../../base/safe-text.js';
import { StoreReader } from '../../base/store-reader.js';
import { isAdministrator } from '../../domain/permissions.js';
import { replacementCodes, templateLimits, type ReplacementCode, type Template } from '../../domain/templates.js';
import { inTreeOrder, pathOf } from '../../domain/tree.js';
import { TaskDismissRequest, TemplateRequest } from '../../events/requests.js';
import { toolKeys, type Tool } from '../../editor/tools.js';
import { newKey } from '../../util/key.js';
import {
  draftOf,
  formOf,
  isChanged,
  problemsOf,
  refusedFields,
  type TemplateField,
  type TemplateForm,
  type TemplateProblems,
} from './template-form.js';
import { styles } from './template-settings.styles.js';
import { TemplateText } from './template-text.js';

type Key = number | 'new';

const tools: readonly (Tool & IconName)[] = ['bold', 'italic', 'underline', 'bullets', 'numbers', 'undo', 'redo'];

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
// One screen with one state: longer than most, as every part of it is about the same form.
export class TemplateSettings extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private current: Key | null = null;
  @state() private problems: TemplateProblems = {};
  @state() private said = '';
  @state() private isAsking = false;
  /** What is saved by now, where somebody else changed it meanwhile; null where it is gone. */
  @state() private theirs?: Template | null;

  #started = false;
  /** Everything that was typed and not saved, by template. */
  readonly #forms = new Map<Key, TemplateForm>();
  #sent?: { readonly key: Key; readonly id: string; readonly form: TemplateForm };
  #before: ReadonlySet<number> = new Set();
  /** Another object means that the editor is to show the form anew. */
  #shown = {};
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #templates = new Loader<readonly Template[]>(this);
  readonly #dialog = new DialogController(this, () => void this.dispatchEvent(new Event('close')));
  readonly #saving = new NamedTask(
    this,
    () => void this.#onSaved(),
    (taskId) => new TaskDismissRequest(taskId),
  );
  readonly #removing = new NamedTask(
    this,
    () => void this.#onRemoved(),
    (taskId) => new TaskDismissRequest(taskId),
  );
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
    new AgentGuard(this, () => this.#forget());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override updated(): void {
    const form = this.#form;
    const words = this.hub && this.more.templateSettings;
    const attributes = { 'aria-label': words?.text ?? '', ...(this.problems.html ? { 'aria-invalid': 'true' } : {}) };
    this.#text.rendered(form?.html ?? '', this.#shown, attributes, this.#isLocked);
    const { error } = this.#saving;
    if (error?.kind === 'conflict' && this.theirs === undefined && !this.#templates.isLoading) void this.#compare();
    if (!this.hub || this.#started || (this.layer && !this.#dialog.open)) return;
    this.#started = true;
    void this.#read();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const words = this.more.templateSettings;
    if (!this.layer) {
      return html`<section class="root" lang=${this.language} aria-label=${words.title}>
        ${this.#renderPanes()}
      </section>`;
    }
    if (!this.#dialog.open) return nothing;
    const { close } = this.texts.common;
    return html`<div class="root layer" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <div class="head">
          <h2 class="dialog-title" id="title">${words.title}</h2>
          <button class="button quiet" type="button" aria-label=${close} title="${close} (Esc)" @click=${this.close}>
            ${icon('close')}
          </button>
        </div>
        ${this.#renderPanes()}
      </dialog>
    </div>`;
  }

  #renderPanes(): TemplateResult {
    const words = this.more.templateSettings;
    const form = this.#form;
    return html`<div class="panes">
        <div class="list-pane">
          <div class="list-head">
            <button class="button" type="button" autofocus @click=${() => this.#choose('new')}>
              ${icon('plus')}${words.add}
            </button>
          </div>
          ${this.#renderList()}
        </div>
        ${form ? this.#renderForm(form) : html`<p class="quiet-words">${words.choose}</p>`}
      </div>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  #renderList(): TemplateResult {
    const words = this.more.templateSettings;
    const { value, error } = this.#templates;
    if (!value && error) {
      return html`<div class="quiet-words" role="alert">
        ${this.more.templates.failed} ${this.texts.errors[error.kind]}
        <div><button class="button" type="button" @click=${this.#read}>${this.texts.common.retry}</button></div>
      </div>`;
    }
    if (!value) return html`<p class="quiet-words" role="status">${this.texts.common.loading}</p>`;
    const added = this.#forms.get('new');
    const isEmpty = value.length === 0 && !added;
    return html`<ul class="kept" aria-label=${words.label}>
        ${added ? this.#renderLine('new', added.name || words.add, added) : nothing}
        ${value.map((one) => this.#renderLine(one.templateId, one.name, this.#forms.get(one.templateId), one))}
      </ul>
      ${isEmpty ? html`<p class="quiet-words">${words.empty}</p>` : nothing}`;
  }

  #renderLine(key: Key, name: string, form: TemplateForm | undefined, template?: Template): TemplateResult {
    const words = this.more.templateSettings;
    const type = template && pathOf(this.#tree, template.handlingTypeId);
    return html`<li>
      <button
        class="line"
        type="button"
        aria-current=${key === this.current ? 'true' : nothing}
        @click=${() => this.#choose(key)}
      >
        <span class="line-name">${name}</span>
        <span class="about">
          ${form && isChanged(form) ? html`<span class="unsaved">${words.unsaved}</span>` : nothing}
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
    return html`<form class="form" novalidate @submit=${this.#onSubmit}>
      <div class="form-body">
        <h3 class="form-title">${base ? words.editTitle({ name: base.name }) : words.addTitle}</h3>
        ${this.#isLocked ? html`<p class="notice calm">${words.needsAdmin}</p>` : nothing} ${this.#renderConflict(form)}
        ${this.#renderRefusal()} ${this.#renderName(form)} ${this.#renderSort(form)} ${this.#renderText(form)}
      </div>
      <div class="foot">${this.#renderFoot(form)}</div>
    </form>`;
  }

  #renderName(form: TemplateForm): TemplateResult {
    const words = this.more.templateSettings;
    const line = (field: 'name' | 'code', label: string, hint: string): TemplateResult => {
      const problem = this.problems[field];
      return html`<label class="field">
        <span class="label">${label}</span>
        <input
          class="input"
          name=${field}
          autocomplete="off"
          ?readonly=${this.#isLocked}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${`about-${field}`}
          .value=${live(form[field])}
          @input=${(event: Event) => this.#change({ [field]: (event.target as HTMLInputElement).value })}
        />
        <span id=${`about-${field}`} class=${problem ? 'problem' : 'hint'} role=${problem ? 'alert' : nothing}
          >${problem ?? hint}</span
        >
      </label>`;
    };
    return html`${line('name', words.name, '')} ${line('code', words.code, words.codeHint(templateLimits.code))}`;
  }

  #renderSort(form: TemplateForm): TemplateResult {
    const words = this.more.templateSettings;
    const whose = (shared: boolean, label: string, hint: string): TemplateResult =>
      html`<label class="check">
        <input
          type="radio"
          name="whose"
          ?disabled=${this.#isLocked || (shared && !this.#isAdmin)}
          .checked=${live(form.shared === shared)}
          @change=${() => this.#change({ shared })}
        />
        <span>${label} <span class="hint">${hint}</span></span>
      </label>`;
    const onType = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      this.#change({ handlingTypeId: value ? Number(value) : null });
    };
    return html`<div class="pair">
      <label class="field">
        <span class="label">${words.type}</span>
        <span class="select">
          <select class="input" ?disabled=${this.#isLocked} @change=${onType}>
            <option value="" .selected=${form.handlingTypeId === null}>${words.typeAny}</option>
            ${inTreeOrder(this.#tree).map(
              ({ id }) =>
                html`<option value=${id} .selected=${id === form.handlingTypeId}>${pathOf(this.#tree, id)}</option>`,
            )}
          </select>
          ${icon('chevronDown')}
        </span>
      </label>
      <fieldset class="field">
        <legend class="label">${words.whose}</legend>
        ${whose(false, words.own, words.ownHint)} ${whose(true, words.shared, words.sharedHint)}
      </fieldset>
    </div>`;
  }

  #renderText(form: TemplateForm): TemplateResult {
    const words = this.more.templateSettings;
    const { hasFailed } = this.#text;
    const problem = this.problems.html;
    const onSource = (event: Event): void => this.#change({ html: (event.target as HTMLTextAreaElement).value });
    return html`<div class="field">
        <span class="label">${words.text}</span>
        ${
          hasFailed
            ? html`<p class="hint">${words.plain}</p>
                <textarea
                  class="input source"
                  rows="8"
                  aria-label=${words.text}
                  ?readonly=${this.#isLocked}
                  .value=${live(form.html)}
                  @input=${onSource}
                ></textarea>`
            : html`<div>
                ${this.#renderTools()}
                <div class="rich" @keydown=${this.#onTextKey}></div>
              </div>`
        }
        ${problem ? html`<span class="problem" role="alert">${problem}</span>` : nothing}
      </div>
      <fieldset class="field">
        <legend class="label">${words.codes}</legend>
        <p class="hint">${words.codesHint}</p>
        <div class="codes">${replacementCodes.map((code) => this.#renderCode(code))}</div>
      </fieldset>`;
  }

  #renderTools(): TemplateResult {
    const words = this.more.answerTools;
    const held = this.#text.editor?.tools;
    return html`<div class="toolbar" role="group" aria-label=${words.label}>
      ${tools.map(
        (tool) =>
          html`<button
            type="button"
            class="button quiet tool"
            aria-label=${words[tool]}
            title=${words[tool]}
            aria-pressed=${tool === 'undo' || tool === 'redo' ? nothing : String(held?.on.has(tool) ?? false)}
            aria-keyshortcuts=${toolKeys[tool].replace('Mod', 'Control')}
            aria-disabled=${this.#isLocked || held?.off.has(tool) ? 'true' : nothing}
            @mousedown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#isLocked || this.#text.editor?.run(tool)}
          >
            ${icon(tool)}
          </button>`,
      )}
    </div>`;
  }

  #renderCode(code: ReplacementCode): TemplateResult {
    return html`<button
      type="button"
      class="button"
      title=${`{{${code}}}`}
      aria-disabled=${this.#isLocked ? 'true' : nothing}
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#isLocked || this.#text.insert(`{{${code}}}`)}
    >
      ${codeName(code, this.more)}
    </button>`;
  }

  /** Both texts, and the choice between them. */
  #renderConflict(form: TemplateForm): TemplateResult | typeof nothing {
    const words = this.more.templateSettings;
    const { theirs } = this;
    if (theirs === undefined) return nothing;
    if (theirs === null) return html`<p class="notice calm" role="alert">${words.gone}</p>`;
    const column = (title: string, one: TemplateForm, label: string, act: () => void): TemplateResult =>
      html`<div class="version">
        <h4>${title}</h4>
        <p>${one.name} ${one.code ? html`<span class="code">/${one.code}</span>` : nothing}</p>
        <div class="message-body" dir="auto">${safely(one.html, this.more.templates.unsafe)}</div>
        <button type="button" class="button" @click=${act}>${label}</button>
      </div>`;
    return html`<div class="notice calm" role="alert">
      <span>${words.conflictTitle}</span><span>${words.conflictText}</span>
      <div class="versions">
        ${column(words.mine, form, words.keepMine, () => this.#keep({ ...form, base: theirs }, true))}
        ${column(words.theirs, formOf(theirs), words.keepTheirs, () => this.#keep(formOf(theirs), false))}
      </div>
    </div>`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const words = this.more.templateSettings;
    const error = this.#saving.error ?? this.#removing.error;
    if (!error || this.theirs !== undefined || error.kind === 'conflict') return nothing;
    if (Object.keys(refusedFields(error, words)).length > 0) return nothing;
    const why = error.kind === 'denied' ? words.needsAdmin : this.texts.errors[error.kind];
    const said = this.#saving.error ? words.refused({ why }) : words.notRemoved({ why });
    return html`<p class="notice" role="alert">
      <span>${said}</span><span>${isUncertain(error.kind) ? this.texts.common.unknown : words.safe}</span>
    </p>`;
  }

  #renderFoot(form: TemplateForm): TemplateResult {
    const words = this.more.templateSettings;
    const { common } = this.texts;
    const { base } = form;
    if (this.isAsking && base) {
      const said = base.owner === null ? words.removeShared : words.removeText;
      return html`<p class="notice ask" role="alert">${said({ name: base.name })}</p>
        <button class="button" type="button" @click=${() => (this.isAsking = false)}>${common.cancel}</button>
        <button class="button danger confirm" type="button" @click=${() => this.#remove(base)}>
          ${words.removeSubmit}
        </button>`;
    }
    return html`${
        base && !this.#isLocked
          ? html`<button class="button quiet start" type="button" @click=${this.#onAsk}>
              ${icon('trash')}${words.remove}
            </button>`
          : nothing
      }
      ${
        isChanged(form)
          ? html`<button class="button" type="button" @click=${this.#onDiscard}>${words.discard}</button>`
          : nothing
      }
      <button
        class="button primary"
        type="submit"
        aria-disabled=${this.#isLocked || this.#saving.isRunning || this.theirs ? 'true' : nothing}
      >
        ${this.#saving.isRunning ? words.running : words.submit}
      </button>`;
  }

  get #tree() {
    return known(this.#settings.value)?.handlingTypes ?? [];
  }

  get #isAdmin(): boolean {
    const agent = known(this.#session.value)?.agent;
    return agent !== undefined && isAdministrator(agent);
  }

  get #isLocked(): boolean {
    return this.#form?.base?.owner === null && !this.#isAdmin;
  }

  get #form(): TemplateForm | undefined {
    if (this.current === null) return undefined;
    const own = this.#forms.get(this.current);
    if (own || this.current === 'new') return own ?? formOf(null);
    const template = this.#templates.value?.find(({ templateId }) => templateId === this.current);
    return template && formOf(template);
  }

  readonly #read = async (): Promise<void> => {
    const { hub } = this;
    if (hub) await this.#templates.start((signal) => hub.answers.templates(signal));
  };

  #choose(key: Key): void {
    if (key === this.current) return;
    this.#leave();
    this.current = key;
  }

  /** Nothing that was told about one template is told of another. */
  #leave(): void {
    if (!this.#saving.isRunning) this.#saving.forget();
    if (!this.#removing.isRunning) this.#removing.forget();
    this.theirs = undefined;
    this.problems = {};
    this.isAsking = false;
    this.said = '';
    this.#shown = {};
  }

  #change(change: Partial<TemplateForm>): void {
    const form = this.#form;
    if (!form || this.current === null || this.#isLocked) return;
    this.#forms.set(this.current, { ...form, ...change });
    const fields = Object.keys(change) as TemplateField[];
    this.problems = Object.fromEntries(
      Object.entries(this.problems).filter(([field]) => !fields.includes(field as TemplateField)),
    );
    this.requestUpdate();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const form = this.#form;
    if (!form || this.current === null || this.#isLocked || this.#saving.isRunning || this.theirs) return;
    this.problems = problemsOf(form, this.#templates.value ?? [], this.more.templateSettings);
    if (Object.keys(this.problems).length > 0) return this.#focusProblem();
    this.#save(form, this.current);
  };

  /** The same text under the same name, so that it is not kept twice where the first answer was lost. */
  #save(form: TemplateForm, key: Key): void {
    const again = this.#sent;
    const isSame = again?.key === key && JSON.stringify(again.form) === JSON.stringify(form);
    const error = this.#saving.error;
    const id = isSame && error && isUncertain(error.kind) ? again.id : newKey();
    this.#sent = { key, id, form };
    this.#before = new Set(this.#templates.value?.map(({ templateId }) => templateId));
    this.#saving.start(id, new TemplateRequest(id, { save: draftOf(form) }));
  }

  #focusProblem(): void {
    if (this.problems.name) this.renderRoot.querySelector<HTMLElement>('[name=name]')?.focus();
    else if (this.problems.code) this.renderRoot.querySelector<HTMLElement>('[name=code]')?.focus();
    else this.#text.focus();
  }

  override willUpdate(): void {
    if (!this.hub) return;
    const refused = refusedFields(this.#saving.error, this.more.templateSettings);
    if (this.#saving.error !== this.#refused) this.problems = { ...this.problems, ...refused };
    this.#refused = this.#saving.error;
  }

  #refused?: Error;

  async #onSaved(): Promise<void> {
    const sent = this.#sent;
    this.#sent = undefined;
    if (!sent) return;
    const former = this.#forms.get(sent.key);
    if (JSON.stringify(former ?? sent.form) === JSON.stringify(sent.form)) this.#forms.delete(sent.key);
    await this.#read();
    const name = draftOf(sent.form).name;
    const made = this.#templates.value?.find((one) => !this.#before.has(one.templateId) && one.name === name);
    if (sent.key === 'new' && made && this.current === 'new') this.current = made.templateId;
    // What was typed since is based on what was saved now.
    const saved = this.#templates.value?.find(({ templateId }) => templateId === sent.key);
    const left = this.#forms.get(sent.key);
    if (left && saved) this.#forms.set(sent.key, { ...left, base: saved });
    else this.#shown = {};
    this.problems = {};
    this.said = this.more.templateSettings.saved({ name });
  }

  /** Somebody else changed it: what is saved now stands beside what was typed. */
  async #compare(): Promise<void> {
    const key = this.current;
    const form = this.#form;
    if (key === null || !form) return;
    // Kept before the list is read anew, so that it stays based on what the agent saw.
    this.#forms.set(key, form);
    await this.#read();
    if (key !== this.current || this.#templates.error) return;
    this.theirs = this.#templates.value?.find(({ templateId }) => templateId === key) ?? null;
    if (this.theirs !== null) return;
    this.#forms.delete(key);
    this.#forms.set('new', { ...form, base: null });
    this.#saving.forget();
    this.current = 'new';
  }

  #keep(form: TemplateForm, isMine: boolean): void {
    const key = this.current;
    if (key === null) return;
    this.#saving.forget();
    this.theirs = undefined;
    if (isMine) this.#forms.set(key, form);
    else this.#forms.delete(key);
    this.#shown = {};
    if (isMine) this.#save(form, key);
    this.requestUpdate();
  }

  readonly #onDiscard = (): void => {
    if (this.current === null) return;
    this.#forms.delete(this.current);
    this.#leave();
    if (this.current === 'new') this.current = null;
    this.requestUpdate();
  };

  readonly #onAsk = async (): Promise<void> => {
    this.isAsking = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.confirm')?.focus();
  };

  #remove({ templateId, version }: Template): void {
    this.isAsking = false;
    const id = newKey();
    this.#removing.start(id, new TemplateRequest(id, { remove: { templateId, version } }));
  }

  async #onRemoved(): Promise<void> {
    const name = this.#form?.base?.name ?? '';
    if (this.current !== null) this.#forms.delete(this.current);
    this.#leave();
    this.current = null;
    await this.#read();
    this.said = this.more.templateSettings.removed({ name });
    this.renderRoot.querySelector<HTMLElement>('.list-head > .button')?.focus();
  }

  /** What is typed into the text is no key of the page. */
  readonly #onTextKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
  };

  /** What one agent wrote is never shown to another. */
  #forget(): void {
    this.#forms.clear();
    this.#leave();
    this.current = null;
    this.#sent = undefined;
    this.close();
  }

  /** Opens it as a layer, with one of the templates if it is named. What was typed before is still there. */
  async show(templateId?: number): Promise<void> {
    this.layer = true;
    this.#started = false;
    if (templateId !== undefined) this.#choose(templateId);
    this.#shown = {};
    await this.#dialog.show();
  }

  /** Closes the layer; what was typed and not saved stays in it. */
  close(): void {
    this.#dialog.close();
  }
}
