import { allowedAttributes, allowedTags, blockStandIns, droppedTags } from '../../../../src/domain/mail-profile.js';
import {
  attributeFits,
  isDataImage,
  isStoredPart,
  linkTarget,
  webAddress,
} from '../../../../src/domain/mail-values.js';
import { writeStyles, type StylePairs } from './style-text.js';
import { isHtmlElement, type BodyElement, type BodyNode, type RawElement, type RawNode } from './tree.js';

/** What cleaning asks about the mail at hand. */
export interface Reader {
  /** The stored part that an address means, as `cid:` and its id. */
  findPart(address: string): string | null;
  /** What may stay of a style attribute. */
  styles(text: string): StylePairs;
}

type Pair = readonly [name: string, value: string];

/** Text as a database and a browser both keep it: no control characters, no halves of a pair, composed. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0e-\x1f\x7f]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC');
}

function imageSource(value: string, reader: Reader): string | null {
  const text = value.trim();
  if (isStoredPart(text) || isDataImage(text)) return text;
  return reader.findPart(text) ?? webAddress(text.startsWith('//') ? `https:${text}` : text);
}

function cleanAttribute(tag: string, name: string, value: string, reader: Reader): Pair | null {
  if (name === 'style') {
    const styles = writeStyles(reader.styles(value));
    return styles ? [name, styles] : null;
  }
  if (!allowedAttributes.has(name)) return null;
  if (name === 'href') {
    const target = tag === 'a' ? linkTarget(value) : null;
    return target === null ? null : [name, target];
  }
  if (name === 'src') {
    const source = tag === 'img' ? imageSource(value, reader) : null;
    return source === null ? null : [name, source];
  }
  const text = cleanText(value).trim();
  return attributeFits(name, text) ? [name, text] : null;
}

function cleanElement(element: RawElement, name: string, reader: Reader): BodyElement {
  const attributes: Pair[] = [];
  for (const attribute of element.attrs) {
    const kept = attribute.prefix ? null : cleanAttribute(name, attribute.name, attribute.value, reader);
    if (kept) attributes.push(kept);
  }
  return { name, attributes, children: cleanNodes(element.childNodes, reader) };
}

/** What the profile leaves of parsed nodes. Elements that are not kept give way to their content or go with it. */
export function cleanNodes(nodes: readonly RawNode[], reader: Reader): readonly BodyNode[] {
  const kept: BodyNode[] = [];
  // Neighbours are one text, cleaned once: cleaning after each of them would read the first ones again and again.
  let run: string[] = [];
  const endRun = (): void => {
    const text = cleanText(run.join(''));
    if (text) kept.push(text);
    run = [];
  };
  const addElement = (element: RawElement, name: string): void => {
    endRun();
    kept.push(cleanElement(element, name, reader));
  };
  const add = (node: RawNode): void => {
    if (node.nodeName === '#text') run.push((node as { value: string }).value);
    else if (!isHtmlElement(node) || droppedTags.has(node.tagName)) return;
    else if (allowedTags.has(node.tagName)) addElement(node, node.tagName);
    else if (blockStandIns.has(node.tagName)) addElement(node, 'div');
    else node.childNodes.forEach(add);
  };
  nodes.forEach(add);
  endRun();
  return kept;
}
