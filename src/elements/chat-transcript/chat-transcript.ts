import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { known } from '../../base/known.js';
import { LateElement } from '../../base/late-element.js';
import { renderUnread } from '../../base/settings-parts.js';
import { timeText } from '../../base/time-text.js';
import type { ChatTranscript } from '../../domain/chat.js';
import { AttachmentOpenRequest, RetryRequest } from '../../events/requests.js';
import { ChatSource } from './chat-source.js';
import { styles } from './chat-transcript.styles.js';
import { placed, renderLine, renderRating, type Telling } from './line-parts.js';

/** Pixels from the end of the messages within which a reader is at their end. */
const nearEnd = 40;

/**
 * What was said in the chat that the open ticket came from, the oldest first: who, when and what, with files, what the
 * customer thought of it, and what is said in it now.
 *
 * @element chat-transcript
 * @fires {AttachmentOpenRequest} desk-attachment-open-request - A file is to be saved. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The transcript, or the ticket, is to be loaded again. Cancelable.
 * @csspart messages - The list of messages.
 * @csspart message - One message.
 * @csspart rating - What the customer thought of it.
 */
export class ChatTranscriptPanel extends LateElement {
  static override styles = [inheritedReset, ...styles];

  /** Messages that came while the reader was farther up. */
  @state() private newer = 0;
  @query('.scroller') private scroller!: HTMLElement | null;

  readonly #source = new ChatSource(this);
  /** The ticket whose messages are shown, and how many of them there were. */
  #shown: { readonly ticketId: string; readonly count: number } | null = null;
  #isAtEnd = true;
  /** Where the reader was last. */
  #top = 0;
  /** Messages out of sight have a size only once they are seen: whoever is at the end stays there. */
  readonly #sizes = new ResizeObserver(() => this.#stay());
  #observed: HTMLElement | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#observed = null;
  }

  protected override willUpdate(): void {
    if (!this.hub) return;
    const ticketId = this.#source.ticket?.ticketId;
    const count = known(this.#source.load)?.messages.length;
    if (ticketId === undefined || count === undefined) return;
    const isSame = this.#shown?.ticketId === ticketId;
    const added = isSame && this.#shown ? count - this.#shown.count : 0;
    this.newer = isSame && !this.#isAtEnd ? this.newer + Math.max(0, added) : 0;
    this.#shown = { ticketId, count };
    // One that is read for the first time is read from its beginning, unless it is still going on.
    if (!isSame) this.#isAtEnd = known(this.#source.load)?.endedAt === null;
  }

  protected override updated(): void {
    const { scroller } = this;
    if (scroller !== this.#observed) {
      this.#sizes.disconnect();
      this.#observed = scroller;
      if (scroller?.firstElementChild) this.#sizes.observe(scroller.firstElementChild);
      if (scroller) this.#sizes.observe(scroller);
    }
    this.#stay();
  }

  #stay(): void {
    if (this.scroller && this.#isAtEnd) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    return html`<section class="root" lang=${this.language} aria-label=${this.more.chatTranscript.label}>
      ${this.#renderBody()}
    </section>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.chatTranscript;
    const { current, ticket, load } = this.#source;
    const again = (what: 'ticket' | 'chat') => (): unknown => this.ask(new RetryRequest(what));
    if (!current || current.status === 'idle') return html`<p class="quiet-words">${words.noTicket}</p>`;
    if (!ticket) {
      const error = current.status === 'failed' ? current.error : undefined;
      return renderUnread(error, words.failed, this.texts, again('ticket'), words.denied);
    }
    if (ticket.channel !== 'chat') return html`<p class="quiet-words">${words.noChat}</p>`;
    const transcript = known(load);
    if (!transcript) {
      const error = load?.status === 'failed' ? load.error : undefined;
      return renderUnread(error, words.failed, this.texts, again('chat'), words.denied);
    }
    if (transcript.messages.length === 0 && !transcript.rating) return html`<p class="quiet-words">${words.empty}</p>`;
    return html`${load?.status === 'failed' ? this.#renderOld(again('chat')) : nothing}
    ${this.#renderTranscript(transcript)}`;
  }

  #renderOld(again: () => unknown): TemplateResult {
    return html`<div class="notice calm" role="alert">
      <span>${this.more.chatTranscript.failed}</span>
      <button type="button" class="button" @click=${again}>${this.texts.common.retry}</button>
    </div>`;
  }

  #renderTranscript({ messages, rating, endedAt }: ChatTranscript): TemplateResult {
    const { more, language } = this;
    const words = more.chatTranscript;
    const { timeZone } = this.#source;
    const telling: Telling = {
      words,
      language,
      timeZone,
      open: (file) => void this.ask(new AttachmentOpenRequest(file.attachmentId, file.fileName)),
    };
    const ended =
      endedAt === null ? words.going : words.ended({ at: timeText(endedAt, language, timeZone, 'dateTime') });
    return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.messages} @scroll=${this.#onScroll}>
        <ol class="lines" part="messages">
          ${repeat(
            placed(messages, timeZone),
            ({ line }) => line.id,
            (one) => renderLine(one, telling),
          )}
        </ol>
        <p class="end">${ended}</p>
        ${rating ? renderRating(rating, words) : nothing}
      </div>
      <div class="newer" role="status">
        ${
          this.newer > 0
            ? html`<button type="button" class="button" title=${words.toNewest} @click=${this.#onNewest}>
                ${icon('chevronDown')}${words.newer(this.newer)}
              </button>`
            : nothing
        }
      </div>`;
  }

  readonly #onScroll = (): void => {
    const { scroller } = this;
    if (!scroller) return;
    const isNear = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop < nearEnd;
    // Messages that grow as they come into sight move the end away; only a reader goes up.
    this.#isAtEnd = isNear || (this.#isAtEnd && scroller.scrollTop >= this.#top);
    this.#top = scroller.scrollTop;
    if (this.#isAtEnd) this.newer = 0;
  };

  readonly #onNewest = (): void => {
    const { scroller } = this;
    if (!scroller) return;
    this.#isAtEnd = true;
    this.#stay();
    scroller.focus();
    this.newer = 0;
  };
}
