function ipv4(address: string): number | undefined {
  const match = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(address);
  const bytes = match?.slice(1).map(Number);
  if (!bytes || bytes.some((byte) => byte > 255)) return undefined;
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

function inRange(address: number, range: string): boolean {
  const [base = '', length = '32'] = range.split('/');
  const start = ipv4(base);
  const bits = Number(length);
  if (start === undefined || !/^\d{1,2}$/.test(length) || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(address / size) === Math.floor(start / size);
}

/** Whether a caller is on the list of a service: addresses, or IPv4 ranges as `10.0.0.0/8`. An empty list allows all. */
export function isAllowed(allowList: readonly string[], address: string): boolean {
  if (allowList.length === 0) return true;
  const number = ipv4(address);
  return allowList.some((entry) => entry === address || (number !== undefined && inRange(number, entry)));
}
