import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../server/support/server.js';
import { broken, conform, handlerOf } from './own-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

it('the reference server passes every rule', async () => {
  const report = await conform(handlerOf(server), server.clock);
  expect(broken(report)).toEqual([]);
  // Everything but what no call takes away.
  const stays = /: it (?:is|was) completed, |^customers whose|^files? that|^a file that/;
  expect(report.cleanup.left.filter((what) => !stays.test(what))).toEqual([]);
  expect(report.cleanup.removed.length).toBeGreaterThan(50);
  expect(server.errors).toEqual([]);
}, 300_000);
