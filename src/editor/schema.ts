import { Schema, type Attrs, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { linkTarget } from '../domain/mail-values.js';

/** Attributes by which a table of a mail is laid out; they come back as they came in. */
const tableAttributes = ['border', 'cellpadding', 'cellspacing', 'width'] as const;
const cellAttributes = ['colspan', 'rowspan', 'align', 'valign', 'width'] as const;

const storedPart = /^cid:([0-9a-f]{32})$/i;

function kept(element: HTMLElement, names: readonly string[]): Attrs {
  return Object.fromEntries(names.map((name) => [name, element.getAttribute(name)]));
}

function nulls(names: readonly string[]): NodeSpec['attrs'] {
  return Object.fromEntries(names.map((name) => [name, { default: null }]));
}

/** The attributes of a node that have a value. */
function given(attributes: Attrs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  );
}

const headings: NodeSpec = {
  attrs: { level: { default: 3 } },
  content: 'inline*',
  group: 'block',
  defining: true,
  parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  toDOM: (node) => [`h${node.attrs['level']}`, 0],
};

const nodes = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
  heading: headings,
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  ordered_list: {
    attrs: { start: { default: null } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (element: HTMLElement) => kept(element, ['start']) }],
    toDOM: (node) => ['ol', given(node.attrs), 0],
  },
  list_item: { content: 'paragraph block*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', 0],
  },
  horizontal_rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  table: {
    attrs: nulls(tableAttributes),
    content: 'table_row+',
    group: 'block',
    isolating: true,
    parseDOM: [{ tag: 'table', getAttrs: (element: HTMLElement) => kept(element, tableAttributes) }],
    toDOM: (node) => ['table', given(node.attrs), ['tbody', 0]],
  },
  table_row: { content: 'table_cell*', parseDOM: [{ tag: 'tr' }], toDOM: () => ['tr', 0] },
  table_cell: {
    attrs: { ...nulls(cellAttributes), isHead: { default: false } },
    content: 'block+',
    isolating: true,
    parseDOM: [
      { tag: 'td', getAttrs: (element: HTMLElement) => kept(element, cellAttributes) },
      { tag: 'th', getAttrs: (element: HTMLElement) => ({ ...kept(element, cellAttributes), isHead: true }) },
    ],
    toDOM: ({ attrs: { isHead, ...attributes } }) => [isHead ? 'th' : 'td', given(attributes), 0],
  },
  text: { group: 'inline' },
  /** A stored part, shown inside the text. Images from elsewhere are never loaded, so there are none. */
  image: {
    attrs: { attachmentId: {}, alt: { default: null }, width: { default: null } },
    inline: true,
    group: 'inline',
    draggable: true,
    parseDOM: [
      {
        tag: 'img[src]',
        getAttrs(element: HTMLElement) {
          const attachmentId = storedPart.exec(element.getAttribute('src') ?? '')?.[1]?.toLowerCase();
          return attachmentId ? { ...kept(element, ['alt', 'width']), attachmentId } : false;
        },
      },
    ],
    toDOM: ({ attrs: { attachmentId, ...attributes } }) => [
      'img',
      { src: `cid:${attachmentId}`, ...given(attributes) },
    ],
  },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
} satisfies Record<string, NodeSpec>;

/** A mark by its tag, or by those that other programs write for it. */
function marked(tag: string, ...others: readonly string[]): MarkSpec {
  return { parseDOM: [tag, ...others].map((one) => ({ tag: one })), toDOM: () => [tag, 0] };
}

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs(element: HTMLElement) {
          const href = linkTarget(element.getAttribute('href') ?? '');
          return href ? { href } : false;
        },
      },
    ],
    toDOM: (mark) => ['a', { href: String(mark.attrs['href']) }, 0],
  },
  strong: marked('strong', 'b'),
  em: marked('em', 'i'),
  underline: marked('u', 'ins'),
  strike: marked('s', 'strike', 'del'),
  code: { ...marked('code', 'kbd', 'samp', 'tt'), excludes: '_' },
} satisfies Record<string, MarkSpec>;

/** What a text may consist of. */
export const schema = new Schema({ nodes, marks } as { nodes: typeof nodes; marks: typeof marks });
