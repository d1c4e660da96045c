import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf, periodProblems } from '../../src/domain/periods.js';
import {
  isMoment,
  isTooShort,
  parseSearch,
  searchFields,
  searchText,
  type ConditionValue,
} from '../../src/domain/search.js';
import { figures, sortFields, views, type TicketQuery } from '../../src/domain/types.js';

const seoul = 'Asia/Seoul';
const at = (text: string) => Date.parse(text);

describe('a list as a search string', () => {
  const moment = fc.constantFrom('today', '-7d', '-3m', '2026-02-28', '2026-11-22 09:30');
  const text = fc
    .string({ unit: 'grapheme', minLength: 2, maxLength: 20 })
    .map((one) => one.trim().normalize('NFC'))
    .filter((one) => !isTooShort(one));
  const valueOf = {
    text,
    choice: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
    period: fc.oneof(fc.record({ from: moment }), fc.record({ to: moment }), fc.record({ from: moment, to: moment })),
    flag: fc.boolean(),
  };
  const condition = fc.oneof(
    ...Object.entries(searchFields).map(([field, kind]) => fc.tuple(fc.constant(field), valueOf[kind])),
    ...Object.values(valueOf).map((value) => fc.tuple(fc.constantFrom('f.region', 'f.A_1'), value)),
  );
  const where = fc
    .array(condition, { maxLength: 5 })
    .map((parts) => Object.fromEntries(parts) as Record<string, ConditionValue>);
  const query = fc
    .record(
      {
        view: fc.constantFrom(...views),
        group: fc.nat(999),
        transfer: fc.constantFrom('issue', 'dooray'),
        figure: fc.constantFrom(...figures),
        starred: fc.boolean(),
        unread: fc.boolean(),
        q: text,
        where: where.filter((one) => Object.keys(one).length > 0),
        sort: fc.constantFrom(...sortFields, 'f.region' as const),
        descending: fc.boolean(),
        fields: fc.uniqueArray(fc.constantFrom('region', 'A_1', 'b'), { minLength: 1 }),
      },
      { requiredKeys: ['view', 'sort', 'descending'] },
    )
    .map((one): TicketQuery => ({ ...one }));

  it('is read back as it was', () => {
    fc.assert(
      fc.property(query, (list) => {
        expect(parseSearch(searchText(list))).toEqual({ query: list, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('holds nothing that a database cannot', () => {
    const { query, problems } = parseSearch('view=all&q=ab%00c&subject=%00');
    expect(problems.map(({ field }) => field)).toEqual(['q', 'subject']);
    expect([query.q, query.where]).toEqual([undefined, undefined]);
  });

  it('can stand in an address', () => {
    fc.assert(
      fc.property(query, (list) => {
        const address = new URL(`https://desk.example/?${searchText(list)}`);
        expect(address.search.slice(1)).toBe(searchText(list));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['what=1', 'what', 'unknown'],
    ['q=a', 'q', 'too_short'],
    ['q=ｶﾞ', 'q', 'too_short'],
    ['content=핡', 'content', 'too_short'],
    ['name=%20김%20', 'name', 'too_short'],
    ['f.memo=x', 'f.memo', 'too_short'],
    ['customerId=', 'customerId', 'too_short'],
    ['f.memo=ab&f.memo.in=cd', 'f.memo.in', 'invalid'],
    ['status=resolved&status=processing', 'status', 'invalid'],
    [`q=${'a'.repeat(101)}`, 'q', 'too_long'],
    ['view=mine', 'view', 'invalid'],
    ['from=yesterday', 'from', 'invalid'],
    ['updated=2026-02-30~', 'updated', 'invalid'],
    ['updated=~', 'updated', 'invalid'],
    ['f.ok.is=maybe', 'f.ok.is', 'invalid'],
    ['subject=', 'subject', 'too_short'],
    [`groups=${Array.from({ length: 101 }, (_, n) => n).join(',')}`, 'groups', 'too_many'],
    ['sort=subject', 'sort', 'invalid'],
  ])('%s is left out and named', (search, field, code) => {
    expect(parseSearch(search).problems).toEqual([{ field, code }]);
  });
});

describe('a text', () => {
  it('is as long as what it is compared as', () => {
    expect(['㍿', 'ａｂ', '김치', '👍👍'].map(isTooShort)).toEqual([false, false, false, false]);
    expect(['ﾊﾟ', '👍', ' 핡 ', '가'].map(isTooShort)).toEqual([true, true, true, true]);
  });

  it('may be one digit where it is the number of a customer', () => {
    expect(parseSearch('customerId=7')).toMatchObject({ query: { where: { customerId: '7' } }, problems: [] });
  });
});

describe('a moment', () => {
  it.each(['2026-02-28', '2024-02-29', '2026-11-22 23:59', 'today', '-7d', '-6m'])('is %s', (text) => {
    expect(isMoment(text)).toBe(true);
  });
  it.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-11-22 24:00', '22.11.2026', 'tomorrow', '7d', ''])(
    'is not "%s"',
    (text) => {
      expect(isMoment(text)).toBe(false);
    },
  );
});

describe('the period of a search', () => {
  const now = at('2026-11-22T03:00:00Z');
  const created = (from?: string, to?: string) => ({
    where: { created: { ...(from && { from }), ...(to && { to }) } },
  });

  it('is none for a list that is not searched', () => {
    expect(periodOf({}, now, seoul)).toBeNull();
  });

  it('is six months of the zone unless told', () => {
    expect(periodOf({ q: '배송' }, now, seoul)).toEqual({ from: at('2026-05-21T15:00:00Z'), to: null });
  });

  it('is another day where the zone has another day', () => {
    const late = at('2026-11-22T16:00:00Z');
    expect(periodOf({ q: 'ab' }, late, seoul)?.from).toBe(at('2026-05-22T15:00:00Z'));
    expect(periodOf({ q: 'ab' }, late, 'America/New_York')?.from).toBe(at('2026-05-22T04:00:00Z'));
  });

  it('holds the whole of its last day and of its last minute', () => {
    expect(periodOf(created('2026-11-01', '2026-11-02'), now, seoul)).toEqual({
      from: at('2026-10-31T15:00:00Z'),
      to: at('2026-11-02T15:00:00Z') - 1,
    });
    expect(periodOf(created('2026-11-01 09:30', '2026-11-01 09:30'), now, seoul)).toEqual({
      from: at('2026-11-01T00:30:00Z'),
      to: at('2026-11-01T00:31:00Z') - 1,
    });
  });

  it('has days of 23 and 25 hours where the clock is changed', () => {
    const hours = (day: string) => {
      const { from, to } = periodOf(created(day, day), now, 'Europe/Berlin')!;
      return (to! + 1 - from!) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([23, 25, 24]);
  });

  it.each([
    ['2026-08-31', '2026-02-28'],
    ['2024-08-31', '2024-02-29'],
    ['2026-03-31', '2025-09-30'],
    ['2026-07-15', '2026-01-15'],
  ])('that ends on %s begins on %s at the earliest', (to, from) => {
    const before = new Date(at(from) - 86_400_000).toISOString().slice(0, 10);
    expect(periodProblems(created(from, to), now, seoul)).toEqual([]);
    expect(periodProblems(created(before, to), now, seoul)).toEqual([{ field: 'from', code: 'period_too_long' }]);
    expect(periodOf(created(undefined, to), now, seoul)).toEqual(periodOf(created(from, to), now, seoul));
  });

  it('is refused without an end when it began too long ago, and where it ends before it begins', () => {
    expect(periodProblems(created('-6m'), now, seoul)).toEqual([]);
    expect(periodProblems(created('-7m'), now, seoul)).toEqual([{ field: 'from', code: 'period_too_long' }]);
    expect(periodProblems(created('today', '-1d'), now, seoul)).toEqual([{ field: 'to', code: 'invalid' }]);
  });

  it('of another kind may lie anywhere, but ends after it begins', () => {
    const where = { updated: { from: '2020-01-01' }, resolved: { from: '2026-05-01', to: '2026-01-01' } };
    expect(periodProblems({ where }, now, seoul)).toEqual([{ field: 'resolved', code: 'invalid' }]);
    const own = { 'f.stay': { from: 'today', to: '-1d' } };
    expect(periodProblems({ where: own }, now, seoul)).toEqual([{ field: 'f.stay', code: 'invalid' }]);
  });
});
