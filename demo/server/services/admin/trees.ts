import { invalid } from '../../refusal.js';
import { placesOf, type Branch } from '../open/tree.js';

/**
 * Refuses a place for a branch that is not there, that is below itself, or with which the tree would become deeper than
 * it may. `branches`: all others; the branch brings along what stands below it.
 */
export function requirePlace(branches: readonly Branch[], branch: Branch, deepest: number): void {
  const { id, parent } = branch;
  const others = branches.filter((one) => one.id !== id);
  if (parent !== 0 && parent !== id && !others.some((one) => one.id === parent))
    throw invalid('parent', 'unknown', 'There is none with this number: choose another one, or 0 for the top');
  const placed = placesOf([...others, branch]);
  if (!placed.has(id)) throw invalid('parent', 'below_itself', 'It cannot stand below itself: choose another one');
  if (Math.max(...[...placed.values()].map(({ level }) => level)) > deepest)
    throw invalid('parent', 'too_deep', `At most ${deepest} levels: choose one that stands higher`);
}

/** The place after the last of some neighbours. */
export function placeAfter(neighbours: readonly { readonly position: number }[]): number {
  return Math.max(-1, ...neighbours.map(({ position }) => position)) + 1;
}
