import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { postgresDatabase } from '../../demo/server/db/postgres.js';
import { services, tickets as ticketTable } from '../../demo/server/db/schema.js';
import type { MailToSend } from '../../demo/server/ports/mail.js';
import type { TicketPresence } from '../../src/domain/presence.js';
import { Worker } from '../../demo/server/services/worker.js';
import { seedWhenEmpty } from '../../demo/seed/seed.js';
import { startServer, type TestServer } from './support/server.js';
import { freshPostgres } from './support/postgres.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

const template = inject('postgresUrl') ?? '';

/** Takes every row out, as nobody at work may. */
async function emptied(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DO $$
    DECLARE
      name text;
    BEGIN
      FOR name IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT IN ('desk_migrations', 'installation') LOOP
        EXECUTE format('TRUNCATE %I', name);
      END LOOP;
    END $$`);
  await client.end();
}

describe('two processes on one PostgreSQL database', () => {
  let one: TestServer;
  let two: TestServer;
  let desk: Desk;
  const sent: MailToSend[] = [];

  beforeAll(async () => {
    const { database, url } = await freshPostgres(template);
    // What one process has and the other does not: its own pool and its own listener.
    one = await startServer({ database });
    two = await startServer({ database: await postgresDatabase(url) });
    desk = Desk.on(one);
    await one.database.system((tx) => tx.update(services).set({ undoSeconds: 0 }));
  });
  afterAll(async () => {
    await two.close();
    await one.close();
  });

  it('tells in one what was done in the other', async () => {
    const ticketId = await desk.add();
    const [here, there] = await Promise.all([
      EventReader.open(await one.as('agent2')),
      EventReader.open(await two.as('agent2')),
    ]);
    const { version } = await desk.as('agent1').ticket(ticketId);
    const claim = await (
      await two.as('agent1')
    ).post(`/tickets/${ticketId}/claim.json`, { groupId: 1, expectedVersion: version });
    expect(claim.status).toBe(200);
    const told = (reader: EventReader) =>
      reader.events.some(
        ({ event, data }) => event === 'ticket' && (data as { ticketId: string }).ticketId === ticketId,
      );
    await here.until(() => told(here));
    await there.until(() => told(there));
    expect(here.events.map(({ id }) => id)).toEqual(there.events.map(({ id }) => id));
    here.close();
    there.close();
  });

  it('gives a ticket that two take at once to one of them and names the winner to the other', async () => {
    for (let round = 0; round < 10; round++) {
      const ticketId = await desk.add();
      const { version } = await desk.as('agent1').ticket(ticketId);
      const claims = await Promise.all(
        [await one.as('agent1'), await two.as('admin1')].map((agent) =>
          agent.post(`/tickets/${ticketId}/claim.json`, { groupId: 1, expectedVersion: version }),
        ),
      );
      expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = claims.find(({ status }) => status === 200)?.body.result.content.assignee;
      const loser = claims.find(({ status }) => status === 409)?.body.result.content;
      expect(loser).toMatchObject({ code: 'already_assigned', winner: winner.name });
    }
  });

  it('answers a key once, whichever process it is sent to', async () => {
    const ticketId = await desk.add({}, { status: 'processing', assignee: 'agent1', assigneeName: '이준호' });
    const { version } = await desk.as('agent1').ticket(ticketId);
    const body = { action: 'resolve', html: '<p>내일 도착합니다.</p>', expectedVersion: version };
    const answers = await Promise.all(
      [one, two, one, two].map(async (server) =>
        (await server.as('agent1')).post(`/tickets/${ticketId}/process.json`, body, { key: 'one-key' }),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const history = await desk.as('agent1').get(`tickets/${ticketId}/history.json`);
    expect(history.contents.filter((entry) => entry['kind'] === 'reply')).toHaveLength(1);
  });

  it('knows one customer whose first two letters come at once', async () => {
    for (let round = 0; round < 5; round++) {
      const customer = { name: '', email: `first${round}@customer.example` };
      const ids = await Promise.all([desk, Desk.on(two)].map((each) => each.add({ customer })));
      const [here, there] = await Promise.all(ids.map((ticketId) => desk.as('agent1').ticket(ticketId)));
      expect(here?.customer?.customerId).toEqual(expect.any(Number));
      expect(there?.customer?.customerId).toBe(here?.customer?.customerId);
    }
  });

  it('sends each mail once with a worker in each', async () => {
    for (let index = 0; index < 12; index++) {
      const state = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;
      const ticketId = await desk.add({ customer: { name: '', email: `c${index}@customer.example` } }, state);
      await desk.as('agent1').act(ticketId, 'process', { action: 'resolve', html: '<p>네.</p>' });
    }
    const workers = [one, two].map(({ database, clock }) => {
      const send = async (mail: MailToSend): Promise<string> => {
        sent.push(mail);
        await new Promise((done) => setTimeout(done, 5));
        return '250 OK';
      };
      return new Worker({ database, mail: { repeatable: false, send }, now: () => clock.now });
    });
    one.clock.advance(1000);
    two.clock.advance(1000);
    await Promise.all(workers.map((worker) => worker.drain()));
    expect(sent.length).toBeGreaterThanOrEqual(12);
    expect(new Set(sent.map(({ mailId }) => mailId)).size).toBe(sent.length);
  });

  it('makes the demo data once when both find an empty database', async () => {
    const { database, url } = await freshPostgres(template);
    const other = await postgresDatabase(url);
    await emptied(url);
    const tickets = 30;
    await Promise.all([database, other].map((each) => seedWhenEmpty(each, { tickets, now: one.clock.now })));
    expect(await database.system((tx) => tx.$count(services))).toBe(3);
    expect(await database.system((tx) => tx.$count(ticketTable))).toBe(tickets);
    await other.close();
    await database.close();
  });

  it('sees in one who is at the other, and that nobody is any more', async () => {
    const ticketId = await desk.add();
    const there = await EventReader.open(await two.as('agent2'));
    const viewers = () =>
      there.events.flatMap(({ event, data }) => (event === 'presence' ? [(data as TicketPresence).viewers] : []));
    const tell = async (ticket: string | null) =>
      (await one.as('agent1')).post('/presence.json', { ticketId: ticket, typing: true, pageId: 'page-0001' });
    expect((await tell(ticketId)).status).toBe(204);
    await there.until(() => viewers().length === 1);
    expect(viewers()[0]).toEqual([{ usercode: 'agent1', name: '이준호', typing: true }]);
    expect((await tell(null)).status).toBe(204);
    await there.until(() => viewers().at(-1)?.length === 0);
    there.close();
  });

  it('left both without failures of their own', () => {
    expect([...one.errors, ...two.errors]).toEqual([]);
  });
});
