const sextets = new Int8Array(256).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((character, value) => {
  sextets[character.charCodeAt(0)] = value;
});

/** Base64 as it arrives: broken lines, padding in the middle, the end cut off. Whatever is no digit is passed over. */
export function fromBase64(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = sextets[byte] ?? -1;
    if (value < 0) {
      // Padding ends a group; what follows starts anew.
      if (byte === 0x3d) bits = held = 0;
      continue;
    }
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[length++] = (held >> bits) & 0xff;
    }
  }
  return out.subarray(0, length);
}

const hexDigit = (byte: number | undefined): number => {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
};

/** Quoted-printable; a stray equals sign stays what it is. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const high = hexDigit(bytes[at + 1]);
    const low = hexDigit(bytes[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
      continue;
    }
    const next = skipBlanks(bytes, at + 1);
    if (bytes[next] === 0x0a || next >= bytes.length) at = next;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

/** Position of the line end after blanks, or the one given when there is something else. */
function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === 0x0d) at++;
  return at;
}

/** The old way of Unix programs. */
export function fromUuencode(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (const line of new TextDecoder('windows-1252').decode(bytes).split(/\r?\n/)) {
    if (/^begin \d{3} /.test(line)) continue;
    if (line === 'end') break;
    const count = ((line.charCodeAt(0) || 32) - 32) & 63;
    const values = [...line.slice(1)].map((character) => (character.charCodeAt(0) - 32) & 63);
    const bytesOfLine: number[] = [];
    for (let at = 0; at < values.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = values.slice(at, at + 4);
      bytesOfLine.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    out.push(...bytesOfLine.slice(0, count));
  }
  return Uint8Array.from(out);
}

/** Undoes a Content-Transfer-Encoding. An unknown one leaves the bytes as they are. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return fromBase64(bytes);
    case 'quoted-printable':
      return fromQuotedPrintable(bytes);
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
      return fromUuencode(bytes);
    default:
      return bytes;
  }
}
