import { closeHistory, history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { Slice, type Node } from 'prosemirror-model';
import { EditorState, Selection, TextSelection, type Plugin, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import type { PartSource } from '../base/body-images.js';
import { safeHtmlAtOnce } from '../base/safe-html.js';
import type { Attachment } from '../domain/types.js';
import { commands, link, linkAt, toolState } from './commands.js';
import { putIn, withLineAfter } from './edges.js';
import { highlights, nextHighlight, setHighlights } from './highlights.js';
import { ImageView } from './image-view.js';
import { lineKeys, ownKeys } from './keys.js';
import { lendSelection } from './lend-selection.js';
import { leadingOut } from './leading-out.js';
import { pasting } from './pasting.js';
import { addPlaceholder, placeholders, placeOf, removePlaceholder } from './placeholders.js';
import { carried, docOf, positionAfter, textOf } from './plain.js';
import { ProjectedText, type Stretch } from './projected.js';
import { documentOf, type Clean } from './read.js';
import { schema } from './schema.js';
import { tools, type Tool, type ToolState } from './tools.js';
import { htmlOf, isEmpty } from './write.js';

export { editorStyles } from './rich-editor.styles.js';

export interface EditorOptions {
  /** Fetches a stored part, as `hub.files.part` does. */
  readonly part: PartSource;
  /** The text changed by what the agent did. */
  onChange(): void;
  /** Another place, or other tools that hold there. */
  onTools(): void;
  /** Files for the text; `at` is a place for {@link RichEditor.hold}. */
  onFiles(files: readonly File[], at: number | null): void;
}

/** What stands in a plain field, and how much of it before and up to the end of what is selected there. */
export interface Typed {
  readonly text: string;
  readonly before: string;
  readonly until: string;
}

/** Loads what the editor needs to read foreign html at once. Rejects where the page refuses the sanitiser. */
export async function createRichEditor(place: HTMLElement, options: EditorOptions): Promise<RichEditor> {
  return new RichEditor(place, options, await safeHtmlAtOnce());
}

/** A text with formats, links, lists, quotations, tables and images, in a field that lives inside a shadow root. */
export class RichEditor {
  readonly #view: EditorView;
  readonly #plugins: readonly Plugin[];
  #attributes: Readonly<Record<string, string>> = {};
  #isLocked = false;
  #tools: ToolState;
  /** Foreign html that was read last, and what it is as ours. */
  #read = { html: '', own: '' };

  constructor(
    place: HTMLElement,
    private readonly options: EditorOptions,
    private readonly clean: Clean,
  ) {
    this.#plugins = [
      pasting({ clean, onFiles: (files, at) => options.onFiles(files, at) }),
      leadingOut(),
      history(),
      ...[ownKeys, lineKeys].map((keys) => keymap(keys)),
      placeholders(),
      highlights(),
    ];
    lendSelection(place);
    this.#view = new EditorView(place, {
      state: this.#fresh(docOf('')),
      editable: () => !this.#isLocked,
      attributes: ({ doc }) => ({
        ...this.#attributes,
        role: 'textbox',
        'aria-multiline': 'true',
        class: `editor ${doc.childCount === 1 && doc.content.size === 2 ? 'empty' : ''}`,
      }),
      // What Escape means is for whoever stands around the field to say.
      handleDOMEvents: { keydown: (view, event) => event.key === 'Escape' && !view.composing },
      nodeViews: { image: (node) => new ImageView(node, options.part) },
      dispatchTransaction: (transaction) => this.#apply(transaction),
    });
    this.#tools = toolState(this.#view.state);
  }

  /** The field itself. */
  get field(): HTMLElement {
    return this.#view.dom;
  }

  /** The text; the empty string when there is nothing in it. */
  get html(): string {
    return htmlOf(this.#view.state.doc);
  }

  get text(): string {
    return textOf(this.#view.state.doc);
  }

  /** Whether there is neither a word nor an image. */
  get isEmpty(): boolean {
    return isEmpty(this.#view.state.doc);
  }

  get isComposing(): boolean {
    return this.#view.composing;
  }

  get tools(): ToolState {
    return this.#tools;
  }

  /** The stored parts that the text shows. */
  get imageIds(): readonly string[] {
    const ids = new Set<string>();
    this.#view.state.doc.descendants((node) => {
      if (node.type === schema.nodes.image) ids.add(String(node.attrs['attachmentId']));
    });
    return [...ids];
  }

  /** Html as this editor would write it, so that two spellings of one text can be compared. */
  spell(html: string): string {
    if (html !== this.#read.html) this.#read = { html, own: htmlOf(documentOf(html, this.clean)) };
    return this.#read.own;
  }

  /** A text from outside takes the place of all; what can be undone begins anew. */
  show(html: string): void {
    this.#view.updateState(this.#fresh(documentOf(html, this.clean)));
    this.#follow();
  }

  /** Takes over from a plain field. */
  takeOver(typed: Typed): void {
    this.#view.updateState(this.#fresh(docOf(typed.text), typed));
    this.#follow();
  }

  /** The same, of a text with formats that the plain field could not show; what was typed there goes where it was typed. */
  takeOverChanged(html: string, shown: string, typed: Typed): void {
    const changed = carried(documentOf(html, this.clean), shown, typed.text);
    this.#view.updateState(this.#fresh(changed, typed));
    this.#follow();
  }

  /** What stands before the caret in its line; empty where something is selected. */
  get lineBefore(): string {
    const { $from, empty } = this.#view.state.selection;
    if (!empty || !$from.parent.isTextblock) return '';
    const text = $from.parent.textBetween(0, $from.parentOffset, '\n', (leaf) =>
      leaf.type.name === 'hard_break' ? '\n' : '\ufffc',
    );
    return text.split('\n').at(-1) ?? '';
  }

  /** Selects so many letters before the caret, so that what is put in takes their place. */
  selectBefore(length: number): void {
    const { state } = this.#view;
    const { from } = state.selection;
    this.#view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, from - length, from)));
  }

  /** Puts html where the caret is or was last. One step to undo. */
  insertHtml(html: string): void {
    const { content } = documentOf(html, this.clean);
    const only = content.childCount === 1 && content.firstChild?.type === schema.nodes.paragraph;
    this.#step((tr) => putIn(tr, new Slice(content, only ? 1 : 0, only ? 1 : 0)));
  }

  /** Puts html in the place of the whole text. One step to undo. */
  replaceHtml(html: string): void {
    const { content } = documentOf(html, this.clean);
    this.#step((tr) =>
      withLineAfter(tr.replaceWith(0, tr.doc.content.size, content)).setSelection(Selection.atEnd(tr.doc)),
    );
  }

  /** Does what a button of the toolbar says, or a key. */
  run(tool: Tool): void {
    commands[tool](this.#view.state, (transaction) => this.#view.dispatch(transaction), this.#view);
    this.#view.focus();
  }

  /** The address of the link at the caret; null without one. */
  get href(): string | null {
    return linkAt(this.#view.state)?.href ?? null;
  }

  /** Links what is selected; null takes the link away. */
  link(href: string | null): void {
    link(href)(this.#view.state, (transaction) => this.#view.dispatch(transaction));
    this.#view.focus();
  }

  /** The projection of the text in which forbidden words are looked for. */
  get projection(): string {
    return new ProjectedText(this.#view.state.doc).text;
  }

  /** Points out stretches of the projection; an empty list takes all marks away. */
  mark(stretches: readonly (Stretch & { readonly title: string })[]): void {
    const { state } = this.#view;
    const projected = new ProjectedText(state.doc);
    const found = stretches.flatMap((stretch) => {
      const range = projected.rangeOf(stretch);
      return range ? [{ ...range, title: stretch.title }] : [];
    });
    this.#view.dispatch(setHighlights(state.tr, found));
  }

  /** Selects the next marked stretch after the caret. */
  goToNextMark(): void {
    const { state } = this.#view;
    const next = nextHighlight(state, state.selection.to);
    if (next) this.#view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, next.from, next.to)));
    this.#view.focus();
    this.#view.dispatch(this.#view.state.tr.scrollIntoView());
  }

  /** Stands a sign where an image will be. */
  hold(id: string, sign: HTMLElement, at: number | null): void {
    const { tr, selection } = this.#view.state;
    this.#view.dispatch(addPlaceholder(tr, id, at ?? selection.to, sign));
  }

  /** Whether the sign still stands; it goes with the text around it. */
  holds(id: string): boolean {
    return placeOf(this.#view.state, id) !== null;
  }

  /** The image that a sign stood for is there. */
  fill(id: string, { attachmentId }: Attachment, alt: string): void {
    const { state } = this.#view;
    const at = placeOf(state, id);
    const tr = removePlaceholder(closeHistory(state.tr), id);
    if (at !== null) tr.replaceRangeWith(at, at, schema.nodes.image.create({ attachmentId, alt }));
    this.#view.dispatch(tr);
  }

  /** The image will not come. */
  release(id: string): void {
    this.#view.dispatch(removePlaceholder(this.#view.state.tr, id));
  }

  /** What stands on the field: its label, what it says while it is empty, what describes it. */
  describe(attributes: Readonly<Record<string, string>>, isLocked: boolean): void {
    const isSame = JSON.stringify(attributes) === JSON.stringify(this.#attributes) && isLocked === this.#isLocked;
    if (isSame) return;
    this.#attributes = attributes;
    this.#isLocked = isLocked;
    // Only this makes the view read its attributes again; the text and the caret stay.
    this.#view.setProps({});
  }

  /** The element stands elsewhere in the page. */
  moved(): void {
    this.#view.updateRoot();
  }

  focus(): void {
    this.#view.focus();
  }

  destroy(): void {
    this.#view.destroy();
  }

  #fresh(doc: Node, typed?: Typed): EditorState {
    const at = (before: string): number => positionAfter(doc, before);
    const selection = typed ? TextSelection.create(doc, at(typed.before), at(typed.until)) : Selection.atEnd(doc);
    return EditorState.create({ doc, selection, plugins: [...this.#plugins] });
  }

  #apply(transaction: Transaction): void {
    this.#view.updateState(this.#view.state.apply(transaction));
    this.#follow();
    if (transaction.docChanged) this.options.onChange();
  }

  #follow(): void {
    const next = toolState(this.#view.state);
    const { on, off } = this.#tools;
    const isSame = tools.every((tool) => next.on.has(tool) === on.has(tool) && next.off.has(tool) === off.has(tool));
    if (isSame) return;
    this.#tools = next;
    this.options.onTools();
  }

  /** A change that is undone for itself, whatever was typed just before and is typed right after. */
  #step(change: (transaction: Transaction) => Transaction): void {
    this.#view.dispatch(change(closeHistory(this.#view.state.tr)).scrollIntoView());
    this.#view.dispatch(closeHistory(this.#view.state.tr));
  }
}
