import type { Finding } from '../masks.js';
import { isDigit, isLetter, isWord } from './plain.js';

/**
 * A pattern of a service's own numbers: `#` is a digit, `@` a letter, `?` either, `\` takes the next sign as it is, all
 * else is itself in either case. It has one length, so that no text takes long: `EMP-######`, `@@-##?##`.
 */
export type PatternSource = string;

export type PatternProblem =
  | 'pattern_empty'
  /** Fewer than four signs find something everywhere. */
  | 'pattern_short'
  | 'pattern_long'
  /** A backslash at the end takes no sign. */
  | 'pattern_escape'
  /** A line is looked through at a time. */
  | 'pattern_line'
  /** Only places for signs and nothing that tells it from a word: three digits are the least. */
  | 'pattern_vague';

/** Most patterns of a service. */
export const maxPatterns = 20;
const least = 4;
const most = 64;

/** One place of a pattern: a kind of sign, or the two cases of one. */
type Place = 'digit' | 'letter' | 'either' | readonly [lower: number, upper: number];

export type Pattern = readonly Place[];

const kinds: Readonly<Record<string, Place>> = { '#': 'digit', '@': 'letter', '?': 'either' };

function placeOf(sign: string): Place {
  return [sign.toLowerCase().charCodeAt(0), sign.toUpperCase().charCodeAt(0)];
}

/** Reads a pattern, or says what is wrong with it. */
export function readPattern(source: PatternSource): Pattern | PatternProblem {
  const trimmed = source.trim();
  if (trimmed === '') return 'pattern_empty';
  if (/[\n\r]/.test(trimmed)) return 'pattern_line';
  const places: Place[] = [];
  for (let at = 0; at < trimmed.length; at++) {
    const sign = trimmed.charAt(at);
    if (sign === '\\') {
      at++;
      if (at === trimmed.length) return 'pattern_escape';
      places.push(placeOf(trimmed.charAt(at)));
    } else places.push(kinds[sign] ?? placeOf(sign));
  }
  if (places.length < least) return 'pattern_short';
  if (places.length > most) return 'pattern_long';
  const isTold = places.some((place) => typeof place !== 'string' && isWord(place[0]));
  const digits = places.filter((place) => place === 'digit').length;
  return isTold || digits >= 3 ? places : 'pattern_vague';
}

function fits(place: Place, code: number): boolean {
  if (place === 'digit') return isDigit(code);
  if (place === 'letter') return isLetter(code);
  if (place === 'either') return isDigit(code) || isLetter(code);
  return code === place[0] || code === place[1];
}

/** Whether a pattern stands at a place, and not inside a longer word. */
function standsAt(text: string, at: number, pattern: Pattern): boolean {
  for (let place = 0; place < pattern.length; place++) {
    const wanted = pattern[place];
    if (wanted === undefined || !fits(wanted, text.charCodeAt(at + place))) return false;
  }
  const end = at + pattern.length;
  const isInside = (edge: number, beyond: number): boolean =>
    isWord(text.charCodeAt(edge)) && isWord(text.charCodeAt(beyond));
  return !isInside(at, at - 1) && !isInside(end - 1, end);
}

/** Finds a service's own numbers that begin between two places. */
export function findPatterns(text: string, from: number, to: number, patterns: readonly Pattern[]): Finding[] {
  const findings: Finding[] = [];
  for (const pattern of patterns) {
    for (let at = from; at < to; at++) {
      if (!standsAt(text, at, pattern)) continue;
      findings.push({ start: at, length: pattern.length, category: 'custom' });
      at += pattern.length - 1;
    }
  }
  return findings;
}
