import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { cutShort, Held, lost, Network, refusing, twice, unanswered, type Fault } from './support/network.js';
import { button, says, seen } from './support/screen.js';
import { mailFor, openById, since, steps, traceOf, transferSteps, type Step, type Trace } from './support/steps.js';

interface Trouble {
  readonly what: string;
  readonly faults: readonly Fault[];
  /** The server does it although the page cannot know. */
  readonly isHidden?: boolean;
}

/** What heals by itself: the agent presses once and it is done once. */
const troubles: readonly Trouble[] = [
  { what: 'is lost on the way to the server', faults: [lost, lost] },
  { what: 'is done by a server whose answer is lost', faults: [unanswered], isHidden: true },
  { what: 'is done by a server whose answer breaks off', faults: [cutShort], isHidden: true },
  { what: 'reaches the server twice', faults: [twice], isHidden: true },
  { what: 'comes to a server that is overrun', faults: [refusing(429, 'too_many', 0), refusing(429, 'too_many', 1)] },
  { what: 'comes to a server that starts again', faults: [refusing(503, 'starting', 0), refusing(502, 'gateway')] },
  { what: 'carries a token that has ended', faults: [refusing(401, 'token_expired')] },
];

describe('an unreliable network', function () {
  this.timeout(60_000);
  let desk: Desk;
  let network: Network;
  let hub: DeskHub;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    await desk.execute(`update services set undo_seconds = 0 where service_id = 'demo'`);
    network = new Network(desk.server, 'agent1');
    hub = await desk.open('agent1', network);
  });
  afterEach(() => {
    network.clear();
    sessionStorage.clear();
  });
  after(() => desk.close());

  /** A ticket with what the agent entered, and what is known of it. */
  async function entered(step: Step, name: string): Promise<{ ticketId: string; before: Trace }> {
    const ticketId = await mailFor(desk, `${step.name}-${name}`, step.isClaimed);
    await openById(hub, ticketId);
    await step.enter(hub);
    return { ticketId, before: await traceOf(desk, ticketId) };
  }

  async function isDoneOnce(step: Step, { ticketId, before }: { ticketId: string; before: Trace }): Promise<void> {
    await seen(() => step.isDone(hub), 'what was asked for');
    await seen(() => network.isQuiet, 'the end of all calls');
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  }

  for (const step of [...steps, ...transferSteps]) {
    describe(`while a ${step.name}`, () => {
      troubles.forEach(({ what, faults, isHidden }, index) => {
        if (step.isAlike && !isHidden) return;
        it(`${what}: it is done, and once`, async () => {
          const ticket = await entered(step, String(index));
          network.trap(step.request, ...faults);
          (await seen(() => step.button(hub), 'the button')).click();
          await isDoneOnce(step, ticket);
        });
      });

      it('is asked for without a network: it waits, with all that was entered, and is done once when there is one', async () => {
        const ticket = await entered(step, 'offline');
        const button = await seen(() => step.button(hub), 'the button');
        network.offline();
        button.click();
        await seen(() => network.timesAsked(step.request) > 1, 'a second try');
        expect(step.isKept(hub)).to.equal(true);
        expect(since(ticket.before, await traceOf(desk, ticket.ticketId))).to.deep.equal([]);
        network.online();
        await isDoneOnce(step, ticket);
      });

      it('is asked for twice and by a key too: it is sent and done once', async () => {
        const ticket = await entered(step, 'double');
        const button = await seen(() => step.button(hub), 'the button');
        const held = new Held();
        network.trap(step.request, held.fault);
        button.click();
        button.click();
        await step.pressKey(hub);
        await seen(() => network.timesAsked(step.request) > 0, 'the request');
        await step.pressKey(hub);
        held.let();
        await isDoneOnce(step, ticket);
        expect(network.timesAsked(step.request)).to.equal(1);
      });
    });
  }

  for (const name of ['comment', 'resolve']) {
    it(`and two windows that ${name} with the same text at once do it once, and both know`, async () => {
      const step = steps.find((one) => one.name === name)!;
      const ticket = await entered(step, 'windows');
      await seen(() => says(hub, '저장됨'), 'that the draft is kept');
      const network2 = new Network(desk.server, 'agent1');
      const other = await desk.open('agent1', network2);
      await openById(other, ticket.ticketId);
      await seen(() => step.isKept(other) && button(step.place(other), '처리하기'), 'the text in the other window');
      const held = [new Held(), new Held()];
      [network, network2].forEach((line, index) => line.trap(step.request, held[index]!.fault));
      step.button(hub)!.click();
      await seen(() => network.timesAsked(step.request) === 1, 'the request of this window');
      // Another window has a storage of its own for the time of its session.
      sessionStorage.clear();
      step.button(other)!.click();
      await seen(() => network2.timesAsked(step.request) === 1, 'the request of the other window');
      for (const one of held) one.let();
      await seen(() => [hub, other].every((window) => step.isDone(window)), 'that both know');
      await seen(() => network.isQuiet && network2.isQuiet, 'the end of all calls');
      const told = [hub, other].filter((window) => says(window, '다른 창에서 이미 처리했거나 지운 글입니다.'));
      expect(told).to.have.lengthOf(1);
      expect(since(ticket.before, await traceOf(desk, ticket.ticketId))).to.deep.equal(step.once);
      other.remove();
    });
  }
});
