import { voidTags } from '../../../../src/domain/mail-profile.js';
import type { BodyNode } from './tree.js';

const textEntities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\u00a0': '&nbsp;',
};

const escape = (text: string, pattern: RegExp): string => text.replace(pattern, (found) => textEntities[found] ?? '');

function write(node: BodyNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escape(node, /[&<>\u00a0]/g));
    return;
  }
  out.push('<', node.name);
  for (const [name, value] of node.attributes) out.push(' ', name, '="', escape(value, /[&<>"\u00a0]/g), '"');
  out.push('>');
  if (voidTags.has(node.name)) return;
  // A parser drops the first line feed of a `pre`.
  const first = node.children[0];
  if (node.name === 'pre' && typeof first === 'string' && first.startsWith('\n')) out.push('\n');
  for (const child of node.children) write(child, out);
  out.push('</', node.name, '>');
}

/** The one spelling of a tree, every element closed and every value quoted. */
export function writeHtml(nodes: readonly BodyNode[]): string {
  const out: string[] = [];
  for (const node of nodes) write(node, out);
  return out.join('');
}
