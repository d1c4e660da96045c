/** What may go out as a text message, and when: the page says it while somebody types, the server before it keeps it. */
import type { Attachment } from './types.js';

/** Short text messages, and those that may be longer and carry a picture. */
export type SmsKind = 'sms' | 'mms';

export const smsStates = ['reserved', 'sending', 'sent', 'delivered', 'failed', 'cancelled'] as const;
export type SmsState = (typeof smsStates)[number];

/** Why a message did not arrive, or why nobody knows. */
export const smsProblems = [
  'refused',
  'unreachable',
  'undelivered',
  'unknown',
  'masked',
  'no_image',
  'off',
  'spam',
  'no_number',
  'masked_number',
  'bad_number',
  'number_changed',
] as const;
export type SmsProblem = (typeof smsProblems)[number];

/** Why none can be sent for a ticket by this agent, at this time. */
export const smsHindrances = ['no_number', 'masked_number', 'bad_number', 'not_assignee', 'spam'] as const;
export type SmsHindrance = (typeof smsHindrances)[number];

export interface SmsMessage {
  readonly smsId: string;
  readonly ticketId: string;
  readonly kind: SmsKind;
  /** Number it goes to. */
  readonly to: string;
  /** With asterisks where it was masked. */
  readonly text: string;
  readonly attachment: Attachment | null;
  /** When it is to leave, where that was told. */
  readonly at: number | null;
  readonly state: SmsState;
  readonly problem: SmsProblem | null;
  readonly by: { readonly usercode: string; readonly name: string };
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly deliveredAt: number | null;
  /** What this agent may do about it now. */
  readonly actions: readonly ('cancel' | 'retry')[];
}

/** The messages of a ticket, the newest last. */
export interface SmsThread {
  /** The number of the ticket's customer; null where there is none. */
  readonly to: string | null;
  readonly hindrance: SmsHindrance | null;
  readonly messages: readonly SmsMessage[];
}

export const smsLimits = {
  /** Most bytes of a short message. */
  short: 90,
  /** Most bytes of any. */
  long: 2_000,
  /** Most bytes of a picture: 0.3 MB. */
  image: 300 * 1024,
  /** How long before it leaves a message must be reserved, and how long before it may be, in milliseconds. */
  soonest: 30 * 60_000,
  latest: 24 * 60 * 60_000,
} as const;

let standard: Uint8Array | undefined;

/** A bit for every character of KS X 1001, the standard that CP949 adds the other syllables to. */
function standardCharacters(): Uint8Array {
  if (standard) return standard;
  const found = new Uint8Array(0x10000 / 8);
  const add = (code: number) => (found[code >> 3] = (found[code >> 3] ?? 0) | (1 << (code & 7)));
  const decoder = new TextDecoder('euc-kr');
  const row = new Uint8Array(2 * 94);
  for (let lead = 0xa1; lead <= 0xfe; lead++) {
    for (let index = 0; index < 94; index++) row.set([lead, 0xa1 + index], 2 * index);
    // Where there is no character a mark stands.
    for (const character of decoder.decode(row)) if (character !== '\ufffd') add(character.charCodeAt(0));
  }
  // Added to the standard after some decoders were made.
  for (const character of '€®') add(character.charCodeAt(0));
  return (standard = found);
}

const isSyllable = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

function bytesOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x0a || (code >= 0x20 && code <= 0x7e)) return 1;
  if (code > 0xffff || code <= 0x7f) return 0;
  return isSyllable(code) || ((standardCharacters()[code >> 3] ?? 0) >> (code & 7)) & 1 ? 2 : 0;
}

/** A text as it is counted and sent: whole syllables, one kind of line end, plain spaces. */
export function smsText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2002-\u200a\u202f\t]/g, ' ')
    .normalize('NFC');
}

/** A character that cannot be sent. */
export interface Unsendable {
  readonly character: string;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly index: number;
  readonly line: number;
  /** Which character of its line, from 1. */
  readonly column: number;
}

export interface SmsMeasure {
  readonly bytes: number;
  readonly unsendable: readonly Unsendable[];
}

/** What a person takes for one character: an emoji with its joiners is one. */
const characters = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** How many bytes a text has for Korean carriers – one for ASCII, two for any other character –, and what they do not know. */
export function measureSms(text: string): SmsMeasure {
  const unsendable: Unsendable[] = [];
  let [bytes, line, column] = [0, 1, 0];
  for (const { segment, index } of characters.segment(text)) {
    column++;
    const sizes = [...segment].map(bytesOf);
    if (sizes.includes(0) && segment !== '\r\n') unsendable.push({ character: segment, index, line, column });
    bytes += sizes.reduce<number>((sum, size) => sum + size, 0);
    if (segment === '\n') [line, column] = [line + 1, 0];
  }
  return { bytes, unsendable };
}

/** Which kind a message is. */
export function smsKind(bytes: number, hasImage: boolean): SmsKind {
  return hasImage || bytes > smsLimits.short ? 'mms' : 'sms';
}

/** Why a message cannot go as it is, the first reason; null where it can. */
export type SmsTextProblem = 'required' | 'unsendable' | 'too_long';

export function smsTextProblem(text: string): SmsTextProblem | null {
  if (text.trim() === '') return 'required';
  const { bytes, unsendable } = measureSms(text);
  if (unsendable.length > 0) return 'unsendable';
  return bytes > smsLimits.long ? 'too_long' : null;
}

/** Why a message cannot leave at that time. */
export function smsTimeProblem(at: number, now: number): 'too_soon' | 'too_late' | null {
  if (at < now + smsLimits.soonest) return 'too_soon';
  return at > now + smsLimits.latest ? 'too_late' : null;
}

/** Why nothing can be sent to a number; null where it can. */
export function smsNumberProblem(
  phone: string | null | undefined,
): Extract<SmsHindrance, 'no_number' | 'masked_number' | 'bad_number'> | null {
  const number = phone?.trim() ?? '';
  if (number === '') return 'no_number';
  if (/[*＊•●xX]{2,}|[*＊•●]/.test(number)) return 'masked_number';
  return /^\+?[\d\s().-]+$/.test(number) && /^\d{8,15}$/.test(number.replace(/\D/g, '')) ? null : 'bad_number';
}

/** Whether bytes are a JPEG: they begin as one and hold what tells its size. */
export function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // A frame has height and width; tables for arithmetic and Huffman coding have numbers among those of frames.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return true;
    if (marker === 0xda || marker === 0xd9) return false;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
  }
  return false;
}
