import { instantAt, zoneOffset } from '../util/time-zone.js';

/** A moment as the clock of a zone shows it, as a field for date and time takes it. */
export function wallText(at: number, timeZone: string): string {
  return new Date(at + zoneOffset(at, timeZone)).toISOString().slice(0, 16);
}

/** The moment at which the clock of a zone shows what such a field holds; null for none. */
export function momentOf(text: string, timeZone: string): number | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? Date.parse(`${text.slice(0, 16)}Z`) : NaN;
  return Number.isNaN(wall) ? null : instantAt(wall, timeZone);
}

/** What a zone is called in a language, such as "Korean Standard Time"; as it is written where nobody has a name for it. */
export function zoneName(timeZone: string, language: string): string {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  } catch {
    return timeZone;
  }
}

/** Whether this machine shows another time than a zone. */
export function isElsewhere(now: number, timeZone: string): boolean {
  return zoneOffset(now, timeZone) !== -new Date(now).getTimezoneOffset() * 60_000;
}
