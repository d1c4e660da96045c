import type { Config, DOMPurify } from 'dompurify';
import { allowedAttributes, allowedTags } from '../domain/mail-profile.js';
import { attributeFits, isDataImage, isStoredPart, linkTarget } from '../domain/mail-values.js';
import { once } from '../util/once.js';

/** The page's Trusted Types list does not name the policy `dompurify`, so no message can be shown as it was written. */
export class SanitiserRefusedError extends Error {
  override readonly name = 'SanitiserRefusedError';

  constructor() {
    super('The page refuses the Trusted Types policy "dompurify". Add it to the trusted-types list of the page.');
  }
}

/** Sanitising took longer than a reader waits. */
export class SanitiserTimeoutError extends Error {
  override readonly name = 'SanitiserTimeoutError';
}

/** Nodes that may be shown, and the elements by the index that styles and blocked images name. */
export interface SafeHtml {
  readonly fragment: DocumentFragment;
  readonly elements: readonly Element[];
}

const mostMilliseconds = 2000;

const attributes = [...allowedAttributes].filter((name) => name !== 'style');

const config: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: attributes,
  // Every other value would have to look like an address as well.
  ADD_URI_SAFE_ATTR: attributes.filter((name) => name !== 'href' && name !== 'src'),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|data:image\/)/i,
  FORCE_BODY: true,
  RETURN_DOM_FRAGMENT: true,
};

/** Second look at an attribute that DOMPurify would let pass, with the grammar that the server uses. */
function mayStay(element: Element, name: string, value: string): boolean {
  if (name === 'href') return element.localName === 'a' && linkTarget(value) !== null;
  if (name === 'src') return element.localName === 'img' && (isStoredPart(value) || isDataImage(value));
  return attributeFits(name, value);
}

/** The first elements of a body in the order of its text. */
function firstElements(body: HTMLElement | undefined, most: number): Element[] {
  const found: Element[] = [];
  const walker = body && most > 0 ? body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_ELEMENT) : null;
  while (found.length < most && walker?.nextNode()) found.push(walker.currentNode as Element);
  return found;
}

/** Neither styles nor handlers are passed on; pages that forbid them would complain of each that is read. */
const withoutForbidden = (html: string): string =>
  / style=|[\s/"']on\w+\s*=/i.test(html)
    ? html.replace(/<[^<>]*>/g, (tag) => tag.replace(/[\s/](?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, ' '))
    : html;

class Sanitiser {
  #elements: Element[] | null = null;
  #most = 0;
  #deadline = 0;

  constructor(private purify: DOMPurify) {
    purify.addHook('beforeSanitizeElements', (node) => {
      // The first call comes before anything was removed: now the order is that of the stored body.
      this.#elements ??= firstElements(node.ownerDocument?.body, this.#most);
      if (performance.now() > this.#deadline) throw new SanitiserTimeoutError('a message took too long');
    });
    purify.addHook('uponSanitizeAttribute', (element, data) => {
      if (data.keepAttr !== false) data.keepAttr = mayStay(element, data.attrName, data.attrValue);
    });
  }

  /** A refused policy does not throw, it yields nothing; so does an answer that is no fragment at all. */
  get works(): boolean {
    return this.run('<b>-</b>', 0).fragment.textContent === '-';
  }

  run(html: string, most: number): SafeHtml {
    this.#elements = null;
    this.#most = most;
    this.#deadline = performance.now() + mostMilliseconds;
    const fragment = this.purify.sanitize(withoutForbidden(html), config) as DocumentFragment | null;
    return { fragment: fragment ?? document.createDocumentFragment(), elements: this.#elements ?? [] };
  }
}

const load = once(async () => {
  const { default: createDOMPurify } = await import('dompurify');
  // An instance of our own: hooks and settings of the page's copy stay the page's.
  const sanitiser = new Sanitiser(createDOMPurify(window));
  if (!sanitiser.works) throw new SanitiserRefusedError();
  return sanitiser;
});

/**
 * Makes stored HTML into nodes that may be shown. The nodes are inert until they are put into the page. Who needs only
 * the first elements by their index says how many: in a long message finding all of them takes its time.
 */
export async function safeHtml(html: string, most = Number.POSITIVE_INFINITY): Promise<SafeHtml> {
  return (await load()).run(html, most);
}

/** The same for who cannot wait when the text comes, such as an editor into which something is pasted. */
export async function safeHtmlAtOnce(): Promise<(html: string) => DocumentFragment> {
  const sanitiser = await load();
  return (html) => sanitiser.run(html, 0).fragment;
}
