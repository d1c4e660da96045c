import { hasResidentCheck, isBirthday, isCard, isCommission, isLicenceRegion, isMyNumber } from './checks.js';
import { digitsOf, isEven, isJoinedBy, isWhole, layoutOf } from './number-runs.js';
import type { Recogniser } from './numbers.js';

/** Korean resident and foreigner registration numbers. The last digit says nothing since October 2020. */
export const registrationAt: Recogniser = ({ run, count, label }) => {
  const layout = layoutOf(run, count);
  if (layout !== '6-7' && layout !== '13') return null;
  const digits = digitsOf(run, count);
  const isLabelled = label === 'resident' || label === 'foreigner';
  if (label === 'other' || !isBirthday(digits) || !isJoinedBy(run, count, ['-', ' ', ' - '])) return null;
  if (layout === '13' && !isLabelled && !hasResidentCheck(digits)) return null;
  return /[5-8]/.test(digits.charAt(6)) ? 'foreigner_number' : 'resident_number';
};

const cardLayouts = new Set(['4-4-4-4', '4-4-4-4-3', '4-6-5', '4-6-4', '13', '14', '15', '16', '17', '18', '19']);

export const cardAt: Recogniser = ({ run, count, label }) => {
  const layout = layoutOf(run, count);
  if (label === 'other' || !cardLayouts.has(layout) || !isEven(run, count)) return null;
  if (count > 1 && !isJoinedBy(run, count, ['-', ' ', '.', ' - '])) return null;
  const digits = digitsOf(run, count);
  const isBare = count === 1;
  // Short ones without a gap are as often the number of an article.
  if (isBare && (digits.length < 15 || digits.startsWith('9')) && label !== 'card') return null;
  return isCard(digits) ? 'card' : null;
};

/** Korean cities and provinces whose names stood in licences before they had codes. */
const regions = /(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산) ?$/;

export const driverLicenceAt: Recogniser = ({ run, count, label }) => {
  if (label === 'other') return null;
  const layout = layoutOf(run, count);
  const digits = digitsOf(run, count);
  if (layout === '2-2-6-2' && isJoinedBy(run, count, ['-', ' ', ' - '])) {
    const isLikely = label === 'licence' || isJoinedBy(run, count, ['-']);
    return isLikely && isLicenceRegion(digits.slice(0, 2)) ? 'driver_licence' : null;
  }
  const start = run.groups[0]?.start ?? 0;
  if (layout === '2-6-2' && isJoinedBy(run, count, ['-'])) {
    return regions.test(run.text.slice(Math.max(0, start - 4), start)) ? 'driver_licence' : null;
  }
  if (label !== 'licence' || digits.length !== 12 || !isEven(run, count)) return null;
  return isLicenceRegion(digits.slice(0, 2)) || isCommission(digits.slice(0, 2)) ? 'driver_licence' : null;
};

/** Japanese individual numbers. Without a word that says so, twelve digits in a row are anything. */
export const myNumberAt: Recogniser = ({ run, count, label }) => {
  const layout = layoutOf(run, count);
  if (layout !== '4-4-4' && layout !== '12') return null;
  if (label !== null && label !== 'my_number') return null;
  if (layout === '12' && label !== 'my_number') return null;
  return isEven(run, count) && isWhole(run, count) && isMyNumber(digitsOf(run, count)) ? 'my_number' : null;
};
