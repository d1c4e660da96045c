/** A word that may not be sent, where it stands in the plain-text projection of an answer. */
export interface ForbiddenHit {
  /** As the service listed it. */
  readonly word: string;
  /** In UTF-16 code units. */
  readonly start: number;
  readonly length: number;
}

/** Most hits that are told: an answer with as many is written anew anyway. */
export const maxForbiddenHits = 1000;

/** What may join the letter before it into another letter: marks, and vowels and finals of Hangul. */
const joiner = /[\p{M}\u1160-\u11ff\u314f-\u3163\ud7b0-\ud7fb\uff9e-\uffdc]/u;
/** What nobody sees inside a word. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
/** More letters than any one sign is made of; a pile of marks is cut here. */
const longestSign = 16;

/** A text as it is compared, and where each of its code units came from. */
interface Folded {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function foldSign(sign: string): string {
  // By way of capitals, since several small letters share one.
  const folded = sign.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/\s/gu, ' ');
}

function composes(sign: string, next: string): boolean {
  if (sign.length >= longestSign || !joiner.test(next)) return false;
  return (sign + next).normalize('NFKC') !== sign.normalize('NFKC') + next.normalize('NFKC');
}

/** Normal form, one case, one space for any, nothing unseen. */
function fold(text: string): Folded {
  const folded: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let sign = '';
  let start = 0;
  let end = 0;
  const known = new Map<string, readonly string[]>();
  const unitsOf = (sign: string): readonly string[] => {
    const units = known.get(sign) ?? foldSign(sign).split('');
    known.set(sign, units);
    return units;
  };
  const close = () => {
    for (const unit of unitsOf(sign)) {
      if (unit === ' ' && (folded.at(-1) ?? ' ') === ' ') continue;
      folded.push(unit);
      starts.push(start);
      ends.push(end);
    }
  };
  let at = 0;
  for (const character of text) {
    if (!unseen.test(character)) {
      if (sign && composes(sign, character)) {
        sign += character;
      } else {
        close();
        sign = character;
        start = at;
      }
      end = at + character.length;
    }
    at += character.length;
  }
  close();
  return { text: folded.join(''), starts, ends };
}

/** A place in the tree of all words. */
interface Place {
  readonly next: Map<string, Place>;
  /** The place of the longest end of what was read that begins a word too. */
  fallback: Place | undefined;
  /** The nearest place along the fallbacks where a word ends. */
  shorter: Place | undefined;
  /** The word that ends here. */
  word: string | undefined;
  depth: number;
}

const placeAt = (depth: number): Place => ({
  next: new Map(),
  fallback: undefined,
  shorter: undefined,
  word: undefined,
  depth,
});

/** The tree of all words, so that one pass over a text finds each of them (Aho and Corasick). */
function treeOf(words: readonly string[]): Place {
  const root = placeAt(0);
  for (const word of words) {
    let place = root;
    for (const unit of fold(word).text.trim().split('')) {
      const next = place.next.get(unit) ?? placeAt(place.depth + 1);
      place.next.set(unit, next);
      place = next;
    }
    if (place !== root) place.word ??= word;
  }
  // Level by level: the fallbacks of a level are those of the one above, taken one step on.
  for (let level = [root]; level.length > 0; level = level.flatMap((place) => [...place.next.values()])) {
    for (const place of level) {
      for (const [unit, next] of place.next) {
        next.fallback = place === root ? root : step(root, place.fallback ?? root, unit);
        next.shorter = next.fallback.word === undefined ? next.fallback.shorter : next.fallback;
      }
    }
  }
  return root;
}

function step(root: Place, from: Place, unit: string): Place {
  let place: Place | undefined = from;
  while (place && !place.next.has(unit)) place = place.fallback;
  return place?.next.get(unit) ?? root;
}

/** Prepares a list of words for being looked for again and again. */
export function forbiddenFinder(words: readonly string[]): (text: string) => ForbiddenHit[] {
  const root = treeOf(words);
  return (text) => {
    if (root.next.size === 0) return [];
    const { text: folded, starts, ends } = fold(text);
    const hits: ForbiddenHit[] = [];
    let place = root;
    for (let at = 0; at < folded.length && hits.length < maxForbiddenHits; at++) {
      place = step(root, place, folded.charAt(at));
      for (let found = place.word === undefined ? place.shorter : place; found; found = found.shorter) {
        const start = starts[at - found.depth + 1] ?? 0;
        hits.push({ word: found.word ?? '', start, length: (ends[at] ?? start) - start });
      }
    }
    return hits.sort((a, b) => a.start - b.start || b.length - a.length).slice(0, maxForbiddenHits);
  };
}

/**
 * Finds words of a list in a text, also inside other words, however they are written: in capitals, in wide or narrow
 * letters, in letters taken apart, with characters between them that nobody sees. Each place is told, in order, overlapping ones too.
 */
export function findForbidden(text: string, words: readonly string[]): ForbiddenHit[] {
  return forbiddenFinder(words)(text);
}
