import { digitsOf, isJoinedBy, layoutOf, type Run } from './number-runs.js';
import type { Candidate, Recogniser } from './numbers.js';

/** First digits of a kind of number, and how its digits are grouped. */
interface Plan {
  readonly prefix: RegExp;
  readonly layouts: readonly string[];
  /** Whether it is known without separators, and without a word that says so. */
  readonly bare?: readonly string[];
}

const korean: readonly Plan[] = [
  { prefix: /^010/, layouts: ['3-4-4', '3-8', '7-4'], bare: ['11'] },
  { prefix: /^01[16-9][2-9]/, layouts: ['3-3-4', '3-4-4'] },
  { prefix: /^02[1-9]/, layouts: ['2-3-4', '2-4-4', '2-7', '2-8'] },
  { prefix: /^0(?:3[1-3]|4[1-4]|5[1-5]|6[1-4]|80)[1-9]/, layouts: ['3-3-4', '3-4-4', '3-7', '3-8'] },
  { prefix: /^0[67]0/, layouts: ['3-3-4', '3-4-4'] },
  { prefix: /^050[2-8]/, layouts: ['4-3-4', '4-4-4'] },
];

const japanese: readonly Plan[] = [
  { prefix: /^0[789]0[1-9]/, layouts: ['3-4-4', '3-8', '7-4'], bare: ['11'] },
  { prefix: /^050[1-9]/, layouts: ['3-4-4'] },
  { prefix: /^0(?:120|570|990)/, layouts: ['4-3-3', '4-2-4', '4-6'] },
  { prefix: /^0800/, layouts: ['4-3-4'] },
  { prefix: /^0[346][1-9]/, layouts: ['2-4-4', '2-8'] },
  { prefix: /^0[1-9][1-9]/, layouts: ['3-3-4'] },
  { prefix: /^0[1-9]\d[1-9]/, layouts: ['4-2-4'] },
  { prefix: /^0[1-9]{3}\d/, layouts: ['5-1-4'] },
];

const national = [...korean, ...japanese];

/** Korean numbers for all of a firm, which have no area. */
const representative =
  /^(?:15(?:22|33|44|66|77|88|99)|16(?:00|11|33|44|55|60|61|66|68|70|77|88|99)|18(?:00|11|22|33|44|55|66|77|99))/;

const year = /^(?:1[5-9]|20)\d\d$/;

const signs = ['-', '.', ' - ', ')', ') ', ')-', '(', '-('];

/** Digits without separators as they would be grouped. */
const lengths = (layouts: readonly string[]): Set<number> =>
  new Set(layouts.map((layout) => layout.split('-').reduce((sum, part) => sum + Number(part), 0)));

function isNational(digits: string): boolean {
  return national.some(({ prefix, layouts }) => prefix.test(digits) && lengths(layouts).has(digits.length));
}

/** A number with the plus sign of other countries before it. */
function isInternational(run: Run, count: number): boolean {
  const digits = digitsOf(run, count);
  const own = /^8[12]0?(.*)$/.exec(digits)?.[1];
  if (own !== undefined) return isNational(`0${own}`);
  if (/^1/.test(digits)) return /^1[2-9]\d\d[2-9]\d{6}$/.test(digits);
  return /^[2-9]/.test(digits) && digits.length >= 9 && digits.length <= 14;
}

/** Japan and Korea called from abroad, as some write it without the plus. */
function isFromAbroad(run: Run, count: number): boolean {
  const [first] = run.groups;
  if (!first || !/^(?:00)?8[12]$/.test(first.digits) || !isJoinedBy(run, count, signs)) return false;
  const rest = digitsOf(run, count).slice(first.digits.length).replace(/^0/, '');
  return (
    /^10\d{8}$/.test(rest) || /^[789]0\d{8}$/.test(rest) || (first.digits.startsWith('00') && isNational(`0${rest}`))
  );
}

function isNamed({ run, count, label }: Candidate): boolean {
  const layout = layoutOf(run, count);
  const digits = digitsOf(run, count);
  const hasSigns = count > 1 && isJoinedBy(run, count, signs);
  for (const { prefix, layouts, bare } of national) {
    if (!prefix.test(digits)) continue;
    if (bare?.includes(layout)) return true;
    const isOfMobile = bare !== undefined && layouts.includes(layout);
    if (layouts.includes(layout) && (hasSigns || isOfMobile || label === 'phone')) return true;
    if (count === 1 && label === 'phone' && lengths(layouts).has(digits.length)) return true;
  }
  return false;
}

function isRepresentative({ run, count, label }: Candidate): boolean {
  const digits = digitsOf(run, count);
  if (digits.length !== 8 || !representative.test(digits)) return false;
  if (label === 'phone') return count === 1 || layoutOf(run, count) === '4-4';
  return layoutOf(run, count) === '4-4' && isJoinedBy(run, count, ['-']) && !year.test(digits.slice(4));
}

/** Numbers of North America, which are like any other ten digits but for their brackets. */
function isAmerican({ run, count, label }: Candidate): boolean {
  if (layoutOf(run, count) !== '3-3-4' || !/^[2-9]\d\d[2-9]/.test(digitsOf(run, count))) return false;
  const [first] = run.groups;
  const isBracketed = run.text.charAt((first?.start ?? 0) - 1) === '(' && run.gaps[1]?.startsWith(')') === true;
  return isBracketed || label === 'phone';
}

function hasPlus({ text, groups }: Run): boolean {
  const start = groups[0]?.start ?? 0;
  return /\+\(?$/.test(text.slice(Math.max(0, start - 2), start));
}

export const phoneAt: Recogniser = (candidate) => {
  const { run, count, label } = candidate;
  if (hasPlus(run)) return isInternational(run, count) ? 'phone' : null;
  if (label === 'other') return null;
  if (isFromAbroad(run, count)) return 'phone';
  return isNamed(candidate) || isRepresentative(candidate) || isAmerican(candidate) ? 'phone' : null;
};
