import type { Finding } from '../masks.js';
import { isDigit, isLetter, isWord, plain } from './plain.js';

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
  /** Only places for signs and nothing that tells it from a word: a sign of its own, or three digits, are the least. */
  | 'pattern_vague';

/** Most patterns of a service. */
export const maxPatterns = 20;
const least = 4;
/** A place takes one bit of a number. */
const most = 32;

/**
 * Where each sign may stand, a bit for each place: one step and one comparison for each letter of a text, whatever both
 * hold.
 */
export interface Pattern {
  readonly length: number;
  /** Of signs of ASCII. */
  readonly places: Int32Array;
  readonly others: ReadonlyMap<number, number>;
}

/** One of a service's own numbers, and what the service calls it. */
export interface OwnPattern {
  readonly label?: string | undefined;
  readonly pattern: Pattern;
}

type Place = (code: number) => boolean;

const kinds: Readonly<Record<string, Place>> = {
  '#': isDigit,
  '@': isLetter,
  '?': (code) => isDigit(code) || isLetter(code),
};

function compile(signs: readonly (Place | string)[]): Pattern {
  const places = new Int32Array(128);
  const others = new Map<number, number>();
  for (const [at, sign] of signs.entries()) {
    const bit = 1 << at;
    if (typeof sign === 'string') {
      for (const code of new Set([sign.toLowerCase().charCodeAt(0), sign.toUpperCase().charCodeAt(0)])) {
        if (code < 128) places[code] = (places[code] ?? 0) | bit;
        else others.set(code, (others.get(code) ?? 0) | bit);
      }
    } else for (let code = 0; code < 128; code++) if (sign(code)) places[code] = (places[code] ?? 0) | bit;
  }
  return { length: signs.length, places, others };
}

/** Reads a pattern, or says what is wrong with it. */
export function readPattern(source: PatternSource): Pattern | PatternProblem {
  const trimmed = source.trim();
  if (trimmed === '') return 'pattern_empty';
  if (/[\n\r]/.test(trimmed)) return 'pattern_line';
  const signs: (Place | string)[] = [];
  for (let at = 0; at < trimmed.length; at++) {
    const sign = trimmed.charAt(at);
    if (sign === '\\') {
      at++;
      if (at === trimmed.length) return 'pattern_escape';
      signs.push(plain(trimmed.charAt(at)));
    } else signs.push(kinds[sign] ?? plain(sign));
  }
  if (signs.length < least) return 'pattern_short';
  if (signs.length > most) return 'pattern_long';
  const isTold = signs.some((sign) => typeof sign === 'string' && (isWord(sign.charCodeAt(0)) || sign > '~'));
  const digits = signs.filter((sign) => sign === isDigit).length;
  return isTold || digits >= 3 ? compile(signs) : 'pattern_vague';
}

/** Whether two neighbours belong to one word. */
const isInside = (text: string, at: number): boolean => isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at));

/** Finds a service's own numbers that begin between two places, and none inside a longer word. */
export function findPatterns(text: string, from: number, to: number, patterns: readonly OwnPattern[]): Finding[] {
  const findings: Finding[] = [];
  for (const { label, pattern } of patterns) {
    const { length, places, others } = pattern;
    const last = 1 << (length - 1);
    const end = Math.min(text.length, to + length - 1);
    let state = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      state = ((state << 1) | 1) & (code < 128 ? (places[code] ?? 0) : (others.get(code) ?? 0));
      const start = at + 1 - length;
      if ((state & last) === 0 || isInside(text, start) || isInside(text, at + 1)) continue;
      findings.push({ start, length, category: 'custom', ...(label && { label }) });
      state = 0;
    }
  }
  return findings;
}
