import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ListPlace } from '../../src/base/hub-context.js';
import type { TicketRow } from '../../src/domain/types.js';
import { ListRefreshRequest } from '../../src/events/requests.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { sampleHub } from '../../stories/support/samples.js';
import { windowOf } from '../support/fake-hub.js';
import { all, focusedName, one } from '../support/in-hub.js';
import { cell, focusedRow, headOf, hubWith, mount, press, rowIndex, rowOf, shown } from '../support/ticket-list.js';
import { settle, until } from '../support/until.js';

const numbered = (count: number): TicketRow[] =>
  sampleRows(count).map((row, index) => ({ ...row, subject: `티켓 ${index}` }));

describe('the rows of ticket-list', () => {
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
      const first = Math.floor(top / 32);
      await until(() => shown(list).some((row) => rowIndex(row) === first), 'the rows');
      const seen = rowOf(list, first).getBoundingClientRect();
      expect(seen.top - view.getBoundingClientRect().top).to.be.closeTo(first * 32 - view.scrollTop, 1);
      expect(shown(list).map((row) => cell(row, 5).textContent)).to.deep.equal(
        shown(list).map((row) => `티켓 ${rowIndex(row)}`),
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
    await until(() => cell(before, 5).textContent === '새 제목', 'the change');
    expect(cell(before, 4).textContent).to.equal('해결');
    expect(getComputedStyle(cell(before, 5)).fontWeight).to.equal('600');
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
    one(list, '.waiting-bar').click();
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

  it('holds still while another part of a row has the focus, a column menu is open, or a head is dragged', async () => {
    const held: boolean[] = [];
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf(sampleRows(200), { hold: (on) => void held.push(on) }));
    const list = await mount(hub);
    rowOf(list, 1).querySelector<HTMLElement>('[aria-labelledby^="star-word"]')!.focus();
    expect(held.at(-1)).to.equal(true);
    headOf(list, '고객').querySelector('button')!.focus();
    expect(held.at(-1)).to.equal(false);
    await import('../../src/elements/ticket-list/head-controls.js');
    await press('Shift', 'F10');
    await until(() => held.at(-1) === true, 'the menu');
    await sendKeys({ press: 'Escape' });
    await until(() => held.at(-1) === false, 'the end of the menu');
    const head = headOf(list, '고객').getBoundingClientRect();
    const y = Math.round(head.top + 10);
    await sendMouse({ type: 'move', position: [Math.round(head.left + 30), y] });
    await sendMouse({ type: 'down' });
    await settle(30);
    await sendMouse({ type: 'move', position: [Math.round(head.left - 30), y] });
    await until(() => held.at(-1) === true, 'the drag');
    await sendMouse({ type: 'up' });
    await resetMouse();
    expect(held.at(-1)).to.equal(false);
  });

  it('tells the list that is left where it was, and begins another where the agent was in it', async () => {
    const left: ListPlace[] = [];
    const rows = numbered(200);
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf(rows, { leave: (place) => void left.push(place) }));
    const list = await mount(hub);
    rowOf(list, 3).focus();
    rowOf(list, 3).blur();
    one(list, '.viewport').scrollTop = 32 * 40 + 5;
    await settle(60);
    const others = numbered(300).map((row, index) => ({ ...row, ticketId: `O${index}` }));
    const place = { ticketId: 'O102', index: 100, offset: 7, focusId: 'O105' };
    hub.tickets.$window.set(windowOf(others, { generation: 2, place }));
    await settle(60);
    expect(left).to.deep.equal([{ ticketId: rows[40]!.ticketId, index: 40, offset: 5, focusId: rows[3]!.ticketId }]);
    expect(one(list, '.viewport').scrollTop).to.equal(102 * 32 + 7);
    expect(rowOf(list, 105).tabIndex).to.equal(0);
    hub.tickets.$window.set(windowOf(others, { generation: 2, place, changed: new Set([1]) }));
    one(list, '.viewport').scrollTop = 0;
    await settle(60);
    expect(one(list, '.viewport').scrollTop).to.equal(0);
  });

  it('stands where it stood when it is taken away and put back', async () => {
    const hub = hubWith(numbered(300));
    const list = await mount(hub);
    one(list, '.viewport').scrollTop = 2011;
    await settle(60);
    rowOf(list, 64).focus();
    const box = list.parentElement!;
    list.remove();
    await settle(30);
    box.append(list);
    await settle(80);
    expect(one(list, '.viewport').scrollTop).to.equal(2011);
    expect(focusedName(list)).to.contain('티켓 64');
  });

  it('takes the focus from nobody when it is put back', async () => {
    const list = await mount(hubWith(numbered(300)));
    rowOf(list, 2).focus();
    const box = list.parentElement!;
    const other = document.createElement('button');
    list.remove();
    box.append(other);
    other.focus();
    box.append(list);
    await settle(80);
    expect(document.activeElement).to.equal(other);
    expect(rowOf(list, 2).tabIndex).to.equal(0);
  });

  it('stands where it stood after it was hidden, and gives the row of the open ticket the focus', async () => {
    const rows = numbered(300);
    const hub = hubWith(rows);
    const list = await mount(hub, 320);
    one(list, '.viewport').scrollTop = 3000;
    await settle(60);
    hub.tickets.$currentId.set(rows[60]!.ticketId);
    list.parentElement!.style.display = 'none';
    await settle(60);
    hub.tickets.$currentId.set(null);
    list.parentElement!.style.display = 'block';
    await settle(80);
    expect(one(list, '.viewport').scrollTop).to.equal(3000);
    list.focus();
    expect(focusedName(list)).to.contain('티켓 60');
  });

  it('does not say how many rows there are before it is known', async () => {
    const hub = sampleHub();
    hub.tickets.$window.set(windowOf([], { status: 'loading' }));
    const list = await mount(hub);
    expect(one(list, '[role="grid"]').getAttribute('aria-rowcount')).to.equal('-1');
  });

  it('tells in full what has no room in the row that is pointed at, and when it was changed', async () => {
    const rows = numbered(10);
    const list = await mount(hubWith(rows));
    await settle(300);
    expect(cell(rowOf(list, 2), 11).title).to.match(/\d{4}년/);
    cell(rowOf(list, 2), 7).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    expect(cell(rowOf(list, 2), 7).title).to.equal(rows[2]!.customer!.name);
    expect(cell(rowOf(list, 2), 5).title).to.equal('티켓 2');
  });
});
