import { atom, onSet, type ReadableAtom } from 'nanostores';
import type { Load } from '../base/hub-context.js';
import { known } from '../base/known.js';
import { refit, type Found, type MaskOutcome, type MaskRange, type MaskSelection } from '../domain/masks.js';
import type { HistoryEntry } from '../domain/types.js';

export type Masks = ReturnType<typeof createMasks>;

/** Ranges that wait to be masked. They follow what becomes of their messages meanwhile. */
export interface Waiting<R extends MaskRange = MaskRange> {
  ranges: readonly R[];
  /** Words that somebody changed before their turn came. */
  hasLost: boolean;
}

const hides = (entries: readonly HistoryEntry[]): boolean => entries.some(({ masks }) => masks.length > 0);

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
  const $found = atom<readonly Found[]>([]);
  const waiting = new Set<Waiting>();
  /** What a mask left elsewhere, of tickets that were closed before it was told: it is when they are opened again. */
  const untold = new Map<string, MaskOutcome>();
  const clear = (): void => {
    untold.clear();
    $selection.set(null);
    $outcome.set(null);
  };
  $currentId.listen((ticketId) => {
    $selection.set(null);
    $outcome.set(untold.get(ticketId ?? '') ?? null);
    untold.delete(ticketId ?? '');
  });

  onSet($history, ({ newValue }) => {
    const before = known($history.value);
    const after = known(newValue);
    if (before && after && before !== after) follow(before, after);
  });

  function follow(before: readonly HistoryEntry[], after: readonly HistoryEntry[]): void {
    const changes = new Map<number, readonly [HistoryEntry, HistoryEntry]>();
    const formerOnes = new Map(before.map((entry) => [entry.id, entry]));
    for (const entry of after) {
      const former = formerOnes.get(entry.id);
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
    // With the last mask goes what none of them reached.
    const isBare = hides(before) && !hides(after);
    if (outcome) $outcome.set(isBare ? null : { ...outcome, copies: fit(outcome.copies) });
    for (const each of waiting) {
      const ranges = fit(each.ranges);
      each.hasLost ||= ranges.length < each.ranges.length;
      each.ranges = ranges;
    }
    onBodies();
  }

  /** Tells what became of a mask; where it is not the first of its run, beside what became of those before. */
  function tell(outcome: MaskOutcome, isFirst: boolean): void {
    const { ticketId } = outcome;
    const isOpen = ticketId === $currentId.get();
    const former = isFirst ? undefined : ((isOpen ? $outcome.get() : untold.get(ticketId)) ?? undefined);
    const whole = {
      ...outcome,
      notReached: distinct([...(former?.notReached ?? []), ...outcome.notReached], (each) => JSON.stringify(each)),
      copies: distinct([...(former?.copies ?? []), ...outcome.copies], ({ entryId, start }) => `${entryId} ${start}`),
    };
    if (isOpen) $outcome.set(whole);
    else if (whole.notReached.length + whole.copies.length > 0) untold.set(ticketId, whole);
  }

  /** Whether these are the copies that the last mask left: with them it goes on, and what it did not reach stays told. */
  function goesOn(ticketId: string, ranges: readonly MaskRange[]): boolean {
    const { ticketId: last, copies } = $outcome.get() ?? { copies: [] };
    const isCopy = ({ entryId, start, length }: MaskRange): boolean =>
      copies.some((copy) => copy.entryId === entryId && copy.start === start && copy.length === length);
    return last === ticketId && copies.length > 0 && ranges.length === copies.length && ranges.every(isCopy);
  }

  return {
    tell,
    goesOn,
    $selection,
    $outcome,
    $found,
    waiting,
    clear,
  };
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
