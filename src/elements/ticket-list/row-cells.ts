import { signPaths, type SignName } from '../../base/signs.js';
import type { TicketRow } from '../../domain/types.js';
import type { CellText } from './cell-text.js';
import type { RowWords } from './row-words.js';

const svgSpace = 'http://www.w3.org/2000/svg';

/** An empty sign; `draw` makes it one. */
export function drawSign(): SVGSVGElement {
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(svgSpace, 'path'));
  return svg;
}

/** The name is the class too: it brings the colour. */
export function draw(svg: SVGSVGElement, name: SignName): void {
  svg.setAttribute('class', `sign ${name}`);
  svg.firstElementChild?.setAttribute('d', signPaths[name]);
}

/** One cell of a row, which stands for one ticket after another. */
export interface RowCell {
  readonly cell: Element;
  write(row: TicketRow, words: RowWords): void;
  /** Tells the whole of it to whoever stops over it: there may be no room for all of it. */
  explain(words: RowWords): void;
}

/** A cell that is nothing but text; writing the same again costs nothing. */
export class TextCell implements RowCell {
  readonly #node = new Text();
  #shown = '';
  #told = '';

  constructor(
    readonly cell: Element,
    private readonly read: CellText,
  ) {
    cell.append(this.#node);
  }

  write(row: TicketRow, words: RowWords): void {
    const text = this.read(row, words);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#node.data = text;
  }

  explain(): void {
    if (this.#shown === this.#told) return;
    this.#told = this.#shown;
    this.cell.setAttribute('title', this.#told);
  }
}

/** A cell that says how long ago something was. */
export class TimeCell implements RowCell {
  readonly #node = new Text();
  #at: number | null = null;
  #exact: number | null = null;
  #shown = '';

  constructor(
    readonly cell: Element,
    private readonly field: 'updatedAt' | 'createdAt' | 'resolvedAt',
  ) {
    cell.append(this.#node);
  }

  write(row: TicketRow, words: RowWords): void {
    this.#at = row[this.field];
    this.tell(words);
  }

  /** Tells the time anew; the ticket is the same. */
  tell(words: RowWords): void {
    const text = this.#at === null ? '' : words.ago(this.#at);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#node.data = text;
  }

  explain(words: RowWords): void {
    if (this.#at === this.#exact) return;
    this.#exact = this.#at;
    if (this.#at === null) this.cell.removeAttribute('title');
    else this.cell.setAttribute('title', words.exact(this.#at));
  }

  /** The words are others. */
  forget(): void {
    this.#exact = null;
  }
}

/** A cell with a sign in it, or with none; the word goes into tooltip and name. */
export class SignCell implements RowCell {
  #sign?: SVGSVGElement;
  #name: SignName | null = null;
  #word = '';

  constructor(
    readonly cell: Element,
    private readonly sign: (row: TicketRow) => SignName | null,
    private readonly read: CellText,
  ) {}

  write(row: TicketRow, words: RowWords): void {
    const name = this.sign(row);
    const word = this.read(row, words);
    if (name !== this.#name) {
      this.#name = name;
      if (name) {
        this.#sign ??= drawSign();
        draw(this.#sign, name);
        if (!this.#sign.parentNode) this.cell.append(this.#sign);
      } else {
        this.#sign?.remove();
      }
    }
    if (word !== this.#word) {
      this.#word = word;
      if (word) this.cell.setAttribute('title', word);
      else this.cell.removeAttribute('title');
    }
  }

  explain(): void {
    // The word is always told.
  }
}

/** The sign of the status before its word. */
export class StatusCell extends TextCell {
  readonly #sign: SVGSVGElement;
  #name = '';

  constructor(
    cell: Element,
    private readonly sign: (row: TicketRow) => SignName,
    read: CellText,
  ) {
    super(cell, read);
    this.#sign = cell.firstElementChild as SVGSVGElement;
  }

  override write(row: TicketRow, words: RowWords): void {
    const name = this.sign(row);
    if (name !== this.#name) {
      this.#name = name;
      draw(this.#sign, name);
    }
    super.write(row, words);
  }
}
