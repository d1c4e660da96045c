import type { Choice } from './choice.js';

const plain = (text: string): string => text.normalize('NFKC').toLocaleLowerCase().trim();

/**
 * The values whose label holds what was typed, however it is cased or composed. What stands below a value that matches
 * stays with it, and so does the branch above one.
 */
export function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = plain(typed);
  if (!wanted) return choices;
  const kept = new Set<number>();
  const above: number[] = [];
  let inside = Infinity;
  choices.forEach(({ label, depth = 0 }, place) => {
    above.length = depth;
    above[depth] = place;
    if (depth <= inside) inside = Infinity;
    const isHit = plain(label).includes(wanted);
    if (isHit) for (const one of above) kept.add(one);
    if (isHit && inside === Infinity) inside = depth;
    if (depth > inside) kept.add(place);
  });
  return choices.filter((_, place) => kept.has(place));
}

/** Whether what was typed stands in the value's own name. */
export function isHit({ label }: Choice, typed: string): boolean {
  return plain(label).includes(plain(typed));
}

/** Names from the root of the tree down to each value. */
export function pathsOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const above: string[] = [];
  return new Map(
    choices.map(({ value, label, depth = 0 }) => {
      above.length = depth;
      above[depth] = label;
      return [value, above.join(' › ')];
    }),
  );
}

/** Names from the root of the tree down to a value; empty where there is no such value. */
export function pathTo(choices: readonly Choice[], value: string): string {
  return pathsOf(choices).get(value) ?? '';
}
