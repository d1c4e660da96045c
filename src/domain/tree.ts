import type { TreeNode } from './types.js';

/** The names from the root of a tree down to a node, or null when the tree does not hold it. */
export function pathOf(tree: readonly TreeNode[], id: number | null): string | null {
  const names: string[] = [];
  let node = tree.find((one) => one.id === id);
  while (node && names.length < tree.length) {
    names.unshift(node.name);
    const parent: number = node.parent;
    node = tree.find((one) => one.id === parent);
  }
  return names.length > 0 ? names.join(' › ') : null;
}

/** Every node of a tree in reading order: each followed by what is below it. */
export function inTreeOrder(tree: readonly TreeNode[]): readonly TreeNode[] {
  const ids = new Set(tree.map((node) => node.id));
  const below = new Map<number | null, TreeNode[]>();
  for (const node of tree) {
    const parent = ids.has(node.parent) && node.parent !== node.id ? node.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const walk = (parent: number | null): TreeNode[] =>
    (below.get(parent) ?? []).flatMap((node) => [node, ...walk(node.id)]);
  return walk(null);
}
