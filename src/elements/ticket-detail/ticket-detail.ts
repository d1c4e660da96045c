import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DeskElement } from '../../base/desk-element.js';
import type { DeskError } from '../../base/desk-error.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import type { Ticket } from '../../domain/types.js';
import { RetryRequest, TaskDismissRequest, TicketAdminRequest, TicketStarRequest } from '../../events/requests.js';
import { renderCustomer } from './customer-facts.js';
import { DetailSource } from './detail-source.js';
import { renderDeletion, renderRefusal } from './detail-parts.js';
import { buttonsOf, needsNotice, transfersOf, type TicketButton } from './ticket-actions.js';
import { TransferMenu } from './transfer-menu.js';
import { styles } from './ticket-detail.styles.js';

/** A dialog of the kit: it asks what is missing and sends the request itself. */
type TicketDialog = HTMLElement & { show(ticketId: string): Promise<void> };

/**
 * What can be done with the open ticket: taking it, handing it on, its customer, its type and priority, and the answer.
 *
 * @element ticket-detail
 * @fires {TicketClaimRequest} desk-ticket-claim-request - The agent takes the ticket. Cancelable.
 * @fires {TicketForwardRequest} desk-ticket-forward-request - The ticket is handed on. Cancelable.
 * @fires {TicketTransferRequest} desk-ticket-transfer-request - The ticket goes to another service or to Dooray!. Cancelable.
 * @fires {TicketStarRequest} desk-ticket-star-request - The star is set or taken away. Cancelable.
 * @fires {TicketEditRequest} desk-ticket-edit-request - Fields, type or priority change. Cancelable.
 * @fires {TicketAdminRequest} desk-ticket-admin-request - The ticket is completed, restored or deleted. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The ticket is to be loaded again. Cancelable.
 * @slot empty - Shown while no ticket is chosen; nothing by default.
 * @csspart actions - The row of buttons.
 * @csspart facts - The customer and what the ticket is about.
 * @csspart composer - The nested reply-composer.
 */
export class TicketDetail extends DeskElement {
  static override styles = [inheritedReset, styles];

  /** The fields are loaded with the first ticket. */
  @state() private hasFields = false;
  /** The notices about a transfer are loaded with the first ticket that has any. */
  @state() private hasNotices = false;
  @state() private hasPresence = false;
  @query('claim-dialog') private claimDialog!: TicketDialog | null;
  @query('forward-dialog') private forwardDialog!: TicketDialog | null;

  readonly #source = new DetailSource(this);
  readonly #deletion = new DialogController(this);
  readonly #transfer = new TransferMenu(this, {
    targets: () => this.hub?.transfer.targets(new AbortController().signal),
    onChoose: (kind) => void this.#openTransfer(kind),
  });
  #deletedId = '';
  #hadFocus = false;
  /** The ticket for which the fields were asked for: another is another try. */
  #fieldsFor?: string;

  /** The question was about a ticket that may not be the open one any more. */
  override willUpdate(): void {
    this.#hadFocus = this.matches(':focus-within');
    if (this.#source.ticket?.ticketId !== this.#deletedId) this.#deletion.close();
  }

  override updated(): void {
    if (this.#hadFocus) void this.#keepFocus();
    const { ticket } = this.#source;
    if (ticket && !this.hasNotices && needsNotice(ticket)) void this.#loadNotices();
    const ticketId = ticket?.ticketId;
    if (this.hasFields || ticketId === undefined || ticketId === this.#fieldsFor) return;
    this.#fieldsFor = ticketId;
    void this.#loadFields();
    void this.#loadPresence();
  }

  /** Goes to where the answer is written. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('reply-composer')?.focus();
  }

  /** One template for every state: the composer inside must stay the same element, whatever happens around it. */
  override render() {
    if (!this.hub) this.renderDetached();
    const ticket = this.hub ? this.#source.ticket : undefined;
    return html`<div class="root" lang=${this.language}>
      ${ticket ? this.#renderHead(ticket) : this.hub ? this.#renderWithout() : nothing}
      ${this.hasNotices ? html`<transfer-notice></transfer-notice>` : nothing}
      <div class="facts-box" part="facts" ?hidden=${!ticket}>${ticket ? this.#renderFacts(ticket) : nothing}</div>
      ${ticket && this.hasFields ? html`<agent-fields exportparts="save"></agent-fields>` : nothing}
      <reply-composer part="composer" ?hidden=${!ticket}></reply-composer>
      <claim-dialog @close=${this.#keepFocus}></claim-dialog>
      <forward-dialog @close=${this.#keepFocus}></forward-dialog>
      ${
        ticket && this.#deletion.open
          ? renderDeletion(ticket, this.texts, this.#onDelete, () => this.#deletion.close())
          : nothing
      }
    </div>`;
  }

  #renderWithout(): TemplateResult {
    const current = this.#source.current;
    if (!current || current.status === 'idle') return html`<slot name="empty"></slot>`;
    if (current.status === 'failed') return this.#renderProblem(current.error);
    return html`<div class="waiting" role="status">
      <span class="visually-hidden">${this.texts.common.loading}</span>
      ${[1, 2, 3, 4].map(() => html`<span class="skeleton"></span>`)}
    </div>`;
  }

  #renderProblem(error: DeskError): TemplateResult {
    const final = error.kind === 'denied' || error.kind === 'missing';
    const why = this.texts.errors[error.kind];
    return html`<div class="without" role="alert">
      <p class="sentence">${final ? why : `${this.texts.ticketDetail.failed} ${why}`}</p>
      ${
        final
          ? nothing
          : html`<button type="button" class="button" @click=${this.#onRetry}>${this.texts.common.retry}</button>`
      }
    </div>`;
  }

  #renderHead(ticket: Ticket): TemplateResult {
    const words = this.texts.ticketDetail;
    const buttons = buttonsOf(ticket, this.#source.session, this.#source.unavailable);
    const star = ticket.starred ? words.unstar : words.star;
    return html`<div class="head">
        <h2 class="title">${words.label}</h2>
        ${this.hasPresence ? html`<ticket-presence></ticket-presence>` : nothing}
        <div class="actions" part="actions" role="group" aria-label=${words.actions}>
          ${repeat(
            buttons,
            (button) => button.action,
            (button) => this.#renderButton(ticket, button),
          )}
          ${this.#transfer.render(transfersOf(ticket, this.#source.session, this.#source.unavailable), this.texts)}
          ${this.hasFields ? html`<call-button></call-button>` : nothing}
          <button
            type="button"
            class="button quiet star"
            aria-pressed=${ticket.starred}
            aria-label=${words.star}
            title=${star}
            @click=${this.#onStar}
          >
            ${icon(ticket.starred ? 'starred' : 'star')}
          </button>
        </div>
      </div>
      ${this.#renderRefusal(ticket)}`;
  }

  #renderButton(ticket: Ticket, { action, denied, icon: sign, primary, danger }: TicketButton): TemplateResult {
    const words = this.texts.ticketDetail;
    const isRunning = this.#source.isRunning(ticket, action);
    const name = this.texts.action[action];
    const why = denied === 'permission' ? this.texts.forwardDialog.denied : denied ? words.adminOnly : nothing;
    const whyId = `denied-${action}`;
    return html`<button
        type="button"
        class="button ${primary ? 'primary' : danger ? 'danger' : ''}"
        data-action=${action}
        aria-disabled=${denied || isRunning ? 'true' : nothing}
        aria-describedby=${denied ? whyId : nothing}
        title=${why}
        @click=${denied || isRunning ? nothing : () => this.#onAction(ticket, action)}
      >
        ${icon(sign)}${isRunning ? words.running({ action: name }) : name}
      </button>
      ${denied ? html`<span class="visually-hidden" id=${whyId}>${why}</span>` : nothing}`;
  }

  #renderRefusal(ticket: Ticket): TemplateResult | typeof nothing {
    const task = this.#source.refusal(ticket);
    if (!task) return nothing;
    return renderRefusal(task, this.texts, () => this.ask(new TaskDismissRequest(task.id)));
  }

  #renderFacts(ticket: Ticket): TemplateResult {
    return this.hasFields
      ? html`<customer-fields exportparts="save"></customer-fields>`
      : renderCustomer(ticket, this.texts);
  }

  async #loadFields(): Promise<void> {
    const load = () =>
      Promise.all([
        import('../customer-fields/define.js'),
        import('../agent-fields/define.js'),
        import('../call-button/define.js'),
      ]);
    this.hasFields = (await latePart(this, load)) !== undefined;
  }

  async #loadPresence(): Promise<void> {
    const part = await latePart(this, () => import('../ticket-presence/define.js'), false);
    this.hasPresence = part !== undefined;
  }

  async #loadNotices(): Promise<void> {
    this.hasNotices = (await latePart(this, () => import('../transfer-notice/define.js'))) !== undefined;
  }

  #onAction(ticket: Ticket, action: TicketButton['action']): void {
    if (action === 'claim') void this.#openClaim(ticket.ticketId);
    else if (action === 'forward') void this.#openForward(ticket.ticketId);
    else if (action === 'delete') {
      this.#deletedId = ticket.ticketId;
      void this.#deletion.show();
    } else this.ask(new TicketAdminRequest(ticket.ticketId, action));
  }

  async #openClaim(ticketId: string): Promise<void> {
    const part = await latePart(this, () => import('../claim-dialog/define.js'));
    if (part) await this.claimDialog?.show(ticketId);
  }

  async #openForward(ticketId: string): Promise<void> {
    const part = await latePart(this, () => import('../forward-dialog/define.js'));
    if (part) await this.forwardDialog?.show(ticketId);
  }

  async #openTransfer(kind: 'issue' | 'dooray'): Promise<void> {
    const ticketId = this.#source.ticket?.ticketId;
    const load = () => import('../transfer-dialog/define.js');
    const dialog = await latePart(this, () => lateDialog(this, 'transfer-dialog', load));
    // Who has gone on to another ticket meanwhile wants no dialog about this one.
    if (!dialog || !ticketId || ticketId !== this.#source.ticket?.ticketId) return;
    dialog.addEventListener('close', this.#keepFocus);
    await dialog.show(ticketId, kind);
  }

  /** A button goes with what it did, such as taking the ticket: the keyboard goes on beside it. */
  readonly #keepFocus = async (): Promise<void> => {
    await new Promise((painted) => requestAnimationFrame(painted));
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('.actions > button')?.focus();
  };

  readonly #onDelete = (): void => {
    this.#deletion.close();
    this.ask(new TicketAdminRequest(this.#deletedId, 'delete'));
  };

  readonly #onStar = (): void => {
    const { ticket } = this.#source;
    if (ticket) this.ask(new TicketStarRequest(ticket.ticketId, !ticket.starred));
  };

  readonly #onRetry = (): void => {
    this.ask(new RetryRequest('ticket'));
  };
}
