import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Dooray } from '../../demo/dooray/dooray.js';
import { seeded } from '../../demo/dooray/seed.js';
import type { Database, Tx } from '../../demo/server/db/database.js';
import { Worker } from '../../demo/server/services/worker.js';
import { testDooray } from '../support/dooray.js';
import { freshDatabase, startServer, type TestServer } from './support/server.js';
import { Desk } from './tickets/desk.js';

type Fault = (tx: Tx) => Promise<void>;

const raise =
  (code: string): Fault =>
  async (tx) => {
    await tx.execute(sql.raw(`do $$ begin raise exception 'by the test' using errcode = '${code}'; end $$`));
  };

/** The connection of a transaction ends under it. */
const cut: Fault = async (tx) => {
  const other = new pg.Client({ connectionString: inject('postgresUrl') });
  await other.connect();
  const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as { rows: { pid: number }[] };
  await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await other.end();
};

describe('a ticket that is handed over while the database fails', () => {
  let server: TestServer;
  let desk: Desk;
  let dooray: Dooray;
  let categoryId: number;
  /** What happens to the next transaction that hands a ticket over: before its end, or behind it. */
  let next: { readonly fault: Fault; readonly isBehind?: boolean } | undefined;

  /** The database, with one fault where it counts. */
  function failing(database: Database): Database {
    return {
      ...database,
      transaction: async (scope, work) => {
        let isLost = false;
        const result = await database.transaction(scope, async (tx) => {
          const done = await work(tx);
          if (!next) return done;
          const { rows } = (await tx.execute(
            sql`select 1 from tickets where transfer_at = ${server.clock.now}`,
          )) as unknown as { rows: unknown[] };
          if (rows.length === 0) return done;
          const { fault, isBehind } = next;
          next = undefined;
          if (isBehind) isLost = true;
          else await fault(tx);
          return done;
        });
        if (isLost) throw new Error('The connection broke behind the commit.');
        return result;
      },
    };
  }

  beforeAll(async () => {
    dooray = testDooray({ now: () => server.clock.now });
    const port = { base: dooray.base, span: 1, fetch: (request: Request) => dooray.fetch(request) };
    server = await startServer({ database: failing(await freshDatabase()), dooray: port });
    desk = Desk.on(server);
    const { content } = await desk.as('agent1').get('transfer/targets.json');
    categoryId = (content as { issue: { submissionTypes: { id: number }[] }[] }).issue[0]!.submissionTypes[0]!.id;
  });
  afterAll(() => server.close());

  const { organizationId, projects, tags } = seeded;
  const kinds = [
    ['issue', () => ({ service: 'demoissue', categoryId, fields: {}, attachments: [] })],
    ['dooray', () => ({ organizationId, projectId: projects.app, tagIds: [tags.bug] })],
  ] as const;
  const faults: readonly (readonly [string, NonNullable<typeof next>])[] = [
    ['its connection is cut before the commit', { fault: cut }],
    ['its connection is cut behind the commit', { fault: cut, isBehind: true }],
    ['it is the victim of a deadlock', { fault: raise('40P01') }],
    ['it cannot be serialised', { fault: raise('40001') }],
  ];

  it.each(faults)('goes once, of either kind, where %s', async (name, fault) => {
    for (const [kind, place] of kinds) {
      server.clock.advance(1_000);
      const subject = `${kind}: ${name}`;
      const ticketId = await desk.add({ subject }, { status: 'processing', assignee: 'agent1' });
      const ask = () =>
        desk
          .as('agent1')
          .post(
            `tickets/${ticketId}/transfer/${kind}.json`,
            { ...place(), subject, content: '<p>확인</p>' },
            `${kind}-${ticketId}`,
          );
      next = fault;
      // The page asks until it is answered, always with the same key.
      const answers = [await ask(), await ask(), await ask()];
      expect(next).toBe(undefined);
      expect(answers.slice(1).map(({ status }) => status)).toEqual([200, 200]);
      expect(answers[2]).toEqual(answers[1]);
      const { database, vault, clock } = server;
      const mail = { repeatable: true, send: () => Promise.resolve('250 OK') };
      const port = { base: dooray.base, span: 1, fetch: (request: Request) => dooray.fetch(request) };
      await new Worker({ database, vault, mail, now: () => clock.now, dooray: port }).drain();
      const made = (await database.system((tx) =>
        tx.execute(sql`select 1 from tickets where origin_ticket_id = ${ticketId}`),
      )) as unknown as { rows: unknown[] };
      const tasks = [...dooray.state.tasks.values()].filter((task) => task.subject === subject);
      expect([made.rows.length, tasks.length]).toEqual(kind === 'issue' ? [1, 0] : [0, 1]);
      const { contents } = await desk.as('agent1').get(`tickets/${ticketId}/events.json`);
      expect(contents.filter((event) => event['kind'] === `${kind}_transferred`)).toHaveLength(1);
    }
  });
});
