import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dooray } from '../../demo/dooray/dooray.js';
import type { Fault } from '../../demo/dooray/faults.js';
import { seeded } from '../../demo/dooray/seed.js';
import { doorayAgentKeys, doorayOrganizations } from '../../demo/server/db/schema.js';
import type { DoorayPort } from '../../demo/server/ports/dooray.js';
import { Worker } from '../../demo/server/services/worker.js';
import { testDooray } from '../support/dooray.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk } from './tickets/desk.js';

const { organizationId, projects, tags } = seeded;
const patient = { usual: 300, file: 300 };
const tenMinutes = 10 * 60_000;

describe('what goes to Dooray! while something goes wrong', () => {
  let server: TestServer;
  let desk: Desk;
  let dooray: Dooray;
  let port: DoorayPort;

  beforeAll(async () => {
    dooray = testDooray({ now: () => server.clock.now });
    port = { base: dooray.base, span: 1, fetch: (request) => dooray.fetch(request) };
    server = await startServer({ dooray: port, doorayTimeouts: patient });
    desk = Desk.on(server);
  });
  beforeEach(() => dooray.faults.end());
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  function worker(more: Partial<ConstructorParameters<typeof Worker>[0]> = {}): Worker {
    const { database, vault, clock } = server;
    const mail = { repeatable: true, send: () => Promise.resolve('250 OK') };
    const onError = (error: unknown): void => expect(error).toBeUndefined();
    return new Worker({
      database,
      vault,
      mail,
      now: () => clock.now,
      dooray: port,
      doorayTimeouts: patient,
      onError,
      ...more,
    });
  }

  /** Lets time pass until everything left or was given up. */
  async function settle(most = 4): Promise<void> {
    for (let round = 0; round < most; round++) {
      await worker().drain();
      server.clock.advance(tenMinutes);
    }
  }

  async function transferred(subject: string): Promise<string> {
    const agent = desk.as('agent1');
    const ticketId = await desk.add({ subject }, { status: 'processing', assignee: 'agent1', assigneeName: '이준호' });
    const body = { organizationId, projectId: projects.app, subject, content: '<p>확인 부탁</p>', tagIds: [tags.bug] };
    const path = `tickets/${ticketId}/transfer/dooray.json`;
    const first = await agent.post(path, body, `transfer-${ticketId}`);
    expect(first.status).toBe(200);
    // The page that did not hear the answer asks again.
    expect(await agent.post(path, body, `transfer-${ticketId}`)).toEqual(first);
    return ticketId;
  }

  const tasks = (subject: string) => [...dooray.state.tasks.values()].filter((task) => task.subject === subject);
  const comments = (subject: string) =>
    [...dooray.state.logs.values()].filter(
      ({ taskId, type }) => type === 'comment' && taskId === tasks(subject)[0]?.id,
    );

  const kinds: readonly (readonly [string, Omit<Fault, 'call'>])[] = [
    ['nobody can be reached', { kind: 'unreachable' }],
    ['it was done and the connection broke', { kind: 'unreachable', done: true }],
    ['no answer comes', { kind: 'hangs' }],
    ['it was done and no answer comes', { kind: 'hangs', done: true }],
    ['it fails', { kind: 500 }],
    ['it was done and says that it failed', { kind: 500, done: true }],
    ['it is asked too often', { kind: 429 }],
    ['its answer ends in the middle', { kind: 'truncated' }],
  ];

  it.each(kinds)('makes one task and one comment when %s', async (name, fault) => {
    const subject = `업무: ${name}`;
    const agent = desk.as('agent1');
    const ticketId = await transferred(subject);
    dooray.faults.begin({ ...fault, call: /^POST .*\/posts$/, times: 1 });
    await worker().drain();
    const waiting = await agent.ticket(ticketId);
    expect(waiting).toMatchObject({ status: 'dooray_transferred', transfer: { state: 'sending', problem: null } });
    // What is not sure to be there waits for whoever wants to withdraw it.
    expect((await agent.post(`tickets/${ticketId}/transfer/withdraw.json`, {})).status).toBe(409);
    // The list that is looked through is empty once, as it is to those who ask too fast.
    dooray.faults.begin({ kind: 'empty', call: /^GET .*\/posts$/, times: 1 });
    await settle(2);
    const [task, ...more] = tasks(subject);
    expect(more).toEqual([]);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: task?.id, problem: null });

    dooray.faults.begin({ ...fault, call: /^POST .*\/logs$/, times: 1 });
    const path = `tickets/${ticketId}/dooray/comment.json`;
    for (const html of ['<p>첫째</p>', '<p>둘째</p>']) expect((await agent.post(path, { html })).status).toBe(200);
    dooray.faults.begin({ kind: 'empty', call: /^GET .*\/logs$/, times: 1 });
    await settle(3);
    const said = comments(subject).map(({ body }) => /<p>(첫째|둘째)/.exec(body.content)?.[1]);
    expect(said).toEqual(['첫째', '둘째']);
  });

  /** A call that is at work at Dooray! for longer than anybody waits for it. */
  const slow = { kind: 'hangs', late: 15_000, times: 1 } as const;
  const posts = /^POST .*\/posts$/;

  it('makes one task and one comment when the first call takes longer than anybody waits', async () => {
    const subject = '업무: 느린 두레이';
    const agent = desk.as('agent1');
    const ticketId = await transferred(subject);
    dooray.faults.begin({ ...slow, call: posts });
    await worker().drain();
    server.clock.advance(6_000);
    // It looks, and nothing is there yet.
    await worker().drain();
    expect(tasks(subject)).toEqual([]);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sending' });
    await settle(2);
    expect(tasks(subject)).toHaveLength(1);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: tasks(subject)[0]?.id });

    dooray.faults.begin({ ...slow, call: /^POST .*\/logs$/ });
    expect((await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>늦게</p>' })).status).toBe(200);
    await worker().drain();
    server.clock.advance(6_000);
    await worker().drain();
    expect(comments(subject)).toEqual([]);
    await settle(2);
    expect(comments(subject)).toHaveLength(1);
  });

  it('makes the task after some minutes in which the first call came to nothing', async () => {
    const subject = '업무: 사라진 요청';
    const ticketId = await transferred(subject);
    dooray.faults.begin({ kind: 'hangs', call: posts, times: 1 });
    await worker().drain();
    for (const seconds of [6, 16, 61]) {
      server.clock.advance(seconds * 1_000);
      await worker().drain();
      expect(tasks(subject)).toEqual([]);
    }
    server.clock.advance(121_000);
    await worker().drain();
    expect(tasks(subject)).toHaveLength(1);
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({ state: 'sent' });
  });

  it('lets nobody take back what may still become a task, whatever Dooray! refuses later', async () => {
    const subject = '업무: 되돌린 뒤 도착';
    const agent = desk.as('agent1');
    const ticketId = await transferred(subject);
    const withdraw = () => agent.post(`tickets/${ticketId}/transfer/withdraw.json`, {});
    dooray.faults.begin({ ...slow, call: posts });
    await worker().drain();
    const end = dooray.faults.begin({ kind: 403 });
    server.clock.advance(6_000);
    await worker().drain();
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'failed', problem: 'not_allowed' });
    expect(await withdraw()).toMatchObject({ status: 409, result: { content: { code: 'task_may_exist' } } });
    end();
    dooray.faults.begin({ kind: 403, call: posts });
    expect((await agent.post(`tickets/${ticketId}/transfer/retry.json`, {})).status).toBe(200);
    // It looks once more and finds nothing; making another one would be refused.
    await worker().drain();
    expect(await withdraw()).toMatchObject({ status: 409 });
    await settle(2);
    expect(tasks(subject)).toHaveLength(1);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: tasks(subject)[0]?.id });
  });

  it('sends no token that cannot be opened', async () => {
    const ticketId = await transferred('업무: 열리지 않는 열쇠');
    const before = await server.database.system((tx) => tx.select().from(doorayOrganizations));
    const set = (token: string) =>
      server.database.system((tx) =>
        tx.update(doorayOrganizations).set({ token }).where(eq(doorayOrganizations.serviceId, 'demo')),
      );
    await server.database.system((tx) => tx.delete(doorayAgentKeys));
    await set('sealed:1:b2Zmc2V0');
    const asked = dooray.calls.length;
    await worker().drain();
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({
      state: 'failed',
      problem: 'not_allowed',
    });
    expect(dooray.calls.length).toBe(asked);
    await set(before.find(({ serviceId }) => serviceId === 'demo')?.token ?? '');
  });

  it('waits five minutes at most, however long it is asked to', async () => {
    const subject = '업무: 하루 뒤에 오라고';
    await transferred(subject);
    const busy = new Response(null, { status: 429, headers: { 'Retry-After': '86400' } });
    await worker({ dooray: { ...port, fetch: () => Promise.resolve(busy.clone()) } }).drain();
    server.clock.advance(301_000);
    await worker().drain();
    expect(tasks(subject)).toHaveLength(1);
  });

  it('makes one task when a worker wakes up that looked for it long ago', async () => {
    // So that the list is not empty: it is believed at once.
    await transferred('업무: 이웃');
    await worker().drain();
    const subject = '업무: 잠든 작업자';
    const ticketId = await transferred(subject);
    dooray.faults.begin({ kind: 'hangs', call: posts, times: 1 });
    await worker().drain();
    server.clock.advance(tenMinutes);
    let wake = (): void => undefined;
    const sleep = new Promise<void>((done) => (wake = done));
    let looked = (): void => undefined;
    const hasLooked = new Promise<void>((done) => (looked = done));
    const sleepy: DoorayPort = {
      ...port,
      fetch: async (request) => {
        const answer = await dooray.fetch(request);
        if (!new URL(request.url).pathname.endsWith('/posts') || request.method !== 'GET') return answer;
        looked();
        await sleep;
        return answer;
      },
    };
    const hours = { usual: 3_600_000, file: 3_600_000 };
    const asleep = worker({ dooray: sleepy, doorayTimeouts: hours }).drain();
    await hasLooked;
    server.clock.advance(tenMinutes);
    await worker().drain();
    expect(tasks(subject)).toHaveLength(1);
    wake();
    await asleep;
    expect(tasks(subject)).toHaveLength(1);
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({
      state: 'sent',
      taskId: tasks(subject)[0]?.id,
    });
  });

  it('makes one task when the worker dies after the call and before it is written down', async () => {
    const subject = '업무: 작업자가 죽음';
    const ticketId = await transferred(subject);
    // The answer does not reach it before everything is over, as if it were dead.
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    const fetch = async (request: Request): Promise<Response> => {
      const answer = await dooray.fetch(request);
      if (request.method === 'POST') await asleep;
      return answer;
    };
    const doorayTimeouts = { usual: 3_600_000, file: 3_600_000 };
    const dead = worker({ dooray: { ...port, fetch }, doorayTimeouts }).drain();
    await expect.poll(() => tasks(subject).length, { timeout: 20_000 }).toBe(1);
    await worker().drain();
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({ state: 'sending' });
    server.clock.advance(tenMinutes);
    await settle(2);
    const isSent = { state: 'sent', taskId: tasks(subject)[0]?.id };
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject(isSent);
    wake();
    await dead;
    expect(tasks(subject)).toHaveLength(1);
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject(isSent);
  });

  it('finds its task again under another subject', async () => {
    const subject = '업무: 제목이 바뀜';
    const ticketId = await transferred(subject);
    dooray.faults.begin({ kind: 'truncated', call: /^POST .*\/posts$/, times: 1 });
    await worker().drain();
    const [task] = tasks(subject);
    if (task) task.subject = '다른 제목';
    const before = dooray.state.tasks.size;
    await settle(2);
    expect(dooray.state.tasks.size).toBe(before);
    expect((await desk.as('agent1').ticket(ticketId)).transfer).toMatchObject({ state: 'sent', taskId: task?.id });
  });

  it('says after two hours that Dooray! cannot be reached, and goes on when it is asked again', async () => {
    const subject = '업무: 두레이가 꺼짐';
    const agent = desk.as('agent1');
    const ticketId = await transferred(subject);
    const end = dooray.faults.begin({ kind: 'unreachable' });
    await worker().drain();
    server.clock.advance(2 * 3_600_000 + 1_000);
    await settle(1);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'failed', problem: 'unreachable' });
    expect(await agent.post(`tickets/${ticketId}/dooray/comment.json`, { html: '<p>?</p>' })).toMatchObject({
      status: 409,
      header: { resultMessage: expect.anything() },
    });
    end();
    const retried = await agent.post(`tickets/${ticketId}/transfer/retry.json`, {});
    expect(retried.content.transfer).toMatchObject({ state: 'sending', problem: null });
    await settle(1);
    expect(tasks(subject)).toHaveLength(1);
    expect((await agent.ticket(ticketId)).transfer).toMatchObject({ state: 'sent' });
  });
});
