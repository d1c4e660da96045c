import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../server/support/server.js';
import { faults } from './faults.js';
import { broken, conform, handlerOf } from './own-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('a fault that is planted in our server', () => {
  it.each(faults)(
    'is found: $name',
    async ({ only, breaks, plant }) => {
      const handler = plant(handlerOf(server), server);
      const report = await conform(handler, server.clock, only, { keep: true });
      const names = report.rules.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id);
      expect([...names].sort(), broken(report).join('\n')).toEqual([...breaks].sort());
      expect(report.rules.find(({ id }) => id === breaks[0])).toMatchObject({ outcome: 'failed' });
    },
    300_000,
  );
});
