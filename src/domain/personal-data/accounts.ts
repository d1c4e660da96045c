import { hasBankAfter } from './labels.js';
import { digitsOf, isEven, isJoinedBy, isWhole, layoutOf } from './number-runs.js';
import type { Recogniser } from './numbers.js';

/** Days, which stand beside the words of banks as often as accounts do. */
const day = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;

/** Accounts, whose numbers say nothing of themselves: only where a word of banks is near. */
export const accountAt: Recogniser = ({ run, count, label }) => {
  const digits = digitsOf(run, count);
  const { length } = digits;
  if (
    count > 5 ||
    !isEven(run, count) ||
    !isWhole(run, count) ||
    (count > 1 && !isJoinedBy(run, count, ['-', ' ', ' - ']))
  )
    return null;
  if (label === 'post_account') return isPostAccount(digits, layoutOf(run, count)) ? 'bank_account' : null;
  const end = run.groups[count - 1]?.end ?? 0;
  const isNear = label === 'bank' || (label === null && count > 1 && hasBankAfter(run.text, end));
  if (!isNear || day.test(digits)) return null;
  if (length >= 10 && length <= 16) return 'bank_account';
  // In Japan an account has seven digits; fewer or more are amounts and codes.
  return count === 1 && length === 7 && isJapanese(run.text, run.groups[0]?.start ?? 0) ? 'bank_account' : null;
};

/** Accounts at the Japanese post bank: a sign of five digits, and a number that ends with 1. */
function isPostAccount(digits: string, layout: string): boolean {
  const [sign = '', number = ''] =
    digits.length > 5 && layout.startsWith('5-') ? [digits.slice(0, 5), digits.slice(5)] : [digits];
  const isSign = /^[01]\d{3}0$/.test(sign);
  if (number) return isSign && number.length <= 8;
  return isSign || /^\d{5,7}1$/.test(digits) || /^\d{7}$/.test(digits);
}

function isJapanese(text: string, at: number): boolean {
  return /(?:口座|普通|当座|預金)[^\d\n]{0,12}$/.test(text.slice(Math.max(0, at - 20), at));
}
