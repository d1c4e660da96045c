import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { DeskError } from '../../src/base/desk-error.js';
import { wallText } from '../../src/base/zone-input.js';
import type { PromisedCall } from '../../src/domain/calls.js';
import { usualPreferences, type BoardPreferences } from '../../src/domain/preferences.js';
import { type BoardSettings } from '../../src/elements/board-settings/board-settings.js';
import { type CallDialog } from '../../src/elements/call-dialog/call-dialog.js';
import { type CallNotice } from '../../src/elements/call-notice/call-notice.js';
import { type PromisedCalls } from '../../src/elements/promised-calls/promised-calls.js';
import {
  CallRequest,
  ListOpenRequest,
  PreferencesChangeRequest,
  RetryRequest,
  TicketSelectRequest,
} from '../../src/events/requests.js';
import { ready, sampleHub, sampleSession } from '../../stories/support/samples.js';
import { aTicket } from '../support/open-ticket.js';
import { sampleCalls } from '../../stories/support/calls.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';
import { until } from '../support/until.js';

const minute = 60_000;
const zone = 'Asia/Seoul';
const sampleTicket = aTicket();
const wordsOf = (part: Element): string => (part.textContent ?? '').replace(/\s+/g, ' ').trim();
const [due, later] = sampleCalls() as [PromisedCall, PromisedCall];

async function mount<T extends LitElement>(hub: FakeHub, tag: string): Promise<T> {
  await Promise.all([
    import('../../src/elements/promised-calls/define.js'),
    import('../../src/elements/call-dialog/define.js'),
    import('../../src/elements/call-notice/define.js'),
    import('../../src/elements/board-settings/define.js'),
  ]);
  return inHub<T>(hub, `<${tag}></${tag}>`);
}

async function settled(element: { updateComplete: Promise<unknown> }): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await element.updateComplete;
}

describe('promised-calls', () => {
  async function withCalls(calls: readonly PromisedCall[]): Promise<[PromisedCalls, FakeHub]> {
    const hub = sampleHub();
    hub.calls.$calls.set(ready(calls));
    return [await mount<PromisedCalls>(hub, 'promised-calls'), hub];
  }

  it('tells whom to call, when and about what, and marks what is due', async () => {
    const [list] = await withCalls([due, later]);
    const [first, second] = all(list, 'li').map(wordsOf);
    expect(first).to.contain('약속 시간이 되었습니다').and.to.contain(due.customerName).and.to.contain(due.note);
    expect(second).not.to.contain('약속 시간이 되었습니다');
    expect(first).to.contain(`${due.subject} ${due.ticketId}`);
    expect(second).to.contain(`${later.subject} ${later.ticketId}`);
    expect(all<HTMLAnchorElement>(list, 'a')[0]!.href).to.equal('tel:01012345678');
    await expect(list).to.be.accessible();
  });

  it('ends a call, opens its ticket, and lists exactly the tickets of all', async () => {
    const [list, hub] = await withCalls([due, later]);
    all(list, '[data-does=done]')[0]!.click();
    all(list, '[data-does=open]')[0]!.click();
    one(list, '[data-does=list]').click();
    const { ticketId, step } = hub.asked(CallRequest)[0]!;
    const { callId, version } = due;
    expect([ticketId, step]).to.deep.equal([due.ticketId, { change: { state: 'done' }, callId, version }]);
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(due.ticketId);
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'all', figure: 'my.promisedCalls' });
  });

  it('shows those that are due alone where they are asked for, lists exactly their tickets, and shows all on demand', async () => {
    const [list, hub] = await withCalls([due, later]);
    await list.show({ isDueOnly: true });
    expect(all(list, 'li').map(wordsOf).join()).to.contain(due.customerName).and.not.to.contain(later.customerName);
    await expect(list).to.be.accessible();
    one(list, '[data-does=list]').click();
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'all', figure: 'my.promisedCallsDue' });
    await list.show({ isDueOnly: true });
    named(list, '약속콜 2건 모두 보기').click();
    await list.updateComplete;
    expect(all(list, 'li')).to.have.lengthOf(2);
    await list.updateComplete;
    expect(list.shadowRoot?.activeElement).to.equal(one(list, '[data-does=list]'));
    list.close();
    await list.show({ isDueOnly: true });
    hub.calls.$calls.set(ready([later]));
    await list.updateComplete;
    expect(all(list, 'li').map(wordsOf).join()).to.contain(later.customerName);
    // What is read does not go from under the pointer when the next one is due.
    hub.calls.$calls.set(ready([{ ...due, callId: 12 }, later]));
    await list.updateComplete;
    expect(all(list, 'li')).to.have.lengthOf(2);
  });

  it('says so where there are none, and where they are not there', async () => {
    const [list, hub] = await withCalls([]);
    expect(textOf(list)).to.contain('예약된 약속콜이 없습니다.');
    hub.calls.$calls.set({ status: 'failed', error: new DeskError('offline', '') });
    await list.updateComplete;
    expect(named(list, '다시 시도')).to.exist;
    await expect(list).to.be.accessible();
  });
});

describe('call-dialog', () => {
  async function open(hub: FakeHub, call: PromisedCall | null): Promise<CallDialog> {
    hub.tickets.$current.set(ready(sampleTicket));
    hub.calls.of = () => Promise.resolve(call);
    const dialog = await mount<CallDialog>(hub, 'call-dialog');
    await dialog.show(sampleTicket.ticketId);
    await settled(dialog);
    return dialog;
  }
  const field = (dialog: CallDialog, id: string) => one<HTMLInputElement>(dialog, `#${id}`);
  const type = (dialog: CallDialog, id: string, value: string) => {
    field(dialog, id).value = value;
    field(dialog, id).dispatchEvent(new Event('input'));
  };
  const submit = async (dialog: CallDialog) => {
    one(dialog, 'button[type=submit]').click();
    await dialog.updateComplete;
  };

  it("promises a call at the time of the service's clock, with the customer's number to begin with", async () => {
    const hub = sampleHub();
    const dialog = await open(hub, null);
    expect(field(dialog, 'phone').value).to.equal(sampleTicket.customer?.phone ?? '');
    const at = Math.ceil((Date.now() + 3 * 60 * minute) / minute) * minute;
    type(dialog, 'at', wallText(at, zone));
    type(dialog, 'phone', '02-123-4567');
    type(dialog, 'note', '배송일');
    await submit(dialog);
    expect(hub.asked(CallRequest)[0]?.step).to.deep.equal({ promise: { at, phone: '02-123-4567', note: '배송일' } });
    await expect(dialog).to.be.accessible();
  });

  it('sends nothing that cannot be, and names what is wrong beside it', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, null);
    type(dialog, 'at', '2020-01-01T10:00');
    type(dialog, 'phone', 'x');
    await submit(dialog);
    expect(hub.asked(CallRequest)).to.deep.equal([]);
    expect(all(dialog, '.problem').map(wordsOf)).to.deep.equal([
      '지난 시간입니다. 앞으로의 시간을 고르세요.',
      '전화번호를 다시 확인하세요.',
      '',
    ]);
    expect(dialog.shadowRoot?.activeElement?.id).to.equal('at');
  });

  it('changes the call that is promised, and keeps what was typed when it was closed', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, later);
    expect(field(dialog, 'note').value).to.equal(later.note);
    type(dialog, 'note', '다른 내용');
    dialog.close();
    await dialog.show(sampleTicket.ticketId);
    await settled(dialog);
    expect(field(dialog, 'note').value).to.equal('다른 내용');
    await submit(dialog);
    const { callId, version, at, phone } = later;
    const change = { at, phone, note: '다른 내용' };
    expect(hub.asked(CallRequest)[0]?.step).to.deep.equal({ change, callId, version });
  });

  it('ends the call', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, later);
    named(dialog, '약속 취소').click();
    expect(hub.asked(CallRequest)[0]?.step).to.deep.include({ change: { state: 'cancelled' } });
  });

  it('shows what the call is now where somebody else was faster', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, later);
    named(dialog, '통화 완료').click();
    const { id } = hub.asked(CallRequest)[0]!;
    const task = { id, ticketId: sampleTicket.ticketId, action: 'call' as const };
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    hub.calls.of = () => Promise.resolve({ ...later, version: 7 });
    hub.work.$tasks.set([{ ...task, state: 'failed', error: new DeskError('conflict', '') }]);
    await settled(dialog);
    expect(textOf(dialog)).to.contain('다른 곳에서 약속콜이 바뀌었습니다.');
    hub.work.$tasks.set([]);
    named(dialog, '통화 완료').click();
    expect(hub.asked(CallRequest)[1]?.step).to.deep.include({ version: 7 });
  });

  it('moves a call not back that somebody else moved: what was not touched is what it is now', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, later);
    type(dialog, 'note', '다른 내용');
    dialog.close();
    const moved = { ...later, at: later.at + 60 * minute, version: 7 };
    hub.calls.of = () => Promise.resolve(moved);
    await dialog.show(sampleTicket.ticketId);
    await settled(dialog);
    expect([field(dialog, 'at').value, field(dialog, 'note').value]).to.deep.equal([
      wallText(moved.at, zone),
      '다른 내용',
    ]);
    await submit(dialog);
    const { at, phone } = moved;
    const change = { at, phone, note: '다른 내용' };
    expect(hub.asked(CallRequest)[0]?.step).to.deep.equal({ change, callId: later.callId, version: 7 });
  });

  it('sends what was noted on the phone with the end of the call', async () => {
    const hub = sampleHub();
    const dialog = await open(hub, later);
    type(dialog, 'note', '내일 다시 연락 ');
    named(dialog, '통화 완료').click();
    const change = { state: 'done', note: '내일 다시 연락' };
    expect(hub.asked(CallRequest)[0]?.step).to.deep.include({ change });
  });

  it('shows what was typed wherever it is opened, and nothing of it to another agent', async () => {
    const hub = sampleHub();
    hub.session.$session.set(ready(sampleSession()));
    type(await open(hub, later), 'note', '첫 상담원의 글');
    expect(field(await open(hub, later), 'note').value).to.equal('첫 상담원의 글');
    const { agent, ...session } = sampleSession();
    hub.session.$session.set(ready({ ...session, agent: { ...agent, usercode: 'agent9' } }));
    expect(field(await open(hub, later), 'note').value).to.equal(later.note);
  });
});

describe('call-notice', () => {
  beforeEach(() => localStorage.clear());
  after(() => localStorage.clear());

  async function withCalls(calls: readonly PromisedCall[]): Promise<[CallNotice, FakeHub]> {
    const hub = sampleHub();
    hub.session.$session.set(ready(sampleSession()));
    hub.calls.$calls.set(ready(calls));
    const notice = await mount<CallNotice>(hub, 'call-notice');
    await settled(notice);
    return [notice, hub];
  }

  it('takes no room before a call is due', async () => {
    const [notice] = await withCalls([later]);
    expect(textOf(notice)).to.equal('');
  });

  it('says once aloud which call is due, opens its ticket, and is quiet once it is acknowledged', async () => {
    const [notice, hub] = await withCalls([due, { ...due, callId: 9 }]);
    expect(wordsOf(one(notice, '[role=alert]'))).to.contain(due.customerName);
    expect(named(notice, '외 1건')).to.exist;
    await expect(notice).to.be.accessible();
    one(notice, '[data-does=open]').click();
    expect(hub.asked(TicketSelectRequest)[0]?.ticketId).to.equal(due.ticketId);
    one(notice, '[data-does=seen]').focus();
    one(notice, '[data-does=seen]').click();
    await settled(notice);
    expect(textOf(notice)).to.equal('');
    expect(document.activeElement, 'the keyboard is not lost').to.equal(notice);
    const [again] = await withCalls([due]);
    expect(textOf(again)).to.equal('');
    const [moved] = await withCalls([{ ...due, at: due.at + 1 }]);
    expect(textOf(moved)).to.contain(due.customerName);
  });

  it('opens the calls that are due, and has the keyboard again when the last of them was made', async () => {
    const [notice, hub] = await withCalls([due, { ...due, callId: 8 }, later]);
    named(notice, '외 1건').click();
    await until(() => all(notice, 'promised-calls').length === 1, 'the layer');
    const layer = one<PromisedCalls>(notice, 'promised-calls');
    await until(() => all(layer, 'li').length === 2, 'the calls');
    hub.calls.$calls.set(ready([later]));
    await notice.updateComplete;
    layer.close();
    await notice.updateComplete;
    expect(all(notice, '.notice')).to.deep.equal([]);
    expect(notice.shadowRoot?.activeElement).to.equal(one(notice, '.root'));
  });

  it('takes the keyboard when the button that opened the layer is hidden meanwhile, where it is narrow', async () => {
    const hub = sampleHub();
    const [first, second] = [
      { ...due, callId: 41 },
      { ...due, callId: 42 },
    ];
    hub.session.$session.set(ready(sampleSession()));
    hub.calls.$calls.set(ready([first, second]));
    const notice = await mount<CallNotice>(hub, 'call-notice');
    notice.parentElement!.style.cssText = 'display: block; inline-size: 340px';
    await until(() => all(notice, '.notice').length === 1, 'the notice');
    const opener = named(notice, '외 1건');
    opener.focus();
    opener.click();
    await until(() => all(notice, 'promised-calls').length === 1, 'the layer');
    const layer = one<PromisedCalls>(notice, 'promised-calls');
    await until(() => all(layer, 'li').length === 2, 'the calls');
    hub.calls.$calls.set(ready([second]));
    await notice.updateComplete;
    layer.close();
    await until(() => notice.shadowRoot?.activeElement === one(notice, '.root'), 'the keyboard');
    expect(all(notice, '.notice')).to.have.lengthOf(1);
  });

  it('leaves in sight what somebody types below it, and takes two lines at most where it is narrow', async () => {
    const hub = sampleHub();
    hub.session.$session.set(ready(sampleSession()));
    hub.calls.$calls.set(ready([]));
    const notice = await mount<CallNotice>(hub, 'call-notice');
    const box = notice.parentElement!;
    box.style.cssText =
      'display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); block-size: 200px; inline-size: 340px';
    box.insertAdjacentHTML(
      'beforeend',
      '<div style="overflow: auto"><p style="block-size: 160px"></p><textarea></textarea></div>',
    );
    const field = box.querySelector('textarea')!;
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
    hub.calls.$calls.set(
      ready([
        { ...due, callId: 31 },
        { ...due, callId: 32 },
      ]),
    );
    await until(() => all(notice, '.notice').length === 1, 'the notice');
    const line = one(notice, '.notice').getBoundingClientRect();
    expect(line.height).to.be.within(24, 56);
    expect(field.getBoundingClientRect().bottom).to.be.at.most(box.getBoundingClientRect().bottom + 1);
    for (const button of all(notice, '.notice button')) expect(button.getBoundingClientRect().width).to.be.at.least(24);
    await expect(notice).to.be.accessible();
  });

  it('says nothing before it is known whose calls they are', async () => {
    const hub = sampleHub();
    const session = hub.session.$session.get();
    hub.session.$session.set({ status: 'loading' } as never);
    hub.calls.$calls.set(ready([{ ...due, callId: 78 }]));
    const notice = await mount<CallNotice>(hub, 'call-notice');
    await settled(notice);
    expect(textOf(notice)).to.equal('');
    hub.session.$session.set(session);
    await settled(notice);
    expect(textOf(notice)).to.contain(due.customerName);
  });

  it('shows the notification of the browser in one page alone, and names nobody in it', async () => {
    const shown: (NotificationOptions & { title: string })[] = [];
    const own = window.Notification;
    class Shown extends EventTarget {
      static readonly permission = 'granted';
      constructor(title: string, options: NotificationOptions) {
        super();
        shown.push({ title, ...options });
      }
    }
    Object.assign(window, { Notification: Shown });
    try {
      // A call of which no page of another test is about to tell.
      const call = { ...due, callId: 77 };
      const hubs = [sampleHub(), sampleHub()];
      for (const hub of hubs) {
        hub.preferences.$preferences.set(ready({ ...usualPreferences, board: { notify: true } }));
        hub.session.$session.set(ready(sampleSession()));
        hub.calls.$calls.set(ready([call]));
      }
      for (const hub of hubs) await mount<CallNotice>(hub, 'call-notice');
      // The page that comes second waits for the lock too.
      const isDone = async (): Promise<boolean> => {
        const { held, pending } = await navigator.locks.query();
        return shown.length > 0 && held?.length === 0 && pending?.length === 0;
      };
      const end = Date.now() + 20_000;
      while (!(await isDone()) && Date.now() < end) await new Promise((done) => setTimeout(done, 10));
      expect(shown.map(({ title }) => title)).to.deep.equal(['약속콜 시간입니다']);
      expect(JSON.stringify(shown)).not.to.contain(due.customerName);
    } finally {
      Object.assign(window, { Notification: own });
    }
  });
});

describe('board-settings', () => {
  async function open(board: BoardPreferences = {}): Promise<[BoardSettings, FakeHub]> {
    const hub = sampleHub();
    hub.preferences.$preferences.set(ready({ ...usualPreferences, board }));
    const settings = await mount<BoardSettings>(hub, 'board-settings');
    await settings.show({ hasOrientation: true });
    return [settings, hub];
  }
  const wanted = (hub: FakeHub) => hub.asked(PreferencesChangeRequest).at(-1)?.change.board;

  it('hides, shows and moves figures, and keeps the keyboard where it was', async () => {
    const [settings, hub] = await open({ items: ['all.pending', 'all.processing', 'my.processing'] });
    expect(
      all(settings, 'li')
        .slice(0, 3)
        .map((item) => item.dataset['item']),
    ).to.deep.equal(['all.pending', 'all.processing', 'all.receivedToday']);
    one(settings, "[data-item='all.receivedToday'] input").click();
    expect(wanted(hub)?.items?.at(-1)).to.equal('all.receivedToday');
    named(settings, '처리중 위로').click();
    expect(wanted(hub)?.items).to.deep.equal(['all.processing', 'all.pending', 'my.processing']);
    await settled(settings);
    expect(settings.shadowRoot?.activeElement?.closest('li')?.dataset['item']).to.equal('all.processing');
    await expect(settings).to.be.accessible();
  });

  it('keeps the keyboard on a figure whose row goes to another place', async () => {
    const [settings, hub] = await open({ items: ['all.pending'] });
    const figures = () => [...all(settings, 'ul')[0]!.children].map((row) => (row as HTMLElement).dataset['item']);
    const last = figures().at(-1)!;
    const box = one<HTMLInputElement>(settings, `[data-item='${last}'] input`);
    box.focus();
    box.click();
    const { items } = wanted(hub)!;
    hub.preferences.$preferences.set(ready({ ...usualPreferences, board: { items } }));
    await settled(settings);
    expect(figures().slice(0, 2)).to.deep.equal(['all.pending', last]);
    expect(settings.shadowRoot?.activeElement).to.equal(box);
  });

  it('changes nothing of what is not known', async () => {
    const [settings, hub] = await open();
    hub.preferences.$preferences.set({ status: 'failed', error: new DeskError('offline', '') });
    await settings.updateComplete;
    expect(all(settings, 'input')).to.deep.equal([]);
    expect(textOf(settings)).to.contain('설정을 불러오지 못했습니다.');
    named(settings, '다시 시도').click();
    expect(hub.asked(RetryRequest)[0]?.what).to.equal('preferences');
  });

  it('keeps direction and sound, and goes back to the usual figures', async () => {
    const [settings, hub] = await open({ items: ['all.pending'], sound: true });
    named(settings, '세로').click();
    expect(wanted(hub)).to.deep.equal({ items: ['all.pending'], sound: true, orientation: 'vertical' });
    named(settings, '처음으로 되돌리기').click();
    expect(wanted(hub)).to.deep.equal({ sound: true });
    expect(all(settings, 'button').map(nameOf)).to.include('들어 보기');
  });
});
