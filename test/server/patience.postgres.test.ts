import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isTooSlow } from '../../demo/server/db/retry.js';
import type { Tx } from '../../demo/server/db/database.js';
import { startServer, type TestServer } from './support/server.js';

describe('a statement that takes too long', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  const slowly = (tx: Tx) => tx.execute(sql`select pg_sleep(0.3)`);
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: unknown) => (isTooSlow(error) ? 'too slow' : error),
    );

  it('is ended where somebody waits, and nowhere else', async () => {
    const { database } = server;
    expect(await outcome(database.transaction({ serviceId: 'demo', patience: 100 }, slowly))).toBe('too slow');
    expect(await outcome(database.transaction({ serviceId: 'demo' }, slowly))).toBe('done');
    expect(await outcome(database.system(slowly))).toBe('done');
    const slowRead = sql`select to_json(pg_sleep(0.3)::text) as slept`;
    expect(await outcome(database.read({ serviceId: 'demo', patience: 100 }, slowRead))).toBe('too slow');
    expect(await outcome(database.read({ serviceId: 'demo' }, slowRead))).toBe('done');
  });

  it('is refused as such, and the next request is answered', async () => {
    const { database } = server;
    const hurried = {
      ...database,
      transaction: <T>(scope: { serviceId: string }, work: (tx: Tx) => Promise<T>) =>
        database.transaction({ ...scope, patience: 100 }, async (tx) => {
          await slowly(tx);
          return work(tx);
        }),
    };
    const slow = await startServer({ database: hurried });
    const answer = await (await slow.as('agent1')).get('/tickets.json');
    expect([answer.status, answer.body.result.content.code]).toEqual([503, 'too_slow']);
    expect(answer.headers.get('Retry-After')).toBe('30');
    expect(slow.errors).toEqual([]);
    expect((await (await server.as('agent1')).get('/tickets.json')).status).toBe(200);
  });
});

describe('a connection that is lost while somebody holds it', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  it('costs that request, not the process', async () => {
    const { database } = server;
    const other = new pg.Client({ connectionString: inject('postgresUrl') });
    await other.connect();
    const lost = database.transaction({ serviceId: 'demo' }, async (tx) => {
      const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as { rows: { pid: number }[] };
      const own = [rows[0]?.pid];
      await other.query('select pg_terminate_backend($1)', own);
      const left = async () => (await other.query('select 1 from pg_stat_activity where pid = $1', own)).rowCount;
      await expect.poll(left).toBe(0);
      return tx.execute(sql`select 1`);
    });
    await expect(lost).rejects.toThrow();
    await other.end();
    expect((await (await server.as('agent1')).get('/tickets.json')).status).toBe(200);
  });
});
