import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { TicketRow } from '../../src/domain/types.js';
import { TicketSelectRequest } from '../../src/events/requests.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { sampleHub, speak } from '../../stories/support/samples.js';
import { windowOf, type FakeHub } from '../support/fake-hub.js';
import { focusedName, named, one, textOf } from '../support/in-hub.js';
import { cell, focusedRow, hubWith, keepTicks, mount, press, rowOf, size } from '../support/ticket-list.js';
import { settle, until } from '../support/until.js';

const ticked = (hub: FakeHub): string[] => [...hub.selection.$ticked.get().ids];
const idsOf = (rows: readonly TicketRow[], from: number, to: number): string[] =>
  rows.slice(from, to).map((row) => row.ticketId);
const click = (target: Element, held: MouseEventInit = {}): void =>
  void target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...held }));

/** A list of a thousand of which the first fifty and the last are here. */
function longList(rows: readonly TicketRow[]): FakeHub {
  const hub = sampleHub();
  hub.tickets.$window.set(windowOf(rows, { row: (index) => (index < 50 || index > 900 ? rows[index] : undefined) }));
  return hub;
}

describe('the selection of ticket-list', () => {
  it('ticks by box, by Space, and in ranges', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    const ids = (from: number, to: number): string[] => idsOf(rows, from, to);
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

  it('adds single rows with Ctrl or Cmd, and opens none of them', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    click(cell(rowOf(list, 1), 5), { ctrlKey: true });
    click(cell(rowOf(list, 3), 5), { metaKey: true });
    expect(ticked(hub)).to.have.members([rows[1]!.ticketId, rows[3]!.ticketId]);
    click(cell(rowOf(list, 1), 5), { ctrlKey: true });
    expect(ticked(hub)).to.deep.equal([rows[3]!.ticketId]);
    expect(hub.asked(TicketSelectRequest)).to.have.lengthOf(0);
  });

  it('lets a range shrink again, and keeps what was ticked before it', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    click(cell(rowOf(list, 8), 5), { ctrlKey: true });
    rowOf(list, 2).focus();
    await sendKeys({ press: 'Space' });
    await press('Shift', 'ArrowDown');
    await press('Shift', 'ArrowDown');
    expect(ticked(hub)).to.have.members([...idsOf(rows, 2, 5), rows[8]!.ticketId]);
    await press('Shift', 'ArrowUp');
    expect(ticked(hub)).to.have.members([...idsOf(rows, 2, 4), rows[8]!.ticketId]);
    expect(focusedRow(list)).to.equal(3);
    rowOf(list, 5).focus();
    await press('Shift', 'Space');
    expect(ticked(hub)).to.have.members([...idsOf(rows, 2, 6), rows[8]!.ticketId]);
  });

  it('fetches the rows of a range that are not here, so that none is left out', async () => {
    const rows = sampleRows(1000);
    const hub = longList(rows);
    const asked: number[] = [];
    // Two tickets came in above since the list was shown.
    const now = [...sampleRows(2).map((row, at) => ({ ...row, ticketId: `N${at}` })), ...rows];
    hub.lists.rows = (_query, most) => {
      asked.push(most);
      return Promise.resolve(now.slice(0, most));
    };
    const list = await mount(hub);
    keepTicks(hub, list);
    click(cell(rowOf(list, 3), 1).querySelector('input')!);
    one(list, '.viewport').scrollTop = 32 * 950;
    await settle(60);
    click(cell(rowOf(list, 952), 5), { shiftKey: true });
    await until(() => ticked(hub).length > 1, 'the range');
    expect(ticked(hub)).to.have.members(idsOf(rows, 3, 953));
    expect(asked).to.have.lengthOf(1);
  });

  it('says when a range could not be fetched, and ticks nothing of it', async () => {
    const rows = sampleRows(1000);
    const hub = longList(rows);
    hub.lists.rows = () => Promise.reject(new DeskError('offline', ''));
    const list = await mount(hub);
    keepTicks(hub, list);
    click(cell(rowOf(list, 3), 1).querySelector('input')!);
    one(list, '.viewport').scrollTop = 32 * 950;
    await settle(60);
    click(cell(rowOf(list, 952), 5), { shiftKey: true });
    await until(() => textOf(list).includes('선택하지 못했습니다. 서버에 연결할 수 없습니다.'), 'the reason');
    expect(ticked(hub)).to.deep.equal([rows[3]!.ticketId]);
    click(cell(rowOf(list, 951), 1).querySelector('input')!);
    await list.updateComplete;
    expect(textOf(list)).to.contain('2건 선택').and.not.to.contain('선택하지 못했습니다');
  });

  it('does not fetch half a database for a range', async () => {
    const [row] = sampleRows(1) as [TicketRow];
    const hub = sampleHub();
    const make = (index: number): TicketRow | undefined =>
      index < 50 || index > 99_900 ? { ...row, ticketId: `T${index}` } : undefined;
    const indexOf = (id: string): number => Number(id.slice(1));
    hub.tickets.$window.set(windowOf([], { total: 100_000, row: make, indexOf }));
    const list = await mount(hub);
    keepTicks(hub, list);
    rowOf(list, 0).focus();
    await sendKeys({ press: 'Space' });
    await press('Shift', 'End');
    await list.updateComplete;
    expect(textOf(list)).to.contain('범위가 너무 넓어');
    expect(ticked(hub)).to.deep.equal(['T0']);
  });

  it('offers all that match once some are ticked, and the way back', async () => {
    const rows = sampleRows(300);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    cell(rowOf(list, 1), 1).querySelector('input')!.click();
    await list.updateComplete;
    named(list, '전체 300건 선택').click();
    expect(hub.selection.$ticked.get()).to.deep.equal({ all: true, ids: new Set() });
    await list.updateComplete;
    expect(textOf(list)).to.contain('모든 300건 선택됨');
    await until(() => focusedName(list) === '선택 취소', 'the focus on what is left');
    await expect(list).to.be.accessible();
    named(list, '선택 취소').click();
    expect(hub.selection.$ticked.get()).to.deep.equal({ all: false, ids: new Set() });
    await list.updateComplete;
    expect(textOf(list)).to.contain('300건').and.not.to.contain('선택됨');
    expect(focusedRow(list)).to.equal(0);
  });

  it('gives the selection up by Escape in the rows, which then is no key of the page', async () => {
    const rows = sampleRows(30);
    const hub = hubWith(rows);
    const list = await mount(hub);
    keepTicks(hub, list);
    let heard = 0;
    list.parentElement!.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') heard++;
    });
    rowOf(list, 1).focus();
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Escape' });
    expect(ticked(hub)).to.deep.equal([]);
    expect(heard).to.equal(0);
    await sendKeys({ press: 'Escape' });
    expect(heard).to.equal(1);
  });

  it('ticks and unticks all by the box in the head', async () => {
    const hub = hubWith(sampleRows(30));
    const list = await mount(hub);
    keepTicks(hub, list);
    const box = one<HTMLInputElement>(list, '[aria-label="모두 선택"]');
    box.click();
    await settle(40);
    expect(box.checked).to.equal(true);
    expect(rowOf(list, 4).getAttribute('aria-selected')).to.equal('true');
    cell(rowOf(list, 4), 1).querySelector('input')!.click();
    await settle(40);
    expect(box.indeterminate).to.equal(true);
    box.click();
    await settle(40);
    expect(hub.selection.$ticked.get().all && hub.selection.$ticked.get().ids.size === 0).to.equal(true);
    box.click();
    await settle(40);
    expect(rowOf(list, 4).getAttribute('aria-selected')).to.equal('false');
  });

  it('says in each language what is ticked, with room for it in a narrow place', async () => {
    const hub = hubWith(sampleRows(300));
    const list = await mount(hub, size.narrow);
    hub.selection.$ticked.set({ all: true, ids: new Set() });
    for (const [language, text] of [
      ['en', 'All 300 selected'],
      ['ja', '300件すべてを選択中'],
    ] as const) {
      speak(hub, language);
      await settle(40);
      expect(textOf(list)).to.contain(text);
      expect(one(list, '.bar').scrollWidth).to.be.at.most(one(list, '.bar').clientWidth);
    }
  });
});
