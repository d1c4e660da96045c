import type { BodyNote } from '../../../../src/domain/types.js';
import { safeFileName, safeName } from '../../../../src/util/safe-name.js';
import { mailboxes, type Mailbox } from './addresses.js';
import { decodeText } from './charsets.js';
import { headerText, rawHeader, type HeaderField } from './headers.js';
import { joinHtml, joinText, readForwarded, readPart, type Reading } from './mail-body.js';
import { parseTree, type MailPart } from './mime-tree.js';

export interface MailFile {
  fileName: string;
  /** As the sender says; nobody may rely on it. */
  contentType: string;
  bytes: Uint8Array;
  contentId: string | null;
  location: string | null;
}

export interface ParsedMail {
  from: Mailbox | null;
  replyTo: Mailbox | null;
  recipients: readonly Mailbox[];
  subject: string;
  /** When it was sent by the sender's clock, or null. */
  date: number | null;
  messageId: string | null;
  /** Message-IDs that it answers, the nearest first. */
  answers: readonly string[];
  html: string | undefined;
  text: string;
  files: readonly MailFile[];
  notes: readonly BodyNote[];
  /** Written by a machine: an absence note, a delivery report, a list. */
  automatic: boolean;
  /** Written by a machine with nobody behind it. People write through lists. */
  unattended: boolean;
}

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'message/rfc822': 'eml',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'application/zip': 'zip',
};

const typePattern = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,90}$/;

function fileOf(part: MailPart, index: number): MailFile {
  const contentType = typePattern.test(part.type.value) ? part.type.value : 'application/octet-stream';
  const given = part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? '';
  const fallback = `attachment-${index + 1}.${extensions[contentType] ?? 'bin'}`;
  return {
    fileName: safeFileName(given, fallback),
    contentType,
    bytes: part.content(),
    contentId: rawHeader(part.fields, 'content-id').trim().replace(/^<|>$/g, '') || null,
    location: rawHeader(part.fields, 'content-location').trim() || null,
  };
}

const unreadable = /^application\/(?:pgp-encrypted|(?:x-)?pkcs7-mime)$/;

function notesOf(reading: Reading, tree: MailPart): BodyNote[] {
  const notes: BodyNote[] = [];
  if (reading.guessed) notes.push('charset_guessed');
  if (reading.files.some((part) => unreadable.test(part.type.value)) || tree.type.value === 'multipart/encrypted') {
    notes.push('unreadable_parts');
  }
  if (reading.files.some(isTnef)) notes.push('tnef_ignored');
  return notes;
}

const isTnef = (part: MailPart): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/.test(part.type.value) ||
  (part.disposition.parameters.get('filename') ?? part.type.parameters.get('name') ?? '').toLowerCase() ===
    'winmail.dat';

/** An identifier as a database can keep it. */
const cleanId = (text: string): string => text.replace(/\p{Cc}/gu, '').trim();

export function messageIds(text: string): string[] {
  return (text.match(/<[^<>\s]{1,500}>/g) ?? []).map((id) => cleanId(id.slice(1, -1))).filter((id) => id !== '');
}

/** Some programs leave the angle brackets out. */
function messageIdOf(fields: readonly HeaderField[]): string | null {
  const text = rawHeader(fields, 'message-id');
  return messageIds(text)[0] ?? (cleanId(text).slice(0, 500) || null);
}

function answersOf(fields: readonly HeaderField[]): string[] {
  const references = messageIds(rawHeader(fields, 'references')).reverse();
  return [...new Set([...messageIds(rawHeader(fields, 'in-reply-to')), ...references])].slice(0, 100);
}

function isUnattended(fields: readonly HeaderField[]): boolean {
  const submitted = rawHeader(fields, 'auto-submitted').toLowerCase();
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    /^(?:bulk|junk|auto_reply)\b/i.test(rawHeader(fields, 'precedence')) ||
    ['x-autoreply', 'x-autorespond'].some((name) => rawHeader(fields, name) !== '') ||
    /^multipart\/report/i.test(rawHeader(fields, 'content-type'))
  );
}

const isList = (fields: readonly HeaderField[]): boolean =>
  /^list\b/i.test(rawHeader(fields, 'precedence')) || rawHeader(fields, 'list-id') !== '';

function sentAt(fields: readonly HeaderField[]): number | null {
  const text = rawHeader(fields, 'date').slice(0, 100);
  const time = Date.parse(text.replace(/\([^()]*\)/g, '').trim());
  return Number.isFinite(time) && time > 0 ? time : null;
}

function read(tree: MailPart): Reading {
  const reading: Reading = { stretches: [], files: [], guessed: false };
  readPart(tree, reading);
  const says = reading.stretches.some(({ html, text }) => html?.trim() || text?.trim());
  const inner = reading.files.find((part) => part.type.value === 'message/rfc822');
  if (!says && inner) readForwarded(parseTree(inner.content()), { ...reading, files: [] });
  return reading;
}

function parse(bytes: Uint8Array): ParsedMail {
  const tree = parseTree(bytes);
  const { fields } = tree;
  const reading = read(tree);
  const unattended = isUnattended(fields);
  const hasHtml = reading.stretches.some(({ html }) => html?.trim());
  return {
    from: mailboxes(fields, 'from')[0] ?? mailboxes(fields, 'sender')[0] ?? mailboxes(fields, 'return-path')[0] ?? null,
    replyTo: mailboxes(fields, 'reply-to')[0] ?? null,
    recipients: mailboxes(fields, 'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'),
    subject: safeName(headerText(fields, 'subject')).slice(0, 1000),
    date: sentAt(fields),
    messageId: messageIdOf(fields),
    answers: answersOf(fields),
    html: hasHtml ? joinHtml(reading.stretches) : undefined,
    text: joinText(reading.stretches),
    files: reading.files.map(fileOf),
    notes: notesOf(reading, tree),
    automatic: unattended || isList(fields),
    unattended,
  };
}

/** Old programs end lines with a carriage return alone. */
function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (bytes.includes(0x0a) || !bytes.includes(0x0d)) return bytes;
  return bytes.map((byte) => (byte === 0x0d ? 0x0a : byte));
}

/** Reads a raw mail. It never throws: of a broken one it gives what can be read. */
export function parseMail(bytes: Uint8Array): ParsedMail {
  try {
    return parse(withLineFeeds(bytes));
  } catch {
    return {
      from: null,
      replyTo: null,
      recipients: [],
      subject: '',
      date: null,
      messageId: null,
      answers: [],
      html: undefined,
      text: decodeText(bytes.subarray(0, 1_000_000)).text,
      files: [],
      notes: ['unreadable_parts'],
      automatic: false,
      unattended: false,
    };
  }
}
