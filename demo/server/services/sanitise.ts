import type { BlockedImage, Body, BodyNote, NodeStyle } from '../../../src/domain/types.js';
import { limits } from '../../../src/domain/mail-profile.js';
import { project } from '../../../src/domain/projection.js';
import { mailTextToHtml } from '../../../src/util/text-html.js';
import { cleanNodes, type Reader } from './sanitise/clean.js';
import { cutText, roughText } from './sanitise/plain-text.js';
import { styleReader } from './sanitise/style-text.js';
import { bodyShape, elementsOf, parseBody, rootOf, type BodyNode } from './sanitise/tree.js';
import { writeHtml } from './sanitise/write-html.js';

/** A part of the same mail that a body may show. */
export interface BodyPart {
  attachmentId: string;
  /** Content-ID, with or without angle brackets. */
  contentId?: string | null;
  /** Content-Location. */
  location?: string | null;
}

export interface BodySource {
  html?: string | undefined;
  /** The plain text: the body where there is no HTML, and what is shown when the HTML cannot be. */
  text?: string | undefined;
  parts?: readonly BodyPart[];
  notes?: readonly BodyNote[];
}

/** Markup that changes with every reading is nobody's letter. */
const mostReadings = 8;

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function readerOf(parts: readonly BodyPart[]): Reader {
  const byAddress = new Map<string, string>();
  for (const part of parts) {
    const id = part.contentId?.trim().replace(/^<|>$/g, '');
    if (id) byAddress.set(`cid:${id.toLowerCase()}`, `cid:${part.attachmentId}`);
    if (part.location) byAddress.set(part.location.trim().toLowerCase(), `cid:${part.attachmentId}`);
  }
  return {
    findPart: (address) =>
      byAddress.get(address.toLowerCase()) ?? byAddress.get(decoded(address).toLowerCase()) ?? null,
    styles: styleReader(),
  };
}

/** Reads a stored body again: the very tree that was written. */
export function readStored(html: string): readonly BodyNode[] {
  return cleanNodes(parseBody(html), readerOf([]));
}

/** Reads, filters and writes until another reading gives the same, so that every later reader sees this very tree. */
function settle(html: string, reader: Reader): readonly BodyNode[] {
  let before = html;
  for (let reading = 0; reading < mostReadings; reading++) {
    const nodes = cleanNodes(parseBody(before), reader);
    const after = writeHtml(nodes);
    if (after === before) return nodes;
    before = after;
  }
  throw new Error('the markup does not come to rest');
}

interface Split {
  nodes: readonly BodyNode[];
  styles: NodeStyle[];
  blocked: BlockedImage[];
}

/** Takes styles and remote images out of the tree into lists that count elements in document order. */
function split(nodes: readonly BodyNode[], reader: Reader): Split {
  const styles: NodeStyle[] = [];
  const blocked: BlockedImage[] = [];
  let index = -1;
  const strip = (node: BodyNode): BodyNode => {
    if (typeof node === 'string') return node;
    const at = ++index;
    const attributes = node.attributes.filter(([name, value]) => {
      if (name === 'style') styles.push({ node: at, props: reader.styles(value) });
      else if (name === 'src' && /^https?:/.test(value)) blocked.push({ node: at, url: value });
      else return true;
      return false;
    });
    if (node.name === 'img' && !attributes.some(([name]) => name === 'alt')) attributes.push(['alt', '']);
    return { name: node.name, attributes, children: node.children.map(strip) };
  };
  return { nodes: nodes.map(strip), styles, blocked };
}

const outline = (nodes: readonly BodyNode[]): string => [...elementsOf(nodes)].map((element) => element.name).join(' ');

/** Makes sure that the lists still count the same elements once styles and sources are gone from the markup. */
function assertOrder(html: string, nodes: readonly BodyNode[], reader: Reader): void {
  const reread = cleanNodes(parseBody(html), reader);
  if (writeHtml(reread) !== html || outline(reread) !== outline(nodes)) {
    throw new Error('the elements do not keep their order');
  }
}

function bodyOf(source: string, reader: Reader, notes: readonly BodyNote[]): Body {
  const settled = settle(source, reader);
  const { nodes, styles, blocked } = split(settled, reader);
  const html = writeHtml(nodes);
  if (styles.length || blocked.length) assertOrder(html, nodes, reader);
  const { text } = project(rootOf(nodes), bodyShape);
  return { html, text, styles, blocked, notes: [...new Set(notes)] };
}

function textBody(source: BodySource, notes: readonly BodyNote[]): Body {
  const { text, cut } = cutText(source.text?.trim() ? source.text : roughText(source.html ?? ''));
  const all = cut ? [...notes, 'truncated' as const] : notes;
  try {
    return bodyOf(mailTextToHtml(text), readerOf([]), all);
  } catch {
    // Text that turns into too much markup, for instance one of links only.
    const html = writeHtml([{ name: 'pre', attributes: [], children: [text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')] }]);
    return bodyOf(html, readerOf([]), all);
  }
}

/**
 * Makes a body that may be stored and shown from what a customer or an agent wrote. It never throws: what cannot be
 * shown as it was meant is shown as text, and the notes say so.
 */
export function sanitiseBody(source: BodySource): Body {
  const notes = source.notes ?? [];
  if (!source.html?.trim()) return textBody(source, notes);
  const reader = readerOf(source.parts ?? []);
  try {
    if (source.html.length > limits.html) throw new RangeError('too long');
    const body = bodyOf(source.html, reader, notes);
    // An element that was never closed can swallow everything; the other form may still have the words.
    return /\S/.test(body.text) || !source.text?.trim() ? body : textBody(source, [...notes, 'shown_as_text']);
  } catch {
    return textBody(source, [...notes, 'shown_as_text']);
  }
}
