import { decodeText } from './charsets.js';
import { decodeWords } from './headers.js';

/** A field such as Content-Type: its value, and parameters with their names in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;?\s*([^\s=;"]{1,100})\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)/gy;

const unquote = (text: string): string =>
  text.startsWith('"') ? text.slice(1).replace(/"$/, '').replace(/\\(.)/g, '$1') : text.trim();

interface Piece {
  readonly index: number;
  readonly encoded: boolean;
  readonly text: string;
}

function percentBytes(text: string): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text[at] === '%' ? /^[0-9a-f]{2}/i.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    if (code) at += 2;
    out.push(...(code ? [parseInt(code, 16)] : new TextEncoder().encode(text[at])));
  }
  return Uint8Array.from(out);
}

/** Puts together what RFC 2231 splits and encodes. */
function assemble(pieces: Piece[]): string {
  pieces.sort((a, b) => a.index - b.index);
  const first = pieces[0];
  const label = first?.encoded ? /^([^']*)'[^']*'/.exec(first.text) : null;
  const bytes: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    const text = at === 0 && label ? piece.text.slice(label[0].length) : piece.text;
    bytes.push(...(piece.encoded ? percentBytes(text) : new TextEncoder().encode(text)));
  }
  return decodeText(Uint8Array.from(bytes), label?.[1] || 'utf-8').text;
}

export function parseStructured(field: string): Structured {
  const end = field.indexOf(';');
  const value = (end < 0 ? field : field.slice(0, end))
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  const plain = new Map<string, string>();
  const split = new Map<string, Piece[]>();
  parameter.lastIndex = end < 0 ? field.length : end;
  for (let at = parameter.lastIndex; at < field.length; at = parameter.lastIndex) {
    const match = parameter.exec(field);
    if (!match) {
      const next = field.indexOf(';', at + 1);
      if (next < 0) break;
      parameter.lastIndex = next;
      continue;
    }
    const [, rawName = '', rawValue = ''] = match;
    const name = rawName.toLowerCase();
    const continued = /^(.+?)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    const text = unquote(rawValue);
    if (continued) {
      const pieces = split.get(continued[1] ?? '') ?? [];
      pieces.push({
        index: Number(continued[2] ?? 0),
        encoded: continued[2] === undefined || continued[3] === '*',
        text,
      });
      split.set(continued[1] ?? '', pieces);
    } else if (!plain.has(name)) plain.set(name, text.includes('=?') ? decodeWords(text) : text);
  }
  for (const [name, pieces] of split) plain.set(name, assemble(pieces));
  return { value, parameters: plain };
}
