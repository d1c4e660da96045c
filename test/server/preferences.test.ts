import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualPreferences } from '../../src/domain/preferences.js';
import { eventLog } from '../../demo/server/db/schema.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const path = '/preferences.json';
const view = { id: 'late', name: '늦은 배송', query: 'view=all&q=배송', columns: null };

const heard = async () => {
  const events = await server.database.system((tx) => tx.select().from(eventLog));
  return events.filter(({ topic }) => topic === 'session').map(({ audience, serviceId }) => [serviceId, audience]);
};

describe('what an agent arranged', () => {
  it('is as usual until something is arranged', async () => {
    const agent = await server.as('agent1');
    expect((await agent.get(path)).body.result.content).toEqual(usualPreferences);
  });

  it('is kept part by part, and comes back whole', async () => {
    const agent = await server.as('agent1');
    const list = {
      columns: [
        { id: 'subject', width: 300 },
        { id: 'f.orderNo', width: null },
      ],
      density: 'compact',
      isCollapsed: true,
    };
    const first = await agent.put(path, { list });
    expect([first.status, first.body.result.content]).toEqual([200, { ...usualPreferences, list }]);
    const parts = {
      conditions: ['created', 'f.orderNo'],
      shortcuts: { isOn: false, keys: { next: 'j' } },
      layout: { menu: 240, detail: null },
      rail: { order: ['events', 'history'], open: 'events', folded: true },
    };
    await agent.put(path, parts);
    expect((await agent.get(path)).body.result.content).toEqual({ ...usualPreferences, list, ...parts });
    await agent.put(path, { conditions: null });
    expect((await agent.get(path)).body.result.content).toMatchObject({ list, conditions: null });
  });

  it('is his own, in one service', async () => {
    await (await server.as('agent2')).put(path, { conditions: ['status'] });
    expect((await (await server.as('admin1')).get(path)).body.result.content).toEqual(usualPreferences);
    expect((await (await server.as('jpagent', 'demojp')).get(path)).body.result.content).toEqual(usualPreferences);
  });

  it('is told to his other pages when it changed, and to nobody else', async () => {
    const agent = await server.as('jpadmin', 'demojp');
    await agent.put(path, { conditions: ['status'] });
    await agent.put(path, { conditions: ['status'] });
    expect((await heard()).filter(([serviceId]) => serviceId === 'demojp')).toEqual([['demojp', 'jpadmin']]);
  });

  it('keeps both of two parts that are saved at the same time', async () => {
    const agent = await server.as('admin1');
    await Promise.all([agent.put(path, { conditions: ['status'] }), agent.put(path, { layout: { menu: 200 } })]);
    expect((await agent.get(path)).body.result.content).toMatchObject({
      conditions: ['status'],
      layout: { menu: 200 },
    });
  });
});

describe('saved views', () => {
  it('have one spelling of their search', async () => {
    const agent = await server.as('agent1');
    const answer = await agent.put(path, {
      views: [{ ...view, query: '?q=배송&sort=subject:asc&status=pending,processing' }],
    });
    const [saved] = answer.body.result.content.views;
    expect(saved).toMatchObject({ id: 'late', name: '늦은 배송' });
    expect(Object.fromEntries(new URLSearchParams(saved.query))).toEqual({
      view: 'all',
      q: '배송',
      status: 'pending,processing',
      sort: 'subject:asc',
    });
    const again = await agent.put(path, { views: answer.body.result.content.views });
    expect(again.body.result.content.views).toEqual([saved]);
  });

  it.each([
    ['views.1.query', [view, { ...view, id: 'b', query: 'view=nothing' }]],
    ['views.0.query', [{ ...view, query: 'colour=red' }]],
    ['views.0.query', [{ ...view, query: 'q=가' }]],
    ['views.0.query', [{ ...view, query: `q=${'가'.repeat(4000)}` }]],
    ['views.0.name', [{ ...view, name: '' }]],
    ['views.0.name', [{ ...view, name: '가'.repeat(61) }]],
    ['views.0.id', [{ ...view, id: 'a b' }]],
    ['views', [view, view]],
    ['views', Array.from({ length: 51 }, (_, place) => ({ ...view, id: `v${place}` }))],
    [
      'views.0.columns',
      [{ ...view, columns: Array.from({ length: 61 }, (_, place) => ({ id: `f.a${place}`, width: null })) }],
    ],
  ])('refuse what cannot be kept, by the name %s', async (field, views) => {
    const answer = await (await server.as('agent1')).put(path, { views });
    expect([answer.status, answer.body.result.contents[0].field]).toEqual([400, field]);
  });

  it.each([
    ['colour', { colour: 'red' }],
    ['conditions.0', { conditions: ['colour'] }],
    ['conditions', { conditions: ['f.neverThere'] }],
    ['columns', { list: { columns: [{ id: 'f.neverThere', width: null }], density: null, isCollapsed: false } }],
    ['list.columns.0.id', { list: { columns: [{ id: 'colour', width: null }], density: null, isCollapsed: false } }],
  ])('and so do the other parts: %s', async (field, change) => {
    const answer = await (await server.as('agent1')).put(path, change);
    expect([answer.status, answer.body.result.contents[0].field]).toEqual([400, field]);
  });

  it('need an idempotency key to be saved', async () => {
    const answer = await (await server.as('agent1')).put(path, { views: [] }, { key: null });
    expect([answer.status, answer.body.result.contents[0].field]).toEqual([400, 'Idempotency-Key']);
  });
});
