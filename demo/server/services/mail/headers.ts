import { decodeText } from './charsets.js';
import { fromBase64, fromQuotedPrintable } from './transfer.js';

/** Fields of a message or part, in order, names in lower case. */
export interface HeaderField {
  readonly name: string;
  /** Unfolded; bytes above 127 decoded, encoded words not yet. */
  readonly value: string;
}

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** First byte of the body. */
  readonly bodyAt: number;
}

const mostFields = 2000;

const encoder = new TextEncoder();

/** Reads fields up to the first empty line. Where the first line is no field, there is no header. */
export function readHeader(bytes: Uint8Array): HeaderBlock {
  const fields: HeaderField[] = [];
  let at = 0;
  let pending: Uint8Array[] = [];
  const flush = (): void => {
    const field = pending.length && fields.length < mostFields ? fieldOf(join(pending)) : null;
    if (field) fields.push(field);
    pending = [];
  };
  while (at < bytes.length) {
    const feed = bytes.indexOf(0x0a, at);
    const end = feed < 0 ? bytes.length : feed;
    const line = bytes.subarray(at, bytes[end - 1] === 0x0d ? end - 1 : end);
    const next = Math.min(end + 1, bytes.length);
    if (isBlank(line)) {
      flush();
      return { fields, bodyAt: next };
    }
    if (line[0] === 0x20 || line[0] === 0x09) pending.push(line);
    else if (isField(line)) {
      flush();
      pending.push(line);
    } else if (!isEnvelope(line)) {
      // A body that starts without an empty line, or a mail without any header.
      flush();
      return { fields, bodyAt: at };
    }
    at = next;
  }
  flush();
  return { fields, bodyAt: bytes.length };
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 0x20 || byte === 0x09);

function isField(line: Uint8Array): boolean {
  const colon = line.indexOf(0x3a);
  return (
    colon > 0 &&
    colon < 100 &&
    line.subarray(0, colon).every((byte) => (byte > 32 && byte < 127) || byte === 0x20 || byte === 0x09) &&
    !/[ \t]+\S/.test(ascii(line.subarray(0, colon)))
  );
}

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const isEnvelope = (line: Uint8Array): boolean => /^>?From /.test(ascii(line.subarray(0, 6)));

function join(lines: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(lines.reduce((sum, line) => sum + line.length, 0));
  let at = 0;
  for (const line of lines) {
    out.set(line, at);
    at += line.length;
  }
  return out;
}

function fieldOf(line: Uint8Array): HeaderField | null {
  const colon = line.indexOf(0x3a);
  const name = ascii(line.subarray(0, Math.max(0, colon)))
    .trim()
    .toLowerCase();
  return name ? { name, value: decodeText(line.subarray(colon + 1)).text.trim() } : null;
}

/** The first field of a name, encoded words decoded; empty when there is none. */
export function headerText(fields: readonly HeaderField[], name: string): string {
  return decodeWords(rawHeader(fields, name));
}

export function rawHeader(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

// The end mark may be missing where a program cut the line.
const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?([^?]*(?:\?(?!=)[^?]*){0,8})(?:\?=|$)/giy;

interface Word {
  readonly charset: string;
  readonly bytes: Uint8Array;
}

function wordAt(text: string, at: number): { word: Word; end: number } | null {
  encodedWord.lastIndex = at;
  const match = encodedWord.exec(text);
  if (!match) return null;
  const [whole, charset = '', kind = '', content = ''] = match;
  const bytes =
    kind.toLowerCase() === 'b'
      ? fromBase64(encoder.encode(content))
      : fromQuotedPrintable(encoder.encode(content.replace(/_/g, ' ')));
  return { word: { charset: charset.replace(/\*.*$/, ''), bytes }, end: at + whole.length };
}

/** Replaces encoded words by what `put` makes of their text; neighbours count as one, even in the middle of a letter. */
export function replaceWords(text: string, put: (decoded: string, at: number) => string): string {
  let out = '';
  let at = 0;
  for (let start = text.indexOf('=?', at); start >= 0; start = text.indexOf('=?', at)) {
    let found = wordAt(text, start);
    if (!found) {
      out += text.slice(at, start + 2);
      at = start + 2;
      continue;
    }
    const words: Word[] = [];
    let end = start;
    while (found) {
      words.push(found.word);
      end = found.end;
      const gap = /^\s*(?==\?)/.exec(text.slice(end, end + 200))?.[0].length;
      found = gap === undefined ? null : wordAt(text, end + gap);
    }
    out += text.slice(at, start) + put(textOf(words), start);
    at = end;
  }
  return out + text.slice(at);
}

function textOf(words: readonly Word[]): string {
  let text = '';
  for (let at = 0; at < words.length;) {
    const charset = words[at]?.charset ?? '';
    let end = at + 1;
    // ISO-2022 words begin and end in ASCII each; bytes of the others may be split anywhere.
    while (end < words.length && words[end]?.charset.toLowerCase() === charset.toLowerCase()) end++;
    text += decodeText(join(words.slice(at, end).map((word) => word.bytes)), charset).text;
    at = end;
  }
  return text;
}

export function decodeWords(text: string): string {
  return replaceWords(text, (decoded) => decoded);
}
