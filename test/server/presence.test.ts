import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PresenceBook } from '../../demo/server/services/presence/presence-book.js';
import { beatInterval, beatLifetime, type TicketPresence } from '../../src/domain/presence.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

describe('what is known of who is there', () => {
  const beat = (usercode: string, ticketId: string | null, pageId = 'page-one', typing = false) => ({
    usercode,
    name: usercode.toUpperCase(),
    ticketId,
    pageId,
    typing,
  });
  const said = (book: PresenceBook, ticketId: string) =>
    book.of(ticketId).viewers.map(({ usercode, typing }) => (typing ? `${usercode}!` : usercode));

  it('changes by what a page shows, and by nothing else', () => {
    const book = new PresenceBook();
    expect(book.hear(beat('a', 'T1'), 0)).toEqual(['T1']);
    expect(book.hear(beat('a', 'T1'), 5_000)).toEqual([]);
    expect(book.hear(beat('a', 'T1', 'page-two', true), 5_000)).toEqual(['T1']);
    expect(said(book, 'T1')).toEqual(['a!']);
    expect(book.hear(beat('b', 'T1'), 6_000)).toEqual(['T1']);
    expect(said(book, 'T1')).toEqual(['a!', 'b']);
    expect(book.hear(beat('a', 'T2', 'page-two'), 6_000)).toEqual(['T1', 'T2']);
    expect(book.hear(beat('b', null), 6_000)).toEqual(['T1']);
    expect(book.all().map(({ ticketId }) => ticketId)).toEqual(['T1', 'T2']);
    expect(book.sweep(5_000 + beatLifetime)).toEqual(['T1']);
    expect(said(book, 'T1')).toEqual([]);
    expect(book.sweep(6_000 + beatLifetime)).toEqual(['T2']);
    expect(book.isEmpty).toBe(true);
  });

  it('is each agent’s own word, and of so many pages alone', () => {
    const book = new PresenceBook();
    book.hear(beat('a', 'T1'), 0);
    expect(book.hear(beat('b', null), 1)).toEqual([]);
    expect(said(book, 'T1')).toEqual(['a']);
    for (let page = 0; page < 40; page += 1) book.hear(beat('a', `T${page + 2}`, `page-${page}`), 2);
    expect(book.all()).toHaveLength(20);
    expect(said(book, 'T1')).toEqual([]);
    // Whoever is forgotten for another page is seen to go.
    expect(book.hear(beat('a', 'T50', 'page-50'), 3)).toEqual(['T22', 'T50']);
    expect(book.hear(beat('a', 'T51', 'page-50'), 4)).toEqual(['T50', 'T51']);
  });
});

describe('presence', () => {
  let server: TestServer;
  let desk: Desk;
  let ticketId = '';
  const open: EventReader[] = [];

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    ticketId = await desk.add();
  });
  afterEach(() => {
    for (const reader of open.splice(0)) reader.close();
  });
  afterAll(() => server.close());

  const listen = async (usercode: string, serviceId: 'demo' | 'demojp' = 'demo') => {
    const reader = await EventReader.open(await server.as(usercode, serviceId));
    open.push(reader);
    return reader;
  };
  const tell = async (usercode: string, body: object, serviceId: 'demo' | 'demojp' = 'demo') =>
    (await server.as(usercode, serviceId)).post('/presence.json', body, { key: null });
  const told = (reader: EventReader) =>
    reader.events.flatMap(({ event, data }) => (event === 'presence' ? [data as TicketPresence] : []));
  const last = (reader: EventReader) =>
    told(reader)
      .at(-1)
      ?.viewers.map(({ name, typing }) => `${name}${typing ? '!' : ''}`);
  const page = (change: object = {}) => ({ ticketId, typing: false, pageId: 'page-0001', ...change });

  it('is told to the service: who views, who writes, who is gone', async () => {
    const [korean, japanese] = [await listen('agent2'), await listen('jpagent', 'demojp')];
    expect((await tell('agent1', page())).status).toBe(204);
    await korean.until(() => last(korean)?.length === 1);
    expect(last(korean)).toEqual(['이준호']);
    await tell('agent1', page({ typing: true }));
    await korean.until(() => last(korean)?.[0] === '이준호!');
    const late = await listen('agent3');
    await late.until(() => told(late).length > 0);
    expect(last(late)).toEqual(['이준호!']);
    await tell('agent1', page({ ticketId: null }));
    await korean.until(() => last(korean)?.length === 0);
    // Told after all that, it would stand behind what came from the other service.
    const own = await desk.add({}, {}, 'demojp');
    await tell('jpagent', page({ ticketId: own }), 'demojp');
    await japanese.until(() => told(japanese).length > 0);
    expect(told(japanese).map((one) => one.ticketId)).toEqual([own]);
    await tell('jpagent', page({ ticketId: null }), 'demojp');
    await japanese.until(() => last(japanese)?.length === 0);
    expect(told(korean).every((one) => one.ticketId === ticketId)).toBe(true);
  });

  it('is refused whole by a process that has not heard every page yet, instead of telling that nobody is there', async () => {
    const other = await startServer();
    const read = async () => (await (await other.as('agent3')).get('/presence.json')).status;
    expect([await read(), await read()]).toEqual([503, 503]);
    const stream = await EventReader.open(await other.as('agent3'));
    other.clock.advance(beatInterval + 1_000);
    expect(await read()).toBe(200);
    stream.close();
    await other.close();
  });

  it('ends by itself when a page is not heard any more, and moves no position of the stream', async () => {
    const reader = await listen('agent2');
    server.clock.advance(beatInterval + 1_000);
    const { lastId } = reader;
    await tell('agent1', page());
    await reader.until(() => last(reader)?.length === 1);
    expect((await (await server.as('agent3')).get('/presence.json')).body.result.contents).toEqual(told(reader));
    server.clock.advance(beatLifetime);
    await reader.until(() => last(reader)?.length === 0);
    expect((await (await server.as('agent3')).get('/presence.json')).body.result.contents).toEqual([]);
    expect(reader.lastId).toBe(lastId);
  });

  it.each([
    ['a ticket of another service', 'jpagent', 'demojp', {}, 404],
    ['no ticket at all', 'agent1', 'demo', { ticketId: 'T1658199661153IXTfw' }, 404],
    ['a page without a name', 'agent1', 'demo', { pageId: '' }, 400],
  ] as const)('is refused for %s', async (_what, usercode, serviceId, change, status) => {
    expect((await tell(usercode, page(change), serviceId)).status).toBe(status);
    expect((await (await server.as('agent1')).get('/presence.json')).body.result.contents).toEqual([]);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
