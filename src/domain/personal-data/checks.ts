const digitsOf = (digits: string): number[] => Array.from(digits, Number);

const weigh = (digits: string, weights: readonly number[]): number => {
  const values = digitsOf(digits);
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0);
};

/** The check of cards (ISO/IEC 7812): every second digit from the end counts twice. */
export function luhn(digits: string): boolean {
  const sum = digitsOf(digits)
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

const myNumberWeights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** The last digit of a Japanese individual number. */
export function isMyNumber(digits: string): boolean {
  const rest = weigh(digits, myNumberWeights) % 11;
  return digits.length === 12 && Number(digits[11]) === (rest <= 1 ? 0 : 11 - rest);
}

const residentWeights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** The last digit of Korean registration numbers that were issued before October 2020. */
export function hasResidentCheck(digits: string): boolean {
  const isForeigner = /^[5-8]/.test(digits.charAt(6));
  const check = (11 - (weigh(digits, residentWeights) % 11)) % 10;
  return Number(digits[12]) === (isForeigner ? (check + 2) % 10 : check);
}

/** Whether there is such a day. The digit after it says the century. */
export function isBirthday(digits: string): boolean {
  const century = /[09]/.test(digits.charAt(6)) ? 1800 : /[1256]/.test(digits.charAt(6)) ? 1900 : 2000;
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [number, number, number];
  const date = new Date(Date.UTC(century + year, month - 1, day));
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1;
}

/** First digits of the issuers, and how many digits their cards have. */
const issuers: readonly (readonly [prefix: RegExp, ...lengths: number[]])[] = [
  [/^4/, 13, 16, 19],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 16],
  [/^3[47]/, 15],
  [/^3(?:0[0-5]|095|[689])/, 14, 16],
  [/^35(?:2[89]|[3-8])/, 16, 19],
  [/^6(?:011|4[4-9]|5)/, 16, 19],
  [/^62/, 16, 17, 18, 19],
  [/^(?:50|5[6-8]|6304|6390|67)/, 16, 18, 19],
  // Cards that are for use in Korea only.
  [/^9[0-9]/, 16],
];

/** Whether an issuer has cards of these first digits and this length, and the check holds. */
export function isCard(digits: string): boolean {
  const isIssued = issuers.some(([prefix, ...lengths]) => lengths.includes(digits.length) && prefix.test(digits));
  return isIssued && !/^(\d)\1+$/.test(digits) && luhn(digits);
}

/** Regions of Korean driving licences. */
export function isLicenceRegion(code: string): boolean {
  return /^(?:1[1-9]|2[0-6]|28)$/.test(code);
}

/** Public safety commissions that issue Japanese driving licences. */
export function isCommission(code: string): boolean {
  return /^(?:1[0-4]|2[0-5]|30|4[0-9]|5[0-5]|6[0-5]|7[0-4]|8[0-3]|9[0-7])$/.test(code);
}
