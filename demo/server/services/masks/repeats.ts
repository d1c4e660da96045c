import { findPersonalData } from '../../../../src/domain/personal-data.js';
import type { MaskStyle } from '../../../../src/domain/types.js';

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Fewest digits of a number that is looked for beside the place where it was masked. */
const leastNumber = 4;
/** Fewest digits of one that is known again whatever signs stand between them. */
const leastDigits = 6;
/** Shorter words are looked for as whole words only. */
const leastPart = 4;
/** Asterisks in the place of words whose length is not told. */
export const fixedLength = 8;

/** Letters of which two make a name, with no space around them. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const spaced = /[\p{L}\p{N}]/u;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
const folded = (text: string): string => plain(text).replace(/\s+/g, '');
const digits = (text: string): string => text.normalize('NFKC').replace(/\D+/g, '');
/** A number abroad has no zero in front. */
const numberOf = (text: string): string => digits(text).replace(/^0+/, '');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The lines of masked words, without white space around them. */
export function linesOf(words: string): readonly string[] {
  return words
    .split(/[\n\ufffc]/)
    .map((line) => line.trim())
    .filter((line) => /[^\s*]/.test(line));
}

/** Whether a line means the same wherever it stands: not single letters, nor numbers of one or two digits. */
function isTelling(line: string): boolean {
  if (/^[\d\s*]*$/.test(line)) return line.length >= leastNumber;
  return line.length >= (dense.test(line) ? 2 : leastPart - 1);
}

const isWholeWord = (line: string): boolean => line.length < leastPart && !dense.test(line);

const isBorder = (unit: string | undefined): boolean => unit === undefined || !spaced.test(unit) || dense.test(unit);

/** Stretches in their order, those that share a letter as one. */
export function united(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start < last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else found.push({ start, end });
  }
  return found;
}

/** Many lines that are found in one pass over a text. */
class Lines {
  readonly #begin: RegExp | null;
  /** By their first letters, and by their length. */
  readonly #byHead = new Map<string, Map<number, Set<string>>>();

  constructor(lines: Iterable<string>) {
    const heads = new Set<string>();
    for (const line of new Set(lines)) {
      const head = line.slice(0, 2);
      const alike = this.#byHead.get(head) ?? new Map<number, Set<string>>();
      this.#byHead.set(head, alike);
      const asLong = alike.get(line.length) ?? new Set<string>();
      alike.set(line.length, asLong.add(line));
      heads.add(`\\u${line.charCodeAt(0).toString(16).padStart(4, '0')}`);
    }
    this.#begin = heads.size > 0 ? new RegExp(`[${[...heads].join('')}]`, 'g') : null;
  }

  *in(text: string): Generator<Stretch, undefined> {
    if (!this.#begin) return;
    for (const { index: start } of text.matchAll(this.#begin)) {
      const alikes = [...(this.#byHead.get(text.slice(start, start + 2)) ?? [])];
      // One letter is all that it begins with.
      alikes.push(...(this.#byHead.get(text.slice(start, start + 1)) ?? []));
      for (const [length, alike] of alikes) {
        const end = start + length;
        const line = text.slice(start, end);
        if (!alike.has(line)) continue;
        if (isWholeWord(line) && !(isBorder(text[start - 1]) && isBorder(text[end]))) continue;
        yield { start, end };
      }
    }
  }
}

/** Numbers, whatever stands between their digits. */
class Numbers {
  readonly #known: ReadonlySet<string>;
  readonly #lengths: ReadonlySet<number>;

  constructor(numbers: readonly string[]) {
    this.#known = new Set(numbers.filter((number) => number.length >= leastDigits));
    this.#lengths = new Set([...this.#known].map(({ length }) => length));
  }

  /** Where in a row of digits one begins, and how long it is. */
  *among(row: string): Generator<Stretch, undefined> {
    for (const length of this.#lengths) {
      for (let start = 0; start + length <= row.length; start++) {
        if (this.#known.has(row.slice(start, start + length))) yield { start, end: start + length };
      }
    }
  }

  *in(text: string): Generator<Stretch, undefined> {
    if (this.#known.size === 0) return;
    for (const { 0: row, index } of text.matchAll(/[\d０-９](?:[ \u00a0().+/\-‐-―－]{0,2}[\d０-９]){5,}/g)) {
      const places = [...row.matchAll(/[\d０-９]/g)].map((one) => one.index);
      for (const { start, end } of this.among(digits(row))) {
        // The zero in front is part of it.
        let first = start;
        while (first > 0 && /[0０]/.test(row[places[first - 1] ?? 0] ?? '')) first--;
        yield { start: index + (places[first] ?? 0), end: index + (places[end - 1] ?? 0) + 1 };
      }
    }
  }
}

const isAny = (some: Iterator<Stretch>): boolean => some.next().done === false;

/** Masked words, as they are looked for elsewhere. Prepared once for any number of texts. */
export class Words {
  /** Whether every line of them is looked for. */
  readonly areAllTelling: boolean;
  readonly isNothing: boolean;
  readonly #exact: ReadonlySet<string>;
  readonly #lines: Lines;
  readonly #short: Lines;
  readonly #numbers: Numbers;
  readonly #folded: Lines;
  readonly #untelling: Lines;
  readonly #digits: Numbers;

  /** `patterns`: the service's own numbers, which are personal too. */
  constructor(texts: string | readonly string[], patterns: readonly string[] = []) {
    const all = [texts].flat();
    const lines = [...new Set(all.flatMap(linesOf))];
    // What is personal of a sentence also stands without it.
    const parts = all.flatMap((text) =>
      findPersonalData(text, { patterns }).map(({ start, length }) => text.slice(start, start + length)),
    );
    const telling = [...lines, ...parts].filter(isTelling);
    const untelling = lines.filter((line) => !isTelling(line));
    this.areAllTelling = untelling.length === 0;
    this.isNothing = telling.length === 0;
    this.#exact = new Set([...all.map((text) => text.trim()), ...lines]);
    this.#lines = new Lines(telling);
    this.#untelling = new Lines(untelling);
    this.#short = new Lines(telling.filter(isWholeWord).map(plain));
    this.#folded = new Lines(telling.filter((line) => !isWholeWord(line)).map(folded));
    this.#numbers = new Numbers(telling.filter((line) => /^[\d\s().+/*\-‐-―－]+$/.test(plain(line))).map(numberOf));
    this.#digits = new Numbers([...lines, ...parts].map(numberOf));
  }

  /** Whether a text is nothing but these words, or a line of them. */
  are(text: string): boolean {
    return this.#exact.has(text.trim());
  }

  /** Where they stand in a text. */
  in(text: string): Stretch[] {
    return united([...this.#lines.in(text), ...this.#numbers.in(text)]);
  }

  /** Whether a text has some of them that are too short to be looked for. */
  maybeIn(text: string): boolean {
    for (const { start, end } of this.#untelling.in(text)) {
      if (isBorder(text[start - 1]) && isBorder(text[end])) return true;
    }
    return false;
  }

  /** Whether an address, or what else stands in an attribute, says the same, whatever stands between digits. */
  repeatedBy(value: string): boolean {
    const text = decoded(value);
    return this.saidBy(text) || isAny(this.#digits.among(digits(text)));
  }

  /** Whether a line that people read says the same, in other letters or with other spaces. */
  saidBy(line: string): boolean {
    return isAny(this.#folded.in(folded(line))) || isAny(this.#short.in(plain(line))) || isAny(this.#digits.in(line));
  }

  /** A text with asterisks in their place. */
  starredIn(text: string, style: MaskStyle = 'per-character'): string {
    let left = '';
    let at = 0;
    for (const { start, end } of this.in(text)) {
      left += text.slice(at, start) + '*'.repeat(style === 'fixed' ? fixedLength : [...text.slice(start, end)].length);
      at = end;
    }
    return left + text.slice(at);
  }
}
