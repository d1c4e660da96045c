import type { Body } from '../domain/types.js';
import { markBlocked, showParts, type PartSource } from './body-images.js';
import { guardLinks } from './body-links.js';
import { foldQuotes } from './body-quotes.js';
import { applyStyles } from './body-styles.js';
import { safeHtml } from './safe-html.js';

/** What is said inside a message. */
export interface BodyTexts {
  /** Over a quotation that is folded. */
  readonly quoted: string;
  /** In the place of an image that was not loaded; it opens the image in a new tab. */
  readonly blockedImage: string;
  /** Beside a link whose text names another host than the one it leads to. */
  readonly linkWarning: (values: { host: string }) => string;
}

export interface BodyOptions {
  readonly texts: BodyTexts;
  /** Fetches a stored part, as `hub.files.part` does. */
  readonly part: PartSource;
  /** Aborted when the message is no longer shown: parts under way are dropped, addresses given back. */
  readonly signal: AbortSignal;
}

/** The projection as it is: what a reader gets when nothing of the markup can be shown. */
function plain(body: Body): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const box = document.createElement('div');
  box.className = 'plain';
  box.textContent = body.text;
  fragment.append(box);
  return fragment;
}

/** How many elements of a body are spoken of by their index, counted from the first. */
function indexed({ styles, blocked }: Body): number {
  return [...styles, ...blocked].reduce((most, { node }) => Math.max(most, node + 1), 0);
}

/**
 * Makes a stored body into nodes that may be put into a page: nothing in them runs, loads or reaches outside. Rejects
 * when that cannot be done; a reader is then shown the text and told so.
 */
export async function renderBody(body: Body, options: BodyOptions): Promise<DocumentFragment> {
  const { fragment, elements } = await safeHtml(body.html, indexed(body));
  if (!fragment.hasChildNodes()) return plain(body);
  applyStyles(elements, body.styles);
  for (const image of body.blocked) {
    const element = elements[image.node];
    if (element?.localName === 'img') markBlocked(element, image, options.texts.blockedImage);
  }
  guardLinks(fragment, (host) => options.texts.linkWarning({ host }));
  showParts(fragment, options.part, options.signal);
  foldQuotes(fragment, options.texts.quoted);
  return fragment;
}
