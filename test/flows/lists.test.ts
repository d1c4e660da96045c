import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import {
  choose,
  countOf,
  dialogOf,
  figure,
  figureOf,
  openTicket,
  openView,
  press,
  rowsOf,
  rowWith,
  seen,
  totalOf,
  visible,
} from './support/screen.js';

const figures = [
  'all.receivedToday',
  'all.resolvedToday',
  'all.processing',
  'all.pending',
  'all.unassigned',
  'my.resolvedToday',
  'my.processing',
  'my.pending',
  'my.transferring',
  'my.promisedCalls',
  'my.customerGuidance',
];

describe('lists', function () {
  this.timeout(60_000);
  let desk: Desk;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
  });
  afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
  });
  after(() => desk.close());

  /** Star of the first row: tells whether it is set. */
  const isStarred = (row: HTMLElement) =>
    row.querySelector('button[aria-pressed]')?.getAttribute('aria-pressed') === 'true';

  async function chooseWay(hub: DeskHub, way: string): Promise<void> {
    const select = await seen(
      () =>
        visible<HTMLSelectElement>(hub, 'select').find((one) => [...one.options].some((each) => each.value === way)),
      `the way ${way}`,
    );
    choose(select, way);
  }

  it('opens from every figure of the board a list of exactly that many', async () => {
    const hub = await desk.open('agent1');
    const numbers: number[] = [];
    for (const name of figures) {
      const number = await seen(() => figureOf(hub, name), name);
      await openView(hub, 'spam');
      figure(hub, name)!.click();
      await seen(
        () => visible(hub, '[data-key][aria-current]').length === 0 && totalOf(hub) === number,
        `the list of ${number} of ${name}`,
      );
      await seen(() => rowsOf(hub).length > 0 === number > 0, `the rows of ${name}`);
      numbers.push(number);
    }
    // Figures that are all nothing, or all alike, would prove little.
    expect(new Set(numbers).size).to.be.greaterThan(4);
  });

  async function pressFilter(hub: DeskHub): Promise<void> {
    (await seen(() => visible(hub, "button[title='중요 표시한 티켓만 보기']")[0], 'the filter')).click();
  }

  it('shows with the star filter the starred tickets alone', async () => {
    const subject = '별표를 받을 티켓';
    await desk.receive({ id: 'star@x.example', from: 'Sora <sora@x.example>', subject, text: '중요합니다.' });
    const hub = await desk.open('agent1');
    await openView(hub, 'all');
    const all = await seen(() => countOf(hub, 'all'), 'how many tickets there are');
    const star = () => rowWith(hub, subject)?.querySelector<HTMLElement>('button[aria-pressed]');
    (await seen(star, subject)).click();
    await seen(() => star()?.getAttribute('aria-pressed') === 'true', 'the star');
    await seen(() => hub.hub!.work.$tasks.get().length === 0, 'that the star is kept');
    await pressFilter(hub);
    await seen(
      () => totalOf(hub) !== undefined && totalOf(hub)! < all && rowsOf(hub).length > 0,
      'the starred tickets',
    );
    expect(rowsOf(hub).filter((one) => !isStarred(one))).to.deep.equal([]);
    const starred = totalOf(hub)!;
    (await seen(star, subject)).click();
    await seen(() => totalOf(hub) === starred - 1, 'one starred ticket less');
    await pressFilter(hub);
    await seen(() => totalOf(hub) === all, 'all tickets');
  });

  it('puts a ticket into the spam box, brings it back, and lets an administrator delete it there', async () => {
    const subject = '당첨을 축하합니다';
    await desk.receive({ id: 'win@spam.example', from: 'Luck <luck@spam.example>', subject, text: '지금 누르세요.' });
    const hub = await desk.open('admin1');
    await openView(hub, 'unassigned');
    const before = await seen(() => countOf(hub, 'spam'), 'how full the spam box is');
    const toSpam = async (): Promise<void> => {
      await openTicket(hub, subject);
      await chooseWay(hub, 'internal');
      await chooseWay(hub, 'spam');
      await press(hub, '처리하기');
      await seen(() => !rowWith(hub, subject), 'the list without it');
      await seen(() => countOf(hub, 'spam') === before + 1, 'one more in the spam box');
    };
    await toSpam();
    await openView(hub, 'spam');
    await openTicket(hub, subject);
    await press(hub, '복구');
    await seen(() => countOf(hub, 'spam') === before, 'the spam box as before');
    await openView(hub, 'unassigned');
    await toSpam();
    await openView(hub, 'spam');
    await openTicket(hub, subject);
    await press(hub, '삭제');
    await press(await seen(() => dialogOf(hub), 'the question'), /삭제/);
    await seen(() => !rowWith(hub, subject) && countOf(hub, 'spam') === before, 'the spam box without it');
    await openView(hub, 'all');
    expect(rowWith(hub, subject)).to.equal(undefined);
    expect(desk.server.mail.mails).to.deep.equal([]);
  });
});
