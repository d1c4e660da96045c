import { html, nothing, type TemplateResult } from 'lit';
import { composed } from '../../base/composing.js';
import type { RichEditor } from '../../editor/rich-editor.js';
import { textToHtml } from '../../util/text-html.js';
import type { AnswerOptions, AnswerPlace } from './answer-options.js';
import { draftText, imagesIn, isFormatted } from './draft-text.js';
import { editorAttributes, type FieldWords } from './field-attributes.js';

/** What can be done with the field now. */
export interface FieldState {
  readonly isDisabled: boolean;
  /** For a moment it takes no text. */
  readonly isRunning: boolean;
}

/**
 * What is written. It stands in a plain field until the rich editor is needed and there, and in services that answer in
 * plain text for good. The change-over happens between two keys: text, caret and focus stay.
 */
export class AnswerText {
  #text = '';
  /** What the plain field was filled with from outside. */
  #source = { html: '', text: '' };
  #editor?: RichEditor;
  #loading?: Promise<void>;
  #isRich = false;
  /** Whether an input method is at work in the plain field. */
  #isComposing = false;
  #atFocus = '';
  /** Counts whose text it is. */
  #turn = 0;

  constructor(
    private readonly place: AnswerPlace,
    private readonly options: AnswerOptions,
  ) {}

  get editor(): RichEditor | undefined {
    return this.#editor;
  }

  get html(): string {
    if (this.#editor) return this.#editor.html;
    return this.#isAsGiven ? this.#source.html : textToHtml(this.#text);
  }

  /** Whether nobody touched a text whose formats the plain field cannot show. */
  get #isAsGiven(): boolean {
    return this.#text === this.#source.text && isFormatted(this.#source.html);
  }

  /** Whether a text with formats was changed in the plain field: without the editor it would lose them. */
  get isPending(): boolean {
    return this.#isRich && !this.#editor && isFormatted(this.#source.html) && !this.#isAsGiven;
  }

  get text(): string {
    return this.#editor ? this.#editor.text : this.#text;
  }

  /** Whether there is neither a word nor an image. */
  get isEmpty(): boolean {
    if (this.#editor) return this.#editor.isEmpty;
    return this.#text.trim() === '' && this.imageIds.length === 0;
  }

  /** Whether an input method is at work. */
  get isComposing(): boolean {
    return this.#editor?.isComposing ?? this.#isComposing;
  }

  /** Where the agent writes. */
  get field(): HTMLElement | null {
    return this.#editor?.field ?? this.#plain;
  }

  get #plain(): HTMLTextAreaElement | null {
    return this.place.renderRoot.querySelector('textarea');
  }

  /** Whether it is written with formats; then the editor comes when it is first needed. */
  set isRich(isRich: boolean) {
    this.#isRich = isRich;
    if (isRich && isFormatted(this.#source.html)) void this.load();
    if (!isRich && this.#editor) this.#giveBack();
  }

  /** Html as it would be written here, so that two spellings of one text can be compared. */
  spell(html: string): string {
    return this.#editor?.spell(html) ?? html;
  }

  /** A text from outside. */
  show(html: string): void {
    this.#source = { html, text: draftText(html) };
    this.#text = this.#source.text;
    if (this.#editor) this.#editor.show(html);
    else this.sync();
    if (this.#isRich && isFormatted(html)) void this.load();
    this.place.requestUpdate();
  }

  /** Writes the plain text into its field, where it differs. */
  sync(): void {
    const field = this.#plain;
    if (field && !this.#editor && field.value !== this.#text) field.value = this.#text;
  }

  /** The stored parts that the text shows. */
  get imageIds(): readonly string[] {
    if (this.#editor) return this.#editor.imageIds;
    return this.#isAsGiven ? imagesIn(this.#source.html) : [];
  }

  /** Both fields, of which one is seen. They are the same nodes in every state. */
  render(words: FieldWords | undefined, { isDisabled, isRunning }: FieldState): TemplateResult {
    return html`<div class="rich" @focusin=${this.#onFocus} @focusout=${this.#onLeave}></div>
      <textarea
        class="editor"
        part="editor"
        rows="4"
        dir="auto"
        spellcheck="false"
        autocomplete="off"
        aria-label=${words?.label || nothing}
        aria-describedby="notice problem"
        aria-invalid=${words?.isInvalid ? 'true' : nothing}
        placeholder=${words?.placeholder || nothing}
        ?readonly=${isRunning}
        ?disabled=${isDisabled}
        @focus=${this.#onFocus}
        @input=${this.#onInput}
        @change=${() => this.options.onChange()}
        @paste=${(event: ClipboardEvent) => this.options.onPaste(event)}
        @compositionstart=${this.#onComposition}
        @compositionend=${this.#onComposition}
      ></textarea>`;
  }

  /** What is rendered stands; now the fields follow, which no template reaches. */
  rendered(words: FieldWords | undefined, { isDisabled, isRunning }: FieldState): void {
    this.sync();
    const isLocked = isDisabled || isRunning;
    if (words) this.#editor?.describe(editorAttributes(words, isLocked), isLocked);
  }

  /** Nothing that is still on its way belongs to what is written next. */
  startOver(): void {
    this.#turn++;
  }

  /** Puts html in; a plain field gets its words. Either is undone in one step. */
  async put(html: string, how: 'insert' | 'replace'): Promise<void> {
    const turn = this.#turn;
    if (this.#isRich) await this.load();
    if (turn !== this.#turn) return;
    if (this.#editor) this.#editor[how === 'insert' ? 'insertHtml' : 'replaceHtml'](html);
    else this.#type(draftText(html), how);
    this.field?.focus();
  }

  /** What stands before the caret in its line; empty where something is selected. */
  get lineBefore(): string {
    if (this.#editor) return this.#editor.lineBefore;
    const field = this.#plain;
    if (!field || field.selectionStart !== field.selectionEnd) return '';
    return field.value.slice(0, field.selectionStart).split('\n').at(-1) ?? '';
  }

  /** Selects so many letters before the caret, so that what is put in takes their place. */
  selectBefore(length: number): void {
    if (this.#editor) return this.#editor.selectBefore(length);
    const field = this.#plain;
    field?.setSelectionRange(field.selectionStart - length, field.selectionStart);
  }

  /** Loads the editor, once. Where that fails the plain field stays, and the next need tries again. */
  load(): Promise<void> {
    if (!this.#isRich || this.#editor) return Promise.resolve();
    return (this.#loading ??= this.#load().finally(() => (this.#loading = undefined)));
  }

  async #load(): Promise<void> {
    const place = this.place.renderRoot.querySelector<HTMLElement>('.rich');
    if (!place) return;
    try {
      const { createRichEditor, editorStyles } = await import('../../editor/rich-editor.js');
      await this.#composed();
      const { part, onFiles, onTyped } = this.options;
      const editor = await createRichEditor(place, {
        part,
        onFiles,
        onChange: onTyped,
        onTools: () => this.place.requestUpdate(),
      });
      await this.#composed();
      if (!this.#isRich || this.#editor) return editor.destroy();
      const { styleSheet } = editorStyles;
      const root = place.getRootNode() as ShadowRoot;
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
      this.#takeOver(editor);
    } catch {
      this.options.log.warnOnce(
        'cannot load its editor, so the plain field stays. Check the network, and the Trusted Types policy "dompurify".',
      );
    }
  }

  #composed(): Promise<void> {
    return composed(this.#plain, () => this.#isComposing);
  }

  #takeOver(editor: RichEditor): void {
    const field = this.#plain;
    const upTo = (end: number | undefined): string => this.#text.slice(0, end ?? this.#text.length);
    const typed = { text: this.#text, before: upTo(field?.selectionStart), until: upTo(field?.selectionEnd) };
    const hadFocus = field !== null && (field.getRootNode() as ShadowRoot).activeElement === field;
    const { html, text } = this.#source;
    const isSame = this.#text === text;
    if (!isFormatted(html)) editor.takeOver(typed);
    else if (isSame) editor.show(html);
    else editor.takeOverChanged(html, text, typed);
    if (field?.style.blockSize || field?.style.height) {
      editor.field.style.setProperty('block-size', `${field.offsetHeight}px`);
    }
    this.#editor = editor;
    const atFocus = editor.spell(this.#atFocus);
    if (field) {
      field.hidden = true;
      // What was sent must not stay behind in it, and what was not left yet is not told as left.
      field.value = '';
    }
    if (hadFocus) {
      editor.focus();
      this.#atFocus = atFocus;
    }
    if (isFormatted(html) && !isSame) this.options.onTyped();
    this.place.requestUpdate();
  }

  /** The service answers in plain text after all. */
  #giveBack(): void {
    const { text } = this;
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#text = text;
    const field = this.#plain;
    if (field) field.hidden = false;
    this.sync();
  }

  #type(words: string, how: 'insert' | 'replace'): void {
    const field = this.#plain;
    if (!field) return;
    field.focus();
    if (how === 'replace') field.select();
    // The only way that the field's own undo knows of.
    if (!document.execCommand('insertText', false, words)) {
      field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    }
  }

  readonly #onInput = (): void => {
    this.#text = this.#plain?.value ?? '';
    this.options.onTyped();
  };

  readonly #onFocus = (): void => {
    this.#atFocus = this.html;
    void this.load();
  };

  /** A field of formats tells no change by itself. */
  readonly #onLeave = (): void => {
    if (this.html !== this.#atFocus) this.options.onChange();
  };

  readonly #onComposition = ({ type }: Event): void => {
    this.#isComposing = type === 'compositionstart';
  };
}
