import { MessageWords, type Word } from '../../base/mask-words.js';
import type { Stretch } from '../../base/mask-ranges.js';
import type { HistoryEntry, MaskSpan } from '../../domain/types.js';

export interface WordListOptions {
  readonly language: string;
  nameOf(mask: MaskSpan): string;
  onChange(): void;
}

/** A word by the part of the message it is in. */
interface Place {
  readonly part: number;
  readonly index: number;
}

const isBefore = (one: Place, other: Place): boolean =>
  one.part < other.part || (one.part === other.part && one.index < other.index);

/**
 * The words of a message to choose from: by arrows and Shift, or by pressing the first and the last. A long message is
 * shown in parts; what is chosen runs over them.
 */
export class WordList {
  readonly element = document.createElement('div');
  readonly #words: MessageWords;
  readonly #text: string;
  readonly #nameOf: (mask: MaskSpan) => string;
  readonly #onChange: () => void;
  #options: readonly HTMLElement[] = [];
  /** The part that is shown. */
  #shown = 0;
  #anchor: Place = { part: 0, index: 0 };
  #active: Place = { part: 0, index: 0 };
  /** The first word was pressed: the next press says where the last one is. */
  #isBegun = false;

  constructor(entry: HistoryEntry, { language, nameOf, onChange }: WordListOptions) {
    this.#onChange = onChange;
    this.#nameOf = nameOf;
    this.#text = entry.text;
    this.#words = new MessageWords(entry, language);
    this.element.className = 'word-list';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-multiselectable', 'true');
    this.element.tabIndex = 0;
    this.element.dir = 'auto';
    this.element.translate = false;
    this.element.addEventListener('keydown', this.#onKeydown);
    this.element.addEventListener('click', this.#onClick);
    this.#show(0);
  }

  /** How many words are chosen; null where they run over parts that nobody has read. */
  get count(): number | null {
    const [first, last] = this.#ends;
    if (!this.#wordAt(first)) return 0;
    let count = last.index - first.index + 1;
    for (let part = first.part; part < last.part; part++) {
      if (!this.#words.has(part)) return null;
      count += this.#words.of(part).length;
    }
    return count;
  }

  /** From the first chosen word to the last. */
  get chosen(): Stretch | null {
    const [first, last] = this.#ends.map((place) => this.#wordAt(place));
    return first && last ? { start: first.start, length: last.start + last.length - first.start } : null;
  }

  /** Which part of the message is shown, of how many. */
  get shown(): { readonly part: number; readonly parts: number } {
    return { part: this.#shown + 1, parts: this.#words.parts.length };
  }

  /** Shows the part before or behind; what is chosen stays so. */
  turn(step: 1 | -1): void {
    this.#show(Math.max(0, Math.min(this.#shown + step, this.#words.parts.length - 1)));
    this.#onChange();
  }

  /** Chooses the words of a stretch. */
  choose({ start, length }: Stretch): void {
    const touches = (word: Word): boolean => word.start < start + length && start < word.start + word.length;
    const [from, to] = [this.#words.partAt(start), this.#words.partAt(start + length - 1)];
    const index = this.#words.of(from).findIndex(touches);
    if (index >= 0) this.#move({ part: to, index: this.#words.of(to).findLastIndex(touches) }, { part: from, index });
  }

  get #ends(): readonly [first: Place, last: Place] {
    return isBefore(this.#active, this.#anchor) ? [this.#active, this.#anchor] : [this.#anchor, this.#active];
  }

  #wordAt({ part, index }: Place): Word | undefined {
    return this.#words.of(part)[index];
  }

  #show(part: number): void {
    this.#shown = part;
    const words = this.#words.of(part);
    this.#options = words.map((word, index) => optionOf(this.#text, word, index, this.#nameOf));
    const { start, length } = this.#words.parts[part] ?? { start: 0, length: 0 };
    let at = start;
    const nodes = words.flatMap((word, index) => {
      const gap = this.#text.slice(at, word.start);
      at = word.start + word.length;
      return [gap, this.#options[index] as Node];
    });
    this.element.replaceChildren(...nodes, this.#text.slice(at, start + length));
    this.#mark();
  }

  #move(to: Place, anchor = to): void {
    this.#anchor = anchor;
    this.#active = to;
    if (to.part === this.#shown) this.#mark();
    else this.#show(to.part);
    this.#options[to.index]?.scrollIntoView({ block: 'nearest' });
    this.#onChange();
  }

  /** Tells what is chosen of the part that is shown. */
  #mark(): void {
    const [first, last] = this.#ends;
    for (const [index, option] of this.#options.entries()) {
      const place = { part: this.#shown, index };
      const isChosen = !isBefore(place, first) && !isBefore(last, place);
      if (isChosen !== (option.ariaSelected === 'true')) option.setAttribute('aria-selected', String(isChosen));
    }
    this.element.querySelector('.active')?.classList.remove('active');
    const active = this.#active.part === this.#shown ? this.#options[this.#active.index] : undefined;
    active?.classList.add('active');
    if (active) this.element.setAttribute('aria-activedescendant', active.id);
    else this.element.removeAttribute('aria-activedescendant');
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#reached(event.key);
    // A list does not scroll away under its reader.
    if (event.key === ' ') event.preventDefault();
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isBegun = false;
    this.#move(to, event.shiftKey ? this.#anchor : undefined);
  };

  #reached(key: string): Place | undefined {
    const isRightToLeft = getComputedStyle(this.element).direction === 'rtl';
    switch (key) {
      case 'Home':
        return { part: 0, index: 0 };
      case 'End':
        return this.#lastOf(this.#words.parts.length - 1);
      case 'ArrowLeft':
        return this.#beside(isRightToLeft ? 1 : -1);
      case 'ArrowRight':
        return this.#beside(isRightToLeft ? -1 : 1);
      case 'ArrowUp':
        return this.#inLine(-1);
      case 'ArrowDown':
        return this.#inLine(1);
      default:
        return undefined;
    }
  }

  #lastOf(part: number): Place {
    return { part, index: Math.max(0, this.#words.of(part).length - 1) };
  }

  #beside(step: 1 | -1): Place {
    const { part, index } = this.#active;
    if (this.#wordAt({ part, index: index + step })) return { part, index: index + step };
    return this.#besidePart(step);
  }

  /** The nearest word of the next part that has one. */
  #besidePart(step: 1 | -1): Place {
    for (let part = this.#active.part + step; this.#words.parts[part]; part += step)
      if (this.#words.of(part).length > 0) return step > 0 ? { part, index: 0 } : this.#lastOf(part);
    return this.#active;
  }

  /** The word above or below, in the line next to this one. */
  #inLine(step: 1 | -1): Place {
    const { part, index: from } = this.#active;
    if (part !== this.#shown) this.#show(part);
    const own = this.#options[from]?.getBoundingClientRect();
    let [best, least, line] = [from, Infinity, Number.NaN];
    for (let index = from + step; own && this.#options[index]; index += step) {
      const box = this.#options[index]?.getBoundingClientRect() as DOMRect;
      const isOther = step > 0 ? box.top >= own.bottom - 1 : box.bottom <= own.top + 1;
      if (!isOther) continue;
      if (Number.isNaN(line)) line = box.top;
      if (Math.abs(box.top - line) > box.height / 2) break;
      const distance = Math.abs(box.left + box.right - own.left - own.right);
      if (distance < least) [best, least] = [index, distance];
    }
    return best === from ? this.#besidePart(step) : { part, index: best };
  }

  readonly #onClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    const index = option ? this.#options.indexOf(option) : -1;
    if (index < 0) return;
    const isLast = this.#isBegun || event.shiftKey;
    this.#isBegun = !isLast;
    this.#move({ part: this.#shown, index }, isLast ? this.#anchor : undefined);
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
