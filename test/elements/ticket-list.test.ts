import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { TicketList } from '../../src/elements/ticket-list/ticket-list.js';
import { ListCollapseNotice } from '../../src/events/list-collapse.js';
import {
  ListOpenRequest,
  ListRefreshRequest,
  ListSortRequest,
  TaskDismissRequest,
  TicketClaimRequest,
  TicketSelectRequest,
  TicketStarRequest,
} from '../../src/events/requests.js';
import { doorayTransfer, issueTransfer, sampleGuidance } from '../../stories/support/sample-dooray.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, sampleSession, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { cell, hubWith, mount, rowOf, shown, size } from '../support/ticket-list.js';
import { settle, until } from '../support/until.js';

describe('ticket-list', () => {
  it('is not defined by importing the class', () => {
    expect(TicketList.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/ticket-list/define.js');
    const list = await fixture<TicketList>(html`<ticket-list></ticket-list>`);
    expect(textOf(list)).to.equal('');
  });

  it('tells of each ticket what an agent chooses by', async () => {
    const rows = sampleRows(5).map((row, index) => (index === 1 ? { ...row, channel: 'manual' as const } : row));
    const list = await mount(hubWith(rows));
    const row = rowOf(list, 1);
    expect(cell(row, 4).textContent).to.equal('처리중');
    expect(cell(row, 5).textContent).to.equal(rows[1]!.subject);
    expect(cell(row, 7).textContent).to.equal(rows[1]!.customer!.name);
    expect(cell(row, 8).textContent).to.equal(rows[1]!.assignee!.name);
    expect(cell(row, 9).textContent).to.equal('생성');
    expect(cell(row, 11).textContent).to.equal('21분');
    await expect(list).to.be.accessible();
  });

  it('names urgency and transfer in words beside their signs', async () => {
    const rows = sampleRows(8);
    const list = await mount(hubWith(rows));
    const urgent = rows.findIndex((row) => row.priority === 'urgent');
    const moved = rows.findIndex((row) => row.transfer?.kind === 'dooray');
    expect(cell(rowOf(list, urgent), 3).title).to.equal('긴급');
    expect(cell(rowOf(list, moved), 6).title).to.equal('Dooray! 이관');
  });

  it('says what became of a transfer, and that the customer is to be told something', async () => {
    const [first, ...rest] = sampleRows(4);
    const rows = [
      { ...first!, transfer: doorayTransfer('ko', { state: 'failed', problem: 'refused' }) },
      { ...rest[0]!, transfer: doorayTransfer('ko', { state: 'sending' }) },
      { ...rest[1]!, transfer: issueTransfer(), guidance: sampleGuidance() },
    ];
    const list = await mount(hubWith(rows));
    const signs = rows.map((_, index) => {
      const part = cell(rowOf(list, index), 6);
      return [part.title, part.querySelector('svg')?.getAttribute('class')];
    });
    expect(signs).to.deep.equal([
      ['Dooray! 이관 · 실패', 'sign warning'],
      ['Dooray! 이관 · 보내는 중', 'sign dooray'],
      ['이슈 이관 · 고객 안내 요청', 'sign megaphone'],
    ]);
  });

  it('opens a ticket by click and by Enter, and marks the open one', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    cell(rowOf(list, 4), 5).click();
    rowOf(list, 2).focus();
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(TicketSelectRequest).map((request) => request.ticketId)).to.deep.equal([
      rows[4]!.ticketId,
      rows[2]!.ticketId,
    ]);
    hub.tickets.$currentId.set(rows[2]!.ticketId);
    await settle(60);
    expect(rowOf(list, 2).getAttribute('aria-current')).to.equal('true');
    await expect(list).to.be.accessible();
  });

  it('sets and takes stars by click and by the S key', async () => {
    const rows = sampleRows(10);
    const hub = hubWith(rows);
    const list = await mount(hub);
    const star = cell(rowOf(list, 2), 2).querySelector('button')!;
    expect(star.getAttribute('aria-pressed')).to.equal('true');
    star.click();
    rowOf(list, 0).focus();
    await sendKeys({ press: 's' });
    const asked = hub.asked(TicketStarRequest).map(({ ticketId, starred }) => [ticketId, starred]);
    expect(asked).to.deep.equal([
      [rows[2]!.ticketId, false],
      [rows[0]!.ticketId, true],
    ]);
    expect(hub.asked(TicketSelectRequest)).to.have.lengthOf(0);
  });

  it('claims an unassigned ticket at once for an agent of one group', async () => {
    const rows = sampleRows(10);
    const hub = hubWith(rows);
    const session = sampleSession();
    const [group] = session.agent.groups;
    hub.session.$session.set(ready({ ...session, agent: { ...session.agent, groups: [group!] } }));
    const list = await mount(hub);
    const free = rows.findIndex((row) => row.status === 'unassigned');
    cell(rowOf(list, free), 8).querySelector('button')!.click();
    rowOf(list, free).focus();
    await sendKeys({ press: 'c' });
    const asked = hub.asked(TicketClaimRequest).map(({ ticketId, groupId }) => [ticketId, groupId]);
    expect(asked).to.deep.equal([
      [rows[free]!.ticketId, null],
      [rows[free]!.ticketId, null],
    ]);
  });

  it('lets an agent of several groups choose one', async () => {
    const rows = sampleRows(10);
    const list = await mount(hubWith(rows));
    const free = rows.findIndex((row) => row.status === 'unassigned');
    cell(rowOf(list, free), 8).querySelector('button')!.click();
    const dialog = (): Element | null | undefined =>
      list.shadowRoot!.querySelector('claim-dialog')?.shadowRoot?.querySelector('dialog[open]');
    await until(() => Boolean(dialog()), 'the dialog');
    await sendKeys({ press: 'Escape' });
    await until(() => !list.shadowRoot!.querySelector('claim-dialog'), 'the end of the dialog');
  });

  it('sorts by its heads and says how it is sorted', async () => {
    const hub = hubWith(sampleRows(5));
    const list = await mount(hub);
    const heads = all(list, '[role="columnheader"]');
    expect(heads[10]!.getAttribute('aria-sort')).to.equal('descending');
    heads[10]!.querySelector('button')!.click();
    heads[4]!.querySelector('button')!.click();
    const asked = hub.asked(ListSortRequest).map(({ sort, descending }) => [sort, descending]);
    expect(asked).to.deep.equal([
      ['updatedAt', false],
      ['subject', false],
    ]);
  });

  it('filters important tickets and offers the way back from an empty filter', async () => {
    const hub = hubWith([]);
    const list = await mount(hub);
    expect(textOf(list)).to.contain('이 목록에 해당하는 티켓이 없습니다.');
    await expect(list).to.be.accessible();
    named(list, '중요').click();
    expect(hub.asked(ListOpenRequest)[0]!.change).to.deep.equal({ starred: true });
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), starred: true });
    await list.updateComplete;
    expect(named(list, '중요').getAttribute('aria-pressed')).to.equal('true');
    named(list, '중요 필터 해제').click();
    expect(hub.asked(ListOpenRequest)[1]!.change).to.deep.equal({ starred: undefined });
  });

  it('shows rows to come while the list is on its way', async () => {
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf([], { status: 'loading' }));
    const list = await mount(hub);
    expect(shown(list).length).to.be.greaterThan(5);
    expect(one(list, '[role="grid"]').getAttribute('aria-busy')).to.equal('true');
    await expect(list).to.be.accessible();
  });

  it('says why it could not be loaded and offers another try', async () => {
    const error = new DeskError('offline', '');
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf([], { status: 'failed', error }));
    const list = await mount(hub);
    expect(textOf(list)).to.contain('티켓 목록을 불러오지 못했습니다. 서버에 연결할 수 없습니다.');
    named(list, '다시 시도').click();
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
    await expect(list).to.be.accessible();
  });

  it('tells who was faster until the agent has read it', async () => {
    const rows = sampleRows(5);
    const hub = hubWith(rows);
    const error = new DeskError('conflict', '', { winner: '김서연' });
    hub.work.$tasks.set([{ id: 'k1', ticketId: rows[0]!.ticketId, action: 'claim', state: 'failed', error }]);
    const list = await mount(hub);
    expect(textOf(list)).to.contain('가져오기: 김서연 님이 먼저 가져갔습니다.');
    await expect(list).to.be.accessible();
    named(list, '알림 닫기').click();
    expect(hub.asked(TaskDismissRequest)[0]!.taskId).to.equal('k1');
  });

  it('folds away by a button that says so, and tells the page', async () => {
    const list = await mount(hubWith(sampleRows(50)));
    const told: boolean[] = [];
    list.addEventListener(ListCollapseNotice.type, (event) => told.push((event as ListCollapseNotice).collapsed));
    named(list, '티켓 목록 접기').click();
    await settle(60);
    expect(list.hasAttribute('collapsed')).to.equal(true);
    expect(list.getBoundingClientRect().width).to.be.lessThan(40);
    expect(named(list, '티켓 목록 펼치기').getAttribute('aria-expanded')).to.equal('false');
    await expect(list).to.be.accessible();
    named(list, '티켓 목록 펼치기').click();
    await settle(60);
    expect(cell(rowOf(list, 1), 5).offsetHeight).to.be.greaterThan(10);
    expect(told).to.deep.equal([true, false]);
  });

  it('shows two lines a ticket in a narrow place, with title, assignee, channel and status, and sorts by a choice', async () => {
    const hub = hubWith(sampleRows(50));
    const list = await mount(hub, size.narrow);
    const row = rowOf(list, 1);
    for (const column of [4, 5, 8, 9]) expect(cell(row, column).offsetWidth, `column ${column}`).to.be.greaterThan(30);
    expect(row.offsetHeight).to.equal(52);
    expect(one(list, '.list').scrollWidth).to.be.at.most(size.narrow);
    const choice = named<HTMLSelectElement>(list, '정렬 기준');
    choice.value = 'subject';
    choice.dispatchEvent(new Event('input'));
    expect(hub.asked(ListSortRequest)[0]!.sort).to.equal('subject');
    await expect(list).to.be.accessible();
  });

  it('is as dense as it is told to be', async () => {
    const list = await mount(hubWith(sampleRows(50)), size.wide, 'density="compact"');
    expect(rowOf(list, 0).offsetHeight).to.equal(28);
    list.density = 'comfortable';
    await settle(80);
    expect(rowOf(list, 0).offsetHeight).to.equal(40);
  });

  it('follows the language of its hub', async () => {
    const hub = hubWith(sampleRows(10));
    const list = await mount(hub);
    speak(hub, 'en');
    await settle(80);
    expect(cell(rowOf(list, 1), 4).textContent).to.equal('Processing');
    expect(cell(rowOf(list, 0), 8).textContent).to.equal('Claim');
    expect(textOf(list)).to.contain('10 tickets');
  });

  it('empties when its hub leaves and fills when one returns', async () => {
    const hub = hubWith(sampleRows(10));
    const list = await mount(hub);
    const box = list.parentElement as HTMLElement & { hub: FakeHub | undefined };
    box.hub = undefined;
    await settle(60);
    expect(textOf(list)).to.equal('');
    box.hub = hubWith(sampleRows(4));
    await settle(80);
    expect(shown(list)).to.have.lengthOf(4);
  });

  it('survives moves and leaves nothing behind', async () => {
    await import('../../src/elements/ticket-list/define.js');
    await survivesMoves('ticket-list', hubWith(sampleRows(10)), hubWith(sampleRows(3)));
  });

  it('filters unread tickets and offers the way back from an empty filter', async () => {
    const hub = hubWith([]);
    const list = await mount(hub);
    named(list, '읽지 않음').click();
    expect(hub.asked(ListOpenRequest)[0]!.change).to.deep.equal({ unread: true });
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), unread: true });
    await list.updateComplete;
    expect(named(list, '읽지 않음').getAttribute('aria-pressed')).to.equal('true');
    expect(textOf(list)).to.contain('읽지 않은 티켓이 없습니다.');
    named(list, '읽지 않음 필터 해제').click();
    expect(hub.asked(ListOpenRequest)[1]!.change).to.deep.equal({ unread: undefined });
  });
});
