import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { fill } from './support/fields.js';
import { focusOn, pressWithControl, tabTo } from './support/keyboard.js';
import { lost, Network, refusing, unanswered } from './support/network.js';
import {
  countOf,
  dialogOf,
  figureOf,
  messagesWith,
  openView,
  rowsOf,
  rowWith,
  says,
  seen,
  visible,
} from './support/screen.js';

describe('making a ticket by hand', function () {
  this.timeout(60_000);
  let desk: Desk;
  let network: Network;
  let hub: DeskHub;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    network = new Network(desk.server, 'agent1');
    hub = await desk.open('agent1', network);
    await openView(hub, 'unassigned');
  });
  after(() => desk.close());

  const problems = () => visible(dialogOf(hub)!, '.problem').length;

  /** All of it by keys, from the row that has the keyboard; the name of the customer is the title too. */
  async function write(subject: string): Promise<void> {
    (await seen(() => rowsOf(hub)[0], 'the list')).focus();
    await sendKeys({ press: 'n' });
    await focusOn('[role=combobox]');
    await sendKeys({ type: '주문 취소' });
    await sendKeys({ press: 'Enter' });
    await tabTo("[id='customer.name']");
    await sendKeys({ type: subject });
    await tabTo('#subject');
    await sendKeys({ type: subject });
    await tabTo('.editor');
    await sendKeys({ type: '전화로 물었습니다.' });
  }

  /** The customer has agreed that the data are kept, without which the service takes no ticket. */
  async function agree(): Promise<void> {
    await focusOn('[type=checkbox]');
    await sendKeys({ press: 'Space' });
  }

  const made = (subject: string) =>
    desk.query<{ ticket_id: string; channel: string; status: string; group_id: number | null }>(
      `select ticket_id, channel, status, group_id from tickets where service_id = 'demo' and subject = '${subject}'`,
    );

  it('is done by keys alone, says what is missing, and opens the ticket, which everybody finds', async () => {
    const [unassigned, count] = await seen(() => {
      const both = [figureOf(hub, 'all.unassigned'), countOf(hub, 'unassigned')];
      return both.every((one) => one !== undefined) ? (both as [number, number]) : undefined;
    }, 'the figures');
    await write('한가람');
    await pressWithControl('Enter');
    await seen(() => problems() === 1, 'what is missing');
    expect(await made('한가람')).to.have.lengthOf(0);
    await agree();
    await pressWithControl('Enter');
    await seen(() => messagesWith(hub, '전화로 물었습니다.').length === 1, 'the open ticket');
    expect(dialogOf(hub)).to.equal(undefined);
    const row = await seen(() => rowWith(hub, '한가람'), 'the row');
    expect(says(row, '생성')).to.equal(true);
    await seen(() => countOf(hub, 'unassigned') === count + 1, 'one more in the menu');
    await seen(() => figureOf(hub, 'all.unassigned') === unassigned + 1, 'one more on the board');
    const [ticket] = await made('한가람');
    expect(ticket).to.deep.include({ channel: 'manual', status: 'unassigned', group_id: null });
  });

  it('is done once when the answer is lost, and when the network comes and goes', async () => {
    for (const [subject, ...faults] of [
      ['답을 잃음', unanswered],
      ['오락가락', lost, unanswered, refusing(503, 'starting', 0)],
    ] as const) {
      network.trap(/^POST .*\/tickets\.json$/, ...faults);
      await write(subject);
      await pressWithControl('Enter');
      await agree();
      await pressWithControl('Enter');
      await pressWithControl('Enter');
      await seen(
        () => !dialogOf(hub) && messagesWith(hub, '전화로 물었습니다.').length === 1 && rowWith(hub, subject),
        'the open ticket',
      );
      await seen(() => network.isQuiet, 'the end of all calls');
      expect(await made(subject)).to.have.lengthOf(1);
    }
  });

  it('shows what the server refuses at its field, with everything still there', async () => {
    await write('거절');
    await pressWithControl('Enter');
    await agree();
    await desk.execute(`update field_definitions set length = 3 where service_id = 'demo' and code = 'orderNo'`);
    await fill(dialogOf(hub)!, 'f.orderNo', '12345678');
    await pressWithControl('Enter');
    await seen(() => problems() === 1, 'what was refused');
    expect(await made('거절')).to.have.lengthOf(0);
    await focusOn("[id^='f.'][aria-invalid=true]");
    await pressWithControl('a');
    await sendKeys({ press: 'Delete' });
    await pressWithControl('Enter');
    await seen(() => rowWith(hub, '거절'), 'the ticket');
    expect(await made('거절')).to.have.lengthOf(1);
  });
});
