import { shownFiles, styledHtml } from '../mail/inline-styles.js';
import { sanitiseBody } from '../sanitise.js';
import { BodyTree } from './body-tree.js';
import { cutText, settle, stripAttributes } from './cut.js';
import { repeats } from './repeats.js';

/** What a mail has around what is shown of it. */
const aroundBody = /^(<!doctype html>[\s\S]*?<body>)([\s\S]*)(<\/body><\/html>)$/i;

function coverLine(tree: BodyTree, line: string): boolean {
  let covered = false;
  for (let from = 0; ;) {
    const { text } = tree.project();
    const start = text.indexOf(line, from);
    const stretch = start < 0 ? null : settle(text, { start, end: start + line.length });
    if (!stretch) return covered;
    const cut = cutText(tree, stretch, 'per-character');
    stripAttributes(tree, cut, new Map());
    covered = true;
    from = stretch.start + cut.length;
  }
}

function stripElsewhere(tree: BodyTree, line: string): boolean {
  return stripAttributes(tree, { text: line, pieces: [] }, new Map()).length > 0;
}

/**
 * Markup of a text or a mail with asterisks in place of words, wherever they stand in it; null where they do not. It
 * comes out as the sanitiser writes it.
 */
export function coverHtml(html: string, lines: readonly string[]): string | null {
  if (lines.length === 0 || html === '') return null;
  const [, before = '', inner = html, after = ''] = aroundBody.exec(html) ?? [];
  const parts = shownFiles(inner).map((attachmentId) => ({ attachmentId, contentId: attachmentId }));
  const body = sanitiseBody({ html: inner, parts });
  const tree = new BodyTree(body.html);
  const touched = lines.map((line) => {
    const inText = coverLine(tree, line);
    return (
      stripElsewhere(tree, line) || inText || inner.includes(line) || body.blocked.some(({ url }) => repeats(url, line))
    );
  });
  if (!touched.includes(true)) return null;
  return before + styledHtml({ html: tree.html, styles: body.styles }) + after;
}
