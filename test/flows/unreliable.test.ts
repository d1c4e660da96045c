import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { cutShort, lost, Network, refusing, twice, unanswered, type Fault } from './support/network.js';
import { seen } from './support/screen.js';
import { mailFor, openById, since, steps, traceOf } from './support/steps.js';

interface Trouble {
  readonly what: string;
  readonly faults: readonly Fault[];
}

/** What heals by itself: the agent presses once and it is done once. */
const troubles: readonly Trouble[] = [
  { what: 'is lost on the way to the server', faults: [lost, lost] },
  { what: 'is done by a server whose answer is lost', faults: [unanswered] },
  { what: 'is done by a server whose answer breaks off', faults: [cutShort] },
  { what: 'reaches the server twice', faults: [twice] },
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

  for (const step of steps) {
    describe(`while a ${step.name}`, () => {
      troubles.forEach(({ what, faults }, index) => {
        it(`${what}: it is done, and once`, async () => {
          const ticketId = await mailFor(desk, `${step.name}-${index}`, step.isClaimed);
          await openById(hub, ticketId);
          await step.enter(hub);
          const before = await traceOf(desk, ticketId);
          network.trap(step.request, ...faults);
          (await seen(() => step.button(hub), 'the button')).click();
          await seen(() => step.isDone(hub), 'what was asked for');
          await seen(() => network.isQuiet, 'the end of all calls');
          expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
        });
      });
    });
  }
});
