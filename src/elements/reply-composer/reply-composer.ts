import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DialogController } from '../../base/dialog.js';
import type { Insertion } from '../../base/hub-context.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import type { Attachment, Draft, Reason, Ticket } from '../../domain/types.js';
import * as requests from '../../events/requests.js';
import { textToHtml } from '../../util/text-html.js';
import { AnswerText, type FieldState } from './answer-text.js';
import { isProcessKey, isTyping } from './composer-keys.js';
import { renderBelow, renderConfirmation, renderConflict } from './composer-parts.js';
import { ComposerSource } from './composer-source.js';
import { CopyChoice } from './copy-choice.js';
import { DraftSync } from './draft-sync.js';
import { fieldWords, type FieldWords } from './field-attributes.js';
import { FormText } from './form-text.js';
import { LateTools } from './late-tools.js';
import { choices, effectiveChoice, intentOf, isAway, isMissing, missingOf } from './process-choice.js';
import type { Choice, Missing } from './process-choice.js';
import { ProcessCourse } from './process-course.js';
import { styles } from './reply-composer.styles.js';
import type { Hindrance, ToolsState } from './tools-host.js';
import { toolsStateOf } from './tools-state.js';

/**
 * Where the agent writes: a text with formats, or a plain one where the service answers so, whose draft is kept, files
 * that go with it, the way to process the ticket, and the button that does it. The text stays through refusals, live
 * changes, reloads and moves of the element.
 *
 * @element reply-composer
 * @fires {DraftChangeRequest} desk-draft-change-request - The text changed and is to be kept. Cancelable.
 * @fires {DraftChooseRequest} desk-draft-choose-request - One of two windows' drafts was chosen. Cancelable.
 * @fires {TicketProcessRequest} desk-ticket-process-request - The agent pressed Process. Cancelable.
 * @fires {DoorayCommentRequest} desk-dooray-comment-request - What is written goes to the task at Dooray!. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - A draft that could not be kept is to be tried again. Cancelable.
 * @fires {Event} change - The text was changed and left, as a native field says it.
 * @csspart editor - The text field.
 * @csspart process - The Process button.
 * @csspart dooray-comment - The button that comments on the task at Dooray!.
 * @cssstate running - While the ticket is being processed.
 */
export class ReplyComposer extends FormText {
  static override styles = [inheritedReset, styles];

  @state() private choice: Choice | null = null;
  @state() private reason: Reason | null = null;
  @state() private missing: Missing | Hindrance | null = null;

  readonly #source = new ComposerSource(this);
  readonly #confirmation = new DialogController(this);
  readonly #course = new ProcessCourse();
  readonly #answer: AnswerText = new AnswerText(this, {
    log: this.log,
    part: (attachmentId, signal) => this.#tools.part(attachmentId, signal),
    onFiles: (files, at) => this.#tools.there?.take(files, at),
    onTyped: () => this.#typed(),
    // A native one ends at the shadow root; a form around the element waits for it.
    onChange: () => void this.dispatchEvent(new Event('change', { bubbles: true })),
    onPaste: (event) => this.#tools.there?.paste(event),
  });
  readonly #sync = new DraftSync((body) => this.#answer.spell(body));
  readonly #tools: LateTools = new LateTools(this, this.#answer, (): ToolsState => this.#toolsState, {
    attach: (attachments) => {
      this.#attachments = attachments;
      this.#typed();
    },
    process: () => this.#process(false),
    begin: (missing) => this.#begin(missing),
    decided: () => this.#keep(),
  });
  readonly #copy = new CopyChoice();
  #attachments: readonly Attachment[] = [];

  override get value(): string {
    return this.#answer.text;
  }

  override set value(text: string) {
    this.#answer.show(textToHtml(text));
    if (this.#sync.ticketId) this.#keep();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#answer.editor?.moved();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tools.there?.stop();
  }

  override willUpdate(): void {
    const { ticketId, draft, session } = this.#source;
    if (this.hub && this.#sync.moves(this.hub, ticketId, session?.agent.usercode)) this.#startOver();
    this.#follow();
    const taken = this.hub && this.#sync.take(draft);
    if (taken === undefined) return;
    this.#show(taken?.html ?? '', taken?.attachments ?? [], taken?.values);
    const reason = taken?.values['reason'];
    this.choice = choices.find((one) => one === taken?.action) ?? this.choice;
    this.reason = (typeof reason === 'string' ? (reason as Reason) : null) ?? this.reason;
  }

  override updated(): void {
    const { session, ticket } = this.#source;
    if (session) this.#answer.isRich = session.service.editor === 'html';
    this.#answer.rendered(this.#fieldWords, this.#fieldState);
    if (this.hub && ticket) void this.#tools.load();
    this.#tools.there?.recheck();
    const { field, isEmpty, text } = this.#answer;
    const isMissed = this.required && isEmpty && this.hub !== undefined;
    this.tellForm(text, isMissed ? this.texts.replyComposer.needText : null, field);
    const insertion = this.#isLocked ? null : this.#source.takeInsertion(this.#sync.ticketId);
    if (insertion) this.#putIn(insertion);
  }

  #putIn({ html: body, how, attachments = [] }: Insertion): void {
    const byId = [...this.#attachments, ...attachments].map((one) => [one.attachmentId, one] as const);
    this.#attachments = [...new Map(byId).values()];
    void this.#answer.put(body, how);
  }

  /** The field is the same node in every state: what is typed, where the caret is and what can be undone stay. */
  override render() {
    if (!this.hub) this.renderDetached();
    const ticket = this.hub ? this.#source.ticket : undefined;
    return html`<div
      class="root"
      role="group"
      lang=${this.language}
      aria-label=${ticket ? this.texts.replyComposer.label : nothing}
      ?hidden=${!ticket}
      @keydown=${this.#onKeydown}
      @dragover=${this.#onDrag}
      @dragleave=${this.#onDrag}
      @drop=${this.#onDrag}
    >
      ${ticket ? renderConflict(this.#source, ticket, this.#answer.text, this.texts, this.#onKeep) : nothing}
      <div class="above">${ticket ? this.#tools.there?.renderAbove() : nothing}</div>
      ${this.#answer.render(this.#fieldWords, this.#fieldState)} ${ticket ? this.#renderBelow(ticket) : nothing}
    </div>`;
  }

  #renderBelow(ticket: Ticket): TemplateResult {
    const { reason, missing, texts, language } = this;
    const [choice, tools] = [this.#choice, this.#tools.there];
    const problem = isMissing(missing) ? texts.replyComposer[missing] : tools?.say(missing);
    const course = { isRunning: this.#source.isRunning, done: this.#course.done };
    const entered = { ticket, choice, reason, problem, isReasonMissing: missing === 'needReason' };
    const state = { source: this.#source, ...entered, ...course, preview: tools?.renderBefore(), texts, language };
    return html`${tools?.renderBelow()} ${renderBelow(state, this.#handlers)}
    ${this.#confirmation.open ? renderConfirmation(ticket, texts, this.#onConfirm, this.#onCancel) : nothing}`;
  }

  get #fieldState(): FieldState {
    return { isRunning: this.#source.isRunning, isDisabled: this.isDisabled };
  }

  get #fieldWords(): FieldWords | undefined {
    return this.hub && this.#source.ticket && fieldWords(this.#choice, this.texts, this.missing === 'needText');
  }

  get #choice(): Choice | null {
    const { ticket } = this.#source;
    return ticket ? effectiveChoice(ticket, this.choice) : null;
  }

  get #toolsState(): ToolsState {
    return toolsStateOf(this.#source, this.#choice, () => this.texts, {
      hub: this.hub,
      language: this.language,
      isLocked: this.#isLocked,
      attachments: this.#attachments,
      copy: this.#copy,
    });
  }

  get #isLocked(): boolean {
    return Object.values(this.#fieldState).some(Boolean);
  }

  #follow(): void {
    const { task } = this.#source;
    const sent = this.hub ? this.#course.follow(task) : undefined;
    this.internals.states[this.#source.isRunning ? 'add' : 'delete']('running');
    // What was typed since stays.
    if (sent === undefined || ![sent, this.#answer.spell(sent)].includes(this.#answer.html)) return;
    this.choice = this.reason = null;
    this.#sync.yield();
    this.#show('', []);
  }

  /** Another ticket, or another agent: nothing that was written, chosen or asked before belongs to it. */
  #startOver(): void {
    this.choice = this.reason = this.missing = null;
    this.#answer.startOver();
    this.#course.forget();
    this.#confirmation.close();
    this.#show('', []);
  }

  #show(body: string, attachments: readonly Attachment[], values?: Draft['values']): void {
    this.#attachments = attachments;
    this.#copy.take(values);
    this.#tools.there?.clear();
    this.#answer.show(body);
  }

  #keep(): void {
    const { ticketId } = this.#sync;
    if (!ticketId) return;
    const written = { html: this.#answer.html, attachments: this.#attachments };
    this.#sync.typed(written);
    const values = { ...this.#copy.values, ...(this.reason && { reason: this.reason }) };
    this.ask(new requests.DraftChangeRequest(ticketId, { ...written, action: this.choice, values }));
  }

  #process(confirmed: boolean): void {
    const { ticket, session, settings } = this.#source;
    const choice = this.#choice;
    if (!ticket || !choice || !this.#isReady) return;
    this.missing = missingOf({ choice, isEmpty: this.#answer.isEmpty, reason: this.reason }, ticket, settings);
    this.missing ??= this.#answer.isPending ? 'needFormats' : (this.#tools.there?.hindrance() ?? null);
    const mustConfirm = choice === 'resolve' && isAway(ticket) && !confirmed;
    if (mustConfirm && !this.missing) return void this.#confirmation.show();
    if (!this.#begin(this.missing)) return;
    const { html: body, imageIds } = this.#answer;
    const entered = { choice, reason: this.reason, confirmed, html: body, maskCopy: this.#copy.masked(session) };
    this.ask(new requests.TicketProcessRequest(ticket.ticketId, intentOf(entered, this.#attachments, imageIds)));
  }

  /** What is written belongs to the open ticket, and is not on its way. */
  get #isReady(): boolean {
    return !this.#source.isRunning && this.#sync.ticketId === this.#source.ticket?.ticketId;
  }

  #begin(missing: Missing | Hindrance | null): boolean {
    if (!this.#isReady) return false;
    this.missing = missing;
    if (missing) this.#focusMissing();
    else this.#course.begin(this.#answer.html);
    const { task } = this.#source;
    if (!missing && task) this.ask(new requests.TaskDismissRequest(task.id));
    return !missing;
  }

  /** Goes to where the answer is written. */
  override focus(): void {
    this.#answer.field?.focus();
  }

  #focusMissing(): void {
    if (this.missing === 'needText') this.focus();
    if (this.missing === 'needReason') this.renderRoot.querySelector<HTMLElement>('.reason')?.focus();
  }

  #typed(): void {
    this.#course.done = null;
    if (this.missing !== 'needReason') this.missing = null;
    this.#keep();
    this.#tools.there?.changed();
    this.requestUpdate();
  }

  #chosen(values: { readonly choice: Choice } | { readonly reason: Reason | null }): void {
    Object.assign(this, values, { missing: null });
    this.#keep();
  }

  readonly #handlers = {
    choose: (choice: Choice): void => this.#chosen({ choice }),
    reason: (reason: Reason | null): void => this.#chosen({ reason }),
    process: (): void => this.#process(false),
    retry: () => this.ask(new requests.RetryRequest('draft')),
    dismiss: (taskId: string) => this.ask(new requests.TaskDismissRequest(taskId)),
  };

  readonly #onKeep = (keep: 'mine' | 'other'): void => {
    if (keep === 'other') this.#sync.yield();
    if (this.#sync.ticketId) this.ask(new requests.DraftChooseRequest(this.#sync.ticketId, keep));
    this.focus();
  };
  readonly #onDrag = (event: DragEvent): void => this.#tools.there?.hearDrag(event);
  readonly #onCancel = (): void => this.#confirmation.close();
  readonly #onConfirm = (): void => {
    this.#onCancel();
    this.#process(true);
  };

  /** What is typed here is no shortcut of the page. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isProcess = isProcessKey(event) && !this.#confirmation.open;
    const isOurs = isProcess || this.#tools.there?.press(event);
    if (isOurs) event.preventDefault();
    if (isOurs || isTyping(event)) event.stopPropagation();
    if (isProcess) this.#process(false);
  };
}
