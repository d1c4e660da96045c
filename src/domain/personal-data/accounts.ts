import { hasBankAfter } from './labels.js';
import type { Candidate } from './candidate.js';
import type { Recogniser } from './numbers.js';

/** Days, which stand beside the words of banks as often as accounts do. */
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

const separators: readonly string[] = ['-', ' ', ' - '];

/** Accounts, whose numbers say nothing of themselves: only where a word of banks is near. */
export const accountAt: Recogniser = (candidate) => {
  const { digits, count, run, start, end } = candidate;
  const { length } = digits;
  if (length < 5 || length > 16 || length === 9 || count > 5) return null;
  if (!candidate.isEven || !candidate.isJoinedBy(separators) || !candidate.isWhole) return null;
  const { label } = candidate;
  if (label === 'post_account') return isPostAccount(candidate) ? 'bank_account' : null;
  if (length !== 7 && length < 10) return null;
  const isNear = label === 'bank' || (label === null && hasBankAfter(run.text, end));
  if (!isNear || day.test(digits)) return null;
  if (length >= 10) return 'bank_account';
  // In Japan an account has seven digits; fewer or more are amounts and codes.
  return count === 1 && isJapanese(run.text, start) ? 'bank_account' : null;
};

/** Accounts at the Japanese post bank: a sign of five digits, and a number of up to eight. */
function isPostAccount({ digits, layout }: Candidate): boolean {
  const isPair = layout.startsWith('5-');
  const sign = isPair ? digits.slice(0, 5) : digits;
  const isSign = /^[01]\d{3}0$/.test(sign);
  if (isPair) return isSign && digits.length <= 13;
  return isSign || /^(?:\d{5,7}1|\d{7})$/.test(digits);
}

function isJapanese(text: string, at: number): boolean {
  return /(?:口座|普通|当座|預金)[^\d\n]{0,12}$/.test(text.slice(Math.max(0, at - 20), at));
}
