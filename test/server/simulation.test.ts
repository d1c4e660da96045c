import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulate } from '../simulation/simulate.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ now: Date.now });
});
afterAll(() => server.close());

it('agents who work beside each other see the same, and what a recount says, however their lines break', async () => {
  const { app, database } = server;
  const report = await simulate({
    app,
    database,
    now: Date.now,
    seed: 7,
    agents: 2,
    until: { checks: 2 },
    steps: 6,
    pause: 0,
    // Few steps, so that more must go wrong in each.
    roughness: 5,
  });
  expect(report.failures).toEqual([]);
  expect(report.drifts).toEqual([]);
  expect(report.misses).toEqual([]);
  expect(Math.max(...report.streams), 'the pages of an agent share a stream').toBeLessThanOrEqual(2);
  expect(server.errors).toEqual([]);
}, 240_000);
