import type { Candidate } from './candidate.js';
import type { Recogniser } from './numbers.js';

/** First digits of a kind of number, and how its digits are grouped. */
interface Plan {
  readonly prefix: RegExp;
  readonly layouts: readonly string[];
  /** Whether it is known without separators, and without a word that says so. */
  readonly bare?: readonly string[];
}

// Numbers under which everybody reaches a firm, such as 1588, 080, 0120 and 0570, are nobody's own.
const korean: readonly Plan[] = [
  { prefix: /^010/, layouts: ['3-4-4', '3-8', '7-4'], bare: ['11'] },
  { prefix: /^01[16-9][2-9]/, layouts: ['3-3-4', '3-4-4'] },
  { prefix: /^02[1-9]/, layouts: ['2-3-4', '2-4-4', '2-7', '2-8'] },
  { prefix: /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4])[1-9]/, layouts: ['3-3-4', '3-4-4', '3-7', '3-8'] },
  { prefix: /^0[67]0/, layouts: ['3-3-4', '3-4-4'] },
  { prefix: /^050[2-8]/, layouts: ['4-3-4', '4-4-4'] },
];

const japanese: readonly Plan[] = [
  { prefix: /^0[789]0[1-9]/, layouts: ['3-4-4', '3-8', '7-4'], bare: ['11'] },
  { prefix: /^050[1-9]/, layouts: ['3-4-4'] },
  { prefix: /^0[346][1-9]/, layouts: ['2-4-4', '2-8'] },
  { prefix: /^0[1-9][1-9]/, layouts: ['3-3-4'] },
  { prefix: /^0[1-9]\d[1-9]/, layouts: ['4-2-4'] },
  { prefix: /^0[1-9]{3}\d/, layouts: ['5-1-4'] },
];

const signs: readonly string[] = ['-', '.', ' - ', ')', ') ', ')-', '(', '-('];

/** Plans by a layout of theirs, and by how many digits they have in all. */
const byLayout = new Map<string, Plan[]>();
const byLength = new Map<number, Plan[]>();
for (const plan of [...korean, ...japanese]) {
  for (const layout of new Set([...plan.layouts, ...(plan.bare ?? [])])) {
    byLayout.set(layout, [...(byLayout.get(layout) ?? []), plan]);
    const length = layout.split('-').reduce((sum, part) => sum + Number(part), 0);
    const known = byLength.get(length) ?? [];
    if (!known.includes(plan)) byLength.set(length, [...known, plan]);
  }
}

function isNational(digits: string): boolean {
  return byLength.get(digits.length)?.some(({ prefix }) => prefix.test(digits)) ?? false;
}

/** A number with the plus sign of other countries before it. */
function isInternational({ digits }: Candidate): boolean {
  const own = /^8[12]0?(.*)$/.exec(digits)?.[1];
  if (own !== undefined) return isNational(`0${own}`);
  if (digits.startsWith('1')) return /^1[2-9]\d\d[2-9]\d{6}$/.test(digits);
  return /^[2-9]/.test(digits) && digits.length >= 9 && digits.length <= 14;
}

const countries = new Set(['81', '82', '0081', '0082']);

/** Japan and Korea called from abroad, as some write it without the plus. */
function isFromAbroad(candidate: Candidate): boolean {
  const first = candidate.run.groups[0]?.digits ?? '';
  if (candidate.count === 1 || !countries.has(first) || !candidate.isJoinedBy(signs)) return false;
  const rest = candidate.digits.slice(first.length).replace(/^0/, '');
  return /^(?:1|[789])0\d{8}$/.test(rest) || (first.startsWith('00') && isNational(`0${rest}`));
}

function isNamed(candidate: Candidate): boolean {
  const { layout, digits, count } = candidate;
  for (const { prefix, bare } of byLayout.get(layout) ?? []) {
    if (!prefix.test(digits)) continue;
    // Mobile phones are known by their first digits; all else by its signs, or the words beside it.
    if (bare || (count > 1 && candidate.isJoinedBy(signs)) || candidate.label === 'phone') return true;
  }
  return count === 1 && isNational(digits) && candidate.label === 'phone';
}

/** Numbers of North America, which are like any other ten digits but for their brackets. */
function isAmerican({ layout, digits, run, start, labels }: Candidate): boolean {
  if (layout !== '3-3-4' || !/^[2-9]\d\d[2-9]/.test(digits)) return false;
  const isBracketed = run.text.charAt(start - 1) === '(' && run.gaps[1]?.startsWith(')') === true;
  return isBracketed || labels[0] === 'phone';
}

function hasPlus({ run, start }: Candidate): boolean {
  const before = run.text.charAt(start - 1);
  return before === '+' || (before === '(' && run.text.charAt(start - 2) === '+');
}

export const phoneAt: Recogniser = (candidate) => {
  const { length } = candidate.digits;
  if (length < 8 || length > 15) return null;
  if (hasPlus(candidate)) return isInternational(candidate) ? 'phone' : null;
  const isPhone = isNamed(candidate) || isFromAbroad(candidate) || isAmerican(candidate);
  return isPhone && candidate.label !== 'other' ? 'phone' : null;
};
