import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/elements/assignment-notice/define.js';
import '../../src/elements/ticket-list/define.js';
import '../../src/elements/ticket-presence/define.js';
import { AssignmentDismissRequest, ListOpenRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { createFakeHub, moreTextsIn, windowOf } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aTicket, hubWith } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const kim = { usercode: 'agent2', name: '김민지', typing: false };
const park = { usercode: 'agent3', name: '박서연', typing: false };

describe('ticket-presence', () => {
  it('names who views and who writes, those first, and all of them on a press', async () => {
    const { ticketId } = aTicket();
    const hub = hubWith(aTicket(), []);
    const element = await inHub<LitElement>(hub, '<ticket-presence></ticket-presence>');
    const before = element.getBoundingClientRect().height;
    expect(textOf(element)).to.equal('');
    hub.presence.$viewers.set(new Map([[ticketId, [kim, { ...park, typing: true }]]]));
    await element.updateComplete;
    expect(one(element, '[role=status]').textContent).to.equal('박서연 님이 작성 중 · 김민지 님이 보는 중');
    expect(one(element, '.names').textContent).to.equal('박서연 님이 작성 중');
    expect(element.getBoundingClientRect().height, 'nothing jumps').to.equal(before);
    named(element, '박서연 님이 작성 중 · 김민지 님이 보는 중').click();
    await until(() => all(element, '.one').length === 2, 'the list');
    await expect(element).to.be.accessible();
    hub.presence.$viewers.set(new Map([['T1763700000000XyZ99', [kim]]]));
    await element.updateComplete;
    expect(all(element, '.who')).to.have.lengthOf(0);
  });

  it('speaks of who comes and who begins to write, once, and of nobody who goes', async () => {
    const { ticketId } = aTicket();
    const hub = hubWith(aTicket(), []);
    const element = await inHub<LitElement>(hub, '<ticket-presence></ticket-presence>');
    const said = async (...viewers: (typeof kim)[]): Promise<string | null> => {
      hub.presence.$viewers.set(new Map([[ticketId, viewers]]));
      await element.updateComplete;
      return one(element, '[role=status]').textContent;
    };
    const writing = { ...kim, typing: true };
    expect(await said(kim)).to.equal('김민지 님이 보는 중');
    expect(await said(kim, park)).to.equal('박서연 님이 보는 중');
    expect(await said(writing, park)).to.equal('김민지 님이 작성 중');
    for (const now of [[kim, park], [writing, park], [park], [kim]])
      expect(await said(...now)).to.equal('김민지 님이 작성 중');
  });

  it('survives moves between hubs', async () => {
    const [one, other] = [hubWith(aTicket(), []), hubWith(aTicket(), [])];
    one.presence.$viewers.set(new Map([[aTicket().ticketId, [kim]]]));
    await survivesMoves('ticket-presence', one, other);
  });
});

describe('a row whose ticket somebody else has open', () => {
  it('has a small mark that says who, and none when nobody is there any more', async () => {
    const hub = createFakeHub();
    const row = aTicket();
    hub.tickets.$window.set(windowOf([row]));
    const element = await inHub<LitElement>(hub, '<ticket-list style="display: block; height: 300px"></ticket-list>');
    await until(() => all(element, '.subject').some((cell) => cell.textContent?.includes(row.subject)), 'the row');
    const marks = () => all(element, '[role=img].present');
    expect(marks()).to.have.lengthOf(0);
    hub.presence.$viewers.set(new Map([[row.ticketId, [{ ...kim, typing: true }]]]));
    await until(() => marks().length === 1, 'the mark');
    expect(marks()[0]?.getAttribute('aria-label')).to.equal('김민지 님이 작성 중');
    expect(marks()[0]?.className).to.equal('present writing');
    hub.text.$more.set(moreTextsIn('ja'));
    await until(() => marks()[0]?.getAttribute('aria-label') === '김민지さんが作成中', 'the other language');
    hub.presence.$viewers.set(new Map());
    await until(() => marks().length === 0, 'no mark');
  });
});

describe('assignment-notice', () => {
  const given = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ ticketId: `T176370000000${at}AbCdE`, subject: `문의 ${at}` }));

  it('says once what came, opens a ticket, and is put aside', async () => {
    const hub = createFakeHub();
    const element = await inHub<LitElement>(hub, '<assignment-notice></assignment-notice>');
    expect(element.getBoundingClientRect().height).to.equal(0);
    hub.assignments.$assigned.set(given(1));
    await element.updateComplete;
    expect(one(element, '[role=status]').textContent).to.equal('새 티켓의 담당자로 지정되었습니다. 문의 0');
    await expect(element).to.be.accessible();
    named(element, '문의 0 열기').click();
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(given(1)[0]?.ticketId);
    expect(hub.asked(AssignmentDismissRequest)).to.have.lengthOf(1);
    named(element, '알림 닫기').focus();
    named(element, '알림 닫기').click();
    expect(hub.asked(AssignmentDismissRequest)[1]?.ticketIds).to.deep.equal([given(1)[0]?.ticketId]);
    hub.assignments.$assigned.set([]);
    await element.updateComplete;
    expect(document.activeElement, 'the keyboard is not lost').to.equal(element);
  });

  it('says nothing anew when one of several is opened', async () => {
    const hub = createFakeHub();
    const element = await inHub<LitElement>(hub, '<assignment-notice></assignment-notice>');
    const [older, newer] = given(2);
    const said = async (...assigned: ReturnType<typeof given>): Promise<string | null> => {
      hub.assignments.$assigned.set(assigned);
      await element.updateComplete;
      return one(element, '[role=status]').textContent;
    };
    expect(await said(older!)).to.contain('문의 0');
    expect(await said(newer!, older!)).to.contain('문의 1');
    expect(await said(older!)).to.contain('문의 1');
    expect(await said()).to.equal('');
  });

  it('names three of many and leads to the list of the rest', async () => {
    const hub = createFakeHub();
    const element = await inHub<LitElement>(hub, '<assignment-notice></assignment-notice>');
    hub.assignments.$assigned.set(given(5));
    await element.updateComplete;
    expect(all(element, '.ticket')).to.have.lengthOf(3);
    named(element, '외 2건 모두 보기').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.deep.equal({ view: 'mine_processing' });
  });
});
