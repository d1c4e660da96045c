const formats = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of a zone at an instant, as if it were UTC: the difference to the instant is the zone's offset. */
function wallClock(instant: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
}

/** The zone's offset from UTC at an instant, in milliseconds. */
export function zoneOffset(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  return wallClock(whole, timeZone) - whole;
}

const hour = 3_600_000;
const dayLength = 24 * hour;

/** The instant at which a zone's clock shows a time, given as if it were UTC. One that it jumps over is that much later. */
export function instantAt(wall: number, timeZone: string): number {
  const near = wall - zoneOffset(wall, timeZone);
  return wall - zoneOffset(near, timeZone);
}

/** The calendar day of an instant in a zone: its midnight as if it were UTC. */
export function calendarDay(instant: number, timeZone: string): number {
  const wall = instant + zoneOffset(instant, timeZone);
  return Math.floor(wall / dayLength) * dayLength;
}

/** The first instant of a calendar day in a zone. */
export function startOfCalendarDay(day: number, timeZone: string): number {
  return startOfDay(instantAt(day + dayLength / 2, timeZone), timeZone);
}

/**
 * The first instant of the day that holds `instant` in a time zone. Where the clock is put forward at midnight, the day
 * begins at the first time that exists.
 */
export function startOfDay(instant: number, timeZone: string): number {
  const wall = wallClock(Math.floor(instant / 1000) * 1000, timeZone);
  const midnight = Math.floor(wall / (24 * hour)) * 24 * hour;
  const candidates = [instant, midnight - 14 * hour, midnight + 14 * hour]
    .map((near) => midnight - zoneOffset(near, timeZone))
    .filter((start) => start <= instant);
  const starts = candidates.filter((start) => wallClock(start, timeZone) === midnight);
  if (starts.length > 0) return Math.min(...starts);
  return firstOfDay(Math.max(...candidates), midnight, timeZone);
}

/** Bisects to the first second whose wall clock is past midnight. */
function firstOfDay(near: number, midnight: number, timeZone: string): number {
  let before = near - 3 * hour;
  let after = near + 3 * hour;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (wallClock(middle, timeZone) >= midnight) after = middle;
    else before = middle;
  }
  return after;
}
