import type { Node } from 'prosemirror-model';
import { project, type NodeShape, type TextRun } from '../domain/projection.js';

interface Placed {
  readonly node: Node;
  /** Position of the node in the document. */
  readonly at: number;
}

const names: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h3',
  blockquote: 'blockquote',
  bullet_list: 'ul',
  ordered_list: 'ol',
  list_item: 'li',
  code_block: 'pre',
  horizontal_rule: 'hr',
  table: 'table',
  table_row: 'tr',
  table_cell: 'td',
  hard_break: 'br',
  image: 'img',
};

function* childrenOf({ node, at }: Placed): Iterable<Placed> {
  const start = node.type.name === 'doc' ? 0 : at + 1;
  let offset = 0;
  for (const child of node.children) {
    yield { node: child, at: start + offset };
    offset += child.nodeSize;
  }
}

const shape: NodeShape<Placed> = {
  name: ({ node }) => names[node.type.name] ?? null,
  text: ({ node }) => node.text ?? null,
  children: childrenOf,
};

/** A stretch of a text, in the offsets of its plain-text projection. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** A document as the server reads it too, and the way back from its offsets to places in the document. */
export class ProjectedText {
  readonly text: string;
  readonly #runs: readonly TextRun<Placed>[];

  constructor(doc: Node) {
    const { text, runs } = project<Placed>({ node: doc, at: 0 }, shape);
    this.text = text;
    this.#runs = runs;
  }

  /** The places of a stretch; null where none of it is text of the document. */
  rangeOf({ start, length }: Stretch): { readonly from: number; readonly to: number } | null {
    const runs = this.#runs.filter((run) => run.start < start + length && run.start + run.length > start);
    const [first, last] = [runs.at(0), runs.at(-1)];
    if (!first || !last) return null;
    const from = first.node.at + first.from + Math.max(0, start - first.start);
    const to = last.node.at + last.from + Math.min(last.length, start + length - last.start);
    return { from, to };
  }
}
