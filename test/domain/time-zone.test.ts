import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay, zoneOffset } from '../../src/util/time-zone.js';

const at = (text: string) => Date.parse(text);

describe('the start of a day', () => {
  it.each([
    ['Asia/Seoul', '2026-03-01T14:59:59Z', '2026-02-28T15:00:00Z'],
    ['Asia/Seoul', '2026-03-01T15:00:00Z', '2026-03-01T15:00:00Z'],
    ['Asia/Kathmandu', '2026-03-01T12:00:00Z', '2026-02-28T18:15:00Z'],
    ['America/New_York', '2026-03-08T20:00:00Z', '2026-03-08T05:00:00Z'],
    ['America/New_York', '2026-11-01T20:00:00Z', '2026-11-01T04:00:00Z'],
    ['Pacific/Kiritimati', '2026-03-01T09:59:00Z', '2026-02-28T10:00:00Z'],
    ['UTC', '1969-12-31T23:59:59Z', '1969-12-31T00:00:00Z'],
  ])('in %s at %s', (zone, instant, start) => {
    expect(new Date(startOfDay(at(instant), zone)).toISOString()).toBe(new Date(start).toISOString());
  });

  it('is the first time that exists where midnight does not', () => {
    // In Beirut the clock goes from 00:00 to 01:00.
    expect(startOfDay(at('2024-03-31T10:00:00Z'), 'Asia/Beirut')).toBe(at('2024-03-30T22:00:00Z'));
    expect(startOfDay(at('2024-03-30T22:00:00Z'), 'Asia/Beirut')).toBe(at('2024-03-30T22:00:00Z'));
    expect(startOfDay(at('2024-03-30T21:59:59Z'), 'Asia/Beirut')).toBe(at('2024-03-29T22:00:00Z'));
  });

  it('is never later than the instant, and the same for every instant of its day', () => {
    const zones = [
      'Asia/Seoul',
      'Asia/Tokyo',
      'Europe/Lisbon',
      'America/Sao_Paulo',
      'Africa/Cairo',
      'Australia/Lord_Howe',
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), fc.constantFrom(...zones), (instant, zone) => {
        const start = startOfDay(instant, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(startOfDay(start, zone)).toBe(start);
        expect(startOfDay(start - 1, zone)).toBeLessThan(start);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

it('knows the offset of a zone at an instant', () => {
  expect(zoneOffset(at('2026-07-01T00:00:00Z'), 'Europe/Paris')).toBe(2 * 3_600_000);
  expect(zoneOffset(at('2026-01-01T00:00:00.999Z'), 'Europe/Paris')).toBe(3_600_000);
});
