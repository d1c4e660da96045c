import { calendarDay, instantAt, startOfCalendarDay } from '../util/time-zone.js';
import { isSearch, kindOf, mostMonths, type Period, type SearchProblem } from './search.js';
import type { TicketQuery } from './types.js';

/** First and last instant of a stretch of time; null where it is open. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** A calendar day, and the minute of it where one is told; both as if the zone were UTC. */
interface Wall {
  readonly day: number;
  readonly time: number | null;
}

function wallOf(moment: string, now: number, timeZone: string): Wall {
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(moment) ?? [];
  if (date) return { day: Date.parse(date), time: clock ? Date.parse(`${date}T${clock}Z`) : null };
  const today = calendarDay(now, timeZone);
  if (moment === 'today') return { day: today, time: null };
  const count = Number(moment.slice(1, -1));
  return { day: moment.endsWith('m') ? monthsBefore(today, count) : today - count * day, time: null };
}

/** The same day of an earlier month, or its last one where it is shorter. */
function monthsBefore(from: number, count: number): number {
  const date = new Date(from);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - count];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last));
}

/** A period in the time zone of the service. Both ends are whole: the day or the minute that is named belongs to it. */
export function spanOf({ from, to }: Period, now: number, timeZone: string): Span {
  const first = from ? wallOf(from, now, timeZone) : null;
  const last = to ? wallOf(to, now, timeZone) : null;
  return { from: first && startOf(first, timeZone), to: last && endOf(last, timeZone) };
}

function startOf({ day, time }: Wall, timeZone: string): number {
  return time === null ? startOfCalendarDay(day, timeZone) : instantAt(time, timeZone);
}

function endOf(wall: Wall, timeZone: string): number {
  if (wall.time !== null) return instantAt(wall.time, timeZone) + minute - 1;
  return startOfCalendarDay(wall.day + day, timeZone) - 1;
}

/** A period of creation: without a beginning it begins as early as it may. */
export function createdSpan(period: Period, now: number, timeZone: string): Span {
  const { from, to } = spanOf(period, now, timeZone);
  return { from: from ?? earliest(period, now, timeZone), to };
}

function earliest({ to }: Period, now: number, timeZone: string): number {
  const last = wallOf(to ?? 'today', now, timeZone).day;
  return startOfCalendarDay(monthsBefore(last, mostMonths), timeZone);
}

/** Between which instants the tickets of a list were created; null for a list that is not searched. */
export function periodOf(query: Pick<TicketQuery, 'q' | 'where'>, now: number, timeZone: string): Span | null {
  return isSearch(query) ? createdSpan((query.where?.['created'] as Period | undefined) ?? {}, now, timeZone) : null;
}

/** Which periods of a search cannot be used: creation reaches back only so far, and none ends before it begins. */
export function periodProblems(
  { where = {} }: Pick<TicketQuery, 'where'>,
  now: number,
  timeZone: string,
): readonly SearchProblem[] {
  return Object.entries(where).flatMap(([field, value]): readonly SearchProblem[] => {
    if (kindOf(value) !== 'period') return [];
    const period = value as Period;
    const isCreated = field === 'created';
    const { from, to } = (isCreated ? createdSpan : spanOf)(period, now, timeZone);
    if (isCreated && from! < earliest(period, now, timeZone)) return [{ field: 'from', code: 'period_too_long' }];
    const isTurned = from !== null && to !== null && from > to;
    return isTurned ? [{ field: isCreated ? 'to' : field, code: 'invalid' }] : [];
  });
}

/** A moment as fields of a service write it, `2026-11-22` or `2026-11-22 09:30`. */
export function writtenMoment(moment: string, now: number, timeZone: string): string {
  const { day, time } = wallOf(moment, now, timeZone);
  const text = new Date(time ?? day).toISOString().replace('T', ' ');
  return text.slice(0, time === null ? 10 : 16);
}
