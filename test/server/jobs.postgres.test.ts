import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { JobPage } from '../../src/domain/bulk.js';
import { postgresDatabase } from '../../demo/server/db/postgres.js';
import { jobs, mails, messages } from '../../demo/server/db/schema.js';
import type { TicketRecord } from '../../demo/server/services/tickets/wire.js';
import { freshPostgres } from './support/postgres.js';
import { startServer, type TestServer } from './support/server.js';
import { runJobs, workerOf } from './support/worker.js';
import { Desk } from './tickets/desk.js';

const template = inject('postgresUrl') ?? '';
const mine: Partial<TicketRecord> = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' };

describe('runs with a worker in each of two processes', () => {
  let one: TestServer;
  let two: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    const { database, url } = await freshPostgres(template);
    one = await startServer({ database });
    two = await startServer({ database: await postgresDatabase(url) });
    desk = Desk.on(one);
  });
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  const begin = async (ids: readonly string[]) => {
    const body = { ids, action: 'resolve', html: '<p>네.</p>' };
    return (await desk.as('agent1').post('tickets/bulk.json', body)).content['jobId'] as string;
  };
  const page = async (jobId: string) =>
    (await desk.as('agent1').get(`jobs/${jobId}.json`)).content as unknown as JobPage;
  const some = async (count: number) => {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) ids.push(await desk.add({}, mine));
    return ids;
  };
  const repliesOf = async (ids: readonly string[]) => {
    const rows = await one.database.system((tx) => tx.select().from(messages).where(eq(messages.kind, 'reply')));
    return rows
      .map((row) => row.ticketId)
      .filter((id) => ids.includes(id))
      .sort();
  };

  it('do each ticket once, with one mail', async () => {
    const ids = await some(90);
    const runs = [await begin(ids.slice(0, 30)), await begin(ids.slice(30, 60)), await begin(ids.slice(60))];
    await Promise.all([one, two, one, two].map(runJobs));
    for (const jobId of runs)
      expect((await page(jobId)).job).toMatchObject({ state: 'done', succeeded: 30, mails: 30 });
    expect(await repliesOf(ids)).toEqual([...ids].sort());
    const queued = await one.database.system((tx) => tx.select().from(mails));
    expect(queued.map((mail) => mail.ticketId).sort()).toEqual([...ids].sort());
  });

  it('take over a run whose worker died, when its lease is over', async () => {
    const ids = await some(4);
    const jobId = await begin(ids);
    const lease = { leaseOwner: 'dead', leaseUntil: desk.now + 60_000 };
    await one.database.system((tx) => tx.update(jobs).set(lease).where(eq(jobs.jobId, jobId)));
    await runJobs(two);
    expect((await page(jobId)).job).toMatchObject({ state: 'running', succeeded: 0 });
    two.clock.advance(60_001);
    await runJobs(two);
    expect((await page(jobId)).job).toMatchObject({ state: 'done', succeeded: 4 });
    expect(await repliesOf(ids)).toEqual([...ids].sort());
  });

  it('begin at once when a page asks, in either process', async () => {
    const failures: unknown[] = [];
    const worker = workerOf(two, (error) => failures.push(error));
    await worker.start();
    const jobId = await begin(await some(3));
    await expect.poll(async () => (await page(jobId)).job.state).toBe('done');
    await worker.stop();
    expect(failures).toEqual([]);
  });

  it('left both without failures of their own', () => {
    expect([...one.errors, ...two.errors]).toEqual([]);
  });
});
