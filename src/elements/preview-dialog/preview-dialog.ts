import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { hasColours } from '../../base/body-styles.js';
import { DialogController } from '../../base/dialog.js';
import { icon } from '../../base/icons.js';
import { inheritedReset } from '../../base/inherited-reset.js';
import { LateElement } from '../../base/late-element.js';
import { Loader } from '../../base/loader.js';
import { messageBodyStyles } from '../../base/message-body.styles.js';
import { renderBody } from '../../base/message-body.js';
import { sizeText } from '../../base/size-text.js';
import { codeText, textProblem } from '../../base/text-problem.js';
import type { MailPreview } from '../../domain/mail-preview.js';
import type { Attachment, Body } from '../../domain/types.js';
import { TicketProcessRequest } from '../../events/requests.js';
import { markWords } from './mark-words.js';
import { styles } from './preview-dialog.styles.js';

/** The answer whose mail is looked at. */
export interface PreviewedAnswer {
  readonly ticketId: string;
  readonly action: 'resolve' | 'hold';
  readonly html: string;
  readonly attachmentIds?: readonly string[];
  /** The files that go with the mail, beside the images in its text. */
  readonly files?: readonly Pick<Attachment, 'attachmentId' | 'fileName' | 'size'>[];
}

/**
 * The mail that the customer will get, before it is sent: for whom, from whom, and as it will look. Words that may not
 * be sent are named and marked, and then it cannot be processed from here.
 *
 * @element preview-dialog
 * @fires {Event} process - The agent wants to process what was previewed. Whoever cancels it does that; else it is asked for here. Does not bubble.
 * @fires {Event} correct - The agent goes back to correct the text. Does not bubble.
 * @fires {TicketProcessRequest} desk-ticket-process-request - The answer is to be sent. Cancelable.
 * @fires {Event} close - The dialog closed. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart mail - The text of the mail.
 */
export class PreviewDialog extends LateElement {
  static override styles = [inheritedReset, messageBodyStyles, ...styles];

  @state() private answer?: PreviewedAnswer;
  @query('.message-body') private body!: HTMLElement | null;

  #shown?: Body;
  #wasBlocked = false;
  #leaving?: AbortController;
  readonly #preview = new Loader<MailPreview>(this);
  readonly #dialog = new DialogController(this, () => this.#onClosed());

  override updated(): void {
    const body = this.#preview.value?.mail?.body;
    const isBlocked = this.#preview.value?.blocked ?? false;
    // The keyboard waits on the button that sends, which cannot be used now.
    if (isBlocked && !this.#wasBlocked) this.renderRoot.querySelector<HTMLElement>('.correct')?.focus();
    this.#wasBlocked = isBlocked;
    if (body !== this.#shown || (body && !this.body?.hasChildNodes())) this.#showBody(body);
  }

  override render() {
    if (!this.hub) return this.renderDetached();
    if (!this.#dialog.open) return nothing;
    return html`<div class="root" lang=${this.language}>
      <dialog class="dialog" part="dialog" aria-labelledby="title">
        <h2 class="dialog-title" id="title">${this.more.mailPreview.title}</h2>
        <div class="dialog-body">${this.#renderBody()}</div>
        <div class="dialog-foot">${this.#renderButtons()}</div>
      </dialog>
    </div>`;
  }

  #renderBody(): TemplateResult {
    const words = this.more.mailPreview;
    const { value, error, isLoading } = this.#preview;
    if (error) {
      return html`<p class="notice" role="alert">
        <span>${words.failed({ why: textProblem(error, this.texts) ?? this.texts.errors[error.kind] })}</span
        ><span>${words.safe}</span>
      </p>`;
    }
    if (!value || isLoading) return html`<p role="status">${words.loading}</p>`;
    return html`${this.#renderForbidden(value)} ${this.#renderCodes(value)}
    ${value.why ? html`<p class="notice calm">${words[value.why]}</p>` : nothing}
    ${value.mail ? this.#renderMail(value.mail) : nothing}`;
  }

  #renderForbidden({ forbidden, blocked, codes = [] }: MailPreview): TemplateResult | typeof nothing {
    const words = this.more.mailPreview;
    if (forbidden.length === 0 && (!blocked || codes.length > 0)) return nothing;
    const counts = new Map<string, number>();
    for (const { word } of forbidden) counts.set(word, (counts.get(word) ?? 0) + 1);
    return html`<div class="notice" role="alert">
      ${icon('warning')} ${words.blocked}
      <ul class="words" aria-label=${words.words}>
        ${[...counts].map(([word, count]) => html`<li>${words.word({ word, count })}</li>`)}
      </ul>
    </div>`;
  }

  #renderCodes({ codes = [] }: MailPreview): TemplateResult | typeof nothing {
    if (codes.length === 0) return nothing;
    return html`<p class="notice" role="alert">${icon('warning')} ${this.#codesLeft(codes)}</p>`;
  }

  #codesLeft(codes: readonly string[]): string {
    return this.texts.replyComposer.codeLeft({ codes: codeText(codes) });
  }

  #renderMail({ to, from, subject, body }: NonNullable<MailPreview['mail']>): TemplateResult {
    const words = this.more.mailPreview;
    const files = this.answer?.files ?? [];
    return html`<dl class="facts">
        <dt>${words.to}</dt>
        <dd dir="auto">${to}</dd>
        <dt>${words.from}</dt>
        <dd dir="auto">${from}</dd>
        <dt>${words.subject}</dt>
        <dd class="subject" dir="auto">${subject}</dd>
        ${files.length > 0 ? html`<dt>${words.files}</dt>` : nothing}
        ${files.map(({ fileName, size }) => html`<dd class="file"><bdi>${fileName}</bdi> (${sizeText(size, this.language)})</dd>`)}
      </dl>
      <section class="mail" part="mail" tabindex="0" aria-label=${words.body}>
        <div class="message-body ${hasColours(body) ? 'paper' : ''}" dir="auto"></div>
      </section>`;
  }

  #renderButtons(): TemplateResult {
    const words = this.more.mailPreview;
    const { common, action } = this.texts;
    const { value, error, isLoading } = this.#preview;
    const isBlocked = value?.blocked ?? false;
    const close = html`<button class="button" type="button" @click=${this.close}>${common.close}</button>`;
    if (error) {
      return html`${close}<button class="button primary" type="button" autofocus @click=${this.#read}>
          ${common.retry}
        </button>`;
    }
    const label = words.process({ action: this.answer ? action[this.answer.action] : '' });
    const why = value?.codes?.length && !value.forbidden.length ? this.#codesLeft(value.codes) : words.blocked;
    return html`${isBlocked ? html`<p class="why" id="why">${why}</p>` : nothing} ${close}
      ${
        isBlocked
          ? html`<button class="button correct" type="button" autofocus @click=${this.#onCorrect}>
              ${words.correct}
            </button>`
          : nothing
      }
      <button
        class="button primary"
        type="button"
        ?autofocus=${!isBlocked}
        aria-disabled=${isBlocked || isLoading || !value ? 'true' : nothing}
        aria-describedby=${isBlocked ? 'why' : nothing}
        @click=${this.#onProcess}
      >
        ${label}
      </button>`;
  }

  readonly #read = (): void => {
    const { hub, answer } = this;
    if (!hub || !answer) return;
    const { ticketId, files: _files, ...values } = answer;
    void this.#preview.start((signal) => hub.answers.preview(ticketId, values, signal));
  };

  #showBody(body: Body | undefined): void {
    this.#leaving?.abort();
    this.#shown = body;
    const box = this.body;
    if (!body || !box) return;
    const leaving = new AbortController();
    this.#leaving = leaving;
    const part = (attachmentId: string, signal: AbortSignal): Promise<string> =>
      this.hub ? this.hub.files.part(attachmentId, signal) : Promise.reject(new Error('There is no hub to ask.'));
    const words = [...new Set(this.#preview.value?.forbidden.map(({ word }) => word))];
    renderBody(body, { texts: this.texts.messageBody, part, signal: leaving.signal }).then(
      (nodes) => {
        if (leaving.signal.aborted) return;
        markWords(nodes, words);
        box.replaceChildren(nodes);
      },
      () => {
        if (!leaving.signal.aborted) box.textContent = `${this.more.mailPreview.unsafe}\n\n${body.text}`;
      },
    );
  }

  readonly #onProcess = (): void => {
    const { answer } = this;
    if (!answer || !this.#preview.value || this.#preview.value.blocked || this.#preview.isLoading) return;
    const { ticketId, action, html: text, attachmentIds } = answer;
    this.close();
    if (!this.dispatchEvent(new Event('process', { cancelable: true }))) return;
    this.ask(new TicketProcessRequest(ticketId, { action, html: text, attachmentIds }));
  };

  readonly #onCorrect = (): void => {
    this.close();
    this.dispatchEvent(new Event('correct'));
  };

  #onClosed(): void {
    this.#leaving?.abort();
    this.#preview.clear();
    this.dispatchEvent(new Event('close'));
  }

  /** Opens the dialog with the mail of an answer. */
  async show(answer: PreviewedAnswer): Promise<void> {
    this.answer = answer;
    this.#read();
    await this.#dialog.show();
  }

  /** Closes the dialog; nothing is sent. */
  close(): void {
    this.#dialog.close();
  }
}
