import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { ViewMenu } from '../../src/elements/view-menu/view-menu.js';
import {
  ListRefreshRequest,
  PreferencesChangeRequest,
  RetryRequest,
  SavedViewOpenRequest,
  TaskDismissRequest,
} from '../../src/events/requests.js';
import { ready, speak } from '../../stories/support/samples.js';
import { followPreferences, sampleViews, savedHub } from '../../stories/support/saved-views.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

const [weekly, vip, late] = sampleViews().map(({ name }) => name) as [string, string, string];

async function mount(hub: FakeHub, attributes = ''): Promise<ViewMenu> {
  await import('../../src/elements/view-menu/define.js');
  const menu = await inHub<ViewMenu>(hub, `<view-menu ${attributes}></view-menu>`);
  followPreferences(menu, hub);
  return menu;
}

const own = (menu: ViewMenu): string[] => all(menu, '.own > .item').map(nameOf);
const kept = (hub: FakeHub): string[] =>
  hub
    .asked(PreferencesChangeRequest)
    .at(-1)!
    .change.views!.map(({ name }) => name);

async function openMenu(menu: ViewMenu, name: string): Promise<void> {
  named(menu, `「${name}」 보기 메뉴`).click();
  await until(() => all(menu, '.menu:popover-open').length === 1, 'the menu');
}

async function choose(menu: ViewMenu, name: string, what: string): Promise<void> {
  await openMenu(menu, name);
  all(menu, '.menu:popover-open [role=menuitem]')
    .find((item) => nameOf(item) === what)!
    .click();
  await menu.updateComplete;
}

describe('saved views in view-menu', () => {
  it('shows the own views above those of the service, each with its count', async () => {
    const menu = await mount(savedHub());
    expect(own(menu)).to.deep.equal([`${weekly} 12건`, `${vip} 3건`, `${late} 1,480건`]);
    expect(all(menu, '.item').map(nameOf)[3]).to.equal('내가 처리중인 티켓 8건');
    await expect(menu).to.be.accessible();
  });

  it('opens one menu after another beside its button, with the keyboard in it', async () => {
    const menu = await mount(savedHub());
    for (const name of [late, vip, weekly]) {
      await openMenu(menu, name);
      const panel = all(menu, '.menu:popover-open')[0]!;
      expect(nameOf(panel)).to.equal(`「${name}」 보기 메뉴`);
      await until(() => panel.contains(menu.shadowRoot!.activeElement), 'the keyboard in the menu');
      const button = named(menu, `「${name}」 보기 메뉴`).getBoundingClientRect();
      const box = panel.getBoundingClientRect();
      expect(Math.min(Math.abs(box.top - button.bottom), Math.abs(box.bottom - button.top))).to.be.lessThan(12);
    }
  });

  it('follows the counts live, and a new count moves nothing beside it', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    const width = (): number => all(menu, '.own .label')[0]!.getBoundingClientRect().width;
    const before = width();
    hub.tickets.$savedCounts.set(ready({ v1: 9999, v2: 3, v3: 0 }));
    await menu.updateComplete;
    expect(own(menu)[0]).to.equal(`${weekly} 9,999건`);
    expect(width()).to.equal(before);
  });

  it('opens a view, marks it alone, and loads it again when it is pressed', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    named(menu, `${vip} 3건`).click();
    expect(hub.asked(SavedViewOpenRequest)[0]?.viewId).to.equal('v2');
    hub.tickets.$savedView.set('v2');
    await menu.updateComplete;
    expect(all(menu, '[aria-current]').map(nameOf)).to.deep.equal([`${vip} 3건`]);
    named(menu, `${vip} 3건`).click();
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
  });

  it('moves a view by its menu, and says where it went', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    await choose(menu, vip, '위로 이동');
    expect(kept(hub)).to.deep.equal([vip, weekly, late]);
    expect(textOf(menu)).to.contain(`「${vip}」 보기를 1번째로 옮겼습니다.`);
    await until(() => focusedName(menu) === `${vip} 3건`, 'the focus');
  });

  it('moves a view by Alt and an arrow', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    named(menu, `${weekly} 12건`).focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    await until(() => hub.asked(PreferencesChangeRequest).length === 1, 'the change');
    expect(kept(hub)).to.deep.equal([vip, weekly, late]);
  });

  it('moves a view by drag', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    const middle = (index: number): [number, number] => {
      const box = all(menu, '.own')[index]!.getBoundingClientRect();
      return [Math.round(box.x + 40), Math.round(box.y + box.height / 2)];
    };
    await sendMouse({ type: 'move', position: middle(0) });
    await until(() => all(menu, '.menu').length === 3, 'the menus');
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middle(1) });
    await sendMouse({ type: 'move', position: middle(2) });
    await menu.updateComplete;
    expect(own(menu)[2]).to.equal(`${weekly} 12건`);
    await sendMouse({ type: 'up' });
    await sendMouse({ type: 'move', position: [0, 0] });
    expect(kept(hub)).to.deep.equal([vip, late, weekly]);
    expect(hub.asked(SavedViewOpenRequest)).to.have.lengthOf(0);
  });

  it('takes over what the list is now', async () => {
    const hub = savedHub();
    hub.tickets.$query.set({ view: 'all', q: '교환', sort: 'priority', descending: true });
    hub.tickets.$columns.set([{ id: 'subject', width: 200 }]);
    const menu = await mount(hub);
    await choose(menu, vip, '지금 목록으로 바꾸기');
    const view = hub.asked(PreferencesChangeRequest)[0]!.change.views![1]!;
    expect(new URLSearchParams(view.query).get('q')).to.equal('교환');
    expect(view.query).to.contain('priority');
    expect(view.columns).to.deep.equal([{ id: 'subject', width: 200 }]);
  });

  it('deletes a view, and brings it back to its place', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    const height = (): number => all(menu, 'nav')[0]!.getBoundingClientRect().height;
    const before = height();
    await choose(menu, vip, '삭제');
    expect(kept(hub)).to.deep.equal([weekly, late]);
    await until(() => focusedName(menu) === '되돌리기', 'the way back');
    expect(height()).to.be.closeTo(before, 1);
    await expect(menu).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(kept(hub)).to.deep.equal([weekly, vip, late]);
    await until(() => focusedName(menu) === `${vip} 3건`, 'the focus');
  });

  it('is worked by the keyboard: arrows to the menu, through it, and back', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    named(menu, `${vip} 3건`).focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focusedName(menu)).to.equal(`「${vip}」 보기 메뉴`);
    await until(() => all(menu, '.menu').length === 3, 'the menus');
    await sendKeys({ press: 'Enter' });
    await until(() => focusedName(menu) === '이름 바꾸기', 'the first line');
    await sendKeys({ press: 'ArrowUp' });
    expect(focusedName(menu)).to.equal('삭제');
    await expect(menu).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(all(menu, ':popover-open')).to.have.lengthOf(0);
    expect(focusedName(menu)).to.equal(`「${vip}」 보기 메뉴`);
    await sendKeys({ press: 'ArrowLeft' });
    expect(focusedName(menu)).to.equal(`${vip} 3건`);
  });

  it('opens the dialog for another name, and for a new view', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    await choose(menu, vip, '이름 바꾸기');
    await until(() => menu.shadowRoot!.querySelector('view-dialog') !== null, 'the dialog');
    const dialog = menu.shadowRoot!.querySelector('view-dialog')!;
    await until(() => textOf(dialog).includes('보기 이름 바꾸기'), 'the dialog');
    dialog.close();
    named(menu, '보기 저장').click();
    await until(() => textOf(dialog).includes('보기 저장'), 'the dialog');
  });

  it('keeps every view within reach in a narrow place', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    menu.parentElement!.style.cssText = 'display: block; inline-size: 52px';
    const item = named(menu, `${vip} 3건`);
    expect(item.getBoundingClientRect().width).to.be.within(24, 52);
    item.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await until(() => all(menu, '.menu:popover-open').length === 1, 'the menu');
    await expect(menu).to.be.accessible();
  });

  it('says that the own views are missing, and that a change was not kept', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    hub.preferences.$preferences.set({ status: 'failed', error: new DeskError('offline', '') });
    await menu.updateComplete;
    expect(textOf(menu)).to.contain('내 보기를 불러오지 못했습니다. 서버에 연결할 수 없습니다.');
    named(menu, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('preferences');
    const error = new DeskError('denied', '');
    hub.work.$tasks.set([{ id: 't', ticketId: '', action: 'preferences', state: 'failed', error }]);
    await menu.updateComplete;
    expect(textOf(menu)).to.contain('설정 저장: 이 작업을 할 권한이 없습니다.');
    named(menu, '닫기').click();
    expect(hub.asked(TaskDismissRequest)[0]?.taskId).to.equal('t');
  });

  it('speaks the language of its hub', async () => {
    const hub = savedHub();
    const menu = await mount(hub);
    speak(hub, 'en');
    await menu.updateComplete;
    expect(named(menu, `Menu of the view “${vip}”`)).to.exist;
  });
});
