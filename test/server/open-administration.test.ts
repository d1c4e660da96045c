import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agents, idempotency } from '../../demo/server/db/schema.js';
import { isAllowed } from '../../demo/server/http/allow-list.js';
import type { AuditRecord } from '../../src/domain/audit.js';
import type { Caller } from './support/caller.js';
import { OpenCaller } from './support/open-caller.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';

let server: TestServer;
let host: OpenCaller;
let admin: Caller;
let address = '203.0.113.9';

beforeAll(async () => {
  server = await startServer({ clientAddress: () => address });
  host = new OpenCaller(server.app);
  admin = await server.as('admin1');
});
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

const noPermissions = {
  forward: false,
  mask: false,
  reveal: false,
  unmask: false,
  purge: false,
  audit: false,
  export: false,
};
const users = '/openapi/v1/users';
const list = '/openapi/v1/ticket/enduser/u1/list.json';

describe('agents of the Open API', () => {
  const all = async (query = '') => (await host.get(`${users}.json${query}`)).body.result;
  const idOf = async (usercode: string) =>
    (await all()).contents.find((one: { usercode: string }) => one.usercode === usercode).userId as number;

  it('are listed by role and name, by page, and told one by one', async () => {
    const page = await all();
    expect(page).toMatchObject({ total: 4, pages: 1, pageNum: 1, pageSize: 10 });
    expect(page.contents[0]).toEqual({
      userId: expect.any(Number),
      usercode: 'admin1',
      uuid: null,
      username: '김서연',
      role: 'ROLE_FRONT_ADMIN',
    });
    expect((await all('?role=ROLE_FRONT_AGENT&pageSize=2&page=2')).contents).toHaveLength(1);
    expect((await all(`?name=${encodeURIComponent('박지')}`)).contents).toMatchObject([{ usercode: 'agent2' }]);
    const one = await host.get(`${users}/${page.contents[0].userId}.json`);
    expect(one.body.result.content).toEqual(page.contents[0]);
    const other = await new OpenCaller(server.app, 'demojp').get(`${users}/${page.contents[0].userId}.json`);
    expect(other.status).toBe(404);
  });

  const directory = { id: 'uuid-1', role: 'ROLE_FRONT_AGENT' } as const;
  const setAgent = (usercode: string, values: Partial<typeof agents.$inferInsert>) =>
    server.database.system((tx) => tx.update(agents).set(values).where(eq(agents.usercode, usercode)));

  it('are added by body or query, change their role at once, and end with their tokens', async () => {
    const added = await host.post('/openapi/v1/adduser.json', directory);
    expect(added.body.result.content).toMatchObject({ uuid: 'uuid-1', role: 'ROLE_FRONT_AGENT' });
    const twice = await host.post('/openapi/v1/adduser.json?id=uuid-1&role=ROLE_FRONT_ADMIN');
    expect([twice.status, twice.body.header.resultCode, twice.body.header.isSuccessful]).toEqual([200, 9007, false]);
    const page = await server.as('uuid-1');
    const stream = await EventReader.open(page);
    const path = `${users}/${added.body.result.content.userId}.json`;
    const changed = await host.call('PUT', path, { body: { role: 'ROLE_FRONT_ADMIN' } });
    expect(changed.body.result.content.role).toBe('ROLE_FRONT_ADMIN');
    await stream.until(() => stream.events.some(({ event }) => event === 'session'));
    stream.close();
    expect((await page.get('/session.json')).body.result.content.agent.role).toBe('admin');
    const removed = await host.call('DELETE', path);
    expect([removed.status, removed.body.result]).toEqual([200, null]);
    expect((await page.get('/session.json')).status).toBe(401);
    expect((await host.get(path)).status).toBe(404);
    await setAgent('uuid-1', { permissions: { ...noPermissions, reveal: true } });
    const again = await host.post('/openapi/v1/adduser.json', { ...directory, username: ' 한서\u200b윤 ' });
    expect(again.body.result.content).toMatchObject({ username: '한서윤', role: 'ROLE_FRONT_AGENT' });
    expect((await page.get('/session.json')).body.result.content.agent.permissions).toEqual(noPermissions);
    await host.call('DELETE', path);
    const log = (await admin.get('/audit.json?kind=agent_added,agent_role_changed,agent_removed')).body.result.contents;
    const told = log.map(({ kind, data }: AuditRecord) => [kind, data['usercode'], data['role']]);
    expect(told).toEqual([
      ['agent_removed', 'uuid-1', 'agent'],
      ['agent_added', 'uuid-1', 'agent'],
      ['agent_removed', 'uuid-1', 'admin'],
      ['agent_role_changed', 'uuid-1', 'admin'],
      ['agent_added', 'uuid-1', 'agent'],
    ]);
    expect(log[0]).toMatchObject({ usercode: '', name: 'Open API', client: address, customer: null });
  });

  it.each(['alice\u200b', ' alice', 'e\u0301va'])('are refused where two could be one: %j', async (id) => {
    expect((await host.post('/openapi/v1/adduser.json', { ...directory, id })).status).toBe(400);
  });

  it('keep their last administrator, and refuse roles that are none', async () => {
    const path = `${users}/${await idOf('admin1')}.json`;
    expect((await host.call('DELETE', path)).status).toBe(400);
    expect((await host.call('PUT', `${path}?role=ROLE_FRONT_AGENT`)).status).toBe(400);
    expect((await host.call('PUT', path, { body: { role: 'ROOT' } })).status).toBe(400);
    expect((await host.call('PUT', path)).status).toBe(400);
    expect((await admin.get('/session.json')).body.result.content.agent.role).toBe('admin');
  });
});

/** A call whose body is waited for, and what lets it through. */
async function heldBack(method: string, path: string, body: object) {
  const whole = await host.request(method, path, { body });
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let ask: (controller: ReadableStreamDefaultController) => void = () => undefined;
  const asked = new Promise<ReadableStreamDefaultController>((resolve) => (ask = resolve));
  const stream = new ReadableStream({ pull: (controller) => ask(controller) }, { highWaterMark: 0 });
  const sent = { method, headers: whole.headers, body: stream, duplex: 'half' } as RequestInit;
  const answer = Promise.resolve(server.app.fetch(new Request(whole.url, sent)));
  const controller = await asked;
  const complete = () => {
    controller.enqueue(bytes);
    controller.close();
  };
  return { answer, complete };
}

describe('administration of the Open API', () => {
  it('is for administrators', async () => {
    const agent = await server.as('agent1');
    for (const name of ['service-key', 'allow-list', 'spam-limits', 'host-origins'])
      expect((await agent.get(`/admin/${name}.json`)).status).toBe(403);
    expect((await agent.post('/admin/service-key.json', { expectedVersion: 1 })).status).toBe(403);
    expect((await agent.put('/admin/allow-list.json', { entries: ['10.0.0.1'] })).status).toBe(403);
    expect((await host.get(list)).status).toBe(200);
  });

  it('tells a new key once, refuses the old one at once, and writes down who did it', async () => {
    const { version } = (await admin.get('/admin/service-key.json')).body.result.content;
    const asked = { expectedVersion: version };
    // Its key is right when it begins; its body is held back until that key is renewed.
    const late = await heldBack('POST', '/openapi/v1/adduser.json', {
      id: 'late',
      role: 'ROLE_FRONT_AGENT',
    });
    expect((await admin.post('/admin/service-key.json', asked, { key: null })).status).toBe(400);
    expect((await admin.post('/admin/service-key.json', {})).status).toBe(400);
    const renewed = await admin.post('/admin/service-key.json', asked);
    expect(renewed.status).toBe(201);
    const { serviceKey } = renewed.body.result.content;
    expect(serviceKey).toMatch(/^[0-9a-f]{32}$/);
    const told = await admin.get('/admin/service-key.json');
    expect(told.body.result.content).toEqual({
      version: version + 1,
      enabled: true,
      masked: `••••${serviceKey.slice(-4)}`,
    });
    expect((await host.get(list)).status).toBe(400);
    late.complete();
    expect((await late.answer).status).toBe(400);
    expect((await host.get(list, { key: serviceKey })).status).toBe(200);
    expect((await admin.delete('/admin/service-key.json', asked)).status).toBe(409);
    const removed = await admin.delete('/admin/service-key.json', { expectedVersion: version + 1 });
    expect(removed.body.result.content).toEqual({ version: version + 2, enabled: false, masked: null });
    expect((await host.get(list, { key: serviceKey })).status).toBe(403);
    const log = (await admin.get('/audit.json?usercode=admin1')).body;
    const kinds = log.result.contents.map((one: { kind: string }) => one.kind);
    expect(kinds.slice(0, 2)).toEqual(['service_key_removed', 'service_key_renewed']);
    expect(JSON.stringify(log)).not.toContain(serviceKey);
    const both = [1, 2].map(() => admin.post('/admin/service-key.json', { expectedVersion: version + 2 }));
    const answers = (await Promise.all(both)).sort((a, b) => a.status - b.status);
    expect(answers.map(({ status }) => status)).toEqual([201, 409]);
    const next = answers[0]?.body.result.content.serviceKey;
    expect(answers[1]?.body.result.content).toMatchObject({
      code: 'version_conflict',
      masked: `••••${next.slice(-4)}`,
    });
    const renewals = (await admin.get('/audit.json?kind=service_key_renewed')).body.result.contents;
    expect(renewals).toHaveLength(2);
    expect((await host.get(list, { key: next })).status).toBe(200);
    const kept = await server.database.system((tx) => tx.select({ answer: idempotency.answer }).from(idempotency));
    expect(JSON.stringify(kept)).not.toContain(next);
    host = new OpenCaller(server.app, 'demo', next);
  });

  it('names the entries of an allow-list that are no addresses, and an empty one must be meant', async () => {
    const bad = await admin.put('/admin/allow-list.json', { entries: ['10.0.0.1', '10.0.0.0/33', 'host.example'] });
    expect(bad.status).toBe(400);
    expect(bad.body.result.contents.map((one: { field: string }) => one.field)).toEqual(['entries.1', 'entries.2']);
    const set = await admin.put('/admin/allow-list.json', { entries: ['198.51.100.0/24', '2001:db8::/32'] });
    expect(set.body.result.content.entries).toEqual(['198.51.100.0/24', '2001:db8::/32']);
    const late = { entries: ['10.0.0.1'], expectedVersion: set.body.result.content.version - 1 };
    const conflict = await admin.put('/admin/allow-list.json', late);
    expect([conflict.status, conflict.body.result.content]).toEqual([
      409,
      { code: 'version_conflict', ...set.body.result.content },
    ]);
    expect((await host.get(list)).status).toBe(403);
    address = '2001:db8:1::9';
    expect((await host.get(list)).status).toBe(200);
    const empty = await admin.put('/admin/allow-list.json', { entries: [] });
    expect(empty.body.result.contents).toMatchObject([{ field: 'entries', code: 'allows_all' }]);
    expect((await admin.put('/admin/allow-list.json', { entries: [], allowAll: true })).status).toBe(200);
    address = '192.0.2.1';
    expect((await host.get(list)).status).toBe(200);
  });

  it('keeps limits and origins that make sense', async () => {
    const limits = { perAddress: { count: 5, minutes: 60 }, perMember: null };
    expect((await admin.put('/admin/spam-limits.json', limits)).status).toBe(200);
    expect((await admin.get('/admin/spam-limits.json')).body.result.content).toMatchObject(limits);
    const wrong = { perAddress: { count: 0, minutes: 5_000 }, perMember: null };
    expect((await admin.put('/admin/spam-limits.json', wrong)).status).toBe(400);
    const bad = await admin.put('/admin/host-origins.json', {
      origins: ['https://shop.example', 'https://shop.example/a', 'javascript:x'],
    });
    expect(bad.body.result.contents.map((one: { field: string }) => one.field)).toEqual(['origins.1', 'origins.2']);
    expect((await admin.put('/admin/host-origins.json', { origins: ['https://shop.example'] })).status).toBe(200);
  });
});

describe('an allow-list', () => {
  it.each([
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['::1', '::1', true],
    ['::ffff:10.0.0.0/104', '10.0.0.1', false],
    ['10.0.0.0/8', '::ffff:10.1.2.3', true],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
  ])('of %s for %s: %s', (entry, caller, allowed) => {
    expect(isAllowed([entry], caller)).toBe(allowed);
  });
});
