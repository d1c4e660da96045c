import { iconPaths, type IconName } from '../../base/icons.js';

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
export function draw(svg: SVGSVGElement, name: IconName): void {
  svg.setAttribute('class', `sign ${name}`);
  svg.firstElementChild?.setAttribute('d', iconPaths[name]);
}

/** A cell that is nothing but text; writing the same again costs nothing. */
export class TextCell {
  readonly #node = new Text();
  #shown = '';
  #told = '';

  constructor(readonly cell: Element) {
    cell.append(this.#node);
  }

  write(text: string): void {
    if (text === this.#shown) return;
    this.#shown = text;
    this.#node.data = text;
  }

  /** Tells the whole text to whoever stops over it: there may be no room for all of it. */
  explain(): void {
    if (this.#shown === this.#told) return;
    this.#told = this.#shown;
    this.cell.setAttribute('title', this.#told);
  }
}

/** A cell with a sign in it, or with none; the word goes into tooltip and name. */
export class SignCell {
  #sign?: SVGSVGElement;
  #name: IconName | null = null;
  #word = '';

  constructor(readonly cell: Element) {}

  write(name: IconName | null, word: string): void {
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
}
