import { expect } from '@open-wc/testing';
import { MessageWords } from '../../src/base/mask-words.js';
import { WordList } from '../../src/elements/ticket-history/word-list.js';
import { anEntry } from '../support/open-ticket.js';

describe('the words of a long message', () => {
  const line = '제 번호는 010-1234-5678이고 카드는 4111 1111 1111 1111입니다.\n';
  const text = line.repeat(Math.ceil(1_000_000 / line.length));
  let list: WordList;

  const press = (key: string, shiftKey = false): void => {
    list.element.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey }));
  };
  const chosen = () => [...list.element.querySelectorAll('[aria-selected=true]')].map((option) => option.textContent);

  beforeEach(() => {
    const entry = anEntry(1, { text });
    list = new WordList(entry, { language: 'ko', nameOf: () => '', onChange: () => undefined });
    document.body.append(list.element);
  });
  afterEach(() => list.element.remove());

  it('are shown in parts that a page can bear, whole and in order', () => {
    const { parts } = list.shown;
    let read = '';
    for (let part = 1; part < 4; part++) {
      expect(list.shown).to.deep.equal({ part, parts });
      expect(list.element.children.length).to.be.below(4_000);
      read += list.element.textContent;
      list.turn(1);
    }
    expect(text.startsWith(read)).to.equal(true);
    expect(read.length).to.be.above(10_000);
  });

  it('are gone through by arrows, to both ends, and chosen over the parts', () => {
    press('End');
    expect([list.shown.part, chosen()]).to.deep.equal([list.shown.parts, ['.']]);
    press('Home', true);
    expect(list.shown.part).to.equal(1);
    expect(list.chosen).to.deep.equal({ start: 0, length: text.lastIndexOf('.') + 1 });
    expect(list.count).to.equal(null);
    press('Home');
    expect([list.count, chosen()]).to.deep.equal([1, ['제']]);
    list.turn(1);
    const first = list.element.querySelector<HTMLElement>('[role=option]')!;
    first.click();
    const start = list.chosen!.start;
    press('ArrowLeft', true);
    expect(list.shown.part).to.equal(1);
    expect(list.count).to.equal(2);
    expect(list.chosen!.start).to.be.below(start);
    press('ArrowRight');
    expect([list.shown.part, list.chosen!.start]).to.deep.equal([2, start]);
  });

  it('are chosen by the first and the last, pressed in two parts', () => {
    list.element.querySelector<HTMLElement>('[role=option]')!.click();
    list.turn(1);
    expect(list.count).to.equal(1);
    list.element.querySelector<HTMLElement>('[role=option]')!.click();
    expect(list.chosen?.start).to.equal(0);
    expect(chosen()).to.have.lengthOf(1);
    const { start, length } = list.chosen!;
    list.choose({ start: start + 2, length: length - 2 });
    expect(list.chosen).to.deep.equal({ start: 2, length: length - 2 });
  });

  it('are not cut where a part ends, and letters neither', () => {
    const wordsOf = (message: string): string[] => {
      const words = new MessageWords({ text: message, masks: [] }, 'ko', 20);
      const all = words.parts.flatMap((_, part) => words.of(part));
      return all.map(({ start, length }) => message.slice(start, start + length));
    };
    expect(wordsOf('접속한 주소를 알려 드립니다 10.20.30.40 확인')).to.include('10.20.30.40');
    const family = '👨‍👩‍👧';
    expect(new Set(wordsOf(family.repeat(9)))).to.deep.equal(new Set([family]));
  });
});
