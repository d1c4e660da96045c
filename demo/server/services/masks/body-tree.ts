import { project, type NodeShape, type Projection } from '../../../../src/domain/projection.js';
import { readStored } from '../sanitise.js';
import type { BodyNode } from '../sanitise/tree.js';
import { writeHtml } from '../sanitise/write-html.js';

/** A place between two tags where text may stand. Its number stays the same whatever stands there. */
export interface Slot {
  readonly place: number;
  text: string;
}

export interface TreeElement {
  /** Its number in document order. */
  readonly node: number;
  readonly name: string;
  readonly attributes: [name: string, value: string][];
  /** A slot first, last, and between every two elements. */
  readonly children: readonly TreeNode[];
}

export type TreeNode = Slot | TreeElement;

const isSlot = (node: TreeNode): node is Slot => 'text' in node;

const shape: NodeShape<TreeNode> = {
  name: (node) => (isSlot(node) ? null : node.name),
  text: (node) => (isSlot(node) ? node.text : null),
  children: (node) => (isSlot(node) ? [] : node.children),
};

/** A stored body whose texts and attributes may change and whose elements may not. */
export class BodyTree {
  readonly slots: Slot[] = [];
  readonly elements: TreeElement[] = [];
  readonly #root: TreeElement;

  constructor(html: string) {
    this.#root = { node: -1, name: '', attributes: [], children: this.#children(readStored(html)) };
  }

  get html(): string {
    return writeHtml(written(this.#root.children));
  }

  /** The text in which offsets count, and where each stretch of it stands. */
  project(): Projection<TreeNode> {
    return project<TreeNode>(this.#root, shape);
  }

  /** Elements around any of some slots. */
  around(places: ReadonlySet<number>): ReadonlySet<TreeElement> {
    const found = new Set<TreeElement>();
    const visit = (node: TreeNode): boolean => {
      if (isSlot(node)) return places.has(node.place);
      const holds = node.children.map(visit).some(Boolean);
      if (holds) found.add(node);
      return holds;
    };
    this.#root.children.forEach(visit);
    return found;
  }

  /** Where the slots inside an element stand, in their order. */
  *placesIn(node: number): Generator<number, undefined> {
    const open: TreeNode[] = [...(this.elements[node]?.children ?? [])].reverse();
    for (let one = open.pop(); one; one = open.pop()) {
      if (isSlot(one)) yield one.place;
      else open.push(...[...one.children].reverse());
    }
  }

  #children(nodes: readonly BodyNode[]): TreeNode[] {
    const children: TreeNode[] = [this.#slot()];
    for (const node of nodes) {
      if (typeof node === 'string') (children.at(-1) as Slot).text += node;
      else children.push(this.#element(node), this.#slot());
    }
    return children;
  }

  #element({ name, attributes, children }: Exclude<BodyNode, string>): TreeElement {
    const node = this.elements.length;
    const element = { node, name, attributes: attributes.map(([key, value]): [string, string] => [key, value]) };
    // Before its content, which comes later in the document.
    this.elements.push(element as TreeElement);
    return Object.assign(element, { children: this.#children(children) });
  }

  #slot(): Slot {
    const slot = { place: this.slots.length, text: '' };
    this.slots.push(slot);
    return slot;
  }
}

function written(nodes: readonly TreeNode[]): BodyNode[] {
  return nodes.flatMap((node): BodyNode[] => {
    if (isSlot(node)) return node.text === '' ? [] : [node.text];
    const { name, attributes, children } = node;
    return [{ name, attributes, children: written(children) }];
  });
}
