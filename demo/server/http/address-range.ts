/** A range of addresses: its first bytes, and how many bits count. */
interface Range {
  readonly bytes: readonly number[];
  readonly bits: number;
}

function ipv4(text: string): number[] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  const bytes = match?.slice(1).map(Number) ?? [];
  return bytes.length === 4 && bytes.every((byte) => byte <= 255) ? bytes : null;
}

const pairs = (text: string): string[] => (text === '' ? [] : text.split(':'));

function ipv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return null;
  const [head, tail] = [pairs(halves[0] ?? ''), pairs(halves[1] ?? '')];
  const last = [...head, ...tail].at(-1) ?? '';
  const dotted = last.includes('.') ? ipv4(last) : null;
  if (last.includes('.') && !dotted) return null;
  const end = dotted
    ? [(dotted[0]! * 256 + dotted[1]!).toString(16), (dotted[2]! * 256 + dotted[3]!).toString(16)]
    : null;
  if (end) (tail.length > 0 ? tail : head).splice(-1, 1, ...end);
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const groups = [...head, ...new Array<string>(missing).fill('0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return groups.flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
}

const mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

/** An address as bytes; one of IPv4 inside IPv6 is one of IPv4. Null for what is no address. */
export function addressBytes(text: string): readonly number[] | null {
  const bytes = ipv4(text) ?? ipv6(text);
  return bytes?.length === 16 && mapped.every((byte, index) => bytes[index] === byte) ? bytes.slice(12) : bytes;
}

/** An address, or a range as `10.0.0.0/8` or `2001:db8::/32`. Null for what is neither. */
export function addressRange(text: string): Range | null {
  const [base = '', length, ...more] = text.split('/');
  const bytes = addressBytes(base);
  if (!bytes || more.length > 0) return null;
  const most = bytes.length * 8;
  if (length === undefined) return { bytes, bits: most };
  const bits = Number(length);
  return /^\d{1,3}$/.test(length) && bits <= most ? { bytes, bits } : null;
}

export function isInRange(address: readonly number[], { bytes, bits }: Range): boolean {
  if (address.length !== bytes.length) return false;
  return bytes.every((byte, index) => {
    const counting = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - counting)) & 0xff;
    return (byte & mask) === ((address[index] ?? 0) & mask);
  });
}
