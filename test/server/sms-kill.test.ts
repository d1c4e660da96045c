import { PGlite } from '@electric-sql/pglite';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pgliteDatabase } from '../../demo/server/db/pglite.js';
import { tickets } from '../../demo/server/db/schema.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { createTicket } from '../../demo/server/services/tickets/create.js';
import type { SmsMessage, SmsThread } from '../../src/domain/sms.js';
import { at } from '../../tools/project.js';
import { bundled } from '../pages/support/bundle.js';
import { organisationDump } from './support/snapshot.js';

const texts = ['하나', '둘', '셋', '넷', '다섯'];

/** A data folder with two tickets whose customers have numbers. */
async function prepare(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const loadDataDir = await openAsBlob(await organisationDump());
  const database = await pgliteDatabase(await PGlite.create(join(folder, 'database'), { loadDataDir }));
  const ticketIds = await database.system(async (tx) => {
    const service = await findService(tx, 'demo');
    if (!service) throw new Error('no service');
    const context = { service: publicService(service), now: Date.now(), client: 'test' };
    const made: string[] = [];
    for (const name of ['한지우', '윤서아']) {
      const { ticketId } = await createTicket(tx, context, {
        channel: 'phone',
        subject: '배송 문의',
        body: sanitiseBody({ text: '언제 오나요?' }),
        customer: { name, phone: '010-2345-6789' },
      });
      made.push(ticketId);
    }
    await tx.update(tickets).set({ status: 'processing', assignee: 'agent1', assigneeName: '이준호' });
    return made;
  });
  await database.close();
  return ticketIds;
}

/** A carrier on another machine: it lives on whatever becomes of the server. */
class Carrier {
  /** What it passed on to customers, in order. */
  readonly passedOn: string[] = [];
  /** What it was given, whatever it did with that. */
  readonly given: string[] = [];
  /** What it does with the message that it is given as which, before it takes it and before it answers. */
  before: (index: number) => Promise<unknown> = () => Promise.resolve();
  after: (index: number) => Promise<unknown> = () => Promise.resolve();
  answered: (index: number) => void = () => undefined;
  readonly #server = createServer((request, response) => void this.#take(request, response));

  constructor(private readonly repeatable: boolean) {}

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let said = '';
    for await (const part of request) said += String(part);
    const { smsId, text } = JSON.parse(said) as { smsId: string; text: string };
    const index = this.given.push(smsId) - 1;
    await this.before(index);
    const isKnown = this.repeatable && this.given.indexOf(smsId) < index && this.passedOn.includes(text);
    if (!isKnown) this.passedOn.push(text);
    await this.after(index);
    response.end(() => this.answered(index));
  }
}

interface Running {
  readonly process: ChildProcess;
  thread(): Promise<readonly SmsMessage[]>;
  send(text: string): Promise<void>;
}

async function start(folder: string, carrier: string, repeatable: boolean, ticketId: string): Promise<Running> {
  const module = await bundled('test/server/support/sms-server.ts', '.cache/sms-server');
  const args = [module, folder, carrier, repeatable ? 'repeatable' : 'once'];
  const child = spawn(process.execPath, args, { cwd: at('.'), stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${code}`))),
  ])) as [string];
  const { port, token } = JSON.parse(line) as { port: number; token: string };
  const url = `http://127.0.0.1:${port}/demo/openapi/v1/console/tickets/${ticketId}/sms.json`;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return {
    process: child,
    thread: async () => {
      const { result } = (await (await fetch(url, { headers })).json()) as { result: { content: SmsThread } };
      return result.content.messages;
    },
    send: async (text) => {
      const own = { ...headers, 'Idempotency-Key': `${ticketId}-${texts.indexOf(text)}` };
      const { status } = await fetch(url, { method: 'POST', headers: own, body: JSON.stringify({ text }) });
      expect(status).toBe(201);
    },
  };
}

const never = new Promise<never>(() => undefined);

describe('a server that is killed while it gives text messages to the carrier', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-sms-kill-'));
  let ticketIds: readonly string[] = [];
  let carrier: Carrier | undefined;
  let server: Running | undefined;

  beforeAll(async () => {
    ticketIds = await prepare(folder);
  });
  afterEach(async () => {
    carrier?.close();
    await kill(server);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const kill = async (running: Running | undefined): Promise<void> => {
    if (!running || running.process.signalCode !== null || running.process.exitCode !== null) return;
    const gone = once(running.process, 'exit');
    running.process.kill('SIGKILL');
    await gone;
  };

  /**
   * Three messages are on their way when it dies: one that the carrier has not taken, one that it took without having said
   * so, one of which it has just said so. Two wait behind them.
   */
  const dieAmongThem = async (ticketId: string, there: Carrier, base: string, repeatable: boolean): Promise<void> => {
    const running = (server = await start(folder, base, repeatable, ticketId));
    let allSent: () => void = () => undefined;
    const sent = new Promise<void>((done) => (allSent = done));
    let [takenUnsaid, said]: (() => void)[] = [];
    const deaths = Promise.all([
      new Promise<void>((done) => (takenUnsaid = done)),
      new Promise<void>((done) => (said = done)),
    ]);
    there.before = (index) => (index === 0 ? never : Promise.resolve());
    there.after = async (index) => {
      if (index === 1) takenUnsaid?.();
      await (index === 2 ? sent : never);
    };
    there.answered = () => {
      running.process.kill('SIGKILL');
      said?.();
    };
    const gone = once(running.process, 'exit');
    for (const text of texts) await running.send(text);
    allSent();
    await Promise.all([deaths, gone]);
    expect(running.process.signalCode).toBe('SIGKILL');
    there.before = there.after = () => Promise.resolve();
    there.answered = () => undefined;
  };

  it.each([
    ['knows again what it was given: each arrives once', true, 0],
    ['does not: none arrives twice, and of which nobody knows is said', false, 1],
  ])(
    'and the carrier %s',
    async (_, repeatable, index) => {
      const ticketId = ticketIds[index] ?? '';
      const there = (carrier = new Carrier(repeatable));
      const base = await there.open();
      await dieAmongThem(ticketId, there, base, repeatable);
      const inFlight = there.given.slice(0, 3);
      const before = [...there.passedOn];
      expect(before.length, 'taken before it died').toBeGreaterThanOrEqual(2);
      const again = (server = await start(folder, base, repeatable, ticketId));
      const isOver = async () => (await again.thread()).every(({ state }) => state === 'sent' || state === 'failed');
      await expect.poll(isOver).toBe(true);
      const thread = await again.thread();
      expect(thread.map(({ text }) => text)).toEqual(texts);
      const uncertain = thread.filter(({ state }) => state === 'failed');
      const arrived = [...there.passedOn].sort();
      if (repeatable) {
        expect(uncertain).toEqual([]);
        expect(arrived).toEqual([...texts].sort());
        return;
      }
      expect(new Set(arrived).size, 'each at most once').toBe(arrived.length);
      expect(there.given.length, 'none is given twice').toBe(new Set(there.given).size);
      // The carrier has said that it took the third; whether the server could still write that down is chance.
      expect(uncertain.map(({ smsId }) => smsId)).toEqual(expect.arrayContaining(inFlight.slice(0, 2)));
      expect(inFlight).toEqual(expect.arrayContaining(uncertain.map(({ smsId }) => smsId)));
      for (const { problem, actions } of uncertain) expect([problem, actions]).toEqual(['unknown', ['retry']]);
      const known = thread.filter(({ state }) => state === 'sent').map(({ text }) => text);
      expect(arrived).toEqual(expect.arrayContaining(known));
    },
    180_000,
  );
});
