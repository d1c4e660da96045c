import { html, nothing, type TemplateResult } from 'lit';
import { fieldsFor } from '../../domain/field-values.js';
import { fieldName, type FieldDefinition } from '../../domain/fields.js';
import type { Attachment, FieldValue, Language, Settings, Ticket } from '../../domain/types.js';
import { newKey } from '../../util/key.js';
import { AgentGuard } from '../agent-guard.js';
import { isComposing } from '../composing.js';
import { hasFocusElsewhere } from '../dialog.js';
import { inheritedReset } from '../inherited-reset.js';
import { known } from '../known.js';
import { LateElement } from '../late-element.js';
import { StoreReader } from '../store-reader.js';
import { renderField, type ControlHost } from './field-control.js';
import { factOf, filesIn, ownName, valueIn, type FieldEdits, type FieldName, type TicketEdit } from './field-edits.js';
import { fieldFormStyles } from './field-form.styles.js';
import { renderFoot } from './field-foot.js';
import { FieldHints } from './field-hints.js';
import type { KeptEdits } from './kept-edits.js';
import { unfinishedIn } from './moment-value.js';
import { problemText } from './problem-text.js';
import { renderRead } from './read-only.js';
import { renderConflict } from './conflict.js';
import { valueText } from './value-text.js';

/** How often others' changes of other fields are merged without a word before it is told. */
const mostRetries = 3;

/**
 * Fields of the open ticket that an agent fills in and saves together. What is typed stays through everything that
 * happens around it, and is asked about only where somebody else changed the same.
 */
export abstract class FieldForm extends LateElement {
  static override styles = [inheritedReset, ...fieldFormStyles];

  readonly #current = new StoreReader(this, (hub) => hub.tickets.$current);
  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  // Two more: names follow the service's language where the agent's has none, and saves are followed to their end.
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  readonly #tasks = new StoreReader(
    this,
    (hub) => hub.work.$tasks,
    () => this.#follow(),
  );
  readonly #hints = new FieldHints(this, (host) => this.texts.messageBody.linkWarning({ host }));
  protected edits?: FieldEdits;
  #needsChoice = false;
  #focusWrong = false;

  constructor() {
    super();
    new AgentGuard(this, () => {
      this.edits = undefined;
      this.requestUpdate();
    });
  }

  /** Where what is typed is kept. */
  protected abstract readonly kept: KeptEdits;
  protected abstract readonly owner: FieldDefinition['owner'];
  /** Makes the request that saves, or the one that says that a refusal was read. */
  protected abstract editing(ticketId: string, change: TicketEdit, options: { id: string; version: number }): Event;
  protected abstract dismissal(taskId: string): Event;
  /** What stands before the own fields. */
  protected abstract renderFirst(ticket: Ticket): TemplateResult;
  protected abstract readonly heading: string;
  /** Whether its heading is only spoken. */
  protected readonly isQuiet: boolean = false;
  /** Names that are not those of own fields, with what the agent calls them. */
  protected abstract readonly otherNames: ReadonlyMap<FieldName, string>;

  override willUpdate(): void {
    const { ticket } = this;
    if (!this.hub || !ticket) return;
    this.edits = this.kept.of(this.hub, ticket.ticketId);
    this.edits.uploads.onChange = () => this.requestUpdate();
    this.edits.settle(ticket);
    this.#saveAgain(ticket);
  }

  override updated(): void {
    if (!this.#focusWrong) return;
    this.#focusWrong = false;
    const places = '[aria-invalid=true], tree-picker, .conflict .button';
    const all = this.renderRoot.querySelectorAll<HTMLElement & { problem?: string }>(places);
    [...all].find((one) => one.localName !== 'tree-picker' || one.problem)?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { ticket, edits } = this;
    if (!ticket || !edits) return nothing;
    const isRead = this.isLocked && !edits.isDirty;
    return html`<div class="root" lang=${this.language} @keydown=${this.#onKeydown}>
      <section aria-labelledby="title">
        <h3 class="title ${this.isQuiet ? 'visually-hidden' : ''}" id="title">${this.heading}</h3>
        ${
          isRead
            ? renderRead(this.readPairs(ticket), this.texts)
            : html`<div class="grid">
                ${this.renderFirst(ticket)}
                ${this.definitions.map((definition) => renderField(definition, this.controls))}
              </div>`
        }
        ${isRead ? nothing : this.#renderFoot(edits)}
      </section>
    </div>`;
  }

  #renderFoot(edits: FieldEdits): TemplateResult | typeof nothing {
    if (this.definitions.length + this.otherNames.size === 0 && !edits.isDirty) return nothing;
    const { texts, more, isLocked } = this;
    const hasConflicts = this.#conflicts.length > 0;
    return renderFoot(
      { edits, texts, more, isLocked, hasConflicts, needsChoice: this.#needsChoice },
      { save: () => this.#save(), revert: () => this.#revert() },
    );
  }

  protected get ticket(): Ticket | undefined {
    return this.hub && known(this.#current.value);
  }

  protected get settings(): Settings | undefined {
    return known(this.#settings.value);
  }

  protected get isLocked(): boolean {
    return !this.ticket?.actions.includes('edit');
  }

  /** The own fields of the submission type that is chosen. */
  protected get definitions(): readonly FieldDefinition[] {
    const { ticket, edits, settings } = this;
    if (!ticket || !settings) return [];
    const categoryId = edits?.value(ticket, 'categoryId') || null;
    const all = settings.fields.filter(({ owner }) => owner === this.owner);
    return fieldsFor(all, categoryId === null ? null : Number(categoryId));
  }

  get #conflicts(): readonly FieldName[] {
    const { ticket, edits } = this;
    return ticket && edits ? edits.conflicts(ticket) : [];
  }

  protected get serviceLanguage(): Language {
    return known(this.#session.value)?.service.language ?? 'ko';
  }

  /** What the controls of the fields need. */
  protected get controls(): ControlHost {
    const { ticket, edits, hub } = this;
    if (!ticket || !edits || !hub) throw new Error('fields are shown of a ticket alone');
    const language = this.language as Language;
    const files = this.#filesOf(ticket, edits);
    return {
      texts: this.texts,
      more: this.more,
      language,
      serviceLanguage: this.serviceLanguage,
      isLocked: this.isLocked,
      uploads: edits.uploads,
      value: (name) => edits.value(ticket, name),
      set: (name, value) => this.put(name, value),
      problem: (name) => this.problem(name),
      hint: ({ code, hints }) => this.#hints.of(code, hints?.[language] ?? hints?.[this.serviceLanguage]),
      aside: (name, definition) => this.aside(name, definition),
      file: (id) => files.find(({ attachmentId }) => attachmentId === id) ?? edits.uploads.stored(id),
      upload: (name, picked) => edits.uploads.add(hub, name, picked, filesIn(edits.value(ticket, name)).length),
      retry: (id) => edits.uploads.retry(hub, id),
    };
  }

  #filesOf(ticket: Ticket, { uploads }: FieldEdits): readonly Attachment[] {
    return [...(ticket.files ?? []), ...uploads.all];
  }

  protected put(name: FieldName, value: FieldValue): void {
    const { ticket, edits } = this;
    if (!ticket || !edits) return;
    edits.set(ticket, name, value);
    this.requestUpdate();
  }

  protected problem(name: FieldName): string {
    const definition = this.definitions.find(({ code }) => ownName(code) === name);
    return problemText(this.edits?.problems.get(name), { fact: factOf(name), definition }, this.more.fieldForm);
  }

  /** The question whose value counts, where somebody else changed the same. */
  protected aside(name: FieldName, definition?: FieldDefinition): TemplateResult | typeof nothing {
    const { ticket, edits } = this;
    if (!ticket || !edits?.has(name) || !this.#conflicts.includes(name)) return nothing;
    const said = (value: FieldValue) => this.said(name, value, definition);
    return renderConflict(
      said(edits.value(ticket, name)),
      said(valueIn(ticket, name)),
      this.more.fieldForm,
      (whose) => {
        edits.keep(ticket, name, whose);
        this.#needsChoice = false;
        this.requestUpdate();
        this.#toField(name);
      },
    );
  }

  #toField(name: FieldName): void {
    const place = `[data-field='${name}'] :is(.input, input, tree-picker)`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(place)?.focus());
  }

  /** A value in the agent's words. */
  protected said(_name: FieldName, value: FieldValue, definition?: FieldDefinition): string {
    const { ticket, edits } = this;
    const files = ticket && edits ? this.#filesOf(ticket, edits) : [];
    return valueText(definition, value, files, this.texts);
  }

  /** What is told of a ticket whose fields cannot be edited. */
  protected readPairs(ticket: Ticket): readonly (readonly [string, string])[] {
    const own = this.definitions
      .filter(({ type }) => type !== 'caption')
      .map((definition) => {
        const name = ownName(definition.code);
        const label = fieldName(definition, this.language as Language, this.serviceLanguage);
        return [label, this.said(name, valueIn(ticket, name), definition)] as const;
      });
    const others = [...this.otherNames].map(
      ([name, label]) => [label, this.said(name, valueIn(ticket, name))] as const,
    );
    return [...others, ...own];
  }

  #follow(): void {
    const hub = this.#tasks?.hub;
    if (!hub) return;
    for (const edits of this.kept.all(hub)) {
      const isOver = edits.follow(hub.work.$tasks.get());
      // Who writes elsewhere by now is told, and goes on writing there.
      if (isOver && edits === this.edits)
        this.#focusWrong = edits.problems.size > 0 && !hasFocusElsewhere(this.renderRoot);
    }
  }

  #save(): void {
    const { ticket, edits, definitions } = this;
    if (!ticket || !edits?.isDirty || edits.isSaving || this.isLocked || edits.uploads.isUnfinished) return;
    this.#needsChoice = this.#conflicts.length > 0;
    const isFine = edits.check(definitions, unfinishedIn(this.renderRoot));
    this.#focusWrong = !isFine || this.#needsChoice;
    this.requestUpdate();
    if (!this.#focusWrong) this.#send(ticket, edits);
  }

  #send(ticket: Ticket, edits: FieldEdits): void {
    this.#forget(edits);
    const id = newKey();
    // Everything that was written was compared with this version: what is newer, the server compares.
    const { ticketId, version } = ticket;
    const change = edits.begin(id, version, this.definitions);
    if (change && !this.ask(this.editing(ticketId, change, { id, version }))) edits.leave();
    this.requestUpdate();
  }

  /** Refused because others changed something meanwhile; where it was something else, both are kept. */
  #saveAgain(ticket: Ticket): void {
    const { edits } = this;
    const refusal = edits?.refusal;
    if (!edits?.isDirty || refusal?.error.kind !== 'conflict' || ticket.version <= refusal.version) return;
    if (this.#conflicts.length > 0 || edits.retries >= mostRetries) return;
    edits.retries++;
    this.#send(ticket, edits);
  }

  #forget(edits: FieldEdits): void {
    const { refusal } = edits;
    edits.refusal = undefined;
    if (refusal) this.ask(this.dismissal(refusal.taskId));
  }

  #revert(): void {
    const { edits } = this;
    if (!edits) return;
    this.#forget(edits);
    edits.discard();
    this.#needsChoice = false;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.save')?.focus());
  }

  /** What is typed here is no shortcut of the page. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isMod = event.ctrlKey || event.metaKey;
    if (isMod && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 's') {
      event.preventDefault();
      event.stopPropagation();
      if (!isComposing(event)) this.#save();
    } else if (!isMod && !event.altKey && event.key !== 'Tab' && event.key !== 'Escape') event.stopPropagation();
  };
}
