import { expect } from '@open-wc/testing';
import { rangeOf, stretchesIn } from '../../src/base/mask-ranges.js';
import { readBody } from '../../src/base/mask-shape.js';
import { renderBody } from '../../src/base/message-body.js';
import { selectedIn } from '../../src/base/selected-range.js';
import type { MaskSpan } from '../../src/domain/types.js';
import { projections } from '../support/projection-vectors.js';

const texts = {
  quoted: '인용문',
  blockedImage: '외부 이미지',
  linkWarning: ({ host }: { host: string }) => `→ ${host}`,
};

const boxes: HTMLElement[] = [];

/** A message in a shadow root, as a history shows it. */
async function shown(html: string, change: { blocked?: { node: number; url: string }[] } = {}): Promise<HTMLElement> {
  const host = document.createElement('div');
  const body = document.createElement('div');
  body.className = 'message-body';
  const stored = { html, text: '', styles: [], blocked: [], notes: [], ...change };
  const { signal } = new AbortController();
  body.append(await renderBody(stored, { texts, part: () => Promise.reject(new Error('none')), signal }));
  host.attachShadow({ mode: 'open' }).append(body);
  document.body.append(host);
  boxes.push(host);
  return body;
}

/** A text as it is, without markup. */
function plain(text: string): HTMLElement {
  const host = document.createElement('div');
  const body = document.createElement('div');
  body.className = 'message-body plain';
  body.textContent = text;
  host.attachShadow({ mode: 'open' }).append(body);
  document.body.append(host);
  boxes.push(host);
  return body;
}

/** The range between two marks in a message, which go. */
function marked(body: Element): Range {
  const range = document.createRange();
  const set = { '⟦': 'setStart', '⟧': 'setEnd' } as const;
  for (const mark of ['⟦', '⟧'] as const) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(mark);
      if (at < 0) continue;
      node.deleteData(at, 1);
      range[set[mark]](node, at);
      break;
    }
  }
  return range;
}

const span = (start: number, length: number): MaskSpan => ({
  id: `m${start}`,
  start,
  length,
  category: 'phone',
  state: 'masked',
  by: { usercode: 'agent1', name: '김상담' },
  at: 0,
});

/** What of a message with two marks in it would be masked. */
async function between(html: string, masks: readonly MaskSpan[] = []): Promise<readonly string[]> {
  const body = await shown(html);
  const range = marked(body);
  const { text } = readBody(body);
  return stretchesIn(body, { text, masks }, range).map(({ start, length }) => text.slice(start, start + length));
}

describe('offsets of a shown message', () => {
  afterEach(() => {
    for (const box of boxes.splice(0)) box.remove();
  });

  for (const [what, html, text] of projections) {
    it(`count as the server's do: ${what}`, async () => {
      expect(readBody(await shown(html || '<p></p>')).text).to.equal(text);
    });
  }

  it('count nothing that the reader put there', async () => {
    const quote = `<p>답변</p><blockquote><p>${'예전 글입니다. '.repeat(40)}</p></blockquote>`;
    const link = '<p>보세요 <a href="https://evil.example/">bank.example</a> 끝</p>';
    const body = await shown(link + quote);
    expect(body.querySelector('.link-warning')?.textContent).to.contain('evil.example');
    expect(body.querySelector('details summary')?.textContent).to.equal('인용문');
    expect(readBody(body).text)
      .to.match(/^보세요 bank\.example 끝\n답변\n예전 글/)
      .and.not.match(/인용문|evil/);
  });

  it('count an image that was not loaded as one, also where it was too small to be seen', async () => {
    const blocked = [0, 1].map((index) => ({ node: 1 + index, url: 'https://images.example/x.png' }));
    const body = await shown('<p>가<img alt="그림"><img width="1" height="1">나</p>', { blocked });
    expect(readBody(body).text).to.equal('가\ufffc\ufffc나');
  });

  it('are those of the text where that is shown as it is', () => {
    const text = ' 첫 줄\n\n  둘째\t줄 *** ';
    expect(readBody(plain(text)).text).to.equal(text);
  });
});

describe('a selection to be masked', () => {
  afterEach(() => {
    for (const box of boxes.splice(0)) box.remove();
  });

  const cases: readonly (readonly [what: string, html: string, words: readonly string[]])[] = [
    ['words of one sentence', '<p>전화는 ⟦010-1234-5678⟧입니다</p>', ['010-1234-5678']],
    ['over bold and a link', '<p>a⟦b<b>cd</b>e<a href="https://a.example/">f⟧g</a></p>', ['bcdef']],
    ['nested formatting', '<p>a<b>b⟦<i>c<u>d</u></i></b>⟧e</p>', ['cd']],
    ['several blocks', '<p>하⟦나</p><p>둘</p><ul><li>셋⟧넷</li></ul>', ['나\n둘\n셋']],
    ['blanks at its ends', '<p>하나⟦ <b>둘 </b>\n⟧</p><p>셋</p>', ['둘']],
    ['nothing but blanks', '<p>하나⟦ </p><p> ⟧둘</p>', []],
    ['Hangul', '<p>한⟦글 문⟧의</p>', ['글 문']],
    ['conjoining jamo', '<p>\u1112\u1161\u11ab⟦\u1100\u1173\u11af⟧\u1100\u1161</p>', ['글']],
    ['a syllable that is cut is taken whole', '<p>\u1112⟦\u1161⟧\u11ab</p>', ['한']],
    ['half-width katakana', '<p>ﾃｽﾄ ⟦ｶﾞ⟧ｲ</p>', ['ｶﾞ']],
    ['emoji with joiners', '<p>a⟦👩‍👩‍👧<i>🇰🇷</i>👍🏽⟧b</p>', ['👩‍👩‍👧🇰🇷👍🏽']],
    ['right to left', '<p dir="rtl">שלום <b>⟦عالم⟧ طيب</b></p>', ['عالم']],
    ['preformatted text', '<pre>one\n  t⟦wo\n  th⟧ree</pre>', ['wo\n  th']],
    ['cells', '<table><tbody><tr><td>이름</td><td>⟦홍길동</td><td>서울⟧시</td></tr></tbody></table>', ['홍길동\n서울']],
    ['spaces that collapse before it', '<p>  a \n\t b⟦c  d⟧e</p>', ['c d']],
    ['accents that compose', '<p>cafe\u0301 ⟦re\u0301sume\u0301⟧</p>', ['résumé']],
  ];
  for (const [what, html, words] of cases) {
    it(`is told as the server counts: ${what}`, async () => {
      expect(await between(html)).to.deep.equal(words);
    });
  }

  it('leaves out the hidden words of a closed fold between its ends', async () => {
    const quote = `<blockquote><p>${'예전 글입니다. '.repeat(40)}</p></blockquote>`;
    expect(await between(`<p>하⟦나</p>${quote}<p>둘⟧셋</p>`)).to.deep.equal(['나', '둘']);
  });

  it('is widened to whole masks, and is nothing where nothing but masks is in it', async () => {
    const html = '<p>전화 ***⟦**, 팩스 *⟧**** 끝</p>';
    expect(await between(html, [span(3, 5), span(13, 5)])).to.deep.equal(['*****, 팩스 *****']);
    expect(await between('<p>전화 *⟦***⟧* 끝</p>', [span(3, 5)])).to.deep.equal([]);
  });

  it('is nothing where the page shows another text than the entry has', async () => {
    const body = await shown('<p>하⟦나⟧</p>');
    expect(stretchesIn(body, { text: '다른 글', masks: [] }, marked(body))).to.deep.equal([]);
  });

  it('is found again by its offsets', async () => {
    const body = await shown('<p>a<b>\u1112\u1161\u11ab\u1100\u1173\u11af*****</b>b</p><p>c</p>');
    expect(readBody(body).text).to.equal('a한글*****b\nc');
    const found = (start: number, length: number): string => rangeOf(body, { start, length })!.toString();
    expect(found(3, 5)).to.equal('*****');
    expect(found(1, 2).normalize('NFC')).to.equal('한글');
    expect(found(8, 3)).to.equal('bc');
    expect(rangeOf(body, { start: 90, length: 2 })).to.equal(null);
  });
});

describe('what is selected in a shadow root', () => {
  afterEach(() => {
    document.getSelection()?.removeAllRanges();
    for (const box of boxes.splice(0)) box.remove();
  });

  it('is seen there, in whichever direction it was drawn', async () => {
    const body = await shown('<p>하나 둘 셋</p>');
    const root = body.getRootNode() as ShadowRoot;
    const words = body.querySelector('p')!.firstChild!;
    expect(selectedIn(root)).to.equal(null);
    document.getSelection()!.setBaseAndExtent(words, 3, words, 4);
    expect(selectedIn(root)?.toString()).to.equal('둘');
    document.getSelection()!.setBaseAndExtent(words, 4, words, 0);
    expect(selectedIn(root)?.toString()).to.equal('하나 둘');
    document.getSelection()!.removeAllRanges();
    expect(selectedIn(root)).to.equal(null);
  });

  it('is none where something else of the page is selected', async () => {
    const body = await shown('<p>하나</p>');
    const other = document.createElement('p');
    other.textContent = '밖';
    document.body.append(other);
    boxes.push(other);
    document.getSelection()!.selectAllChildren(other);
    expect(selectedIn(body.getRootNode() as ShadowRoot)).to.equal(null);
  });
});
