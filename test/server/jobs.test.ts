import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobPage } from '../../src/domain/bulk.js';
import { agents, auditLog, jobItems, jobs } from '../../demo/server/db/schema.js';
import { JobRunner } from '../../demo/server/services/job-runner.js';
import type { TicketRecord } from '../../demo/server/services/tickets/wire.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { runJobs } from './support/worker.js';
import { Desk } from './tickets/desk.js';

const mine: Partial<TicketRecord> = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' };
/** A busy machine has time; what never comes is told as what it was. */
const soon = { interval: 5, timeout: 20_000 };
const nowhere = '0123456789abcdef0123456789abcdef';

describe('runs over many tickets', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const begin = async (ids: readonly string[], body: object = { action: 'comment', html: '<p>메모</p>' }) =>
    (await desk.as('agent1').post('tickets/bulk.json', { ids, ...body })).content['jobId'] as string;
  const page = async (jobId: string, search = '', usercode = 'agent1') =>
    (await desk.as(usercode).get(`jobs/${jobId}.json${search}`)).content as unknown as JobPage;
  const some = async (count: number) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) ids.push(await desk.add({}, mine));
    return ids;
  };
  const commentsOf = async (ticketId: string) => {
    const history = await desk.as('agent1').get(`tickets/${ticketId}/history.json`);
    return history.contents.filter((entry) => entry['kind'] === 'comment').length;
  };
  const setAgent = (values: Partial<typeof agents.$inferInsert>) =>
    server.database.system((tx) =>
      tx
        .update(agents)
        .set(values)
        .where(and(eq(agents.serviceId, 'demo'), eq(agents.usercode, 'agent1'))),
    );

  it('are listed for who began them, newest first, for a day', async () => {
    const [id = ''] = await some(1);
    const first = await begin([id]);
    desk.advance(1000);
    const second = await begin([id]);
    await runJobs(server);
    const listed = async (usercode: string) =>
      (await desk.as(usercode).get('jobs.json')).contents.map((job) => job['jobId']);
    expect(await listed('agent1')).toEqual([second, first]);
    expect(await listed('admin1')).toEqual([]);
    desk.advance(24 * 3_600_000);
    expect(await listed('agent1')).toEqual([second]);
    desk.advance(1);
    expect(await listed('agent1')).toEqual([]);
  });

  it('are seen, retried and cancelled by who began them and by administrators, and by nobody else', async () => {
    const jobId = await begin(await some(1));
    const strangers = [desk.as('agent2'), desk.as('jpadmin', 'demojp')];
    const nothing = await desk.as('agent1').get(`jobs/${nowhere}.json`);
    for (const path of [`jobs/${jobId}`, `jobs/${nowhere}`, 'jobs/1']) {
      for (const stranger of strangers) {
        expect(await stranger.get(`${path}.json`)).toEqual(nothing);
        expect(await stranger.post(`${path}/retry.json`, {})).toEqual(nothing);
        expect(await stranger.post(`${path}/cancel.json`, {})).toEqual(nothing);
      }
    }
    expect((await page(jobId, '', 'admin1')).job).toMatchObject({
      jobId,
      state: 'running',
      by: { usercode: 'agent1' },
    });
    expect((await desk.as('admin1').post(`jobs/${jobId}/cancel.json`, {})).content['state']).toBe('cancelled');
  });

  it('show their tickets page by page, those of one state if asked', async () => {
    const [id = ''] = await some(1);
    const gone = Array.from({ length: 120 }, (_, index) => `T${String(index).padStart(13, '0')}gone0`);
    const jobId = await begin([...gone.slice(0, 60), id, ...gone.slice(60)]);
    await runJobs(server);
    const first = await page(jobId);
    expect(first.job).toMatchObject({ state: 'done', total: 121, succeeded: 1, failed: 120 });
    expect(first.items).toHaveLength(100);
    const second = await page(jobId, `?cursor=${first.next}`);
    expect([...first.items, ...second.items].map((item) => item.ticketId)).toEqual([
      ...gone.slice(0, 60),
      id,
      ...gone.slice(60),
    ]);
    expect(second.next).toBeNull();
    expect((await page(jobId, '?state=done')).items).toEqual([
      { ticketId: id, subject: '배송 문의', state: 'done', code: null },
    ]);
    expect((await page(jobId, '?state=waiting')).items).toEqual([]);
    expect((await page(jobId, '?state=failed&cursor=100')).items).toHaveLength(20);
  });

  it('do again what failed, and never what is done', async () => {
    const [done = '', other = ''] = await some(2);
    await desk.as('admin1').act(other, 'forward', { groupId: 1, usercode: 'admin1' });
    const jobId = await begin([done, other], { action: 'hold', html: '<p>확인 중입니다.</p>' });
    await runJobs(server);
    expect((await page(jobId)).items.map((item) => item.code)).toEqual([null, 'not_assignee']);
    await desk.as('admin1').act(other, 'forward', { groupId: 1, usercode: 'agent1' });
    const again = await desk.as('agent1').post(`jobs/${jobId}/retry.json`, {});
    expect(again.content).toMatchObject({ state: 'running', succeeded: 1, failed: 0, finishedAt: null });
    await runJobs(server);
    expect((await page(jobId)).job).toMatchObject({ state: 'done', succeeded: 2, failed: 0, mails: 2 });
    expect((await desk.as('agent1').post(`jobs/${jobId}/retry.json`, {})).content['state']).toBe('done');
    await runJobs(server);
    const history = await desk.as('agent1').get(`tickets/${done}/history.json`);
    expect(history.contents.filter((entry) => entry['kind'] === 'hold')).toHaveLength(1);
  });

  it('leave out what waits when they are cancelled, and stay so', async () => {
    const ids = await some(3);
    const jobId = await begin(ids);
    const cancelled = await desk.as('agent1').post(`jobs/${jobId}/cancel.json`, {});
    expect(cancelled.content).toMatchObject({ state: 'cancelled', finishedAt: desk.now });
    await runJobs(server);
    expect((await page(jobId)).items.map((item) => item.state)).toEqual(['waiting', 'waiting', 'waiting']);
    for (const id of ids) expect(await commentsOf(id)).toBe(0);
    expect((await desk.as('agent1').post(`jobs/${jobId}/retry.json`, {})).status).toBe(409);
  });

  it('can be cancelled in the middle: each ticket is done or it waits', async () => {
    const ids = await some(8);
    const jobId = await begin(ids);
    const running = runJobs(server);
    await expect.poll(async () => (await page(jobId)).job.succeeded, soon).toBeGreaterThan(1);
    await desk.as('agent1').post(`jobs/${jobId}/cancel.json`, {});
    await running;
    const { job, items } = await page(jobId);
    expect(job.state).toBe('cancelled');
    expect(items.filter((item) => item.state === 'done')).toHaveLength(job.succeeded);
    for (const { ticketId, state } of items) expect(await commentsOf(ticketId)).toBe(state === 'done' ? 1 : 0);
  });

  it('stop with an agent who may not work any more', async () => {
    const jobId = await begin(await some(3));
    await setAgent({ active: false });
    await runJobs(server);
    await setAgent({ active: true });
    const { job, items } = await page(jobId);
    expect(job).toMatchObject({ state: 'done', succeeded: 0, failed: 3 });
    expect(items.map((item) => item.code)).toEqual(Array.from({ length: 3 }, () => 'needs_permission'));
  });

  it('tell the agent how far they are, and nobody else', async () => {
    const [here, there] = [
      await EventReader.open(await server.as('agent1')),
      await EventReader.open(await server.as('agent2')),
    ];
    const jobId = await begin(await some(3));
    await runJobs(server);
    const told = (reader: EventReader) => reader.events.filter(({ event }) => event === 'job');
    await here.until(() => told(here).length >= 2);
    expect(told(here).every(({ data }) => JSON.stringify(data) === JSON.stringify({ jobId }))).toBe(true);
    await there.until(() => there.events.length >= 3);
    expect(told(there)).toEqual([]);
    here.close();
    there.close();
  });

  it('take turns, so that a short one does not wait for a long one', async () => {
    const ids = await some(30);
    const long = await begin(ids);
    desk.advance(1);
    const short = await begin(ids.slice(0, 2));
    const running = runJobs(server);
    await expect.poll(async () => (await page(short)).job.state, soon).toBe('done');
    expect((await page(long)).job.state).toBe('running');
    await running;
    expect((await page(long)).job).toMatchObject({ state: 'done', succeeded: 30 });
  });

  it('are written down', async () => {
    const jobId = await begin(await some(2));
    await runJobs(server);
    const rows = await server.database.system((tx) => tx.select().from(auditLog));
    expect(rows.at(-1)).toMatchObject({
      usercode: 'agent1',
      kind: 'bulk_started',
      data: { jobId, action: 'comment', tickets: 2 },
    });
  });

  it('are tried again by nobody but who began them, and who tried or cancelled is written down', async () => {
    const gone = 'T0000000000000gone1';
    const jobId = await begin([gone]);
    await runJobs(server);
    const admin = desk.as('admin1');
    const refused = await admin.post(`jobs/${jobId}/retry.json`, {});
    expect([refused.status, refused.content['code']]).toEqual([403, 'not_owner']);
    expect((await page(jobId)).job).toMatchObject({ state: 'done', failed: 1 });
    await desk.as('agent1').post(`jobs/${jobId}/retry.json`, {});
    await admin.post(`jobs/${jobId}/cancel.json`, {});
    await admin.post(`jobs/${jobId}/cancel.json`, {});
    const rows = await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
    const told = rows
      .filter(({ data }) => data['jobId'] === jobId)
      .map(({ usercode, kind, data }) => [usercode, kind, data['tickets']]);
    expect(told).toEqual([
      ['agent1', 'bulk_started', 1],
      ['agent1', 'bulk_retried', 1],
      ['admin1', 'bulk_cancelled', 1],
    ]);
  });

  it('are forgotten after a week', async () => {
    await begin(await some(1));
    await runJobs(server);
    desk.advance(7 * 24 * 3_600_000 + 1);
    const running = await begin(await some(1));
    await new JobRunner({ database: server.database, now: () => server.clock.now }).forget();
    const left = await server.database.system(async (tx) => [
      (await tx.select().from(jobs)).map(({ jobId }) => jobId),
      (await tx.select().from(jobItems)).map(({ jobId }) => jobId),
    ]);
    expect(left).toEqual([[running], [running]]);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
