import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { demoKeys, organizationId } from '../../demo/seed/organisation.js';
import { services } from '../../demo/server/db/schema.js';
import { isAllowed } from '../../demo/server/http/allow-list.js';
import { usualLimits } from '../../demo/server/services/rate-limits.js';
import { sign, verify, type SignedParts } from '../../src/server/signature.js';
import { signedPost } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';

const ticket = '/demo/openapi/v1/ticket';
const tokenPath = '/openapi/v1/console/token.json';

function parts(path: string, query: string, body: string, multipart = false): SignedParts {
  const bytes = new TextEncoder().encode(body);
  const timestamp = '1764031689401';
  return { organizationId, path, query: new URLSearchParams(query), timestamp, body: bytes, multipart };
}

describe('signature', () => {
  it.each([
    [
      'two parameters',
      parts(`${ticket}/enduser/u1/list.json`, 'language=ko&categoryId=1', ''),
      '/77epkntdor2oNGkmA4Ob8wQ7KXC2zFUGQUFwhuIq2I=',
    ],
    [
      'no parameters',
      parts(`${ticket}/enduser/u1/T1658199661153IXTfw/detail.json`, '', ''),
      'pR0yWw+02kjYGx2cBbZZPfSFFAIF+qzuOZTecA5bMAY=',
    ],
    [
      'parameter and body',
      parts(`${ticket}.json`, 'language=ko', '{"categoryId":1}'),
      'nHhLkjMqiOnziA47PDz/aZNP+LuYuXDyB66VuUy6SXI=',
    ],
    ['body alone', parts(`${ticket}.json`, '', '{"categoryId":1}'), 'QNqgvaCmhyFv1XV+6GXt2U3nV5DU89SOuQ7OcbG/i1w='],
    [
      'body that is not ASCII',
      parts(`${ticket}.json`, '', '{"subject":"안녕"}'),
      '5twa8/v0MjNU76aWd9FhyhGosjVvlqRvaCuKgelmFr0=',
    ],
    [
      'uploaded file',
      parts(`${ticket}/attachments/upload.json`, 'language=ko', 'hello', true),
      'vLJUXnUmpJghBhbm1B6MX5xZaEMkk0wSAg3XfyuWT/U=',
    ],
  ])('is the published one for a call with %s', async (_name, signed, signature) => {
    expect(await sign(demoKeys.demo, signed)).toBe(signature);
    expect(await verify(demoKeys.demo, signed, signature)).toBe(true);
  });

  it('takes the first value of a repeated name, decoded, in the order of the names', async () => {
    const plain = parts(`${ticket}.json`, 'Z=1&a=b c', '');
    const repeated = parts(`${ticket}.json`, 'a=b%20c&a=other&Z=1', '');
    expect(await sign(demoKeys.demo, repeated)).toBe(await sign(demoKeys.demo, plain));
  });

  it('covers bytes that are not UTF-8', async () => {
    const one = { ...parts(`${ticket}.json`, '', ''), body: new Uint8Array([0xb0, 0xa1]) };
    const other = { ...one, body: new Uint8Array([0xb0, 0xa2]) };
    expect(await verify(demoKeys.demo, other, await sign(demoKeys.demo, one))).toBe(false);
  });

  it.each(['', 'x', 'Bearer abc', `${'A'.repeat(44)}=`])('refuses "%s" as a signature', async (signature) => {
    expect(await verify(demoKeys.demo, parts(`${ticket}.json`, '', ''), signature)).toBe(false);
  });
});

describe('allow-list', () => {
  it.each([
    [[], '203.0.113.9', true],
    [['203.0.113.9'], '203.0.113.9', true],
    [['203.0.113.9'], '::ffff:203.0.113.9', true],
    [['203.0.113.0/24'], '203.0.113.200', true],
    [['203.0.113.0/24'], '203.0.114.1', false],
    [['10.0.0.0/8', '2001:db8::1'], '2001:db8::1', true],
    [['203.0.113.9'], '203.0.113.90', false],
    [['203.0.113.0/99'], '203.0.113.1', false],
    [['everybody'], 'unknown', false],
  ])('of %j for %s: %s', (list, address, allowed) => {
    expect(isAllowed(list, address)).toBe(allowed);
  });
});

describe('signed calls', () => {
  let server: TestServer;
  const minute = 60_000;

  beforeAll(async () => {
    server = await startServer({ clientAddress: () => '203.0.113.9' });
  });
  afterAll(() => server.close());

  const ask = (options = {}, body = '{"usercode":"agent1"}') =>
    signedPost(server.app, 'demo', tokenPath, body, options);

  it('mint a token that opens the session of that agent', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body.result.content.expiresAt).toBe(server.clock.now + 15 * minute);
    const session = await server.app.fetch(
      new Request('http://desk.test/demo/openapi/v1/console/session.json', {
        headers: { Authorization: `Bearer ${body.result.content.token}` },
      }),
    );
    expect((await session.json()).result.content.agent.usercode).toBe('agent1');
  });

  it.each([-5, 5])('are taken %i minutes away from the clock, and not a millisecond more', async (minutes) => {
    const edge = server.clock.now + minutes * minute;
    expect((await ask({ timestamp: edge })).status).toBe(200);
    expect((await ask({ timestamp: edge + Math.sign(minutes) })).status).toBe(400);
  });

  it('count once', async () => {
    const timestamp = server.clock.now + 1000;
    expect((await ask({ timestamp })).status).toBe(200);
    const again = await ask({ timestamp });
    expect([again.status, again.body.result.content.code]).toEqual([400, 'used_signature']);
    expect((await ask({ timestamp: timestamp + 1 })).status).toBe(200);
  });

  it('of an address that has no key are not listened to for a while', async () => {
    const addresses = { now: '198.51.100.1' };
    const limits = { ...usualLimits, refused: { burst: 3, perSecond: 1 } };
    const careful = await startServer({ database: server.database, limits, clientAddress: () => addresses.now });
    const tried = (options = {}) => signedPost(careful.app, 'demo', tokenPath, '{"usercode":"agent2"}', options);
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await tried({ key: demoKeys.demojp })).status);
    expect(statuses).toEqual([400, 400, 400, 429]);
    expect((await tried()).status).toBe(429);
    addresses.now = '198.51.100.2';
    expect((await tried()).status).toBe(200);
    addresses.now = '198.51.100.1';
    careful.clock.now += 1000;
    expect((await tried()).status).toBe(200);
    await careful.app.close();
  });

  it('are refused with another key, a blank signature or a timestamp that is no number', async () => {
    for (const options of [{ key: demoKeys.demojp }, { signature: ' ' }, { timestamp: Number.NaN }]) {
      const { status, body } = await ask(options);
      expect(status).toBe(400);
      expect(body.header).toMatchObject({ resultCode: 400, isSuccessful: false });
    }
  });

  it('do not find agents that are not there, nor services', async () => {
    expect((await ask({}, '{"usercode":"jpagent"}')).status).toBe(404);
    const nowhere = await signedPost(server.app, 'nowhere' as 'demo', tokenPath, '{}', { key: demoKeys.demo });
    expect(nowhere.status).toBe(404);
  });

  it('are refused to callers that are not on the list, and without a key', async () => {
    const change = (values: Partial<typeof services.$inferInsert>) =>
      server.database.system((tx) => tx.update(services).set(values).where(eq(services.serviceId, 'demojp')));
    const asJp = () => signedPost(server.app, 'demojp', tokenPath, '{"usercode":"jpagent"}');
    await change({ allowList: ['198.51.100.0/24'] });
    expect((await asJp()).status).toBe(403);
    await change({ allowList: ['203.0.113.9'] });
    expect((await asJp()).status).toBe(200);
    await change({ serviceKey: null });
    expect((await asJp()).status).toBe(403);
  });

  it('with a key that everybody knows are refused where that is said', async () => {
    const production = await startServer({ database: server.database, refusedKeys: Object.values(demoKeys) });
    expect((await signedPost(production.app, 'demo', tokenPath, '{"usercode":"agent1"}')).status).toBe(403);
    await production.app.close();
  });
});
