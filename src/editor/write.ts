import type { Fragment, Mark, Node } from 'prosemirror-model';
import { escapeHtml } from '../util/text-html.js';

const tags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  code_block: 'pre',
  horizontal_rule: 'hr',
  table: 'table',
  table_row: 'tr',
  hard_break: 'br',
  image: 'img',
  link: 'a',
  strong: 'strong',
  em: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
};
const empty: ReadonlySet<string> = new Set(['hr', 'br', 'img']);

function tagOf({ type, attrs }: Node | Mark): string {
  if (type.name === 'heading') return `h${attrs['level']}`;
  if (type.name === 'table_cell') return attrs['isHead'] ? 'th' : 'td';
  return tags[type.name] ?? 'p';
}

function opening(of: Node | Mark): string {
  let html = `<${tagOf(of)}`;
  for (const [name, value] of Object.entries(of.attrs)) {
    if (value == null || name === 'level' || name === 'isHead') continue;
    const [attribute, text] = name === 'attachmentId' ? ['src', `cid:${value}`] : [name, String(value)];
    html += ` ${attribute}="${escapeHtml(text)}"`;
  }
  return `${html}>`;
}

const closing = (of: Node | Mark): string => `</${tagOf(of)}>`;

/** Spaces that HTML would drop or run together stay as wide as they are. */
function spaced(text: string, isAfterSpace: boolean): string {
  return (isAfterSpace ? ` ${text}` : text).replace(/(?<= ) /g, '\u00a0').slice(isAfterSpace ? 1 : 0);
}

function inline(content: Fragment): string {
  let html = '';
  let open: readonly Mark[] = [];
  let isAfterSpace = true;
  content.forEach((node) => {
    const shared = open.findIndex((mark, index) => !node.marks[index]?.eq(mark));
    const same = shared < 0 ? open.length : shared;
    for (const mark of open.slice(same).toReversed()) html += closing(mark);
    for (const mark of node.marks.slice(same)) html += opening(mark);
    open = node.marks;
    if (node.isText) {
      html += escapeHtml(spaced(node.text ?? '', isAfterSpace));
      isAfterSpace = node.text?.endsWith(' ') ?? false;
    } else {
      html += opening(node);
      isAfterSpace = node.type.name === 'hard_break';
    }
  });
  for (const mark of open.toReversed()) html += closing(mark);
  return html;
}

/** Nodes never change, so that of a long text only what was typed in is written again. */
const written = new WeakMap<Node, string>();

function block(node: Node): string {
  let html = written.get(node);
  if (html !== undefined) return html;
  html = opening(node);
  if (!empty.has(tagOf(node))) {
    if (node.type.spec.code) html += escapeHtml(node.textContent);
    else html += node.inlineContent ? inline(node.content) : blocks(node.content);
    html = node.type.name === 'table' ? html.replace('>', '><tbody>') + '</tbody>' : html;
    html += closing(node);
  }
  written.set(node, html);
  return html;
}

function blocks(content: Fragment): string {
  let html = '';
  content.forEach((node) => (html += block(node)));
  return html;
}

/** Whether there is neither a word nor an image. */
export function isEmpty(doc: Node): boolean {
  let found = false;
  doc.descendants((node) => {
    found ||= node.type.name === 'image' || (node.isText && /\S/.test(node.text ?? ''));
    return !found;
  });
  return !found;
}

/** A text as html: what is kept, compared and sent. One without anything in it is the empty string. */
export function htmlOf(doc: Node): string {
  const only = doc.firstChild;
  if (doc.childCount === 1 && only?.type.name === 'paragraph' && only.content.size === 0) return '';
  return blocks(doc.content);
}
