import type { Recogniser } from './numbers.js';

/** Addresses that are nobody's: the machine itself, all machines, and masks of networks. */
const nobody = new Set(['0', '127', '255']);
/** Behind an address, what makes a whole network of it. */
const network = /^\/\d/;

/** Four numbers as addresses have them. Small ones are as often a version or a chapter. */
export const addressAt: Recogniser = (candidate) => {
  const { run, count, end } = candidate;
  if (count !== 4 || !candidate.isJoinedBy(['.'])) return null;
  const parts = run.groups.slice(0, 4).map(({ digits }) => digits);
  const isAddress = parts.every((part) => String(Number(part)) === part && Number(part) <= 255);
  if (!isAddress || nobody.has(parts[0] ?? '') || network.test(run.text.slice(end, end + 2))) return null;
  const large = parts.filter((part) => Number(part) >= 32).length;
  if (large >= 2) return candidate.label === 'other' ? null : 'ip_address';
  return candidate.label === 'ip' ? 'ip_address' : null;
};
