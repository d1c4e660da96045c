import type { Body } from '../../../../src/domain/types.js';
import { styledHtml } from '../mail/inline-styles.js';
import { readStored, sanitiseBody, type BodyPart } from '../sanitise.js';
import { elementsOf } from '../sanitise/tree.js';

/** Markup that customers' editors write. Anything else behind a `<` is a text that has one. */
const known =
  'a|b|i|u|s|p|br|hr|img|div|span|font|center|strong|em|small|del|ins|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|h[1-6]|blockquote|pre|code|sub|sup|figure|figcaption';
// No further than the next `<`: a text of many openings and no end would be read to its end from each of them.
const markup = new RegExp(`</?(?:${known})(?=[\\s/>])[^<>]*>`, 'i');
const strayOpening = new RegExp(`<(?!/?(?:${known})(?=[\\s/>]))`, 'gi');
const breaking = /<\/?(?:p|br|div|ul|ol|li|table|tr|td|h[1-6]|blockquote|pre)(?=[\s/>])/i;

/** Longest text, in characters. */
const longestText = 5_000;
/** Longest text that is read, with its markup. */
const longestMarkup = 100_000;

const ownFile = /(?:https?:\/\/[^\s"'<>/]+)?\/([\w-]+)\/api\/v2\/ticket\/attachments\/([0-9a-f]{32})(?:\?type=\w+)?/g;

/** Where the Open API hands out a file of a ticket. */
export function fileAddress(serviceId: string, attachmentId: string): string {
  return `/${serviceId}/api/v2/ticket/attachments/${attachmentId}`;
}

/** The files of this service that a customer's text shows, each under the addresses that it uses. */
function partsIn(serviceId: string, content: string): BodyPart[] {
  return [...content.matchAll(ownFile)].flatMap(([location, service, attachmentId = '']) =>
    service === serviceId ? [{ attachmentId, location }] : [],
  );
}

/** Whether a body shows pictures that stand in the text itself, however they were written. */
function holdsData({ html }: Pick<Body, 'html'>): boolean {
  if (!html.includes(' src="data:')) return false;
  return [...elementsOf(readStored(html))].some(({ attributes }) =>
    attributes.some(([name, value]) => name === 'src' && value.startsWith('data:')),
  );
}

/** What a customer wrote, as it is stored: plain text, or the markup of an editor, cleaned. */
function customerBody(serviceId: string, content: string): Body {
  if (!markup.test(content)) return sanitiseBody({ text: content });
  const escaped = content.replace(strayOpening, '&lt;');
  const html = breaking.test(escaped) ? escaped : escaped.replace(/\r\n?|\n/g, '<br>');
  return sanitiseBody({ html, parts: partsIn(serviceId, html) });
}

const lengthOf = (text: string): number => [...text].length;

/** What a customer sent as a text: a body, or what is wrong with it. What is too long is not read at all. */
export function readWritten(serviceId: string, value: unknown): Body | 'required' | 'invalid' | 'length' {
  if (value === undefined || value === null) return 'required';
  if (typeof value !== 'string') return 'invalid';
  if (value.trim() === '') return 'required';
  const most = markup.test(value) ? longestMarkup : longestText;
  // A character is two units of a string at most.
  if (value.length > most * 2 || lengthOf(value) > most) return 'length';
  const body = customerBody(serviceId, value);
  if (holdsData(body)) return 'invalid';
  if (body.text.trim() === '' && !body.html.includes('<img')) return 'required';
  return lengthOf(body.text) > longestText ? 'length' : body;
}

/** A stored body as a customer gets it: its pictures come from the Open API. */
export function customerHtml(serviceId: string, body: Pick<Body, 'html' | 'styles'>): string {
  return styledHtml(body).replace(
    / src="cid:([0-9a-f]{32})"/g,
    (_src, attachmentId: string) => ` src="${fileAddress(serviceId, attachmentId)}"`,
  );
}
