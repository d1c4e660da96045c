import type { Finding } from '../masks.js';

/** First letters of tokens whose makers document them, and how many letters follow at least. */
const prefixes: Readonly<Record<string, number>> = {
  ghp_: 36,
  gho_: 36,
  ghu_: 36,
  ghs_: 36,
  ghr_: 36,
  github_pat_: 22,
  'glpat-': 20,
  'xoxb-': 20,
  'xoxp-': 20,
  'xoxa-': 20,
  'xoxr-': 20,
  'xoxs-': 20,
  'xapp-': 20,
  sk_live_: 16,
  sk_test_: 16,
  rk_live_: 16,
  live_sk_: 16,
  test_sk_: 16,
  'sk-': 32,
  AKIA: 16,
  ASIA: 16,
  AIza: 35,
  npm_: 36,
  'pypi-': 40,
  'SG.': 40,
  hf_: 30,
  shpat_: 32,
  dop_v1_: 40,
  eyJ: 40,
};

const literal = (text: string): string => text.replace(/[.]/g, '\\.');
const tokens = new RegExp(
  `(?<![A-Za-z0-9_-])(?:(${Object.keys(prefixes).map(literal).join('|')})|[Bb]earer )[A-Za-z0-9_.~+/-]*=*`,
  'g',
);

/** What a word of many letters must have to be no sample: "ghp_xxxxxxxx" is one. */
const variety = 6;

function findTokens(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  tokens.lastIndex = from;
  for (let match = tokens.exec(text); match && match.index < to; match = tokens.exec(text)) {
    const [all, prefix] = match;
    const lead = prefix === undefined ? 'bearer '.length : 0;
    const token = all.slice(lead).replace(/[.]+$/, '');
    const own = token.slice((prefix ?? '').length);
    const least = prefix === undefined ? 20 : (prefixes[prefix] ?? 20);
    if (own.length < least || new Set(own).size < variety) continue;
    // So begin paths too, in a language or of a title: "sk-how-to-return-an-order".
    if (prefix === 'sk-' && (!/\d/.test(own) || own.split('-').length > 3)) continue;
    if (prefix === 'eyJ' && token.split('.').length !== 3) continue;
    findings.push({ start: match.index + lead, length: token.length, category: 'secret' });
  }
  return findings;
}

const keyBegins = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnds = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
/** Letters of a key that lost its last line; the rest is told as text. */
const mostOfCut = 4000;

function findKeys(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  let hasEnd = true;
  keyBegins.lastIndex = from;
  for (let match = keyBegins.exec(text); match && match.index < to; match = keyBegins.exec(text)) {
    keyEnds.lastIndex = match.index;
    const end: RegExpExecArray | null = hasEnd ? keyEnds.exec(text) : null;
    hasEnd = end !== null;
    const cut = /^[A-Za-z0-9+/=\s:,-]*/.exec(text.slice(keyBegins.lastIndex, keyBegins.lastIndex + mostOfCut));
    const until = end ? keyEnds.lastIndex : keyBegins.lastIndex + (cut?.[0].trimEnd().length ?? 0);
    findings.push({ start: match.index, length: until - match.index, category: 'secret' });
    keyBegins.lastIndex = until;
  }
  return findings;
}

const keyword =
  /(?:비밀 ?번호|비번|패스 ?워드|암호|인증 ?번호|인증 ?코드|パスワード|パスコード|暗証番号|認証(?:番号|コード)|(?<![a-z])(?:password|passwd|passcode|passphrase|pwd|pw|pin|otp|api[ _-]?key|secret(?:[ _-]?key)?|access[ _-]?token|(?<!c)token)(?![a-z]))/gi;
/** Between a keyword and what it is about. */
const link = /^(?:\([^()\n]{0,12}\))?["'」』]? ?(:|=|=>|은|는|が|は|is|->)[ \n]?["'「『`]?/i;
const bare = /^[ "'「『`]{1,2}/;
const value = /^[!-~]{4,64}/;
/** A password is followed by an end, not by a unit: "비밀번호 1234년". */
const follows =
  /^(?:$|[\s)」』"'`,.。、!?]|입니다|이에요|예요|에요|이고|이며|인데|로|으로|을|를|이|가|라고|です|でした|に|で|を|と|が)/;

function passwordAt(text: string, at: number): Finding | null {
  const window = text.slice(at, at + 100);
  const linked = link.exec(window);
  const lead = linked ?? bare.exec(window);
  if (!lead) return null;
  const start = at + lead[0].length;
  const rest = window.slice(lead[0].length);
  const found = value.exec(rest)?.[0].replace(/["'`),.;:]+$/, '') ?? '';
  if (found.length < 4 || !follows.test(rest.slice(found.length))) return null;
  const isMixed = /[a-z]/i.test(found) && /\d/.test(found) && found.length >= 6;
  const isNumber = /^\d{4,8}$/.test(found);
  const isMarked = /[a-z]/i.test(found) && /[!@#$%^&*]/.test(found) && found.length >= 6;
  const isSaid = linked !== null && (isMixed || isNumber || isMarked);
  if (!isSaid && !(isMixed && found.length >= 8)) return null;
  if (/^https?:|^www\.|^\d+-\d+$|@[a-z0-9-]+\.[a-z]/i.test(found)) return null;
  return { start, length: found.length, category: 'secret' };
}

function findPasswords(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  keyword.lastIndex = from;
  for (let match = keyword.exec(text); match && match.index < to; match = keyword.exec(text)) {
    const finding = passwordAt(text, keyword.lastIndex);
    if (finding) findings.push(finding);
  }
  return findings;
}

const addresses = /[a-z]:\/\/[!-9;-?A-~]{1,64}:([!-.0-?A-~]{1,64})@[a-z0-9]/gi;

/** Passwords inside addresses, as in `https://user:password@host`. */
function findInAddresses(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  addresses.lastIndex = from;
  for (let match = addresses.exec(text); match && match.index < to; match = addresses.exec(text)) {
    const own = match[1] ?? '';
    const start = match.index + match[0].length - 2 - own.length;
    findings.push({ start, length: own.length, category: 'secret' });
  }
  return findings;
}

/** Finds keys, tokens and passwords that begin between two places. */
export function findSecrets(text: string, from: number, to: number): Finding[] {
  return [
    ...findKeys(text, from, to),
    ...findTokens(text, from, to),
    ...findPasswords(text, from, to),
    ...findInAddresses(text, from, to),
  ];
}
