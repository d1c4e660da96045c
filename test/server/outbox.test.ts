import { eq } from 'drizzle-orm';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mails, mailThreads, outbox, tickets } from '../../demo/server/db/schema.js';
import { MailFailure, type MailPort, type MailToSend } from '../../demo/server/ports/mail.js';
import { mailFolder } from '../../demo/server/ports/mail-node.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { queueMail } from '../../demo/server/services/mails.js';
import { Worker } from '../../demo/server/services/worker.js';
import { unknownOutcome } from '../../src/domain/outcomes.js';
import { startServer, type TestServer } from './support/server.js';

const ticketId = 'T1658199661153IXTfw';

/** Remembers what it was told to send; may fail first. */
class Recorder implements MailPort {
  readonly sent: MailToSend[] = [];
  readonly failures: Error[] = [];
  tries = 0;
  constructor(readonly repeatable: boolean) {}

  send(mail: MailToSend): Promise<string> {
    this.tries++;
    const failure = this.failures.shift();
    if (failure) return Promise.reject(failure);
    this.sent.push(mail);
    return Promise.resolve('250 OK');
  }
}

describe('outbox', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  beforeEach(() =>
    server.database.system(async (tx) => {
      for (const table of [mails, mailThreads, outbox, tickets]) await tx.delete(table);
      await tx.insert(tickets).values({
        serviceId: 'demo',
        ticketId,
        status: 'resolved',
        subject: 'Delivery',
        channel: 'mail',
        language: 'en',
        createdAt: server.clock.now,
        updatedAt: server.clock.now,
      });
      await tx.insert(mailThreads).values({ serviceId: 'demo', messageId: 'a@their.example', ticketId, at: 1 });
    }),
  );

  const queue = (to = 'customer@mail.example') =>
    server.database.transaction({ serviceId: 'demo' }, async (tx) => {
      const service = await findService(tx, 'demo');
      if (!service) throw new Error('no service');
      const context = { service: publicService(service), now: server.clock.now, client: 'test' };
      const mail = { ticketId, entryId: 1, to, subject: 'Re: 배송', html: '<p>답변</p>', text: '답변' };
      return queueMail(tx, context, mail);
    });

  const workerWith = (mail: MailPort) => new Worker({ database: server.database, mail, now: () => server.clock.now });
  const stored = async () => (await server.database.system((tx) => tx.select().from(mails)))[0];
  const pass = (seconds: number) => server.clock.advance(seconds * 1000);

  it('keeps a mail back while it can be undone, then sends it once', async () => {
    const port = new Recorder(false);
    const worker = workerWith(port);
    const { until } = await queue();
    await worker.drain();
    expect(port.sent).toEqual([]);
    server.clock.now = until ?? 0;
    await worker.drain();
    await worker.drain();
    expect(port.sent).toHaveLength(1);
    expect(await stored()).toMatchObject({ state: 'sent', answer: '250 OK', sentAt: server.clock.now, until: null });
  });

  it('answers the last mail of the thread under an id of its own', async () => {
    const port = new Recorder(false);
    await queue();
    pass(10);
    await workerWith(port).drain();
    const [mail] = port.sent;
    expect(mail?.headers['In-Reply-To']).toBe('<a@their.example>');
    expect(mail?.headers['References']).toBe('<a@their.example>');
    expect(mail?.headers['Message-ID']).toBe(`<${mail?.mailId}@demo.example>`);
    expect(mail?.html).toBe('<p>답변</p>');
    const known = await server.database.system((tx) => tx.select().from(mailThreads));
    expect(known.map((row) => row.messageId)).toContain(`${mail?.mailId}@demo.example`);
  });

  it('does not send what was withdrawn', async () => {
    const port = new Recorder(false);
    const { mailId } = await queue();
    await server.database.system((tx) => tx.update(mails).set({ state: 'withdrawn' }).where(eq(mails.mailId, mailId)));
    pass(10);
    await workerWith(port).drain();
    expect(port.tries).toBe(0);
    expect((await stored())?.state).toBe('withdrawn');
  });

  it('tries again later when nothing left the server', async () => {
    const port = new Recorder(false);
    port.failures.push(new MailFailure('later', '451 busy'));
    await queue();
    pass(10);
    const worker = workerWith(port);
    await worker.drain();
    expect((await stored())?.state).toBe('queued');
    pass(2);
    await worker.drain();
    expect(port.sent).toHaveLength(1);
    expect((await stored())?.state).toBe('sent');
  });

  it('is patient for days, then gives up', async () => {
    const port = new Recorder(false);
    const worker = workerWith(port);
    await queue();
    for (let hours = 0; hours < 66; hours += 6) {
      port.failures.push(new MailFailure('later', '451 busy'));
      pass(6 * 3_600);
      await worker.drain();
    }
    expect((await stored())?.state).toBe('queued');
    port.failures.push(new MailFailure('later', '451 busy'));
    pass(10 * 3_600);
    await worker.drain();
    expect(await stored()).toMatchObject({ state: 'failed', answer: '451 busy' });
  });

  it('tells that a mail was refused', async () => {
    const port = new Recorder(false);
    port.failures.push(new MailFailure('refused', '550 no such user'));
    await queue();
    pass(10);
    const worker = workerWith(port);
    await worker.drain();
    pass(3_600);
    await worker.drain();
    expect(port.tries).toBe(1);
    expect(await stored()).toMatchObject({ state: 'failed', answer: '550 no such user' });
  });

  it('does not repeat a mail that may have been sent', async () => {
    const port = new Recorder(false);
    port.failures.push(new Error('connection lost'));
    await queue();
    pass(10);
    const worker = workerWith(port);
    await worker.drain();
    pass(3_600);
    await worker.drain();
    expect(port.tries).toBe(1);
    expect(await stored()).toMatchObject({ state: 'failed', answer: unknownOutcome() });
  });

  /** A worker that dies after its mail left: nothing was written down. */
  function die(port: MailPort): Promise<void> {
    return new Promise((died) => {
      const dying = workerWith({
        repeatable: port.repeatable,
        send: async (mail) => {
          await port.send(mail);
          died();
          return new Promise<never>(() => undefined);
        },
      });
      void dying.drain();
    });
  }

  it('leaves a mail alone whose worker died in the middle, until its lease is over; then says it does not know', async () => {
    const port = new Recorder(false);
    await queue();
    pass(10);
    await die(port);
    await workerWith(port).drain();
    expect((await stored())?.state).toBe('queued');
    pass(61);
    await workerWith(port).drain();
    expect(port.tries).toBe(1);
    expect(await stored()).toMatchObject({ state: 'failed', answer: unknownOutcome() });
  });

  /** A port that gives its answer when told. */
  function slowPort() {
    let begun: () => void = () => undefined;
    let answer: (outcome: string | Error) => void = () => undefined;
    const hasBegun = new Promise<void>((done) => (begun = done));
    const sent: string[] = [];
    const send = (mail: MailToSend) => {
      sent.push(mail.to);
      begun();
      return new Promise<string>((done, fail) => {
        answer = (outcome) => (typeof outcome === 'string' ? done(outcome) : fail(outcome));
      });
    };
    return { port: { repeatable: false, send }, hasBegun, sent, answer: (outcome: string | Error) => answer(outcome) };
  }

  it.each([
    ['sent after all', '250 OK', { state: 'sent', answer: '250 OK' }],
    ['not known', new Error('connection lost'), { state: 'failed', answer: unknownOutcome() }],
    ['not sent', new MailFailure('later', '451 busy'), { state: 'failed', answer: unknownOutcome() }],
  ])('says of a mail that took longer than its lease what is known in the end: %s', async (_what, outcome, end) => {
    const slow = slowPort();
    await queue();
    pass(10);
    const drained = workerWith(slow.port).drain();
    await slow.hasBegun;
    pass(61);
    const other = new Recorder(false);
    await workerWith(other).drain();
    expect((await stored())?.state).toBe('failed');
    slow.answer(outcome);
    await drained;
    expect(other.tries).toBe(0);
    expect(await stored()).toMatchObject(end);
    const [entry] = await server.database.system((tx) => tx.select().from(outbox));
    expect(entry?.state).toBe('failed');
  });

  it('finishes the mail that is on its way when it is stopped, and leaves the others', async () => {
    const slow = slowPort();
    await queue('first@mail.example');
    pass(1);
    await queue('second@mail.example');
    pass(10);
    const worker = workerWith(slow.port);
    await worker.start();
    await slow.hasBegun;
    const stopped = worker.stop();
    slow.answer('250 OK');
    await stopped;
    expect(slow.sent).toEqual(['first@mail.example']);
    const states = await server.database.system((tx) => tx.select({ to: mails.to, state: mails.state }).from(mails));
    expect(states).toContainEqual({ to: 'first@mail.example', state: 'sent' });
    // Nobody has to wait for a lease of the one that was not begun.
    const port = new Recorder(false);
    await workerWith(port).drain();
    expect(port.sent.map((mail) => mail.to)).toEqual(['second@mail.example']);
  });

  it('forgets what left long ago, and no mail that still waits', async () => {
    await queue('first@mail.example');
    pass(10);
    await workerWith(new Recorder(false)).drain();
    pass(8 * 24 * 3_600);
    await queue('second@mail.example');
    const worker = workerWith(new Recorder(false));
    await worker.start();
    const states = () => server.database.system((tx) => tx.select({ state: outbox.state }).from(outbox));
    await expect.poll(states).toEqual([{ state: 'waiting' }]);
    await worker.stop();
  });

  it('writes one file for a mail whose worker died after writing it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-mail-'));
    try {
      const { mailId } = await queue();
      pass(10);
      await die(mailFolder(folder));
      pass(61);
      await workerWith(mailFolder(folder)).drain();
      expect(readdirSync(folder)).toEqual([`${mailId}.eml`]);
      const text = readFileSync(join(folder, `${mailId}.eml`), 'utf8');
      expect(text).toMatch(/^Message-ID: <[0-9a-f]{32}@demo\.example>\r$/m);
      expect(text).toMatch(/^In-Reply-To: <a@their\.example>\r$/m);
      expect((await stored())?.state).toBe('sent');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lets several workers share the work without doing any of it twice', async () => {
    const port = new Recorder(false);
    for (let index = 0; index < 25; index++) await queue(`c${index}@mail.example`);
    pass(10);
    await Promise.all([1, 2, 3].map(() => workerWith(port).drain()));
    expect(new Set(port.sent.map((mail) => mail.to)).size).toBe(25);
    expect(port.sent).toHaveLength(25);
  });

  it('cannot be given a second recipient or header by an address', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-mail-'));
    try {
      const { mailId } = await queue('a@mail.example\r\nBcc: victim@mail.example');
      pass(10);
      await workerWith(mailFolder(folder)).drain();
      expect(readFileSync(join(folder, `${mailId}.eml`), 'utf8')).not.toMatch(/^Bcc:/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
