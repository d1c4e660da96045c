import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../demo/server/refusal.js';
import { RateLimits, usualLimits, type Limits } from '../../demo/server/services/rate-limits.js';
import { fileOf } from './support/files.js';
import { startServer, type TestServer } from './support/server.js';

const few: Limits = {
  ...usualLimits,
  search: { burst: 2, perSecond: 0.5 },
  counts: { burst: 1, perSecond: 1 },
  preview: { burst: 1, perSecond: 1 },
  customers: { burst: 1, perSecond: 1 },
  upload: { burst: 1, perSecond: 1 },
  mask: { burst: 1, perSecond: 1 },
  open_search: { burst: 2, perSecond: 0.5 },
  sms: { burst: 2, perSecond: 0.5 },
};

describe('limits of very many agents', () => {
  it('hold for each of them, and are not looked through at every question', () => {
    let looks = 0;
    const limits = new RateLimits(few, () => (looks++, 0));
    const ask = (agent: number) => limits.take('counts', { serviceId: 'demo', usercode: String(agent) });
    for (let agent = 0; agent < 15_000; agent++) ask(agent);
    expect(looks).toBeLessThan(50_000);
    expect(() => ask(0)).toThrow(Refusal);
    expect(() => ask(14_999)).toThrow(Refusal);
  });
});

describe('an agent who asks too often', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ limits: few });
  });
  afterAll(() => server.close());

  const search = async (usercode = 'agent1', path = '/tickets.json?q=배송') =>
    (await server.as(usercode)).get(encodeURI(path));

  it('is told when to ask again, and may do so then', async () => {
    expect([(await search()).status, (await search()).status]).toEqual([200, 200]);
    const refused = await search();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
    expect(refused.body.result.content).toEqual({ code: 'too_often' });
    server.clock.advance(2_000);
    expect((await search()).status).toBe(200);
    expect((await search()).status).toBe(429);
  });

  it('is kept from masking too, in a history or in the copies of answers', async () => {
    const mask = { start: 0, length: 1, expectedVersion: 1 };
    const answer = { action: 'comment', html: '<p>x</p>', expectedVersion: 1 };
    const calls: [path: string, body: object][] = [
      ['/messages/999/masks.json', mask],
      ['/messages/999/masks.json', mask],
      [`/masks/${'0'.repeat(32)}/purge.json`, { reason: 'x' }],
      ['/tickets/T1658199661153IXTfw/process.json', { ...answer, maskCopy: ['card'] }],
      ['/tickets/T1658199661153IXTfw/process.json', answer],
    ];
    const agent = await server.as('agent1');
    const statuses: number[] = [];
    for (const [path, body] of calls) statuses.push((await agent.post(path, body)).status);
    expect(statuses).toEqual([404, 429, 429, 429, 404]);
  });

  it('stands in nobody else’s way, and still opens views and what is on screen', async () => {
    expect((await search('agent2')).status).toBe(200);
    expect((await search('agent1', '/tickets.json?view=all')).status).toBe(200);
    expect((await search('agent1', '/tickets.json?ids=&q=배송')).status).toBe(200);
  });

  it('has a limit of its own for each kind of question', async () => {
    const counts = async () =>
      (await server.as('agent1')).post('/counts.json', { queries: ['view=all'] }, { key: null });
    expect([(await counts()).status, (await counts()).status]).toEqual([200, 429]);
    const permitted = await server.as('admin1');
    const body = { query: 'view=all', columns: ['ticketId'], reason: '보고', language: 'ko' };
    const statuses: number[] = [];
    for (let time = 0; time <= usualLimits.export.burst; time++) {
      statuses.push((await permitted.post('/tickets/export.json', body, { key: null })).status);
    }
    expect(statuses).toEqual([...Array.from({ length: usualLimits.export.burst }, () => 200), 429]);
  });

  it('is held back from what costs as much by another name', async () => {
    const caller = await server.as('agent3');
    const ask = async (path: string, body: object) => (await caller.post(path, body)).status;
    const check = { query: 'view=all', action: 'star', starred: true, dryRun: true };
    const dryRuns = [await ask('/tickets/bulk.json', check), await ask('/tickets/bulk.json', check)];
    expect(dryRuns.every((status) => status !== 429)).toBe(true);
    expect(await ask('/tickets/bulk.json', check)).toBe(429);
    expect(await ask('/tickets/bulk.json', { ...check, dryRun: false })).toBe(429);
    expect(await ask('/tickets/bulk.json', { ...check, query: undefined, ids: ['T1658199661153IXTfw'] })).not.toBe(429);
    const preview = () => ask('/tickets/T1658199661153IXTfw/preview.json', { action: 'hold', html: '' });
    expect([await preview(), await preview()]).toEqual([404, 429]);
    const sms = () => ask('/tickets/T1658199661153IXTfw/sms.json', { text: '가' });
    const again = () => ask(`/sms/${'0'.repeat(32)}/retry.json`, {});
    expect([await sms(), await again(), await sms(), await again()]).toEqual([404, 404, 429, 429]);
    const find = async () => (await caller.get('/customers.json?q=ab')).status;
    expect([await find(), await find()]).toEqual([200, 429]);
  });

  it('is not asked for the file first', async () => {
    const caller = await server.as('agent3');
    const file = () => caller.upload('/attachments.json', fileOf('a.txt'));
    expect((await file()).status).toBe(201);
    let isRead = false;
    const body = new ReadableStream(
      {
        pull: () => {
          isRead = true;
          return new Promise(() => undefined);
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      Authorization: `Bearer ${caller.token}`,
      'Idempotency-Key': 'x',
      'Content-Type': 'multipart/form-data',
    };
    const url = 'http://desk.test/demo/openapi/v1/console/attachments.json';
    const init = { method: 'POST', headers, body, duplex: 'half' };
    expect((await server.app.fetch(new Request(url, init as RequestInit))).status).toBe(429);
    expect(isRead).toBe(false);
  });

  it('is no failure of the server', () => {
    expect(server.errors).toEqual([]);
  });
});

describe('somebody without a signature who searches too often', () => {
  it('is told when to do it again, whatever the last part of the address, and may read meanwhile', async () => {
    let address = '2001:db8::1';
    const server = await startServer({ limits: few, clientAddress: () => address });
    const ask = (query = '?query=a') =>
      server.app.fetch(new Request(`http://desk.test/demo/api/v2/notice/list.json${query}`));
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    address = '2001:db8::2';
    const refused = await ask();
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([400, '2']);
    expect((await ask('')).status).toBe(200);
    address = '2001:db8:0:1::1';
    expect((await ask()).status).toBe(200);
    await server.close();
  });
});
