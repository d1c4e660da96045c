import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { CustomerInfo } from '../../src/domain/customer-info.js';
import { InfoSearch } from '../../src/elements/info-search/info-search.js';
import { RetryRequest, TaskDismissRequest, TicketEditRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { infoHub, sampleInfo } from '../../stories/support/customer-info.js';
import { sampleTicket } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

const ticket = sampleTicket('ko', 1);

async function open(hub: FakeHub): Promise<InfoSearch> {
  await import('../../src/elements/info-search/define.js');
  const search = await inHub<InfoSearch>(hub, '<info-search></info-search>');
  await search.show();
  return search;
}

async function lookUp(hub: FakeHub): Promise<InfoSearch> {
  const search = await open(hub);
  named(search, '조회').click();
  await until(() => all(search, '.answer, .parts > .notice').length > 0, 'the answer');
  return search;
}

const inputs = (search: InfoSearch): string[] =>
  all<HTMLInputElement | HTMLSelectElement>(search, '.form .input').map(({ value }) => value);

async function type(search: InfoSearch, place: number, value: string): Promise<void> {
  const input = all<HTMLInputElement>(search, '.form .input')[place]!;
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await search.updateComplete;
}

function hubThatTells(heard: Readonly<Record<string, string>>[], signals: AbortSignal[] = []): FakeHub {
  const hub = infoHub();
  Object.assign(hub.customers, {
    lookUp: (values: Readonly<Record<string, string>>, signal: AbortSignal) => {
      heard.push(values);
      signals.push(signal);
      return new Promise(() => undefined);
    },
  });
  return hub;
}

describe('info-search', () => {
  it('is not defined by importing the class', () => {
    expect(InfoSearch.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub, and nothing until it is opened', async () => {
    await import('../../src/elements/info-search/define.js');
    expect(textOf(await fixture(html`<info-search></info-search>`))).to.equal('');
    expect(textOf(await inHub(infoHub(), '<info-search></info-search>'))).to.equal('');
  });

  it('is filled with the facts of the open ticket', async () => {
    const search = await open(infoHub());
    expect(inputs(search)).to.deep.equal([ticket.customer!.name, ticket.customer!.email, '', '']);
    expect(textOf(search)).to.contain('열린 티켓에서 채움');
    await expect(search).to.be.accessible();
  });

  it('sends what was filled in and nothing else', async () => {
    const heard: Readonly<Record<string, string>>[] = [];
    const search = await open(hubThatTells(heard));
    await type(search, 2, ' 010-9999-0000 ');
    await type(search, 3, 'JP');
    named(search, '조회').click();
    const { name, email } = ticket.customer!;
    expect(heard).to.deep.equal([{ userName: name, mail: email, callNum: '010-9999-0000', nation: 'JP' }]);
  });

  it('names what is missing or too long, and goes there', async () => {
    const heard: Readonly<Record<string, string>>[] = [];
    const search = await open(hubThatTells(heard));
    await type(search, 1, '');
    await type(search, 2, '0'.repeat(21));
    named(search, '조회').click();
    await search.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(textOf(search)).to.contain('이메일: 입력하세요.');
    expect(textOf(search)).to.contain('전화번호: 20자까지 입력할 수 있습니다.');
    await until(() => search.shadowRoot!.activeElement?.id === 'item-1', 'the focus');
    await expect(search).to.be.accessible();
  });

  it('keeps what was typed when it is closed, and fills the rest from another ticket', async () => {
    const hub = infoHub();
    const search = await open(hub);
    await type(search, 0, '홍길동');
    search.close();
    const other = sampleTicket('ko', 2);
    hub.tickets.$current.set(ready(other));
    await search.show();
    expect(inputs(search).slice(0, 2)).to.deep.equal(['홍길동', other.customer!.email]);
    named(search, '처음 값으로').click();
    await search.updateComplete;
    expect(inputs(search)[0]).to.equal(other.customer!.name);
  });

  it('shows the answer as pairs, and other tickets of the customer', async () => {
    const search = await lookUp(infoHub());
    expect(textOf(search)).to.contain('조회 성공');
    expect(all(search, '.items dt').map(nameOf)).to.deep.equal([
      '이름',
      '이메일',
      '전화번호',
      '회원 등급',
      '누적 구매액',
    ]);
    expect(all(search, '.ticket')).to.have.lengthOf(5);
    expect(nameOf(all(search, '.ticket')[0]!)).to.contain('미할당');
    await expect(search).to.be.accessible();
  });

  for (const [outcome, text] of [
    ['none', '조회 결과가 없습니다.'],
    ['denied', '서버를 조회할 권한이 없습니다.'],
    ['unreachable', '요청한 서버에 오류가 있습니다.'],
    ['failed', '오류가 발생했습니다.'],
  ] as const) {
    it(`says what the link documents when it is ${outcome}`, async () => {
      const info: CustomerInfo = { outcome, items: [], tickets: [] };
      const search = await lookUp(infoHub('ko', () => Promise.resolve(info)));
      expect(textOf(search)).to.contain(text);
      await expect(search).to.be.accessible();
    });
  }

  it('says why the call itself failed, and keeps what was typed', async () => {
    const search = await lookUp(infoHub('ko', () => Promise.reject(new DeskError('timeout', ''))));
    expect(textOf(search)).to.contain('서버가 제때 응답하지 않았습니다.');
    expect(inputs(search)[1]).to.equal(ticket.customer!.email);
  });

  it('gives the look-up up when it is closed', async () => {
    const signals: AbortSignal[] = [];
    const search = await open(hubThatTells([], signals));
    named(search, '조회').click();
    await sendKeys({ press: 'Escape' });
    expect(signals[0]?.aborted).to.equal(true);
    expect(all(search, 'dialog')).to.have.lengthOf(0);
  });

  it('shows what would change, and puts all of it into the ticket', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    named(search, '티켓 고객 정보에 넣기').click();
    await search.updateComplete;
    const rows = all(search, '.change tbody tr').map((row) => row.textContent!.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal([
      `이메일 ${ticket.customer!.email} new.address@example.com`,
      '전화번호 (없음) 010-2345-6789',
    ]);
    expect(hub.asked(TicketEditRequest)).to.have.lengthOf(0);
    await until(() => focusedName(search) === '고객 정보에 넣기', 'the focus');
    await expect(search).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    const [request] = hub.asked(TicketEditRequest);
    expect(request?.ticketId).to.equal(ticket.ticketId);
    expect(request?.change.customer).to.deep.equal({ email: 'new.address@example.com', phone: '010-2345-6789' });
    const task = { id: 'e', ticketId: ticket.ticketId, action: 'customer' } as const;
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    hub.work.$tasks.set([]);
    await search.updateComplete;
    expect(textOf(search)).to.contain('티켓의 고객 정보를 바꾸었습니다.');
  });

  it('puts one result in', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    named(search, '전화번호 넣기').click();
    await search.updateComplete;
    named(search, '고객 정보에 넣기').click();
    expect(hub.asked(TicketEditRequest)[0]?.change.customer).to.deep.equal({ phone: '010-2345-6789' });
  });

  it('says why the ticket was not changed, and forgets it when it was read', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    named(search, '전화번호 넣기').click();
    await search.updateComplete;
    named(search, '고객 정보에 넣기').click();
    const task = { id: 'e', ticketId: ticket.ticketId, action: 'customer' } as const;
    hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('conflict', '') }]);
    await search.updateComplete;
    expect(textOf(search)).to.contain('고객 정보를 바꾸지 못했습니다. 그사이 티켓이 바뀌었습니다.');
    named(search, '취소').click();
    expect(hub.asked(TaskDismissRequest)[0]?.taskId).to.equal('e');
  });

  it('says why nothing can be put in: no ticket, not allowed, the same already', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    const button = (): HTMLElement => named(search, '티켓 고객 정보에 넣기');
    hub.tickets.$current.set(ready({ ...ticket, actions: [] }));
    await search.updateComplete;
    expect(textOf(search)).to.contain('이 티켓의 고객 정보는 지금 바꿀 수 없습니다.');
    hub.tickets.$current.set({ status: 'idle' });
    await search.updateComplete;
    expect(textOf(search)).to.contain('열린 티켓이 없어 넣을 수 없습니다.');
    button().click();
    expect(all(search, '.putting')).to.have.lengthOf(0);
    const items = sampleInfo().items.filter(({ key }) => key === 'name');
    const same = await lookUp(infoHub('ko', () => Promise.resolve(sampleInfo('ko', { items }))));
    expect(textOf(same)).to.contain('티켓의 고객 정보와 같습니다.');
  });

  it('opens a found ticket', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    all(search, '.ticket')[0]!.click();
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(sampleTicket('ko', 0).ticketId);
    await search.updateComplete;
    expect(all(search, 'dialog')).to.have.lengthOf(0);
  });

  it('says that nothing is set up, and that the items could not be loaded', async () => {
    expect(textOf(await open(sampleHub()))).to.contain('등록된 조회 항목이 없습니다.');
    const hub = sampleHub();
    hub.session.$settings.set({ status: 'failed', error: new DeskError('offline', '') });
    const search = await open(hub);
    expect(textOf(search)).to.contain('조회 항목을 불러오지 못했습니다.');
    named(search, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('settings');
  });

  it('speaks the language of its hub', async () => {
    const hub = infoHub();
    const search = await lookUp(hub);
    speak(hub, 'en');
    await search.updateComplete;
    expect(one(search, '#title').textContent).to.equal('Search information');
  });

  it('closes when it leaves the page', async () => {
    await import('../../src/elements/info-search/define.js');
    const search = await open(infoHub());
    search.remove();
    expect(all(search, 'dialog[open]')).to.have.lengthOf(0);
  });
});
