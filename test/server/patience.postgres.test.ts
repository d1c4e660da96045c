import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
