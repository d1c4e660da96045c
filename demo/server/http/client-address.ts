import { addressBytes, addressRange, isInRange } from './address-range.js';

/**
 * Who calls, where proxies stand between. While the address is one of a trusted proxy, the next one that
 * `X-Forwarded-For` names counts, from its end: whatever stands further in front anybody can have written. `trusted` are
 * addresses and ranges; without them the header is never looked at.
 */
export function clientAddressBehind(trusted: readonly string[], remote: string, forwarded: string): string {
  const ranges = trusted.flatMap((entry) => addressRange(entry) ?? []);
  const isTrusted = (address: string) => {
    const bytes = addressBytes(address);
    return bytes !== null && ranges.some((range) => isInRange(bytes, range));
  };
  const before = forwarded.split(',').map(withoutPort);
  let client = remote;
  while (isTrusted(client)) {
    const next = before.pop();
    // A proxy that does not name an address tells nothing about who called it.
    if (next === undefined || !addressBytes(next)) break;
    client = next;
  }
  return client;
}

/** Some proxies write `203.0.113.9:51234` and `[2001:db8::1]:51234`. */
function withoutPort(entry: string): string {
  const text = entry.trim();
  return /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
}
