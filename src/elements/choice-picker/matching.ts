import type { Choice } from '../../base/search-choices.js';

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
