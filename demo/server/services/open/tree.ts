import type { Language } from '../../../../src/domain/types.js';

type Names = Readonly<Partial<Record<Language, string>>>;

/** Something with names that stands below another, or at the top (0). */
export interface Branch {
  readonly id: number;
  readonly parent: number;
  readonly names: Names;
}

/** It with its place in the tree, as the Open API tells it. */
export interface PlacedBranch extends Branch {
  /** 1 at the top. */
  readonly level: number;
  /** What it stands below, from the top. */
  readonly above: readonly Branch[];
  /** Place among its neighbours, from 0. */
  readonly place: number;
}

/** What can be reached from the top, with its place, by number. `branches`: neighbours in their order. */
export function placesOf(branches: readonly Branch[]): ReadonlyMap<number, PlacedBranch> {
  const below = new Map<number, Branch[]>();
  for (const branch of branches) below.set(branch.parent, [...(below.get(branch.parent) ?? []), branch]);
  const placed = new Map<number, PlacedBranch>();
  const visit = (parent: number, above: readonly Branch[]): void => {
    below.get(parent)?.forEach((branch, place) => {
      if (placed.has(branch.id)) return;
      placed.set(branch.id, { ...branch, level: above.length + 1, above, place });
      visit(branch.id, [...above, branch]);
    });
  };
  visit(0, []);
  return placed;
}

/** The numbers of what it stands below, wrapped in backslashes: `\`, `\2536\`, `\2536\2538\`. */
export function pathOf({ above }: PlacedBranch): string {
  return `\\${above.map(({ id }) => `${id}\\`).join('')}`;
}

export function nameIn(names: Names, language: Language, usual: Language): string {
  return names[language] ?? names[usual] ?? Object.values(names)[0] ?? '';
}

export interface OpenNode {
  readonly categoryId: number;
  readonly parent: number;
  readonly name: string;
  readonly level: number;
  readonly path: string;
  readonly orderNo: number;
  readonly languages: Record<string, string>;
}

export function openNodeOf(branch: PlacedBranch, language: Language, usual: Language): OpenNode {
  const { id, parent, names, level, place } = branch;
  return {
    categoryId: id,
    parent,
    name: nameIn(names, language, usual),
    level,
    path: pathOf(branch),
    orderNo: place,
    languages: names as Record<string, string>,
  };
}

/** In the order in which trees are told: by place among neighbours, then by number. */
export function openNodes(branches: Iterable<PlacedBranch>, language: Language, usual: Language): OpenNode[] {
  return [...branches]
    .map((branch) => openNodeOf(branch, language, usual))
    .sort((a, b) => a.orderNo - b.orderNo || a.categoryId - b.categoryId);
}
