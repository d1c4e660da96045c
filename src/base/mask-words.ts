import type { HistoryEntry, MaskSpan } from '../domain/types.js';
import type { Stretch } from './mask-ranges.js';

/** A word of a message that can be chosen by itself. What is masked already is one word. */
export interface Word extends Stretch {
  readonly mask?: MaskSpan;
}

type Masked = Pick<HistoryEntry, 'text' | 'masks'>;

/** Numbers, addresses and the like, which are one word whatever signs they are written with. */
const compound = /[a-z0-9](?:[\w.%+@:/-]*[a-z0-9])?/gi;

/** Code units of a message that are read as words at a time: as many as a page can show without standing still. */
export const usualPart = 8_000;

function* segments(text: string, from: number, segmenter: Intl.Segmenter): Iterable<Word> {
  for (const { segment, index } of segmenter.segment(text)) {
    if (!/^[\s\ufffc]*$/.test(segment)) yield { start: from + index, length: segment.length };
  }
}

function* between(text: string, from: number, segmenter: Intl.Segmenter): Iterable<Word> {
  let at = 0;
  for (const { 0: word, index } of text.matchAll(compound)) {
    yield* segments(text.slice(at, index), from + at, segmenter);
    yield { start: from + index, length: word.length };
    at = index + word.length;
  }
  yield* segments(text.slice(at), from + at, segmenter);
}

function* wordsIn(text: string, masks: readonly MaskSpan[], { start, length }: Stretch, segmenter: Intl.Segmenter) {
  const end = start + length;
  let at = start;
  for (const mask of masks) {
    if (mask.start < start || mask.start >= end) continue;
    yield* between(text.slice(at, mask.start), at, segmenter);
    yield { start: mask.start, length: mask.length, mask };
    at = mask.start + mask.length;
  }
  yield* between(text.slice(at, end), at, segmenter);
}

/** Behind a blank or a stop; one inside a number or an address is none. */
const stop = /[\s\u3001\u3002]|\.(?=\s)/g;

/** Where a part that begins there ends: behind a blank or a stop, if one is near, and never inside a mask or a letter. */
function endOfPart({ text, masks }: Masked, from: number, most: number): number {
  if (from + most >= text.length) return text.length;
  const half = from + Math.floor(most / 2);
  // One more, to see whether a blank follows.
  const last = [...text.slice(half, from + most + 1).matchAll(stop)].findLast(
    ({ index }) => half + index < from + most,
  );
  const end = last ? half + last.index + 1 : startOfLetter(text, from + most, from);
  const cut = masks.find(({ start, length }) => start < end && end < start + length);
  return cut ? cut.start + cut.length : end;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** No letter that is worth keeping whole is longer, in code units. */
const longestLetter = 64;

/** Where the letter begins that is cut there. */
function startOfLetter(text: string, cut: number, from: number): number {
  const start = Math.max(from, cut - longestLetter);
  const part = text.slice(start, cut + longestLetter);
  const before = letters.segment(part).containing(cut - start)?.index ?? cut - start;
  return before > 0 ? start + before : cut;
}

/** The words of a message in their order. A long one is read in parts, each when it is needed. */
export class MessageWords {
  readonly parts: readonly Stretch[];
  readonly #text: string;
  readonly #masks: readonly MaskSpan[];
  readonly #segmenter: Intl.Segmenter;
  readonly #read = new Map<number, readonly Word[]>();

  constructor({ text, masks }: Masked, language: string, most = usualPart) {
    this.#text = text;
    this.#masks = [...masks].sort((a, b) => a.start - b.start);
    this.#segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    const parts: Stretch[] = [];
    for (let start = 0; start < text.length || parts.length === 0;) {
      const end = endOfPart({ text, masks: this.#masks }, start, most);
      parts.push({ start, length: end - start });
      start = Math.max(end, start + 1);
    }
    this.parts = parts;
  }

  /** The words of a part. */
  of(part: number): readonly Word[] {
    const stretch = this.parts[part];
    if (!stretch) return [];
    let words = this.#read.get(part);
    if (!words) {
      words = [...wordsIn(this.#text, this.#masks, stretch, this.#segmenter)];
      this.#read.set(part, words);
    }
    return words;
  }

  /** Whether the words of a part are known already. To read those of many parts takes seconds. */
  has(part: number): boolean {
    return this.#read.has(part);
  }

  /** The part in which a place of the message is. */
  partAt(place: number): number {
    const part = this.parts.findIndex(({ start, length }) => place < start + length);
    return part < 0 ? this.parts.length - 1 : part;
  }
}
