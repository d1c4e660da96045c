import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { domShape, project } from '../../src/domain/projection.js';
import { isToldElsewhere } from '../../src/base/told-here.js';
import type { HistoryEntry, MaskSpan } from '../../src/domain/types.js';
import type { MaskDialog } from '../../src/elements/mask-dialog/mask-dialog.js';
import type { TicketHistory } from '../../src/elements/ticket-history/ticket-history.js';
import { AnswerInsertRequest, MaskRequest, MaskSelectRequest } from '../../src/events/requests.js';
import { moreTextsIn, textsIn, type FakeHub } from '../support/fake-hub.js';
import { anEntry, aSession, aTicket, hubWith, now } from '../support/open-ticket.js';
import { until } from '../support/until.js';

/** Waits until there is something, and answers it. */
async function found<T>(look: () => T | null | undefined): Promise<T> {
  await until(() => Boolean(look()));
  return look()!;
}

async function pressWith(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

const secret = '010-9876-0042';
const { ticketId } = aTicket();

function mask(start: number, length: number, change: Partial<MaskSpan> = {}): MaskSpan {
  const by = { usercode: 'agent2', name: '이상담' };
  return { id: `m${start}`, start, length, category: 'phone', state: 'masked', by, at: now - 60_000, ...change };
}

/** A message with the text that the server would count in it. */
function message(id: number, markup: string, change: Partial<HistoryEntry> = {}): HistoryEntry {
  const box = document.createElement('template');
  box.innerHTML = markup;
  return anEntry(id, { html: markup, text: project<Node>(box.content, domShape).text, ...change });
}

const masked = message(1, '<p>전화는 *************입니다.</p>', { masks: [mask(4, 13)], bodyVersion: 2 });

async function mount(hub: FakeHub): Promise<TicketHistory> {
  await import('../../src/elements/ticket-history/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-history></ticket-history></fake-hub>`);
  const element = box.querySelector<TicketHistory>('ticket-history')!;
  element.style.height = '500px';
  await element.updateComplete;
  return element;
}

/** A history in which the masks stand already. */
async function withMasks(hub: FakeHub): Promise<TicketHistory> {
  const element = await mount(hub);
  await until(() => marks(element).length > 0);
  return element;
}

const root = (element: TicketHistory): ShadowRoot => element.shadowRoot!;
const marks = (element: TicketHistory) => [...root(element).querySelectorAll<HTMLElement>('.mask')];
const body = (element: TicketHistory, index = 0) =>
  root(element).querySelectorAll<HTMLElement>('.message-body')[index]!;
const shown = (element: TicketHistory) => root(element).querySelector('.revealed')?.textContent ?? null;
const list = (element: TicketHistory) => root(element).querySelector<HTMLElement>('[role=listbox]')!;
const chosen = (element: TicketHistory) =>
  [...root(element).querySelectorAll('[aria-selected=true]')].map((option) => option.textContent);
const announced = (element: TicketHistory) => root(element).querySelector('.bar [role=status]')!.textContent;

function setHistory(hub: FakeHub, ...value: HistoryEntry[]): void {
  hub.tickets.$history.set({ status: 'ready', value });
}

function select(from: [Node, number], to: [Node, number]): void {
  document.getSelection()!.setBaseAndExtent(...from, ...to);
}

/** Opens the dialog of the first mask, and answers it. */
async function reveal(hub: FakeHub, element: TicketHistory, text = secret): Promise<void> {
  hub.masks.reveal = () => Promise.resolve({ text, ttl: 30 });
  marks(element)[0]!.click();
  const dialog = await found(() => root(element).querySelector<MaskDialog>('mask-dialog'));
  (await found(() => dialog.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]'))).click();
  await until(() => shown(element) !== null);
}

/** Everything that a page could read of an element and of its hub. */
function everything(hub: FakeHub): string {
  const roots = (node: ParentNode): string =>
    [...node.querySelectorAll('*')]
      .map((each) => each.outerHTML + (each.shadowRoot ? each.shadowRoot.innerHTML + roots(each.shadowRoot) : ''))
      .join('');
  const stores = Object.values(hub)
    .filter((topic) => typeof topic === 'object')
    .flatMap((topic) => Object.values(topic as object))
    .map((store) => JSON.stringify((store as { value?: unknown }).value) ?? '');
  return roots(document) + stores.join('') + JSON.stringify(hub.requests);
}

describe('ticket-history, masks', () => {
  afterEach(() => document.getSelection()?.removeAllRanges());

  it('is one thing to press with a name, whatever formats and links it runs over, and asterisks to copy', async () => {
    const markup = '<p>a<b>**</b>*<a href="https://a.example/">**b</a><i>*</i></p>';
    const hub = hubWith(aTicket(), [message(1, markup, { masks: [mask(1, 5), mask(7, 1, { category: null })] })]);
    const element = await withMasks(hub);
    const buttons = [...body(element).querySelectorAll<HTMLElement>('[role=button]')];
    expect(buttons.map((button) => button.ariaLabel)).to.deep.equal([
      '마스킹됨: 전화번호, 5자',
      '마스킹됨: 개인정보, 1자',
    ]);
    expect(buttons.every((button) => button.tabIndex === 0 && !button.translate)).to.equal(true);
    const others = marks(element).filter((mark) => !buttons.includes(mark));
    expect(others.every((mark) => mark.ariaHidden === 'true' && !mark.closest('a'))).to.equal(true);
    expect(body(element).querySelector('a')!.textContent).to.equal('b');
    expect(body(element).textContent).to.equal('a*****b*');
    expect(root(element).querySelector('.foot')!.textContent).to.contain('이상담 님이 2곳을 마스킹함 (전화번호');
    await expect(element).to.be.accessible();
  });

  it('says of what was deleted for good that it is, without anything to press', async () => {
    const hub = hubWith(aTicket(), [{ ...masked, masks: [mask(4, 13, { state: 'purged' })] }]);
    const element = await withMasks(hub);
    expect(body(element).querySelector('[role=button], [tabindex]')).to.equal(null);
    expect(body(element).querySelector('[role=img]')!.ariaLabel).to.equal('원문 영구 삭제됨: 전화번호, 13자');
    expect(root(element).querySelector('.foot')!.textContent).to.contain('그중 1곳은 원문이 영구 삭제되었습니다.');
    await expect(element).to.be.accessible();
  });

  it('draws them in a message that is shown as text, and in another language', async () => {
    const entry = { ...masked, blocked: [null as never] };
    const hub = hubWith(aTicket(), [entry]);
    const element = await withMasks(hub);
    expect(body(element).classList.contains('plain')).to.equal(true);
    hub.text.$language.set('en');
    hub.text.$texts.set(textsIn('en'));
    hub.text.$more.set(moreTextsIn('en'));
    await until(() => marks(element)[0]?.ariaLabel === 'Masked: phone number, 13 characters');
    await until(() => root(element).querySelector('.foot')!.textContent!.includes('1 part masked by 이상담'));
  });

  it('draws nothing where the page shows another text than the server has', async () => {
    const element = await mount(hubWith(aTicket(), [{ ...masked, text: '다른 ************* 글' }, masked]));
    await until(() => marks(element).length > 0);
    expect(marks(element).map((mark) => mark.closest('.message-body'))).to.deep.equal([body(element, 1)]);
  });

  it('draws a message again that changed, keeping the place, the focus and what is selected in it', async () => {
    const quote = `<blockquote><p>${'예전 글입니다. '.repeat(40)}</p></blockquote>`;
    const before = message(1, `<p>하나 ************* 둘</p><p>셋 넷</p>${quote}`, { masks: [mask(3, 13)] });
    const hub = hubWith(aTicket(), [before, message(2, '<p>다른 글</p>')]);
    const element = await withMasks(hub);
    const other = body(element, 1).firstChild;
    body(element).querySelector('details')!.open = true;
    marks(element)[0]!.focus();
    const words = body(element).querySelectorAll('p')[1]!.firstChild!;
    select([words, 2], [words, 3]);
    const [first] = await found(() => hub.asked(MaskSelectRequest).at(-1)?.selection?.ranges ?? null);
    expect(first).to.deep.equal({ entryId: 1, bodyVersion: 1, start: 21, length: 1 });
    const after = message(1, `<p>** ************* 둘</p><p>셋 넷</p>${quote}`, {
      masks: [mask(0, 2), mask(3, 13)],
      bodyVersion: 2,
    });
    setHistory(hub, after, message(2, '<p>다른 글</p>'));
    await until(() => marks(element).length === 2);
    expect(root(element).activeElement).to.equal(marks(element)[1]);
    expect(body(element).querySelector('details')!.open).to.equal(true);
    expect(body(element, 1).firstChild).to.equal(other);
    const told = await found(() => {
      const ranges = hub.asked(MaskSelectRequest).at(-1)?.selection?.ranges;
      return ranges?.[0]?.bodyVersion === 2 ? ranges : null;
    });
    expect(told).to.deep.equal([{ entryId: 1, bodyVersion: 2, start: 21, length: 1 }]);
  });

  const dialogOf = (element: TicketHistory): ShadowRoot =>
    root(element).querySelector<MaskDialog>('mask-dialog')!.shadowRoot!;
  const asking = (element: TicketHistory) =>
    found(() => root(element).querySelector('mask-dialog')?.shadowRoot!.querySelector('dialog'));

  it('keeps the keyboard in the message whose mask was purged, or drawn again behind the question', async () => {
    const hub = hubWith(aTicket(), [masked]);
    const element = await withMasks(hub);
    marks(element)[0]!.focus();
    setHistory(hub, { ...masked, masks: [mask(4, 13, { state: 'purged' })], bodyVersion: 3 });
    await until(() => marks(element)[0]!.getAttribute('role') === 'img');
    expect(root(element).activeElement).to.equal(root(element).querySelector('.entry'));
    setHistory(hub, { ...masked, bodyVersion: 4 });
    await until(() => marks(element)[0]!.getAttribute('role') === 'button');
    const former = marks(element)[0]!;
    former.click();
    await asking(element);
    setHistory(
      hub,
      message(1, '<p>** 전화는 *************입니다.</p>', { masks: [mask(7, 13, { id: 'm4' })], bodyVersion: 5 }),
    );
    await until(() => !former.isConnected);
    await sendKeys({ press: 'Escape' });
    expect(root(element).activeElement).to.equal(marks(element)[0]);
  });

  it('opens for a press without a pointer whatever is selected, and for one beside what is selected', async () => {
    const hub = hubWith(aTicket(), [masked, message(2, '<p>둘째 글</p>')]);
    const element = await withMasks(hub);
    const press = (detail: number) =>
      marks(element)[0]!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
    const other = body(element, 1).querySelector('p')!.firstChild!;
    select([other, 0], [other, 2]);
    press(1);
    await asking(element);
    await sendKeys({ press: 'Escape' });
    const own = body(element).querySelector('p')!;
    select([own, 0], [own, own.childNodes.length]);
    press(1);
    await element.updateComplete;
    expect(dialogOf(element).querySelector('dialog')).to.equal(null);
    press(0);
    await asking(element);
  });

  it('copies and quotes asterisks, also while the original is shown', async () => {
    const hub = hubWith(aTicket(), [masked]);
    const element = await withMasks(hub);
    await reveal(hub, element);
    await until(() => !root(element).querySelector('mask-dialog')!.shadowRoot!.querySelector('dialog'));
    const paragraph = body(element).querySelector('p')!;
    select([paragraph, 0], [paragraph, paragraph.childNodes.length]);
    const carriers = [
      ['copy', 'clipboardData'],
      ['dragstart', 'dataTransfer'],
    ] as const;
    for (const [type, carrier] of carriers) {
      const data = new DataTransfer();
      const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
      Object.defineProperty(event, carrier, { value: data });
      paragraph.dispatchEvent(event);
      expect(data.getData('text/plain'), type).to.equal('전화는 *************입니다.');
      expect(data.getData('text/html'), type).to.contain('전화는 *************입니다.');
    }
    // A browser's own copying comes to the same handler.
    let isTaken = false;
    document.addEventListener('copy', (event) => (isTaken = event.defaultPrevented), { once: true });
    await pressWith('Control', 'c');
    expect(isTaken).to.equal(true);
    root(element)
      .querySelector('.scroller')!
      .dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    (await found(() => root(element).querySelector<HTMLButtonElement>('.quoting'))).click();
    expect(hub.asked(AnswerInsertRequest)[0]!.html).to.contain('<blockquote>전화는 *************입니다.</blockquote>');
  });
});

describe('ticket-history, originals', () => {
  const hidden = (value: boolean): void =>
    void Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });

  afterEach(() => hidden(false));

  it('shows an original to who asked, says so without speaking it, and leaves no trace of it', async () => {
    const hub = hubWith(aTicket(), [masked]);
    const element = await withMasks(hub);
    const before = hub.requests.length;
    await reveal(hub, element);
    expect(shown(element)).to.equal(secret);
    expect(body(element).querySelector('.stars')!.checkVisibility()).to.equal(false);
    expect(marks(element)[0]!.ariaLabel).to.equal('원문 표시 중: 전화번호. 누르면 다시 가립니다.');
    await until(() => announced(element)!.includes('30초 동안'));
    expect(announced(element)).not.to.contain(secret);
    await expect(element).to.be.accessible();
    await until(() => root(element).activeElement === marks(element)[0]);
    await sendKeys({ press: 'Enter' });
    expect(shown(element)).to.equal(null);
    await until(() => announced(element)!.includes('다시 가렸습니다'));
    expect(everything(hub).includes(secret)).to.equal(false);
    expect(hub.requests.length).to.equal(before);
    expect(body(element).textContent).to.equal('전화는 *************입니다.');
  });

  const ends: readonly (readonly [string, (hub: FakeHub, element: TicketHistory) => unknown])[] = [
    ['Escape', () => sendKeys({ press: 'Escape' })],
    ['another ticket', (hub) => hub.tickets.$currentId.set('T1763700000000XyZ99')],
    ['a hidden page', () => (hidden(true), document.dispatchEvent(new Event('visibilitychange')))],
    ['leaving the page', () => window.dispatchEvent(new Event('pagehide'))],
    ['printing', () => window.dispatchEvent(new Event('beforeprint'))],
    ['the element going', (_, element) => element.remove()],
    [
      'another agent',
      (hub) => hub.session.$session.set({ status: 'ready', value: aSession({ usercode: 'agent9', name: '최상담' }) }),
    ],
    ['a change of the message', (hub) => setHistory(hub, { ...masked, bodyVersion: 3 })],
  ];
  for (const [what, end] of ends) {
    it(`hides it again with ${what}`, async () => {
      const hub = hubWith(aTicket(), [masked]);
      const element = await withMasks(hub);
      await reveal(hub, element);
      await end(hub, element);
      await until(() => shown(element) === null);
      expect((everything(hub) + root(element).innerHTML).includes(secret)).to.equal(false);
    });
  }

  for (const clock of [performance, Date]) {
    it(`hides it when its time is over by ${clock === Date ? 'the hour' : 'the time that passed'}`, async () => {
      const hub = hubWith(aTicket(), [masked]);
      const element = await withMasks(hub);
      const { now } = clock;
      try {
        await reveal(hub, element);
        const since = now.call(clock);
        clock.now = () => since + 31_000;
        await until(() => shown(element) === null);
        expect(everything(hub).includes(secret)).to.equal(false);
      } finally {
        clock.now = now;
      }
    });
  }

  it('shows it for a minute at most, and not without a time', async () => {
    const { Reveal } = await import('../../src/elements/ticket-history/reveal.js');
    const mark = await fixture<HTMLElement>(html`<span></span>`);
    const original = new Reveal(() => undefined);
    const words = { name: '', left: (seconds: number) => `${seconds}` };
    const seconds = [86_400, 30, NaN, undefined as never].map((ttl) =>
      original.show([mark], { text: secret, ttl }, words),
    );
    expect(seconds).to.deep.equal([60, 30, 0, 0]);
    expect(mark.parentElement!.textContent).not.to.contain(secret);
  });

  it('says that it was not shown where it came to a hidden page', async () => {
    const hub = hubWith(aTicket(), [masked]);
    const element = await withMasks(hub);
    hub.masks.reveal = () => (hidden(true), Promise.resolve({ text: secret, ttl: 30 }));
    marks(element)[0]!.click();
    const dialog = await found(() => root(element).querySelector<MaskDialog>('mask-dialog'));
    (await found(() => dialog.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]'))).click();
    await until(() => dialog.shadowRoot!.textContent!.includes('원문을 표시하지 않았습니다.'));
    expect(announced(element)).not.to.contain('표시합니다');
    expect(everything(hub).includes(secret)).to.equal(false);
  });

  it('shows none that comes after another ticket was opened', async () => {
    const hub = hubWith(aTicket(), [masked]);
    const element = await withMasks(hub);
    let answer!: (value: { text: string; ttl: number }) => void;
    hub.masks.reveal = () => new Promise((settle) => (answer = settle));
    marks(element)[0]!.click();
    const dialog = await found(() => root(element).querySelector('mask-dialog'));
    (await found(() => dialog.shadowRoot!.querySelector<HTMLButtonElement>('[type=submit]'))).click();
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    answer({ text: secret, ttl: 30 });
    await element.updateComplete;
    expect(shown(element)).to.equal(null);
    expect(everything(hub).includes(secret)).to.equal(false);
  });
});

describe('ticket-history, what is to be masked', () => {
  afterEach(() => document.getSelection()?.removeAllRanges());

  const last = (hub: FakeHub) => hub.asked(MaskSelectRequest).at(-1)?.selection;

  it('tells where the selected words of each message stand, and that nothing is selected any more', async () => {
    const hub = hubWith(aTicket(), [message(1, '<p>전화 <b>010</b>-1234</p>'), message(2, '<p>둘째 글</p>')]);
    const element = await mount(hub);
    await until(() => root(element).querySelectorAll('.message-body p').length === 2);
    const bold = body(element).querySelector('b')!.firstChild!;
    select([bold, 1], [body(element, 1).querySelector('p')!.firstChild!, 2]);
    await found(() => last(hub));
    expect(last(hub)).to.deep.equal({
      ticketId,
      ranges: [
        { entryId: 1, bodyVersion: 1, start: 4, length: 7 },
        { entryId: 2, bodyVersion: 1, start: 0, length: 2 },
      ],
    });
    document.getSelection()!.removeAllRanges();
    await until(() => last(hub) === null);
  });

  it('tells nothing to who may not mask, and offers no other way to it', async () => {
    for (const isOff of [true, false]) {
      const hub = hubWith(aTicket(), [message(1, '<p>전화 010</p>')]);
      const session = aSession();
      const permissions = { ...session.agent.permissions, mask: isOff };
      const capabilities = { ...session.capabilities, security: !isOff };
      const value = { ...session, agent: { ...session.agent, permissions }, capabilities };
      hub.session.$session.set({ status: 'ready', value });
      const element = await mount(hub);
      await found(() => root(element).querySelector('.message-body p'));
      const words = body(element).querySelector('p')!.firstChild!;
      select([words, 0], [words, 2]);
      root(element)
        .querySelector('.scroller')!
        .dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      await found(() => root(element).querySelector('.quoting'));
      expect(hub.asked(MaskSelectRequest)).to.have.length(0);
      expect(root(element).querySelector('.choosing')).to.equal(null);
    }
  });
});

describe('ticket-history, masking without dragging', () => {
  const entry = message(1, '<p>전화는 010-9876-0042이고</p><p>카드는 <b>없음</b></p>');

  async function choosing(hub: FakeHub): Promise<TicketHistory> {
    const element = await mount(hub);
    await found(() => root(element).querySelector('.message-body p'));
    root(element).querySelector<HTMLButtonElement>('.choosing')!.click();
    await found(() => list(element));
    return element;
  }

  it('reads a message as words, by arrows and Shift, and masks with Enter', async () => {
    const hub = hubWith(aTicket(), [entry]);
    const element = await choosing(hub);
    expect(root(element).activeElement).to.equal(list(element));
    expect(body(element).checkVisibility()).to.equal(false);
    expect(list(element).textContent).to.equal(entry.text);
    await sendKeys({ press: 'ArrowRight' });
    expect(chosen(element)).to.deep.equal([secret]);
    expect(root(element).getElementById(list(element).getAttribute('aria-activedescendant')!)!.textContent).to.equal(
      secret,
    );
    await pressWith('Shift', 'ArrowRight');
    expect(chosen(element)).to.deep.equal([secret, '이고']);
    expect(root(element).querySelector('.words-count')!.textContent).to.equal('단어 2개 선택');
    await pressWith('Shift', 'ArrowLeft');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    const [request] = hub.asked(MaskRequest);
    expect(request).to.deep.include({
      ticketId,
      ranges: [{ entryId: 1, bodyVersion: 1, start: 4, length: 13 }],
      manner: {},
    });
    const task = { id: request!.id, ticketId, action: 'mask', state: 'running' } as const;
    hub.work.$tasks.set([task]);
    const text = entry.text.replace(secret, '*'.repeat(13));
    setHistory(hub, {
      ...entry,
      html: entry.html.replace(secret, '*'.repeat(13)),
      text,
      masks: [mask(4, 13)],
      bodyVersion: 2,
    });
    hub.work.$tasks.set([]);
    await found(() => marks(element)[0]);
    await until(() => root(element).activeElement === marks(element)[0]);
    expect(list(element)).to.equal(null);
    await until(() => announced(element) === '마스킹했습니다.');
  });

  it('is left by Escape, and goes to the ends by Home and End', async () => {
    const element = await choosing(hubWith(aTicket(), [entry]));
    await sendKeys({ press: 'End' });
    expect(chosen(element)).to.deep.equal(['없음']);
    await pressWith('Shift', 'Home');
    expect(chosen(element)).to.have.length(5);
    await sendKeys({ press: 'ArrowUp' });
    expect(chosen(element)).to.deep.equal(['전화는']);
    await sendKeys({ press: 'ArrowDown' });
    expect(chosen(element)).to.deep.equal(['카드는']);
    await sendKeys({ press: 'Escape' });
    expect(list(element)).to.equal(null);
    expect(body(element).checkVisibility()).to.equal(true);
    expect(root(element).activeElement).to.equal(root(element).querySelector('.entry'));
  });

  it('is done by two presses: the first word and the last', async () => {
    const hub = hubWith(aTicket(), [entry]);
    const element = await choosing(hub);
    const option = (word: string) =>
      [...root(element).querySelectorAll<HTMLElement>('[role=option]')].find((one) => one.textContent === word)!;
    option('카드는').click();
    option(secret).click();
    expect(chosen(element)).to.deep.equal([secret, '이고', '카드는']);
    [...root(element).querySelectorAll<HTMLButtonElement>('.words-foot button')].at(-1)!.click();
    expect(hub.asked(MaskRequest)[0]!.ranges).to.deep.equal([{ entryId: 1, bodyVersion: 1, start: 4, length: 19 }]);
  });

  it('says why nothing was masked, and keeps the choice where the words are still there', async () => {
    const { DeskError } = await import('../../src/base/desk-error.js');
    const hub = hubWith(aTicket(), [entry]);
    const element = await choosing(hub);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    const { id } = hub.asked(MaskRequest)[0]!;
    hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'running' }]);
    const error = new DeskError('conflict', 'other version');
    hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'failed', error }]);
    const problem = await found(() => root(element).querySelector('.words-problem'));
    expect(problem.textContent).to.contain('마스킹하지 못했습니다.');
    setHistory(hub, message(1, '<p>전화는 010-9876-0042이고</p><p>카드는 <b>** 있음</b></p>', { bodyVersion: 2 }));
    await until(() => list(element).textContent!.includes('있음'));
    expect(chosen(element)).to.deep.equal([secret]);
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(MaskRequest).at(-1)!.ranges).to.deep.equal([{ entryId: 1, bodyVersion: 2, start: 4, length: 13 }]);
  });

  it('reads the message anew when it changed before the refusal came', async () => {
    const { DeskError } = await import('../../src/base/desk-error.js');
    const hub = hubWith(aTicket(), [entry]);
    const element = await choosing(hub);
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    const { id } = hub.asked(MaskRequest)[0]!;
    hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'running' }]);
    setHistory(hub, message(1, '<p>전화는 010-9876-0042이고</p><p>카드는 <b>** 있음</b></p>', { bodyVersion: 2 }));
    await until(() => body(element).textContent!.includes('있음'));
    expect(list(element).textContent).not.to.contain('있음');
    hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'failed', error: new DeskError('conflict', '') }]);
    await until(() => list(element).textContent!.includes('있음'));
    expect(chosen(element)).to.deep.equal([secret]);
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(MaskRequest).at(-1)!.ranges).to.deep.equal([{ entryId: 1, bodyVersion: 2, start: 4, length: 13 }]);
  });

  it('says each success, also when it is the same as the one before', async () => {
    const hub = hubWith(aTicket(), [entry]);
    const element = await choosing(hub);
    const region = root(element).querySelector('.bar [role=status]')!;
    let said = 0;
    new MutationObserver(() => {
      if (region.textContent === '마스킹했습니다.') said++;
    }).observe(region, { childList: true, characterData: true, subtree: true });
    for (const times of [1, 2]) {
      if (times === 2) root(element).querySelector<HTMLButtonElement>('.choosing')!.click();
      await found(() => list(element));
      await sendKeys({ press: 'Enter' });
      const { id } = hub.asked(MaskRequest).at(-1)!;
      hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'running' }]);
      hub.work.$tasks.set([]);
      await until(() => said === times, `${times}`);
    }
  });

  it('begins anew on another message while words of one are being masked', async () => {
    const { DeskError } = await import('../../src/base/desk-error.js');
    const hub = hubWith(aTicket(), [entry, message(2, '<p>둘째 글</p>')]);
    const element = await choosing(hub);
    await sendKeys({ press: 'Enter' });
    const { id } = hub.asked(MaskRequest)[0]!;
    expect(isToldElsewhere(hub, id)).to.equal(true);
    hub.work.$tasks.set([{ id, ticketId, action: 'mask', state: 'running' }]);
    const failing = { id, ticketId, action: 'mask', state: 'failed', error: new DeskError('offline', '') } as const;
    await sendKeys({ press: 'Escape' });
    root(element).querySelectorAll<HTMLButtonElement>('.choosing')[1]!.click();
    await until(() => list(element)?.textContent === '둘째 글');
    expect(isToldElsewhere(hub, id)).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(MaskRequest)).to.have.length(2);
    const second = { id: hub.asked(MaskRequest)[1]!.id, ticketId, action: 'mask', state: 'running' } as const;
    hub.work.$tasks.set([failing, second]);
    await element.updateComplete;
    expect(root(element).querySelector('.words-problem')).to.equal(null);
    hub.work.$tasks.set([second]);
    await element.updateComplete;
    expect(list(element).textContent).to.equal('둘째 글');
    hub.work.$tasks.set([]);
    await until(() => list(element) === null);
  });
});
