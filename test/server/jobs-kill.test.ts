import { PGlite } from '@electric-sql/pglite';
import { mkdirSync, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Job, JobPage } from '../../src/domain/bulk.js';
import { Random } from '../../demo/seed/random.js';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import { services, tickets } from '../../demo/server/db/schema.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { createTicket } from '../../demo/server/services/tickets/create.js';
import { startDemo, type DemoServer } from '../pages/support/demo-server.js';
import { organisationDump } from './support/snapshot.js';

const count = 40;
const kills = 3;
const text = '<p>재고가 들어왔습니다.</p>';

/** A data folder with tickets that wait for their answer, whose mails leave at once. */
async function prepare(folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const loadDataDir = await openAsBlob(await organisationDump());
  const database = await pgliteDatabase(await PGlite.create(join(folder, 'database'), { loadDataDir }));
  const ids = await database.system(async (tx) => {
    await tx.update(services).set({ undoSeconds: 0 });
    const service = await findService(tx, 'demo');
    if (!service) throw new Error('no service');
    const context = { service: publicService(service), now: Date.now(), client: 'test' };
    const made: string[] = [];
    for (let index = 0; index < count; index++) {
      const { ticketId } = await createTicket(tx, context, {
        channel: 'mail',
        subject: `문의 ${index}`,
        body: sanitiseBody({ text: '언제 들어오나요?' }),
        customer: { name: `고객 ${index}`, email: `c${index}@mail.example` },
      });
      made.push(ticketId);
    }
    await tx.update(tickets).set({ status: 'processing', assignee: 'agent1', assigneeName: '이준호' });
    return made;
  });
  await database.close();
  return ids;
}

async function page(server: DemoServer) {
  const answer = await fetch(`${server.origin}/demo/token?service=demo&agent=agent1`);
  const { token } = (await answer.json()) as { token: string };
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return async <T>(path: string, body?: object): Promise<T> => {
    const ask = () =>
      fetch(`${server.origin}/demo/openapi/v1/console/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { ...headers, ...(body && { 'Idempotency-Key': 'one-run' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
    // A connection that was idle may be closed just now.
    const given = await ask().catch(ask);
    if (!given.ok) throw new Error(`${given.status} ${await given.text()}`);
    const { result } = (await given.json()) as { result: { content?: T; contents?: T } };
    return (result.content ?? result.contents) as T;
  };
}

describe('a server that is killed again and again while it answers many tickets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-jobs-kill-'));
  let ids: string[] = [];
  let server: DemoServer | undefined;

  beforeAll(async () => {
    ids = await prepare(folder);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('goes on where it was: each ticket is answered once, with one mail', async () => {
    const random = new Random(11);
    const run = { ids, action: 'resolve', html: text };
    const reached: number[] = [];
    for (let round = 1; round <= kills; round++) {
      server = await startDemo({ folder });
      const call = await page(server);
      // The page that began it asks again: it does not know whether it was heard.
      const { jobId } = await call<Job>('tickets/bulk.json', run);
      const until = Math.floor((count * round) / (kills + 2));
      let done = 0;
      while (done < until) {
        const { job } = await call<JobPage>(`jobs/${jobId}.json`);
        done = job.succeeded;
      }
      reached.push(done);
      await new Promise((resolve) => setTimeout(resolve, random.whole(0, 40)));
      await server.kill();
      expect(server.process.signalCode).toBe('SIGKILL');
    }
    expect(
      reached.some((done) => done < count),
      'killed before the end',
    ).toBe(true);
    server = await startDemo({ folder });
    const call = await page(server);
    const { jobId } = await call<Job>('tickets/bulk.json', run);
    const read = () => call<JobPage>(`jobs/${jobId}.json`);
    await expect.poll(async () => (await read()).job.state, { timeout: 60_000 }).toBe('done');
    expect((await read()).job).toMatchObject({ total: count, succeeded: count, failed: 0, mails: count });
    for (const ticketId of ids) {
      const history = await call<{ kind: string; html: string }[]>(`tickets/${ticketId}/history.json`);
      expect(history.filter((entry) => entry.html === text)).toHaveLength(1);
    }
    const mails = join(folder, 'mail');
    await expect.poll(() => readdirSync(mails).length, { timeout: 60_000 }).toBe(count);
    const to = readdirSync(mails).map((name) => /^To: (.*?)\r$/m.exec(readFileSync(join(mails, name), 'utf8'))?.[1]);
    expect(to.sort()).toEqual(ids.map((_, index) => `c${index}@mail.example`).sort());
  }, 480_000);
});
