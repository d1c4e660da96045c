import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { codeName } from '../../base/code-name.js';
import { keyAria, keyName, keyText } from '../../base/commands.js';
import { isComposing } from '../../base/composing.js';
import { icon, type IconName } from '../../base/icons.js';
import { lateDialog } from '../../base/late-dialog.js';
import { latePart } from '../../base/late-part.js';
import { Loader } from '../../base/loader.js';
import { StoreReader } from '../../base/store-reader.js';
import type { FilledTemplate, Template } from '../../domain/templates.js';
import { AnswerInsertRequest, EntryShowRequest } from '../../events/requests.js';
import { TemplateInsertNotice } from '../../events/template-insert.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import type { ToolsHost } from './tools-host.js';
import { CustomerAgain } from './customer-again.js';

/** Opens the preview of the mail. */
const previewKey = 'Mod+Shift+Enter';

/** Where the code of a template was typed, at the beginning of a line. */
const typedCode = /^\/([\p{L}\p{N}]{1,20})$/u;

/** What helps writing an answer beside the tools of its text: templates, earlier texts, the preview, and what happened meanwhile. */
export class AnswerHelp {
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #again = new CustomerAgain();
  readonly #templates: Loader<readonly Template[]>;
  readonly #filled: Loader<FilledTemplate>;
  readonly #heard = new WeakSet<EventTarget>();
  #note: string | null = null;
  /** What the preview shows, or showed last. */
  #previewed = '';

  constructor(
    private readonly host: ToolsHost,
    /** Whether files of the answer are not there yet. */
    private readonly isUploading: () => boolean,
  ) {
    this.#more = new StoreReader<MoreTexts | undefined>(host.element, (hub) => hub.text.$more);
    new StoreReader(
      host.element,
      (hub) => hub.tickets.$currentId,
      (ticketId) => ticketId !== undefined && this.#again.turn(ticketId),
    );
    new StoreReader(
      host.element,
      (hub) => hub.tickets.$history,
      (history) => this.#again.follow(history),
    );
    this.#templates = new Loader(host.element);
    this.#filled = new Loader(host.element);
  }

  /** Another text stands there. */
  clear(): void {
    this.#note = null;
  }

  /** The text changed; a code that begins is soon to be known. */
  changed(): void {
    const { hub } = this.host.state;
    const isBegun = typedCode.test(this.host.answer.lineBefore);
    if (isBegun && hub && this.#templates.load.status === 'idle') {
      void this.#templates.start((signal) => hub.answers.templates(signal));
    }
  }

  /** Tells whether the key was one of these. */
  press(event: KeyboardEvent): boolean {
    if (isComposing(event) || this.host.state.isLocked) return false;
    if (keyName(event) === previewKey && this.#mail) {
      void this.#openPreview();
      return true;
    }
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
    const code = typedCode.exec(this.host.answer.lineBefore)?.[1];
    if (!code || event.composedPath()[0] !== this.host.answer.field) return false;
    if (this.#templates.value && !this.#byCode(code)) {
      this.#tell(this.#more.value?.templates.unknownCode({ code }) ?? null);
      return false;
    }
    void this.#insertByCode(code);
    return true;
  }

  /** At the end of the toolbar. */
  renderButtons(): TemplateResult | typeof nothing {
    const more = this.#more.value;
    if (!more) return nothing;
    return html`<span class="tools">
      ${this.#button('template', more.templates.open, this.#openTemplates)}
      ${this.#button('clock', more.draftVersions.open, this.#openVersions)}
    </span>`;
  }

  /** Above the way on. */
  renderNotes(): TemplateResult | typeof nothing {
    const words = this.#more.value?.customerAgain;
    if (!words) return nothing;
    const { entryId } = this.#again;
    const close = (act: () => void): TemplateResult =>
      html`<button type="button" class="button quiet" aria-label=${words.dismiss} title=${words.dismiss} @click=${act}>
        ${icon('close')}
      </button>`;
    const said = entryId === null ? '' : this.host.answer.isEmpty ? words.told : `${words.told} ${words.draftSafe}`;
    return html`<div class=${said ? 'help-line' : 'visually-hidden'}>
        ${said ? icon('mail') : nothing}<span class="words" role="status">${said}</span>
        ${
          said
            ? html`<button type="button" class="button" @click=${this.#onShow}>${words.show}</button>
                ${close(() => this.#dismissAgain())}`
            : nothing
        }
      </div>
      <div class=${this.#note ? 'help-line warns' : 'visually-hidden'}>
        ${this.#note ? icon('info') : nothing}<span class="words" role="status">${this.#note}</span>
        ${this.#note ? close(() => this.#tell(null)) : nothing}
      </div>`;
  }

  /** Beside Process, where a mail follows. */
  renderPreview(): TemplateResult | typeof nothing {
    const words = this.#more.value?.mailPreview;
    if (!words || !this.#mail) return nothing;
    return html`<button
      type="button"
      class="button"
      part="preview"
      title="${words.open} (${keyText(previewKey)})"
      aria-keyshortcuts=${keyAria(previewKey)}
      aria-disabled=${this.host.state.isLocked ? 'true' : nothing}
      @click=${() => void this.#openPreview()}
    >
      ${words.open}
    </button>`;
  }

  /** The step that sends a mail, if it is chosen. */
  get #mail(): 'resolve' | 'hold' | null {
    const { choice, ticket } = this.host.state;
    return ticket && (choice === 'resolve' || choice === 'hold') ? choice : null;
  }

  #button(sign: IconName, label: string, act: () => Promise<void>): TemplateResult {
    const { isLocked } = this.host.state;
    return html`<button
      type="button"
      class="button quiet tool"
      data-tool=${sign}
      tabindex="-1"
      aria-label=${label}
      aria-haspopup="dialog"
      aria-disabled=${isLocked ? 'true' : nothing}
      title=${label}
      @click=${() => isLocked || void act()}
    >
      ${icon(sign)}
    </button>`;
  }

  get #element(): LitElement {
    return this.host.element as LitElement;
  }

  readonly #openTemplates = async (): Promise<void> => {
    const load = (): Promise<unknown> => import('../template-list/define.js');
    const list = await latePart(this.#element, () => lateDialog(this.#element, 'template-list', load, true));
    if (!list) return;
    if (!this.#heard.has(list)) {
      this.#heard.add(list);
      list.addEventListener(TemplateInsertNotice.type, (event) => this.#onInserted(event as TemplateInsertNotice));
    }
    await list.show();
  };

  readonly #openVersions = async (): Promise<void> => {
    const { ticket } = this.host.state;
    const load = (): Promise<unknown> => import('../draft-versions/define.js');
    const versions = await latePart(this.#element, () => lateDialog(this.#element, 'draft-versions', load));
    if (ticket) await versions?.show(ticket.ticketId);
  };

  async #openPreview(): Promise<void> {
    if (!this.#answer) return;
    if (this.isUploading()) return this.#tell(this.#more.value?.mailPreview.uploading ?? null);
    const load = (): Promise<unknown> => import('../preview-dialog/define.js');
    const dialog = await latePart(this.#element, () => lateDialog(this.#element, 'preview-dialog', load));
    // As it is now: the dialog may have been on its way while another ticket was opened.
    const previewed = this.#answer;
    if (!dialog || !previewed) return;
    if (!this.#heard.has(dialog)) {
      this.#heard.add(dialog);
      dialog.addEventListener('process', (event) => {
        event.preventDefault();
        // Only what was seen is sent; a text that changed meanwhile is shown first.
        if (JSON.stringify(this.#answer) === this.#previewed) this.host.process();
        else void this.#openPreview();
      });
      dialog.addEventListener('correct', () => {
        this.host.answer.field?.focus();
        this.host.correct();
      });
    }
    this.#previewed = JSON.stringify(previewed);
    await dialog.show(previewed);
  }

  /** The answer as it would be sent by mail now. */
  get #answer() {
    const { answer, state } = this.host;
    const { ticket, attachments, isLocked } = state;
    const action = this.#mail;
    if (!ticket || !action || isLocked) return null;
    const attachmentIds = [...attachments.map(({ attachmentId }) => attachmentId), ...answer.imageIds];
    return { ticketId: ticket.ticketId, action, html: answer.html, attachmentIds, files: attachments };
  }

  #byCode(code: string): Template | undefined {
    const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();
    return this.#templates.value?.find((template) => template.code !== null && plain(template.code) === plain(code));
  }

  /** The code gives way to the text of its template. */
  async #insertByCode(code: string): Promise<void> {
    const { hub, ticket } = this.host.state;
    if (!hub || !ticket || this.#filled.isLoading) return;
    if (!this.#templates.value) await this.#templates.start((signal) => hub.answers.templates(signal));
    const template = this.#byCode(code);
    const words = this.#more.value?.templates;
    const { ticketId } = ticket;
    if (!template) return this.#tell(words?.unknownCode({ code }) ?? null);
    const filled = await this.#filled.start((signal) => hub.answers.filled(template.templateId, ticketId, signal));
    const error = this.#filled.error;
    if (error) return this.#tell(words?.notInserted({ why: this.host.state.texts.errors[error.kind] }) ?? null);
    // What was typed meanwhile is no code any more.
    if (!filled || this.host.state.ticket?.ticketId !== ticketId) return;
    if (this.host.answer.lineBefore === `/${code}`) this.host.answer.selectBefore(code.length + 1);
    this.#element.dispatchEvent(new AnswerInsertRequest(ticketId, filled.html));
    this.#onInserted(new TemplateInsertNotice(ticketId, template, filled.missing));
  }

  #onInserted({ missing }: TemplateInsertNotice): void {
    const more = this.#more.value;
    const codes = more ? missing.map((code) => codeName(code, more)).join(', ') : '';
    this.#tell(codes && more ? more.templates.missing({ codes }) : null);
  }

  #tell(note: string | null): void {
    this.#note = note;
    this.#element.requestUpdate();
  }

  #dismissAgain(): void {
    this.#again.forget();
    this.host.answer.field?.focus();
    this.#element.requestUpdate();
  }

  readonly #onShow = (): void => {
    const { ticket } = this.host.state;
    const { entryId } = this.#again;
    if (!ticket || entryId === null) return;
    this.#again.forget();
    this.#element.requestUpdate();
    this.#element.dispatchEvent(new EntryShowRequest(ticket.ticketId, entryId));
  };
}
