import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { isUncertain } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { FieldHints } from '../../base/fields/field-hints.js';
import { unfinishedIn } from '../../base/fields/moment-value.js';
import { onFormDrag, onFormKey } from '../../base/form-events.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { LeaveGuard } from '../../base/leave-guard.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Language } from '../../domain/types.js';
import { writingAttributes } from '../../editor/writing-parts.js';
import { Writing } from '../../editor/writing.js';
import { TicketSelectRequest, TicketTransferRequest } from '../../events/requests.js';
import { renderCommon } from './common-parts.js';
import { renderFrame } from './dialog-frame.js';
import { renderDooray } from './dooray-parts.js';
import { renderIssue } from './issue-parts.js';
import { KeptDraft } from './kept-draft.js';
import { dropForm, formOf, isAnythingUnderWay, sentForms, type AnyForm } from './kept-forms.js';
import { doneText, renderLateNews, type LateNews } from './late-news.js';
import { OpenTicket } from './open-ticket.js';
import { renderOtherSide } from './other-side.js';
import { ShownText } from './shown-text.js';
import { TransferCourse } from './transfer-course.js';
import { renderButtons, renderSaid } from './transfer-foot.js';
import type { TransferKind } from './transfer-form.js';
import { TransferSteps } from './transfer-steps.js';
import { firstWrong, viewOf, type TransferView } from './transfer-view.js';
import { renderOutdated, renderWithout } from './without.js';
import { styles } from './transfer-dialog.styles.js';

/**
 * Hands a ticket over to issue management or to a project of Dooray!. It begins with what the ticket says, masked words as
 * asterisks, and shows what the other side will see before it goes. What was entered stays when the dialog closes, for each
 * ticket by itself, and over reloads too, until the ticket is handed over.
 *
 * @element transfer-dialog
 * @fires {TicketTransferRequest} desk-ticket-transfer-request - The agent hands the ticket over. Cancelable.
 * @fires {DraftChangeRequest} desk-draft-change-request - What was entered is to be kept. Cancelable.
 * @fires {DraftChooseRequest} desk-draft-choose-request - Of two texts, the one to go on with. Cancelable.
 * @fires {TicketSelectRequest} desk-ticket-select-request - A ticket that was handed over is to be opened. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart notice - The notice of what became of a ticket after the dialog was closed.
 */
export class TransferDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Where the ticket goes: to issue management or to Dooray!. */
  @property() kind: TransferKind = 'issue';

  /** The ticket to hand over. */
  @property({ attribute: 'ticket-id' }) ticketId = '';

  @state() private form?: AnyForm;
  @state() private late: readonly LateNews[] = [];
  @state() private said = '';
  #focusWrong = false;

  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // More: what is sent waits for the connection, and the ticket may change meanwhile.
  readonly #connection = new StoreReader(this, (hub) => hub.session.$connection);
  readonly #ticket = new OpenTicket(this, () => this.#onTicket());
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #hints = new FieldHints(this, (host) => this.texts.messageBody.linkWarning({ host }));
  readonly #part = (id: string, signal: AbortSignal): Promise<string> =>
    this.hub?.files.part(id, signal) ?? Promise.reject(new Error('There is no hub to ask.'));
  readonly #text = new Writing({
    log: this.log,
    otherFields: 'input, select, textarea:not(#text), :not([data-field=templateId]) > tree-picker',
    part: this.#part,
    root: () => this.renderRoot,
    written: () => this.form?.written ?? { text: '', isHtml: false },
    requestUpdate: () => this.requestUpdate(),
    onTyped: (written) => this.#view?.change(() => this.form && (this.form.written = written), 'html'),
    onFiles: (files) => this.#view?.upload('attachmentIds', files),
  });
  readonly #shown = new ShownText(this, this.#part, () => this.texts.messageBody);
  readonly #isRich = (): boolean => known(this.#session.value)?.service.editor === 'html';
  readonly #kept = new KeptDraft(this, {
    form: () => this.form,
    isRich: this.#isRich,
    onRestored: () => this.#steps.restored(),
  });
  readonly #steps = new TransferSteps(this, {
    form: () => this.form,
    isRich: this.#isRich,
    onText: () => this.#text.renew(),
    kept: this.#kept,
    put: (words) => void this.#text.put(words),
  });
  readonly #course = new TransferCourse<AnyForm>(this, {
    onDone: (form) => this.#onDone(form),
    onRefused: (form) => this.#onRefused(form),
  });

  constructor() {
    super();
    new AgentGuard(this, () => {
      Object.assign(this, { form: undefined, late: [], said: '' });
      this.#course.clear();
    });
    new LeaveGuard(this, () => this.hub !== undefined && isAnythingUnderWay(this.hub));
  }

  override updated(): void {
    const { form } = this;
    if (!this.hub || !form) return;
    if (this.#steps.isReady) this.#kept.shown();
    this.#text.rendered(writingAttributes(this.more.createDialog.text, form.problems.has('html')));
    if (!this.#focusWrong) return;
    this.#focusWrong = false;
    firstWrong(this.renderRoot)?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const view = this.#dialog.open ? this.#view : undefined;
    return html`<p class="visually-hidden" role="status" lang=${this.language}>${this.said}</p>
      ${view ? this.#renderDialog(view) : this.#renderLate()}`;
  }

  #renderLate(): TemplateResult | typeof nothing {
    const [first, ...others] = this.late;
    const { texts, more, language } = this;
    return renderLateNews(first, {
      texts,
      more,
      language,
      open: ({ ticketId }) => {
        this.late = others;
        this.ask(new TicketSelectRequest(ticketId));
      },
      look: ({ ticketId, kind }) => void this.show(ticketId, kind),
      close: () => (this.late = others),
    });
  }

  #renderDialog(view: TransferView): TemplateResult {
    const { form, texts } = view;
    const isRunning = form.sent !== undefined;
    return renderFrame({
      title: form.kind === 'issue' ? texts.action.transfer_issue : texts.action.transfer_dooray,
      language: this.language,
      isRunning,
      body: this.#renderBody(view),
      foot: this.#renderFoot(view, isRunning),
      on: {
        submit: this.#onSubmit,
        key: (event) => onFormKey(event, this.#onSubmit),
        drag: (event) => onFormDrag(event, (files) => view.upload('attachmentIds', files)),
      },
    });
  }

  #renderBody(view: TransferView): TemplateResult {
    const { form, texts, more } = view;
    if (!this.#steps.isReady) {
      return renderWithout(this.#steps, { texts, more, session: view.session, retry: () => void this.#begin() });
    }
    return html`<div class="columns">
      <div class="sections">
        ${this.#kept.render(texts, more, this.language)}
        ${renderOutdated(form, more, (isUndone) => this.#steps.fillAgain(isUndone))}
        ${form.kind === 'issue' ? renderIssue(form, view) : renderDooray(form, view, this.#steps.dooray)}
        ${renderCommon(view, this.#text)}
      </div>
      ${renderOtherSide(view, this.#shown)}
    </div>`;
  }

  #renderFoot({ form, texts, more }: TransferView, isRunning: boolean): TemplateResult {
    const isWaiting = isRunning && ['offline', 'stale'].includes(this.#connection.value ?? 'live');
    const { isReady } = this.#steps;
    const buttons = { kind: form.kind, isRunning, isReady, canClear: isReady && form.isTouched };
    return html`${isReady ? renderSaid(form, isWaiting, texts, more) : nothing}
    ${renderButtons(buttons, texts, more, this.#on)}`;
  }

  get #view(): TransferView | undefined {
    const { form, hub, texts, more } = this;
    if (!form || !hub) return undefined;
    return viewOf({
      form,
      hub,
      texts,
      more,
      language: this.language as Language,
      session: known(this.#session.value),
      hints: this.#hints,
      changed: () => this.requestUpdate(),
    });
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const { form } = this;
    if (!form || form.sent || !this.#steps.isReady) return;
    // What is said of files, of a project and of a template that are not there yet, stands there already.
    if (form.isWaiting || this.#steps.isWaiting) return;
    this.#focusWrong = !form.check(unfinishedIn(this.renderRoot), this.#text.isWritten);
    this.requestUpdate();
    if (this.#focusWrong) return;
    // While it is under way nothing else can have the keyboard.
    this.renderRoot.querySelector<HTMLElement>('[type=submit]')?.focus();
    const { attempt, ticketId, source } = form;
    const request = new TicketTransferRequest(attempt, ticketId, form.intent(), source?.ticket.version);
    // A page that cancels it hands the ticket over in its own way.
    if (this.#course.start(form, request, attempt)) return;
    this.#kept.drop();
    this.#onDone(form, '');
  };

  readonly #on = {
    close: (): void => this.close(),
    clear: (): void => {
      const { hub, form } = this;
      if (!hub || !form) return;
      this.#course.forget(form);
      this.#kept.drop();
      dropForm(hub, form);
      void this.show(form.ticketId, form.kind);
    },
  };

  /** The open ticket or its messages changed, such as by a mask that somebody else made. */
  #onTicket(): void {
    const { source } = this.form ?? {};
    if (source && this.#dialog.open) this.#steps.follow(this.#ticket.now(source));
  }

  #onDone(form: AnyForm, said = doneText(form, this.more)): void {
    if (this.hub) dropForm(this.hub, form);
    if (this.#dialog.open && form === this.form) {
      this.close();
      this.said = said;
    } else this.late = [...this.late, { form, isDone: true }];
  }

  #onRefused(form: AnyForm): void {
    if (form.error && !isUncertain(form.error.kind)) form.settle(form.error.details.content);
    if (this.#dialog.open && form === this.form) this.#markWrong();
    else this.late = [...this.late, { form, isDone: false }];
  }

  #markWrong(): void {
    this.#onTicket();
    const { form } = this;
    const isAsked = (name: string): boolean =>
      this.renderRoot.querySelector(`[data-field='${CSS.escape(name)}']`) !== null;
    form?.refuse(form.error?.details.fields ?? [], isAsked);
    this.#focusWrong = (form?.problems.size ?? 0) > 0;
    this.requestUpdate();
  }

  #onClosed(): void {
    const { hub, form } = this;
    this.#steps.stop();
    this.#shown.stop();
    if (form) form.restoredAt = undefined;
    if (hub && form && !form.isTouched && !form.sent) dropForm(hub, form);
    this.dispatchEvent(new Event('close'));
  }

  /** What it needs is read; then the keyboard goes to the first field. */
  async #begin(): Promise<void> {
    const { form } = this;
    if (!form || !(await this.#steps.begin())) return;
    await this.updateComplete;
    if (form !== this.form || !this.#dialog.open) return;
    if (form.error) this.#markWrong();
    if (this.#focusWrong) return;
    const all = [...this.renderRoot.querySelectorAll('tree-picker')];
    (all.find(({ required, value }) => required && !value) ?? all[0])?.focus();
  }

  /** Opens the dialog with what was entered for the ticket before, else with what the ticket says. */
  async show(ticketId = this.ticketId, kind = this.kind): Promise<void> {
    const { hub } = this;
    if (!hub || ticketId === '') return;
    for (const sent of sentForms(hub)) this.#course.adopt(sent);
    const form = formOf(hub, ticketId, kind);
    Object.assign(this, { ticketId, kind, said: '' });
    this.form = form;
    form.uploads.onChange = () => this.requestUpdate();
    this.late = this.late.filter((news) => news.form !== form);
    await this.#dialog.show();
    await this.#begin();
  }

  /** Closes the dialog; what was entered stays. */
  close(): void {
    this.#dialog.close();
  }
}
