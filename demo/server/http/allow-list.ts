import { addressBytes, addressRange, isInRange } from './address-range.js';

/**
 * Whether a caller is on the list of a service: addresses, or ranges as `10.0.0.0/8` and `2001:db8::/32`. An empty list
 * allows all.
 */
export function isAllowed(allowList: readonly string[], address: string): boolean {
  if (allowList.length === 0) return true;
  const bytes = addressBytes(address);
  if (!bytes) return false;
  return allowList.some((entry) => {
    const range = addressRange(entry);
    return range !== null && isInRange(bytes, range);
  });
}
