import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { TicketInfo } from '../../src/elements/ticket-info/ticket-info.js';
import { RetryRequest } from '../../src/events/requests.js';
import { createFakeHub, textsIn, type FakeHub } from '../support/fake-hub.js';
import {
  doorayHub,
  doorayTransfer,
  issueTransfer,
  originTicket,
  taskUrl,
} from '../../stories/support/sample-dooray.js';
import { until } from '../support/until.js';
import { aTicket, aSession, hubWith, now, someSettings } from '../support/open-ticket.js';

async function mount(hub: FakeHub): Promise<TicketInfo> {
  await import('../../src/elements/ticket-info/define.js');
  const box = await fixture(html`<fake-hub .hub=${hub}><ticket-info></ticket-info></fake-hub>`);
  const element = box.querySelector<TicketInfo>('ticket-info')!;
  await element.updateComplete;
  return element;
}

const text = (element: TicketInfo) => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
const fold = (element: TicketInfo) => element.shadowRoot!.querySelector<HTMLButtonElement>('[aria-expanded]')!;

function pairs(element: TicketInfo): Record<string, string> {
  const rows = [...element.shadowRoot!.querySelectorAll('dl > div')];
  return Object.fromEntries(
    rows.map((row) => [row.querySelector('dt')!.textContent!.trim(), row.querySelector('dd')!.textContent!.trim()]),
  );
}

describe('ticket-info', () => {
  it('is not defined by importing the class', () => {
    expect(TicketInfo.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/ticket-info/define.js');
    const element = await fixture<TicketInfo>(html`<ticket-info></ticket-info>`);
    expect(text(element)).to.equal('');
  });

  it('asks for a ticket while none is chosen', async () => {
    const element = await mount(createFakeHub());
    expect(text(element)).to.contain('티켓을 선택하면');
    await expect(element).to.be.accessible();
  });

  it('says that it is loading, and shows no facts of another ticket meanwhile', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.tickets.$current.set({ status: 'loading' });
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('불러오는 중');
    expect(text(element)).not.to.contain('환불');
    await expect(element).to.be.accessible();
  });

  it('keeps the facts while the same ticket is loaded again', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.tickets.$current.set({ status: 'loading', value: aTicket() });
    await element.updateComplete;
    expect(text(element)).to.contain('주문 취소 후');
  });

  it('offers another try when the ticket could not be loaded', async () => {
    const hub = createFakeHub();
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('timeout', 'slow') });
    const element = await mount(hub);
    expect(text(element)).to.contain('서버가 제때 응답하지 않았습니다.');
    await expect(element).to.be.accessible();
    element.shadowRoot!.querySelector('button')!.click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['ticket']);
  });

  it('says who may not see a ticket, without a button that cannot help', async () => {
    const hub = createFakeHub();
    hub.tickets.$current.set({ status: 'failed', error: new DeskError('denied', 'no') });
    const element = await mount(hub);
    expect(text(element)).to.contain('이 티켓을 볼 권한이 없습니다.');
    expect(element.shadowRoot!.querySelector('button')).to.equal(null);
  });

  it('tells subject, status, group, assignee and channel in one line', async () => {
    const element = await mount(hubWith());
    for (const fact of [
      '주문 취소 후 카드 환불',
      '처리중',
      '높음',
      '결제 지원',
      '김상담',
      '이메일',
      'T1763700000000AbC12',
    ]) {
      expect(text(element)).to.contain(fact);
    }
    expect(element.shadowRoot!.querySelector('h2')!.textContent).to.contain('주문 취소');
    await expect(element).to.be.accessible();
  });

  it('tells how a ticket was resolved internally', async () => {
    const element = await mount(hubWith(aTicket({ status: 'resolved', resolution: 'internal', reason: 'duplicate' })));
    expect(text(element)).to.contain('내부해결 · 중복');
  });

  it('marks a ticket that is or was with Dooray!, and one in the spam box', async () => {
    const transfer = {
      kind: 'dooray',
      linkedId: null,
      taskId: '77',
      to: '데스크파츠 / 운영',
      url: null,
      state: 'sent',
      problem: null,
      at: now,
      by: { usercode: 'a', name: '이상담' },
    } as const;
    const sent = await mount(hubWith(aTicket({ status: 'dooray_transferred', transfer })));
    expect(text(sent)).to.contain('Dooray 이관완료').and.not.to.contain('Dooray! 이관');
    const back = await mount(hubWith(aTicket({ status: 'resolved', transfer })));
    expect(text(back)).to.contain('해결').and.to.contain('Dooray! 이관');
    const spam = await mount(hubWith(aTicket({ spam: true, status: 'resolved' })));
    expect(text(spam)).to.contain('스팸');
  });

  it('leads to the task at Dooray!, names the linked ticket and the one that it came from', async () => {
    const facts = async (change: Parameters<typeof aTicket>[0]) => {
      const element = await mount(hubWith(aTicket(change)));
      fold(element).click();
      await element.updateComplete;
      return { element, facts: pairs(element) };
    };
    const task = await facts({ transfer: doorayTransfer() });
    expect(task.facts['이관']).to.match(/^Dooray! 이관 · 데모 개발본부 \/ 결제 플랫폼 · 김상담 · 2026/);
    const link = task.element.shadowRoot!.querySelector('dd a') as HTMLAnchorElement;
    expect([link.href, link.rel, link.textContent]).to.deep.equal([
      taskUrl,
      'noopener noreferrer',
      '업무 열기 (새 탭)',
    ]);
    await expect(task.element).to.be.accessible();
    const failed = await facts({
      transfer: doorayTransfer('ko', { state: 'failed', taskId: null, url: 'javascript:1' }),
    });
    expect(failed.facts['이관']).to.match(/^이관 실패/);
    expect(failed.element.shadowRoot!.querySelector('dd a')).to.equal(null);
    expect((await facts({ transfer: issueTransfer() })).facts['이관 티켓 ID']).to.equal('T1763700000000XyZ34');
    const { origin } = originTicket();
    expect((await facts({ origin })).facts['이관 전 티켓']).to.equal('데모 상담 · T1763700000000AbC99');
  });

  it('opens what is said with Dooray!, for a ticket that was there, and leads the keyboard back', async () => {
    const button = (element: TicketInfo) => element.shadowRoot!.querySelector<HTMLElement>('.conversation');
    expect(button(await mount(hubWith(aTicket({ transfer: issueTransfer() }))))).to.equal(null);
    const element = await mount(doorayHub());
    expect(button(element)!.getAttribute('aria-label')).to.equal('Dooray! 대화 내역');
    button(element)!.focus();
    await sendKeys({ press: 'Enter' });
    const panel = () => element.shadowRoot!.querySelector('dooray-conversation');
    await until(() => panel()?.shadowRoot?.querySelector('dialog') != null, 'the conversation');
    expect(panel()!.shadowRoot!.textContent).to.contain('주문 20261118-0042');
    await sendKeys({ press: 'Escape' });
    expect(element.shadowRoot!.activeElement).to.equal(button(element));
  });

  it('unfolds to every fact, with exact times in the zone of the service', async () => {
    const element = await mount(hubWith());
    expect(element.shadowRoot!.querySelector('dl')!.checkVisibility()).to.equal(false);
    fold(element).focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(fold(element).getAttribute('aria-expanded')).to.equal('true');
    const facts = pairs(element);
    expect(facts['접수유형']).to.equal('결제 › 환불');
    expect(facts['생성자']).to.equal('박민지');
    expect(facts['처리유형']).to.equal('지정 안 함');
    expect(facts['생성시간']).to.contain('2026년 11월 20일').and.to.contain('오후 12:30');
    await expect(element).to.be.accessible();
  });

  it('follows the zone of the service, not the one of the browser', async () => {
    const hub = hubWith();
    const session = aSession();
    hub.session.$session.set({
      status: 'ready',
      value: { ...session, service: { ...session.service, timeZone: 'America/New_York' } },
    });
    const element = await mount(hub);
    fold(element).click();
    await element.updateComplete;
    expect(pairs(element)['생성시간']).to.contain('11월 19일').and.to.contain('오후 10:30');
  });

  it('shows a subject with markup and hidden characters as plain text', async () => {
    const element = await mount(hubWith(aTicket({ subject: '<img src=x onerror=alert(1)>\u202egpj.exe' })));
    expect(element.shadowRoot!.querySelector('h2')!.textContent!.trim()).to.equal(
      '<img src=x onerror=alert(1)>gpj.exe',
    );
    expect(element.shadowRoot!.querySelector('img')).to.equal(null);
  });

  it('says when copying worked or did not', async () => {
    const element = await mount(hubWith());
    element.shadowRoot!.querySelector<HTMLButtonElement>('[aria-label*=복사]')!.click();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent!.trim()).to.match(
      /^복사(했|하지 못했)습니다/,
    );
  });

  it('changes with the ticket', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.tickets.$current.set({ status: 'ready', value: aTicket({ subject: '배송 문의', assignee: null }) });
    await element.updateComplete;
    expect(text(element)).to.contain('배송 문의').and.to.contain('담당자 없음').and.not.to.contain('주문 취소');
  });

  it('changes with the language', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    hub.text.$language.set('ja');
    hub.text.$texts.set(textsIn('ja'));
    await element.updateComplete;
    expect(text(element)).to.contain('処理中').and.to.contain('メール');
    expect(element.shadowRoot!.querySelector('.root')!.getAttribute('lang')).to.equal('ja');
  });

  it('shows the other hub when it is moved, and nothing outside any', async () => {
    const element = await mount(hubWith());
    const other = hubWith(aTicket({ subject: '다른 서비스의 티켓' }));
    other.session.$settings.set({ status: 'ready', value: someSettings() });
    const box = await fixture(html`<fake-hub .hub=${other}></fake-hub>`);
    box.append(element);
    await element.updateComplete;
    expect(text(element)).to.contain('다른 서비스의 티켓').and.not.to.contain('주문 취소');
    document.body.append(element);
    await element.updateComplete;
    expect(text(element)).to.equal('');
    element.remove();
  });

  it('leaves no listener behind when it comes and goes', async () => {
    const hub = hubWith();
    const element = await mount(hub);
    const parent = element.parentElement!;
    for (let round = 0; round < 20; round += 1) {
      element.remove();
      parent.append(element);
    }
    element.remove();
    expect((hub.tickets.$current as unknown as { lc: number }).lc).to.equal(0);
  });

  it('keeps group, assignee and creator in the line of a narrow place, and the number among all facts', async () => {
    const element = await mount(hubWith(aTicket()));
    element.style.inlineSize = '440px';
    await element.updateComplete;
    const line = element.shadowRoot!.querySelector('[part=line]')!;
    expect((line as HTMLElement).innerText)
      .to.contain('결제 지원')
      .and.not.to.contain(aTicket().ticketId);
    line.querySelector<HTMLButtonElement>('[aria-expanded]')!.click();
    await element.updateComplete;
    const facts = element.shadowRoot!.querySelector<HTMLElement>('[part=facts]')!;
    expect(facts.innerText).to.contain(aTicket().ticketId);
  });
});
