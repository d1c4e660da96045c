import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { Preferences } from '../../src/domain/preferences.js';
import { usualRail } from '../../src/domain/side-tools.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { answerIn, inside, press, rowsOf, seen } from './support/screen.js';
import { act, openById } from './support/steps.js';

describe('the tools beside a ticket', function () {
  this.timeout(60_000);
  // Each goes on from what the one before it left.
  this.bail(true);
  let desk: Desk;
  let hub: DeskHub;
  let ticketId: string;
  let otherId: string;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    const mail = { from: '한지우 <jiwoo@customer.example>', text: '확인 부탁드립니다.' };
    otherId = await desk.receive({ ...mail, id: 'rail-1', subject: '지난주에 물은 배송 문의' });
    ticketId = await desk.receive({ ...mail, id: 'rail-2', subject: '오늘 다시 드리는 문의' });
    await act(desk, 'agent1', ticketId, 'POST', 'claim.json', { groupId: 1 });
    await open();
  });
  after(() => desk.close());

  const rail = (): ShadowRoot | undefined => inside(hub, 'side-tools');
  const signs = () => [...(rail()?.querySelectorAll<HTMLElement>('.tools > .own') ?? [])];
  const order = () => signs().map(({ dataset }) => dataset['id']!);
  const sign = (id: string) => seen(() => signs().find(({ dataset }) => dataset['id'] === id), `the sign of ${id}`);
  const kept = async () => ((await desk.call('agent1', 'GET', 'preferences.json')) as Preferences).rail;
  const panel = (tag: string) => seen(() => inside(rail()!, tag), tag);

  async function open(): Promise<void> {
    hub = await desk.open('agent1');
    await openById(hub, ticketId);
    await seen(() => order().length >= 4, 'the rail');
  }

  /** Waits for the rail and for what the server keeps of it. */
  async function isFirst(id: string): Promise<void> {
    await seen(() => order()[0] === id, `${id} in front`);
    await seen(async () => (await kept()).order[0] === id, `${id} in front on the server`);
  }

  it('is walked and opened by the keyboard, which goes on into the panel and back', async () => {
    (await sign('history')).focus();
    await sendKeys({ press: 'Enter' });
    const history = await panel('inquiry-history');
    await seen(
      () => history.querySelector('.line')?.textContent.includes('지난주에 물은 배송 문의'),
      'the other inquiry',
    );
    const line = history.querySelector<HTMLElement>('.line')!;
    for (let step = 0; step < 6 && history.activeElement !== line; step++) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await seen(() => history.querySelector('.entry')?.textContent.includes('확인 부탁드립니다.'), 'what it said');
    await sendKeys({ press: 'Escape' });
    await seen(() => rail()?.activeElement === signs()[0], 'the keyboard at the sign');
  });

  it('is put in order by a key, by the menu and by dragging, which another page of the agent begins with', async () => {
    (await sign('templates')).focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    await isFirst('templates');
    const middle = async (id: string): Promise<[number, number]> => {
      const { left, top, width, height } = (await sign(id)).getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    };
    await sendMouse({ type: 'click', button: 'right', position: await middle('events') });
    await seen(() => rail()?.querySelector('.order:popover-open [role=menuitem]'), 'the menu');
    await press(rail()!, '맨 앞으로');
    await isFirst('events');
    const [from, to] = [await middle('history'), await middle('events')];
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [from[0], from[1] - 20] });
    await sendMouse({ type: 'move', position: to });
    await sendMouse({ type: 'up' });
    await isFirst('history');
    const arranged = ['history', 'events', 'templates'];
    expect(order().slice(0, 3)).to.deep.equal(arranged);
    document.body.replaceChildren();
    await open();
    expect(order().slice(0, 3)).to.deep.equal(arranged);
    expect((await kept()).order.slice(0, 3)).to.deep.equal(arranged);
    const ofAnother = (await desk.call('agent2', 'GET', 'preferences.json')) as Preferences;
    expect(ofAnother.rail.order).to.deep.equal(usualRail.order);
  });

  it('puts a template into the answer, and comes back as it was left, in another page too', async () => {
    (await sign('templates')).click();
    const templates = await panel('template-list');
    await seen(() => templates.querySelector('[role=option]'), 'a template');
    await press(templates, '삽입');
    await seen(() => Boolean(answerIn(hub)?.trim()), 'the text of the template in the answer');
    const before = order();
    await seen(async () => (await kept()).open === 'templates', 'the open panel on the server');
    document.body.replaceChildren();
    await open();
    expect(order()).to.deep.equal(before);
    await panel('template-list');
    const page = hub;
    const other = await desk.open('agent1');
    await seen(() => rowsOf(other).length > 0, 'the other page');
    await seen(() => inside(other, 'side-tools')?.querySelector('[data-id=events]'), 'its rail');
    (await sign('events')).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await seen(() => rail()?.querySelector('.order:popover-open [role=menuitem]'), 'the menu');
    await press(rail()!, '처음 순서로');
    await seen(
      () => inside(other, 'side-tools')?.querySelectorAll<HTMLElement>('.own')[1]?.dataset['id'] === 'templates',
      'the order in the other page',
    );
    expect(hub).to.equal(page);
  });

  it('asks what is known of a customer as a ticket opens, or when the agent wants it, as administrators say', async () => {
    const sayFor = async (autoLookUp: readonly string[]): Promise<void> => {
      await desk.call('admin1', 'PUT', 'admin/customer-info.json', { autoLookUp });
    };
    const lookUps = async (): Promise<number> => {
      const rows = "select count(*)::int as count from audit_log where kind = 'customer_looked_up'";
      return (await desk.query<{ count: number }>(rows))[0]!.count;
    };
    document.body.replaceChildren();
    await sayFor(['phone']);
    await open();
    (await sign('customer')).click();
    const info = () => inside(rail()!, 'customer-info');
    await seen(() => info()?.querySelector('.body')?.textContent.includes('유입채널이 이메일인 티켓은'), 'why not');
    expect(await lookUps()).to.equal(0);
    await press(info()!, '조회');
    await seen(() => info()?.querySelector('dt'), 'what is known of the customer');
    expect(await lookUps()).to.equal(1);
    await openById(hub, otherId);
    await seen(() => info()?.querySelector('.body')?.textContent.includes('유입채널이 이메일인 티켓은'), 'why not');
    await openById(hub, ticketId);
    await seen(() => info()?.querySelector('dt'), 'the same once more');
    expect(await lookUps()).to.equal(1);
    (await sign('customer')).click();
    await seen(() => !info(), 'the panel closed');
    await sayFor(['phone', 'mail']);
    await openById(hub, otherId);
    expect(await lookUps()).to.equal(1);
    (await sign('customer')).click();
    await seen(() => info()?.querySelector('dt'), 'what is known, asked for by nobody');
    expect(await lookUps()).to.equal(2);
  });
});
