import type { Random } from './random.js';

export type Maker = (random: Random) => string;

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base62 = `${capitals}abcdefghijklmnopqrstuvwxyz0123456789`;
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** The digit that makes the sum right. */
export function withLuhn(body: string): string {
  for (let digit = 0; digit <= 9; digit++) {
    let sum = 0;
    for (const [at, sign] of Array.from(body + String(digit))
      .reverse()
      .entries()) {
      const value = Number(sign) * (at % 2 === 0 ? 1 : 2);
      sum += Math.floor(value / 10) + (value % 10);
    }
    if (sum % 10 === 0) return body + String(digit);
  }
  throw new Error('No digit makes the sum right.');
}

export function withMyNumberCheck(body: string): string {
  const sum = Array.from(body)
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at < 6 ? at + 2 : at - 4), 0);
  const rest = sum % 11;
  return body + String(rest < 2 ? 0 : 11 - rest);
}

export function grouped(digits: string, sizes: readonly number[], separator: string): string {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(separator);
}

const day: Maker = (random) => random.padded(1, 12, 2) + random.padded(1, 28, 2);

const registration = (random: Random, signs: readonly [string, string]): string => {
  const isRecent = random.next() < 0.3;
  const year = isRecent ? random.padded(0, 22, 2) : random.padded(45, 99, 2);
  const rest = random.pick(Array.from(isRecent ? signs[1] : signs[0])) + random.digits(6);
  return `${year}${day(random)}${random.pick(['-', '-', '-', ' ', ' - '])}${rest}`;
};

export const resident: Maker = (random) => registration(random, ['12', '34']);
export const foreigner: Maker = (random) => registration(random, ['56', '78']);

export const koreanPhone: Maker = (random) => {
  const four = random.digits(4);
  const mobile = [`010`, random.padded(2000, 9999, 4), four];
  const area = random.pick(['031', '032', '042', '051', '053', '062', '064']);
  return random.pick([
    mobile.join('-'),
    mobile.join('-'),
    mobile.join(' '),
    mobile.join('.'),
    mobile.join(''),
    wide(mobile.join('-')),
    `+82 10-${mobile[1]}-${four}`,
    `+82-10-${mobile[1]}-${four}`,
    `+8210${mobile[1]}${four}`,
    `02-${random.between(200, 999)}-${four}`,
    `02-${random.between(2000, 9999)}-${four}`,
    `02)${random.between(2000, 9999)}-${four}`,
    `(02) ${random.between(200, 999)}-${four}`,
    `${area}-${random.between(200, 999)}-${four}`,
    `${area}-${random.between(2000, 9999)}-${four}`,
    `+82-2-${random.between(2000, 9999)}-${four}`,
    `070-${random.between(4000, 8999)}-${four}`,
    `0507-${random.padded(1000, 1999, 4)}-${four}`,
    `011-${random.between(200, 999)}-${four}`,
    `${random.pick(['016', '017', '018', '019'])}-${random.between(200, 999)}-${four}`,
  ]);
};

export const japanesePhone: Maker = (random) => {
  const four = random.digits(4);
  const mobile = [random.pick(['070', '080', '090']), random.padded(1000, 9999, 4), four];
  return random.pick([
    mobile.join('-'),
    mobile.join('-'),
    mobile.join(''),
    mobile.join('ー'),
    mobile.join(' '),
    wide(mobile.join('-')),
    `03-${random.between(3000, 6999)}-${four}`,
    `06-${random.between(4000, 6999)}-${four}`,
    `03(${random.between(3000, 6999)})${four}`,
    `(03)${random.between(3000, 6999)}-${four}`,
    `${random.pick(['045', '052', '075', '092'])}-${random.between(200, 999)}-${four}`,
    `${random.pick(['0466', '0742', '0985'])}-${random.between(20, 99)}-${four}`,
    `01267-${random.between(2, 9)}-${four}`,
    `050-${random.padded(3000, 5999, 4)}-${four}`,
    `(${random.pick(['045', '052', '075'])}) ${random.between(200, 999)}-${four}`,
    `090-${random.between(1000, 9999)}-${four}`,
    `${random.pick(['0467', '0744'])}-${random.between(20, 99)}-${random.digits(4)}`,
    `+81-${mobile[0]?.slice(1)}-${mobile[1]}-${four}`,
    `+81 3 ${random.between(3000, 6999)} ${four}`,
  ]);
};

export const worldPhone: Maker = (random) => {
  const american = [random.between(201, 989), random.between(201, 999), random.digits(4)] as const;
  return random.pick([
    `+1 ${american.join(' ')}`,
    `+1-${american.join('-')}`,
    `(${american[0]}) ${american[1]}-${american[2]}`,
    `+44 20 ${random.between(7000, 7999)} ${random.digits(4)}`,
    `+82 10 ${random.between(2000, 9999)} ${random.digits(4)}`,
    `+81 90 ${random.between(1000, 9999)} ${random.digits(4)}`,
    `+65 ${random.between(6100, 6999)} ${random.digits(4)}`,
    `010-${random.between(2000, 9999)}-${random.digits(4)}`,
  ]);
};

export const americanPhone: Maker = (random) =>
  [random.between(201, 989), random.between(201, 999), random.digits(4)].join(random.pick(['-', '.', ' ']));

export const koreanAccount: Maker = (random) =>
  random
    .pick([
      [6, 2, 6],
      [3, 2, 4, 3],
      [3, 3, 6],
      [4, 3, 6],
      [3, 6, 5],
      [3, 4, 4, 2],
      [3, 6, 2, 3],
      [4, 2, 7],
      [4, 4, 4],
      [14],
      [12],
      [13],
    ] as const)
    .map((size, at) => (at === 0 ? String(random.between(1, 9)) + random.digits(size - 1) : random.digits(size)))
    .join('-');

export const japaneseAccount: Maker = (random) => String(random.between(1, 9)) + random.digits(6);

export const myNumber: Maker = (random) => {
  const digits = withMyNumberCheck(String(random.between(1, 9)) + random.digits(10));
  const groups = [4, 4, 4];
  return random.pick([digits, grouped(digits, groups, '-'), grouped(digits, groups, ' '), wide(digits)]);
};

export const koreanPassport: Maker = (random) =>
  random.pick(['M', 'M', 'S', 'G', 'D', 'R']) +
  (random.next() < 0.5 ? random.digits(8) : random.digits(3) + random.letters(1, capitals) + random.digits(4));

export const newKoreanPassport: Maker = (random) =>
  `M${random.digits(3)}${random.letters(1, capitals)}${random.digits(4)}`;

export const japanesePassport: Maker = (random) => random.pick(['TK', 'TR', 'TZ', 'MU', 'NH']) + random.digits(7);

export const koreanLicence: Maker = (random) =>
  `${random.pick(['11', '12', '13', '14', '15', '16', '20', '23', '26', '28'])}-${random.digits(2)}-${random.digits(6)}-${random.digits(2)}`;

export const japaneseLicence: Maker = (random) => {
  const body = random.pick(['30', '62', '54', '10', '45', '90']) + random.digits(8);
  const sum = Array.from(body).reduce(
    (total, digit, at) => total + Number(digit) * ([5, 4, 3, 2, 7, 6, 5, 4, 3, 2][at] ?? 0),
    0,
  );
  return `${body}${(11 - (sum % 11)) % 10}${random.pick(['0', '0', '0', '1', '2'])}`;
};

export const card: Maker = (random) => {
  const sixteen = withLuhn(
    random.pick(['4', '51', '52', '55', '2221', '3528', '3566', '6011', '65', '62', '9410', '9445']).padEnd(4, '2') +
      random.digits(11),
  );
  const amex = withLuhn(random.pick(['34', '37']) + random.digits(12));
  return random.pick([
    grouped(sixteen, [4, 4, 4, 4], '-'),
    grouped(sixteen, [4, 4, 4, 4], '-'),
    grouped(sixteen, [4, 4, 4, 4], ' '),
    wide(grouped(sixteen, [4, 4, 4, 4], '-')),
    withLuhn(`4${random.digits(14)}`),
    withLuhn(`53${random.digits(13)}`),
    grouped(amex, [4, 6, 5], '-'),
    grouped(amex, [4, 6, 5], ' '),
    amex,
  ]);
};

export const email: Maker = (random) => {
  const local = random.pick([
    random.letters(7),
    `${random.letters(4)}.${random.letters(6)}`,
    `${random.letters(5)}${random.between(1, 99)}`,
    `${random.letters(4)}_${random.letters(3)}`,
    `${random.letters(4)}+shop`,
    `${random.letters(1)}-${random.letters(6)}`,
  ]);
  return `${local}@${random.pick(['example.com', 'mail.example.co.kr', 'example.jp', 'example.ne.jp', 'my-shop.example.org', 'EXAMPLE.COM'])}`;
};

export const address: Maker = (random) =>
  [
    random.pick([203, 198, 175, 121, 61, 211, 133, 192]),
    random.pick([51, 100, 168, 223, 45]),
    random.between(0, 255),
    random.between(1, 254),
  ].join('.');

export const token: Maker = (random) =>
  random.pick([
    `ghp_${random.letters(36, base62)}`,
    `glpat-${random.letters(20, base62)}`,
    `xoxb-${random.digits(12)}-${random.digits(12)}-${random.letters(24, base62)}`,
    `AKIA${random.letters(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`,
    `AIza${random.letters(35, base62)}`,
    `sk_live_${random.letters(24, base62)}`,
    `npm_${random.letters(36, base62)}`,
    `eyJ${random.letters(20, base62)}.eyJ${random.letters(40, base62)}.${random.letters(43, base62)}`,
    `-----BEGIN PRIVATE KEY-----\n${random.letters(64, base62)}\n-----END PRIVATE KEY-----`,
  ]);

export const password: Maker = (random) =>
  random.pick([
    `${random.letters(6)}${random.digits(2)}`,
    `${random.letters(5)}!${random.digits(4)}`,
    `${random.letters(1, capitals)}${random.letters(5)}@${random.digits(2)}`,
    random.digits(4),
    random.digits(6),
  ]);
