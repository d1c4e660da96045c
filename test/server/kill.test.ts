import { PGlite } from '@electric-sql/pglite';
import { eq } from 'drizzle-orm';
import { mkdirSync, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../demo/seed/random.js';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import { services, tickets } from '../../demo/server/db/schema.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { createTicket } from '../../demo/server/services/tickets/create.js';
import { startDemo, type DemoServer } from '../pages/support/demo-server.js';
import { organisationDump } from './support/snapshot.js';

const count = 24;
const kills = 3;

/** One call of an agent's page, always with the same key. */
interface Call {
  readonly ticketId: string;
  readonly text: string;
  readonly key: string;
  readonly version: number;
  answer?: string;
}

/** A data folder with tickets that wait for their answer, whose mails leave at once. */
async function prepare(folder: string): Promise<Call[]> {
  mkdirSync(folder, { recursive: true });
  const loadDataDir = await openAsBlob(await organisationDump());
  const database = await pgliteDatabase(await PGlite.create(join(folder, 'database'), { loadDataDir }));
  const calls = await database.system(async (tx) => {
    await tx.update(services).set({ undoSeconds: 0 });
    const service = await findService(tx, 'demo');
    if (!service) throw new Error('no service');
    const context = { service: publicService(service), now: Date.now(), client: 'test' };
    const made: Call[] = [];
    for (let index = 0; index < count; index++) {
      const customer = { name: `고객 ${index}`, email: `c${index}@mail.example` };
      const body = sanitiseBody({ text: '언제 오나요?' });
      const { ticketId } = await createTicket(tx, context, {
        channel: 'mail',
        subject: `문의 ${index}`,
        body,
        customer,
      });
      const [row] = await tx
        .update(tickets)
        .set({ status: 'processing', assignee: 'agent1', assigneeName: '이준호', groupId: 1, groupName: '주문·배송' })
        .where(eq(tickets.ticketId, ticketId))
        .returning();
      made.push({ ticketId, text: `답변 번호 ${index}.`, key: `key-${index}`, version: row?.version ?? 1 });
    }
    return made;
  });
  await database.close();
  return calls;
}

async function page(server: DemoServer) {
  const answer = await fetch(`${server.origin}/demo/token?service=demo&agent=agent1`);
  const { token } = (await answer.json()) as { token: string };
  const base = `${server.origin}/demo/openapi/v1/console/tickets`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return {
    resolve: async (call: Call): Promise<string> => {
      const body = JSON.stringify({ action: 'resolve', html: `<p>${call.text}</p>`, expectedVersion: call.version });
      const url = `${base}/${call.ticketId}/process.json`;
      const given = await fetch(url, { method: 'POST', headers: { ...headers, 'Idempotency-Key': call.key }, body });
      if (given.status !== 200) throw new Error(`${given.status} ${await given.text()}`);
      return given.text();
    },
    history: async (ticketId: string): Promise<string> =>
      (await fetch(`${base}/${ticketId}/history.json`, { headers })).text(),
  };
}

/** Calls in their order until all are answered or the server is gone. An answer that came before must come again. */
async function callAll(server: DemoServer, calls: Call[], answered: (number: number) => void): Promise<void> {
  const { resolve } = await page(server);
  for (const [index, call] of calls.entries()) {
    const answer = await resolve(call).catch((error: unknown) => {
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (answer === undefined) return;
    call.answer ??= answer;
    expect(answer).toBe(call.answer);
    answered(index + 1);
  }
}

describe('a server that is killed again and again while agents answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
  let calls: Call[] = [];
  let server: DemoServer | undefined;

  beforeAll(async () => {
    calls = await prepare(folder);
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has each answer once, and each mail once', async () => {
    const random = new Random(7);
    for (let round = 1; round <= kills; round++) {
      const running = await startDemo({ folder });
      const last = Math.floor((count * round) / (kills + 1));
      const moment = random.whole(0, 40);
      let kill: () => void = () => undefined;
      const killed = new Promise<void>((done) => (kill = () => done(running.kill())));
      await callAll(running, calls, (number) => {
        if (number === last) setTimeout(kill, moment);
      });
      await killed;
      expect(running.process.signalCode).toBe('SIGKILL');
    }
    server = await startDemo({ folder });
    await callAll(server, calls, () => undefined);
    const { history } = await page(server);
    for (const { ticketId, text } of calls) {
      expect((await history(ticketId)).split(`<p>${text}</p>`)).toHaveLength(2);
    }
    const mails = join(folder, 'mail');
    await expect.poll(() => readdirSync(mails).length, { timeout: 20_000 }).toBe(count);
    const to = readdirSync(mails).map((name) => /^To: (.*?)\r$/m.exec(readFileSync(join(mails, name), 'utf8'))?.[1]);
    expect(to.sort()).toEqual(calls.map((_, index) => `c${index}@mail.example`).sort());
  }, 180_000);
});
