import { decodeTransfer } from './transfer.js';
import { rawHeader, readHeader, type HeaderField } from './headers.js';
import { parseStructured, type Structured } from './parameters.js';

/** A part of a mail, or the mail itself. */
export interface MailPart {
  readonly fields: readonly HeaderField[];
  readonly type: Structured;
  readonly disposition: Structured;
  readonly children: readonly MailPart[];
  /** What is in it, transfer encoding undone. Empty for a multipart. */
  content(): Uint8Array;
}

/** Nobody sends more; whoever does wants to keep the machine busy. What is beyond is a file. */
const deepest = 20;
const longestBoundary = 8000;
const mostParts = 1000;

interface Budget {
  parts: number;
}

export function parseTree(bytes: Uint8Array): MailPart {
  return parsePart(bytes, 0, 'text/plain', { parts: 0 });
}

function parsePart(bytes: Uint8Array, depth: number, usualType: string, budget: Budget): MailPart {
  budget.parts++;
  const { fields, bodyAt } = readHeader(bytes);
  const body = bytes.subarray(bodyAt);
  const type = typeOf(fields, usualType);
  const children = type.value.startsWith('multipart/') && depth < deepest ? childrenOf(body, type, depth, budget) : [];
  const encoding = rawHeader(fields, 'content-transfer-encoding').replace(/[;\s(].*$/, '');
  return {
    fields,
    type,
    disposition: parseStructured(rawHeader(fields, 'content-disposition')),
    children,
    content: () => (children.length ? new Uint8Array() : decodeTransfer(body, encoding)),
  };
}

function typeOf(fields: readonly HeaderField[], usual: string): Structured {
  const type = parseStructured(rawHeader(fields, 'content-type'));
  if (type.value === '' || type.value === 'text') return { ...type, value: usual };
  return type;
}

function childrenOf(body: Uint8Array, type: Structured, depth: number, budget: Budget): MailPart[] {
  const usual = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const named = type.parameters.get('boundary');
  const most = mostParts - budget.parts;
  const parts = (named && splitAt(body, named, most)) || splitAt(body, guessBoundary(body), most);
  const children: MailPart[] = [];
  for (const part of parts ?? []) {
    if (budget.parts >= mostParts) break;
    children.push(parsePart(part, depth + 1, usual, budget));
  }
  return children;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

function* linesOf(bytes: Uint8Array): Generator<Line> {
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    yield { start, end: bytes[end - 1] === 0x0d ? end - 1 : end, next: end + 1 };
    start = end + 1;
  }
}

const latin = new TextDecoder('windows-1252');

const isDashed = (bytes: Uint8Array, line: Line): boolean =>
  bytes[line.start] === 0x2d && bytes[line.start + 1] === 0x2d && line.end - line.start < longestBoundary;

/**
 * Cuts a multipart into its first parts, or answers null when the boundary never comes. A missing end is no matter.
 */
function splitAt(body: Uint8Array, boundary: string | null, most: number): Uint8Array[] | null {
  if (!boundary) return null;
  const parts: Uint8Array[] = [];
  let from = -1;
  const close = (line: Line): void => {
    if (from < 0) return;
    const end = body[line.start - 1] === 0x0a ? line.start - 1 : line.start;
    parts.push(body.subarray(from, Math.max(from, body[end - 1] === 0x0d ? end - 1 : end)));
  };
  const wanted = boundary.trimEnd();
  for (const line of linesOf(body)) {
    if (!isDashed(body, line)) continue;
    const text = latin.decode(body.subarray(line.start + 2, line.end)).trimEnd();
    if (text !== wanted && text !== `${wanted}--`) continue;
    close(line);
    if (parts.length >= most) return parts;
    from = text === wanted ? line.next : -1;
  }
  if (from >= 0 && from < body.length) parts.push(body.subarray(from));
  return parts.length ? parts : null;
}

/** The boundary by what it looks like: a dashed line with a field under it. */
function guessBoundary(body: Uint8Array): string | null {
  let candidate: string | null = null;
  for (const line of linesOf(body)) {
    if (candidate !== null) {
      if (/^content-[a-z-]+ ?:/i.test(latin.decode(body.subarray(line.start, Math.min(line.end, line.start + 60)))))
        return candidate;
      candidate = null;
    }
    if (isDashed(body, line) && line.end - line.start > 2) {
      candidate = latin.decode(body.subarray(line.start + 2, line.end)).trimEnd();
    }
  }
  return null;
}
