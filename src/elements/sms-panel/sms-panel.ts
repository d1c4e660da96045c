import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { AgentGuard } from '../../base/agent-guard.js';
import { keepTyping } from '../../base/commands.js';
import { FocusKeeper } from '../../base/focus-keeper.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { renderOtherWindow } from '../../base/other-window.js';
import { sentences } from '../../base/sentences.js';
import { renderUnread } from '../../base/settings-parts.js';
import { smsText, type SmsMessage, type SmsThread, type Unsendable } from '../../domain/sms.js';
import {
  AttachmentOpenRequest,
  RetryRequest,
  SmsSendRequest,
  SmsStepRequest,
  TaskDismissRequest,
} from '../../events/requests.js';
import { textToHtml } from '../../util/text-html.js';
import { newKey } from '../../util/key.js';
import { measure, renderImage, renderText, renderWhen, standingWords, type Composing } from './compose-parts.js';
import { LengthNews, type Standing } from './length-news.js';
import { styles } from './sms-panel.styles.js';
import { SmsSending } from './sms-sending.js';
import { SmsSource } from './sms-source.js';
import { SmsWriting, type WritingProblem } from './sms-writing.js';
import { refusalWords, renderMessage, type Telling } from './thread-parts.js';

/**
 * Text messages to the number of the open ticket's customer: a text with its length as carriers count it, a picture, at
 * once or later, and what became of those that were sent. What is written survives other tickets, refusals and reloads.
 *
 * @element sms-panel
 * @fires {SmsSendRequest} desk-sms-send-request - What is written is to be sent. Cancelable.
 * @fires {SmsStepRequest} desk-sms-step-request - A message is to be taken back, or sent again. Cancelable.
 * @fires {DraftChangeRequest} desk-draft-change-request - What is written is to be kept. Cancelable.
 * @fires {DraftChooseRequest} desk-draft-choose-request - Of two texts, the one to go on with. Cancelable.
 * @fires {AttachmentOpenRequest} desk-attachment-open-request - A picture is to be saved. Cancelable.
 * @fires {RetryRequest} desk-retry-request - The messages are to be loaded again. Cancelable.
 * @fires {TaskDismissRequest} desk-task-dismiss-request - The agent has read a refusal. Cancelable.
 * @csspart form - What is written.
 * @csspart messages - The list of messages.
 * @csspart message - One message.
 */
export class SmsPanel extends LateElement {
  static override styles = [inheritedReset, ...styles];

  @state() private problem: WritingProblem | null = null;
  @state() private said = '';
  @query('textarea') private field!: HTMLTextAreaElement | null;

  readonly #source = new SmsSource(this);
  readonly #writing = new SmsWriting(this, () => this.#news.typed());
  readonly #sending = new SmsSending(this, () => this.#onSent());
  readonly #news = new LengthNews(
    this,
    () => measure(this.#writing).standing,
    (before) => this.#standingWords(before),
  );
  #picker?: HTMLInputElement;

  constructor() {
    super();
    new AgentGuard(this, () => this.#turn());
    new FocusKeeper(this, '.image, .message, .root');
  }

  protected override willUpdate(): void {
    // An element that is being moved has no hub for a moment, and the same ticket afterwards.
    if (!this.hub) return;
    const { ticketId } = this.#source;
    if (ticketId === this.#ticketId) return;
    this.#ticketId = ticketId;
    this.#turn();
    this.#writing.follow(ticketId);
    this.#sending.follow(ticketId);
  }

  #ticketId: string | null = null;

  override render() {
    if (!this.hub) return this.renderDetached();
    return html`<section
      class="root"
      tabindex="-1"
      lang=${this.language}
      aria-label=${this.more.smsPanel.label}
      @keydown=${keepTyping}
    >
      ${this.#renderBody()}
    </section>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.smsPanel;
    const { session, ticketId, load, thread } = this.#source;
    if (session && !session.capabilities.sms) return html`<p class="quiet-words">${words.off}</p>`;
    if (ticketId === null) return html`<p class="quiet-words">${words.noTicket}</p>`;
    if (!thread) {
      const error = load?.status === 'failed' ? load.error : undefined;
      const again = (): unknown => this.ask(new RetryRequest('sms'));
      return renderUnread(error, words.failed, this.texts, again, words.denied);
    }
    return html`${this.#renderTo(thread)} ${thread.hindrance === null ? this.#renderForm() : nothing}
      <p class="said-now ${this.said ? '' : 'visually-hidden'}" role="status">
        ${this.said ? icon('check') : nothing}${this.said}
      </p>
      ${this.#renderThread(thread, load?.status === 'failed')}`;
  }

  #renderTo({ to, hindrance }: SmsThread): TemplateResult {
    const words = this.more.smsPanel;
    return html`${
      to === null ? nothing : html`<p class="to"><span class="label">${words.to}</span> <b dir="ltr">${to}</b></p>`
    }
    ${hindrance ? html`<p class="notice calm">${words[hindrance]}</p>` : nothing}`;
  }

  #renderForm(): TemplateResult {
    const { texts, more } = this;
    const words = more.smsPanel;
    const { isRunning, error } = this.#sending;
    const view = this.#composing(isRunning);
    const isLater = this.#writing.isLater;
    const { state: kept, other } = this.#writing.draft.state ?? {};
    const otherText = other && { ...other, html: textToHtml(String(other.values['text'] ?? '')) };
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
      ${renderText(view)} ${renderImage(view)} ${renderWhen(view)}
      ${kept === 'conflict' && otherText ? renderOtherWindow(otherText, texts, more, this.#writing.draft) : nothing}
      ${kept === 'unsaved' ? html`<p class="notice calm" role="alert">${words.draftFailed}</p>` : nothing}
      ${
        error
          ? html`<p class="notice" role="alert">
              ${sentences(words.notSent({ why: refusalWords(error, more, texts) }), words.kept)}
            </p>`
          : nothing
      }
      <button type="submit" class="button primary send" aria-disabled=${isRunning ? 'true' : nothing}>
        ${isRunning ? words.running : isLater ? words.submitLater : words.submit}
      </button>
    </form>`;
  }

  #renderThread({ messages }: SmsThread, isOld: boolean): TemplateResult {
    const words = this.more.smsPanel;
    const { step } = this.#source;
    const telling = this.#telling(step?.state === 'running');
    return html`<h3 class="title">${words.history}</h3>
      ${isOld ? html`<div class="notice calm" role="alert">${words.failed} ${this.#renderAgain()}</div>` : nothing}
      ${
        step?.state === 'failed' && step.error
          ? html`<div class="notice" role="alert">
              <span>${refusalWords(step.error, this.more, this.texts)}</span>
              <button type="button" class="button" @click=${() => this.ask(new TaskDismissRequest(step.id))}>
                ${this.texts.common.close}
              </button>
            </div>`
          : nothing
      }
      ${
        messages.length === 0
          ? html`<p class="quiet-words">${words.empty}</p>`
          : html`<ol class="messages" part="messages" reversed aria-label=${words.history}>
              ${repeat(
                [...messages].reverse(),
                ({ smsId }) => smsId,
                (message) => renderMessage(message, telling),
              )}
            </ol>`
      }`;
  }

  #renderAgain(): TemplateResult {
    return html`<button type="button" class="button" @click=${() => this.ask(new RetryRequest('sms'))}>
      ${this.texts.common.retry}
    </button>`;
  }

  #composing(isRunning: boolean): Composing {
    const { texts, more, language, problem } = this;
    return {
      writing: this.#writing,
      texts,
      words: more.smsPanel,
      language,
      timeZone: this.#source.timeZone,
      now: this.#now,
      isRunning,
      problem,
      heard: this.#news.said,
      select: (one) => this.#select(one),
      pick: () => isRunning || this.#picker?.click(),
      input: (element) => (this.#picker = element as HTMLInputElement | undefined),
    };
  }

  #telling(isBusy: boolean): Telling {
    const { texts, more, language } = this;
    return {
      texts,
      more,
      language,
      timeZone: this.#source.timeZone,
      isBusy,
      open: (file) => void this.ask(new AttachmentOpenRequest(file.attachmentId, file.fileName)),
      step: ({ smsId }: SmsMessage, step) =>
        void this.ask(new SmsStepRequest(newKey(), this.#ticketId ?? '', smsId, step)),
    };
  }

  #standingWords(before: Standing): string {
    // The hub may have gone while nobody typed.
    if (!this.hub) return '';
    return standingWords(measure(this.#writing), before, { words: this.more.smsPanel, language: this.language });
  }

  /** The server's time. */
  get #now(): number {
    return Date.now() + (this.hub?.session.$clockOffset.get() ?? 0);
  }

  /** Whoever reads the text aloud hears which character it is. */
  #select({ index, character }: Unsendable): void {
    const { field } = this;
    if (!field) return;
    // Places count in the text as it is sent; before them nothing is longer or shorter but decomposed letters.
    const at = field.value.indexOf(character, Math.max(0, index - 1));
    field.focus();
    if (at >= 0) field.setSelectionRange(at, at + character.length);
  }

  #turn(): void {
    this.problem = null;
    this.said = '';
    this.#news.stop();
  }

  #onSent(): void {
    const { smsPanel: words } = this.more;
    this.said = this.#writing.isLater ? words.reservedNow : words.sentNow;
    this.#writing.clear();
    this.#news.stop();
    // Who waits here goes on here; who is elsewhere by now is left there.
    if (this.matches(':focus-within')) this.field?.focus();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const ticketId = this.#ticketId;
    if (ticketId === null || this.#sending.isRunning) return;
    const { timeZone } = this.#source;
    this.said = '';
    this.problem = this.#writing.problem(timeZone, this.#now);
    if (this.problem) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus());
      return;
    }
    const { text, image } = this.#writing;
    const at = this.#writing.at(timeZone);
    this.#sending.start(
      new SmsSendRequest(newKey(), ticketId, {
        text: smsText(text),
        ...(image && { attachmentId: image.attachmentId }),
        ...(at !== null && { at }),
      }),
    );
  };
}
