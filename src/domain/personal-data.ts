import type { Finding } from './masks.js';
import { findEmails } from './personal-data/emails.js';
import { findNumbers } from './personal-data/numbers.js';
import { findPassports } from './personal-data/passports.js';
import {
  findPatterns,
  maxPatterns,
  readPattern,
  type OwnPattern,
  type PatternSource,
} from './personal-data/patterns.js';
import { plain } from './personal-data/plain.js';
import { findSecrets } from './personal-data/secrets.js';
import type { MaskPattern } from './types.js';

export interface FindOptions {
  /** The service's own numbers, with or without what it calls them; one that cannot be read finds nothing. */
  readonly patterns?: readonly (PatternSource | MaskPattern)[];
}

/** Code units that are looked through before others may have the processor. */
const slice = 32_768;
/** Code units in which the end of a slice waits for the end of a line. */
const patience = 4096;

/** Code units behind a slice that what begins in it may need: the longest key. */
const beyond = 16_384;

function endOfSlice(text: string, from: number): number {
  const wanted = from + slice;
  const line = text.slice(wanted, wanted + patience).indexOf('\n');
  return Math.min(text.length, line < 0 ? wanted + patience : wanted + line + 1);
}

/** In order, and of those that share a letter only the longest. */
function settle(findings: readonly Finding[]): Finding[] {
  const settled: Finding[] = [];
  for (const finding of [...findings].sort((a, b) => a.start - b.start || b.length - a.length)) {
    const last = settled.at(-1);
    if (!last || finding.start >= last.start + last.length) settled.push(finding);
    else if (finding.length > last.length) settled[settled.length - 1] = finding;
  }
  return settled;
}

/** Looks through a text piece by piece: whoever drives it may pause, or leave, wherever it yields. */
export function* search(whole: string, { patterns = [] }: FindOptions = {}): Generator<undefined, readonly Finding[]> {
  const seen = plain(whole);
  const own = patterns
    .slice(0, maxPatterns)
    .map((one) => (typeof one === 'string' ? { label: undefined, pattern: one } : one))
    .flatMap(({ label, pattern: source }): OwnPattern[] => {
      const pattern = readPattern(source);
      return typeof pattern === 'string' ? [] : [{ label, pattern }];
    });
  const findings: Finding[] = [];
  for (let from = 0; from < seen.length;) {
    const to = endOfSlice(seen, from);
    // Nobody looks further than this, or each slice would be as much work as all that follow.
    const text = seen.slice(0, to + beyond);
    findings.push(
      // First what is told by its shape alone: of two as long, the earlier counts.
      ...findPatterns(text, from, to, own),
      ...findSecrets(text, from, to),
      ...findEmails(text, from, to),
      ...findPassports(text, from, to),
      ...findNumbers(text, from, to),
    );
    from = to;
    if (from < seen.length) yield;
  }
  return settle(findings);
}

/**
 * Finds personal data in a text: where it stands, in UTF-16 code units, and of what kind it is; in order and apart from
 * each other. What is told by its shape or its check is found anywhere; what could be any number, only beside words that
 * say what it is. The time it takes grows with the length of the text and with nothing else in it.
 */
export function findPersonalData(text: string, options?: FindOptions): readonly Finding[] {
  const course = search(text, options);
  for (;;) {
    const step = course.next();
    if (step.done) return step.value;
  }
}
