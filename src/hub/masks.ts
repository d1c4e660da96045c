import { atom, onSet, type ReadableAtom } from 'nanostores';
import type { Load } from '../base/hub-context.js';
import { known } from '../base/known.js';
import { refit, type MaskOutcome, type MaskRange, type MaskSelection } from '../domain/masks.js';
import type { HistoryEntry } from '../domain/types.js';

export type Masks = ReturnType<typeof createMasks>;

/** Ranges that wait to be masked. They follow what becomes of their messages meanwhile. */
export interface Waiting<R extends MaskRange = MaskRange> {
  ranges: readonly R[];
  /** Words that somebody changed before their turn came. */
  hasLost: boolean;
}

/**
 * What is selected to be masked, and what became of the last mask. Both end with the ticket they are about, and follow
 * its messages: a range whose words are not there any more is no range. `onBodies` hears of messages that changed.
 */
export function createMasks(
  $currentId: ReadableAtom<string | null>,
  $history: ReadableAtom<Load<readonly HistoryEntry[]>>,
  onBodies: () => void = () => undefined,
) {
  const $selection = atom<MaskSelection | null>(null);
  const $outcome = atom<MaskOutcome | null>(null);
  const waiting = new Set<Waiting>();
  const clear = (): void => {
    $selection.set(null);
    $outcome.set(null);
  };
  $currentId.listen(clear);

  onSet($history, ({ newValue }) => {
    const before = known($history.value);
    const after = known(newValue);
    if (before && after && before !== after) follow(before, after);
  });

  function follow(before: readonly HistoryEntry[], after: readonly HistoryEntry[]): void {
    const changes = new Map<number, readonly [HistoryEntry, HistoryEntry]>();
    for (const entry of after) {
      const former = before.find(({ id }) => id === entry.id);
      if (former && former.bodyVersion !== entry.bodyVersion) changes.set(entry.id, [former, entry]);
    }
    if (changes.size === 0) return;
    const fit = <R extends MaskRange>(ranges: readonly R[]): readonly R[] =>
      ranges.flatMap((range) => {
        const change = changes.get(range.entryId);
        return change ? (refit(range, ...change) ?? []) : [range];
      });
    const selection = $selection.get();
    if (selection) {
      const ranges = fit(selection.ranges);
      const isSame =
        ranges.length === selection.ranges.length && ranges.every((each, i) => each === selection.ranges[i]);
      if (!isSame) $selection.set(ranges.length > 0 ? { ...selection, ranges } : null);
    }
    const outcome = $outcome.get();
    if (outcome) $outcome.set({ ...outcome, copies: fit(outcome.copies) });
    for (const each of waiting) {
      const ranges = fit(each.ranges);
      each.hasLost ||= ranges.length < each.ranges.length;
      each.ranges = ranges;
    }
    onBodies();
  }

  return {
    $selection,
    $outcome,
    waiting,
    clear,
  };
}
