import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Task } from '../../base/hub-context.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import type { Ticket } from '../../domain/types.js';
import { GuidanceDoneRequest, TaskDismissRequest, TransferMendRequest } from '../../events/requests.js';
import { GuidanceQuestion } from './guidance-question.js';
import { renderGuidance, renderOrigin, renderRefusal, renderTransfer, type Telling } from './notice-parts.js';
import { NoticeSource } from './notice-source.js';
import { styles } from './transfer-notice.styles.js';

/**
 * What the agent must know about the open ticket's transfer: that it is on its way or failed, that the customer is to be
 * told something, or where the ticket came from. Nothing while there is nothing to tell.
 *
 * @element transfer-notice
 * @fires {TransferMendRequest} desk-transfer-mend-request - A transfer that failed is to be sent again or withdrawn. Cancelable.
 * @fires {GuidanceAskRequest} desk-guidance-ask-request - The other service is to tell the customer something. Cancelable.
 * @fires {GuidanceDoneRequest} desk-guidance-done-request - The customer was told. Cancelable.
 * @fires {DraftChangeRequest} desk-draft-change-request - What was typed is to be kept. Cancelable.
 * @fires {DraftChooseRequest} desk-draft-choose-request - Of two texts, the one to go on with. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @csspart notice - One notice.
 * @csspart dialog - The question what the customer should know.
 */
export class TransferNotice extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** What went well last, said aloud. */
  @state() private said: 'mended' | 'withdrawn' | 'ended' | 'asked' | null = null;

  readonly #source = new NoticeSource(this);
  readonly #question = new GuidanceQuestion(this, (ticketId) => this.#tellAsked(ticketId));
  #shown?: Ticket;
  #hadFocus = false;

  protected override willUpdate(): void {
    this.#hadFocus = this.renderRoot.querySelector(':focus') !== null;
    if (!this.hub) return;
    const { ticket } = this.#source;
    this.#question.follow(ticket?.ticketId);
    this.#follow(ticket);
  }

  protected override updated(): void {
    // A button goes with what it did: the keyboard goes on beside it.
    if (this.#hadFocus && !this.renderRoot.querySelector(':focus'))
      this.renderRoot.querySelector<HTMLElement>('.root')?.focus();
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    const { ticket } = this.#source;
    const words = this.more.transferNotice;
    const telling = this.#telling;
    const refusal = this.#refusal;
    return html`<div class="root" lang=${this.language} tabindex="-1">
      ${
        ticket
          ? html`${renderTransfer(ticket, telling)} ${renderGuidance(ticket.guidance, telling)}
            ${renderOrigin(ticket, telling)}
            ${renderRefusal(refusal, telling, (taskId) => this.ask(new TaskDismissRequest(taskId)))}`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.said ? words[this.said] : nothing}</p>
      ${this.#question.render(this.texts, this.more)}
    </div>`;
  }

  /** The question tells its own refusals while it is open. */
  get #refusal(): Task | undefined {
    const others = ['transfer_retry', 'transfer_withdraw', 'guidance_done'] as const;
    const isOpen = this.#question.isAbout(this.#source.ticket?.ticketId ?? '');
    return isOpen ? this.#source.refusal(...others) : this.#source.refusal(...others, 'guidance_ask');
  }

  get #telling(): Telling {
    const { texts, more, language } = this;
    const { timeZone, isOurs } = this.#source;
    const ticketId = this.#source.ticket?.ticketId ?? '';
    const isBusy = this.#source.isRunning('transfer_retry', 'transfer_withdraw', 'guidance_done');
    return {
      texts,
      more,
      language,
      timeZone,
      isBusy,
      isOurs,
      mend: (what) => void this.ask(new TransferMendRequest(ticketId, what)),
      done: () => void this.ask(new GuidanceDoneRequest(ticketId)),
      ask: () => void this.#question.show(ticketId),
    };
  }

  #tellAsked(ticketId: string): void {
    if (ticketId === this.#source.ticket?.ticketId) this.said = 'asked';
  }

  /** Says aloud what became of the notices of a ticket, where it was looked at before. */
  #follow(ticket: Ticket | undefined): void {
    const before = this.#shown;
    this.#shown = ticket;
    if (!ticket || before === ticket) return;
    if (before?.ticketId !== ticket.ticketId) {
      this.said = null;
      return;
    }
    const wasFailed = before.transfer?.state === 'failed';
    if (wasFailed && ticket.transfer?.state === 'sending') this.said = 'mended';
    else if (wasFailed && !ticket.status.startsWith('dooray_')) this.said = 'withdrawn';
    else if (before.guidance && !ticket.guidance) this.said = 'ended';
  }
}
