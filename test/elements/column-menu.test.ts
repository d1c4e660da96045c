import { expect, fixture, html } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { usualColumns } from '../../src/domain/columns.js';
import { ColumnMenu } from '../../src/elements/column-menu/column-menu.js';
import type { TicketList } from '../../src/elements/ticket-list/ticket-list.js';
import { ListArrangeRequest, ListSortRequest } from '../../src/events/requests.js';
import { moreTextsIn, textsIn, type FakeHub } from '../support/fake-hub.js';
import { named, nameOf, one, textOf } from '../support/in-hub.js';
import { headOf, headings, hubWith, keepColumns, mount, press, rowOf, size } from '../support/ticket-list.js';
import { searchSettings } from '../../stories/support/sample-search.js';
import { ready } from '../../stories/support/samples.js';
import { sampleRows } from '../../stories/support/sample-tickets.js';
import { settle, until } from '../support/until.js';

const menuOf = (list: Element): ColumnMenu => list.shadowRoot!.querySelector('column-menu')!;
const items = (list: Element): HTMLElement[] => [
  ...(menuOf(list)?.shadowRoot?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];
const said = (list: Element): string => menuOf(list).shadowRoot!.querySelector('[role="status"]')!.textContent!;
const dialogOf = (list: Element): HTMLDialogElement | null =>
  menuOf(list)?.shadowRoot?.querySelector('dialog[open]') ?? null;
const ids = (hub: FakeHub): string[] => hub.tickets.$columns.get().map(({ id }) => id);
const focusedHead = (list: Element): string =>
  list.shadowRoot!.activeElement?.closest('[role="columnheader"]')?.textContent?.trim() ?? '';

async function arranged(width = size.wide): Promise<{ hub: FakeHub; list: TicketList }> {
  const hub = hubWith(sampleRows(20));
  const list = await mount(hub, width);
  keepColumns(hub, list);
  return { hub, list };
}

async function openMenu(list: Element, word: string): Promise<void> {
  headOf(list, word).querySelector('button')!.focus();
  await press('Shift', 'F10');
  await until(() => items(list).some((item) => item.matches(':focus')), 'the menu');
}

async function choose(list: Element, label: string): Promise<void> {
  const item = items(list).find((each) => nameOf(each) === label);
  if (!item) throw new Error(`no "${label}", but: ${items(list).map(nameOf).join(' | ')}`);
  item.focus();
  await sendKeys({ press: 'Enter' });
  await settle(40);
}

async function openSettings(list: Element): Promise<void> {
  named(list, '열과 행 높이').focus();
  await sendKeys({ press: 'Enter' });
  await until(() => dialogOf(list) !== null, 'the dialog');
}

describe('column-menu', () => {
  it('is not defined by importing the class', () => {
    expect(ColumnMenu.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/column-menu/define.js');
    expect(textOf(await fixture(html`<column-menu></column-menu>`))).to.equal('');
  });

  it('changes nothing of columns and heights that the page gave, and says why', async () => {
    const { hub, list } = await arranged();
    list.columns = hub.tickets.$columns.get().slice(0, 5);
    list.density = 'compact';
    await list.updateComplete;
    await openMenu(list, '고객');
    expect(items(list).map(nameOf)).to.deep.equal([
      '오름차순 정렬',
      '내림차순 정렬',
      '이 목록의 열은 페이지가 정하여 바꿀 수 없습니다.',
      '모든 열…',
    ]);
    await choose(list, '모든 열…');
    await until(() => dialogOf(list) !== null, 'the dialog');
    expect(dialogOf(list)!.textContent).to.contain('이 목록의 열은 페이지가 정하여 바꿀 수 없습니다.');
    expect(dialogOf(list)!.textContent).to.contain('이 목록의 행 높이는 페이지가 정하여 바꿀 수 없습니다.');
    expect(dialogOf(list)!.querySelectorAll('input')).to.have.lengthOf(0);
    expect([...dialogOf(list)!.querySelectorAll('button')].map(nameOf)).to.deep.equal(['닫기']);
    dialogOf(list)!.querySelector('button')!.click();
    const head = headOf(list, '고객').getBoundingClientRect();
    const [x, y] = [Math.round(head.left + 30), Math.round(head.top + 10)];
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x - 200, y] });
    await sendMouse({ type: 'up' });
    await resetMouse();
    expect(hub.asked(ListArrangeRequest)).to.have.lengthOf(0);
  });

  it('lets the height of rows be chosen where the page gave the columns alone', async () => {
    const { hub, list } = await arranged();
    list.columns = hub.tickets.$columns.get().slice(0, 5);
    await list.updateComplete;
    await openSettings(list);
    named<HTMLElement>(menuOf(list), '기본값으로').click();
    expect(hub.asked(ListArrangeRequest).map(({ change }) => change)).to.deep.equal([{ density: 'normal' }]);
  });

  it('opens at a head by keyboard, is walked by the arrows and gives the focus back', async () => {
    const { list } = await arranged();
    await openMenu(list, '고객');
    expect(nameOf(menuOf(list).shadowRoot!.querySelector('[role="menu"]')!)).to.equal('고객 열 메뉴');
    await expect(menuOf(list)).to.be.accessible();
    await sendKeys({ press: 'ArrowUp' });
    expect(items(list).at(-1)!.matches(':focus')).to.equal(true);
    await sendKeys({ press: 'ArrowDown' });
    expect(items(list)[0]!.matches(':focus')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => items(list).length === 0, 'the end of the menu');
    expect(focusedHead(list)).to.equal('고객');
  });

  it('opens by the right button of the mouse, and where nothing can be sorted by a plain press', async () => {
    const { hub, list } = await arranged();
    hub.session.$settings.set(ready(searchSettings()));
    hub.tickets.$columns.set([...usualColumns.slice(0, 5), { id: 'f.secret', width: null }]);
    await settle();
    const head = headOf(list, '고객').querySelector('button')!;
    one(list, '.head').dispatchEvent(new PointerEvent('pointerenter'));
    await import('../../src/elements/ticket-list/head-controls.js');
    await settle();
    expect(
      head.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true, cancelable: true })),
    ).to.equal(false);
    await until(() => items(list).length > 0, 'the menu');
    await sendKeys({ press: 'Escape' });
    await until(() => items(list).length === 0, 'the end of the menu');
    headOf(list, '주민등록번호').querySelector('button')!.click();
    await until(() => items(list).length > 0, 'the menu');
    expect(items(list).map(nameOf)).to.deep.equal([
      '앞으로 이동',
      '뒤로 이동',
      '너비 늘리기',
      '너비 줄이기',
      '기본 너비',
      '열 숨기기',
      '모든 열…',
    ]);
  });

  it('moves a column, again and again, and says where it stands', async () => {
    const { hub, list } = await arranged();
    await openMenu(list, '담당그룹');
    await choose(list, '앞으로 이동');
    await choose(list, '앞으로 이동');
    expect(ids(hub).slice(4, 8)).to.deep.equal(['customer', 'group', 'assignee', 'channel']);
    expect(said(list)).to.equal('담당그룹: 9개 중 6번째');
    await sendKeys({ press: 'Escape' });
    await until(() => items(list).length === 0, 'the end of the menu');
    expect(focusedHead(list)).to.equal('담당그룹');
    expect(headings(list)[5]).to.equal('담당그룹');
  });

  it('does not move a column out of the list', async () => {
    const { hub, list } = await arranged();
    await openMenu(list, '수정');
    await choose(list, '뒤로 이동');
    expect(hub.asked(ListArrangeRequest)).to.have.lengthOf(0);
  });

  it('makes a column wider and narrower, and says how wide it is', async () => {
    const { list } = await arranged();
    const width = headOf(list, '고객').offsetWidth;
    await openMenu(list, '고객');
    await choose(list, '너비 늘리기');
    await choose(list, '너비 늘리기');
    expect(headOf(list, '고객').offsetWidth).to.equal(width + 32);
    expect(said(list)).to.equal('고객: 너비 120');
    await choose(list, '너비 줄이기');
    expect(headOf(list, '고객').offsetWidth).to.equal(width + 16);
    await choose(list, '기본 너비');
    expect(headOf(list, '고객').offsetWidth).to.equal(width);
  });

  it('sorts, and hides a column, and goes on in the head', async () => {
    const { hub, list } = await arranged();
    await openMenu(list, '고객');
    await choose(list, '내림차순 정렬');
    const [asked] = hub.asked(ListSortRequest);
    expect([asked!.sort, asked!.descending]).to.deep.equal(['customer', true]);
    await until(() => focusedHead(list) === '고객', 'the focus');
    await openMenu(list, '고객');
    await choose(list, '열 숨기기');
    expect(headings(list)).not.to.include('고객');
    expect(items(list)).to.deep.equal([]);
    expect(said(list)).to.equal('고객 열을 숨겼습니다.');
    expect(list.shadowRoot!.activeElement!.closest('[role="columnheader"]')).to.exist;
  });

  it('shows and hides columns by their boxes, in the dialog', async () => {
    const { hub, list } = await arranged();
    await openSettings(list);
    const menu = menuOf(list);
    const boxOf = (word: string): HTMLInputElement => named(menu, word).querySelector('input')!;
    expect(boxOf('제목').disabled).to.equal(true);
    await expect(menu).to.be.accessible();
    boxOf('이메일').click();
    await settle(40);
    boxOf('고객').click();
    await settle(40);
    expect(ids(hub)).to.include('email').and.not.to.include('customer');
    expect(headings(list).at(-1)).to.equal('이메일');
    expect(said(list)).to.equal('고객 열을 숨겼습니다.');
    await sendKeys({ press: 'Escape' });
    expect(dialogOf(list)).to.equal(null);
    expect(nameOf(list.shadowRoot!.activeElement!)).to.equal('열과 행 높이');
  });

  it('orders columns by buttons that keep the focus', async () => {
    const { hub, list } = await arranged();
    await openSettings(list);
    const menu = menuOf(list);
    named(menu, '담당자 앞으로').focus();
    await sendKeys({ press: 'Enter' });
    await settle(40);
    await sendKeys({ press: 'Enter' });
    await settle(40);
    expect(ids(hub).slice(2, 6)).to.deep.equal(['subject', 'assignee', 'transfer', 'customer']);
    expect(nameOf(menu.shadowRoot!.activeElement!)).to.equal('담당자 앞으로');
    expect(said(list)).to.equal('담당자: 9개 중 4번째');
  });

  it('changes the height of rows, and puts everything back', async () => {
    const { hub, list } = await arranged();
    hub.tickets.$columns.set([{ id: 'subject', width: null }]);
    await openSettings(list);
    named(menuOf(list), '좁게').querySelector('input')!.click();
    await settle(80);
    expect(rowOf(list, 0).offsetHeight).to.equal(28);
    named(menuOf(list), '기본값으로').click();
    await settle(80);
    expect(rowOf(list, 0).offsetHeight).to.equal(32);
    expect(hub.tickets.$columns.get()).to.equal(usualColumns);
  });

  it('goes from the menu of a column to all of them', async () => {
    const { list } = await arranged();
    await openMenu(list, '고객');
    await choose(list, '모든 열…');
    await until(() => dialogOf(list) !== null, 'the dialog');
    named(menuOf(list), '닫기').click();
    await until(() => dialogOf(list) === null, 'the end of the dialog');
    expect(focusedHead(list)).to.equal('고객');
  });

  it('works where the list is narrow and has no heads', async () => {
    const { hub, list } = await arranged(size.narrow);
    await openSettings(list);
    named(menuOf(list), '우선순위').querySelector('input')!.click();
    await settle(40);
    expect(ids(hub)).not.to.include('priority');
  });

  it('speaks the language of its hub', async () => {
    const { hub, list } = await arranged();
    await openSettings(list);
    for (const [language, title] of [
      ['ja', '列と行の高さ'],
      ['en', 'Columns and row height'],
    ] as const) {
      hub.text.$language.set(language);
      hub.text.$texts.set(textsIn(language));
      hub.text.$more.set(moreTextsIn(language));
      await settle(40);
      expect(textOf(menuOf(list))).to.contain(title);
    }
  });

  it('empties when its hub leaves', async () => {
    const { list } = await arranged();
    await openSettings(list);
    const menu = menuOf(list);
    (list.parentElement as HTMLElement & { hub?: FakeHub }).hub = undefined;
    await settle(60);
    expect(menu.isConnected && textOf(menu) !== '').to.equal(false);
  });
});
