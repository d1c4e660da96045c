import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { possibleColumns, shownColumns, type ColumnState } from '../../domain/columns.js';
import { layoutText } from './column-layout.js';
import { columnsOf, type ColumnWords, type ListColumn } from './columns.js';

/**
 * The columns of a list and where they stand. Their places are one style sheet of the list's own, so that moving and
 * widening writes no row; `preview` tries an arrangement that nobody asked for yet.
 */
export class ListColumns implements ReactiveController {
  /** What is shown, in the order of the agent. */
  shown: readonly ListColumn[] = [];
  arranged: readonly ColumnState[] = [];
  #words: ColumnWords | undefined;
  #preview: readonly ColumnState[] | null = null;
  #sheet: CSSStyleSheet | undefined;
  #text = '';

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#preview = null;
  }

  get words(): ColumnWords | undefined {
    return this.#words;
  }

  /** The arrangement without what there is not. Fields that are not known yet stay: they may be there. */
  get ordered(): readonly ColumnState[] {
    if (!this.#words) return [];
    const { fields } = this.#words;
    const own = this.arranged.map(({ id }) => id).filter((id) => id.startsWith('f.'));
    return shownColumns(this.arranged, [...possibleColumns(fields), ...(fields.length === 0 ? own : [])]);
  }

  /** Every column that there is, in its usual order. */
  get choices(): readonly ListColumn[] {
    const all = possibleColumns(this.#words?.fields ?? []).map((id) => ({ id, width: null }));
    const known = new Map(this.shown.map((column) => [column.id, column]));
    return this.#words ? columnsOf(all, this.#words).map((column) => known.get(column.id) ?? column) : [];
  }

  /** Takes an arrangement; tells whether other cells are needed, or the same in another order. */
  take(arranged: readonly ColumnState[], words: ColumnWords): boolean {
    const isSame =
      arranged === this.arranged &&
      words.texts === this.#words?.texts &&
      words.fields === this.#words.fields &&
      words.serviceLanguage === this.#words.serviceLanguage;
    if (isSame) return false;
    const before = this.shown;
    this.arranged = arranged;
    this.#words = words;
    this.shown = columnsOf(arranged, words);
    this.#write();
    return before.length !== this.shown.length || before.some(({ id }, place) => id !== this.shown[place]?.id);
  }

  /** Shows columns as they would stand; null ends that. */
  preview(arranged: readonly ColumnState[] | null): void {
    this.#preview = arranged;
    this.#write();
  }

  #write(): void {
    if (!this.#words) return;
    const arranged = this.#preview ?? this.arranged;
    const columns = this.#preview ? columnsOf(this.#preview, this.#words) : this.shown;
    const text = layoutText(columns, arranged);
    if (text === this.#text) return;
    this.#text = text;
    if (!this.#sheet) {
      const root = this.host.shadowRoot as ShadowRoot;
      this.#sheet = new CSSStyleSheet();
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
    }
    this.#sheet.replaceSync(text);
  }
}
