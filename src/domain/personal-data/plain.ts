/** What is written in wide letters, and other signs for a space or a hyphen; none changes the length of a text. */
const unusual =
  /[\uff01-\uff5e\u00a0\u2002-\u200a\u202f\u3000\u2010-\u2015\u2212\ufe63]|(?<=[0-9\uff10-\uff19)\uff09])[\u30fc\u3161\u2500]/g;

function usual(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return code === 0xa0 || (code >= 0x2002 && code <= 0x200a) || code === 0x202f || code === 0x3000 ? ' ' : '-';
}

/** A text in which digits, letters, spaces and hyphens are those of ASCII. Every place in it is the same as before. */
export function plain(text: string): string {
  return text.replace(unusual, usual);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** Whether a letter, a digit or an underscore continues the word before it. */
export function isWord(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 95;
}
