import type { Finding } from '../masks.js';
import type { MaskCategory } from '../types.js';
import { accountAt } from './accounts.js';
import { Candidate } from './candidate.js';
import { cardAt, driverLicenceAt, myNumberAt, registrationAt } from './identity-numbers.js';
import { addressAt } from './ip-addresses.js';
import { labelsBefore, type Label } from './labels.js';
import { eachRun, mayBegin, mayEnd, mostDigits, mostGroups, type Run } from './number-runs.js';
import { phoneAt } from './phones.js';

/** Tells what a number is, or null. What costs more, such as the words around it, is asked for last. */
export type Recogniser = (candidate: Candidate) => MaskCategory | null;

/** The most certain first: of two that are as long, the earlier counts. */
const recognisers: readonly Recogniser[] = [
  registrationAt,
  cardAt,
  driverLicenceAt,
  addressAt,
  phoneAt,
  myNumberAt,
  accountAt,
];

/** Digits of the shortest numbers there are: addresses such as 8.8.4.4. */
const leastDigits = 4;

/** Where a number begins, with the plus and the bracket that belong to it. */
function begin({ text, groups }: Run): number {
  const start = groups[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 2), start);
  if (before === '+(' || before === '(+') return start - 2;
  return before.endsWith('+') || before.endsWith('(') ? start - 1 : start;
}

/** How many of the first groups are no longer than a number can be. */
function countOf(groups: Run['groups']): number {
  let digits = 0;
  const beyond = groups.findIndex((group) => (digits += group.digits.length) > mostDigits);
  return Math.min(beyond < 0 ? groups.length : beyond, mostGroups);
}

/** The number that the first groups of a run are, as many of them as possible. */
function recognise(run: Run): { readonly count: number; readonly finding: Finding } | null {
  const { text, groups } = run;
  const start = begin(run);
  let labels: readonly Label[] | undefined;
  const labelled = (): readonly Label[] => (labels ??= labelsBefore(text, start));
  for (let count = countOf(groups); count > 0; count--) {
    if (!mayEnd(run, count)) continue;
    const candidate = new Candidate(run, count, labelled);
    if (candidate.digits.length < leastDigits) return null;
    for (const recogniser of recognisers) {
      const category = recogniser(candidate);
      if (!category) continue;
      const { end } = candidate;
      // A bracket that does not close again is none of the number's.
      const own = text.charAt(start) === '(' && !text.slice(start, end).includes(')') ? start + 1 : start;
      return { count, finding: { start: own, length: end - own, category } };
    }
  }
  return null;
}

/** Finds numbers that begin between two places of a text. */
export function findNumbers(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  eachRun(text, from, to, (run) => {
    const known = mayBegin(run) ? recognise(run) : null;
    if (known) findings.push(known.finding);
    return known?.count ?? 1;
  });
  return findings;
}
