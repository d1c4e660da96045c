/** A kept draft as a plain editor shows it. */
export { htmlToText as draftText } from '../../util/html-text.js';

/** Whether a plain field would lose something of a text: all but paragraphs and line ends. */
export const isFormatted = (html: string): boolean => /<(?!\/?(?:p|br)\s*\/?>)[a-z]/i.test(html);

/** The stored images that stand in a text as we write it. */
export const imagesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<img\b[^>]*\bsrc="cid:([0-9a-f]{32})"/g)].flatMap(([, id]) => id ?? []);
