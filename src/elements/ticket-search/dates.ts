import { writtenMoment } from '../../domain/periods.js';

/** A calendar date, as `2026-11-22`, whatever the time zone. */
export type CalendarDate = string;

/** Today in a time zone. */
export function todayIn(timeZone: string, now: number): CalendarDate {
  return writtenMoment('today', now, timeZone);
}

/** The date, and the time where one is told, that a moment of a search stands for. */
export function resolveMoment(moment: string, today: CalendarDate): string {
  return writtenMoment(moment, Date.parse(today), 'UTC');
}

/** A date some months on, or before; the last day of the month where that has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
