import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { eventKinds } from '../../src/domain/ticket-events.js';
import { languages, type TicketEvent } from '../../src/domain/types.js';
import { TicketEvents } from '../../src/elements/ticket-events/ticket-events.js';
import { RetryRequest } from '../../src/events/requests.js';
import { answerHub } from '../../stories/support/sample-answers.js';
import { sampleEvents } from '../../stories/support/sample-events.js';
import { moreTextsIn, type FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';

const told = (events: readonly TicketEvent[], language: 'ko' | 'ja' | 'en' = 'ko'): FakeHub => {
  const hub = answerHub(language);
  hub.tickets.$events.set({ status: 'ready', value: events });
  return hub;
};

async function open(hub: FakeHub, markup = '<ticket-events></ticket-events>'): Promise<TicketEvents> {
  await import('../../src/elements/ticket-events/define.js');
  return inHub<TicketEvents>(hub, markup);
}

const linesOf = (element: TicketEvents) =>
  all(element, '.event').map((line) => line.textContent!.replace(/\s+/g, ' ').trim());

describe('ticket-events', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(TicketEvents.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/ticket-events/define.js');
    expect(textOf(await fixture(html`<ticket-events></ticket-events>`))).to.equal('');
  });

  it('tells the newest first: what, from what to what, who and when', async () => {
    const element = await open(told(sampleEvents()));
    const [newest, ...older] = linesOf(element);
    expect(newest).to.contain('해결').and.contain('처리중 → 해결').and.contain('이서연').and.contain('2026');
    expect(older.at(-1)).to.contain('티켓 생성').and.contain('유입채널: 이메일').and.contain('시스템');
    await expect(element).to.be.accessible();
  });

  it('names the trigger that assigned a ticket, and how it chose', async () => {
    const line = linesOf(await open(told(sampleEvents()))).find((text) => text.includes('할당'));
    expect(line)
      .to.contain('트리거 「환불 문의는 결제 지원에서 차례로」')
      .and.contain('순차배분')
      .and.contain('(없음) → 이서연');
  });

  it('says in the words of the page what no server outside has said', async () => {
    const event = (answer: string): TicketEvent => ({
      ...sampleEvents()[0]!,
      kind: 'callback_failed',
      data: { trigger: '전달', answer },
    });
    const [refused, closed, lost] = linesOf(
      await open(told(['unreachable ECONNREFUSED', 'not_allowed 10.0.0.1', '404'].map(event))),
    );
    expect(lost).to.contain('서버에 연결할 수 없습니다. ECONNREFUSED');
    expect(closed).to.contain('허용되지 않는 주소입니다. 10.0.0.1');
    expect(refused).to.contain('404');
  });

  it('says values in the words of the page: priorities, types, fields, yes and no', async () => {
    const event = (kind: string, data: TicketEvent['data']): TicketEvent => ({ ...sampleEvents()[0]!, kind, data });
    const lines = linesOf(
      await open(
        told([
          event('priority_changed', { from: 'normal', to: 'urgent' }),
          event('category_changed', { from: null, to: -5 }),
          event('field_changed', { field: 'nowhere', from: true, to: false }),
          event('customer_changed', { fields: 'email,phone', from: 1, to: 2 }),
        ]),
      ),
    ).reverse();
    expect(lines[0]).to.contain('일반 → 긴급');
    expect(lines[1]).to.contain('(없음) → (삭제됨)');
    expect(lines[2]).to.contain('예 → 아니요').and.not.contain('nowhere');
    expect(lines[3]).to.contain('변경 항목: 이메일, 전화번호').and.not.contain('1 →');
  });

  it('tells where a ticket went, what it became, and of which ticket of another service it is spoken', async () => {
    const event = (kind: string, data: TicketEvent['data']): TicketEvent => ({ ...sampleEvents()[0]!, kind, data });
    const lines = linesOf(
      await open(
        told([
          event('issue_transferred', { from: 'processing', to: '이슈 관리', linked: 'T2' }),
          event('issue_answered', {
            from: 'issue_transferred',
            to: 'issue_answered',
            service: '이슈 관리',
            linked: 'T2',
          }),
          event('guidance_asked', { to: '데모 상담', origin: 'T1' }),
          event('dooray_transferred', { from: 'pending', to: '개발 / 결제' }),
          event('dooray_failed', { to: '개발 / 결제', problem: 'not_allowed' }),
          event('dooray_closed', { from: 'dooray_in_progress', to: 'dooray_answered' }),
        ]),
      ),
    ).reverse();
    expect(lines[0]).to.contain('처리중 → 이관 처리중').and.contain('서비스: 이슈 관리').and.contain('연결된 티켓: T2');
    expect(lines[1]).to.contain('이관 처리중 → 이관 답변완료').and.contain('서비스: 이슈 관리');
    expect(lines[2]).to.contain('서비스: 데모 상담').and.contain('연결된 티켓: T1');
    expect(lines[3]).to.contain('보류중 → Dooray 이관완료').and.contain('이관한 곳: 개발 / 결제');
    expect(lines[4]).to.contain('Dooray!가 권한을 거부했습니다.');
    expect(lines[5]).to.contain('Dooray 진행중 → Dooray 답변완료');
  });

  it('is narrowed to what happened and to who did it, and says where nothing is left', async () => {
    const hub = told(sampleEvents());
    const element = await open(hub);
    const choose = async (label: string, value: string): Promise<void> => {
      const select = named<HTMLSelectElement>(element, label);
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    const whole = linesOf(element).length;
    await choose('이벤트 종류', 'assignment');
    expect(linesOf(element).length).to.be.greaterThan(0).and.lessThan(whole);
    expect(linesOf(element).every((line) => /할당|가져오기|전달/.test(line))).to.equal(true);
    await choose('처리한 사람', '시스템');
    expect(textOf(element)).to.contain('고른 조건에 맞는 이벤트가 없습니다.');
    await expect(element).to.be.accessible();
    // What was chosen stays, and stays to be seen, with the next ticket.
    hub.tickets.$events.set({ status: 'ready', value: sampleEvents().slice(0, 1) });
    await element.updateComplete;
    expect(named<HTMLSelectElement>(element, '이벤트 종류').value).to.equal('assignment');
    await choose('이벤트 종류', '');
    expect(linesOf(element)).to.have.lengthOf(1);
  });

  for (const language of languages) {
    it(`has words for every kind of event in ${language}, and general ones for others`, async () => {
      const { event: words } = moreTextsIn(language);
      const events = [...eventKinds, 'of_another_server'].map((kind) => ({ ...sampleEvents()[0]!, kind, data: {} }));
      const lines = all(await open(told(events, language)), '.what').map((line) => line.textContent);
      expect(lines.toReversed()).to.deep.equal([...eventKinds, 'other' as const].map((kind) => words[kind]));
      expect(new Set(lines).size).to.equal(lines.length);
    });
  }

  it('says that there is nothing, that no ticket is open, and what went wrong, and tries again', async () => {
    const hub = told([]);
    const element = await open(hub);
    expect(textOf(element)).to.contain('아직 이벤트가 없습니다.');
    hub.tickets.$events.set({ status: 'idle' });
    await element.updateComplete;
    expect(textOf(element)).to.contain('이벤트를 볼 티켓을 먼저 여세요.');
    hub.tickets.$events.set({ status: 'failed', error: new DeskError('offline', '') });
    await element.updateComplete;
    expect(textOf(element)).to.contain('이벤트를 불러오지 못했습니다.');
    named(element, '다시 시도').click();
    expect(hub.asked(RetryRequest).map(({ what }) => what)).to.deep.equal(['events']);
  });

  it('opens as a layer that the keyboard scrolls, and closes with Escape', async () => {
    const element = await open(told(sampleEvents()), '<ticket-events layer></ticket-events>');
    expect(textOf(element)).to.equal('');
    await element.show();
    expect(one(element, '.events').tabIndex).to.equal(0);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(all(element, 'dialog')).to.have.lengthOf(0);
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/ticket-events/define.js');
    await survivesMoves('ticket-events', told([]), told([], 'en'));
  });
});
