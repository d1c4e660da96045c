import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { after as afterwards, cutShort, Held, lost, Network, refusing, twice, unanswered } from './support/network.js';
import { answerIn, button, editorOf, inside, press, says, seen, write } from './support/screen.js';
import { mailFor, openById, steps, traceOf } from './support/steps.js';

const saving = /^PUT .*\/draft\.json$/;
const text = '아직 다 쓰지 않았습니다.';
const html = `<p>${text}</p>`;

const troubles = [
  { what: 'is lost on the way to the server', faults: [lost, lost] },
  { what: 'is kept by a server whose answer is lost', faults: [unanswered] },
  { what: 'is kept by a server whose answer breaks off', faults: [cutShort] },
  { what: 'reaches the server twice', faults: [twice] },
  { what: 'comes to a server that is overrun', faults: [refusing(429, 'too_many', 1)] },
  { what: 'comes to a server that starts again', faults: [refusing(503, 'starting', 0), refusing(504, 'late')] },
  { what: 'carries a token that has ended', faults: [refusing(401, 'token_expired')] },
];

describe('a draft', function () {
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

  async function opened(name: string): Promise<string> {
    const ticketId = await mailFor(desk, name, true);
    await openById(hub, ticketId);
    return ticketId;
  }

  /** The texts that the server keeps of a ticket, and those that it kept before. */
  async function kept(ticketId: string): Promise<readonly string[]> {
    const rows = await desk.query<{ html: string }>(`select html from drafts where ticket_id = '${ticketId}'`);
    return rows.map((row) => row.html);
  }

  const isSafe = (): boolean => says(hub, '저장됨') && network.isQuiet;

  troubles.forEach(({ what, faults }, index) => {
    it(`that ${what} is kept, and argues with nobody`, async () => {
      const ticketId = await opened(`draft-${index}`);
      network.trap(saving, ...faults);
      await write(hub, text);
      await seen(isSafe, 'that it is kept');
      expect(await kept(ticketId)).to.deep.equal([html]);
      expect(answerIn(hub)).to.equal(text);
      expect(says(hub, '이 티켓의 글이 두 개 있습니다.')).to.equal(false);
      const versions = await desk.query<{ html: string }>(
        `select html from draft_versions where ticket_id = '${ticketId}'`,
      );
      expect(new Set(versions.map((version) => version.html)).size).to.equal(versions.length);
    });
  });

  const refusals = [
    { what: 'that its agent may not keep', fault: refusing(403, 'forbidden') },
    { what: 'that the server cannot take', fault: refusing(400, 'invalid') },
    { what: 'whose key was used for something else', fault: refusing(422, 'idempotency_key_reused') },
  ];

  refusals.forEach(({ what, fault }, index) => {
    it(`${what} stays on the screen, which says so, and is kept when that is over`, async () => {
      const ticketId = await opened(`draft-refused-${index}`);
      network.trap(saving, fault);
      await write(hub, text);
      await seen(() => says(hub, '저장되지 않았습니다.'), 'that it is not kept');
      expect(answerIn(hub)).to.equal(text);
      expect(await kept(ticketId)).to.deep.equal([]);
      await press(hub, '다시 시도');
      await seen(isSafe, 'that it is kept');
      expect(await kept(ticketId)).to.deep.equal([html]);
    });
  });

  it('that is tried again by two presses at once is sent once', async () => {
    const ticketId = await opened('draft-double');
    const held = new Held();
    network.trap(saving, refusing(403, 'forbidden'), held.fault);
    await write(hub, text);
    const again = await seen(() => button(hub, '다시 시도'), 'another try');
    const before = network.timesAsked(saving);
    again.click();
    again.click();
    await write(hub, ' 그리고');
    await seen(() => network.timesAsked(saving) > before, 'the request');
    held.let();
    await seen(async () => (await kept(ticketId))[0] === `<p>${text} 그리고</p>`, 'all of the text');
    await seen(isSafe, 'that it is kept');
    // The text of both presses, and what was written since.
    expect(network.timesAsked(saving) - before).to.equal(2);
  });

  it('goes on while there is no network, and is kept when there is', async () => {
    const ticketId = await opened('draft-offline');
    await write(hub, text);
    network.offline();
    await write(hub, ' 계속 씁니다.');
    await seen(() => says(hub, '저장 중…'), 'that it is not kept yet');
    await write(hub, ' 더 씁니다.');
    network.online();
    await seen(isSafe, 'that it is kept');
    const whole = `${text} 계속 씁니다. 더 씁니다.`;
    await seen(async () => (await kept(ticketId))[0]?.includes(whole), 'the text');
    expect(answerIn(hub)).to.equal(whole);
  });

  for (const whose of ['mine', 'other'] as const) {
    it(`that another window changed too is asked about, and goes on with the one chosen: ${whose}`, async () => {
      const ticketId = await opened(`draft-conflict-${whose}`);
      const other = { html: '<p>다른 창에서 썼습니다.</p>', seq: 0, action: null, values: {} };
      network.trap(
        saving,
        afterwards(() => desk.call('agent1', 'PUT', `tickets/${ticketId}/draft.json`, other)),
      );
      await write(hub, text);
      await seen(() => says(hub, '이 티켓의 글이 두 개 있습니다.'), 'the question');
      expect(answerIn(hub)).to.equal(text);
      expect(says(hub, '다른 창에서 썼습니다.')).to.equal(true);
      expect(await kept(ticketId)).to.deep.equal([other.html]);
      await press(hub, whose === 'mine' ? '이 창의 글로 계속' : '다른 글로 계속');
      await seen(isSafe, 'that it is kept');
      await seen(async () => (await kept(ticketId))[0] === (whose === 'mine' ? html : other.html), 'the text');
      expect(answerIn(hub)).to.equal(whose === 'mine' ? text : '다른 창에서 썼습니다.');
    });
  }

  it('that is newer than a mail that is taken back stays, and the agent chooses', async () => {
    await desk.execute(`update services set undo_seconds = 60 where service_id = 'demo'`);
    const ticketId = await opened('draft-undo');
    const step = steps.find(({ name }) => name === 'resolve')!;
    await step.enter(hub);
    const sent = answerIn(hub)!;
    step.button(hub)!.click();
    await seen(() => step.isDone(hub) && answerIn(hub) === '', 'the answer');
    await write(hub, text);
    await seen(async () => isSafe() && (await kept(ticketId))[0] === html, 'that it is kept');
    await press(hub, '발송 취소');
    await seen(() => says(hub, '이 티켓의 글이 두 개 있습니다.'), 'the question');
    expect(answerIn(hub)).to.equal(text);
    expect(says(inside(hub, 'reply-composer')!, sent)).to.equal(true);
    await press(hub, '이 창의 글로 계속');
    await seen(async () => (await kept(ticketId))[0] === html, 'the text');
    await desk.execute(`update services set undo_seconds = 0 where service_id = 'demo'`);
  });

  it('does not come back when it was sent and the answer to that was lost', async () => {
    const ticketId = await opened('draft-sent');
    const step = steps.find(({ name }) => name === 'resolve')!;
    await step.enter(hub);
    await seen(isSafe, 'that it is kept');
    network.trap(step.request, unanswered);
    step.button(hub)!.click();
    await seen(() => step.isDone(hub), 'the answer');
    await seen(() => network.isQuiet, 'the end of all calls');
    const again = await desk.open('agent1');
    await openById(again, ticketId);
    await seen(() => editorOf(again), 'the editor');
    expect(answerIn(again)).to.equal('');
    again.remove();
    expect((await traceOf(desk, ticketId)).filter((one) => one === 'mail')).to.have.lengthOf(1);
  });
});
