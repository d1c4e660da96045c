import { expect, fixture, html } from '@open-wc/testing';
import { DeskError } from '../../src/base/desk-error.js';
import type { RelatedAsk, RelatedPage } from '../../src/domain/related.js';
import { InquiryHistory } from '../../src/elements/inquiry-history/inquiry-history.js';
import { RetryRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { relatedHub, sampleRelated } from '../../stories/support/related.js';
import { sampleHistory, sampleTicket } from '../../stories/support/sample-tickets.js';
import { ready } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

interface Asked extends RelatedAsk {
  readonly ticketId: string;
}

/** A hub that remembers what it was asked, and answers what a test wants. */
function asking(answer: (asked: Asked) => Promise<RelatedPage>): { readonly hub: FakeHub; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const hub = relatedHub('ko', (ticketId, which) => {
    asked.push({ ticketId, ...which });
    return answer({ ticketId, ...which });
  });
  return { hub, asked };
}

async function open(hub: FakeHub): Promise<InquiryHistory> {
  await import('../../src/elements/inquiry-history/define.js');
  return inHub<InquiryHistory>(hub, '<inquiry-history></inquiry-history>');
}

const lines = (element: InquiryHistory) => all<HTMLButtonElement>(element, '.line');
const says = (element: InquiryHistory, words: string) => until(() => textOf(element).includes(words), words);

function type(element: InquiryHistory, words: string): void {
  const input = one<HTMLInputElement>(element, 'input');
  input.value = words;
  input.dispatchEvent(new InputEvent('input'));
  input.dispatchEvent(new Event('change'));
}

describe('inquiry-history', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(InquiryHistory.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/inquiry-history/define.js');
    expect(textOf(await fixture(html`<inquiry-history></inquiry-history>`))).to.equal('');
  });

  it('shows what the customer of the open ticket asked elsewhere, and asks anew for another ticket', async () => {
    const { hub, asked } = asking(() => Promise.resolve(sampleRelated()));
    const element = await open(hub);
    await until(() => lines(element).length === 6);
    expect(lines(element)[0]!.textContent).to.contain('환불이 아직 들어오지 않았어요');
    expect(one(element, '.said').textContent).to.equal('문의 6건');
    await expect(element).to.be.accessible();
    const other = sampleTicket('ko', 4);
    hub.tickets.$current.set(ready(other));
    await until(() => asked.length === 2);
    expect(asked.map(({ ticketId }) => ticketId)).to.deep.equal([sampleTicket('ko', 1).ticketId, other.ticketId]);
    // A change that is not about the customer asks nothing.
    await until(() => lines(element).length === 6);
    hub.tickets.$current.set(ready({ ...other, version: other.version + 1, subject: '바뀐 제목' }));
    await element.updateComplete;
    expect(asked).to.have.lengthOf(2);
  });

  it('is looked through by words, and asks nothing for a single letter', async () => {
    const { hub, asked } = asking(({ q }) =>
      Promise.resolve(q ? { tickets: [], next: null, total: 0 } : sampleRelated()),
    );
    const element = await open(hub);
    await until(() => lines(element).length === 6);
    type(element, '환');
    await element.updateComplete;
    expect(one(element, '.said').textContent).to.equal('두 글자 이상 입력하세요.');
    type(element, '환불 ');
    await says(element, '검색어와 맞는 문의가 없습니다.');
    type(element, '');
    await until(() => lines(element).length === 6);
    expect(asked.map(({ q }) => q)).to.deep.equal(['', '환불', '']);
  });

  it('shows more on demand, each ticket once, and says where that failed', async () => {
    let isCut = true;
    const { tickets } = sampleRelated();
    const { hub, asked } = asking(({ page }) => {
      if (!page) return Promise.resolve({ tickets: tickets.slice(0, 4), next: '2', total: 6 });
      if (isCut) return Promise.reject(new DeskError('offline', ''));
      return Promise.resolve({ tickets: tickets.slice(3), next: null, total: 6 });
    });
    const element = await open(hub);
    await until(() => lines(element).length === 4);
    named(element, '더 보기').click();
    await says(element, '나머지 문의를 불러오지 못했습니다.');
    expect(lines(element)).to.have.lengthOf(4);
    isCut = false;
    named(element, '다시 시도').click();
    await until(() => lines(element).length === 6);
    expect(asked.map(({ page }) => page)).to.deep.equal([undefined, '2', '2']);
    expect(textOf(element)).not.to.contain('더 보기');
  });

  it('shows a ticket in short while the open one stays open, and opens it only when asked', async () => {
    const { hub } = asking(() => Promise.resolve(sampleRelated()));
    const element = await open(hub);
    await until(() => lines(element).length === 6);
    lines(element)[1]!.click();
    await until(() => all(element, '.entry').length > 1);
    expect(lines(element)[1]!.getAttribute('aria-expanded')).to.equal('true');
    expect(one(element, '.card').textContent).to.contain(sampleTicket('ko', 2).ticketId);
    expect(hub.asked(TicketSelectRequest)).to.deep.equal([]);
    await expect(element).to.be.accessible();
    named(element, '이 티켓 열기').click();
    const [request] = hub.asked(TicketSelectRequest);
    expect(request?.ticketId).to.equal(sampleRelated().tickets[1]!.ticketId);
    lines(element)[1]!.click();
    await element.updateComplete;
    expect(all(element, '.card')).to.have.lengthOf(0);
  });

  it('shows nothing of a card that came too late, for another was opened', async () => {
    const answers: ((text: string) => void)[] = [];
    const hub = relatedHub('ko', undefined, (ticketId) => {
      const ticket = { ...sampleTicket('ko', 2), ticketId };
      return new Promise((answer) =>
        answers.push((text) => answer({ ticket, history: [{ ...sampleHistory('ko')[0]!, text }] })),
      );
    });
    const element = await open(hub);
    await until(() => lines(element).length === 6);
    lines(element)[0]!.click();
    await until(() => answers.length === 1);
    lines(element)[1]!.click();
    await until(() => answers.length === 2);
    answers[1]!('두 번째 글');
    answers[0]!('첫 번째 글');
    await says(element, '두 번째 글');
    expect(textOf(element)).not.to.contain('첫 번째 글');
  });

  it('says why there is nothing: no ticket, no customer, none, no right, a failure', async () => {
    let error: DeskError | null = null;
    const { hub } = asking(() =>
      error ? Promise.reject(error) : Promise.resolve({ tickets: [], next: null, total: 0 }),
    );
    const element = await open(hub);
    await says(element, '이 고객의 다른 문의가 없습니다.');
    hub.tickets.$current.set(ready({ ...sampleTicket('ko', 3), customer: null }));
    await says(element, '이 티켓에는 고객 정보가 없어');
    error = new DeskError('denied', '');
    hub.tickets.$current.set(ready(sampleTicket('ko', 5)));
    await says(element, '이 고객의 문의내역을 볼 권한이 없습니다.');
    error = new DeskError('offline', '');
    hub.tickets.$current.set(ready(sampleTicket('ko', 6)));
    await says(element, '문의내역을 불러오지 못했습니다.');
    error = null;
    named(element, '다시 시도').click();
    await says(element, '이 고객의 다른 문의가 없습니다.');
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('offline', '') });
    await element.updateComplete;
    named(element, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['ticket']);
    hub.tickets.$current.set({ status: 'idle' });
    await says(element, '티켓을 열면 같은 고객의 다른 문의가');
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/inquiry-history/define.js');
    const none = (language: 'ko' | 'en'): FakeHub => {
      const hub = relatedHub(language);
      hub.tickets.$current.set({ status: 'idle' });
      return hub;
    };
    await survivesMoves('inquiry-history', none('ko'), none('en'));
  });
});
