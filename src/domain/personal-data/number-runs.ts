import { isDigit, isLetter, isWord } from './plain.js';

/** Digits that stand together. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups of digits with nothing but a separator between them, as many as a number may have. */
export interface Run {
  readonly text: string;
  readonly groups: readonly Group[];
  /** What stands before each group; of the first, nothing. */
  readonly gaps: readonly string[];
}

/** Digits of the longest number there is; what has more is none. */
export const mostDigits = 19;
/** Groups of the longest number there is, with a country before it. */
export const mostGroups = 7;
/** Between groups: a sign, also among spaces or beside a bracket. */
const separators = new Set(['-', ' ', '.', ' - ', ')', ') ', ')-', '(', ' (', '-(', ' )']);

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** The separator at a place, if a digit follows it. */
function gapAt(text: string, at: number): string | null {
  const code = text.charCodeAt(at);
  if (code !== 45 && code !== 32 && code !== 46 && code !== 40 && code !== 41) return null;
  for (let length = 1; length <= 3; length++) {
    if (!isDigit(text.charCodeAt(at + length))) continue;
    const gap = text.slice(at, at + length);
    return separators.has(gap) ? gap : null;
  }
  return null;
}

/** Walks the runs of digits that begin between two places. Each call of `meet` says how many groups it has used. */
export function eachRun(text: string, from: number, to: number, meet: (run: Run) => number): void {
  let waiting: Group[] = [];
  let gaps: string[] = [];
  let at = from;
  const fill = (): void => {
    while (waiting.length > 0 && waiting.length < mostGroups) {
      const end = waiting.at(-1)?.end ?? at;
      const gap = gapAt(text, end);
      if (gap === null) return;
      const start = end + gap.length;
      const next = endOfDigits(text, start);
      waiting.push({ start, end: next, digits: text.slice(start, Math.min(next, start + mostDigits + 1)) });
      gaps.push(gap);
    }
  };
  while (at < to) {
    if (!isDigit(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = endOfDigits(text, at);
    waiting = [{ start: at, end, digits: text.slice(at, Math.min(end, at + mostDigits + 1)) }];
    gaps = [''];
    while ((waiting[0]?.start ?? to) < to) {
      fill();
      const used = Math.max(1, meet({ text, groups: waiting, gaps }));
      at = waiting[used - 1]?.end ?? at;
      waiting = waiting.slice(used);
      gaps = gaps.slice(used);
    }
  }
}

/** Whether a separator holds its groups together: what follows it belongs to the same number. */
const holds = (gap: string): boolean => gap === '-' || gap === '.';

/** Letters of an address on the web before a number in it. */
const longestAddress = 100;

/** Whether a place is in the path of an address on the web, where numbers name pages. */
function isInAddress(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestAddress), at);
  const address = before.lastIndexOf('://');
  return address >= 0 && address < before.length - 3 && !/\s/.test(before.slice(address));
}

/** Whether a number may begin with the first group of a run. */
export function mayBegin({ text, groups, gaps }: Run): boolean {
  if (holds(gaps[0] ?? '')) return false;
  const start = groups[0]?.start ?? 0;
  const before = text.charCodeAt(start - 1);
  const further = text.charCodeAt(start - 2);
  if (isWord(before)) return false;
  if (before === 45) return !isWord(further);
  if (before === 46) return !isDigit(further);
  if (before === 47 || before === 61) return !isInAddress(text, start);
  // In the middle of an amount.
  const isAmount = before === 44 && /(?<!\d)\d{1,3},$/.test(text.slice(Math.max(0, start - 5), start));
  return !isAmount || groups[0]?.digits.length !== 3;
}

/** What is counted with digits in a row. */
const counted = ['원', '円', '만', '천', '개', '건', '명', '점', '個', '件', '点', '万'];

/** Whether a number may end with this group. */
export function mayEnd({ text, groups, gaps }: Run, count: number): boolean {
  const end = groups[count - 1]?.end ?? 0;
  if (groups.length > count && holds(gaps[count] ?? '')) return false;
  const after = text.charCodeAt(end);
  if (isWord(after) || after === 37 || (count === 1 && counted.includes(text.charAt(end)))) return false;
  return !(after === 45 && isLetter(text.charCodeAt(end + 1)));
}
