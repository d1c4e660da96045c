import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverHtml } from '../../demo/server/services/masks/cover-html.js';
import { withoutWordsOf } from '../../demo/server/services/masks/inheritance.js';
import { maskMany } from '../../demo/server/services/masks/mask-many.js';
import { maskBody, restoreBody, type Hidden, type MaskedBody } from '../../demo/server/services/masks/masked-body.js';
import { Words } from '../../demo/server/services/masks/repeats.js';
import { cutSubject, restoredSubject } from '../../demo/server/services/masks/subject.js';
import { unsentWords } from '../../demo/server/services/masks/unsent.js';
import { styledHtml } from '../../demo/server/services/mail/inline-styles.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import type { MaskStyle } from '../../src/domain/types.js';
import { projections } from '../support/projection-vectors.js';

/** A body and what its masks hide, as the server keeps them apart. */
class Masked {
  body: MaskedBody;
  readonly hidden = new Map<string, Hidden>();
  #made = 0;

  constructor(html: string) {
    const { html: stored, text, styles, blocked } = sanitiseBody({ html });
    this.body = { html: stored, text, styles, blocked, masks: [] };
  }

  mask(start: number, length: number, style: MaskStyle = 'per-character'): string {
    const mask = { id: `m${++this.#made}`, category: null, by: { usercode: 'agent1', name: 'A' }, at: 1 };
    const cut = maskBody(this.body, { start, end: start + length }, mask, style, this.hidden);
    this.body = cut.body;
    for (const { id } of cut.swallowed) this.hidden.delete(id);
    this.hidden.set(mask.id, cut.hidden);
    return mask.id;
  }

  maskWords(words: string, style?: MaskStyle): string {
    return this.mask(this.body.text.indexOf(words), words.length, style);
  }

  unmask(id: string): void {
    const { body, heirs } = restoreBody(this.body, id, this.hidden);
    this.body = body;
    this.hidden.delete(id);
    for (const [heir, hidden] of heirs) this.hidden.set(heir, hidden);
  }

  purge(id: string): void {
    for (const [other, less] of withoutWordsOf(this.body, id, this.hidden)) this.hidden.set(other, less);
    const masks = this.body.masks.map((mask) => (mask.id === id ? { ...mask, state: 'purged' as const } : mask));
    this.body = { ...this.body, masks };
    this.hidden.delete(id);
  }
}

const code = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

/** The sanitiser keeps what masks made as it is, with its styles and pictures. */
function isStorable({ html, styles, text }: MaskedBody): boolean {
  const again = sanitiseBody({ html: styledHtml({ html, styles }) });
  return again.html === html && again.text === text && again.notes.length === 0;
}

describe('masks in a body', () => {
  it('leave asterisks over formatting and a link, and give it back to the byte', () => {
    const html =
      '<p style="color:red">call <b>010-1234</b>-<i>56<u>78</u></i> or <a href="https://a.example/" title="x">here</a></p><p>bye</p>';
    const masked = new Masked(html);
    const before = masked.body;
    const id = masked.maskWords('010-1234-5678 or here');
    expect(masked.body.text).toBe('call *********************\nbye');
    expect(masked.body.html).not.toMatch(/\d|or|here/);
    expect(masked.body.styles).toEqual(before.styles);
    masked.unmask(id);
    expect(masked.body).toEqual(before);
  });

  it.each(projections.filter(([, , text]) => /[^\s\ufffc]/.test(text)))('cover and uncover %s', (_what, html, text) => {
    for (const style of ['per-character', 'fixed'] as const) {
      const masked = new Masked(html);
      const before = masked.body;
      const id = masked.mask(0, text.length, style);
      expect(masked.body.text.replace(/[\n\ufffc*]/g, '')).toBe('');
      expect(masked.body.text.split('\n')).toHaveLength(text.trim().split('\n').length);
      masked.unmask(id);
      expect(masked.body).toEqual(before);
    }
  });

  it('count what a reader takes for one character, and never split it', () => {
    const masked = new Masked('<p>a👩‍👩‍👧<i>🇰🇷</i>👍🏽b 한글 ﾃｽﾄ שלום</p>');
    masked.mask(3, 1);
    expect(masked.body.text).toBe('a*🇰🇷👍🏽b 한글 ﾃｽﾄ שלום');
    masked.maskWords('🇰🇷👍🏽b 한글 ﾃｽﾄ שלום');
    expect(masked.body.text).toBe(`a*${'*'.repeat(15)}`);
  });

  it('say nothing of the length where they are all as long', () => {
    for (const name of ['홍길동', '남궁민수 씨']) {
      const masked = new Masked(`<p>name: <b>${name.slice(0, 2)}</b>${name.slice(2)}.</p><p>x</p>`);
      masked.mask(6, name.length, 'fixed');
      expect(masked.body.text).toBe('name: ********.\nx');
    }
  });

  it('take attributes and addresses of pictures along that say the same', () => {
    const masked = new Masked(
      '<p><a title="Hong" href="tel:+821012345678">010-1234-5678</a> <a href="mailto:hong@a.example">Hong</a>' +
        '<img src="https://t.example/?m=hong%40a.example" alt="hong@a.example"> <i title="hong@a.example">hong@a.example</i></p>',
    );
    const before = masked.body;
    const number = masked.maskWords('010-1234-5678');
    expect(masked.body.html).not.toContain('tel:');
    const address = masked.maskWords('hong@a.example');
    expect(masked.body.html).not.toContain('hong');
    expect(masked.body.blocked).toEqual([]);
    const name = masked.maskWords('Hong');
    expect(masked.body.html).not.toContain('Hong');
    expect(isStorable(masked.body)).toBe(true);
    for (const id of [address, number, name]) masked.unmask(id);
    expect(masked.body).toEqual(before);
  });

  it('keep an attribute that also says what another mask hides', () => {
    const masked = new Masked('<p><a href="tel:01012345678" title="01012345678">010 1234 5678</a></p>');
    const before = masked.body;
    const first = masked.maskWords('010');
    const second = masked.maskWords('1234 5678');
    masked.unmask(first);
    expect(masked.body.html).toBe('<p><a>010 *********</a></p>');
    masked.unmask(second);
    expect(masked.body).toEqual(before);
  });

  it('become part of a larger one, and cannot be cut', () => {
    const masked = new Masked('<p>one <b>two</b> three four</p>');
    const before = masked.body;
    const gone = masked.maskWords('three');
    masked.purge(gone);
    masked.maskWords('two');
    expect(code(() => masked.mask(5, 4))).toBe('mask_overlap');
    expect(code(() => masked.mask(4, 3))).toBe('nothing_left');
    expect(code(() => masked.mask(7, 1))).toBe('nothing_left');
    const all = masked.mask(0, 13);
    expect(masked.body.masks.map(({ id, start, length }) => [id, start, length])).toEqual([[all, 0, 13]]);
    masked.unmask(all);
    expect(masked.body.masks.map(({ id, start, state }) => [id, start, state])).toEqual([[gone, 8, 'purged']]);
    expect(masked.body.text).toBe('one two ***** four');
    expect(masked.body.html).toBe(before.html.replace('three', '*****'));
  });

  it('hide what the masks inside them hid elsewhere', () => {
    const masked = new Masked(
      '<p>write to <b>Hong</b> hong@a.example now</p><p><a href="mailto:hong@a.example" title="Hong">me</a>' +
        '<img src="https://t.example/?m=hong%40a.example&amp;n=Hong" alt="hong@a.example"></p>',
    );
    const before = masked.body;
    masked.maskWords('Hong');
    masked.maskWords('hong@a.example');
    const hidden = masked.body;
    expect(JSON.stringify(hidden)).not.toMatch(/hong/i);
    const outer = masked.maskWords('write to **** ************** now');
    expect(JSON.stringify(masked.body)).not.toMatch(/hong/i);
    const larger = masked.mask(0, masked.body.text.length);
    expect(masked.hidden.has(outer)).toBe(false);
    masked.unmask(larger);
    expect(masked.body).toEqual(before);
  });

  it('give nothing back of words that were purged beside them', () => {
    const masked = new Masked(
      '<p><a href="tel:01012345678" title="010 1234 5678">010 1234 5678</a></p>' +
        '<p><img src="https://t.example/?n=5678abcd-01012345" alt="010 1234 or 5678"></p>',
    );
    const neighbour = masked.maskWords('5678');
    const first = masked.maskWords('010 1234');
    masked.purge(first);
    expect(JSON.stringify([...masked.hidden.values()])).not.toMatch(/010|1234/);
    masked.unmask(neighbour);
    expect(masked.body.text).toBe('******** 5678\n\ufffc');
    expect(JSON.stringify(masked.body)).not.toMatch(/010|1234/);
  });

  it('give nothing of the subject back that was purged', () => {
    const piece = { words: 'Hong Gildong', length: 12, before: 0, behind: 0 };
    const masked = new Masked('<p>Hong Gildong, Gildong, Hong Gildong</p>');
    const [gone, part, same] = [
      [0, 12],
      [14, 7],
      [23, 12],
    ].map(([start, length]) => masked.mask(start ?? 0, length ?? 0));
    for (const heir of [part, same]) {
      const hidden = masked.hidden.get(heir ?? '');
      if (hidden) masked.hidden.set(heir ?? '', { ...hidden, subject: [piece] });
    }
    masked.purge(gone ?? '');
    expect([part, same].map((heir) => masked.hidden.get(heir ?? '')?.subject)).toEqual([[], [piece]]);
  });

  it('are made together as one by one', () => {
    const html =
      '<p><a href="tel:01012345678">010-1234-5678</a> a@b.example <a href="mailto:c@d.example"><b>a@b</b>.example</a></p><i title="a@b.example">x</i>';
    const one = new Masked(html);
    const places = [0, 14, 26].map((start, index) => ({ start, end: start + (index === 0 ? 13 : 11) }));
    const before = one.body;
    const mask = (id: string) => ({ id, category: null, by: { usercode: 'agent1', name: 'A' }, at: 1 });
    const wanted = [...places, { start: 20, end: 30 }].map((place, index) => ({
      ...place,
      mask: mask(`m${index + 1}`),
    }));
    const { body, hidden } = maskMany(before, wanted, 'per-character');
    const taken = [...hidden.values()].map(({ attributes }) => attributes.map(({ value }) => value));
    expect(taken).toEqual([['tel:01012345678'], ['a@b.example'], ['mailto:c@d.example']]);
    for (const { start, end } of places) one.mask(start, end - start);
    expect(body).toEqual(one.body);
    one.body = body;
    for (const [id, each] of hidden) one.hidden.set(id, each);
    for (const { id } of body.masks) one.unmask(id);
    expect(one.body).toEqual(before);
  });

  it('come and go in any order over any letter', () => {
    const words = fc.constantFrom('ab', ' ', '  c', 'd\n', '한글', '👩‍👩‍👧', 'e\u0301', '&nbsp;', '\u0301', '01 2');
    const inline = fc.constantFrom('b', 'i', 'a href="tel:012" title="ab"', 'span');
    const block = fc.constantFrom('p', 'div', 'pre', 'blockquote', 'li', 'td');
    const piece = fc.oneof(
      { weight: 5, arbitrary: words },
      { weight: 1, arbitrary: fc.constantFrom('<br>', '<img alt="ab" src="https://a.example/ab01 2">', '<hr>') },
      {
        weight: 3,
        arbitrary: fc
          .tuple(inline, fc.array(words))
          .map(([tag, text]) => `<${tag}>${text.join('')}</${tag.split(' ')[0]}>`),
      },
    );
    const html = fc
      .array(fc.tuple(block, fc.array(piece)))
      .map((blocks) => blocks.map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`).join('\n'));
    const step = fc.record({ from: fc.nat(40), length: fc.nat(12), fixed: fc.boolean(), away: fc.boolean() });
    fc.assert(
      fc.property(html, fc.array(step, { maxLength: 8 }), (source, steps) => {
        const masked = new Masked(source);
        const before = masked.body;
        for (const { from, length, fixed, away } of steps) {
          const present = masked.body.masks[from % Math.max(1, masked.body.masks.length)];
          if (away && present) masked.unmask(present.id);
          else {
            const refused = code(() => void masked.mask(from, length, fixed ? 'fixed' : 'per-character'));
            expect([undefined, 'mask_overlap', 'nothing_left']).toContain(refused);
          }
          const { text, masks } = masked.body;
          for (const mask of masks) expect(text.substr(mask.start, mask.length)).toMatch(/^[*\n\ufffc]+$/);
          expect(isStorable(masked.body)).toBe(true);
        }
        for (const { id } of masked.body.masks) masked.unmask(id);
        expect(masked.body).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('masked words elsewhere', () => {
  it.each([
    ['홍길동', '홍길동님 문의', '***님 문의'],
    ['葵', '佐藤葵様', '佐藤葵様'],
    ['佐藤葵', '佐藤葵様', '***様'],
    ['Lee', 'Lee님, Leeds, lee', '***님, Leeds, lee'],
    ['Kim\nKim Chulsoo', 'Kim Chulsoo called', '*********** called'],
    ['Kim Chulsoo\nChulsoo Lee', 'Kim Chulsoo Lee', '***************'],
    ['please call 010-1234-5678 today', 'is it 010-1234-5678?', 'is it *************?'],
    ['010-1234-5678', 'from 01012345678 or +82 10 1234 5678.', 'from *********** or +82 ************.'],
    ['Li', 'Li, Lin', 'Li, Lin'],
    ['123', 'order 123', 'order 123'],
  ])('are found: %j in %j', (words, text, starred) => {
    expect(new Words(words).starredIn(text)).toBe(starred);
  });

  it.each([
    ['홍길동', '홍길동님 문의', '***님 문의'],
    ['하나', '하나 더 보냅니다. 하나님께', '하나 더 보냅니다. ***께'],
    ['田中', '田中様、田中区', '***、田中区'],
    ['Lee', 'Lee, Leeds', '***, Leeds'],
    ['refund', 'a refund', 'a refund'],
    ['감사합니다.', '감사합니다.', '감사합니다.'],
    ['안녕하세요\n010-1234-5678\n감사합니다', '안녕하세요 01012345678 감사합니다', '안녕하세요 *********** 감사합니다'],
    ['Hello,\nI moved to 12 High Street\nBest regards', 'Best regards', 'Best regards'],
    ['Hello,\nI moved to 12 High Street\nBest regards', '> I moved to 12 High Street', '> *************************'],
    [
      'お世話になっております。\n何卒よろしくお願いいたします。\n佐藤',
      '何卒よろしくお願いいたします。',
      '何卒よろしくお願いいたします。',
    ],
    ['my number is EMP-123456\nok', 'see EMP-123456', 'see **********'],
  ])('are taken out of unsent texts where they are somebody’s: %j in %j', (masked, text, starred) => {
    const { lost, told } = unsentWords(masked, ['EMP-######']);
    expect(lost.starredIn(text)).toBe(starred);
    expect(told.saidBy('감사합니다. お世話になっております。 best regards')).toBe(false);
  });

  it('tell nothing of their length where a mask does not', () => {
    const words = new Words('홍길동');
    expect(words.starredIn('홍길동님', 'fixed')).toBe('********님');
    expect(coverHtml('<p>홍<b>길동</b>님</p>', words, 'fixed')).toBe('<p>********<b></b>님</p>');
  });

  it('are found in attributes and addresses, short names too', () => {
    const words = new Words('홍길동\nLee');
    expect(['?n=%ED%99%8D%EA%B8%B8%EB%8F%99', 'Lee', '/lee/1'].map((value) => words.repeatedBy(value))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['https://sleep.example/', '홍길'].map((value) => words.repeatedBy(value))).toEqual([false, false]);
    // What stands in two numbers of a line is none of it; addresses write them without anything between.
    const number = new Words('221234');
    expect(['2026-11-22 #123456', 'no 22-1234'].map((line) => number.saidBy(line))).toEqual([false, true]);
    expect(number.repeatedBy('?day=2026-11-22&no=123456')).toBe(true);
    expect([new Words('A').maybeIn('plan A: x'), new Words('A').maybeIn('plan AB')]).toEqual([true, false]);
  });

  it('come back into a subject in any order', () => {
    for (const style of ['per-character', 'fixed'] as const) {
      const before = 'RE: 홍길동 010-1234-5678 👍 called';
      for (const order of [
        [0, 1],
        [1, 0],
      ]) {
        const cuts: ReturnType<typeof cutSubject>[] = [];
        for (const words of ['홍길동', '010-1234-5678'])
          cuts.push(cutSubject(cuts.at(-1)?.subject ?? before, new Words(words), style));
        let subject = cuts.at(-1)?.subject ?? '';
        expect(subject).not.toMatch(/홍|\d/);
        for (const index of order) subject = restoredSubject(subject, cuts[index]?.pieces ?? []);
        expect(subject).toBe(before);
        expect(restoredSubject('another one', cuts[0]?.pieces ?? [])).toBe('another one');
      }
    }
  });

  it('are looked for once, however many they are', () => {
    const many = Array.from({ length: 300 }, (_, index) => `line ${index} of a thread`);
    const html = many.map((line) => `<p>&gt; ${line}</p>`).join('');
    const covered = coverHtml(html, new Words(many));
    expect(covered).not.toMatch(/line|thread/);
  });
});
