import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { customers } from '../../demo/server/db/schema.js';
import { Refusal } from '../../demo/server/refusal.js';
import { mutating } from '../../demo/server/routes/endpoint.js';
import { idempotencyKey } from '../../demo/server/services/idempotency.js';
import type { Caller } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';

const params = z.object({ name: z.string() });
const body = z.strictObject({
  status: z.union([z.literal(409), z.literal(429)]).optional(),
  note: z.string().optional(),
});
const answer = { content: z.object({ customerId: z.int() }) };

/** A route whose effect can be counted: it adds a customer, and then may refuse. */
function addRoute(server: TestServer): void {
  mutating(
    server.app,
    { method: 'post', path: '/made/{name}.json', summary: 'Adds a customer', params, body, answer, status: 201 },
    async (tx, context, input) => {
      const { serviceId } = context.session.service;
      const [row] = await tx.insert(customers).values({ serviceId, name: input.params.name }).returning();
      if (input.body.status) throw new Refusal(input.body.status, 'told_to', 'Refused', { content: { by: 'test' } });
      return { customerId: row?.customerId ?? 0 };
    },
  );
}

describe('idempotency', () => {
  let server: TestServer;
  let agent: Caller;

  beforeAll(async () => {
    server = await startServer();
    addRoute(server);
    agent = await server.as('agent1');
  });
  afterAll(() => server.close());

  const made = (name: string) => server.database.system((tx) => tx.$count(customers, eq(customers.name, name)));

  it('gives the first answer again, byte for byte, and does the work once', async () => {
    const first = await agent.post('/made/again.json', { note: 'a' }, { key: 'k1' });
    const second = await agent.post('/made/again.json', { note: 'a' }, { key: '"k1"' });
    expect(first.status).toBe(201);
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(await made('again')).toBe(1);
  });

  it('lets calls at the same time wait for the first one', async () => {
    const calls = Array.from({ length: 6 }, () => agent.post('/made/together.json', {}, { key: 'k2' }));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map((one) => one.text)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await made('together')).toBe(1);
  });

  it('refuses the key for another body and for another path', async () => {
    await agent.post('/made/reused.json', { note: 'a' }, { key: 'k3' });
    for (const [name, note] of [
      ['reused', 'b'],
      ['other', 'a'],
    ]) {
      const { status, body } = await agent.post(`/made/${name}.json`, { note }, { key: 'k3' });
      expect(status).toBe(422);
      expect(body.result.content.code).toBe('idempotency_key_reused');
    }
    expect(await made('reused')).toBe(1);
    expect(await made('other')).toBe(0);
  });

  it('keeps a refusal, undoes its work and repeats it', async () => {
    const first = await agent.post('/made/refused.json', { status: 409 }, { key: 'k4' });
    const second = await agent.post('/made/refused.json', { status: 409 }, { key: 'k4' });
    expect(first.status).toBe(409);
    expect(first.body.result.content).toEqual({ by: 'test', code: 'told_to' });
    expect(second.text).toBe(first.text);
    expect(await made('refused')).toBe(0);
  });

  it('does not keep that there were too many', async () => {
    expect((await agent.post('/made/later.json', { status: 429 }, { key: 'k5' })).status).toBe(429);
    expect((await agent.post('/made/later.json', {}, { key: 'k5' })).status).toBe(201);
  });

  it("is each agent's own", async () => {
    const other = await server.as('agent2');
    const mine = await agent.post('/made/own.json', {}, { key: 'k6' });
    const theirs = await other.post('/made/own.json', {}, { key: 'k6' });
    expect(theirs.text).not.toBe(mine.text);
    expect(await made('own')).toBe(2);
  });

  it('forgets after a day', async () => {
    await agent.post('/made/day.json', {}, { key: 'k7' });
    server.clock.advance(24 * 3_600_000 + 1);
    agent = await server.as('agent1');
    await agent.post('/made/day.json', {}, { key: 'k7' });
    expect(await made('day')).toBe(2);
  });

  it.each([null, '', '"', '"open', 'a b', 'x'.repeat(201)])('refuses the key %j', async (key) => {
    const { status, body } = await agent.post('/made/none.json', {}, { key });
    expect(status).toBe(400);
    expect(body.result.contents[0].field).toBe('Idempotency-Key');
  });

  it.each([
    ['abc', 'abc'],
    ['"abc"', 'abc'],
    [' "a b" ', 'a b'],
  ])('reads %j as %s', (header, key) => {
    expect(idempotencyKey(header)).toBe(key);
  });

  it.each([
    ['{"__proto__":{"a":1}}', '__proto__'],
    ['{"note":{"constructor":1}}', 'constructor'],
    ['{"unknown":1}', 'unknown'],
    ['{"note":1}', 'note'],
    ['{"note":"\\u0000"}', 'note'],
    ['{"note":"\\ud800"}', 'note'],
  ])('refuses the body %s and names the field', async (text, field) => {
    const { status, body } = await agent.post('/made/none.json', text);
    expect(status).toBe(400);
    expect(body.result.contents[0].field).toBe(field);
    expect(await made('none')).toBe(0);
  });

  it('refuses what is no JSON', async () => {
    expect((await agent.post('/made/none.json', '{')).body.result.content.code).toBe('invalid_json');
    const form = await agent.post('/made/none.json', 'a=b', { headers: { 'Content-Type': 'text/plain' } });
    expect(form.status).toBe(415);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
