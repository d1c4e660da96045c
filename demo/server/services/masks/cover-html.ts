import type { MaskStyle } from '../../../../src/domain/types.js';
import { mailTextToHtml } from '../../../../src/util/text-html.js';
import { shownFiles, styledHtml } from '../mail/inline-styles.js';
import { sanitiseBody } from '../sanitise.js';
import { BodyTree } from './body-tree.js';
import { cutTexts, settler, stripAttributes } from './cut.js';
import { united, type Words } from './repeats.js';

/** What a mail has around what is shown of it. */
const aroundBody = /^(<!doctype html>[\s\S]*?<body>)([\s\S]*)(<\/body><\/html>)$/i;

/**
 * Markup of a text or a mail with asterisks in place of words, wherever they stand in it; null where they do not. It
 * comes out as the sanitiser writes it.
 */
export function coverHtml(html: string, words: Words, style: MaskStyle = 'per-character'): string | null {
  if (words.isNothing || html === '') return null;
  const [, before = '', inner = html, after = ''] = aroundBody.exec(html) ?? [];
  const parts = shownFiles(inner).map((attachmentId) => ({ attachmentId, contentId: attachmentId }));
  const body = sanitiseBody({ html: inner, parts });
  const tree = new BodyTree(body.html);
  const { text } = tree.project();
  const fit = settler(text);
  const cuttings = cutTexts(tree, united(words.in(text).flatMap((stretch) => fit(stretch) ?? [])), style);
  const pieces = cuttings.flatMap((cutting) => cutting.pieces);
  const stripped = stripAttributes(tree, words, pieces, new Map());
  const isTouched =
    cuttings.length + stripped.length > 0 ||
    words.in(inner).length > 0 ||
    body.blocked.some(({ url }) => words.repeatedBy(url));
  return isTouched ? before + styledHtml({ html: tree.html, styles: body.styles }) + after : null;
}

/** What an editor wrote, without the words; as plain text where they would still be in it, null where they do not stand in it. */
export function coverWritten(html: string, words: Words, style: MaskStyle = 'per-character'): string | null {
  const covered = coverHtml(html, words, style);
  if (covered === null || words.in(covered).length === 0) return covered;
  return mailTextToHtml(words.starredIn(covered.replace(/<[^>]*>/g, ' '), style));
}
