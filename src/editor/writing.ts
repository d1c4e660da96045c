import type { PartSource } from '../base/body-images.js';
import { composed } from '../base/composing.js';
import type { Logger } from '../base/logger.js';
import { htmlToText } from '../util/html-text.js';
import { textToHtml } from '../util/text-html.js';
import type { RichEditor } from './rich-editor.js';
import type { Tool } from './tools.js';

/** What was written, as the field spells it that it was written in. */
export interface Written {
  readonly text: string;
  readonly isHtml: boolean;
}

/** What the text needs of its dialog. */
export interface WritingHost {
  readonly log: Logger;
  readonly part: PartSource;
  /** Where somebody writes something else: who is there keeps the keyboard when something is put in. */
  readonly otherFields: string;
  root(): ParentNode;
  written(): Written;
  requestUpdate(): void;
  onTyped(written: Written): void;
  onFiles(files: readonly File[]): void;
}

/** A text of a dialog: with formats once the editor is there, in a plain field until then and where it does not come. */
export class Writing {
  #editor?: RichEditor;
  #place?: HTMLElement;
  #loading?: Promise<void>;
  /** Whether an input method is at work in the plain field. */
  #isComposing = false;

  constructor(private readonly host: WritingHost) {}

  get editor(): RichEditor | undefined {
    return this.#editor;
  }

  /** Whether there is a word or an image. */
  get isWritten(): boolean {
    return this.#editor ? !this.#editor.isEmpty : this.host.written().text.trim() !== '';
  }

  get #plain(): HTMLTextAreaElement | null {
    return this.host.root().querySelector<HTMLTextAreaElement>('#text');
  }

  /** The dialog was rendered. */
  rendered(attributes: Readonly<Record<string, string>>): void {
    const place = this.host.root().querySelector<HTMLElement>('.rich') ?? undefined;
    if (place !== this.#place) {
      this.#editor?.destroy();
      this.#editor = this.#loading = undefined;
      this.#place = place;
      if (place) this.#loading = this.#load(place);
    }
    this.#editor?.describe(attributes, false);
  }

  run(tool: Tool): void {
    this.#editor?.run(tool);
  }

  /** Puts html where the caret is; a plain field gets its words. Either is undone in one step. */
  async put(html: string): Promise<void> {
    await this.#loading;
    // Who has gone on to another field keeps the keyboard there.
    const { activeElement } = this.host.root() as ShadowRoot;
    if (!activeElement?.matches(this.host.otherFields)) this.focus();
    if (this.#editor) this.#editor.insertHtml(html);
    // The only way that the field's own undo knows of; it goes where the keyboard is.
    else if (this.#plain?.matches(':focus')) document.execCommand('insertText', false, htmlToText(html));
    else this.#putPlain(htmlToText(html));
  }

  #putPlain(text: string): void {
    const field = this.#plain;
    if (!field) return;
    field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  readonly onComposition = ({ type }: Event): void => {
    this.#isComposing = type === 'compositionstart';
  };

  /** The dialog has another text now: that takes the place of what stands there. */
  renew(): void {
    const { text, isHtml } = this.host.written();
    this.#editor?.show(isHtml ? text : textToHtml(text));
  }

  focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.#plain?.focus();
  }

  async #load(place: HTMLElement): Promise<void> {
    try {
      const { createRichEditor, editorStyles } = await import('./rich-editor.js');
      const editor = await createRichEditor(place, {
        part: this.host.part,
        onChange: () => this.#editor && this.host.onTyped({ text: this.#editor.html, isHtml: true }),
        onTools: () => this.host.requestUpdate(),
        onFiles: (files) => this.host.onFiles(files),
      });
      await this.#composed();
      if (place !== this.#place) return editor.destroy();
      const { styleSheet } = editorStyles;
      const root = place.getRootNode() as ShadowRoot;
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
      this.#takeOver(editor);
    } catch {
      this.host.log.warnOnce(
        'cannot load its editor, so the plain field stays. Check the network, and the Trusted Types policy "dompurify".',
      );
    }
  }

  #composed(): Promise<void> {
    return composed(this.#plain, () => this.#isComposing);
  }

  #takeOver(editor: RichEditor): void {
    const field = this.#plain;
    const { text, isHtml } = this.host.written();
    const upTo = (end: number | undefined): string => text.slice(0, end ?? text.length);
    const hadFocus = field !== null && (field.getRootNode() as ShadowRoot).activeElement === field;
    if (isHtml) editor.show(text);
    else editor.takeOver({ text, before: upTo(field?.selectionStart), until: upTo(field?.selectionEnd) });
    this.#editor = editor;
    if (!isHtml && text) this.host.onTyped({ text: editor.html, isHtml: true });
    if (field) field.hidden = true;
    if (hadFocus) editor.focus();
    this.host.requestUpdate();
  }
}
