import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { TicketRow } from '../../src/domain/types.js';
import { TicketList } from '../../src/elements/ticket-list/ticket-list.js';
import { ListCollapseNotice } from '../../src/events/list-collapse.js';
import {
  ListOpenRequest,
  ListRefreshRequest,
  ListSortRequest,
  TaskDismissRequest,
  TickRequest,
  TicketClaimRequest,
  TicketSelectRequest,
  TicketStarRequest,
} from '../../src/events/requests.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { ready, sampleHub, sampleSession, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { settle, until } from '../support/until.js';

const size = { wide: 1000, narrow: 320 };

function hubWith(rows: readonly TicketRow[]): FakeHub {
  const hub = sampleHub();
  hub.tickets.$window.set(windowOf(rows));
  return hub;
}

async function mount(hub: FakeHub, width = size.wide, attributes = ''): Promise<TicketList> {
  await import('../../src/elements/ticket-list/define.js');
  const list = await inHub<TicketList>(hub, `<ticket-list ${attributes}></ticket-list>`);
  list.parentElement!.style.cssText = `display: block; inline-size: ${width}px; block-size: 400px`;
  await settle(80);
  return list;
}

const shown = (list: Element): HTMLElement[] =>
  all(list, '.viewport [role="row"]:not([hidden])').sort((a, b) => rowIndex(a) - rowIndex(b));
const rowIndex = (row: Element): number => Number(row.getAttribute('aria-rowindex'));
const rowOf = (list: Element, index: number): HTMLElement => {
  const row = shown(list).find((each) => rowIndex(each) === index + 2);
  if (!row) throw new Error(`row ${index} is not there`);
  return row;
};
const cell = (row: Element, column: number): HTMLElement => row.querySelector(`[aria-colindex="${column}"]`)!;
const focusedRow = (list: Element): number => {
  const active = list.shadowRoot!.activeElement;
  return rowIndex(active!.closest('[role="row"]')!) - 2;
};
async function press(held: string, key: string): Promise<void> {
  await sendKeys({ down: held });
  await sendKeys({ press: key });
  await sendKeys({ up: held });
}
/** Does for ticks what the real hub does. */
function keepTicks(hub: FakeHub, list: HTMLElement): void {
  list.addEventListener(TickRequest.type, (event) => hub.selection.$ticked.set((event as TickRequest).ticked));
}

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

  it('keeps few rows for many tickets, and reaches the last of a million', async () => {
    const [row] = sampleRows(1) as [TicketRow];
    const total = 1_000_000;
    const hub = sampleHub();
    const make = (index: number): TicketRow => ({ ...row, ticketId: `T${index}`, subject: `티켓 ${index}` });
    hub.tickets.$window.set(windowOf([], { total, row: make, indexOf: (id) => Number(id.slice(1)) }));
    const list = await mount(hub);
    expect(one(list, '[role="grid"]').getAttribute('aria-rowcount')).to.equal('1000001');
    expect(shown(list).length).to.be.lessThan(20);
    rowOf(list, 0).focus();
    await sendKeys({ press: 'End' });
    const last = rowOf(list, total - 1);
    expect(cell(last, 5).textContent).to.equal('티켓 999999');
    const view = one(list, '.viewport').getBoundingClientRect();
    expect(last.getBoundingClientRect().bottom).to.be.closeTo(view.bottom, 2);
    await sendKeys({ press: 'ArrowUp' });
    expect(focusedRow(list)).to.equal(total - 2);
  });

  it('shows the right rows wherever it is scrolled to', async () => {
    const rows = sampleRows(2000).map((row, index) => ({ ...row, subject: `티켓 ${index}` }));
    const list = await mount(hubWith(rows));
    const view = one(list, '.viewport');
    for (const top of [31, 700, 690, 60_000, 20, 63_000]) {
      view.scrollTop = top;
      await settle(40);
      const first = Math.floor(top / 32);
      const seen = rowOf(list, first).getBoundingClientRect();
      expect(seen.top - view.getBoundingClientRect().top).to.be.closeTo(first * 32 - view.scrollTop, 1);
      expect(shown(list).map((row) => cell(row, 5).textContent)).to.deep.equal(
        shown(list).map((row) => `티켓 ${rowIndex(row) - 2}`),
      );
    }
  });

  it('asks for the rows in sight and stands in for those on their way', async () => {
    const wanted: string[] = [];
    const hub = sampleHub();
    hub.tickets.$window.set(
      windowOf([], { total: 500, row: () => undefined, want: (from, to) => void wanted.push(`${from}-${to}`) }),
    );
    const list = await mount(hub);
    expect(rowOf(list, 3).getAttribute('aria-busy')).to.equal('true');
    await settle(40);
    expect(wanted.at(-1)).to.match(/^0-1\d$/);
    const rows = sampleRows(500);
    hub.tickets.$window.set(windowOf(rows));
    await settle(60);
    expect(cell(rowOf(list, 3), 5).textContent).to.equal(rows[3]!.subject);
    expect(rowOf(list, 3).hasAttribute('aria-busy')).to.equal(false);
  });

  it('writes a changed row where it stands', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    const before = rowOf(list, 2);
    rows[2] = { ...rows[2]!, subject: '새 제목', status: 'resolved', unread: true };
    hub.tickets.$window.set(windowOf(rows, { changed: new Set([2]) }));
    await settle(60);
    expect(cell(before, 5).textContent).to.equal('새 제목');
    expect(cell(before, 4).textContent).to.equal('해결');
    expect(getComputedStyle(cell(before, 5)).fontWeight).to.equal('600');
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

  it('is one stop of the Tab key and walked by the arrows', async () => {
    const list = await mount(hubWith(sampleRows(60)));
    rowOf(list, 0).focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'PageDown' });
    expect(focusedRow(list)).to.be.greaterThan(6);
    await press('Control', 'Home');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedRow(list)).to.equal(1);
    expect(list.shadowRoot!.activeElement!.getAttribute('type')).to.equal('checkbox');
    expect(all(list, '.viewport [tabindex="0"]')).to.have.lengthOf(1);
    await sendKeys({ press: 'Tab' });
    expect(one(list, '.viewport').contains(list.shadowRoot!.activeElement)).to.equal(false);
  });

  it('keeps the focus on its ticket while the list scrolls away and rows come in above', async () => {
    const rows = sampleRows(400).map((row, index) => ({ ...row, subject: `티켓 ${index}` }));
    const hub = hubWith(rows);
    const list = await mount(hub);
    rowOf(list, 3).focus();
    one(list, '.viewport').scrollTop = 9000;
    await settle(60);
    expect(focusedName(list)).to.contain('티켓 3');
    hub.tickets.$window.set(windowOf([...sampleRows(2).map((row, i) => ({ ...row, ticketId: `N${i}` })), ...rows]));
    await settle(60);
    expect(focusedName(list)).to.contain('티켓 3');
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedRow(list)).to.equal(6);
    expect(focusedName(list)).to.contain('티켓 4');
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

  it('ticks by box, by Space, and in ranges', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    const ids = (from: number, to: number): string[] => rows.slice(from, to).map((row) => row.ticketId);
    cell(rowOf(list, 1), 1).querySelector('input')!.click();
    cell(rowOf(list, 4), 5).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    expect([...hub.selection.$ticked.get().ids]).to.have.members(ids(1, 5));
    rowOf(list, 4).focus();
    await sendKeys({ press: 'Space' });
    await press('Shift', 'ArrowDown');
    await settle(60);
    expect([...hub.selection.$ticked.get().ids]).to.have.members(ids(1, 6));
    expect(rowOf(list, 5).getAttribute('aria-selected')).to.equal('true');
    expect(textOf(list)).to.contain('5건 선택');
    await expect(list).to.be.accessible();
  });

  it('ticks all as all but some', async () => {
    const rows = sampleRows(300);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    rowOf(list, 0).focus();
    await press('Control', 'a');
    await settle(60);
    await sendKeys({ press: 'Space' });
    expect(hub.selection.$ticked.get().all).to.equal(true);
    expect([...hub.selection.$ticked.get().ids]).to.deep.equal([rows[0]!.ticketId]);
    expect(textOf(list)).to.contain('299건 선택');
    one(list, '[aria-label="모두 선택"]').click();
    expect(hub.selection.$ticked.get()).to.deep.equal({ all: true, ids: new Set() });
  });

  it('shows the box as the hub has it when a page takes the tick over', async () => {
    const list = await mount(hubWith(sampleRows(5)));
    const box = cell(rowOf(list, 1), 1).querySelector('input')!;
    box.click();
    await settle(60);
    expect(box.checked).to.equal(false);
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

  it('holds still under the pointer, under the focus and away from the top, and shows what waits', async () => {
    const held: boolean[] = [];
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf(sampleRows(200), { hold: (on) => void held.push(on) }));
    const list = await mount(hub);
    const box = rowOf(list, 2).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(box.left + 300), Math.round(box.top + 10)] });
    expect(held.at(-1)).to.equal(true);
    await sendMouse({ type: 'move', position: [790, 590] });
    await resetMouse();
    await until(() => held.at(-1) === false, 'the release');
    rowOf(list, 0).focus();
    expect(held.at(-1)).to.equal(true);
    rowOf(list, 0).blur();
    expect(held.at(-1)).to.equal(false);
    one(list, '.viewport').scrollTop = 300;
    await until(() => held.at(-1) === true, 'the hold');
    hub.tickets.$waiting.set(3);
    await list.updateComplete;
    one(list, '[role="status"] button').click();
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
  });

  it('begins at the top of another list', async () => {
    const hub = hubWith(sampleRows(200));
    const list = await mount(hub);
    one(list, '.viewport').scrollTop = 2000;
    await settle(60);
    hub.tickets.$window.set(windowOf(sampleRows(100), { generation: 2 }));
    await settle(60);
    expect(one(list, '.viewport').scrollTop).to.equal(0);
    expect(rowOf(list, 0)).to.exist;
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
});
