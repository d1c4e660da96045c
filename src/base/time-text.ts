import type { Texts } from '../strings/ko.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const styles = {
  exact: { dateStyle: 'full', timeStyle: 'short' },
  date: { dateStyle: 'medium' },
  dateTime: { dateStyle: 'medium', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  shortDate: { dateStyle: 'short' },
  monthDay: { month: 'numeric', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type TimeStyle = keyof typeof styles;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: TimeStyle, language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    found = build(style, language, timeZone);
    formatters.set(key, found);
  }
  return found;
}

/** A zone that this browser does not know must not take the list down: UTC is said to be UTC. */
function build(style: TimeStyle, language: string, timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...styles[style], timeZone });
  } catch {
    return new Intl.DateTimeFormat(language, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    });
  }
}

/** A point in time in the service's zone, in the hub's language. */
export function timeText(at: number, language: string, timeZone: string, style: TimeStyle = 'exact'): string {
  return formatter(style, language, timeZone).format(at);
}

/**
 * How long ago, in as few letters as a list allows: "3분", then hours, then days of the last week, then the date. `now`
 * is the server's time; what lies a little ahead of it is "now" too, what lies further ahead is told by the clock.
 */
export function relativeTime(
  at: number,
  now: number,
  texts: Texts['time'],
  language: string,
  timeZone: string,
): string {
  const age = now - at;
  if (age < -minute) return timeText(at, language, timeZone, 'dateTime');
  if (age < minute) return texts.now;
  if (age < hour) return texts.minutes(Math.floor(age / minute));
  if (age < day) return texts.hours(Math.floor(age / hour));
  if (age < 7 * day) return texts.days(Math.floor(age / day));
  return timeText(at, language, timeZone, 'date');
}
