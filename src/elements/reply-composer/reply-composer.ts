import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { DeskElement } from '../../base/desk-element.js';
import { DialogController } from '../../base/dialog.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import type { FieldValue, Reason, Ticket } from '../../domain/types.js';
import * as requests from '../../events/requests.js';
import { textToHtml } from '../../util/text-html.js';
import { isProcessKey, isTyping } from './composer-keys.js';
import { ComposerSource } from './composer-source.js';
import { renderConflict, renderConfirmation, renderDraftState, renderRefusal } from './composer-parts.js';
import { DraftSync } from './draft-sync.js';
import { draftText } from './draft-text.js';
import { choices, effectiveChoice, isAnswer, isAway, mailNotice, missingOf, placeholderOf } from './process-choice.js';
import { whyLimited, type Choice, type Missing } from './process-choice.js';
import { renderControls } from './process-controls.js';
import { ProcessCourse } from './process-course.js';
import { styles } from './reply-composer.styles.js';

/**
 * Where the agent writes: a plain editor whose text is kept as a draft, the way to process the ticket, and the button
 * that does it. The text stays through refusals, live changes, reloads and moves of the element.
 *
 * @element reply-composer
 * @fires {DraftChangeRequest} desk-draft-change-request - The text changed and is to be kept. Cancelable.
 * @fires {DraftChooseRequest} desk-draft-choose-request - One of two windows' drafts was chosen. Cancelable.
 * @fires {TicketProcessRequest} desk-ticket-process-request - The agent pressed Process. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - A draft that could not be kept is to be tried again. Cancelable.
 * @fires {Event} change - The text was changed and left, as a native field says it.
 * @csspart editor - The text field.
 * @csspart process - The Process button.
 * @cssstate running - While the ticket is being processed.
 */
export class ReplyComposer extends DeskElement {
  static override styles = [inheritedReset, styles];
  static readonly formAssociated = true;

  /** Whether the text field takes no text. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Name of the text in a form around the element. */
  @property({ reflect: true }) name = '';
  /** Whether a form around the element needs a text. */
  @property({ type: Boolean, reflect: true }) required = false;

  @state() private choice: Choice | null = null;
  @state() private reason: Reason | null = null;
  @state() private missing: Missing | null = null;
  @query('textarea') private editor!: HTMLTextAreaElement | null;

  readonly #source = new ComposerSource(this);
  readonly #sync = new DraftSync();
  readonly #internals = this.attachInternals();
  readonly #confirmation = new DialogController(this);
  readonly #course = new ProcessCourse();
  #text = '';
  #formDisabled = false;

  /** The text in the editor. */
  get value(): string {
    return this.#text;
  }

  set value(text: string) {
    this.#setText(text);
    if (this.#sync.ticketId) this.#keep();
  }

  override willUpdate(): void {
    const { ticketId, draft, session } = this.#source;
    if (this.hub && this.#sync.moves(this.hub, ticketId, session?.agent.usercode)) this.#startOver();
    this.#follow();
    const taken = this.hub && this.#sync.take(draft);
    if (taken === undefined) return;
    this.#setText(taken ? draftText(taken.html) : '');
    const action = choices.find((one) => one === taken?.action);
    const reason = taken?.values['reason'];
    this.choice = action ?? this.choice;
    this.reason = (typeof reason === 'string' ? (reason as Reason) : null) ?? this.reason;
  }

  override updated(): void {
    this.#showText();
    this.#internals.setFormValue(this.#text);
    const isEmpty = this.required && this.#text.trim() === '';
    if (isEmpty && this.hub && this.editor) {
      this.#internals.setValidity({ valueMissing: true }, this.texts.replyComposer.needText, this.editor);
    } else this.#internals.setValidity({});
  }

  /** The editor is the same node in every state: what is typed, where the caret is and what can be undone stay. */
  override render() {
    if (!this.hub) this.renderDetached();
    const ticket = this.hub ? this.#source.ticket : undefined;
    const choice = ticket ? effectiveChoice(ticket, this.choice) : null;
    return html`<div
      class="root"
      role="group"
      lang=${this.language}
      aria-label=${ticket ? this.texts.replyComposer.label : nothing}
      ?hidden=${!ticket}
      @keydown=${this.#onKeydown}
    >
      ${ticket ? this.#renderConflict(ticket) : nothing}
      <textarea
        class="editor"
        part="editor"
        rows="4"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        aria-label=${ticket ? this.#words[choice && isAnswer(choice) ? 'text' : 'comment'] : nothing}
        aria-describedby="notice problem"
        aria-invalid=${this.missing === 'needText' ? 'true' : nothing}
        placeholder=${ticket ? placeholderOf(choice, this.texts) : nothing}
        ?readonly=${this.#isRunning}
        ?disabled=${this.disabled || this.#formDisabled}
        @input=${this.#onInput}
        @change=${this.#onChange}
      ></textarea>
      ${ticket ? this.#renderBelow(ticket, choice) : nothing}
    </div>`;
  }

  #renderConflict(ticket: Ticket): TemplateResult | typeof nothing {
    const { draft } = this.#source;
    if (draft?.ticketId !== ticket.ticketId || draft.state !== 'conflict') return nothing;
    const other = draftText(draft.other?.html ?? '');
    return renderConflict(this.#text, other, this.texts, (keep) => {
      if (keep === 'other') this.#sync.yield();
      this.ask(new requests.DraftChooseRequest(ticket.ticketId, keep));
      this.editor?.focus();
    });
  }

  #renderBelow(ticket: Ticket, choice: Choice | null): TemplateResult {
    const notice = choice && mailNotice(ticket, choice, this.texts);
    const limited = whyLimited(ticket, this.#source.session, this.texts);
    const { done } = this.#course;
    return html`<p class="notices" id="notice">
        ${limited ? html`<span>${limited}</span>` : nothing}
        ${notice ? html`<span class=${notice.warns ? 'warns' : ''}>${notice.text}</span>` : nothing}
      </p>
      ${this.#renderRefusal()}
      <div class="foot">
        ${renderDraftState(this.#source, ticket, this.texts, this.language, this.#onRetry)}
        <div class="process">${this.#renderControls(ticket, choice)}</div>
      </div>
      <p class="problem" id="problem" role="alert">${this.missing ? this.#words[this.missing] : nothing}</p>
      <p class="visually-hidden" role="status">
        ${this.#isRunning ? this.#words.running : done ? this.#words.done({ action: this.texts.action[done] }) : nothing}
      </p>
      ${this.#confirmation.open ? renderConfirmation(ticket, this.texts, this.#onConfirm, this.#onCancel) : nothing}`;
  }

  #renderRefusal(): TemplateResult | typeof nothing {
    const { task } = this.#source;
    if (task?.state !== 'failed') return nothing;
    return renderRefusal(task.error, this.texts, () => this.ask(new requests.TaskDismissRequest(task.id)));
  }

  #renderControls(ticket: Ticket, choice: Choice | null): TemplateResult {
    const { texts, reason, missing } = this;
    const state = { ticket, choice, reason, isReasonMissing: missing === 'needReason', isRunning: this.#isRunning };
    const reasons = this.#source.settings?.reasons ?? [];
    return renderControls(state, reasons, texts, {
      choose: this.#onChoice,
      reason: this.#onReason,
      process: this.#onProcess,
    });
  }

  get #words() {
    return this.texts.replyComposer;
  }

  get #isRunning(): boolean {
    return this.#source.task?.state === 'running';
  }

  #follow(): void {
    const { task } = this.#source;
    const sent = this.hub ? this.#course.follow(task) : undefined;
    this.#internals.states[this.#isRunning ? 'add' : 'delete']('running');
    // What was typed since stays.
    if (sent === undefined || textToHtml(this.#text) !== sent) return;
    this.choice = this.reason = null;
    this.#sync.yield();
    this.#setText('');
  }

  /** Another ticket, or another agent: nothing that was written, chosen or asked before belongs to it. */
  #startOver(): void {
    this.choice = this.reason = this.missing = null;
    this.#course.forget();
    this.#confirmation.close();
    this.#setText('');
  }

  #setText(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#showText();
    this.requestUpdate();
  }

  #showText(): void {
    if (this.editor && this.editor.value !== this.#text) this.editor.value = this.#text;
  }

  /** Tells the hub what is written, and remembers that it was told. */
  #keep(): void {
    const { ticketId } = this.#sync;
    if (!ticketId) return;
    const body = textToHtml(this.#text);
    this.#sync.typed(body);
    const values: Readonly<Record<string, FieldValue>> = this.reason ? { reason: this.reason } : {};
    this.ask(new requests.DraftChangeRequest(ticketId, { html: body, action: this.choice, values }));
  }

  #process(confirmed: boolean): void {
    const { ticket, settings } = this.#source;
    const choice = ticket && effectiveChoice(ticket, this.choice);
    if (!ticket || !choice || this.#isRunning || this.#sync.ticketId !== ticket.ticketId) return;
    this.missing = missingOf({ choice, text: this.#text, reason: this.reason }, ticket, settings);
    if (this.missing) return this.#focusMissing();
    if (choice === 'resolve' && isAway(ticket) && !confirmed) return void this.#confirmation.show();
    const { task } = this.#source;
    if (task) this.ask(new requests.TaskDismissRequest(task.id));
    const reason = choice === 'internal' ? (this.reason ?? undefined) : undefined;
    const body = textToHtml(this.#text);
    this.#course.begin(body);
    const intent = { action: choice, html: body, reason, confirmed: confirmed || undefined };
    this.ask(new requests.TicketProcessRequest(ticket.ticketId, intent));
  }

  #focusMissing(): void {
    if (this.missing === 'needText') this.editor?.focus();
    if (this.missing === 'needReason') this.renderRoot.querySelector<HTMLSelectElement>('.reason')?.focus();
  }

  readonly #onInput = (): void => {
    this.#text = this.editor?.value ?? '';
    this.#course.done = null;
    if (this.missing === 'needText') this.missing = null;
    this.#keep();
    this.requestUpdate();
  };

  /** A native `change` ends at the shadow root; a form around the element waits for it. */
  readonly #onChange = (): void => {
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  readonly #onChoice = (choice: Choice): void => {
    this.choice = choice;
    this.missing = null;
    this.#keep();
  };

  readonly #onReason = (reason: Reason | null): void => {
    this.reason = reason;
    this.missing = null;
    this.#keep();
  };

  readonly #onProcess = (): void => this.#process(false);
  readonly #onConfirm = (): void => {
    this.#confirmation.close();
    this.#process(true);
  };
  readonly #onCancel = (): void => this.#confirmation.close();
  readonly #onRetry = (): void => {
    this.ask(new requests.RetryRequest('draft'));
  };

  /** What is typed here is no shortcut of the page. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isProcessKey(event) && !this.#confirmation.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#process(false);
    } else if (isTyping(event)) event.stopPropagation();
  };

  /** The form around the element was reset: the text and its draft go. */
  formResetCallback(): void {
    this.value = '';
  }

  /** The browser brings back what a form held; a draft of the hub is newer and wins. */
  formStateRestoreCallback(text: string): void {
    if (this.#text === '') this.value = text;
  }

  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }
}
