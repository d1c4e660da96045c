import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { NoticeListener } from '../../demo/server/db/postgres-listener.js';

describe('a listener whose server is down', () => {
  it('goes on trying, with one connection at a time', async () => {
    let tries = 0;
    let open = 0;
    let mostOpen = 0;
    const server = createServer((socket) => {
      tries += 1;
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      socket.on('error', () => undefined);
      socket.on('close', () => (open -= 1));
      setTimeout(() => socket.destroy(), 100);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const listener = new NoticeListener(`postgres://desk@127.0.0.1:${port}/desk`);
    try {
      await expect(listener.listen('news', () => undefined)).rejects.toThrow();
      await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThan(4);
      expect(mostOpen).toBe(1);
    } finally {
      await listener.close();
      server.close();
    }
  });
});
