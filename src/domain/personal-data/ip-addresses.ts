import { isJoinedBy } from './number-runs.js';
import type { Recogniser } from './numbers.js';

/** Addresses that are nobody's: the machine itself, all machines, and masks of networks. */
const nobody = new Set(['0', '127', '255']);

/** Four numbers as addresses have them. Small ones are as often a version or a chapter. */
export const addressAt: Recogniser = ({ run, count, label }) => {
  if (count !== 4 || label === 'other' || !isJoinedBy(run, count, ['.'])) return null;
  const parts = run.groups.slice(0, 4).map(({ digits }) => digits);
  const isAddress = parts.every((part) => String(Number(part)) === part && Number(part) <= 255);
  if (!isAddress || nobody.has(parts[0] ?? '')) return null;
  const large = parts.filter((part) => Number(part) >= 32).length;
  return label === 'ip' || large >= 2 ? 'ip_address' : null;
};
