import { mailTextToHtml } from '../../../../src/util/text-html.js';
import { decodeText } from './charsets.js';
import { unflow } from './flowed.js';
import { headerText } from './headers.js';
import type { MailPart } from './mime-tree.js';

/** One stretch of what is to be read: in one form or in both. */
export interface Stretch {
  html?: string;
  text?: string;
}

export interface Reading {
  readonly stretches: Stretch[];
  readonly files: MailPart[];
  guessed: boolean;
}

const metaCharset = /<meta[^<>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i;

function labelOf(part: MailPart, bytes: Uint8Array): string | undefined {
  const label = part.type.parameters.get('charset');
  if (label || part.type.value !== 'text/html') return label;
  return metaCharset.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)))?.[1];
}

function isBodyText(part: MailPart, reading: Reading): boolean {
  if (part.type.value !== 'text/plain' && part.type.value !== 'text/html') return false;
  if (part.disposition.value === 'attachment') return false;
  const named = part.disposition.parameters.has('filename') || part.type.parameters.has('name');
  return !named || reading.stretches.length === 0;
}

function stretchOf(part: MailPart, reading: Reading): Stretch {
  const bytes = part.content();
  const { text, guessed } = decodeText(bytes, labelOf(part, bytes));
  reading.guessed ||= guessed;
  const plain = text.replace(/\0/g, '');
  if (part.type.value === 'text/html') return { html: plain };
  const flowed = part.type.parameters.get('format')?.toLowerCase() === 'flowed';
  return { text: flowed ? unflow(plain, part.type.parameters.get('delsp')?.toLowerCase() === 'yes') : plain };
}

/** Of several forms of the same, the richest that we can show and the plainest. */
function readAlternative(part: MailPart, reading: Reading): void {
  const merged: Stretch = {};
  for (const child of part.children) {
    const inner: Reading = { stretches: [], files: reading.files, guessed: false };
    readPart(child, inner);
    reading.guessed ||= inner.guessed;
    const html = inner.stretches.some((stretch) => stretch.html !== undefined) ? joinHtml(inner.stretches) : undefined;
    const text = joinText(inner.stretches);
    if (html?.trim()) merged.html = html;
    if (text.trim()) merged.text ??= text;
  }
  if (merged.html !== undefined || merged.text !== undefined) reading.stretches.push(merged);
}

export function readPart(part: MailPart, reading: Reading): void {
  if (part.type.value === 'multipart/alternative' && part.children.length) readAlternative(part, reading);
  else if (part.children.length) for (const child of part.children) readPart(child, reading);
  // A multipart whose parts cannot be found is read as it stands.
  else if (part.type.value.startsWith('multipart/')) reading.stretches.push({ text: decodeText(part.content()).text });
  else if (isBodyText(part, reading)) reading.stretches.push(stretchOf(part, reading));
  else reading.files.push(part);
}

/** A message inside a message that says nothing itself. */
export function readForwarded(part: MailPart, reading: Reading): void {
  const head = ['from', 'to', 'date', 'subject']
    .map((name) => [name, headerText(part.fields, name)] as const)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}: ${value}`);
  if (head.length) reading.stretches.push({ text: head.join('\n') });
  readPart(part, reading);
}

export function joinHtml(stretches: readonly Stretch[]): string {
  return stretches.map(({ html, text }) => html ?? mailTextToHtml(text ?? '')).join('<br>');
}

export function joinText(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ text }) => text ?? '')
    .filter((text) => text.trim())
    .join('\n\n');
}
