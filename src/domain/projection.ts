/**
 * The plain text of a message body, in which offsets count: UTF-16 code units of NFC text; a block or a `br` makes one
 * line feed, an image one U+FFFC. White space collapses as a browser shows it, but for `pre`. The server and the page
 * read their own trees through a {@link NodeShape}, so that both count the same.
 */

/** How to read a node of somebody's tree. */
export interface NodeShape<N> {
  /** Lower-case tag name, or null for text and for what is neither. */
  name(node: N): string | null;
  /** Text of a text node, or null. */
  text(node: N): string | null;
  children(node: N): Iterable<N>;
}

/** A stretch of the projection that is text of one node, unit by unit. */
export interface TextRun<N> {
  readonly node: N;
  /** First unit inside the node's text. */
  readonly from: number;
  /** First unit inside the projection. */
  readonly start: number;
  readonly length: number;
}

export interface Projection<N> {
  readonly text: string;
  readonly runs: readonly TextRun<N>[];
}

const blocks: ReadonlySet<string> = new Set(
  (
    'blockquote caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul ' +
    'address article aside details fieldset figure footer form header main nav section summary'
  ).split(' '),
);

class Writer<N> {
  text = '';
  readonly runs: TextRun<N>[] = [];
  /** White space that counts only if text follows on the same line. */
  #space: { node: N; from: number } | null = null;
  #breakDue = false;
  #lineEmpty = true;

  block(): void {
    this.#space = null;
    if (!this.#lineEmpty) this.#breakDue = true;
  }

  lineFeed(): void {
    this.#settle();
    this.text += '\n';
    this.#lineEmpty = true;
  }

  image(): void {
    this.#settle();
    this.#spaceOut();
    this.text += '\ufffc';
    this.#lineEmpty = false;
  }

  collapsed(node: N, data: string): void {
    let at = 0;
    for (const piece of data.split(/([ \t\n\r\f]+)/)) {
      if (/^[ \t\n\r\f]/.test(piece)) this.#space ??= { node, from: at };
      else if (piece) this.#word(node, at, piece);
      at += piece.length;
    }
  }

  verbatim(node: N, data: string): void {
    let at = 0;
    for (const piece of data.split(/(\n)/)) {
      if (piece === '\n') this.#feed(node, at);
      else if (piece) this.#word(node, at, piece);
      at += piece.length;
    }
  }

  #feed(node: N, from: number): void {
    this.#settle();
    this.#run(node, from, '\n');
    this.#lineEmpty = true;
  }

  #word(node: N, from: number, piece: string): void {
    this.#settle();
    this.#spaceOut();
    this.#run(node, from, piece);
    this.#lineEmpty = false;
  }

  #settle(): void {
    if (!this.#breakDue) return;
    this.#breakDue = false;
    this.#space = null;
    this.text += '\n';
    this.#lineEmpty = true;
  }

  #spaceOut(): void {
    if (this.#space && !this.#lineEmpty) this.#run(this.#space.node, this.#space.from, ' ');
    this.#space = null;
  }

  #run(node: N, from: number, piece: string): void {
    const start = this.text.length;
    const text = piece.normalize('NFC');
    this.text += text;
    const last = this.runs.at(-1);
    const joins = last?.node === node && last.from + last.length === from && last.start + last.length === start;
    if (joins) this.runs[this.runs.length - 1] = { ...last, length: last.length + text.length };
    else this.runs.push({ node, from, start, length: text.length });
  }
}

/** Projects a tree. The root itself counts for nothing. */
export function project<N>(root: N, shape: NodeShape<N>): Projection<N> {
  const writer = new Writer<N>();
  const visit = (node: N, verbatim: boolean): void => {
    const data = shape.text(node);
    if (data !== null) {
      if (verbatim) writer.verbatim(node, data);
      else writer.collapsed(node, data);
      return;
    }
    const name = shape.name(node);
    if (name === 'br') return writer.lineFeed();
    if (name === 'img') return writer.image();
    const isBlock = name !== null && blocks.has(name);
    if (isBlock) writer.block();
    for (const child of shape.children(node)) visit(child, verbatim || name === 'pre');
    if (isBlock) writer.block();
  };
  for (const child of shape.children(root)) visit(child, false);
  return { text: writer.text, runs: writer.runs };
}

/** Reads the page's own tree. */
export const domShape: NodeShape<Node> = {
  name: (node) => (node.nodeType === 1 ? node.nodeName.toLowerCase() : null),
  text: (node) => (node.nodeType === 3 ? (node as Text).data : null),
  children: (node) => node.childNodes,
};
