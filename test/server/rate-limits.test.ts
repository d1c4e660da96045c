import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualLimits, type Limits } from '../../demo/server/services/rate-limits.js';
import { startServer, type TestServer } from './support/server.js';

const few: Limits = { ...usualLimits, search: { burst: 2, perSecond: 0.5 }, counts: { burst: 1, perSecond: 1 } };

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

  it('is no failure of the server', () => {
    expect(server.errors).toEqual([]);
  });
});
