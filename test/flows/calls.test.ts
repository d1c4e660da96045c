import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { known } from '../../src/base/known.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { enter, focusOn, retype, tabTo } from './support/keyboard.js';
import { button, dialogOf, inside, press, seen, textOf, visible } from './support/screen.js';
import { openById } from './support/steps.js';

const coming = 2_500;

describe('promised calls', function () {
  this.timeout(60_000);
  let desk: Desk;
  let hub: DeskHub;
  let ticketId: string;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    localStorage.clear();
    desk = await startDesk();
    await desk.execute("delete from callbacks where service_id = 'demo'");
    const [own] = await desk.query<{ id: string }>(
      "select ticket_id as id from tickets where service_id = 'demo' and assignee = 'agent1' and status = 'processing' and not spam order by 1 limit 1",
    );
    ticketId = own!.id;
    hub = await desk.open('agent1');
    await openById(hub, ticketId);
  });
  after(async () => {
    localStorage.clear();
    await desk.close();
  });

  const figure = (): number | undefined => known(hub.hub!.board.$board.get())?.my.promisedCalls;
  const detail = () => inside(hub, 'ticket-detail')!;

  it('are promised, moved and made by the keyboard', async () => {
    await enter(detail(), '약속콜 예약');
    await focusOn('#at');
    await tabTo('#phone');
    await retype('02-1234-5678');
    await sendKeys({ press: 'Enter' });
    await seen(() => button(detail(), /^약속콜 20/), 'the promised call');
    await seen(() => figure() === 1, 'the figure');
    const before = textOf(button(detail(), /^약속콜 20/)!);

    await enter(detail(), /^약속콜 20/);
    await focusOn('#at');
    await enter(dialogOf(hub)!, '내일 오전 10시');
    await enter(dialogOf(hub)!, '변경');
    await seen(() => button(detail(), /오전 10:00$/), 'the other time');
    expect(before).not.to.equal(textOf(button(detail(), /^약속콜 20/)!));

    await enter(detail(), /^약속콜 20/);
    await focusOn('#at');
    await enter(dialogOf(hub)!, '통화 완료');
    await seen(() => button(detail(), '약속콜 예약'), 'room for another call');
    await seen(() => figure() === 0, 'the figure');
  });

  it('are told of when they are due, listed, and made by the mouse', async () => {
    hub.lang = 'en';
    const at = Date.now() + coming;
    await desk.call('agent1', 'POST', `tickets/${ticketId}/callbacks.json`, { at, phone: '02-1234-5678' });
    await seen(() => figure() === 1, 'the figure');
    const notice = await seen(() => inside(hub, 'call-notice'), 'the place of the notice');
    await seen(() => button(notice, 'Open ticket'), 'the notice');
    await seen(() => visible(hub, '.due').length > 0, 'the mark of the board');
    await press(notice, 'Promised calls');
    await press(hub, /^Call made: /);
    await seen(() => figure() === 0, 'the figure');
    await seen(() => !button(notice, 'Open ticket'), 'the end of the notice');
    const kinds = await desk.query<{ kind: string }>(
      `select kind from ticket_events where ticket_id = '${ticketId}' and kind like 'call_%' order by id`,
    );
    expect(kinds.map(({ kind }) => kind).filter((kind) => kind !== 'call_due')).to.deep.equal([
      'call_promised',
      'call_moved',
      'call_done',
      'call_promised',
      'call_done',
    ]);
  });
});
