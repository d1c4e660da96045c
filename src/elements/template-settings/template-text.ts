import type { RichEditor } from '../../editor/rich-editor.js';
import { escapeHtml } from '../../util/text-html.js';

/** What the text needs of the form that it stands in. */
export interface TextPlace {
  readonly renderRoot: HTMLElement | DocumentFragment;
  part(attachmentId: string, signal: AbortSignal): Promise<string>;
  requestUpdate(): void;
  onTyped(html: string): void;
}

/** The text of a template in the editor; where that cannot be loaded, its html in a plain field. */
export class TemplateText {
  #editor?: RichEditor;
  #place?: HTMLElement;
  #loading = false;
  #shown?: unknown;
  #hasFailed = false;

  constructor(private readonly host: TextPlace) {}

  get editor(): RichEditor | undefined {
    return this.#editor;
  }

  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** The form was rendered: `of` tells one text from another, so that what is typed is not shown over. */
  rendered(html: string, of: unknown, attributes: Readonly<Record<string, string>>, isLocked: boolean): void {
    const place = this.host.renderRoot.querySelector<HTMLElement>('.rich') ?? undefined;
    if (place !== this.#place) this.#leave(place);
    if (!place) return;
    if (!this.#editor) return void this.#load(place);
    if (of !== this.#shown) this.#editor.show(html);
    this.#shown = of;
    this.#editor.describe(attributes, isLocked);
  }

  /** Puts words where the caret is. */
  insert(words: string): void {
    const field = this.host.renderRoot.querySelector<HTMLTextAreaElement>('textarea.source');
    if (this.#editor) {
      this.#editor.focus();
      this.#editor.insertHtml(escapeHtml(words));
    } else if (field) {
      field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
      field.focus();
      this.host.onTyped(field.value);
    }
  }

  focus(): void {
    if (this.#editor) this.#editor.focus();
    else this.host.renderRoot.querySelector<HTMLElement>('textarea.source')?.focus();
  }

  #leave(place: HTMLElement | undefined): void {
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#shown = undefined;
    this.#place = place;
  }

  async #load(place: HTMLElement): Promise<void> {
    if (this.#loading || this.#hasFailed) return;
    this.#loading = true;
    try {
      const { createRichEditor, editorStyles } = await import('../../editor/rich-editor.js');
      const root = place.getRootNode() as ShadowRoot;
      const { styleSheet } = editorStyles;
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
      const editor = await createRichEditor(place, {
        part: (attachmentId, signal) => this.host.part(attachmentId, signal),
        onChange: () => this.#editor && this.host.onTyped(this.#editor.html),
        // Later, for a text is shown while its form is rendered.
        onTools: () => queueMicrotask(() => this.host.requestUpdate()),
        onFiles: () => undefined,
      });
      if (place.isConnected && place === this.#place) this.#editor = editor;
      else editor.destroy();
    } catch {
      this.#hasFailed = true;
    }
    this.#loading = false;
    this.host.requestUpdate();
  }
}
