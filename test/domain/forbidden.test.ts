import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForbidden, maxForbiddenHits } from '../../src/domain/forbidden.js';

/** What stands in the text at each hit. */
function found(text: string, ...words: string[]): string[] {
  return findForbidden(text, words).map(({ start, length }) => text.slice(start, start + length));
}

describe('forbidden words', () => {
  it('are found where they stand, with the word as the service listed it', () => {
    expect(findForbidden('이 바보야, 바보', ['바보'])).toEqual([
      { word: '바보', start: 2, length: 2 },
      { word: '바보', start: 7, length: 2 },
    ]);
    expect(findForbidden('An Idiot', [' IDIOT '])).toEqual([{ word: ' IDIOT ', start: 3, length: 5 }]);
  });

  it('are not found where there are none', () => {
    expect(found('안녕하세요', '바보')).toEqual([]);
    expect(found('', '바보')).toEqual([]);
    expect(found('바보', '', ' ', '\u200b')).toEqual([]);
    expect(found('바보')).toEqual([]);
  });

  it.each([
    ['capitals', 'what an IdIoT!', 'idiot', 'IdIoT'],
    ['sharp s', 'GROSSE STRASSE', 'straße', 'STRASSE'],
    ['full-width letters', 'ｉｄｉｏｔ', 'idiot', 'ｉｄｉｏｔ'],
    ['half-width kana', 'このﾊﾞｶが', 'バカ', 'ﾊﾞｶ'],
    ['Hangul taken apart', `너 ${'바보'.normalize('NFD')}야`, '바보', '바보'.normalize('NFD')],
    ['Hangul written letter by letter', '너 ㅂㅏㅂㅗ야', '바보', 'ㅂㅏㅂㅗ'],
    ['a word of consonants', '아 ㅅㅂ 진짜', 'ㅅㅂ', 'ㅅㅂ'],
    ['marks apart', 'une cre\u0301tine', 'crétin', 'cre\u0301tin'],
    ['a sign of several letters', '㈱아무개', '株', '㈱'],
    ['zero-width characters inside', 'i\u200bd\u00adi\u2060ot\u200b', 'idiot', 'i\u200bd\u00adi\u2060ot'],
    ['a zero-width character inside a letter', 'ㅂ\u200bㅏㅂㅗ', '바보', 'ㅂ\u200bㅏㅂㅗ'],
    ['any space', 'shut\u00a0\n up', 'shut up', 'shut\u00a0\n up'],
    ['signs beyond the first plane', '𝐢𝐝𝐢𝐨𝐭', 'idiot', '𝐢𝐝𝐢𝐨𝐭'],
  ])('are found in spite of %s', (_, text, word, hit) => {
    expect(found(text, word)).toEqual([hit]);
  });

  it('keep their places after signs that fold into another length', () => {
    const text = '㍿ ﬃ 👨‍👩‍👧 바보';
    expect(found(text, '바보')).toEqual(['바보']);
  });

  it('are not found in a syllable that only begins as theirs', () => {
    expect(found('가'.normalize('NFD') + 'ᆨ', '가')).toEqual([]);
    expect(found('각', '가')).toEqual([]);
  });

  it('end where a written sigh begins', () => {
    expect(found('바보ㅠㅠ 바보ㄳ', '바보')).toEqual(['바보', '바보']);
  });

  it('are all told where they overlap', () => {
    expect(found('ababa', 'aba', 'bab')).toEqual(['aba', 'bab', 'aba']);
    expect(found('개새끼', '새끼', '개새끼')).toEqual(['개새끼', '새끼']);
    expect(found('she', 'he', 'she', 'hers')).toEqual(['she', 'he']);
  });

  it('are found exactly where a plain look finds them', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
    const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(letters, words, (text, list) => {
        const plain = new Set<string>();
        for (const word of list)
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) plain.add(`${at}:${word}`);
        expect(new Set(findForbidden(text, list).map(({ start, word }) => `${start}:${word}`))).toEqual(plain);
      }),
    );
  });

  it('are looked for in one pass, whatever the text', () => {
    const words = Array.from({ length: 500 }, (_, i) => `${'a'.repeat(i)}b`);
    expect(found('a'.repeat(500_000), ...words)).toEqual([]);
    expect(found('e' + '\u0301'.repeat(300_000) + '바보', '바보')).toEqual(['바보']);
    expect(findForbidden('바보'.repeat(5000), ['바보'])).toHaveLength(maxForbiddenHits);
  });
});
