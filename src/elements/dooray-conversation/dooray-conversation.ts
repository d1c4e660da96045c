import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DialogController } from '../../base/dialog.js';
import type { Task } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { sentences } from '../../base/sentences.js';
import { renderFrame, renderUnread } from '../../base/settings-parts.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import type { DoorayConversation } from '../../domain/transfer.js';
import type { Ticket } from '../../domain/types.js';
import { AttachmentOpenRequest, DoorayRetryRequest, RetryRequest, TaskDismissRequest } from '../../events/requests.js';
import { BodyBoxes } from './body-boxes.js';
import { agoText, renderComment, renderTask, type Telling } from './conversation-parts.js';
import { ConversationSource } from './conversation-source.js';
import { styles } from './dooray-conversation.styles.js';

/** How often ages are told anew, in milliseconds. */
const interval = 30_000;
/** Pixels from the end of the comments within which a reader is at their end. */
const nearEnd = 40;

/**
 * The task at Dooray! that the open ticket was transferred to, and the comments of both sides, the newest last: who, when,
 * what, which files, and whether our own got there.
 *
 * @element dooray-conversation
 * @fires {DoorayRetryRequest} desk-dooray-retry-request - A comment that did not get there is to be sent again. Cancelable.
 * @fires {AttachmentOpenRequest} desk-attachment-open-request - A file is to be saved. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The conversation, or the ticket, is to be loaded again. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @fires {Event} close - The layer closed. Does not bubble.
 * @csspart dialog - The layer, where it is one.
 * @csspart task - What the task is.
 * @csspart comments - The list of comments.
 * @csspart comment - One comment.
 */
export class DoorayConversationPanel extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  /** Whether it is a layer that `show` opens, instead of a part of the page. */
  @property({ type: Boolean, reflect: true }) layer = false;

  @state() private newer = 0;
  @query('.scroller') private scroller!: HTMLElement | null;

  readonly #source = new ConversationSource(this);
  readonly #dialog = new DialogController(this, () => this.#onClosed());
  readonly #bodies = new BodyBoxes();
  #timer?: ReturnType<typeof setInterval>;
  /** The ticket whose comments are shown, and how many of them there were. */
  #shown: { readonly ticketId: string; readonly count: number } | null = null;
  #isAtEnd = true;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), interval);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#bodies.clear();
    this.#shown = null;
  }

  protected override willUpdate(): void {
    const { scroller } = this;
    this.#isAtEnd = !scroller || scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < nearEnd;
    if (this.hub) this.#count();
  }

  protected override updated(): void {
    this.#bodies.end();
    if (this.scroller && this.#isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  override render() {
    this.#bodies.begin();
    if (!this.hub) return this.renderDetached();
    const { layer, language } = this;
    const title = this.more.doorayConversation.label;
    const frame = { layer, language, close: this.texts.common.close, isOpen: this.#dialog.open };
    return renderFrame({ ...frame, title, onClose: () => this.close() }, () => this.#renderContent());
  }

  #renderContent(): TemplateResult {
    const words = this.more.doorayConversation;
    const { current, ticket, load } = this.#source;
    const again = (what: 'ticket' | 'conversation') => (): unknown => this.ask(new RetryRequest(what));
    if (!current || current.status === 'idle') return html`<p class="quiet-words">${words.noTicket}</p>`;
    if (!ticket) {
      const error = current.status === 'failed' ? current.error : undefined;
      return renderUnread(error, words.failed, this.texts, again('ticket'), words.denied);
    }
    if (!ticket.transfer) return this.#renderNone();
    const conversation = known(load);
    if (!conversation) {
      const error = load?.status === 'failed' ? load.error : undefined;
      return renderUnread(error, words.failed, this.texts, again('conversation'), words.denied);
    }
    if (!conversation.task && conversation.comments.length === 0) return this.#renderNone();
    return this.#renderConversation(ticket, conversation);
  }

  #renderNone(): TemplateResult {
    const words = this.more.doorayConversation;
    return html`<p class="quiet-words"><span>${words.none}</span> <span>${words.noneSense}</span></p>`;
  }

  #renderConversation(ticket: Ticket, conversation: DoorayConversation): TemplateResult {
    const words = this.more.doorayConversation;
    const telling = this.#telling(ticket);
    const { task, comments } = conversation;
    return html`${this.#renderNotes(conversation, telling)}
      <div class="scroller" tabindex="0" role="group" aria-label=${words.label}>
        ${task ? renderTask(task, telling) : nothing}
        ${
          comments.length === 0
            ? html`<p class="quiet-words">${this.#emptyWords(ticket)}</p>`
            : html`<ol class="comments" part="comments" aria-label=${words.comments}>
                ${repeat(
                  comments,
                  ({ id }) => id,
                  (comment) => renderComment(comment, telling),
                )}
              </ol>`
        }
      </div>
      <p class="visually-hidden" role="status">${this.newer > 0 ? words.newer(this.newer) : nothing}</p>`;
  }

  #emptyWords(ticket: Ticket): string {
    const words = this.more.doorayConversation;
    return ticket.actions.includes('dooray_comment') ? sentences(words.empty, words.emptySense) : words.empty;
  }

  /** Above the conversation: what is not as it should be, and how old it is. */
  #renderNotes({ stale, readAt }: DoorayConversation, telling: Telling): TemplateResult {
    const words = this.more.doorayConversation;
    const { common } = this.texts;
    const { load, retry } = this.#source;
    const isOld = stale || load?.status === 'failed';
    const when = readAt === null ? null : agoText(readAt, telling);
    const told = when === null ? words.staleNever : words.stale({ when });
    const refusal = retry?.state === 'failed' ? retry : undefined;
    return html`<div class=${isOld ? 'note' : 'visually-hidden'} role="status">
        ${
          isOld
            ? html`${icon('warning')}<span>${told}</span>
                <button type="button" class="button" @click=${this.#onAgain}>${common.retry}</button>`
            : nothing
        }
      </div>
      ${
        refusal
          ? html`<div class="note" role="alert">
              ${icon('warning')}
              <span>${words.notSent({ why: this.#whyOf(refusal) })}</span>
              <button type="button" class="button" @click=${() => this.ask(new TaskDismissRequest(refusal.id))}>
                ${common.close}
              </button>
            </div>`
          : nothing
      }
      ${!isOld && when !== null ? html`<p class="read">${words.read({ when })}</p>` : nothing}`;
  }

  #whyOf({ error, action }: Task): string {
    return transferRefusal(error, action, this.more) ?? this.texts.errors[error?.kind ?? 'server'];
  }

  #telling({ ticketId, actions }: Ticket): Telling {
    const { texts, more, language, hub } = this;
    const part = (attachmentId: string, signal: AbortSignal): Promise<string> =>
      hub ? hub.files.part(attachmentId, signal) : Promise.reject(new Error('There is no hub to ask.'));
    return {
      texts,
      more,
      language,
      timeZone: this.#source.timeZone,
      now: Date.now() + (hub?.session.$clockOffset.get() ?? 0),
      mayComment: actions.includes('dooray_comment'),
      isRetrying: this.#source.retry?.state === 'running',
      box: (name, body) => this.#bodies.of(`${ticketId} ${name}`, body, { texts: texts.messageBody, part }),
      open: (file) => void this.ask(new AttachmentOpenRequest(file.attachmentId, file.fileName)),
      retry: (commentId) => void this.ask(new DoorayRetryRequest(ticketId, commentId)),
    };
  }

  /** Counts what came in while it was looked at; another ticket's comments are no news. */
  #count(): void {
    const ticketId = this.#source.ticket?.ticketId;
    const comments = known(this.#source.load)?.comments;
    if (ticketId === undefined || !comments) return;
    const isSame = this.#shown?.ticketId === ticketId;
    if (!isSame) this.#isAtEnd = true;
    this.newer = isSame && this.#shown ? Math.max(0, comments.length - this.#shown.count) || this.newer : 0;
    this.#shown = { ticketId, count: comments.length };
  }

  /** Opens it as a layer. */
  async show(): Promise<void> {
    this.layer = true;
    await this.#dialog.show();
  }

  /** Closes the layer. */
  close(): void {
    this.#dialog.close();
  }

  #onClosed(): void {
    this.dispatchEvent(new Event('close'));
  }

  readonly #onAgain = (): void => {
    this.ask(new RetryRequest('conversation'));
  };
}
