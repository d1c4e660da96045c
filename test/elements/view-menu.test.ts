import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import { ViewMenu } from '../../src/elements/view-menu/view-menu.js';
import { ListOpenRequest, ListRefreshRequest, RetryRequest } from '../../src/events/requests.js';
import { ready, sampleCounts, sampleHub, sampleSession, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, survivesMoves, textOf } from '../support/in-hub.js';

const order = { sort: 'updatedAt', descending: true } as const;

async function mount(hub: FakeHub, attributes = ''): Promise<ViewMenu> {
  await import('../../src/elements/view-menu/define.js');
  return inHub<ViewMenu>(hub, `<view-menu ${attributes}></view-menu>`);
}

const current = (menu: ViewMenu): string[] => all(menu, '[aria-current]').map(nameOf);

describe('view-menu', () => {
  it('is not defined by importing the class', () => {
    expect(ViewMenu.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/view-menu/define.js');
    const menu = await fixture<ViewMenu>(html`<view-menu></view-menu>`);
    expect(textOf(menu)).to.equal('');
  });

  it('shows the nine views with their counts', async () => {
    const menu = await mount(sampleHub());
    const names = all(menu, 'button').map(nameOf);
    expect(names).to.deep.equal([
      '내가 처리중인 티켓 8건',
      '내가 보류중인 티켓 3건',
      '내가 해결한 티켓 41건',
      '내가 완료한 티켓 1,204건',
      '전체 티켓 18,530건',
      '전체 미할당 티켓 23건',
      '그룹내 전체 티켓 76건',
      '전체 이관한 티켓 9건',
      '스팸함 0건',
      '보기 저장',
    ]);
    await expect(menu).to.be.accessible();
  });

  it('names the views before their counts are known', async () => {
    const hub = sampleHub();
    hub.tickets.$counts.set({ status: 'loading' });
    const menu = await mount(hub);
    expect(named(menu, '스팸함')).to.exist;
    await expect(menu).to.be.accessible();
  });

  it('follows the counts live', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    hub.tickets.$counts.set(ready({ ...sampleCounts, unassigned: 24 }));
    await menu.updateComplete;
    expect(named(menu, '전체 미할당 티켓 24건')).to.exist;
  });

  it('keeps every line as wide as it was when its count grows', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    const width = (): number => all(menu, '.label')[5]!.getBoundingClientRect().width;
    const before = width();
    hub.tickets.$counts.set(ready({ ...sampleCounts, unassigned: 2345 }));
    await menu.updateComplete;
    expect(width()).to.equal(before);
  });

  it('says that the counts are missing, keeps the views and offers another try', async () => {
    const hub = sampleHub();
    hub.tickets.$counts.set({ status: 'failed', error: new DeskError('offline', 'no route') });
    const menu = await mount(hub);
    expect(textOf(menu)).to.contain('건수를 불러오지 못했습니다. 서버에 연결할 수 없습니다.');
    named(menu, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('counts');
    await expect(menu).to.be.accessible();
  });

  it('keeps the last counts when loading them again fails', async () => {
    const hub = sampleHub();
    hub.tickets.$counts.set({ status: 'failed', error: new DeskError('server', ''), value: sampleCounts });
    const menu = await mount(hub);
    expect(named(menu, '전체 미할당 티켓 23건')).to.exist;
  });

  it('opens a view as a whole, without what was filtered before', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    named(menu, '전체 미할당 티켓 23건').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.deep.equal({
      view: 'unassigned',
      group: undefined,
      transfer: undefined,
      figure: undefined,
      starred: undefined,
      unread: undefined,
      q: undefined,
      where: undefined,
    });
  });

  it('marks the open view, and loads it again when it is pressed', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    expect(current(menu)).to.deep.equal(['전체 티켓 18,530건']);
    named(menu, '전체 티켓 18,530건').click();
    expect(hub.asked(ListRefreshRequest)).to.have.lengthOf(1);
    expect(hub.asked(ListOpenRequest)).to.have.lengthOf(0);
  });

  it('marks nothing while the view is searched, and opens the whole of it', async () => {
    const hub = sampleHub();
    hub.tickets.$query.set({ view: 'all', q: '환불', ...order });
    const menu = await mount(hub);
    expect(current(menu)).to.deep.equal([]);
    named(menu, '전체 티켓 18,530건').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'all', q: undefined });
  });

  it('marks nothing while a figure of the board is open', async () => {
    const hub = sampleHub();
    hub.tickets.$query.set({ view: 'all', figure: 'all.processing', ...order });
    expect(current(await mount(hub))).to.deep.equal([]);
  });

  it('divides the open group view by the groups of the agent', async () => {
    const hub = sampleHub();
    hub.tickets.$query.set({ view: 'group', ...order });
    const menu = await mount(hub);
    named(menu, '배송').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'group', group: 2 });
    hub.tickets.$query.set({ view: 'group', group: 2, ...order });
    await menu.updateComplete;
    expect(current(menu)).to.deep.equal(['배송']);
    await expect(menu).to.be.accessible();
  });

  it('does not divide where there is one group only', async () => {
    const hub = sampleHub();
    const session = sampleSession();
    hub.session.$session.set(
      ready({ ...session, agent: { ...session.agent, groups: [{ groupId: 1, name: '배송' }] } }),
    );
    hub.tickets.$query.set({ view: 'group', ...order });
    expect(all(await mount(hub), 'li')).to.have.lengthOf(9);
  });

  it('divides transferred tickets by where they went', async () => {
    const hub = sampleHub();
    hub.tickets.$query.set({ view: 'transferred', ...order });
    const menu = await mount(hub);
    named(menu, 'Dooray! 이관').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'transferred', transfer: 'dooray' });
  });

  it('is one stop of the Tab key, on the open view', async () => {
    const menu = await mount(sampleHub());
    await sendKeys({ press: 'Tab' });
    expect(focusedName(menu)).to.equal('전체 티켓 18,530건');
    await sendKeys({ press: 'Tab' });
    expect(menu.shadowRoot!.activeElement).to.equal(null);
  });

  it('is walked by the arrow keys, Home and End, and opened by Enter', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    named(menu, '전체 티켓 18,530건').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName(menu)).to.equal('전체 미할당 티켓 23건');
    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'ArrowDown' });
    expect(focusedName(menu)).to.equal('보기 저장');
    await sendKeys({ press: 'Home' });
    expect(focusedName(menu)).to.equal('내가 처리중인 티켓 8건');
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(ListOpenRequest)[0]?.change.view).to.equal('mine_processing');
  });

  it('shows signs instead of names in a narrow place, and stays named', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    menu.parentElement!.style.cssText = 'display: block; inline-size: 52px';
    const item = named(menu, '내가 완료한 티켓 1,204건');
    expect(item.innerText).to.contain('999+');
    expect(item.querySelector('.label')!.getBoundingClientRect().width).to.be.at.most(1);
    expect(item.getBoundingClientRect().width).to.be.at.least(24);
    await expect(menu).to.be.accessible();
  });

  it('stands side by side when it is told to, walked by the arrows along the line', async () => {
    const menu = await mount(sampleHub(), 'orientation="horizontal"');
    const boxes = all(menu, 'button').map((item) => item.getBoundingClientRect());
    expect(new Set(boxes.map((box) => box.top)).size).to.equal(1);
    named(menu, '전체 티켓 18,530건').focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(focusedName(menu)).to.equal('전체 미할당 티켓 23건');
  });

  it('speaks the language of its hub', async () => {
    const hub = sampleHub();
    const menu = await mount(hub);
    speak(hub, 'ja');
    await menu.updateComplete;
    expect(named(menu, '全アサイン待ちチケット 23件')).to.exist;
    speak(hub, 'en');
    await menu.updateComplete;
    expect(named(menu, 'All unassigned tickets 23 tickets')).to.exist;
  });

  it('leaves nothing behind when it moves between hubs', async () => {
    await import('../../src/elements/view-menu/define.js');
    const other = sampleHub('ja');
    await survivesMoves('view-menu', sampleHub(), other);
  });
});
