import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { TicketConsole } from '../../src/elements/ticket-console/ticket-console.js';
import { ConsoleLayoutNotice, type ConsoleLayout } from '../../src/events/console-layout.js';
import { PreferencesChangeRequest, TicketSelectRequest } from '../../src/events/requests.js';
import { sampleCalls } from '../../stories/support/calls.js';
import { consoleHub, followChoice } from '../../stories/support/console-hub.js';
import { sampleNotices } from '../../stories/support/sample-notices.js';
import { ready, speak } from '../../stories/support/samples.js';
import { followPreferences } from '../../stories/support/saved-views.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, named, nameOf, one, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function mount(hub: FakeHub, width: number, inside = ''): Promise<TicketConsole> {
  await import('../../src/elements/ticket-console/define.js');
  const box = await fixture<HTMLElement>(html`<fake-hub .hub=${hub}></fake-hub>`);
  box.style.cssText = `display: block; block-size: 700px; inline-size: ${width}px`;
  box.innerHTML = `<ticket-console>${inside}</ticket-console>`;
  followChoice(box, hub);
  await frame();
  return box.firstElementChild as TicketConsole;
}

const isShown = (console: TicketConsole, selector: string): boolean =>
  all(console, selector).some((part) =>
    part.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }),
  );
const widthOf = (console: TicketConsole, selector: string): number =>
  Math.round(one(console, selector).getBoundingClientRect().width);

function told(console: TicketConsole): ConsoleLayout[] {
  const layouts: ConsoleLayout[] = [];
  console.addEventListener(ConsoleLayoutNotice.type, (event) => layouts.push((event as ConsoleLayoutNotice).layout));
  return layouts;
}

describe('ticket-console', () => {
  before(() => localStorage.clear());
  after(() => localStorage.clear());

  it('is not defined by importing the class', () => {
    expect(TicketConsole.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/ticket-console/define.js');
    expect(textOf(await fixture(html`<ticket-console></ticket-console>`))).to.equal('');
  });

  it('shows menu, figures and list, and where a ticket will be', async () => {
    const console = await mount(consoleHub(), 1440);
    for (const tag of ['view-menu', 'mini-board', 'ticket-list']) expect(isShown(console, tag), tag).to.equal(true);
    expect(textOf(console)).to.contain('목록에서 티켓을 선택하면');
    expect(isShown(console, 'ticket-detail')).to.equal(false);
    await expect(console).to.be.accessible();
  });

  it('shows history and details of the open ticket beside each other at 1440', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    for (const tag of ['ticket-list', 'ticket-info', 'ticket-history', 'ticket-detail']) {
      expect(isShown(console, tag), tag).to.equal(true);
    }
    expect(all(console, '[role=tab]')).to.have.lengthOf(0);
    await expect(console).to.be.accessible();
  });

  it('shows them as a pair of tabs at 1024, walked by the arrow keys', async () => {
    const console = await mount(consoleHub('ko', 1), 1024);
    expect([isShown(console, 'ticket-history'), isShown(console, 'ticket-detail')]).to.deep.equal([true, false]);
    await expect(console).to.be.accessible();
    named(console, '처리 내역').focus();
    all(console, '[role=tab]')[0]!.focus();
    await sendKeys({ press: 'ArrowRight' });
    await console.updateComplete;
    expect(focusedName(console)).to.equal('티켓 상세');
    expect([isShown(console, 'ticket-history'), isShown(console, 'ticket-detail')]).to.deep.equal([false, true]);
    expect(widthOf(console, '.menu')).to.be.below(60);
  });

  it('shows the ticket instead of the list at 640, with a way back', async () => {
    const hub = consoleHub();
    const console = await mount(hub, 640);
    expect(isShown(console, 'ticket-list')).to.equal(true);
    console.dispatchEvent(new TicketSelectRequest(hub.tickets.$window.get().row(1)!.ticketId));
    await frame();
    expect([isShown(console, 'ticket-info'), isShown(console, 'mini-board')]).to.deep.equal([true, false]);
    await expect(console).to.be.accessible();
    named(console, '목록으로').click();
    await frame();
    expect(hub.asked(TicketSelectRequest).at(-1)?.ticketId).to.equal(null);
    expect(isShown(console, 'ticket-info')).to.equal(false);
  });

  async function openTool(console: TicketConsole): Promise<void> {
    await import('../../src/elements/side-tools/define.js');
    const rail = one(console, 'side-tools');
    await until(() => all(rail, '.item').length > 0, 'the tools');
    all(rail, '.item')[0]!.click();
    await until(() => all(rail, '.panel').length === 1, 'the panel');
  }

  for (const width of [360, 640]) {
    it(`tells of a promised call above the open ticket at ${width}, and covers none of it`, async () => {
      await import('../../src/elements/call-notice/define.js');
      const hub = consoleHub('ko', 1);
      const console = await mount(hub, width);
      if (width === 360) await openTool(console);
      const before = one(console, '.ticket').getBoundingClientRect();
      const notice = one(console, 'call-notice');
      // One that no other test has acknowledged.
      hub.calls.$calls.set(ready([{ ...sampleCalls()[0]!, callId: width }]));
      await until(() => all(notice, '.notice').length === 1, 'the notice');
      expect(isShown(console, 'call-notice')).to.equal(true);
      const line = one(notice, '.notice').getBoundingClientRect();
      const ticket = one(console, '.ticket').getBoundingClientRect();
      expect(line.height).to.be.greaterThan(24);
      expect(line.bottom).to.be.at.most(ticket.top);
      expect([ticket.bottom, before.bottom - before.height]).to.deep.equal([before.bottom, before.top]);
      if (width === 360) {
        const panel = one(one(console, 'side-tools'), '.panel').getBoundingClientRect();
        expect(panel.top, 'a tool over the ticket').to.be.closeTo(ticket.top, 1);
        expect(panel.bottom, 'a tool over the ticket').to.be.closeTo(ticket.bottom, 1);
      }
      for (const part of ['mini-board', 'ticket-toolbar', 'ticket-list'])
        expect(isShown(console, part), part).to.be.false;
      one(notice, '[data-does=seen]').click();
      await until(() => one(console, '.ticket').getBoundingClientRect().top === before.top, 'the room of the ticket');
    });
  }

  it('brings the keyboard back to the row of the ticket', async () => {
    const hub = consoleHub();
    const console = await mount(hub, 640);
    const list = one(console, 'ticket-list');
    list.focus();
    const first = list.shadowRoot!.activeElement;
    expect(first?.role).to.equal('row');
    const second = hub.tickets.$window.get().row(1)!;
    console.dispatchEvent(new TicketSelectRequest(second.ticketId));
    await frame();
    named(console, '목록으로').focus();
    await sendKeys({ press: 'Enter' });
    await frame();
    const row = list.shadowRoot!.activeElement;
    expect(row?.role).to.equal('row');
    expect(row).to.not.equal(first);
    expect(row?.textContent).to.contain(second.subject);
  });

  it('takes the keyboard along when the list makes room for the ticket', async () => {
    const hub = consoleHub();
    const console = await mount(hub, 640, '<button slot="list">row</button>');
    console.querySelector('button')!.focus();
    console.dispatchEvent(new TicketSelectRequest(hub.tickets.$window.get().row(1)!.ticketId));
    await frame();
    expect(focusedName(console)).to.equal('목록으로');
  });

  it('is one column at 320, in which nothing is cut off', async () => {
    const console = await mount(consoleHub(), 320);
    const frameBox = one(console, '.console').getBoundingClientRect();
    for (const region of ['.menu', '.band', '.list']) {
      expect(one(console, region).getBoundingClientRect().width, region).to.be.closeTo(frameBox.width, 3);
    }
    expect(isShown(console, 'mini-board')).to.equal(false);
    named(console, '인입 현황').click();
    await console.updateComplete;
    expect(isShown(console, 'mini-board')).to.equal(true);
    await expect(console).to.be.accessible();
  });

  it('is as high as what it stands in, and never scrolls the page', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    expect(Math.round(console.getBoundingClientRect().height)).to.equal(700);
    expect(one(console, '.console').scrollHeight).to.be.at.most(700);
  });

  it('has a sensible height where nobody gives it one', async () => {
    const console = await mount(consoleHub('ko', 1), 1024);
    console.parentElement!.style.blockSize = 'auto';
    await frame();
    expect(console.getBoundingClientRect().height).to.be.within(400, 700);
  });

  it('lets regions be made wider and narrower by the keyboard, and tells the page', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    const layouts = told(console);
    const splitter = named(console, '티켓 목록 너비 조절');
    const before = widthOf(console, '.list');
    splitter.focus();
    await sendKeys({ press: 'ArrowRight' });
    await console.updateComplete;
    expect(widthOf(console, '.list')).to.equal(before + 16);
    expect(splitter.getAttribute('aria-valuenow')).to.equal(String(before + 16));
    await sendKeys({ press: 'Home' });
    await console.updateComplete;
    expect(widthOf(console, '.list')).to.equal(280);
    expect(layouts.map((layout) => layout.list)).to.deep.equal([before + 16, 280]);
  });

  it('lets regions be dragged, and tells the page once', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    const layouts = told(console);
    const splitter = named(console, '티켓 상세 너비 조절');
    splitter.setPointerCapture = () => undefined;
    const before = widthOf(console, '.detail');
    const at = (type: string, clientX: number): boolean =>
      splitter.dispatchEvent(new PointerEvent(type, { clientX, pointerId: 1, button: 0, bubbles: true }));
    at('pointerdown', 1000);
    at('pointermove', 960);
    await console.updateComplete;
    expect([widthOf(console, '.detail'), layouts.length]).to.deep.equal([before + 40, 0]);
    at('pointerup', 960);
    expect(layouts.map((layout) => layout.detail)).to.deep.equal([before + 40]);
    splitter.dispatchEvent(new MouseEvent('dblclick'));
    await console.updateComplete;
    expect(widthOf(console, '.detail')).to.equal(before);
  });

  it('gives presses to the open ticket where it stands in the place of the list', async () => {
    const console = await mount(consoleHub('ko', 1), 360);
    const { left, top, width, height } = one(console, '.ticket').getBoundingClientRect();
    const hit = console.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
    expect(hit?.closest('.list')).to.equal(null);
    expect(hit?.closest('.ticket')).to.exist;
  });

  it('turns the menu to signs when it is made narrow', async () => {
    const console = await mount(consoleHub(), 1440);
    named(console, '메뉴 너비 조절').focus();
    await sendKeys({ press: 'Home' });
    await console.updateComplete;
    expect(widthOf(console, '.menu')).to.equal(48);
  });

  it('takes a layout as data, mends what is impossible and gives it back', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    console.layout = { list: 350, detail: 9999, isListFolded: false } as ConsoleLayout;
    await console.updateComplete;
    expect(widthOf(console, '.list')).to.equal(350);
    expect(console.layout).to.deep.equal({ menu: null, list: 350, detail: 720, isListFolded: false });
  });

  it('gives the room of a folded list to the ticket, and tells the page', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    const layouts = told(console);
    const list = one<HTMLElementTagNameMap['ticket-list']>(console, 'ticket-list');
    const before = widthOf(console, '.history');
    list.collapsed = true;
    await list.updateComplete;
    await console.updateComplete;
    expect(widthOf(console, '.list')).to.be.below(40);
    expect(widthOf(console, '.history')).to.be.above(before);
    expect(layouts.at(-1)?.isListFolded).to.equal(true);
  });

  for (const [connection, text] of [
    ['stale', '실시간 연결이 끊겼습니다.'],
    ['offline', '서버에 연결할 수 없습니다.'],
    ['signed-out', '로그인이 끝났습니다.'],
  ] as const) {
    it(`says in one line that it is ${connection}, and when that is over`, async () => {
      const hub = consoleHub();
      const console = await mount(hub, 1024);
      const line = one(console, '.console > [role=status]');
      expect(nameOf(line)).to.equal('');
      hub.session.$connection.set(connection);
      await console.updateComplete;
      expect(nameOf(line)).to.contain(text);
      await expect(console).to.be.accessible();
      hub.session.$connection.set('live');
      await console.updateComplete;
      expect(nameOf(line)).to.equal('다시 연결되었습니다.');
    });
  }

  it('shows what the page puts in place of a region, and leaves no room for what is not there', async () => {
    const console = await mount(consoleHub(), 1440, '<p slot="board">ours</p><p slot="toolbar">buttons</p>');
    expect(console.querySelector('p')!.checkVisibility()).to.equal(true);
    expect(isShown(console, 'mini-board')).to.equal(false);
    const bare = await mount(
      consoleHub(),
      1440,
      '<p slot="board" hidden></p><p slot="channels" hidden></p><p slot="toolbar" hidden></p>',
    );
    expect(one(bare, '.band').getBoundingClientRect().height).to.be.below(10);
  });

  for (const width of [1440, 1024, 640, 320]) {
    it(`moves nothing when the connection goes and comes back at ${width}`, async () => {
      const hub = consoleHub();
      const console = await mount(hub, width);
      const places = (): number[] => ['.band', '.list'].map((part) => one(console, part).getBoundingClientRect().top);
      const before = places();
      hub.session.$connection.set('offline');
      await console.updateComplete;
      expect(isShown(console, '.connection > .icon')).to.equal(true);
      expect(places()).to.deep.equal(before);
    });
  }

  for (const width of [1440, 1024, 640]) {
    it(`moves nothing when a notice comes at ${width}`, async () => {
      const hub = consoleHub();
      hub.notices.$notices.set(ready([]));
      const console = await mount(hub, width);
      const bar = one(console, 'notice-bar');
      await customElements.whenDefined('notice-bar');
      const places = (): string[] =>
        ['.toolbar', '.list'].map((part) => JSON.stringify(one(console, part).getBoundingClientRect()));
      const before = places();
      hub.notices.$notices.set(ready(sampleNotices()));
      await until(() => bar.getBoundingClientRect().height > 20, 'the notice');
      expect(places()).to.deep.equal(before);
    });
  }

  it('keeps the arrangement with the agent, and has it again', async () => {
    const hub = consoleHub('ko', 1);
    const console = await mount(hub, 1440);
    followPreferences(console, hub);
    named(console, '티켓 목록 너비 조절').focus();
    await sendKeys({ press: 'Home' });
    const { layout } = console;
    expect(hub.asked(PreferencesChangeRequest)[0]?.change.layout).to.deep.equal({
      menu: null,
      list: 280,
      detail: layout.detail,
    });
    one<HTMLElementTagNameMap['ticket-list']>(console, 'ticket-list').collapsed = true;
    await frame();
    expect(hub.asked(PreferencesChangeRequest).at(-1)?.change.list?.isCollapsed).to.equal(true);
    const again = await mount(hub, 1440);
    expect(again.layout).to.deep.equal({ ...layout, isListFolded: true });
  });

  it('leaves a layout of the page to the page', async () => {
    const hub = consoleHub('ko', 1);
    const console = await mount(hub, 1440);
    console.layout = { menu: null, list: 350, detail: 360, isListFolded: false };
    await console.updateComplete;
    named(console, '티켓 목록 너비 조절').focus();
    await sendKeys({ press: 'Home' });
    expect(hub.asked(PreferencesChangeRequest)).to.have.lengthOf(0);
  });

  it('stands the other way round where lines run from right to left', async () => {
    const console = await mount(consoleHub('ko', 1), 1440);
    console.parentElement!.dir = 'rtl';
    await frame();
    const left = (part: string): number => one(console, part).getBoundingClientRect().left;
    expect(left('.menu')).to.be.above(left('.list'));
    const before = widthOf(console, '.list');
    named(console, '티켓 목록 너비 조절').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await console.updateComplete;
    expect(widthOf(console, '.list')).to.equal(before + 16);
  });

  it('speaks the language of its hub', async () => {
    const hub = consoleHub();
    const console = await mount(hub, 1440);
    speak(hub, 'ja');
    await console.updateComplete;
    expect(named(console, 'チケットリストの幅を調整')).to.exist;
    speak(hub, 'en');
    await console.updateComplete;
    expect(textOf(console)).to.contain('Choose a ticket in the list');
  });

  it('is empty when its hub leaves, and comes back with it', async () => {
    const console = await mount(consoleHub(), 1440);
    const box = console.parentElement!;
    document.body.append(console);
    await console.updateComplete;
    expect(textOf(console)).to.equal('');
    box.append(console);
    await console.updateComplete;
    expect(isShown(console, 'ticket-list')).to.equal(true);
  });
});
