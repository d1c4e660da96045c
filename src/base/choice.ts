import { inTreeOrder } from '../domain/tree.js';
import type { TreeNode } from '../domain/types.js';

/** One of the values that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How deep it stands in a tree; 0 at its root and in plain lists. */
  readonly depth?: number;
}

/** A tree as values to choose from, each followed by what is below it. */
export function branches(tree: readonly TreeNode[]): readonly Choice[] {
  const depths = new Map<number, number>();
  return inTreeOrder(tree).map(({ id, parent, name }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return { value: String(id), label: name, depth };
  });
}
