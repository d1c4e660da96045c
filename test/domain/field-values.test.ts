import { describe, expect, it } from 'vitest';
import { fieldTypes, type FieldType } from '../../src/domain/fields.js';
import {
  fieldProblem,
  fieldProblems,
  fieldsFor,
  isEmptyValue,
  longestText,
  sameValue,
  type ValueRules,
} from '../../src/domain/field-values.js';
import type { FieldValue } from '../../src/domain/types.js';

const options = ['가전', '식품', 'A, B'];
const rules = (type: FieldType, more: Partial<ValueRules> = {}): ValueRules => ({
  type,
  options: ['dropdown', 'radio', 'checkbox'].includes(type) ? options : null,
  required: false,
  length: 0,
  ...more,
});
const file = (digit: string) => digit.repeat(32);

const fitting: readonly [FieldType, FieldValue][] = [
  ['text', '20261122-000001'],
  ['text', '日本語 テキスト 😀'],
  ['textarea', '첫 줄\n둘째 줄'],
  ['dropdown', '가전'],
  ['radio', 'A, B'],
  ['checkbox', ['식품', 'A, B']],
  ['checkbox', []],
  ['date', '2024-02-29'],
  ['date', '2000-02-29'],
  ['date', '9999-12-31'],
  ['datetime', '2026-11-22 00:00'],
  ['datetime', '2026-11-22 23:59'],
  ['date_period', '2026-11-22 ~ 2026-11-22'],
  ['date_period', '2025-12-31 ~ 2026-01-01'],
  ['datetime_period', '2026-11-22 09:00 ~ 2026-11-22 09:00'],
  ['agree', true],
  ['agree', false],
  ['file', file('a')],
  ['file', [file('a'), file('b')]],
  ['caption', null],
];

const unfitting: readonly [FieldType, FieldValue][] = [
  ['text', 'two\nlines'],
  ['text', true],
  ['text', ['a']],
  ['textarea', false],
  ['dropdown', '없음'],
  ['dropdown', ['가전']],
  ['dropdown', '가전 '],
  ['dropdown', ' '],
  ['radio', '없음'],
  ['checkbox', ['식품', '없음']],
  ['checkbox', ['식품', '식품']],
  ['checkbox', '식품'],
  ['date', '2023-02-29'],
  ['date', '1900-02-29'],
  ['date', '2026-04-31'],
  ['date', '2026-13-01'],
  ['date', '2026-00-10'],
  ['date', '2026-1-1'],
  ['date', '2026-11-22 10:00'],
  ['date', '+02026-11'],
  ['datetime', '2026-11-22'],
  ['datetime', '2026-11-22 24:00'],
  ['datetime', '2026-11-22 10:60'],
  ['datetime', '2026-11-22T10:00'],
  ['datetime', '2026-02-30 10:00'],
  ['date_period', '2026-11-22 ~ 2026-11-21'],
  ['date_period', '2026-11-22'],
  ['date_period', '2026-11-22 ~ '],
  ['date_period', '2026-11-22~2026-11-23'],
  ['date_period', '2026-11-22 ~ 2026-11-23 ~ 2026-11-24'],
  ['datetime_period', '2026-11-22 10:00 ~ 2026-11-22 09:59'],
  ['datetime_period', '2026-11-22 ~ 2026-11-23'],
  ['agree', 'true'],
  ['file', 'picture.png'],
  ['file', [file('a'), file('a')]],
  ['file', ['0', '1', '2', '3', '4', '5'].map(file)],
  ['caption', 'text'],
  ['caption', ''],
];

describe('a value of a field', () => {
  it.each(fitting)('may be of %s: %j', (type, value) => {
    expect(fieldProblem(rules(type), value)).toBeNull();
  });

  it.each(unfitting)('may not be of %s: %j', (type, value) => {
    expect(fieldProblem(rules(type), value)).toBe('invalid');
  });

  it('is known for every type', () => {
    expect(new Set(fitting.map(([type]) => type))).toEqual(new Set(fieldTypes));
    expect(new Set(unfitting.map(([type]) => type))).toEqual(new Set(fieldTypes));
  });

  it('fits nothing where a choice has no options', () => {
    expect(fieldProblem(rules('dropdown', { options: null }), '가전')).toBe('invalid');
  });
});

describe('length', () => {
  it('counts characters, not units of their encoding', () => {
    const three = rules('text', { length: 3 });
    expect(fieldProblem(three, '가나다')).toBeNull();
    expect(fieldProblem(three, '😀😀😀')).toBeNull();
    expect(fieldProblem(three, '😀😀😀😀')).toBe('length');
    expect(fieldProblem(three, 'abcd')).toBe('length');
  });

  it('has an end also where the service set none', () => {
    expect(fieldProblem(rules('textarea'), 'a'.repeat(longestText))).toBeNull();
    expect(fieldProblem(rules('textarea'), 'a'.repeat(longestText + 1))).toBe('length');
  });

  it('is asked of what is written only', () => {
    expect(fieldProblem(rules('dropdown', { length: 1 }), '가전')).toBeNull();
    expect(fieldProblem(rules('date', { length: 4 }), '2026-11-22')).toBeNull();
  });
});

describe('a field that must be filled in', () => {
  it.each<[FieldType, FieldValue]>([
    ['text', ''],
    ['text', ' \u3000\u00a0'],
    ['textarea', '\n'],
    ['dropdown', null],
    ['dropdown', ''],
    ['checkbox', []],
    ['date', null],
    ['agree', false],
    ['file', []],
  ])('is not by %s: %j', (type, value) => {
    expect(fieldProblem(rules(type, { required: true }), value)).toBe('required');
    expect(isEmptyValue(value)).toBe(true);
  });

  it('is not by nothing', () => {
    expect(fieldProblem(rules('text', { required: true }), undefined)).toBe('required');
    expect(fieldProblem(rules('text'), undefined)).toBeNull();
  });

  it('is never a caption', () => {
    expect(fieldProblem(rules('caption', { required: true }), undefined)).toBeNull();
  });
});

it('names the problem of each field, and only those of fields that there are', () => {
  const definitions = [
    { code: 'name', ...rules('text', { required: true }) },
    { code: 'day', ...rules('date') },
    { code: 'memo', ...rules('textarea', { length: 2 }) },
    { code: 'kind', ...rules('radio') },
  ];
  const found = fieldProblems(definitions, { day: '2026-02-30', memo: 'abc', kind: '식품', other: 'x' });
  expect(Object.fromEntries(found)).toEqual({ name: 'required', day: 'invalid', memo: 'length' });
});

it('says which fields a submission type has', () => {
  const definitions = [
    { code: 'all', categories: null },
    { code: 'two', categories: [101, 102] },
    { code: 'none', categories: [] },
  ];
  const codes = (categoryId: number | null) => fieldsFor(definitions, categoryId).map(({ code }) => code);
  expect(codes(102)).toEqual(['all', 'two']);
  expect(codes(103)).toEqual(['all']);
  expect(codes(null)).toEqual(['all']);
});

it('knows the same value in another form', () => {
  expect(sameValue(null, '')).toBe(true);
  expect(sameValue([], undefined)).toBe(true);
  expect(sameValue(['a', 'b'], ['a', 'b'])).toBe(true);
  expect(sameValue(['a', 'b'], ['a,b'])).toBe(false);
  expect(sameValue(false, null)).toBe(false);
  expect(sameValue(false, false)).toBe(true);
  expect(sameValue('a', null)).toBe(false);
});
