import { inTreeOrder } from '../domain/tree.js';
import type { TreeNode } from '../domain/types.js';

/** One of the values that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How deep it stands in a tree; 0 at its root and in plain lists. */
  readonly depth?: number;
}

const made = new WeakMap<readonly TreeNode[], readonly Choice[]>();

/** A tree as values to choose from, each followed by what is below it; of one tree always the same list. */
export function branches(tree: readonly TreeNode[]): readonly Choice[] {
  let choices = made.get(tree);
  if (!choices) made.set(tree, (choices = choicesOf(tree)));
  return choices;
}

function choicesOf(tree: readonly TreeNode[]): readonly Choice[] {
  const depths = new Map<number, number>();
  return inTreeOrder(tree).map(({ id, parent, name }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return { value: String(id), label: name, depth };
  });
}
