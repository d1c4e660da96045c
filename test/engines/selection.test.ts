import { expect, fixture, html } from '@open-wc/testing';
import { executeServerCommand, sendKeys, sendMouse } from '@web/test-runner-commands';
import { domShape, project } from '../../src/domain/projection.js';
import type { MaskRange } from '../../src/domain/masks.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { TicketHistory } from '../../src/elements/ticket-history/ticket-history.js';
import { MaskRequest, MaskSelectRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { anEntry, aTicket, hubWith, now } from '../support/open-ticket.js';
import { until } from '../support/until.js';

function message(id: number, markup: string): HistoryEntry {
  const box = document.createElement('template');
  box.innerHTML = markup;
  return anEntry(id, { html: markup, text: project<Node>(box.content, domShape).text });
}

const entries = [
  message(1, '<p>전화는 <b>010-1234</b>-<a href="https://a.example/">5678</a>입니다.</p><p>둘째 줄 👩‍👩‍👧 끝</p>'),
  message(2, '<p>카드 번호는 다음에 알려 드립니다.</p>'),
];

async function mount(shown = entries): Promise<{ hub: FakeHub; history: TicketHistory }> {
  const hub = hubWith(aTicket(), shown);
  await import('../../src/elements/ticket-history/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-history></ticket-history></fake-hub>`);
  const history = box.querySelector<TicketHistory>('ticket-history')!;
  history.style.height = '500px';
  await until(() => history.shadowRoot!.querySelectorAll('.message-body p').length === 3, 'the messages');
  await atRest(history);
  return { hub, history };
}

/** Waits until nothing moves any more that a pointer is to meet. */
async function atRest(history: TicketHistory): Promise<void> {
  for (let [same, last] = [0, '']; same < 5;) {
    await new Promise((painted) => requestAnimationFrame(painted));
    const place = JSON.stringify(boxOf(history, '알려'));
    same = place === last ? same + 1 : 0;
    last = place;
  }
}

/** Box of some words of the history, where a pointer meets them. */
function boxOf(history: TicketHistory, words: string): DOMRect {
  for (const body of history.shadowRoot!.querySelectorAll('.message-body')) {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      return range.getBoundingClientRect();
    }
  }
  throw new Error(`"${words}" is nowhere`);
}

type Point = [x: number, y: number];
const before = ({ left, top, height }: DOMRect): Point => [Math.ceil(left), Math.round(top + height / 2)];
const behind = ({ right, top, height }: DOMRect): Point => [Math.floor(right), Math.round(top + height / 2)];

async function drag(from: Point, to: Point): Promise<void> {
  await sendMouse({ type: 'move', position: from });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [Math.round((from[0] + to[0]) / 2), to[1]] });
  await sendMouse({ type: 'move', position: to });
  await sendMouse({ type: 'up' });
}

async function tap(target: Element): Promise<void> {
  const { left, top, width, height } = target.getBoundingClientRect();
  await executeServerCommand('tap', { x: left + width / 2, y: top + height / 2 });
}

const rangesIn = (hub: FakeHub): readonly MaskRange[] => hub.asked(MaskSelectRequest).at(-1)?.selection?.ranges ?? [];

/** The words that offsets stand for, message by message. */
const wordsIn = (hub: FakeHub): string[] =>
  rangesIn(hub).map(({ entryId, start, length }) => {
    const { text } = entries.find(({ id }) => id === entryId)!;
    return text.slice(start, start + length);
  });

async function told(hub: FakeHub, words: readonly string[]): Promise<void> {
  const isTold = (): boolean => JSON.stringify(wordsIn(hub)) === JSON.stringify(words);
  await until(isTold, `"${words.join(' | ')}"`).catch(() => expect(wordsIn(hub)).to.deep.equal(words));
}

describe('what is to be masked', () => {
  afterEach(() => document.getSelection()?.removeAllRanges());

  it('is what the mouse drew, over formats and a link, in either direction', async () => {
    const { hub, history } = await mount();
    const [from, to] = [before(boxOf(history, '010')), behind(boxOf(history, '5678'))];
    await drag(from, to);
    await told(hub, ['010-1234-5678']);
    expect(rangesIn(hub)).to.deep.equal([{ entryId: 1, bodyVersion: 1, start: 4, length: 13 }]);
    await until(() => history.shadowRoot!.querySelector('.quoting') !== null, 'the button that quotes');
    await drag(behind(boxOf(history, '입니다')), before(boxOf(history, '전화는')));
    await told(hub, ['전화는 010-1234-5678입니다']);
  });

  it('is what the mouse drew over lines, whole letters of them, and over messages', async () => {
    const { hub, history } = await mount();
    await drag(before(boxOf(history, '입니다.')), behind(boxOf(history, '👩‍👩‍👧')));
    await told(hub, ['입니다.\n둘째 줄 👩‍👩‍👧']);
    await drag(before(boxOf(history, '끝')), behind(boxOf(history, '카드')));
    await told(hub, ['끝', '카드']);
  });

  it('is what Shift and an arrow add to it', async () => {
    const { hub, history } = await mount();
    await drag(before(boxOf(history, '번호는')), behind(boxOf(history, '번호는')));
    await told(hub, ['번호는']);
    await sendKeys({ down: 'Shift' });
    for (const _ of ' 다음') await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Shift' });
    await told(hub, ['번호는 다음']);
  });

  it('is nothing any more once the page is pressed elsewhere', async () => {
    const { hub, history } = await mount();
    await drag(before(boxOf(history, '카드')), behind(boxOf(history, '번호는')));
    await told(hub, ['카드 번호는']);
    await sendMouse({ type: 'click', position: before(boxOf(history, '둘째')) });
    await told(hub, []);
  });

  it('is what a finger drew by the handles of a selection, of which only the document hears', async () => {
    const { hub, history } = await mount();
    const words = [...history.shadowRoot!.querySelectorAll('.message-body p')].at(-1)!;
    const node = words.firstChild as Text;
    const touch = (type: string): boolean =>
      words.dispatchEvent(new PointerEvent(type, { pointerType: 'touch', bubbles: true, composed: true }));
    touch('pointerdown');
    // A long press chooses a word; the finger that moves the handles is the browser's.
    touch('pointercancel');
    for (const end of [2, 4, 6]) {
      document.getSelection()!.setBaseAndExtent(node, 0, node, end);
      await new Promise((painted) => requestAnimationFrame(painted));
    }
    await told(hub, ['카드 번호는']);
  });

  it('is chosen by two fingertips among the words of a message', async () => {
    const { hub, history } = await mount();
    const root = history.shadowRoot!;
    await tap(root.querySelectorAll('.choosing')[1]!);
    const option = (word: string) =>
      [...root.querySelectorAll('[role=option]')].find((one) => one.textContent === word);
    await until(() => option('카드') !== undefined, 'the words');
    await tap(option('카드')!);
    await tap(option('번호는')!);
    await tap([...root.querySelectorAll('.words-foot button')].at(-1)!);
    await until(() => hub.asked(MaskRequest).length === 1, 'the mask');
    expect(hub.asked(MaskRequest)[0]!.ranges).to.deep.equal([{ entryId: 2, bodyVersion: 1, start: 0, length: 6 }]);
  });

  it('is chosen by arrows and Shift', async () => {
    const { hub, history } = await mount();
    const root = history.shadowRoot!;
    root.querySelector<HTMLElement>('.entry')!.focus();
    root.querySelector<HTMLElement>('.choosing')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => root.activeElement?.getAttribute('role') === 'listbox', 'the words');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await until(() => hub.asked(MaskRequest).length === 1, 'the mask');
    expect(hub.asked(MaskRequest)[0]!.ranges).to.deep.equal([{ entryId: 1, bodyVersion: 1, start: 4, length: 16 }]);
  });
});

describe('a mask', () => {
  it('is one thing to press, whatever formats it runs over', async () => {
    const html = '<p>전화는 <b>****</b>***<a href="https://a.example/">*</a>입니다.</p><p>끝</p>';
    const by = { usercode: 'agent2', name: '이상담' };
    const span = { id: 'm1', start: 4, length: 8, category: 'phone', state: 'masked', by, at: now } as const;
    const masked = { ...message(1, html), masks: [span], bodyVersion: 2 };
    const { history } = await mount([masked, entries[1]!]);
    const root = history.shadowRoot!;
    await until(() => root.querySelector('.mask') !== null, 'the asterisks');
    const buttons = [...root.querySelectorAll<HTMLElement>('.mask[role=button]')];
    expect(buttons.map((button) => button.getAttribute('aria-label'))).to.deep.equal(['마스킹됨: 전화번호, 8자']);
    buttons[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await until(
      () => Boolean(root.querySelector('mask-dialog')?.shadowRoot?.querySelector('dialog[open]')),
      'the question',
    );
  });
});
