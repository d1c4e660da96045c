import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { isComposing } from '../../base/composing.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { keepInSight } from '../../base/keep-in-sight.js';
import { known } from '../../base/known.js';
import { lateDialog } from '../../base/late-dialog.js';
import { LateElement } from '../../base/late-element.js';
import { latePart } from '../../base/late-part.js';
import { Loader } from '../../base/loader.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { StoreReader } from '../../base/store-reader.js';
import type { FilledTemplate, Template } from '../../domain/templates.js';
import type { Settings } from '../../domain/types.js';
import { AnswerInsertRequest } from '../../events/requests.js';
import { TemplateInsertNotice } from '../../events/template-insert.js';
import { findTemplates, typeChoices } from './find-templates.js';
import { placeAfter, renderPanes, renderTemplate, renderTold, type LineView } from './list-parts.js';
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
  @state() private activeId: number | null = null;
  @state() private said = '';
  /** What the agent must know after a template was put in. */
  @state() private missing: TemplateInsertNotice | null = null;
  @query('[role=combobox]') private input!: HTMLInputElement | null;

  #started = false;
  #ticket: string | null = null;
  #isLed = false;
  readonly #currentId = new StoreReader(this, (hub) => hub.tickets.$currentId);
  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #templates = new Loader<readonly Template[]>(this);
  readonly #filled = new Loader<FilledTemplate>(this);
  readonly #dialog = new DialogController(this, () => this.#onClosed());

  constructor() {
    super();
    new AgentGuard(this, () => {
      this.words = '';
      this.typeId = null;
      this.#startOver();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#started = false;
  }

  override willUpdate(): void {
    // What was told, and what is on its way, is about the ticket before.
    if (this.#ticket !== this.#ticketId) this.#startOver();
    this.#ticket = this.#ticketId;
    const found = this.hub ? this.#found : [];
    if (!found.some(({ templateId }) => templateId === this.activeId)) this.activeId = found[0]?.templateId ?? null;
  }

  #startOver(): void {
    this.#filled.clear();
    this.missing = this.activeId = null;
    this.said = '';
  }

  override updated(): void {
    if (this.#isLed)
      keepInSight(this.renderRoot.querySelector('.templates'), this.renderRoot.querySelector('[aria-selected=true]'));
    this.#isLed = false;
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
    const active = this.#active;
    if (this.#templates.error?.kind === 'denied' && !this.#templates.value) return this.#renderNone();
    return html`${this.#renderSearch(active)} ${renderPanes(this.#renderList(found), active, this.more, this.hub)}
      ${renderTold(this.#filled.error, this.missing?.missing, this.texts, this.more)}
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
          ?autofocus=${this.layer}
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
    const line: LineView = {
      words,
      tree: this.#tree,
      look: ({ templateId }) => this.#look(templateId),
      insert: (template) => void this.#insert(template),
    };
    return html`<div class="list-pane">
      <ul class="templates" part="templates" id="templates" role="listbox" aria-label=${words.label}>
        ${found.map((template) => renderTemplate(template, template.templateId === this.activeId, line))}
      </ul>
      ${found.length === 0 ? this.#renderNone() : nothing}
    </div>`;
  }

  #renderNone(): TemplateResult {
    const words = this.more.templates;
    const { value, error } = this.#templates;
    if (value) return html`<p class="quiet-words">${value.length === 0 ? words.empty : words.none}</p>`;
    return renderUnread(error, words.failed, this.texts, () => this.#read(), words.denied);
  }

  #renderInsert(active: Template | undefined): TemplateResult {
    const words = this.more.templates;
    const why = this.#ticketId === null ? words.noTicket : this.#isLocked ? words.locked : '';
    return html`<button
      class="button primary"
      type="button"
      aria-disabled=${!active || why ? 'true' : nothing}
      title=${why || `${words.insert} (Enter)`}
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

  get #active(): Template | undefined {
    return this.#found.find(({ templateId }) => templateId === this.activeId);
  }

  /** Whether the open ticket takes no answer. */
  get #isLocked(): boolean {
    return known(this.#current.value)?.actions.includes('comment') === false;
  }

  #read(): void {
    const { hub } = this;
    if (hub) void this.#templates.start((signal) => hub.answers.templates(signal));
  }

  async #insert(template: Template): Promise<void> {
    const { hub } = this;
    const ticketId = this.#ticketId;
    if (!hub || ticketId === null || this.#isLocked || this.#filled.isLoading) return;
    this.missing = null;
    const filled = await this.#filled.start((signal) => hub.answers.filled(template.templateId, ticketId, signal));
    if (!filled || this.#isLocked) return;
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
    Object.assign(this, to, { activeId: null });
    this.#isLed = true;
    this.said = this.more.templates.found(this.#found.length);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const found = this.#found;
    const place = Math.max(
      found.findIndex(({ templateId }) => templateId === this.activeId),
      0,
    );
    const target = placeAfter(event.key, place, found.length);
    const chosen = found[place];
    if (target !== undefined) {
      this.activeId = found[target]?.templateId ?? null;
      this.#isLed = true;
    } else if (event.key === 'Enter' && chosen) void this.#insert(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #look(templateId: number): void {
    this.activeId = templateId;
    this.input?.focus();
  }

  readonly #onManage = async (): Promise<void> => {
    const load = (): Promise<unknown> => import('../template-settings/define.js');
    const settings = await latePart(this, () => lateDialog(this, 'template-settings', load, true));
    settings?.addEventListener('close', () => this.#read(), { once: true });
    await settings?.show(this.activeId ?? undefined);
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
