import { draw, drawSign } from './row-cells.js';

/** A small sign at the end of a row's subject: somebody else has the ticket open, or writes an answer to it. */
export class RowPresence {
  #mark?: HTMLElement;
  #who = '';
  #isWriting = false;

  constructor(private readonly cell: Element | undefined) {}

  /** Nothing is made for a row at which nobody ever was. */
  write(who: string, isWriting: boolean): void {
    if (who === this.#who && isWriting === this.#isWriting) return;
    this.#who = who;
    this.#isWriting = isWriting;
    if (!who) {
      this.#mark?.remove();
      return;
    }
    const mark = (this.#mark ??= this.#make());
    mark.className = isWriting ? 'present writing' : 'present';
    mark.setAttribute('aria-label', who);
    mark.title = who;
    draw(mark.firstElementChild as SVGSVGElement, isWriting ? 'writing' : 'viewing');
    if (!mark.parentNode) this.cell?.append(mark);
  }

  #make(): HTMLElement {
    const mark = document.createElement('span');
    mark.setAttribute('role', 'img');
    mark.append(drawSign());
    return mark;
  }
}
