import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AgentGuard, KeptForAgent } from '../../base/agent-guard.js';
import { isUncertain, type DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { FieldHints } from '../../base/fields/field-hints.js';
import { KnownCustomers } from '../../base/fields/known-customers.js';
import { unfinishedIn } from '../../base/fields/moment-value.js';
import { onFormDrag, onFormKey } from '../../base/form-events.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { NamedTask } from '../../base/named-task.js';
import { StoreReader } from '../../base/store-reader.js';
import { customerFacts } from '../../domain/customer-info.js';
import type { Language } from '../../domain/types.js';
import { writingAttributes } from '../../editor/writing-parts.js';
import { Writing } from '../../editor/writing.js';
import { TaskDismissRequest, TicketCreateRequest, TicketSelectRequest } from '../../events/requests.js';
import { renderButtons, renderSaid } from './create-foot.js';
import { renderSections } from './create-parts.js';
import { CreateTemplates } from './create-templates.js';
import { viewOf, type CreateView } from './create-view.js';
import { renderLateNews, type LateNews } from './late-news.js';
import { NewTicket } from './new-ticket.js';
import { styles } from './create-dialog.styles.js';

const kept = new KeptForAgent<NewTicket>();

/**
 * Makes a ticket by hand: what it is about, whose it is, its title and text, with files. What was written stays when
 * the dialog closes, until the ticket is there; then the ticket opens. Where the agent has gone on meanwhile, a notice tells
 * what became of it.
 *
 * @element create-dialog
 * @fires {TicketCreateRequest} desk-ticket-create-request - The agent pressed Submit. Cancelable.
 * @fires {TicketSelectRequest} desk-ticket-select-request - The ticket is there and is to be opened. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart notice - The notice of what became of a ticket after the dialog was closed.
 */
export class CreateDialog extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Whether group and assignee can be told at once; usually a new ticket is unassigned. */
  @property({ type: Boolean, attribute: 'allow-assign' }) allowAssign = false;

  @state() private ticket?: NewTicket;
  @state() private late: LateNews | null = null;
  #focusWrong = false;

  readonly #settings = new StoreReader(this, (hub) => hub.session.$settings);
  readonly #session = new StoreReader(this, (hub) => hub.session.$session);
  // A third: what is sent waits for the connection, which is told.
  readonly #connection = new StoreReader(this, (hub) => hub.session.$connection);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #hints = new FieldHints(this, (host) => this.texts.messageBody.linkWarning({ host }));
  readonly #customers = new KnownCustomers(this, {
    hub: () => this.hub,
    current: () => undefined,
    choose: (customer) => {
      for (const fact of customerFacts) this.ticket?.set(`customer.${fact}`, customer[fact] ?? '');
      this.requestUpdate();
    },
  });
  readonly #task = new NamedTask(
    this,
    (taskId) => this.#onMade(taskId),
    (taskId) => new TaskDismissRequest(taskId),
  );
  readonly #text = new Writing({
    log: this.log,
    otherFields: 'input, select, textarea:not(#text), :not([data-field=template]) > tree-picker',
    root: () => this.renderRoot,
    part: (id, signal) => this.hub?.files.part(id, signal) ?? Promise.reject(new Error('There is no hub to ask.')),
    written: () => this.ticket?.written ?? { text: '', isHtml: false },
    requestUpdate: () => this.requestUpdate(),
    onTyped: (written) => this.#view?.change({ written }),
    onFiles: (files) => this.#view?.upload('attachmentIds', files),
  });
  readonly #templates = new CreateTemplates(this);
  #refused?: DeskError;

  constructor() {
    super();
    new AgentGuard(this, () => {
      this.ticket = undefined;
      this.late = null;
    });
  }

  override willUpdate(): void {
    const { error } = this.#task;
    const { ticket } = this;
    if (error === this.#refused) return;
    this.#refused = error;
    if (!error || !ticket) return;
    if (!isUncertain(error.kind)) ticket.settle();
    if (this.#dialog.open) this.#markWrong(error, ticket);
    else this.late = 'refused';
  }

  #markWrong(error: DeskError, ticket: NewTicket): void {
    ticket.refuse(error.details.fields ?? [], (name) => this.#isAsked(name));
    this.#focusWrong = ticket.problems.size > 0;
    this.requestUpdate();
  }

  override updated(): void {
    const { ticket } = this;
    if (!this.hub || !ticket) return;
    this.#text.rendered(writingAttributes(this.more.createDialog.text, ticket.problems.has('html')));
    if (!this.#focusWrong) return;
    this.#focusWrong = false;
    const all = this.renderRoot.querySelectorAll<HTMLElement & { problem?: string }>(
      'tree-picker, [aria-invalid=true]',
    );
    [...all].find((part) => part.checkVisibility() && (part.localName !== 'tree-picker' || part.problem))?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const view = this.#dialog.open ? this.#view : undefined;
    return view ? this.#renderDialog(view) : this.#renderLate();
  }

  #renderLate(): TemplateResult | typeof nothing {
    const { texts, more, language } = this;
    return renderLateNews(this.late, {
      texts,
      more,
      language,
      error: this.#task.isUnread ? this.#task.error : undefined,
      open: (ticketId) => {
        this.late = null;
        this.ask(new TicketSelectRequest(ticketId));
      },
      look: () => void this.show(),
      close: () => {
        if (this.late === 'refused') this.#task.forget();
        this.late = null;
      },
    });
  }

  #renderDialog(view: CreateView): TemplateResult {
    const { isRunning } = this.#task;
    const { allowAssign } = this;
    const parts = { customers: this.#customers, templates: this.#templates, text: this.#text, allowAssign };
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <form
          method="dialog"
          novalidate
          @submit=${this.#onSubmit}
          @keydown=${this.#onKeydown}
          @dragover=${this.#onDrag}
          @drop=${this.#onDrag}
        >
          <h2 class="dialog-title" id="title">${this.more.createDialog.title}</h2>
          <div class="dialog-body sections" ?inert=${isRunning} aria-busy=${isRunning ? 'true' : nothing}>
            ${renderSections(view, parts)}
          </div>
          <div class="dialog-foot">
            ${this.#renderSaid(view.ticket)}
            ${renderButtons({ isRunning, canClear: !view.ticket.isEmpty }, this.texts, this.more, this.#on)}
          </div>
        </form>
      </dialog>
    </div>`;
  }

  #renderSaid(ticket: NewTicket): TemplateResult | typeof nothing {
    const { isRunning, error } = this.#task;
    const isWaiting = isRunning && ['offline', 'stale'].includes(this.#connection.value ?? 'live');
    const hasProblems = ticket.problems.size > 0;
    return renderSaid({ isWaiting, error, hasProblems, uploads: ticket.uploads }, this.texts, this.more);
  }

  /** Whether there is a field of that name here. */
  #isAsked(name: string): boolean {
    return this.renderRoot.querySelector(`[data-field='${CSS.escape(name)}']`) !== null;
  }

  get #view(): CreateView | undefined {
    const { ticket, hub, texts, more } = this;
    if (!ticket || !hub) return undefined;
    return viewOf({
      ticket,
      hub,
      texts,
      more,
      language: this.language as Language,
      settings: known(this.#settings.value),
      session: known(this.#session.value),
      hints: this.#hints,
      changed: () => this.requestUpdate(),
    });
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const view = this.#view;
    if (!view || this.#task.isRunning) return;
    const { ticket, definitions } = view;
    // What is said of files stands there already.
    if (ticket.uploads.isUnfinished) return;
    this.#focusWrong = !ticket.check(definitions, unfinishedIn(this.renderRoot), this.#text.isWritten);
    this.requestUpdate();
    if (this.#focusWrong) return;
    // While it is under way nothing else can have the keyboard.
    this.renderRoot.querySelector<HTMLElement>('[type=submit]')?.focus();
    const { attempt } = ticket;
    // A page that cancels it makes the ticket in its own way.
    if (!this.#task.start(attempt, new TicketCreateRequest(attempt, ticket.intent(definitions)))) this.#onMade(null);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => onFormKey(event, this.#onSubmit);

  readonly #onDrag = (event: DragEvent): void =>
    onFormDrag(event, (files) => this.#view?.upload('attachmentIds', files));

  readonly #on = {
    close: (): void => this.close(),
    clear: (): void => {
      this.#task.forget();
      this.#renew();
      this.#text.renew();
      this.#focusFirst();
    },
  };

  /** Nobody who went on to another ticket is taken from it. */
  #onMade(taskId: string | null): void {
    const made = this.hub?.work.$made.get();
    const subject = this.ticket?.subject.trim() ?? '';
    const isLooking = this.#dialog.open;
    this.#renew();
    this.close();
    if (!made || made.taskId !== taskId) return;
    if (isLooking) this.ask(new TicketSelectRequest(made.ticketId));
    else this.late = { subject, ticketId: made.ticketId };
  }

  #renew(): void {
    this.ticket?.uploads.clear();
    this.#take(new NewTicket());
  }

  #take(ticket: NewTicket): void {
    const { hub } = this;
    this.ticket = ticket;
    ticket.uploads.onChange = () => this.requestUpdate();
    if (hub) kept.set(hub, ticket);
  }

  #focusFirst(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('tree-picker')?.focus());
  }

  #onClosed(): void {
    this.#customers.close();
    this.#templates.stop();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog with what was written before. */
  async show(): Promise<void> {
    const { hub } = this;
    if (!hub) return;
    this.#take(kept.get(hub) ?? new NewTicket());
    this.#templates.read(hub);
    const late = this.late === 'refused' ? this.#task.error : undefined;
    this.late = null;
    await this.#dialog.show();
    await this.updateComplete;
    if (late && this.ticket) this.#markWrong(late, this.ticket);
    if (!this.#focusWrong) this.#focusFirst();
  }

  /** Closes the dialog; what was written stays. */
  close(): void {
    this.#dialog.close();
  }
}
