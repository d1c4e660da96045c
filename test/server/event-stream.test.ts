import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../demo/server/db/database.js';
import { agents, eventLog } from '../../demo/server/db/schema.js';
import { publicService, findService, type ServiceContext } from '../../demo/server/services/context.js';
import { eventLifetime, pruneLog } from '../../demo/server/services/event-log.js';
import { emit, type LiveEvent } from '../../demo/server/services/events.js';
import { tokenLifetime } from '../../demo/server/services/tokens.js';
import type { ServiceId } from './support/caller.js';
import { freshDatabase, onPostgres, startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

describe('event stream', () => {
  let server: TestServer;
  const open: EventReader[] = [];

  beforeAll(async () => {
    server = await startServer({ heartbeat: 200 });
  });
  afterEach(() => {
    for (const reader of open.splice(0)) reader.close();
  });
  afterAll(() => server.close());

  async function contextOf(tx: Tx, serviceId: string): Promise<ServiceContext> {
    const service = await findService(tx, serviceId);
    if (!service) throw new Error('no such service');
    return { service: publicService(service), now: server.clock.now, client: 'test' };
  }

  const tell = (serviceId: ServiceId, ...events: LiveEvent[]) =>
    server.database.transaction({ serviceId }, async (tx) => emit(tx, await contextOf(tx, serviceId), ...events));

  const changed = (version: number, audience?: string): LiveEvent => ({
    topic: 'ticket',
    ticketId: 'T1658199661153IXTfw',
    version,
    changed: ['status'],
    ...(audience && { audience }),
  });

  async function listen(usercode = 'agent1', lastEventId?: string, serviceId: ServiceId = 'demo', search = '') {
    const reader = await EventReader.open(await server.as(usercode, serviceId), lastEventId, search);
    open.push(reader);
    return reader;
  }

  const versions = (reader: EventReader) =>
    reader.events.flatMap(({ event, data }) => (event === 'ticket' ? [(data as { version: number }).version] : []));

  it('tells which ticket changed and no more', async () => {
    const reader = await listen();
    await tell('demo', changed(2));
    await reader.until(() => reader.events.length > 0);
    expect(reader.events).toEqual([
      {
        id: expect.stringMatching(/^\d+$/),
        event: 'ticket',
        data: { ticketId: 'T1658199661153IXTfw', version: 2, changed: ['status'] },
      },
    ]);
  });

  it('tells the service it belongs to and no other', async () => {
    const [korean, japanese] = [await listen(), await listen('jpagent', undefined, 'demojp')];
    await tell('demojp', changed(3));
    await tell('demo', changed(4));
    await Promise.all([
      korean.until(() => versions(korean).length > 0),
      japanese.until(() => versions(japanese).length > 0),
    ]);
    expect(versions(korean)).toEqual([4]);
    expect(versions(japanese)).toEqual([3]);
  });

  it('tells one agent what is for that agent', async () => {
    const [one, two] = [await listen('agent1'), await listen('agent2')];
    await tell('demo', changed(5, 'agent1'), changed(6));
    await Promise.all([one, two].map((reader) => reader.until(() => versions(reader).includes(6))));
    expect(versions(one)).toEqual([5, 6]);
    expect(versions(two)).toEqual([6]);
  });

  it('tells who is given a ticket, and nobody who takes one', async () => {
    const desk = Desk.on(server);
    const readers = await Promise.all(['agent1', 'agent2', 'agent3', 'admin1'].map((usercode) => listen(usercode)));
    const ticketId = await desk.add();
    const act = async (by: string, what: 'claim' | 'forward', to: object): Promise<number> => {
      const { version } = (await desk.as(by).get(`tickets/${ticketId}.json`)).content;
      const answer = await desk.as(by).post(`tickets/${ticketId}/${what}.json`, { expectedVersion: version, ...to });
      expect(answer.status, `${by} ${what}`).toBe(200);
      return answer.content.version ?? 0;
    };
    await act('agent1', 'claim', { groupId: 1 });
    const first = await act('agent1', 'forward', { groupId: 3, usercode: 'agent2' });
    await act('admin1', 'forward', { groupId: 1, usercode: 'admin1' });
    const second = await act('admin1', 'forward', { groupId: 1, usercode: 'agent1' });
    // What was told before is there when this is.
    await tell('demo', changed(99));
    await Promise.all(readers.map((reader) => reader.until(() => versions(reader).includes(99))));
    const given = readers.map(({ events }) =>
      events.filter(({ event }) => event === 'assigned').map(({ data }) => data),
    );
    expect(given).toEqual([[{ ticketId, version: second }], [{ ticketId, version: first }], [], []]);
  });

  it('says once in a batch that the board changed', async () => {
    const reader = await listen();
    await tell('demo', { topic: 'board' }, { topic: 'board' }, changed(7), { topic: 'board' });
    await reader.until(() => reader.events.length > 1);
    expect(reader.events.map(({ event }) => event)).toEqual(['ticket', 'board']);
  });

  it('goes on after the last event that was seen', async () => {
    const first = await listen();
    await tell('demo', changed(10));
    await tell('demo', changed(11));
    await first.until(() => versions(first).length >= 2);
    const seen = first.events[0]?.id;
    first.close();
    await tell('demo', changed(12));
    const second = await listen('agent1', seen);
    await second.until(() => versions(second).length >= 2);
    expect(versions(second)).toEqual([11, 12]);
  });

  it('goes on from the beginning of a stream on which nothing came', async () => {
    const first = await listen();
    const { lastId } = first;
    first.close();
    await tell('demo', changed(13));
    const second = await listen('agent1', lastId);
    await second.until(() => second.events.length > 0);
    expect(versions(second)).toEqual([13]);
  });

  it('begins where the page began to read', async () => {
    // Kept is what the server heard, when it heard it.
    const other = await listen();
    await tell('demo', changed(80));
    await other.until(() => versions(other).includes(80));
    server.clock.now += 60_000;
    await tell('demo', changed(81));
    await other.until(() => versions(other).includes(81));
    other.close();
    server.clock.now += 3_000;
    const reader = await listen('agent1', undefined, 'demo', '?within=10000');
    await reader.until(() => versions(reader).length > 0);
    expect(versions(reader)).toEqual([81]);
  });

  it('asks to start anew when the page began to read too long ago', async () => {
    const reader = await listen('agent1', undefined, 'demo', `?within=${eventLifetime + 1}`);
    await reader.until(() => reader.events.length > 0);
    expect(reader.events[0]?.event).toBe('reset');
  });

  it('has positions that only grow', async () => {
    const reader = await listen();
    for (const version of [20, 21, 22]) await tell('demo', changed(version), changed(version));
    await reader.until(() => versions(reader).length >= 6);
    const ids = reader.events.map(({ id }) => BigInt(id ?? 0));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
  });

  it.each(['nonsense', '12', `${10n ** 20n}000000000001`])('asks to start anew after %s', async (lastEventId) => {
    const reader = await listen('agent1', lastEventId);
    await reader.until(() => reader.events.length > 0);
    expect(reader.events[0]?.event).toBe('reset');
  });

  it('asks to start anew when what was missed is no longer kept', async () => {
    const first = await listen();
    const { lastId } = first;
    first.close();
    await tell('demo', changed(30));
    await server.database.system((tx) => pruneLog(tx, server.clock.now + eventLifetime + 1));
    expect(await server.database.system((tx) => tx.$count(eventLog))).toBe(0);
    const second = await listen('agent1', lastId);
    await second.until(() => second.events.length > 0);
    expect(second.events[0]?.event).toBe('reset');
    await tell('demo', changed(31));
    await second.until(() => versions(second).length > 0);
    expect(versions(second)).toEqual([31]);
  });

  it('gives signs of life', async () => {
    const reader = await listen();
    await reader.until(() => reader.comments > 1);
    expect(reader.ended).toBe(false);
  });

  it('is not opened without a token, nor with one of another service', async () => {
    const url = 'http://desk.test/demo/openapi/v1/console/events';
    expect((await server.app.fetch(new Request(url))).status).toBe(401);
    const { token } = await server.as('jpagent', 'demojp');
    const foreign = await server.app.fetch(new Request(url, { headers: { Authorization: `Bearer ${token}` } }));
    expect(foreign.status).toBe(404);
  });

  it('ends when its token does', async () => {
    const agent = await server.as('agent1');
    server.clock.advance(tokenLifetime - 100);
    const reader = await EventReader.open(agent);
    await reader.end();
    expect(reader.events).toEqual([]);
  });

  it('ends when the agent may no longer work here', async () => {
    const reader = await listen('agent3');
    await server.database.system((tx) =>
      tx
        .update(agents)
        .set({ active: false })
        .where(and(eq(agents.serviceId, 'demo'), eq(agents.usercode, 'agent3'))),
    );
    await tell('demo', { topic: 'session', audience: 'agent3' });
    await reader.end();
    expect((await (await server.as('agent3')).get('/session.json')).status).toBe(401);
  });

  // One connection cannot have two transactions at once.
  const itOnPostgres = (name: string, test: () => Promise<void>) => onPostgres && it(name, test);
  itOnPostgres('tells what is committed late, in an order in which nothing is skipped', async () => {
    const reader = await listen();
    let began: () => void = () => undefined;
    const hasBegun = new Promise<void>((done) => (began = done));
    let commit: () => void = () => undefined;
    const mayCommit = new Promise<void>((done) => (commit = done));
    const slow = server.database.transaction({ serviceId: 'demo' }, async (tx) => {
      await emit(tx, await contextOf(tx, 'demo'), changed(40));
      began();
      await mayCommit;
    });
    await hasBegun;
    await tell('demo', changed(41));
    const { comments } = reader;
    await reader.until(() => reader.comments > comments + 1);
    expect(versions(reader)).toEqual([]);
    commit();
    await slow;
    await reader.until(() => versions(reader).length >= 2);
    expect(versions(reader)).toEqual([40, 41]);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});

describe('event stream whose database is away', () => {
  it('ends, so that its page comes back, and leaves nothing behind', async () => {
    const database = await freshDatabase();
    const away = { ...database, listen: () => Promise.reject(new Error('The database is away')) };
    const server = await startServer({ database: away });
    const leaving = new AbortController();
    try {
      const response = await (await server.as('agent1')).open('/events', { signal: leaving.signal });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
      // Node ends a process in which a listener of a signal throws; the runner reports it.
      leaving.abort();
      await new Promise((done) => setTimeout(done, 0));
    } finally {
      await server.close();
    }
  });
});
