import { mostMonths, type Period } from '../../domain/search.js';
import { addMonths, resolveMoment, type CalendarDate } from './dates.js';

/** Stretches of time that are offered by name; `any` is none, `custom` two moments. */
export const presets = ['any', 'today', 'week', 'month', 'quarter', 'half', 'custom'] as const;
export type Preset = (typeof presets)[number];

/** A period as its fields show it: moments count for `custom` alone, in the form of native date fields. */
export interface PeriodDraft {
  readonly preset: Preset;
  readonly from: string;
  readonly to: string;
}

/** Why a period cannot be searched for, with the moments that would make it right. */
export type PeriodProblem =
  | { readonly code: 'reversed'; readonly to: string }
  | { readonly code: 'tooLong'; readonly from: string; readonly to: string };

const starts: Readonly<Partial<Record<Preset, string>>> = {
  today: 'today',
  week: '-7d',
  month: '-1m',
  quarter: '-3m',
  half: `-${mostMonths}m`,
};

export const noPeriod: PeriodDraft = { preset: 'any', from: '', to: '' };

/** The period of creation that counts when nobody chose one. */
export const usualPeriod: PeriodDraft = { preset: 'half', from: '', to: '' };

/** A native field writes a date and its time with a T between them, a search with a space. */
const asTyped = (moment: string): string => moment.replace(' ', 'T');
const asAsked = (typed: string): string => typed.replace('T', ' ').slice(0, 16);

/** The fields of a period that is searched for. */
export function draftOfPeriod(period: Period | undefined, today: CalendarDate): PeriodDraft {
  const { from = '', to = '' } = period ?? {};
  if (!from && !to) return noPeriod;
  const preset = presets.find((one) => starts[one] === from);
  if (preset && (to === '' || to === 'today')) return { preset, from: '', to: '' };
  const resolved = (moment: string): string => moment && asTyped(resolveMoment(moment, today));
  return { preset: 'custom', from: resolved(from), to: resolved(to) };
}

/** The period that fields ask for; undefined for none. */
export function periodOf({ preset, from, to }: PeriodDraft): Period | undefined {
  const start = starts[preset];
  // Today ends today: a field of the service may hold dates to come.
  if (start) return preset === 'today' ? { from: start, to: start } : { from: start };
  if (preset === 'any' || (!from && !to)) return undefined;
  return { ...(from && { from: asAsked(from) }), ...(to && { to: asAsked(to) }) };
}

/** Another choice by name. Dates to edit begin with what was chosen before. */
export function withPreset(draft: PeriodDraft, preset: Preset, today: CalendarDate, hasTime: boolean): PeriodDraft {
  if (preset !== 'custom') return { ...draft, preset };
  const start = starts[draft.preset];
  if (!start || draft.from || draft.to) return { ...draft, preset };
  const from = resolveMoment(start, today);
  return hasTime ? { preset, from: `${from}T00:00`, to: `${today}T23:59` } : { preset, from, to: today };
}

/** What is wrong with two moments. The period of creation may not be longer than six months. */
export function problemOfPeriod(
  draft: PeriodDraft,
  today: CalendarDate,
  isLimited: boolean,
): PeriodProblem | undefined {
  if (draft.preset !== 'custom') return undefined;
  const { from, to } = draft;
  if (from && to && from > to) return { code: 'reversed', to: asAsked(to) };
  if (!isLimited || !from) return undefined;
  const [first, last] = [from.slice(0, 10), (to || today).slice(0, 10)];
  const earliest = addMonths(last, -mostMonths);
  return first < earliest ? { code: 'tooLong', from: earliest, to: addMonths(first, mostMonths) } : undefined;
}

/** A period of creation that only ends begins as early as it may. */
export function completed(period: Period | undefined): Period | undefined {
  if (!period?.to || period.from) return period;
  return { from: addMonths(period.to.slice(0, 10), -mostMonths), to: period.to };
}
