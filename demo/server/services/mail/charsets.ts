import { guessCharset } from './charset-guess.js';
import { decodeKorean } from './korean.js';

export interface Decoded {
  text: string;
  /** The label was missing or wrong and the bytes themselves had to tell. */
  guessed: boolean;
}

/** Labels that decoders of the platform do not know. */
const aliases: Readonly<Record<string, string>> = {
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  'x-windows-949': 'euc-kr',
  ksc5601: 'euc-kr',
  'ks_c_5601-1992': 'euc-kr',
  'ks-c-5601-1987': 'euc-kr',
  'ks_c-5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  euckr: 'euc-kr',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'x-ms-cp932': 'shift_jis',
  eucjp: 'euc-jp',
  'eucjp-ms': 'euc-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp936: 'gbk',
  'gb2312-80': 'gbk',
  cp950: 'big5',
  latin1: 'windows-1252',
  latin9: 'iso-8859-15',
  'unicode-1-1-utf-7': 'utf-7',
  utf7: 'utf-7',
  csiso2022kr: 'iso-2022-kr',
};

/** Labels that say nothing about bytes above 127. */
const empty: ReadonlySet<string> = new Set(
  '|ascii|us-ascii|us_ascii|ansi_x3.4-1968|iso646-us|646|unknown|unknown-8bit|x-unknown|x-user-defined|8bit|7bit|binary|default|none|utf|_autodetect|autodetect'.split(
    '|',
  ),
);

/** Western labels are what many programs write when they do not know. */
const western = /^(?:windows-1252|iso-?8859-1|iso_8859-1|latin1|cp1252|l1|iso-?8859-15)$/;

export function normalLabel(label: string | null | undefined): string {
  const name = (label ?? '')
    .trim()
    .replace(/^["']+|["';]+$/g, '')
    .toLowerCase()
    .replace(/^(?:cs|x-)?cp-?(125\d)$/, 'windows-$1');
  return aliases[name] ?? (/^(?:windows|ibm|ms)-?949$/.test(name) ? 'euc-kr' : name);
}

const hasHighBytes = (bytes: Uint8Array): boolean => bytes.some((byte) => byte > 127);

/** What windows-1252 has where Latin-1 has control characters; Node decodes it as Latin-1. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Decodes with a label of the platform, or answers null when it knows none of that name. */
function decodeWith(label: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(label);
    if (decoder.encoding === 'euc-kr') return decodeKorean(bytes);
    const text = decoder.decode(bytes);
    if (decoder.encoding !== 'windows-1252') return text;
    return text.replace(/[\x80-\x9f]/g, (found) => windows1252[found.charCodeAt(0) - 0x80] ?? found);
  } catch {
    return null;
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const guessed = (bytes: Uint8Array): string => decodeWith(guessCharset(bytes), bytes) ?? ascii(bytes);

/** ISO-2022-KR and HZ: seven-bit forms of two-byte sets, switched on and off by marks. */
function decodeShifted(bytes: Uint8Array, label: 'iso-2022-kr' | 'hz-gb-2312'): string {
  const out: number[] = [];
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (label === 'iso-2022-kr' && (byte === 0x0e || byte === 0x0f)) shifted = byte === 0x0e;
    else if (label === 'iso-2022-kr' && byte === 0x1b && next === 0x24) at += 3;
    else if (label === 'hz-gb-2312' && byte === 0x7e && (next === 0x7b || next === 0x7d)) {
      shifted = next === 0x7b;
      at++;
    } else if (label === 'hz-gb-2312' && byte === 0x7e && next === 0x7e && !shifted) {
      out.push(byte);
      at++;
    } else {
      if (byte === 0x0a) shifted = false;
      out.push(shifted && byte > 0x20 ? byte | 0x80 : byte);
    }
  }
  const plain = Uint8Array.from(out);
  return label === 'iso-2022-kr' ? decodeKorean(plain) : new TextDecoder('gb18030').decode(plain);
}

const ascii = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

/** UTF-7: base64 of UTF-16 between a plus and whatever cannot be base64. */
function decodeUtf7(bytes: Uint8Array): string {
  return ascii(bytes).replace(/\+([A-Za-z0-9+/]*)(-?)/g, (whole, code: string, end: string) => {
    if (!code) return end ? '+' : whole;
    const raw = atob(code.slice(0, code.length - (code.length % 4 === 1 ? 1 : 0)));
    let text = '';
    for (let at = 0; at + 1 < raw.length; at += 2) {
      text += String.fromCharCode((raw.charCodeAt(at) << 8) | raw.charCodeAt(at + 1));
    }
    return text;
  });
}

const escapes = /\x1b(?:\$[@AB]|\$\([A-Z]|\([BIJ])/;

function decodeUnlabelled(bytes: Uint8Array): Decoded {
  if (!hasHighBytes(bytes)) {
    const text = ascii(bytes);
    if (text.includes('\x1b$)C')) return { text: decodeShifted(bytes, 'iso-2022-kr'), guessed: true };
    if (escapes.test(text)) return { text: new TextDecoder('iso-2022-jp').decode(bytes), guessed: true };
    return { text, guessed: false };
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, guessed: false };
  return { text: guessed(bytes), guessed: true };
}

/** Few enough for damage on the way, too few for the wrong label. */
function isSlightlyDamaged(text: string): boolean {
  const broken = text.split('\ufffd').length - 1;
  const foreign = text.replace(/[\0-\x7f\ufffd]/g, '').length;
  return broken <= Math.max(1, foreign * 0.02) && foreign >= broken;
}

function bomLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Turns the bytes of a part into text, whatever its label says. Never throws. */
export function decodeText(bytes: Uint8Array, label?: string | null): Decoded {
  const name = bomLabel(bytes) ?? normalLabel(label);
  if (empty.has(name)) return decodeUnlabelled(bytes);
  if (name === 'utf-7') return { text: decodeUtf7(bytes), guessed: false };
  if (name === 'iso-2022-kr' || name === 'hz-gb-2312') return { text: decodeShifted(bytes, name), guessed: false };
  const lossy = decodeWith(name, bytes);
  if (lossy === null) return { ...decodeUnlabelled(bytes), guessed: true };
  if (western.test(name) && hasHighBytes(bytes)) {
    const utf8 = strictUtf8(bytes);
    if (utf8 !== null) return { text: utf8, guessed: true };
  }
  if (!lossy.includes('\ufffd') || isSlightlyDamaged(lossy)) return { text: lossy, guessed: false };
  const other = strictUtf8(bytes) ?? guessed(bytes);
  return other.split('\ufffd').length < lossy.split('\ufffd').length
    ? { text: other, guessed: true }
    : { text: lossy, guessed: false };
}
