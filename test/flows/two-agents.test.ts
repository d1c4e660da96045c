import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { dialogOf, figureOf, openView, press, rowsOf, rowWith, says, seen } from './support/screen.js';

describe('two agents', function () {
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

  /** Both agents before the list of what nobody has, with a new mail in it. */
  async function both(subject: string): Promise<readonly [DeskHub, DeskHub]> {
    await desk.receive({ id: `${subject}@x.example`, from: 'Mina <mina@x.example>', subject, text: '도와주세요.' });
    const one = await desk.open('agent1');
    const other = await desk.open('agent3');
    for (const hub of [one, other]) {
      await openView(hub, 'unassigned');
      await seen(() => rowWith(hub, subject), subject);
    }
    return [one, other];
  }

  async function askFor(hub: DeskHub, subject: string): Promise<HTMLElement> {
    await press(rowWith(hub, subject)!, /^가져오기/);
    return seen(() => dialogOf(hub), 'the choice of the group');
  }

  it('see each other’s claims without a touch', async () => {
    const [one, other] = await both('claim-seen');
    const before = figureOf(other, 'all.unassigned')!;
    await press(await askFor(one, 'claim-seen'), '가져오기');
    await seen(() => rowsOf(other).length > 0 && !rowWith(other, 'claim-seen'), 'the other’s list without the ticket');
    await seen(() => figureOf(other, 'all.unassigned') === before - 1, 'the other’s board');
  });

  it('cannot both have a ticket: one gets it and the other is told who did', async () => {
    const [one, other] = await both('claim-raced');
    const dialogs = [await askFor(one, 'claim-raced'), await askFor(other, 'claim-raced')];
    await Promise.all(dialogs.map((dialog) => press(dialog, '가져오기')));
    const told = (): string[] => [
      ...(says(one, '최유나 님이 먼저 가져갔습니다') ? ['agent1'] : []),
      ...(says(other, '이준호 님이 먼저 가져갔습니다') ? ['agent3'] : []),
    ];
    const [loser] = await seen(() => (told().length > 0 ? told() : undefined), 'who was faster');
    const winner = loser === 'agent1' ? other : one;
    await openView(winner, 'mine_processing');
    await seen(() => rowWith(winner, 'claim-raced'), 'the winner’s ticket');
    expect(told()).to.deep.equal([loser]);
  });
});
