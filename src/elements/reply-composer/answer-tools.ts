import { html, nothing, render, type TemplateResult } from 'lit';
import { keyName } from '../../base/commands.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Attachment } from '../../domain/types.js';
import { toolKeys } from '../../editor/tools.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { AnswerFiles, isShown, problemOf, type Upload } from './answer-files.js';
import { AnswerHelp } from './answer-help.js';
import { ChangedSince } from './changed-since.js';
import { DropZone } from './drop-zone.js';
import { renderFiles, renderUpload, type FileHandlers } from './file-list.js';
import { DoorayComment } from './dooray-comment.js';
import { ForbiddenWords } from './forbidden-words.js';
import { LinkField } from './link-field.js';
import { MailUndo } from './mail-undo.js';
import { OwnCopy } from './own-copy.js';
import { renderToolbar, type ToolButton } from './toolbar.js';
import type { Hindrance, ToolsHost } from './tools-host.js';
export { toolStyles } from './answer-tools.styles.js';

/** What stands around the text: the toolbar, the address of a link, files, and words that may not be sent. */
export class AnswerTools {
  readonly #more: StoreReader<MoreTexts | undefined>;
  readonly #files: AnswerFiles;
  readonly #link: LinkField;
  readonly #drop: DropZone;
  readonly #forbidden: ForbiddenWords;
  readonly #help: AnswerHelp;
  readonly #undo: MailUndo;
  readonly #copy: OwnCopy;
  readonly #dooray: DoorayComment;
  readonly #since: ChangedSince;
  readonly #signs = new Map<string, HTMLElement>();
  /** Images of this session, by their attachment. */
  readonly own = new Map<string, File>();
  #checked: unknown;

  constructor(private readonly host: ToolsHost) {
    const update = (): void => this.#update();
    this.#more = new StoreReader<MoreTexts | undefined>(host.element, (hub) => hub.text.$more);
    this.#link = new LinkField(host.element as never);
    this.#drop = new DropZone((files) => this.attach(files), update);
    this.#files = new AnswerFiles({
      get hub() {
        return host.state.hub;
      },
      get attached() {
        return host.state.attachments.length;
      },
      onChange: update,
      onStored: (upload, attachment) => this.#stored(upload, attachment),
    });
    this.#help = new AnswerHelp(host, () => this.#uploading !== null);
    this.#undo = new MailUndo(host);
    const more = (): MoreTexts | undefined => this.#more.value;
    this.#copy = new OwnCopy(host, more);
    this.#since = new ChangedSince(host, more);
    this.#dooray = new DoorayComment(host, more, () => this.#uploading);
    this.#forbidden = new ForbiddenWords({
      answer: host.answer,
      get more() {
        return more();
      },
      get words() {
        return host.state.forbidden;
      },
      onChange: () => host.element.requestUpdate(),
    });
  }

  /** The text changed; signs whose place was deleted end their upload. */
  changed(): void {
    for (const { id } of this.#files.uploads)
      if (this.#signs.has(id) && !this.host.answer.editor?.holds(id)) this.#cancel(id);
    this.#forbidden.later();
    this.#copy.later();
    this.#help.changed();
    this.#since.follow();
  }

  /** Looks through the text where another step, or other rules, are chosen. */
  recheck(): void {
    this.#copy.recheck();
    this.#since.follow();
    if (this.#checked === this.host.state.forbidden) return;
    this.#checked = this.host.state.forbidden;
    this.#forbidden.later();
  }

  /** Another text stands there: what was on its way for the former one ends. */
  clear(): void {
    this.#files.clear();
    this.#signs.clear();
    this.#link.close();
    this.#help.clear();
    this.#undo.clear();
    this.#copy.clear();
    this.#since.clear();
    this.#forbidden.later();
  }

  stop(): void {
    this.#forbidden.stop();
    this.#copy.stop();
    this.#undo.stop();
  }

  /** Why the answer cannot go, and leads to it. */
  hindrance(): Hindrance | null {
    if (this.#forbidden.look()) {
      this.#forbidden.goToNext();
      return 'forbidden';
    }
    return this.#uploading ?? (this.#since.stops() ? 'changed' : null);
  }

  get #uploading(): 'uploading' | 'notUploaded' | null {
    const { uploads } = this.#files;
    if (uploads.some(({ problem }) => problem === undefined)) return 'uploading';
    return uploads.some(({ problem }) => typeof problem === 'object') ? 'notUploaded' : null;
  }

  /** Leads to the next word that may not be sent. */
  get correct(): () => void {
    return this.#forbidden.goToNext;
  }

  /** Before the button that processes: the way to the preview, where a mail follows, and the comment at Dooray!. */
  renderBefore(): TemplateResult {
    return html`${this.#dooray.render()} ${this.#help.renderPreview()}`;
  }

  /** Why it cannot go, in words; of forbidden words the note beside them says it. */
  say(hindrance: Hindrance | null): string | null {
    const words = this.#more.value?.answerTools;
    if (!words || hindrance === null || hindrance === 'forbidden' || hindrance === 'changed') return null;
    return hindrance === 'uploading' ? words.uploadingStill : words.notUploaded;
  }

  /** Takes files: images go into the text, where it has any, all others beside it. */
  readonly take = (files: readonly File[], at: number | null = null): void => {
    if (this.host.state.isLocked) return;
    for (const file of files) void this.#add(file, this.host.state.isRich && isShown(file), at);
  };

  /** Takes files that are pasted into the plain field; words go there as they are. */
  paste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || event.clipboardData?.getData('text/plain')) return;
    event.preventDefault();
    this.take(files);
  }

  /** Takes files that are to stand beside the text. */
  attach(files: readonly File[]): void {
    if (this.host.state.isLocked) return;
    for (const file of files) void this.#add(file, false, null);
  }

  /** Hears what is dragged over the composer. */
  get hearDrag(): (event: DragEvent) => void {
    return this.#drop.hear;
  }

  /** Tells whether the key was one of the tools that ask for something first. */
  press(event: KeyboardEvent): boolean {
    if (this.#help.press(event)) return true;
    if (!this.host.answer.editor || keyName(event) !== toolKeys.link) return false;
    void this.#link.open();
    return true;
  }

  renderAbove(): TemplateResult | typeof nothing {
    const more = this.#more.value;
    const { answer } = this.host;
    if (!more) return nothing;
    const { isRich, isLocked, texts } = this.host.state;
    const state = { isRich, isLocked, tools: answer.editor?.tools, extras: this.#help.renderButtons() };
    return html`${renderToolbar(state, more, (button) => void this.#onPress(button))}
      ${this.#link.isOpen && answer.editor ? this.#link.render(answer.editor, texts, more) : nothing}
      <input type="file" class="file-input" multiple hidden @change=${this.#onFiles} />`;
  }

  renderBelow(): TemplateResult | typeof nothing {
    const more = this.#more.value;
    if (!more) return nothing;
    const { attachments, texts, language } = this.host.state;
    const beside = this.#files.uploads.filter(({ id }) => !this.#signs.has(id));
    return html`${this.#drop.render(more)} ${this.#forbidden.render()}
    ${renderFiles(attachments, beside, { texts, more, language }, this.#handlers)} ${this.#help.renderNotes()}
    ${this.#undo.render()} ${this.#copy.render()} ${this.#since.render()}`;
  }

  async #add(file: File, inline: boolean, at: number | null): Promise<void> {
    const ticketId = this.host.state.ticket?.ticketId;
    if (inline) await this.host.answer.load();
    // Another ticket is open by now: the file was meant for the former one.
    if (this.host.state.ticket?.ticketId !== ticketId) return;
    const { editor } = this.host.answer;
    const upload = this.#files.add(file, inline && editor !== undefined);
    if (!upload.inline || problemOf(file)) return;
    const sign = document.createElement('span');
    sign.className = 'placeholder';
    sign.contentEditable = 'false';
    this.#signs.set(upload.id, sign);
    editor?.hold(upload.id, sign, at);
    this.#update();
  }

  #stored({ id, file, inline }: Upload, attachment: Attachment): void {
    const { editor } = this.host.answer;
    this.#signs.delete(id);
    if (inline && editor) {
      this.own.set(attachment.attachmentId, file);
      // Undone since, or deleted with the text around it: then nobody wants it any more.
      editor.fill(id, attachment, file.name.replace(/\.[^.]+$/, ''));
      return;
    }
    this.host.attach([...this.host.state.attachments, attachment]);
  }

  #cancel(id: string): void {
    this.#signs.delete(id);
    this.host.answer.editor?.release(id);
    this.#files.remove(id);
  }

  /** Signs stand in the text, which is not rendered with the element. */
  #update(): void {
    const more = this.#more.value;
    this.host.element.requestUpdate();
    if (!more || !this.host.state.hub) return;
    const { texts, language } = this.host.state;
    for (const upload of this.#files.uploads) {
      const sign = this.#signs.get(upload.id);
      if (sign) render(renderUpload(upload, { texts, more, language }, this.#handlers), sign);
    }
  }

  readonly #handlers: FileHandlers = {
    retry: (id) => this.#files.retry(id),
    cancel: (id) => {
      this.#cancel(id);
      this.host.answer.field?.focus();
    },
    detach: (attachmentId) => {
      this.host.attach(this.host.state.attachments.filter((one) => one.attachmentId !== attachmentId));
      this.host.answer.field?.focus();
    },
  };

  async #onPress(button: ToolButton): Promise<void> {
    if (button === 'attach' || button === 'image') {
      const input = this.host.element.renderRoot.querySelector<HTMLInputElement>('.file-input');
      if (!input) return;
      input.accept = button === 'image' ? 'image/*' : '';
      input.dataset['kind'] = button;
      input.click();
      return;
    }
    await this.host.answer.load();
    if (button === 'link') await this.#link.open();
    else this.host.answer.editor?.run(button);
  }

  readonly #onFiles = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (input.dataset['kind'] === 'image') this.take(files);
    else this.attach(files);
  };
}
