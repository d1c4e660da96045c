import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { ShownEntry } from '../../src/base/hub-context.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { TicketHistory } from '../../src/elements/ticket-history/ticket-history.js';
import { AnswerInsertRequest, AttachmentOpenRequest, RetryRequest } from '../../src/events/requests.js';
import { createFakeHub, textsIn, type FakeHub } from '../support/fake-hub.js';
import { aCourse, anEntry, aTicket, hubWith, now } from '../support/open-ticket.js';

async function mount(hub: FakeHub, height = 400): Promise<TicketHistory> {
  await import('../../src/elements/ticket-history/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-history></ticket-history></fake-hub>`);
  const element = box.querySelector<TicketHistory>('ticket-history')!;
  element.style.height = `${height}px`;
  await element.updateComplete;
  return element;
}

const root = (element: TicketHistory) => element.shadowRoot!;
const articles = (element: TicketHistory) => [...root(element).querySelectorAll<HTMLElement>('article')];
const bodyOf = (article: HTMLElement) => article.querySelector<HTMLElement>('[role=group]')!;
const scroller = (element: TicketHistory) => root(element).querySelector<HTMLElement>('[part=entries]')!;
const newer = (element: TicketHistory) =>
  [...root(element).querySelectorAll('button')].find((button) => button.textContent!.includes('새 글'));

/** Whether some part of an entry is inside the visible part of the history. */
function isInView(element: TicketHistory, article: HTMLElement): boolean {
  const view = scroller(element).getBoundingClientRect();
  const box = article.getBoundingClientRect();
  return box.top < view.bottom - 1 && box.bottom > view.top + 1;
}

const many = (count: number, from = 1): HistoryEntry[] =>
  Array.from({ length: count }, (_, index) =>
    anEntry(from + index, { html: `<p>긴 글 ${from + index}. ${'환불을 기다립니다. '.repeat(20)}</p>` }),
  );

async function add(hub: FakeHub, element: TicketHistory, ...entries: HistoryEntry[]): Promise<void> {
  const load = hub.tickets.$history.get();
  hub.tickets.$history.set({ status: 'ready', value: [...('value' in load ? load.value! : []), ...entries] });
  await element.updateComplete;
  await aTimeout(50);
}

describe('ticket-history', () => {
  it('shows how issue management handled a ticket: by whom, how, why, in the words of the page', async () => {
    const answered = anEntry(9, {
      kind: 'issue',
      author: { role: 'agent', usercode: null, name: '정이슈 · 이슈 관리' },
      html: '<p>카드사에 다시 접수했습니다.</p>',
      values: {
        resolution: 'internal',
        reason: 'phone',
        handlingType: '환불 › 카드 취소',
        priority: 'high',
        memo: true,
      },
    });
    const element = await mount(hubWith(aTicket({ status: 'issue_answered' }), [...aCourse(), answered]));
    const article = articles(element).at(-1)!;
    expect(article.getAttribute('aria-label')).to.match(/^이슈 서비스의 답변, 정이슈 · 이슈 관리, /);
    expect(article.textContent).to.contain('카드사에 다시 접수했습니다.');
    const values = [...article.querySelectorAll('.values > div')].map((pair) =>
      pair.textContent!.replace(/\s+/g, ' ').trim(),
    );
    expect(values).to.deep.equal([
      '처리 방법 내부해결',
      '내부해결 사유 전화해결',
      '처리유형 환불 › 카드 취소',
      '우선순위 높음',
      'memo 예',
    ]);
    expect(article.className).to.contain('internal');
  });

  it('is not defined by importing the class', () => {
    expect(TicketHistory.prototype).to.be.instanceOf(HTMLElement);
  });

  it('says what would be here while no ticket is chosen', async () => {
    const element = await mount(createFakeHub());
    expect(root(element).textContent).to.contain('티켓을 선택하면');
    await expect(element).to.be.accessible();
  });

  it('says that it is loading, and drops what the former ticket said', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.tickets.$history.set({ status: 'loading' });
    await element.updateComplete;
    expect(root(element).textContent).to.contain('불러오는 중').and.not.to.contain('카드 환불');
    await expect(element).to.be.accessible();
  });

  it('offers another try when the history could not be loaded', async () => {
    const hub = hubWith();
    hub.tickets.$history.set({ status: 'failed', error: new DeskError('server', 'down') });
    const element = await mount(hub);
    expect(root(element).textContent).to.contain('처리 내역을 불러오지 못했습니다.');
    await expect(element).to.be.accessible();
    root(element).querySelector('button')!.click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['history']);
  });

  it('offers no try to who may not see it', async () => {
    const hub = hubWith();
    hub.tickets.$history.set({ status: 'failed', error: new DeskError('denied', 'no') });
    const element = await mount(hub);
    expect(root(element).textContent).to.contain('이 작업을 할 권한이 없습니다.');
    expect(root(element).querySelector('button')).to.equal(null);
  });

  it('keeps the last known entries when loading them again fails', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.tickets.$history.set({ status: 'failed', error: new DeskError('offline', ''), value: aCourse() });
    await element.updateComplete;
    expect(articles(element)).to.have.length(4);
  });

  it('says who wrote what and when, to the eye and to a screen reader', async () => {
    const element = await mount(hubWith());
    const names = articles(element).map((article) => article.getAttribute('aria-label'));
    expect(names[3]).to.equal('고객 재문의, 박민지, 3분 전');
    expect(names[1]).to.contain('코멘트, 이상담, ');
    expect(articles(element).map((article) => article.querySelector('h3')!.textContent)).to.deep.equal([
      '고객 문의',
      '코멘트',
      '보류 답변',
      '고객 재문의',
    ]);
    await waitUntil(() => root(element).querySelector('details'), 'quotation folded');
    await expect(element).to.be.accessible();
  });

  it('folds a quotation and leaves the words of the answer open', async () => {
    const element = await mount(hubWith());
    await waitUntil(() => root(element).querySelector('details'));
    const last = articles(element).at(-1)!;
    expect(last.querySelector('details')!.open).to.equal(false);
    expect(last.querySelector('p')!.checkVisibility()).to.equal(true);
  });

  it('tells about the mail, and what the mail server said when it failed', async () => {
    const mail = { mailId: 'd'.repeat(32), to: 'minji.park@example.com', until: null } as const;
    const agent = { role: 'agent', usercode: 'agent1', name: '김상담' } as const;
    const element = await mount(
      hubWith(aTicket(), [
        anEntry(1, { kind: 'reply', author: agent, mail: { ...mail, state: 'queued', answer: null } }),
        anEntry(2, {
          kind: 'reply',
          author: agent,
          mail: { ...mail, state: 'failed', answer: '550 5.1.1 no such user' },
        }),
      ]),
    );
    expect(articles(element)[0]!.textContent).to.contain('메일 대기 중');
    expect(articles(element)[1]!.textContent).to.contain('보내지 못함').and.to.contain('550 5.1.1 no such user');
    await expect(element).to.be.accessible();
  });

  it('changes the state of a mail in place, without touching the text', async () => {
    const mail = { mailId: 'd'.repeat(32), to: 'a@example.com', state: 'queued', until: null, answer: null } as const;
    const entry = anEntry(1, { kind: 'reply', mail });
    const hub = hubWith(aTicket(), [entry]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('article p'));
    const paragraph = root(element).querySelector('article p');
    hub.tickets.$history.set({ status: 'ready', value: [{ ...entry, mail: { ...mail, state: 'sent' } }] });
    await element.updateComplete;
    expect(articles(element)[0]!.textContent).to.contain('메일 발송됨');
    expect(root(element).querySelector('article p')).to.equal(paragraph);
  });

  it('shows a message anew when it was changed', async () => {
    const hub = hubWith(aTicket(), [anEntry(1, { html: '<p>전화 010-1234-5678</p>' })]);
    const element = await mount(hub);
    hub.tickets.$history.set({
      status: 'ready',
      value: [anEntry(1, { html: '<p>전화 *************</p>', bodyVersion: 2 })],
    });
    await waitUntil(() => articles(element)[0]!.textContent!.includes('***'));
    expect(root(element).textContent).not.to.contain('010-1234');
  });

  it('asks for an attachment by its name and id', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const button = root(element).querySelector<HTMLButtonElement>('[aria-label^="카드 이용내역 2026-11.pdf"]')!;
    button.click();
    const [request] = hub.asked(AttachmentOpenRequest);
    expect(request).to.include({ attachmentId: 'a'.repeat(32), fileName: '카드 이용내역 2026-11.pdf' });
  });

  it('says what the reader must know about how a message is shown', async () => {
    const notes = ['shown_as_text', 'truncated', 'unreadable_parts', 'tnef_ignored', 'charset_guessed'] as const;
    const hub = hubWith(aTicket(), [anEntry(1, { notes })]);
    const element = await mount(hub);
    expect(articles(element)[0]!.querySelectorAll('li')).to.have.length(5);
    hub.text.$language.set('en');
    hub.text.$texts.set(textsIn('en'));
    await element.updateComplete;
    expect(root(element).textContent).to.contain('winmail.dat').and.to.contain('encoding was missing');
    expect(articles(element)[0]!.getAttribute('aria-label')).to.contain('Customer inquiry');
  });

  it('shows the text of a message that cannot be shown as it was written, and says so', async () => {
    const entry = anEntry(1, { html: '<p>글</p>', text: '글', blocked: [null as never] });
    const element = await mount(hubWith(aTicket(), [entry]));
    await waitUntil(() => root(element).textContent!.includes('안전하게 표시할 수 없어'), 'note');
    expect(bodyOf(articles(element)[0]!).textContent).to.equal('글');
  });

  it('runs nothing of a message and keeps alerts and roles out of it', async () => {
    const html =
      '<p role="alert" onclick="window.ran=1">글</p><script>window.ran=1</script><img src="x" onerror="window.ran=1">';
    const element = await mount(hubWith(aTicket(), [anEntry(1, { html })]));
    await waitUntil(() => root(element).querySelector('article p'));
    await aTimeout(50);
    expect((window as unknown as { ran?: number }).ran).to.equal(undefined);
    expect(bodyOf(articles(element)[0]!).querySelector('[role], script, [onclick], [onerror]')).to.equal(null);
  });

  it('shows inline parts and gives their addresses back when the ticket changes', async () => {
    const hub = hubWith(aTicket(), [anEntry(1, { html: `<p>그림</p><img alt="화면" src="cid:${'e'.repeat(32)}">` })]);
    const asked: { id: string; signal: AbortSignal }[] = [];
    hub.files.part = (id, signal) => {
      asked.push({ id, signal });
      return Promise.resolve(URL.createObjectURL(new Blob(['x'], { type: 'image/png' })));
    };
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('img[src^="blob:"]'));
    expect(asked.map(({ id }) => id)).to.deep.equal(['e'.repeat(32)]);
    hub.tickets.$history.set({ status: 'loading' });
    await element.updateComplete;
    expect(asked[0]!.signal.aborted).to.equal(true);
  });

  it('opens with the newest in view', async () => {
    const element = await mount(hubWith(aTicket(), many(40)));
    await aTimeout(200);
    expect(isInView(element, articles(element).at(-1)!)).to.equal(true);
  });

  it('opens at the beginning of a newest entry that is longer than the view', async () => {
    const long = anEntry(41, { html: `<p>처음</p>${'<p>내용</p>'.repeat(80)}` });
    const element = await mount(hubWith(aTicket(), [...many(5), long]));
    await aTimeout(300);
    const view = scroller(element).getBoundingClientRect();
    expect(Math.abs(articles(element).at(-1)!.getBoundingClientRect().top - view.top)).to.be.below(40);
  });

  it('has the words of every entry in the page soon, oldest first', async () => {
    const element = await mount(hubWith(aTicket(), many(60)));
    await waitUntil(() => articles(element).length === 60, 'all entries', { timeout: 5000 });
    expect(articles(element)[0]!.textContent).to.contain('긴 글 1.');
    expect(articles(element).at(-1)!.textContent).to.contain('긴 글 60.');
  });

  it('leaves a reader of older entries alone and tells of the new one', async () => {
    const hub = hubWith(aTicket(), many(20));
    const element = await mount(hub);
    await aTimeout(200);
    scroller(element).dispatchEvent(new WheelEvent('wheel'));
    scroller(element).scrollTop = 0;
    await aTimeout(100);
    const before = articles(element)[0]!.getBoundingClientRect().top;
    await add(hub, element, anEntry(100, { kind: 'reinquiry' }), anEntry(101, { kind: 'reinquiry' }));
    expect(articles(element)[0]!.getBoundingClientRect().top).to.equal(before);
    expect(newer(element)!.textContent).to.contain('새 글 2개');
    await expect(element).to.be.accessible();
    newer(element)!.click();
    await element.updateComplete;
    await aTimeout(100);
    expect(isInView(element, articles(element).at(-2)!)).to.equal(true);
    expect(newer(element)).to.equal(undefined);
    expect(root(element).activeElement).to.equal(articles(element).at(-2));
  });

  it('follows new entries while the end is in view', async () => {
    const hub = hubWith(aTicket(), many(20));
    const element = await mount(hub);
    await aTimeout(200);
    await add(hub, element, anEntry(100, { kind: 'reinquiry' }));
    expect(isInView(element, articles(element).at(-1)!)).to.equal(true);
    expect(newer(element)).to.equal(undefined);
  });

  it('shows another ticket from its end', async () => {
    const hub = hubWith(aTicket(), many(20));
    const element = await mount(hub);
    scroller(element).scrollTop = 0;
    hub.tickets.$history.set({ status: 'ready', value: many(20, 500) });
    await element.updateComplete;
    await aTimeout(200);
    expect(root(element).textContent).not.to.contain('긴 글 20.');
    expect(isInView(element, articles(element).at(-1)!)).to.equal(true);
  });

  it('has one entry in the tab order and goes from entry to entry by keys', async () => {
    const element = await mount(hubWith(aTicket(), many(4)), 900);
    articles(element).at(-1)!.focus();
    await sendKeys({ press: 'PageUp' });
    expect(root(element).activeElement).to.equal(articles(element)[2]);
    await sendKeys({ press: 'Home' });
    expect(root(element).activeElement).to.equal(articles(element)[0]);
    await sendKeys({ press: 'End' });
    expect(root(element).activeElement).to.equal(articles(element)[3]);
    expect(articles(element).filter((article) => article.tabIndex === 0)).to.have.length(1);
  });

  it('keeps every entry in one tree, so that a selection can cross them', async () => {
    const element = await mount(hubWith());
    const roots = new Set(articles(element).map((article) => bodyOf(article).getRootNode()));
    expect([...roots]).to.deep.equal([element.shadowRoot]);
  });

  it('shows the same again after a move, and nothing outside a hub', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const home = element.parentElement!;
    document.body.append(element);
    await element.updateComplete;
    expect(root(element).textContent!.trim()).to.equal('');
    home.append(element);
    await element.updateComplete;
    expect(articles(element)).to.have.length(4);
    expect(root(element).textContent).to.contain('카드 환불');
  });

  it('leads to an entry once, when it is there, and not again after a move', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const wanted = (entryId: number): void => {
      const one: ShownEntry = { entryId, take: () => (hub.tickets.$shownEntry.set(null), true) };
      hub.tickets.$shownEntry.set(one);
    };
    wanted(2);
    await element.updateComplete;
    expect(root(element).activeElement).to.equal(articles(element)[1]);
    wanted(9);
    await element.updateComplete;
    await add(hub, element, anEntry(9));
    expect(root(element).activeElement).to.equal(articles(element)[4]);
    element.parentElement!.append(element);
    await element.updateComplete;
    expect(root(element).activeElement).to.equal(null);
  });

  it('leaves no listener behind when it comes and goes', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const home = element.parentElement!;
    for (let round = 0; round < 20; round += 1) {
      element.remove();
      home.append(element);
    }
    element.remove();
    expect((hub.tickets.$history as unknown as { lc: number }).lc).to.equal(0);
  });

  it('tells exact time and date of older entries in the zone of the service', async () => {
    const element = await mount(hubWith(aTicket(), [anEntry(1, { at: now - 50 * 3_600_000 })]));
    const time = root(element).querySelector('time')!;
    expect(time.textContent!.trim()).to.equal('2026. 11. 19. 오후 12:30');
    expect(time.title).to.contain('2026년 11월 19일 목요일');
  });
});

describe('ticket-history, quoting', () => {
  const quote = (element: TicketHistory) => root(element).querySelector<HTMLButtonElement>('.quoting');

  /** Selects words of a body, as somebody does who lets the mouse go. */
  async function select(element: TicketHistory, from: [Node, number], to: [Node, number]): Promise<void> {
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    const selection = document.getSelection()!;
    selection.removeAllRanges();
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    scroller(element).dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    await waitUntil(() => quote(element) !== null);
  }

  it('offers to quote what is selected, with who wrote it', async () => {
    const hub = hubWith(aTicket(), [
      anEntry(1, {
        html: '<p>첫 <b>굵은</b> 글 ***</p><p>둘째</p>',
        author: { role: 'customer', usercode: null, name: '박<민>지' },
      }),
    ]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('.message-body b') !== null);
    const [first, second] = [...root(element).querySelectorAll('.message-body p')] as [Element, Element];
    await select(element, [first.firstChild!, 2], [second.firstChild!, 1]);
    await expect(element).to.be.accessible();
    quote(element)!.click();
    const [asked] = hub.asked(AnswerInsertRequest);
    expect(asked).to.include({ ticketId: aTicket().ticketId, how: 'insert' });
    expect(asked!.html).to.equal(
      '<p>박&lt;민&gt;지 님의 글:</p><blockquote><p><b>굵은</b> 글 ***</p><p>둘</p></blockquote><p></p>',
    );
    await element.updateComplete;
    expect(quote(element)).to.equal(null);
  });

  it('leaves out what only a reader sees, and quotes each message for itself', async () => {
    const hub = hubWith(aTicket(), [
      anEntry(1, { html: '<p>보세요 <a href="https://evil.example/">bank.example</a></p>' }),
      anEntry(2, { html: '<p>둘째 글</p>' }),
    ]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelectorAll('.message-body p').length === 2);
    const [first, second] = [...root(element).querySelectorAll('.message-body p')] as [Element, Element];
    await select(element, [first.firstChild!, 0], [second.firstChild!, 2]);
    quote(element)!.click();
    const body = hub.asked(AnswerInsertRequest)[0]!.html;
    expect(body.match(/<blockquote>/g)).to.have.length(2);
    expect(body).to.contain('둘째').and.not.to.contain('둘째 글').and.not.to.contain('link-warning');
  });

  it('offers it no longer when nothing is selected any more, or another ticket is opened', async () => {
    const hub = hubWith(aTicket(), [anEntry(1, { html: '<p>첫 글</p>' })]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('.message-body p') !== null);
    const words = root(element).querySelector('.message-body p')!.firstChild!;
    await select(element, [words, 0], [words, 1]);
    document.getSelection()!.removeAllRanges();
    await waitUntil(() => quote(element) === null, 'the selection is gone');
    await select(element, [words, 0], [words, 1]);
    hub.tickets.$currentId.set('T1763700000000XyZ99');
    await element.updateComplete;
    expect(quote(element)).to.equal(null);
  });

  it('quotes nothing where the message is gone', async () => {
    const hub = hubWith(aTicket(), [anEntry(1, { html: '<p>첫 글</p>' })]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('.message-body p') !== null);
    const words = root(element).querySelector('.message-body p')!.firstChild!;
    await select(element, [words, 0], [words, 1]);
    const button = quote(element)!;
    root(element).querySelector('.message-body')!.remove();
    button.click();
    expect(hub.asked(AnswerInsertRequest)).to.have.length(0);
  });

  it('speaks the language of the ticket to its customer, and of colleagues without a title', async () => {
    const agent = { role: 'agent', usercode: 'agent2', name: '李' } as const;
    const customer = { role: 'customer', usercode: null, name: '田中' } as const;
    const hub = hubWith(aTicket({ language: 'ja' }), [
      anEntry(1, { author: customer }),
      anEntry(2, { author: agent }),
      anEntry(3, { author: { ...customer, name: '' } }),
    ]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelectorAll('.message-body p').length === 3);
    const words = [...root(element).querySelectorAll('.message-body p')].map(({ firstChild }) => firstChild!);
    await select(element, [words[0]!, 0], [words[2]!, 2]);
    quote(element)!.click();
    const lines = hub.asked(AnswerInsertRequest)[0]!.html.split(/<blockquote>.*?<\/blockquote>/);
    expect(lines).to.deep.equal(['<p>田中様のメッセージ：</p>', '<p>担当者李のメッセージ：</p>', '', '<p></p>']);
  });

  it('quotes by key as well', async () => {
    const hub = hubWith(aTicket(), [anEntry(1, { html: '<p>글</p>' })]);
    const element = await mount(hub);
    await waitUntil(() => root(element).querySelector('.message-body p') !== null);
    const [first] = root(element).querySelectorAll('.message-body p');
    await select(element, [first!.firstChild!, 0], [first!.firstChild!, 1]);
    articles(element)[0]!.focus();
    await sendKeys({ down: 'Control' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Digit9' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ up: 'Control' });
    expect(hub.asked(AnswerInsertRequest)).to.have.length(1);
  });
});
