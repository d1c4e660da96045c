import type { TemplateResult } from 'lit';
import { starsOf } from '../../base/mask-marks.js';
import { timeText } from '../../base/time-text.js';
import type { HistoryEntry, MaskCategory, MaskSpan } from '../../domain/types.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { safeName } from '../../util/safe-name.js';
import { notes } from './notes.js';

/** What the hidden words are, as far as it was said. */
export function kindOf(category: MaskCategory | null, { maskKinds }: MoreTexts): string {
  return maskKinds[category ?? 'unnamed'];
}

/** What a mask is called. */
export function nameOfMask(mask: MaskSpan, entry: HistoryEntry, more: MoreTexts): string {
  const values = { kind: kindOf(mask.category, more), count: starsOf(entry, mask) };
  return mask.state === 'masked' ? more.masks.masked(values) : more.masks.purged(values);
}

/** What was masked by one agent. */
interface Trace {
  readonly name: string;
  readonly masks: MaskSpan[];
}

function tracesOf(masks: readonly MaskSpan[]): readonly Trace[] {
  const traces = new Map<string, Trace>();
  for (const mask of masks) {
    const trace = traces.get(mask.by.usercode) ?? { name: safeName(mask.by.name), masks: [] };
    trace.masks.push(mask);
    traces.set(mask.by.usercode, trace);
  }
  return [...traces.values()];
}

function traceText({ name, masks }: Trace, more: MoreTexts, language: string, timeZone: string): string {
  const words = more.masks;
  const kinds = [...new Set(masks.map(({ category }) => kindOf(category, more)))];
  const when = timeText(Math.max(...masks.map(({ at }) => at)), language, timeZone, 'dateTime');
  const told = words.trace({
    name,
    count: masks.length,
    kinds: new Intl.ListFormat(language, { type: 'conjunction' }).format(kinds),
    when,
  });
  const purged = masks.filter(({ state }) => state === 'purged').length;
  return purged > 0 ? `${told} ${words.traceOfPurged(purged)}` : told;
}

/** Below a message: who masked how much of it, of what kind, and when. */
export function traceOf(
  entry: HistoryEntry,
  more: MoreTexts,
  language: string,
  timeZone: string,
): TemplateResult | null {
  if (entry.masks.length === 0) return null;
  return notes(tracesOf(entry.masks).map((trace) => traceText(trace, more, language, timeZone)));
}
