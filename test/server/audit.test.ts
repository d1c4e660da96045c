import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '../../demo/server/db/retry.js';
import { auditLog } from '../../demo/server/db/schema.js';
import { pruneAudit } from '../../demo/server/services/audit.js';
import { startServer, type TestServer } from './support/server.js';

const day = 24 * 3_600_000;
const state = (work: Promise<unknown>) => work.then(() => 'done', sqlState);

describe('the access log in the database', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    const line = {
      serviceId: 'demo',
      usercode: 'agent1',
      name: '이도윤',
      client: '127.0.0.1',
      kind: 'ticket_read',
    } as const;
    // By the clock of the database, which is the one that decides what may go.
    await server.database.system((tx) =>
      tx.insert(auditLog).values([729, 731.5, 733].map((days) => ({ ...line, at: Date.now() - days * day }))),
    );
  });
  afterAll(() => server.close());

  const inService = (query: string) =>
    state(server.database.transaction({ serviceId: 'demo' }, (tx) => tx.execute(sql.raw(query))));
  const inSystem = (query: string) => state(server.database.system((tx) => tx.execute(sql.raw(query))));
  const left = async () =>
    (await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.at))).map(({ at }) =>
      Math.round((Date.now() - at) / day),
    );

  it.each([
    'update audit_log set name = name',
    'delete from audit_log',
    'delete from audit_log where at < 0',
    'truncate audit_log',
  ])('is not changed by a request: %s', async (query) => {
    expect(await inService(query)).toBe('42501');
  });

  it.each(['update audit_log set name = name', 'delete from audit_log', 'truncate audit_log'])(
    'is not changed by the server itself: %s',
    async (query) => {
      expect(await inSystem(query)).toBe('42501');
      expect(await left()).toHaveLength(3);
    },
  );

  it('forgets what is two years old, and nothing younger though a clock is wrong', async () => {
    await server.database.system((tx) => pruneAudit(tx, Date.now() + 4000 * day));
    expect(await left()).toEqual([732, 729]);
    await server.database.system((tx) => pruneAudit(tx, Date.now() - 4000 * day));
    expect(await left()).toEqual([732, 729]);
  });
});
