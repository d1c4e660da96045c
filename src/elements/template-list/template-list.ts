import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { codeName, withCodeNames } from '../../base/code-name.js';
import { isComposing } from '../../base/composing.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { LateElement } from '../../base/late-element.js';
import { latePart } from '../../base/late-part.js';
import { Loader } from '../../base/loader.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { safely } from '../../base/safe-text.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import type { FilledTemplate, Template } from '../../domain/templates.js';
import { pathOf } from '../../domain/tree.js';
import type { Settings } from '../../domain/types.js';
import { AnswerInsertRequest } from '../../events/requests.js';
import { TemplateInsertNotice } from '../../events/template-insert.js';
import { findTemplates, typeChoices } from './find-templates.js';
import { styles } from './template-list.styles.js';

/**
 * The agent's templates and those of the service, found by typing, read before they are taken, and put into the answer
 * to the open ticket with its values.
 *
 * @element template-list
 * @fires {AnswerInsertRequest} desk-answer-insert-request - A template is to go into the answer. Cancelable.
 * @fires {TemplateInsertNotice} desk-template-insert - A template was put in, with the codes that have no value. Does not bubble.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 * @csspart templates - The list.
 * @csspart preview - The text of the template that is looked at.
 */
export class TemplateList extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private words = '';
  @state() private typeId: number | null = null;
  @state() private active = 0;
  @state() private said = '';
  /** What the agent must know after a template was put in. */
  @state() private missing: TemplateInsertNotice | null = null;
  @query('[role=combobox]') private input!: HTMLInputElement | null;

  #started = false;
  readonly #currentId = new StoreReader(this, (hub) => hub.tickets.$currentId);
  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #templates = new Loader<readonly Template[]>(this);
  readonly #filled = new Loader<FilledTemplate>(this);
  readonly #dialog = new DialogController(this, () => this.#onClosed());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    if (this.#templates.load.status === 'idle') this.#started = false;
    if (!this.hub || this.#started || (this.layer && !this.#dialog.open)) return;
    this.#started = true;
    void this.updateComplete.then(() => this.#read());
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const title = layer ? this.more.templates.title : this.more.templates.label;
    const { close } = this.texts.common;
    const frame = { layer, language, title, close, isOpen: this.#dialog.open, onClose: () => this.close() };
    return renderFrame(frame, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const found = this.#found;
    const active = found[this.active];
    return html`${this.#renderSearch(active)}
      <div class="panes">${this.#renderList(found)} ${this.#renderPreview(active)}</div>
      ${this.#renderTold()}
      <div class="foot">
        <button class="button quiet" type="button" @click=${this.#onManage}>${this.more.templates.manage}</button>
        ${this.#renderInsert(active)}
      </div>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  #renderSearch(active: Template | undefined): TemplateResult {
    const words = this.more.templates;
    return html`<div class="search">
      <span class="words">
        ${icon('search')}
        <input
          class="input"
          role="combobox"
          autofocus
          autocomplete="off"
          aria-label=${words.search}
          placeholder=${words.search}
          aria-expanded="true"
          aria-controls="templates"
          aria-autocomplete="list"
          aria-activedescendant=${active ? `template-${active.templateId}` : nothing}
          .value=${live(this.words)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        />
      </span>
      <span class="select">
        <select class="input" aria-label=${words.type} @change=${this.#onType}>
          <option value="" .selected=${this.typeId === null}>${words.typeAll}</option>
          ${typeChoices(this.#tree, this.#ticketTypeId, words).map(
            ({ id, label }) => html`<option value=${id} .selected=${id === this.typeId}>${label}</option>`,
          )}
        </select>
        ${icon('chevronDown')}
      </span>
    </div>`;
  }

  #renderList(found: readonly Template[]): TemplateResult {
    const words = this.more.templates;
    return html`<div class="list-pane">
      <ul class="templates" part="templates" id="templates" role="listbox" aria-label=${words.label}>
        ${found.map((template, place) => this.#renderTemplate(template, place))}
      </ul>
      ${found.length === 0 ? this.#renderNone() : nothing}
    </div>`;
  }

  #renderNone(): TemplateResult {
    const words = this.more.templates;
    const { value, error } = this.#templates;
    if (value) return html`<p class="quiet-words">${value.length === 0 ? words.empty : words.none}</p>`;
    return renderUnread(error, words.failed, this.texts, () => this.#read());
  }

  /** The keyboard stays in the field; a press of the pointer looks at a template, a second one takes it. */
  #renderTemplate(template: Template, place: number): TemplateResult {
    const words = this.more.templates;
    const { templateId, name, code, owner, used, handlingTypeId } = template;
    const isActive = place === this.active;
    // eslint-disable-next-line lit-a11y/click-events-have-key-events -- keys are those of the field above
    return html`<li
      class="template"
      role="option"
      id=${`template-${templateId}`}
      aria-selected=${isActive ? 'true' : 'false'}
      @click=${() => this.#onPress(place)}
      @dblclick=${() => void this.#insert(template)}
    >
      <span class="name">${name} ${code ? html`<span class="code">/${code}</span>` : nothing}</span>
      <span class="about">
        <span>${owner === null ? words.shared : words.own}</span>
        <span>${pathOf(this.#tree, handlingTypeId) ?? words.typeNone}</span>
        <span>${words.used(used)}</span>
      </span>
    </li>`;
  }

  #renderPreview(active: Template | undefined): TemplateResult {
    const words = this.more.templates;
    if (!active) return html`<div class="preview" part="preview"></div>`;
    const text = withCodeNames(active.html, this.more);
    const label = words.preview({ name: active.name });
    return html`<section class="preview" part="preview" tabindex="0" aria-label=${label}>
      <h3 class="preview-title">${label}</h3>
      <div class="message-body" dir="auto">${safely(text, words.unsafe, this.hub)}</div>
    </section>`;
  }

  #renderTold(): TemplateResult | typeof nothing {
    const words = this.more.templates;
    const { error } = this.#filled;
    const why = error && this.texts.errors[error.kind];
    if (why) return html`<p class="notice told" role="alert">${words.notInserted({ why })}</p>`;
    if (!this.missing) return nothing;
    const codes = this.missing.missing.map((code) => codeName(code, this.more)).join(', ');
    return html`<p class="notice calm told" role="alert">${words.missing({ codes })}</p>`;
  }

  #renderInsert(active: Template | undefined): TemplateResult {
    const words = this.more.templates;
    const isOff = !active || this.#ticketId === null;
    return html`<button
      class="button primary"
      type="button"
      aria-disabled=${isOff ? 'true' : nothing}
      title=${this.#ticketId === null ? words.noTicket : `${words.insert} (Enter)`}
      @click=${() => active && void this.#insert(active)}
    >
      ${this.#filled.isLoading ? words.inserting : words.insert}
    </button>`;
  }

  get #ticketId(): string | null {
    return this.#currentId.value ?? null;
  }

  get #tree(): Settings['handlingTypes'] {
    return known(this.#settings.value)?.handlingTypes ?? [];
  }

  get #ticketTypeId(): number | null {
    return known(this.#current.value)?.handlingTypeId ?? null;
  }

  get #found(): readonly Template[] {
    const search = { words: this.words, typeId: this.typeId, ticketTypeId: this.#ticketTypeId };
    return findTemplates(this.#templates.value ?? [], search, this.#tree);
  }

  #read(): void {
    const { hub } = this;
    if (hub) void this.#templates.start((signal) => hub.answers.templates(signal));
  }

  async #insert(template: Template): Promise<void> {
    const { hub } = this;
    const ticketId = this.#ticketId;
    if (!hub || ticketId === null || this.#filled.isLoading) return;
    this.missing = null;
    const filled = await this.#filled.start((signal) => hub.answers.filled(template.templateId, ticketId, signal));
    if (!filled) return;
    // The layer closes first, so that the keyboard is where the text goes.
    if (this.layer) this.close();
    this.ask(new AnswerInsertRequest(ticketId, filled.html));
    const notice = new TemplateInsertNotice(ticketId, template, filled.missing);
    this.said = this.more.templates.inserted({ name: template.name });
    this.missing = !this.layer && filled.missing.length > 0 ? notice : null;
    this.dispatchEvent(notice);
  }

  readonly #onInput = (event: Event): void => this.#narrow({ words: (event.target as HTMLInputElement).value });

  readonly #onType = ({ target }: Event): void =>
    this.#narrow({ typeId: Number((target as HTMLSelectElement).value) || null });

  #narrow(to: { readonly words: string } | { readonly typeId: number | null }): void {
    Object.assign(this, to, { active: 0 });
    this.said = this.more.templates.found(this.#found.length);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const found = this.#found;
    const last = found.length - 1;
    const target = {
      ArrowDown: this.active < last ? this.active + 1 : 0,
      ArrowUp: this.active > 0 ? this.active - 1 : Math.max(last, 0),
      PageDown: Math.max(Math.min(this.active + 8, last), 0),
      PageUp: Math.max(this.active - 8, 0),
    }[event.key];
    const chosen = found[this.active];
    if (target !== undefined) this.active = target;
    else if (event.key === 'Enter' && chosen) void this.#insert(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #onPress(place: number): void {
    this.active = place;
    this.input?.focus();
  }

  readonly #onManage = async (): Promise<void> => {
    const load = (): Promise<unknown> => import('../template-settings/define.js');
    const settings = await latePart(this, () => lateDialog(this, 'template-settings', load, true));
    settings?.addEventListener('close', () => this.#read(), { once: true });
    await settings?.show(this.#found[this.active]?.templateId);
  };

  #onClosed(): void {
    this.#filled.clear();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens it as a layer. What was looked for before is still there, selected. */
  async show(): Promise<void> {
    this.layer = true;
    this.said = '';
    this.missing = null;
    this.#started = false;
    await this.#dialog.show();
    this.input?.select();
  }

  /** Closes the layer. */
  close(): void {
    this.#dialog.close();
  }
}
