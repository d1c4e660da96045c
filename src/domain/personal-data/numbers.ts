import type { Finding } from '../masks.js';
import type { MaskCategory } from '../types.js';
import { accountAt } from './accounts.js';
import { cardAt, driverLicenceAt, myNumberAt, registrationAt } from './identity-numbers.js';
import { addressAt } from './ip-addresses.js';
import { labelBefore, type Label } from './labels.js';
import { eachRun, mayBegin, mayEnd, mostGroups, type Run } from './number-runs.js';
import { phoneAt } from './phones.js';

/** What a number is looked at with: its first groups, and what the words before it say. */
export interface Candidate {
  readonly run: Run;
  /** How many groups it has. */
  readonly count: number;
  readonly label: Label | null;
}

/** Tells what a number is, or null. */
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

/** Where a number begins, with the plus and the bracket that belong to it. */
function begin({ text, groups }: Run): number {
  const start = groups[0]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 2), start);
  if (before === '+(' || before === '(+') return start - 2;
  return before.endsWith('+') || before.endsWith('(') ? start - 1 : start;
}

/** Finds numbers that begin between two places of a text. */
export function findNumbers(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  eachRun(text, from, to, (run) => {
    if (!mayBegin(run)) return 1;
    const most = Math.min(run.groups.length, mostGroups);
    let label: Label | null | undefined;
    for (let count = most; count > 0; count--) {
      if (!mayEnd(run, count)) continue;
      const size = run.groups.slice(0, count).reduce((sum, { digits }) => sum + digits.length, 0);
      if (size < 4 || size > 19) continue;
      const start = begin(run);
      if (label === undefined) label = labelBefore(text, start);
      const candidate = { run, count, label };
      for (const recognise of recognisers) {
        const category = recognise(candidate);
        if (!category) continue;
        const end = run.groups[count - 1]?.end ?? start;
        // A bracket that does not close again is none of the number's.
        const own = text.charAt(start) === '(' && !text.slice(start, end).includes(')') ? start + 1 : start;
        findings.push({ start: own, length: end - own, category });
        return count;
      }
    }
    return 1;
  });
  return findings;
}
