import { chatLimits } from '../../../../src/domain/chat.js';
import { project } from '../../../../src/domain/projection.js';
import type { Body } from '../../../../src/domain/types.js';
import { zoneOffset } from '../../../../src/util/time-zone.js';
import { escapeHtml } from '../../../../src/util/text-html.js';
import { safeName } from '../../../../src/util/safe-name.js';
import { sanitiseBody, readStored } from '../sanitise.js';
import { bodyShape, rootOf, type BodyNode } from '../sanitise/tree.js';

/** What of a message stands in the body. */
export interface SaidLine {
  readonly name: string;
  readonly at: number;
  readonly text: string;
}

/**
 * A transcript as a body: a paragraph for each message, with who and when in its first line and what was said behind it.
 * Masks change texts and never elements, so that a message is found again by its place, whatever was masked.
 */
function transcriptHtml(lines: readonly SaidLine[], timeZone: string): string {
  return lines.map((line) => paragraph(line, timeZone)).join('');
}

/** A transcript as a new body; null where it would be too long. */
export function transcriptBody(lines: readonly SaidLine[], timeZone: string): Body | null {
  const html = transcriptHtml(lines, timeZone);
  if (html.length > chatLimits.whole) return null;
  const body = sanitiseBody({ html });
  return body.notes.length > 0 ? null : body;
}

/** The same body with more messages behind those that it has; null where it would be too long. */
export function extended(
  html: string,
  lines: readonly SaidLine[],
  timeZone: string,
): Pick<Body, 'html' | 'text'> | null {
  const body = transcriptBody(lines, timeZone);
  const whole = html + (body?.html ?? '');
  if (!body || whole.length > chatLimits.whole) return null;
  return { html: whole, text: project(rootOf(readStored(whole)), bodyShape).text };
}

/** Names and texts of the messages of a body, in their order. */
export function saidIn(html: string): readonly Omit<SaidLine, 'at'>[] {
  return readStored(html).flatMap((node) => (typeof node === 'string' || node.name !== 'p' ? [] : [saidBy(node)]));
}

function paragraph({ name, at, text }: SaidLine, timeZone: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .map((line) => escapeHtml(line).replace(/^ | (?= )| $/g, '\u00a0'));
  return `<p><b>${escapeHtml(safeName(name)) || '–'}</b> ${clock(at, timeZone)}<br>${lines.join('<br>')}</p>`;
}

/** Date and time in the zone of the service, in figures that every language reads. */
function clock(at: number, timeZone: string): string {
  return new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 16).replace('T', ' ');
}

function saidBy({ children }: Exclude<BodyNode, string>): Omit<SaidLine, 'at'> {
  const isBreak = (node: BodyNode): boolean => typeof node !== 'string' && node.name === 'br';
  const first = children.findIndex(isBreak);
  const name = children.slice(0, first).find((node) => typeof node !== 'string' && node.name === 'b');
  return {
    name: name ? textIn(name) : '',
    text: children
      .slice(first + 1)
      .map(textIn)
      .join('')
      .replaceAll('\u00a0', ' '),
  };
}

function textIn(node: BodyNode): string {
  if (typeof node === 'string') return node;
  return node.name === 'br' ? '\n' : node.children.map(textIn).join('');
}
