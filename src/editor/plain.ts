import { Slice, type Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { schema } from './schema.js';

/** A plain text as a document: an empty line makes a paragraph, any other line end a break, and every space stays. */
export function docOf(text: string): Node {
  const { doc, paragraph, hard_break } = schema.nodes;
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((lines) =>
      paragraph.create(
        null,
        lines
          .split('\n')
          .flatMap((line, index) => [
            ...(index > 0 ? [hard_break.create()] : []),
            ...(line ? [schema.text(line)] : []),
          ]),
      ),
    );
  return doc.create(null, paragraphs);
}

/** The words of a document, with a line for each block and each break. */
export function textOf(doc: Node): string {
  let text = '';
  doc.descendants((node, _at, parent) => {
    if (node.isTextblock && text) text += parent?.type.name === 'doc' ? '\n\n' : '\n';
    if (node.isText) text += node.text;
    else if (node.type.name === 'hard_break') text += '\n';
  });
  return text;
}

/** Where in a document somebody is who has written this much of its text. White space may differ between the two. */
export function positionAfter(doc: Node, before: string): number {
  let wanted = before.replace(/\s/g, '').length;
  const trailing = /\s*$/.exec(before)?.[0] ?? '';
  let found: number | null = wanted === 0 ? 1 : null;
  doc.descendants((node, at) => {
    if (found !== null || !node.isText) return found === null;
    for (const [index, unit] of (node.text ?? '').split('').entries()) {
      if (!/\s/.test(unit)) wanted--;
      if (wanted === 0) {
        found = at + index + 1;
        break;
      }
    }
    return false;
  });
  return along(doc, found ?? doc.content.size - 1, trailing);
}

/** Goes on over white space that follows: spaces inside the line, breaks, and the end of a paragraph. */
function along(doc: Node, from: number, white: string): number {
  let at = from;
  for (const unit of white.replace(/\n{2,}/g, '\v')) {
    const { nodeAfter, parentOffset, parent, depth } = doc.resolve(at);
    if (unit === '\v' && depth === 1 && parentOffset === parent.content.size && at + 2 < doc.content.size) at += 2;
    else if (unit === '\n' && nodeAfter?.type.name === 'hard_break') at += 1;
    else if (unit === ' ' && /^\s/.test(nodeAfter?.text ?? '')) at += 1;
  }
  return at;
}

/** A document whose plain text, as it was shown, became another one: what was typed goes where it was typed. */
export function carried(doc: Node, shown: string, text: string): Node {
  let start = 0;
  let end = 0;
  while (start < Math.min(shown.length, text.length) && shown[start] === text[start]) start++;
  while (end < Math.min(shown.length, text.length) - start && shown.at(-1 - end) === text.at(-1 - end)) end++;
  const from = positionAfter(doc, shown.slice(0, start));
  const to = Math.max(from, positionAfter(doc, shown.slice(0, shown.length - end)));
  const added = docOf(text.slice(start, text.length - end)).content;
  return new Transform(doc).replaceRange(from, to, Slice.maxOpen(added)).doc;
}
