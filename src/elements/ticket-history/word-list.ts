import { wordsOf, type Word } from '../../base/mask-words.js';
import type { Stretch } from '../../base/mask-ranges.js';
import type { HistoryEntry, MaskSpan } from '../../domain/types.js';

export interface WordListOptions {
  readonly language: string;
  nameOf(mask: MaskSpan): string;
  onChange(): void;
}

/** The words of a message to choose from: by arrows and Shift, or by pressing the first and the last. */
export class WordList {
  readonly element = document.createElement('div');
  readonly #words: readonly Word[];
  readonly #options: readonly HTMLElement[];
  readonly #onChange: () => void;
  #anchor = 0;
  #active = 0;
  /** The first word was pressed: the next press says where the last one is. */
  #isBegun = false;

  constructor(entry: HistoryEntry, { language, nameOf, onChange }: WordListOptions) {
    this.#onChange = onChange;
    this.#words = wordsOf(entry, language);
    this.#options = this.#words.map((word, index) => optionOf(entry.text, word, index, nameOf));
    this.element.className = 'word-list';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-multiselectable', 'true');
    this.element.tabIndex = 0;
    this.element.dir = 'auto';
    this.element.translate = false;
    this.element.append(...this.#withGaps(entry.text));
    this.element.addEventListener('keydown', this.#onKeydown);
    this.element.addEventListener('click', this.#onClick);
    this.#mark(0, 0);
  }

  get isEmpty(): boolean {
    return this.#words.length === 0;
  }

  get count(): number {
    return this.isEmpty ? 0 : this.#last - this.#first + 1;
  }

  /** From the first chosen word to the last. */
  get chosen(): Stretch | null {
    const [first, last] = [this.#words[this.#first], this.#words[this.#last]];
    return first && last ? { start: first.start, length: last.start + last.length - first.start } : null;
  }

  /** Chooses the words of a stretch. */
  choose({ start, length }: Stretch): void {
    const touches = (word: Word): boolean => word.start < start + length && start < word.start + word.length;
    const first = this.#words.findIndex(touches);
    if (first >= 0) this.#move(this.#words.findLastIndex(touches), first);
  }

  get #first(): number {
    return Math.min(this.#anchor, this.#active);
  }

  get #last(): number {
    return Math.max(this.#anchor, this.#active);
  }

  #withGaps(text: string): (string | Node)[] {
    let at = 0;
    const parts = this.#words.flatMap((word, index) => {
      const gap = text.slice(at, word.start);
      at = word.start + word.length;
      return [gap, this.#options[index] as Node];
    });
    return [...parts, text.slice(at)];
  }

  #move(to: number, anchor = to): void {
    const [from, until] = [this.#first, this.#last];
    this.#anchor = anchor;
    this.#active = Math.max(0, Math.min(to, this.#words.length - 1));
    this.#mark(from, until);
    this.#options[this.#active]?.scrollIntoView({ block: 'nearest' });
    this.#onChange();
  }

  /** Tells again what is chosen, from one word to another and wherever something is chosen now. */
  #mark(from: number, until: number): void {
    for (let index = Math.min(from, this.#first); index <= Math.max(until, this.#last); index++) {
      const isChosen = index >= this.#first && index <= this.#last;
      this.#options[index]?.setAttribute('aria-selected', String(isChosen));
      this.#options[index]?.classList.toggle('active', index === this.#active);
    }
    const active = this.#options[this.#active];
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#reached(event.key);
    // A list does not scroll away under its reader.
    if (event.key === ' ') event.preventDefault();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isBegun = false;
    this.#move(to, event.shiftKey ? this.#anchor : undefined);
  };

  #reached(key: string): number | undefined {
    const isRightToLeft = getComputedStyle(this.element).direction === 'rtl';
    switch (key) {
      case 'Home':
        return 0;
      case 'End':
        return this.#words.length - 1;
      case 'ArrowLeft':
        return this.#active + (isRightToLeft ? 1 : -1);
      case 'ArrowRight':
        return this.#active + (isRightToLeft ? -1 : 1);
      case 'ArrowUp':
        return this.#inLine(-1);
      case 'ArrowDown':
        return this.#inLine(1);
      default:
        return undefined;
    }
  }

  /** The word above or below, in the line next to this one. */
  #inLine(step: 1 | -1): number {
    const own = this.#options[this.#active]?.getBoundingClientRect();
    let [best, least, line] = [this.#active, Infinity, Number.NaN];
    for (let index = this.#active + step; own && this.#options[index]; index += step) {
      const box = this.#options[index]?.getBoundingClientRect() as DOMRect;
      const isOther = step > 0 ? box.top >= own.bottom - 1 : box.bottom <= own.top + 1;
      if (!isOther) continue;
      if (Number.isNaN(line)) line = box.top;
      if (Math.abs(box.top - line) > box.height / 2) break;
      const distance = Math.abs(box.left + box.right - own.left - own.right);
      if (distance < least) [best, least] = [index, distance];
    }
    return best;
  }

  readonly #onClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    const index = option ? this.#options.indexOf(option) : -1;
    if (index < 0) return;
    const isLast = this.#isBegun || event.shiftKey;
    this.#isBegun = !isLast;
    this.#move(index, isLast ? this.#anchor : undefined);
  };
}

function optionOf(text: string, word: Word, index: number, nameOf: (mask: MaskSpan) => string): HTMLElement {
  const option = document.createElement('span');
  option.id = `word-${index}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  if (word.mask) {
    option.className = 'masked';
    option.setAttribute('aria-label', nameOf(word.mask));
  }
  option.textContent = text.slice(word.start, word.start + word.length);
  return option;
}
