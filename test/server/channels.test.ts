import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { channelFigures } from '../../demo/server/db/schema.js';
import { signedPost, type Caller } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';

const phone = {
  agents: 9,
  waitingCustomers: 4,
  waitingAgents: 2,
  answeringIn: 6,
  answerRate: 87.5,
  serviceLevel: null,
};

describe('figures of telephone and chat', () => {
  let server: TestServer;
  let agent: Caller;

  beforeAll(async () => {
    server = await startServer();
    agent = await server.as('agent1');
    await server.database.system((tx) => tx.delete(channelFigures).where(eq(channelFigures.serviceId, 'demo')));
  });
  afterAll(() => server.close());

  const tell = (feed: unknown, options = {}) =>
    signedPost(server.app, 'demo', '/openapi/v1/console/channels.json', JSON.stringify(feed), options);
  const board = async (caller = agent) => (await caller.get('/channels.json')).body.result.content;

  it('are nothing until a system tells some', async () => {
    expect(await board()).toEqual({ phone: null, chat: null, staleAfter: 60_000 });
  });

  it('are shown as they were told, with their age, and announced to every page', async () => {
    const stream = await EventReader.open(agent);
    const told = await tell({ at: server.clock.now, phone });
    expect([told.status, told.body.result.content]).toEqual([200, { kept: true }]);
    await stream.until(() => stream.events.some(({ event }) => event === 'channel'));
    stream.close();
    server.clock.advance(61_000);
    expect(await board()).toEqual({ phone: { figures: phone, age: 61_000 }, chat: null, staleAfter: 60_000 });
  });

  it('of a channel replace each other whole, and leave the other channel alone', async () => {
    await tell({ at: server.clock.now, chat: { waitingCustomers: 1 } });
    await tell({ at: server.clock.now + 1, chat: { answering: 2 } });
    const { phone: still, chat } = await board();
    expect([still.figures, chat.figures]).toEqual([phone, { answering: 2 }]);
  });

  it('that come late replace nothing newer', async () => {
    const late = await tell({ at: server.clock.now - 1, chat: { answering: 99 } });
    expect(late.body.result.content).toEqual({ kept: false });
    expect((await board()).chat.figures).toEqual({ answering: 2 });
  });

  it.each([
    [{ at: 1 }, 'phone', 'required'],
    [{ phone }, 'at', undefined],
    [{ at: 1, phone: { agents: -1 } }, 'phone.agents', undefined],
    [{ at: 1, phone: { answerRate: 101 } }, 'phone.answerRate', undefined],
    [{ at: 1, phone: { answering: 1 } }, 'phone.answering', undefined],
  ])('%j are refused, and the field is named', async (feed, field, code) => {
    const { status, body } = await tell(feed);
    expect(status).toBe(400);
    const [first] = body.result.contents;
    expect(first.field).toBe(field);
    if (code) expect(first.code).toBe(code);
  });

  it('are taken only from who has the key, of channels that the service has, and stay in their service', async () => {
    expect((await tell({ at: server.clock.now, phone }, { signature: 'x' })).status).toBe(400);
    const issue = (feed: unknown) =>
      signedPost(server.app, 'demoissue', '/openapi/v1/console/channels.json', JSON.stringify(feed));
    const refused = await issue({ at: server.clock.now, phone });
    expect([refused.status, refused.body.result.contents[0].code]).toEqual([400, 'switched_off']);
    expect(await board(await server.as('issue1', 'demoissue'))).toMatchObject({ phone: null, chat: null });
  });
});
