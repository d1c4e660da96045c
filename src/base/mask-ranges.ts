import type { MaskRange } from '../domain/masks.js';
import type { HistoryEntry, MaskSpan } from '../domain/types.js';
import { placeOf, readBody, unitsBefore, type BodyRun } from './mask-shape.js';

/** A stretch of a message, in the offsets of its plain-text projection. */
export interface Stretch {
  readonly start: number;
  readonly length: number;
}

type Masked = Pick<HistoryEntry, 'text' | 'masks'>;

const blank = /[\s\ufffc]/;

/** Where a range begins in a run. A letter that composes of several is taken whole. */
function unitsToStart(run: BodyRun, offset: number): number {
  const units = unitsBefore(run, offset);
  const before = run.node.data.slice(run.from, offset).normalize('NFC');
  const whole = run.node.data.slice(run.from).normalize('NFC');
  return units > 0 && !whole.startsWith(before) ? units - 1 : units;
}

/** The selected units of a run, or null. */
function selectedUnits(run: BodyRun, range: Range): readonly [from: number, to: number] | null {
  const begins = run.node === range.startContainer;
  const ends = run.node === range.endContainer;
  if (!begins && !ends && range.comparePoint(run.node, 0) !== 0) return null;
  const from = begins ? unitsToStart(run, range.startOffset) : 0;
  const to = ends ? unitsBefore(run, range.endOffset) : run.length;
  return from < to ? [run.start + from, run.start + to] : null;
}

/** Words of a fold that is closed are selected with what is around it, though nobody sees them. */
const isFolded = (node: Text): boolean => node.parentElement?.closest('details:not([open])') != null;

/** What of a message is selected: one stretch, or several where a closed fold stands between. */
function selectedStretches(runs: readonly BodyRun[], range: Range): [start: number, end: number][] {
  const found: [number, number][] = [];
  let isOpen = false;
  for (const run of runs) {
    const units = selectedUnits(run, range);
    if (!units) continue;
    const last = found.at(-1);
    if (isFolded(run.node)) isOpen = false;
    else if (isOpen && last) last[1] = units[1];
    else {
      found.push([...units]);
      isOpen = true;
    }
  }
  return found;
}

/** Widens a stretch to whole masks, and leaves out what is blank at its ends; null where nothing is left to be masked. */
export function maskable({ text, masks }: Masked, { start, length }: Stretch): Stretch | null {
  let [from, to] = [start, start + length];
  while (from < to && blank.test(text[from] ?? '')) from += 1;
  while (to > from && blank.test(text[to - 1] ?? '')) to -= 1;
  const touched = masks.filter((mask) => mask.start < to && from < mask.start + mask.length);
  for (const mask of touched) {
    from = Math.min(from, mask.start);
    to = Math.max(to, mask.start + mask.length);
  }
  return hasMore(text, touched, from, to) ? { start: from, length: to - from } : null;
}

/** Whether anything but masks and blanks stands in a stretch. */
function hasMore(text: string, masks: readonly MaskSpan[], from: number, to: number): boolean {
  let at = from;
  for (const mask of [...masks].sort((a, b) => a.start - b.start)) {
    if (!isBlank(text.slice(at, mask.start))) return true;
    at = mask.start + mask.length;
  }
  return !isBlank(text.slice(at, to));
}

const isBlank = (text: string): boolean => /^[\s\ufffc]*$/.test(text);

/** What of a message a range covers, as it may be masked. Nothing where the page shows another text than the entry's. */
export function stretchesIn(body: Element, entry: Masked, range: Range): readonly Stretch[] {
  if (!range.intersectsNode(body)) return [];
  const { text, runs } = readBody(body);
  if (text !== entry.text) return [];
  return selectedStretches(runs, range)
    .map(([start, end]) => maskable(entry, { start, length: end - start }))
    .filter((stretch) => stretch !== null);
}

/** What a range covers of the messages that are shown. */
export function maskRangesIn(
  bodies: Iterable<Element>,
  entryOf: (body: Element) => HistoryEntry | undefined,
  range: Range,
): readonly MaskRange[] {
  return [...bodies].flatMap((body) => {
    const entry = range.intersectsNode(body) ? entryOf(body) : undefined;
    if (!entry) return [];
    const { id: entryId, bodyVersion } = entry;
    return stretchesIn(body, entry, range).map((stretch) => ({ entryId, bodyVersion, ...stretch }));
  });
}

function rangeIn(runs: readonly BodyRun[], { start, length }: Stretch): Range | null {
  const touched = runs.filter((run) => run.start < start + length && start < run.start + run.length);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, placeOf(first, Math.max(0, start - first.start)));
  range.setEnd(last.node, placeOf(last, Math.min(last.length, start + length - last.start)));
  return range;
}

/** The range of a stretch in a message that is shown; null where it has no such words. */
export function rangeOf(body: Element, stretch: Stretch): Range | null {
  return rangeIn(readBody(body).runs, stretch);
}

/** The ranges of stretches of a message. None where the page shows another text than the entry's. */
export function rangesOf(body: Element, entry: Masked, stretches: readonly Stretch[]): readonly Range[] {
  const { text, runs } = readBody(body);
  if (text !== entry.text) return [];
  return stretches.map((stretch) => rangeIn(runs, stretch)).filter((range) => range !== null);
}
