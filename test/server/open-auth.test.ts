import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKeys, organizationId } from '../../demo/seed/organisation.js';
import { services, signedCalls } from '../../demo/server/db/schema.js';
import { forgetSignatures } from '../../demo/server/services/open/signed-calls.js';
import { sign } from '../../src/server/signature.js';
import { fileOf } from './support/files.js';
import { OpenCaller } from './support/open-caller.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;
let host: OpenCaller;

beforeAll(async () => {
  server = await startServer({ clientAddress: () => '203.0.113.9' });
  host = new OpenCaller(server.app);
});
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

interface Parts {
  readonly key: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly time: string;
}

/** One that passes the authentication finds no ticket. */
const passed = 404;
const good = (): Parts => ({
  key: demoKeys.demo,
  path: '/demo/openapi/v1/ticket/enduser/u%201/T1658199661153IXTfw/comment.json',
  query: 'language=ko&attachments=a%20b',
  body: '{"comment":"안녕하세요"}',
  time: String(server.clock.now),
});

/** A call whose signature covers some parts and that carries others. */
async function ask(signed: Parts, sent: Parts = signed, texts: 'sorted' | 'as sent' = 'sorted'): Promise<number> {
  const query = new URLSearchParams(signed.query);
  const body = new TextEncoder().encode(signed.body);
  const parts = { organizationId, path: signed.path, query, timestamp: signed.time, body, multipart: false };
  const asSent = { ...parts, path: signed.path + [...query.values()].join('&'), query: new URLSearchParams() };
  const plain = { ...asSent, body: new TextEncoder().encode(`&${signed.body}`) };
  const headers = {
    Authorization: await sign(signed.key, texts === 'sorted' ? parts : plain),
    'X-TC-Timestamp': sent.time,
    'Content-Type': 'application/json',
  };
  const url = `http://desk.test${sent.path}?${sent.query}`;
  const answer = await host.send(new Request(url, { method: 'POST', headers, body: sent.body }));
  expect(answer.body.header.resultCode).toBe(answer.status);
  expect(answer.body.result).toBeNull();
  return answer.status;
}

/** The text with another character at one place. */
const turned = (text: string, at: number) => text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1);

describe('a signed call of the Open API', () => {
  it('passes as it was signed, whatever the order in which its parameters are sent', async () => {
    expect(await ask(good())).toBe(passed);
    expect(await ask(good(), { ...good(), query: 'attachments=a%20b&language=ko' })).toBe(passed);
    expect(await ask(good(), { ...good(), query: 'attachments=a+b&language=ko&language=en' })).toBe(passed);
  });

  it('is refused when its values were signed in another order than that of their names', async () => {
    expect(await ask({ ...good(), query: 'attachments=a%20b&language=ko' }, undefined, 'as sent')).toBe(passed);
    expect(await ask(good(), undefined, 'as sent')).toBe(400);
  });

  it.each([
    ['key', 0, 32],
    [
      'path',
      '/demo/openapi/v1/ticket/enduser/'.length,
      '/demo/openapi/v1/ticket/enduser/u%201/T1658199661153IXTfw'.length,
    ],
    ['query', 'language='.length, 'language=ko'.length],
    ['query', 'language=ko&attachments='.length, 'language=ko&attachments=a%20b'.length],
    ['body', 0, '{"comment":"안녕하세요"}'.length],
    ['time', 0, 13],
  ] as const)('is refused with any one character of its %s changed', async (part, from, to) => {
    const statuses = new Set<number>();
    for (let at = from; at < to; at += 1) {
      const changed = { ...good(), [part]: turned(good()[part], at) };
      // Without its slashes it is another address, which nobody answers.
      if (part === 'path' && good().path[at] === '/') continue;
      statuses.add(part === 'key' ? await ask(changed, good()) : await ask(good(), changed));
    }
    expect([...statuses]).toEqual([400]);
  });

  it('is refused when a value of its query, or all of it, is another', async () => {
    for (const query of [
      'language=en&attachments=a%20b',
      'language=ko&attachments=',
      'language=ko',
      '',
      `${good().query}&z=1`,
    ])
      expect(await ask(good(), { ...good(), query })).toBe(400);
  });

  it.each([-1, 1])('counts five minutes in the direction %i of the clock', async (direction) => {
    const edge = server.clock.now + direction * 5 * 60_000;
    expect(await ask({ ...good(), time: String(edge) })).toBe(passed);
    expect(await ask({ ...good(), time: String(edge + direction) })).toBe(400);
  });

  it('is refused without a signature, with one of another service and with a time that is none', async () => {
    const path = '/openapi/v1/ticket/enduser/u1/list.json';
    expect((await host.get(path)).status).toBe(200);
    expect((await host.get(path, { signed: false })).status).toBe(400);
    expect((await host.get(path, { key: demoKeys.demojp })).status).toBe(400);
    expect((await host.get(path, { headers: { 'X-TC-Timestamp': 'now' } })).status).toBe(400);
    expect((await host.get(path, { headers: { Authorization: ' ' } })).status).toBe(400);
    expect((await new OpenCaller(server.app, 'nowhere' as 'demo').get(path, { key: demoKeys.demo })).status).toBe(404);
  });

  it.each(['/%00/api/v2/service.json', '/a%20b/api/v2/service.json', `/${'x'.repeat(51)}/hc/`, '/%00/hc/'])(
    'finds no service at %s',
    async (path) => {
      expect((await server.app.fetch(new Request(`http://desk.test${path}`))).status).toBe(404);
    },
  );

  it('counts once where it changes something, in every spelling; one that was refused does not count', async () => {
    const path = '/openapi/v1/adduser.json';
    const body = { id: 'u-1', role: 'ROLE_FRONT_AGENT' };
    const refused = await host.request('POST', path, { body: { id: 'u-1' } });
    const messages = [await host.send(refused.clone()), await host.send(refused)].map((one) => one.text);
    expect(messages[1]).toBe(messages[0]);
    const add = await host.request('POST', path, { body });
    const other = new Headers(add.headers);
    const signature = other.get('Authorization') ?? '';
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const next = letters[letters.indexOf(signature.charAt(42)) + 1];
    other.set('Authorization', `${signature.slice(0, 42)}${next}=`);
    const both = [add.clone(), new Request(add.clone(), { headers: other })].map((one) => host.send(one));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 400]);
    const again = await host.send(add);
    expect([again.status, again.body.header.resultMessage]).toEqual([400, expect.stringContaining('used before')]);
    const left = () => server.database.system((tx) => tx.$count(signedCalls));
    expect(await left()).toBe(1);
    await server.database.system((tx) => forgetSignatures(tx, server.clock.now + 5 * 60_000 + 100));
    expect(await left()).toBe(0);
  });

  it('is not one of another method at the same address, and reads as often as one likes', async () => {
    const { contents } = (await host.get('/openapi/v1/users.json?role=ROLE_FRONT_AGENT')).body.result;
    const path = `/openapi/v1/users/${contents[0].userId}.json`;
    const get = await host.request('GET', path);
    const statuses: number[] = [];
    for (const method of ['GET', 'GET', 'DELETE', 'PUT'])
      statuses.push((await host.send(new Request(get, { method }))).status);
    expect(statuses).toEqual([200, 200, 400, 400]);
    const added = async (id: string): Promise<number> =>
      (await host.post('/openapi/v1/adduser.json', { id, role: 'ROLE_FRONT_AGENT' })).body.result.content.userId;
    const next = (await added('early')) + 1;
    const nobody = await host.request('GET', `/openapi/v1/users/${next}.json`);
    expect((await host.send(nobody.clone())).status).toBe(404);
    expect(await added('late')).toBe(next);
    expect((await host.send(new Request(nobody.clone(), { method: 'DELETE' }))).status).toBe(400);
    expect((await host.send(nobody)).status).toBe(200);
    const list = await host.request('POST', '/openapi/v1/ticket/enduser/u1/list.json');
    expect([(await host.send(list.clone())).status, (await host.send(list)).status]).toEqual([200, 200]);
    expect((await host.get(path)).status).toBe(200);
  });

  it('covers a file by its digest, and is refused without one', async () => {
    const path = '/openapi/v1/ticket/attachments/upload.json';
    expect((await host.upload(fileOf('a.txt', 'hello'))).status).toBe(200);
    const signed = await host.request('POST', path, { file: fileOf('a.txt', 'hello') });
    const other = await host.request('POST', path, { file: fileOf('a.txt', 'hellp') });
    const headers = new Headers(signed.headers);
    headers.set('Content-Type', other.headers.get('Content-Type') ?? '');
    const body = await other.arrayBuffer();
    expect((await host.send(new Request(signed.url, { method: 'POST', headers, body }))).status).toBe(400);
    expect((await host.post(path, { file: 'hello' })).status).toBe(400);
  });

  it('is refused from an address that is not allowed, and while the service has no key', async () => {
    const path = '/openapi/v1/ticket/enduser/u1/list.json';
    const set = (values: Partial<typeof services.$inferInsert>) =>
      server.database.system((tx) => tx.update(services).set(values).where(eq(services.serviceId, 'demo')));
    await set({ allowList: ['198.51.100.0/24'] });
    const { status, body } = await host.get(path);
    expect([status, body]).toEqual([
      403,
      { header: { resultCode: 403, resultMessage: 'Access Denied', isSuccessful: false }, result: null },
    ]);
    await set({ allowList: [], serviceKey: null });
    expect((await host.get(path)).status).toBe(403);
    await set({ serviceKey: demoKeys.demo });
    expect((await host.get(path)).status).toBe(200);
  });

  it('counts no more from the moment in which the service has another key, and the other one does at once', async () => {
    const path = '/openapi/v1/ticket/enduser/u1/list.json';
    const set = (serviceKey: string) =>
      server.database.system((tx) => tx.update(services).set({ serviceKey }).where(eq(services.serviceId, 'demo')));
    const statuses = async () => [
      (await host.get(path)).status,
      (await host.get(path, { key: 'another' })).status,
      (await host.get(path)).status,
    ];
    expect(await statuses()).toEqual([200, 400, 200]);
    await set('another');
    expect(await statuses()).toEqual([400, 200, 400]);
    await set(demoKeys.demo);
    expect(await statuses()).toEqual([200, 400, 200]);
  });
});
