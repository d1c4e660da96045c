import { html, nothing, type TemplateResult } from 'lit';
import { AgentGuard } from '../../base/agent-guard.js';
import { DialogController } from '../../base/dialog.js';
import { FormDraft, type FormText } from '../../base/form-draft.js';
import type { HubHost } from '../../base/hub-link.js';
import { renderOtherWindow } from '../../base/other-window.js';
import { sentences } from '../../base/sentences.js';
import { TaskWatch } from '../../base/task-watch.js';
import { transferRefusal } from '../../base/transfer-refusal.js';
import { maxGuidance } from '../../domain/transfer.js';
import {
  DraftChangeRequest,
  DraftChooseRequest,
  GuidanceAskRequest,
  TaskDismissRequest,
} from '../../events/requests.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { htmlToText } from '../../util/html-text.js';
import { textToHtml } from '../../util/text-html.js';

const formOf = (text: string): FormText | null =>
  text.trim() === '' ? null : { html: textToHtml(text), values: {}, attachments: [] };

/** Asks the service that a ticket came from to tell the customer something. What is typed survives closing, refusals and reloads. */
export class GuidanceQuestion {
  readonly #dialog: DialogController;
  /** What became of the requests, by ticket: one may still be under way while another is asked. */
  readonly #watches = new Map<string, TaskWatch>();
  /** What was typed and not sent yet, by ticket. */
  readonly #texts = new Map<string, string>();
  /** Keeps what was typed with the hub, over reloads and windows. */
  readonly #draft: FormDraft;
  #ticketId = '';
  #problem: 'needText' | 'tooLong' | null = null;

  constructor(
    private readonly host: HubHost,
    private readonly onDone: (ticketId: string) => void,
  ) {
    this.#dialog = new DialogController(host);
    new AgentGuard(host, () => this.#texts.clear());
    this.#draft = new FormDraft(host, {
      change: (...told) => new DraftChangeRequest(...told),
      choose: (...told) => new DraftChooseRequest(...told),
      onOther: ({ html: kept }) => this.#write(htmlToText(kept)),
    });
  }

  /** Opens the question about a ticket. */
  async show(ticketId: string): Promise<void> {
    this.#ticketId = ticketId;
    this.#problem = null;
    // What was refused before was read; what is under way stays.
    if (!this.#watch.isRunning) this.#watch.forget();
    await Promise.all([this.#dialog.show(), this.#takeKept(ticketId, this.#text)]);
  }

  /** What is kept of the question; nothing that was typed until it came is lost. */
  async #takeKept(ticketId: string, before: string): Promise<void> {
    const draft = await this.#draft.follow('guidance', ticketId);
    if (ticketId !== this.#ticketId || this.#watch.isRunning) return;
    const kept = htmlToText(draft?.html ?? '');
    const isTyped = this.#text !== before && this.#text !== kept;
    if (kept !== '') this.#write(isTyped ? `${kept}\n${this.#text}` : kept);
    this.#draft.keep(formOf(this.#text));
  }

  /** Whether the question about a ticket is open, and tells itself why it was refused. */
  isAbout(ticketId: string): boolean {
    return this.#dialog.open && ticketId === this.#ticketId;
  }

  /** Another ticket is open: the question was about the former one. */
  follow(ticketId: string | undefined): void {
    if (this.#dialog.open && ticketId !== this.#ticketId) this.#dialog.close();
  }

  render(texts: Texts, more: MoreTexts): TemplateResult | typeof nothing {
    if (!this.#dialog.open) return nothing;
    const words = more.transferNotice;
    const { isRunning } = this.#watch;
    return html`<dialog class="dialog" part="dialog" aria-labelledby="ask-title" aria-describedby="ask-text">
      <form method="dialog" @submit=${this.#onSubmit}>
        <h2 class="dialog-title" id="ask-title">${words.askTitle}</h2>
        <div class="dialog-body">
          <p id="ask-text">${words.askText}</p>
          ${this.#renderField(more, isRunning)} ${this.#renderKept(texts, more)} ${this.#renderRefusal(texts, more)}
        </div>
        <div class="dialog-foot">
          <button type="button" class="button" @click=${() => this.#dialog.close()}>${texts.common.cancel}</button>
          <button type="submit" class="button primary" aria-disabled=${isRunning ? 'true' : nothing}>
            ${isRunning ? words.asking : words.askSubmit}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #renderField({ transferNotice: words }: MoreTexts, isRunning: boolean): TemplateResult {
    const problem = this.#problem === 'tooLong' ? words.tooLong(maxGuidance) : this.#problem && words.needText;
    return html`<label class="field">
      <span class="label">${words.askField}</span>
      <textarea
        class="input text"
        rows="5"
        autofocus
        placeholder=${words.askExample}
        aria-invalid=${problem ? 'true' : nothing}
        aria-describedby="ask-problem"
        ?readonly=${isRunning}
        .value=${this.#text}
        @input=${this.#onInput}
      ></textarea>
      <span class="problem" id="ask-problem" role="alert">${problem ?? nothing}</span>
    </label>`;
  }

  #renderKept(texts: Texts, more: MoreTexts): TemplateResult | typeof nothing {
    const { state, other } = this.#draft.state ?? {};
    if (state === 'conflict' && other) return renderOtherWindow(other, texts, more, this.#draft);
    return state === 'unsaved' ? html`<p class="notice" role="alert">${texts.replyComposer.unsaved}</p>` : nothing;
  }

  #renderRefusal(texts: Texts, more: MoreTexts): TemplateResult | typeof nothing {
    const { error } = this.#watch;
    if (!error) return nothing;
    const why = transferRefusal(error, 'guidance_ask', more) ?? texts.errors[error.kind];
    return html`<p class="notice" role="alert">${sentences(why, more.transferNotice.kept)}</p>`;
  }

  get #text(): string {
    return this.#texts.get(this.#ticketId) ?? '';
  }

  get #watch(): TaskWatch {
    const ticketId = this.#ticketId;
    const known = this.#watches.get(ticketId);
    if (known) return known;
    const watch = new TaskWatch(
      this.host,
      'guidance_ask',
      () => this.#onSent(ticketId),
      (taskId) => new TaskDismissRequest(taskId),
    );
    this.#watches.set(ticketId, watch);
    return watch;
  }

  #onSent(ticketId: string): void {
    this.#texts.delete(ticketId);
    if (this.isAbout(ticketId)) this.#dialog.close();
    this.onDone(ticketId);
  }

  readonly #onInput = (event: Event): void => {
    this.#write((event.currentTarget as HTMLTextAreaElement).value);
    this.#draft.keep(formOf(this.#text));
  };

  #write(text: string): void {
    this.#texts.set(this.#ticketId, text);
    this.#problem = null;
    this.host.requestUpdate();
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#watch.isRunning) return;
    const text = this.#text.trim();
    this.#problem = text === '' ? 'needText' : [...text].length > maxGuidance ? 'tooLong' : null;
    this.host.requestUpdate();
    if (this.#problem) this.host.shadowRoot?.querySelector<HTMLElement>('.text')?.focus();
    else this.#watch.start(this.#ticketId, new GuidanceAskRequest(this.#ticketId, text));
  };
}
