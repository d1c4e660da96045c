import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../demo/server/db/database.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { logEnd } from '../../demo/server/services/event-log.js';
import { emit } from '../../demo/server/services/events.js';
import { ServiceFeed, type Subscriber } from '../../demo/server/services/service-feed.js';
import { startServer, type TestServer } from './support/server.js';

const ticketId = 'T1658199661153IXTfw';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A database whose reads are done, and are answered when the test lets them. */
class HeldDatabase {
  /** Reads that wait to be answered. */
  waiting = 0;
  #held: Promise<void> | undefined;

  hold(): () => void {
    let release: () => void = () => undefined;
    this.#held = new Promise((done) => {
      release = () => {
        this.#held = undefined;
        done();
      };
    });
    return release;
  }

  get database(): Database {
    const transaction: Database['transaction'] = async (scope, work) => {
      const answer = await server.database.transaction(scope, work);
      this.waiting++;
      await this.#held;
      this.waiting--;
      return answer;
    };
    return { ...server.database, transaction };
  }
}

class Heard implements Subscriber {
  readonly usercode = 'agent1';
  #text = '';

  get versions(): number[] {
    return [...this.#text.matchAll(/"version":(\d+)/g)].map(([, version]) => Number(version));
  }

  send(text: string): void {
    this.#text += text;
  }

  end(): void {
    this.#text += 'end';
  }
}

const changes = (version: number): Promise<void> =>
  server.database.transaction({ serviceId: 'demo' }, async (tx) => {
    const service = await findService(tx, 'demo');
    const context = { service: publicService(service!), now: server.clock.now, client: 'test' };
    await emit(tx, context, { topic: 'ticket', ticketId, version, changed: ['status'] });
  });
const place = () => server.database.transaction({ serviceId: 'demo' }, logEnd);

it('tells a stream that comes back while the others are read for all that it missed', async () => {
  const held = new HeldDatabase();
  const feed = new ServiceFeed(held.database, 'demo', 60_000);
  const [stayed, cameBack] = [new Heard(), new Heard()];
  const before = await place();
  await changes(1);
  feed.add(stayed, await place(), false);
  await changes(2);
  feed.wake();
  await expect.poll(() => stayed.versions).toContain(2);
  const release = held.hold();
  await changes(3);
  feed.wake();
  await expect.poll(() => held.waiting).toBeGreaterThan(0);
  feed.add(cameBack, before, false);
  release();
  await expect.poll(() => cameBack.versions).toEqual([1, 2, 3]);
  // Where others work on the same database, it begins a little earlier.
  await expect.poll(() => stayed.versions.slice(-2)).toEqual([2, 3]);
  feed.stop();
});
