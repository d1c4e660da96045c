import { defaultTreeAdapter, html as names, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';
import { limits } from '../../../../src/domain/mail-profile.js';
import type { NodeShape } from '../../../../src/domain/projection.js';

/** A node of a body: text, or an element with its attributes in order. */
export type BodyNode = string | BodyElement;

export interface BodyElement {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly BodyNode[];
}

/** Thrown while parsing when a document is larger or deeper than anybody writes by hand. */
export class TooMuchMarkup extends Error {
  override readonly name = 'TooMuchMarkup';
}

export type RawNode = DefaultTreeAdapterMap['childNode'];
export type RawElement = DefaultTreeAdapterMap['element'];

/**
 * Builds the usual tree and counts. Formatting elements that were never closed are made again for every block, so the
 * number of elements says more about the cost than the length of the text.
 */
function countingAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let elements = 0;
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (++elements > limits.elements) throw new TooMuchMarkup('elements');
      if (attributes.length > limits.attributes) throw new TooMuchMarkup('attributes');
      return defaultTreeAdapter.createElement(name, namespace, attributes);
    },
    // A second `html` or `body` tag would hand its attributes on; none of them is kept.
    adoptAttributes() {},
    onItemPush() {
      if (++depth > limits.depth) throw new TooMuchMarkup('depth');
    },
    onItemPop() {
      depth--;
    },
  };
}

/** Attributes of one tag before the parser sees it; it compares each with every other. */
const mostWordsInTag = 500;

function refuseLongTags(html: string): void {
  for (const tag of html.matchAll(/<[a-z][^<>]*/gi)) {
    if (tag[0].length > mostWordsInTag * 2 && tag[0].split(/[\s/"']+/).length > mostWordsInTag) {
      throw new TooMuchMarkup('attributes');
    }
  }
}

/**
 * Parses as the page's second pass does: into the body from the first character on, whatever the document says about
 * head or frames. The element that forces it is left out; the text in it keeps a frameset from taking the body's place.
 */
export function parseBody(html: string): readonly RawNode[] {
  refuseLongTags(html);
  const document = parse(`<remove>-</remove>${html}`, { treeAdapter: countingAdapter(), scriptingEnabled: false });
  const root = document.childNodes.find((node): node is RawElement => node.nodeName === 'html');
  const body = root?.childNodes.find((node): node is RawElement => node.nodeName === 'body');
  return (body?.childNodes ?? []).filter((node) => node.nodeName !== 'remove');
}

export function isHtmlElement(node: RawNode): node is RawElement {
  return 'tagName' in node && node.namespaceURI === names.NS.HTML;
}

const root: BodyElement = { name: '', attributes: [], children: [] };

export function rootOf(children: readonly BodyNode[]): BodyElement {
  return { ...root, children };
}

/** Reads our own tree for the projection. */
export const bodyShape: NodeShape<BodyNode> = {
  name: (node) => (typeof node === 'string' ? null : node.name),
  text: (node) => (typeof node === 'string' ? node : null),
  children: (node) => (typeof node === 'string' ? [] : node.children),
};

/** All elements in document order: the order in which `node` counts. */
export function* elementsOf(nodes: readonly BodyNode[]): Generator<BodyElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}
