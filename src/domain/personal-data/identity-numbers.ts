import { hasResidentCheck, isBirthday, isCard, isCommission, isLicenceRegion, isMyNumber } from './checks.js';
import type { Recogniser } from './numbers.js';

const signs: readonly string[] = ['-', ' ', ' - '];

/** Korean resident and foreigner registration numbers. The last digit says nothing since October 2020. */
export const registrationAt: Recogniser = (candidate) => {
  const { layout, digits } = candidate;
  if ((layout !== '6-7' && layout !== '13') || !isBirthday(digits) || !candidate.isJoinedBy(signs)) return null;
  const { label } = candidate;
  const isLabelled = label === 'resident' || label === 'foreigner';
  if (label === 'other' || (layout === '13' && !isLabelled && !hasResidentCheck(digits))) return null;
  return /[5-8]/.test(digits.charAt(6)) ? 'foreigner_number' : 'resident_number';
};

const cardLayouts = new Set(['4-4-4-4', '4-4-4-4-3', '4-6-5', '4-6-4', '13', '14', '15', '16', '17', '18', '19']);

export const cardAt: Recogniser = (candidate) => {
  const { layout, digits, count } = candidate;
  if (!cardLayouts.has(layout) || !isCard(digits) || !candidate.isEven) return null;
  if (!candidate.isJoinedBy(['-', ' ', '.', ' - ']) || candidate.label === 'other') return null;
  // Short ones without a gap are as often the number of an article.
  const isVague = count === 1 && (digits.length < 15 || digits.startsWith('9'));
  return isVague && candidate.label !== 'card' ? null : 'card';
};

/** Korean cities and provinces whose names stood in licences before they had codes. */
const regions = /(?:서울|부산|경기|강원|충북|충남|전북|전남|경북|경남|제주|대구|인천|광주|대전|울산) ?$/;

export const driverLicenceAt: Recogniser = (candidate) => {
  const { layout, digits, run, start } = candidate;
  if (layout === '2-6-2') {
    const isOld = candidate.isJoinedBy(['-']) && regions.test(run.text.slice(Math.max(0, start - 4), start));
    return isOld && candidate.label !== 'other' ? 'driver_licence' : null;
  }
  if (digits.length !== 12) return null;
  const code = digits.slice(0, 2);
  if (layout === '2-2-6-2') {
    if (!isLicenceRegion(code) || !candidate.isJoinedBy(signs) || candidate.label === 'other') return null;
    return candidate.label === 'licence' || candidate.isJoinedBy(['-']) ? 'driver_licence' : null;
  }
  if (!isLicenceRegion(code) && !isCommission(code)) return null;
  return candidate.isEven && candidate.label === 'licence' ? 'driver_licence' : null;
};

/** Japanese individual numbers. Without a word that says so, twelve digits in a row are anything. */
export const myNumberAt: Recogniser = (candidate) => {
  const { layout, digits } = candidate;
  if ((layout !== '4-4-4' && layout !== '12') || !isMyNumber(digits)) return null;
  if (!candidate.isEven || !candidate.isWhole) return null;
  const { label, labels } = candidate;
  const isLabelled = label !== 'other' && labels.includes('my_number');
  return isLabelled || (label === null && layout !== '12') ? 'my_number' : null;
};
