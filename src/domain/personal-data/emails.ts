import type { Finding } from '../masks.js';
import { isDigit, isLetter } from './plain.js';

const mostLocal = 64;
const mostDomain = 253;
const localSigns = new Set(Array.from("._%+-'&", (sign) => sign.charCodeAt(0)));
/** What stands behind the dot of a file, not of an address. */
const fileKinds = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|json)$/i;

function isLocal(code: number): boolean {
  return isDigit(code) || isLetter(code) || localSigns.has(code);
}

function isDomain(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 45 || code === 46;
}

function findOne(text: string, at: number): Finding | null {
  let start = at;
  while (start > 0 && at - start < mostLocal && isLocal(text.charCodeAt(start - 1))) start--;
  while (start < at && /[.'&-]/.test(text.charAt(start))) start++;
  let end = at + 1;
  while (end - at <= mostDomain && isDomain(text.charCodeAt(end))) end++;
  while (end > at && !/[a-z0-9]/i.test(text.charAt(end - 1))) end--;
  const local = text.slice(start, at);
  const domain = text.slice(at + 1, end);
  if (local === '' || local.endsWith('.') || local.includes('..') || domain.includes('..')) return null;
  // The last part is letters, so that a package with its version is none.
  if (!/^[a-z0-9][a-z0-9.-]*\.[a-z]{2,24}$/i.test(domain) || fileKinds.test(domain)) return null;
  // The user of a repository.
  if (local === 'git' && text.charAt(end) === ':') return null;
  // A password before its host.
  if (text.charAt(start - 1) === ':' && text.slice(Math.max(0, start - mostLocal), start).includes('://')) return null;
  return { start, length: end - start, category: 'email' };
}

/** Finds mail addresses whose sign stands between two places. */
export function findEmails(text: string, from: number, to: number): Finding[] {
  const findings: Finding[] = [];
  for (let at = text.indexOf('@', from); at >= 0 && at < to; at = text.indexOf('@', at + 1)) {
    const finding = findOne(text, at);
    if (finding) findings.push(finding);
  }
  return findings;
}
