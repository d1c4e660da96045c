import { PGlite } from '@electric-sql/pglite';
import { eq } from 'drizzle-orm';
import { getRequestListener } from '@hono/node-server';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openAsBlob, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dooray } from '../../demo/dooray/dooray.js';
import { seeded } from '../../demo/dooray/seed.js';
import { Random } from '../../demo/seed/random.js';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import { services, tickets } from '../../demo/server/db/schema.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { createTicket } from '../../demo/server/services/tickets/create.js';
import { startDemo, type DemoServer } from '../pages/support/demo-server.js';
import { testDooray } from '../support/dooray.js';
import { organisationDump } from './support/snapshot.js';

const count = 24;
const kills = 3;

/** One call of an agent's page, always with the same key. */
interface Call {
  readonly what: 'resolve' | 'transfer' | 'task' | 'comment';
  readonly ticketId: string;
  readonly customer: string;
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
      const email = `c${index}@mail.example`;
      const body = sanitiseBody({ text: '언제 오나요?' });
      const { ticketId } = await createTicket(tx, context, {
        channel: 'mail',
        subject: `문의 ${index}`,
        body,
        customer: { name: `고객 ${index}`, email },
      });
      const [row] = await tx
        .update(tickets)
        .set({ status: 'processing', assignee: 'agent1', assigneeName: '이준호', groupId: 1, groupName: '주문·배송' })
        .where(eq(tickets.ticketId, ticketId))
        .returning();
      made.push({
        what: (['resolve', 'task', 'transfer'] as const)[index % 3] ?? 'resolve',
        ticketId,
        customer: email,
        text: `답변 번호 ${index}.`,
        key: `key-${index}`,
        version: row?.version ?? 1,
      });
    }
    // Each task is commented on after it was asked for, whether it is there by then or not.
    return made.flatMap((call) =>
      call.what === 'task' ? [call, { ...call, what: 'comment' as const, key: `${call.key}-comment` }] : [call],
    );
  });
  await database.close();
  return calls;
}

/** What stands in the issue service because of other tickets: of which, and what it says. */
async function linkedIn(folder: string): Promise<string[]> {
  const database = await pgliteDatabase(await PGlite.create(join(folder, 'database')));
  const rows = await database.system((tx) =>
    tx
      .select({ from: tickets.originTicketId, subject: tickets.subject })
      .from(tickets)
      .where(eq(tickets.serviceId, 'demoissue')),
  );
  await database.close();
  return rows.map(({ from, subject }) => `${from} ${subject}`).sort();
}

async function page(server: DemoServer) {
  const answer = await fetch(`${server.origin}/demo/token?service=demo&agent=agent1`);
  const { token } = (await answer.json()) as { token: string };
  const base = `${server.origin}/demo/openapi/v1/console/tickets`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const targets = await fetch(base.replace(/tickets$/, 'transfer/targets.json'), { headers });
  const { result } = (await targets.json()) as {
    result: { content: { issue: { serviceId: string; submissionTypes: { id: number }[] }[] } };
  };
  const [target] = result.content.issue;
  const task = { organizationId: seeded.organizationId, projectId: seeded.projects.app, tagIds: [seeded.tags.bug] };
  const issue = { service: target?.serviceId, categoryId: target?.submissionTypes[0]?.id, fields: {}, attachments: [] };
  return {
    ask: async ({ what, ticketId, text, key, version }: Call): Promise<string> => {
      const content = `<p>${text}</p>`;
      const { path, body: told } = {
        resolve: { path: 'process', body: { action: 'resolve', html: content, expectedVersion: version } },
        transfer: { path: 'transfer/issue', body: { ...issue, subject: text, content } },
        task: { path: 'transfer/dooray', body: { ...task, subject: text, content } },
        comment: { path: 'dooray/comment', body: { html: content } },
      }[what];
      const body = JSON.stringify(told);
      const url = `${base}/${ticketId}/${path}.json`;
      const given = await fetch(url, { method: 'POST', headers: { ...headers, 'Idempotency-Key': key }, body });
      if (given.status !== 200) throw new Error(`${given.status} ${await given.text()}`);
      return given.text();
    },
    history: async (ticketId: string): Promise<string> =>
      (await fetch(`${base}/${ticketId}/history.json`, { headers })).text(),
  };
}

/** Calls in their order until all are answered or the server is gone. An answer that came before must come again. */
async function callAll(server: DemoServer, calls: Call[], answered: (number: number) => void): Promise<void> {
  const { ask } = await page(server);
  for (const [index, call] of calls.entries()) {
    const answer = await ask(call).catch((error: unknown) => {
      if (error instanceof TypeError) return undefined;
      throw error;
    });
    if (answer === undefined) return;
    call.answer ??= answer;
    expect(answer).toBe(call.answer);
    answered(index + 1);
  }
}

/** Dooray! as another machine: it stays where it is whatever becomes of the server. */
async function startDooray(): Promise<{ readonly dooray: Dooray; readonly base: string; close(): void }> {
  const there: { dooray?: Dooray } = {};
  const answer = (request: Request): Promise<Response> =>
    there.dooray?.fetch(request) ?? Promise.reject(new Error('It has not started.'));
  const listener = createServer((request, response) => void getRequestListener(answer)(request, response));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const base = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const dooray = (there.dooray = testDooray({ base }));
  return { dooray, base, close: () => void listener.close() };
}

/** Some minutes go by without a server: what never reached Dooray! cannot be on its way any more. */
async function waitLong(folder: string): Promise<void> {
  const database = await pgliteDatabase(await PGlite.create(join(folder, 'database')));
  await database.system(async (tx) => {
    for (const table of ['dooray_tasks', 'dooray_comments'])
      await tx.execute(`update ${table} set uncertain_since = uncertain_since - 600000`);
    await tx.execute(`update outbox set due_at = due_at - 600000 where kind in ('task', 'task_comment')`);
  });
  await database.close();
}

describe('a server that is killed again and again while agents answer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-kill-'));
  let calls: Call[] = [];
  let server: DemoServer | undefined;
  let there: Awaited<ReturnType<typeof startDooray>>;

  beforeAll(async () => {
    [calls, there] = await Promise.all([prepare(folder), startDooray()]);
  });
  afterAll(async () => {
    await server?.stop();
    there.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has each answer once, each mail once, each ticket of another service once, and each task with its comment once', async () => {
    const random = new Random(7);
    const { dooray } = there;
    // What was done there nobody hears of, now and then, beside what the kills cut off.
    for (const call of [/^POST .*\/posts$/, /^POST .*\/logs$/])
      dooray.faults.begin({ kind: 500, done: true, call, times: 2 });
    for (let round = 1; round <= kills; round++) {
      const running = await startDemo({ folder, dooray: there.base });
      const last = Math.floor((calls.length * round) / (kills + 1));
      const moment = random.whole(0, 40);
      let kill: () => void = () => undefined;
      const killed = new Promise<void>((done) => (kill = () => done(running.kill())));
      await callAll(running, calls, (number) => {
        if (number === last) setTimeout(kill, moment);
      });
      await killed;
      expect(running.process.signalCode).toBe('SIGKILL');
    }
    await waitLong(folder);
    server = await startDemo({ folder, dooray: there.base });
    await callAll(server, calls, () => undefined);
    const { history } = await page(server);
    const resolved = calls.filter(({ what }) => what === 'resolve');
    for (const { ticketId, text } of resolved) {
      expect((await history(ticketId)).split(`<p>${text}</p>`)).toHaveLength(2);
    }
    const mails = join(folder, 'mail');
    await expect.poll(() => readdirSync(mails).length, { timeout: 20_000 }).toBe(resolved.length);
    const to = readdirSync(mails).map((name) => /^To: (.*?)\r$/m.exec(readFileSync(join(mails, name), 'utf8'))?.[1]);
    expect(to.sort()).toEqual(resolved.map(({ customer }) => customer).sort());
    const asked = calls.filter(({ what }) => what === 'task').map(({ text }) => text);
    const tasks = () => [...dooray.state.tasks.values()].filter(({ subject }) => asked.includes(subject));
    const comments = () =>
      [...dooray.state.logs.values()].filter(
        ({ type, body }) => type === 'comment' && asked.some((text) => body.content.includes(text)),
      );
    await expect.poll(() => comments().length, { timeout: 60_000 }).toBe(asked.length);
    expect(
      tasks()
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual([...asked].sort());
    const pairs = comments().map(({ taskId, body }) =>
      body.content.includes(dooray.state.tasks.get(taskId)?.subject ?? '-'),
    );
    expect(pairs).toEqual(asked.map(() => true));
    await server.stop();
    const transferred = calls.filter(({ what }) => what === 'transfer');
    expect(await linkedIn(folder)).toEqual(transferred.map(({ ticketId, text }) => `${ticketId} ${text}`).sort());
  }, 180_000);
});
