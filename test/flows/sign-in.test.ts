import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { Network } from './support/network.js';
import { answerIn, button, figure, press, says, seen, write } from './support/screen.js';
import { mailFor, openById, since, steps, traceOf, transferSteps } from './support/steps.js';

const signedOut = '로그인이 끝났습니다.';

describe('a session that ends', function () {
  this.timeout(60_000);
  let desk: Desk;
  let network: Network;
  let hub: DeskHub;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    await desk.execute(`update services set undo_seconds = 0 where service_id = 'demo'`);
  });
  beforeEach(async () => {
    network = new Network(desk.server, 'agent1');
    hub = await desk.open('agent1', network);
  });
  afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
  });
  after(() => desk.close());

  for (const step of [...steps, ...transferSteps.filter(({ isAlike }) => !isAlike)]) {
    it(`before a ${step.name} costs its agent one more press, and nothing of what was entered`, async () => {
      const ticketId = await mailFor(desk, `same-${step.name}`, step.isClaimed);
      await openById(hub, ticketId);
      await step.enter(hub);
      const before = await traceOf(desk, ticketId);
      network.agent = null;
      (await seen(() => step.button(hub), 'the button')).click();
      await seen(() => says(step.place(hub), signedOut), 'why it was not done');
      expect(step.isKept(hub)).to.equal(true);
      expect(since(before, await traceOf(desk, ticketId))).to.deep.equal([]);
      network.agent = 'agent1';
      (await seen(() => step.button(hub), 'the button')).click();
      await seen(() => step.isDone(hub), 'what was asked for');
      await seen(() => network.isQuiet, 'the end of all calls');
      expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
    });

    it(`before a ${step.name} and goes on with another agent shows, and does, nothing of the former one’s`, async () => {
      const ticketId = await mailFor(desk, `other-${step.name}`, step.isClaimed);
      await openById(hub, ticketId);
      await step.enter(hub);
      const before = await traceOf(desk, ticketId);
      network.agent = null;
      (await seen(() => step.button(hub), 'the button')).click();
      await seen(() => says(step.place(hub), signedOut), 'why it was not done');
      network.agent = 'agent3';
      // Whatever asks next finds another agent.
      await openOther();
      await openById(hub, ticketId);
      expect(step.isKept(hub)).to.equal(false);
      await seen(() => network.isQuiet, 'the end of all calls');
      expect(since(before, await traceOf(desk, ticketId))).to.deep.equal([]);
      const ofOthers = `ticket_id = '${ticketId}' and usercode <> 'agent1'`;
      expect(await desk.query(`select html from drafts where ${ofOthers}`)).to.deep.equal([]);
    });
  }

  /** Any other ticket, as who signs in again may open it first. */
  async function openOther(): Promise<void> {
    const { tickets, session } = hub.hub!;
    (button(hub, /새로고침|다시 시도/) ?? figure(hub, 'all.receivedToday'))?.click();
    await seen(() => {
      const load = session.$session.get();
      return load.status === 'ready' && load.value.agent.usercode === 'agent3';
    }, 'the other agent');
    await seen(() => tickets.$currentId.get() === null, 'the closed ticket');
  }

  it('keeps the text of its agent for the day when that agent comes back', async () => {
    const ticketId = await mailFor(desk, 'come-back', true);
    await openById(hub, ticketId);
    await write(hub, '저장된 글입니다.');
    await seen(() => says(hub, '저장됨'), 'that the draft is kept');
    network.agent = null;
    await write(hub, ' 저장되지 않은 글입니다.');
    await seen(() => says(hub, '저장되지 않았습니다.'), 'that it is not kept');
    expect(answerIn(hub)).to.equal('저장된 글입니다. 저장되지 않은 글입니다.');
    network.agent = 'agent1';
    await press(hub, '다시 시도');
    await seen(() => says(hub, '저장됨'), 'that the draft is kept');
    const drafts = await desk.query<{ html: string }>(`select html from drafts where ticket_id = '${ticketId}'`);
    expect(drafts).to.have.lengthOf(1);
    expect(drafts[0]!.html).to.contain('저장된 글입니다. 저장되지 않은 글입니다.');
  });
});
