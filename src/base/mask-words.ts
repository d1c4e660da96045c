import type { HistoryEntry, MaskSpan } from '../domain/types.js';
import type { Stretch } from './mask-ranges.js';

/** A word of a message that can be chosen by itself. What is masked already is one word. */
export interface Word extends Stretch {
  readonly mask?: MaskSpan;
}

/** Numbers, addresses and the like, which are one word whatever signs they are written with. */
const compound = /[a-z0-9](?:[\w.%+@:/-]*[a-z0-9])?/gi;

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

/** The words of a message in their order. */
export function wordsOf({ text, masks }: Pick<HistoryEntry, 'text' | 'masks'>, language: string): readonly Word[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words: Word[] = [];
  let at = 0;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    words.push(...between(text.slice(at, mask.start), at, segmenter));
    words.push({ start: mask.start, length: mask.length, mask });
    at = mask.start + mask.length;
  }
  words.push(...between(text.slice(at), at, segmenter));
  return words;
}
