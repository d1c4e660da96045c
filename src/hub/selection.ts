import { atom } from 'nanostores';
import { noTicks, type Ticks } from '../domain/ticks.js';
import { Recent } from '../util/recent.js';

/** Most lists whose ticks are kept. */
const mostLists = 20;

/**
 * What is ticked. Ticks belong to the tickets of one list: another order keeps them, another list begins without any,
 * and who comes back finds those that were left.
 */
export function createSelection() {
  const $ticked = atom<Ticks>(noTicks);
  const kept = new Recent<string, Ticks>(mostLists);
  return {
    $ticked,
    /** Another list is shown; both are told by what they hold. */
    turn(from: string, to: string): void {
      if (from === to) return;
      kept.set(from, $ticked.get());
      $ticked.set(kept.get(to) ?? noTicks);
    },
    clear(): void {
      kept.clear();
      $ticked.set(noTicks);
    },
  };
}
