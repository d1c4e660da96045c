import { describe, expect, it } from 'vitest';
import {
  isJpeg,
  measureSms,
  smsKind,
  smsNumberProblem,
  smsText,
  smsTextProblem,
  smsTimeProblem,
} from '../../src/domain/sms.js';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('the bytes of a text message', () => {
  it.each([
    ['', 0],
    ['Hello, 1+1=2\n', 13],
    ['안녕하세요', 10],
    ['주문 20481733 배송', 18],
    ['똠방각하 펲시콜라', 17],
    ['こんにちは', 10],
    ['東京', 4],
    ['①㎏℃★☎€', 12],
    ['“안녕” ‘하’…', 17],
    ['각'.normalize('NFD'), 2],
    ['한\u00a0글', 5],
    ['한\r\n글', 5],
  ])('%j are %i', (text, bytes) => {
    expect(measureSms(smsText(text))).toEqual({ bytes, unsendable: [] });
  });

  it.each([
    ['가😀나', ['😀'], [[1, 1, 2]]],
    [
      '첫 줄\n둘째 👨‍👩‍👧 줄 ☃',
      ['👨‍👩‍👧', '☃'],
      [
        [7, 2, 4],
        [18, 2, 8],
      ],
    ],
    [
      'ﾊﾝｶｸ',
      ['ﾊ', 'ﾝ', 'ｶ', 'ｸ'],
      [
        [0, 1, 1],
        [1, 1, 2],
        [2, 1, 3],
        [3, 1, 4],
      ],
    ],
    ['込み', ['込'], [[0, 1, 1]]],
    ['a\u0007b', ['\u0007'], [[1, 1, 2]]],
    ['가\u200b나', ['\u200b'], [[1, 1, 2]]],
    ['é', ['é'], [[0, 1, 1]]],
  ])('%j holds what no carrier knows, each with its place', (text, characters, places) => {
    const { unsendable } = measureSms(smsText(text));
    expect(unsendable.map(({ character }) => character)).toEqual(characters);
    expect(unsendable.map(({ index, line, column }) => [index, line, column])).toEqual(places);
    expect(smsTextProblem(text)).toBe('unsendable');
  });

  it.each([
    ['가'.repeat(45), 'sms', null],
    [`${'가'.repeat(45)}!`, 'mms', null],
    ['가'.repeat(1_000), 'mms', null],
    [`${'가'.repeat(1_000)}!`, 'mms', 'too_long'],
    [' \n ', 'sms', 'required'],
  ])('decide what it is: case %#', (text, kind, problem) => {
    expect([smsKind(measureSms(text).bytes, false), smsTextProblem(text)]).toEqual([kind, problem]);
    expect(smsKind(measureSms(text).bytes, true)).toBe('mms');
  });
});

describe('what else a text message needs', () => {
  it.each([
    [30 * minute - 1, 'too_soon'],
    [30 * minute, null],
    [day, null],
    [day + 1, 'too_late'],
    [-minute, 'too_soon'],
  ])('reserved %i ms ahead: %s', (ahead, problem) => {
    expect(smsTimeProblem(5_000 + ahead, 5_000)).toBe(problem);
  });

  it.each([
    [null, 'no_number'],
    ['  ', 'no_number'],
    ['010-****-5678', 'masked_number'],
    ['010-XXXX-5678', 'masked_number'],
    ['전화 없음', 'bad_number'],
    ['010-12', 'bad_number'],
    ['010-1234-5678', null],
    ['+82 10-1234-5678', null],
    ['(03) 1234.5678', null],
    ['82 10+1234 5678', 'bad_number'],
  ])('number %j: %s', (phone, problem) => {
    expect(smsNumberProblem(phone)).toBe(problem);
  });

  it.each([
    [[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0], true],
    [[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0, 0], false],
    [[0xff, 0xd8, 0xff, 0x3c, 0x73, 0x63, 0x72, 0x69, 0x70, 0x74, 0x3e, 0, 0, 0, 0], false],
    [[0x89, 0x50, 0x4e, 0x47], false],
    [[], false],
  ])('bytes %#: a JPEG is known by its frame', (bytes, expected) => {
    expect(isJpeg(new Uint8Array(bytes))).toBe(expected);
  });
});
