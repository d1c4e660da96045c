import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { after as afterwards, Network, refusing, signInPage, type Fault } from './support/network.js';
import { button, press, says, seen } from './support/screen.js';
import {
  act,
  mailFor,
  openById,
  since,
  steps,
  traceOf,
  transferSteps,
  type Step,
  type Trace,
} from './support/steps.js';

interface Refusal {
  readonly what: string;
  readonly fault: Fault;
  readonly told: string;
  /** Where a transfer has words of its own. */
  readonly toldOfTransfer?: string;
}

/** What ends a step: it is told, nothing is done, and what was entered can be sent again. */
const refusals: readonly Refusal[] = [
  {
    what: 'without the right to it',
    fault: refusing(403, 'forbidden'),
    told: '이 작업을 할 권한이 없습니다.',
  },
  {
    what: 'behind a page for signing in',
    fault: signInPage,
    told: '로그인이 끝났습니다.',
  },
  {
    what: 'of what the server cannot take',
    fault: refusing(400, 'invalid'),
    told: '입력한 내용을 확인하세요.',
  },
  {
    what: 'because its key was used for something else',
    fault: refusing(422, 'idempotency_key_reused'),
    told: '티켓이 바뀌었습니다.',
    toldOfTransfer: '앞서 보낸 내용이 이미 서버에 도착해 있습니다.',
  },
];

describe('a refusal', function () {
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

  const named = (name: string): Step => steps.find((step) => step.name === name)!;

  /** A ticket with what the agent entered, and what is known of it. */
  async function entered(step: Step, name: string): Promise<{ ticketId: string; before: Trace }> {
    const ticketId = await mailFor(desk, name, step.isClaimed);
    await openById(hub, ticketId);
    await step.enter(hub);
    return { ticketId, before: await traceOf(desk, ticketId) };
  }

  async function send(step: Step): Promise<void> {
    (await seen(() => step.button(hub), 'the button')).click();
  }

  async function isTold(step: Step, told: string): Promise<void> {
    await seen(() => says(step.place(hub), told), `"${told}"`);
    await seen(() => network.isQuiet, 'the end of all calls');
    expect(step.isKept(hub)).to.equal(true);
  }

  for (const step of [...steps, ...transferSteps.filter(({ isAlike }) => !isAlike)]) {
    refusals.forEach(({ what, fault, told, toldOfTransfer = told }, index) => {
      it(`of a ${step.name} ${what} is told, loses nothing, and is no obstacle later`, async () => {
        const { ticketId, before } = await entered(step, `${step.name}-${index}`);
        network.trap(step.request, fault);
        await send(step);
        await isTold(step, transferSteps.includes(step) ? toldOfTransfer : told);
        expect(since(before, await traceOf(desk, ticketId))).to.deep.equal([]);
        if (!step.button(hub)) await step.enter(hub);
        await send(step);
        await seen(() => step.isDone(hub), 'what was asked for');
        await seen(() => network.isQuiet, 'the end of all calls');
        expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
      });
    });
  }

  it('of an answer to a ticket that somebody else changed meanwhile keeps the text, and sends it once when asked again', async () => {
    const step = named('resolve');
    const { ticketId } = await entered(step, 'rival-resolve');
    const hold = { action: 'hold', html: '<p>잠시만 기다려 주세요.</p>' };
    network.trap(
      step.request,
      afterwards(() => act(desk, 'admin1', ticketId, 'POST', 'process.json', hold)),
    );
    await send(step);
    await isTold(step, '그사이 고객이 다시 글을 썼거나 티켓이 바뀌었습니다.');
    const before = await traceOf(desk, ticketId);
    expect(before).not.to.include('entry reply');
    await send(step);
    await seen(() => step.isDone(hub), 'the answer');
    await seen(() => network.isQuiet, 'the end of all calls');
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  });

  for (const step of transferSteps) {
    it(`of a ${step.name} of a ticket that somebody else changed meanwhile keeps the form, and sends it once when asked again`, async () => {
      const { ticketId } = await entered(step, `rival-${step.name}`);
      const hold = { action: 'hold', html: '<p>잠시만 기다려 주세요.</p>' };
      network.trap(
        step.request,
        afterwards(() => act(desk, 'admin1', ticketId, 'POST', 'process.json', hold)),
      );
      await send(step);
      await isTold(step, '그사이 티켓이 바뀌었습니다.');
      const before = await traceOf(desk, ticketId);
      expect(before).not.to.include(step.once[0]);
      await send(step);
      await seen(() => step.isDone(hub), 'the transfer');
      await seen(() => network.isQuiet, 'the end of all calls');
      expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
    });
  }

  it('is none for a comment: it takes nothing away from what somebody else changed', async () => {
    const step = named('comment');
    const { ticketId } = await entered(step, 'rival-comment');
    const hold = { action: 'hold', html: '<p>잠시만 기다려 주세요.</p>' };
    network.trap(
      step.request,
      afterwards(() => act(desk, 'admin1', ticketId, 'POST', 'process.json', hold)),
    );
    await send(step);
    await seen(() => step.isDone(hub), 'the comment');
    await seen(() => network.isQuiet, 'the end of all calls');
    const trace = await traceOf(desk, ticketId);
    expect(trace.filter((one) => one.startsWith('entry'))).to.deep.equal(['entry hold', 'entry comment']);
  });

  it('of a claim names who was faster, and leaves the ticket there', async () => {
    const step = named('claim');
    const { ticketId } = await entered(step, 'rival-claim');
    network.trap(
      step.request,
      afterwards(() => act(desk, 'agent3', ticketId, 'POST', 'claim.json', { groupId: 1 })),
    );
    await send(step);
    await isTold(step, '최유나 님이 먼저 가져갔습니다.');
    expect(await traceOf(desk, ticketId)).to.deep.equal(['claimed']);
    await press(step.place(hub), '닫기');
    const { assignee } = (await desk.call('agent1', 'GET', `tickets/${ticketId}.json`)) as {
      assignee: { usercode: string };
    };
    expect(assignee.usercode).to.equal('agent3');
  });

  const changed = { customer: { phone: '02-123-4567' } };

  it('of a fact that somebody else changed too shows both, and keeps the one that is chosen', async () => {
    const step = named('fields');
    const { ticketId } = await entered(step, 'rival-fields');
    network.trap(
      step.request,
      afterwards(() => act(desk, 'admin1', ticketId, 'PATCH', '.json', changed)),
    );
    await send(step);
    await isTold(step, '그사이 다른 사람이 이 항목을 바꾸었습니다.');
    expect(says(step.place(hub), '02-123-4567')).to.equal(true);
    expect(says(step.place(hub), '010-9876-5432')).to.equal(true);
    const before = await traceOf(desk, ticketId);
    // Saving was asked for already.
    await press(step.place(hub), '내 값으로');
    await seen(() => step.isDone(hub), 'the number');
    await seen(() => network.isQuiet, 'the end of all calls');
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  });

  it('is none for a fact when somebody else changed another: both stay', async () => {
    const step = named('fields');
    const { ticketId } = await entered(step, 'other-fields');
    const name = { customer: { name: '김다른' } };
    network.trap(
      step.request,
      afterwards(() => act(desk, 'admin1', ticketId, 'PATCH', '.json', name)),
    );
    await send(step);
    await seen(() => step.isDone(hub), 'the number');
    await seen(() => network.isQuiet, 'the end of all calls');
    const { customer } = (await desk.call('agent1', 'GET', `tickets/${ticketId}.json`)) as {
      customer: { name: string; phone: string };
    };
    expect(customer).to.include({ name: '김다른', phone: '010-9876-5432' });
    expect(await traceOf(desk, ticketId)).to.deep.equal(['claimed', 'customer_changed', 'customer_changed']);
  });

  it('is none for a comment with a forbidden word, which no customer reads', async () => {
    const step = named('comment');
    const { ticketId, before } = await entered(step, 'forbidden-comment');
    await desk.execute(`insert into forbidden_words (service_id, word) values ('demo', '다시')`);
    await send(step);
    await seen(() => step.isDone(hub), 'the comment');
    await desk.execute(`delete from forbidden_words where service_id = 'demo' and word = '다시'`);
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  });

  it('of an answer with a forbidden word that only the server knows names the word, and keeps the text', async () => {
    const step = named('resolve');
    const { ticketId, before } = await entered(step, 'forbidden');
    await desk.execute(`insert into forbidden_words (service_id, word) values ('demo', '다시')`);
    await send(step);
    await isTold(step, '금칙어가 있어 보낼 수 없습니다.');
    expect(says(step.place(hub), '다시')).to.equal(true);
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal([]);
    await desk.execute(`delete from forbidden_words where service_id = 'demo' and word = '다시'`);
    await seen(() => button(step.place(hub), '처리하기'), 'the button');
    await send(step);
    await seen(() => step.isDone(hub), 'the answer');
    expect(since(before, await traceOf(desk, ticketId))).to.deep.equal(step.once);
  });
});
