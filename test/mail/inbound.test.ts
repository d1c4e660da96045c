import { and, asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoKeys, organizationId } from '../../demo/seed/organisation.js';
import { createApp } from '../../demo/server/app.js';
import type { Database } from '../../demo/server/db/database.js';
import {
  attachments,
  customers,
  mails,
  mailThreads,
  messages,
  rawSources,
  services,
  ticketEvents,
  tickets,
} from '../../demo/server/db/schema.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { queueMail } from '../../demo/server/services/mails.js';
import { sign } from '../../src/server/signature.js';
import { Caller } from '../server/support/caller.js';
import { freshDatabase } from '../server/support/server.js';
import { base64, encoded, mailBytes, word } from './mail-bytes.js';

const serviceId = 'demo';
let database: Database;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await freshDatabase();
  app = createApp({
    database,
    now: Date.now,
    allowedOrigins: [],
    clientAddress: () => '127.0.0.1',
    checkAnswers: true,
  });
});

afterAll(async () => {
  await app.close();
  await database.close();
});

interface Answer {
  ticketId: string;
  kind: string;
  notes: string[];
}

async function send(bytes: Uint8Array, key: string = demoKeys.demo): Promise<Response> {
  const path = `/${serviceId}/openapi/v1/inbound/mail`;
  const timestamp = String(Date.now());
  const query = new URLSearchParams();
  const authorization = await sign(key, { organizationId, path, query, timestamp, body: bytes, multipart: false });
  const headers = { Authorization: authorization, 'X-TC-Timestamp': timestamp, 'Content-Type': 'message/rfc822' };
  return app.fetch(new Request(`http://server${path}`, { method: 'POST', body: new Uint8Array(bytes), headers }));
}

async function deliver(...lines: (string | Uint8Array)[]): Promise<Answer> {
  const response = await send(mailBytes(...lines));
  expect(response.status).toBe(201);
  const envelope = (await response.json()) as { result: { content: Answer } };
  return envelope.result.content;
}

async function stored(ticketId: string) {
  return database.system(async (tx) => {
    const [ticket] = await tx.select().from(tickets).where(eq(tickets.ticketId, ticketId));
    const entries = await tx.select().from(messages).where(eq(messages.ticketId, ticketId)).orderBy(asc(messages.id));
    const files = await tx.select().from(attachments).where(eq(attachments.ticketId, ticketId));
    const sources = await tx.select().from(rawSources).where(eq(rawSources.ticketId, ticketId));
    const log = await tx.select().from(ticketEvents).where(eq(ticketEvents.ticketId, ticketId));
    const [customer] = await tx
      .select()
      .from(customers)
      .where(eq(customers.customerId, ticket?.customerId ?? -1));
    return { ticket, entries, files, sources, log, customer };
  });
}

const page = async (): Promise<Caller> =>
  new Caller(app, serviceId, (await app.tokens.mint(serviceId, 'agent1', Date.now())).token);

async function setStatus(ticketId: string, status: 'processing' | 'resolved' | 'completed'): Promise<void> {
  await database.system((tx) =>
    tx.update(tickets).set({ status, assignee: 'agent1', assigneeName: 'A' }).where(eq(tickets.ticketId, ticketId)),
  );
}

let count = 0;
const messageId = (): string => `m${++count}@a.example`;

const mail = (id: string, ...rest: string[]) => [
  `From: ${word('김영희', 'euc-kr')} <Young@A.example>`,
  `Subject: ${word('배송 문의', 'euc-kr')}`,
  `Message-ID: <${id}>`,
  ...rest,
];

describe('a mail that comes in', () => {
  it('becomes a ticket with its customer, its words and its source', async () => {
    const lines = [
      ...mail(messageId(), 'Content-Type: text/plain; charset=euc-kr', ''),
      encoded('언제 오나요?', 'euc-kr'),
    ];
    const { ticketId, kind, notes } = await deliver(...lines);
    expect({ kind, notes }).toEqual({ kind: 'inquiry', notes: [] });
    const { ticket, entries, sources, customer } = await stored(ticketId);
    expect(ticket).toMatchObject({
      status: 'unassigned',
      channel: 'mail',
      subject: '배송 문의',
      language: 'ko',
      serviceId,
    });
    expect(customer).toMatchObject({ name: '김영희', email: 'young@a.example' });
    expect(entries).toMatchObject([
      { kind: 'inquiry', authorRole: 'customer', authorName: '김영희', text: '언제 오나요?' },
    ]);
    expect(sources.map(({ content }) => Buffer.from(content))).toEqual([Buffer.from(mailBytes(...lines))]);
  });

  it('keeps its files; those in the text are inline and shown there', async () => {
    const { ticketId } = await deliver(
      ...mail(messageId(), 'Content-Type: multipart/related; boundary=b', '', '--b', 'Content-Type: text/html', ''),
      '<p>see <img src="cid:i@x" alt="photo"></p>',
      ...[
        '--b',
        'Content-Type: image/png; name="../a.png"',
        'Content-ID: <i@x>',
        'Content-Transfer-Encoding: base64',
        '',
      ],
      base64('png'),
      ...[
        '--b',
        'Content-Type: application/pdf',
        'Content-Disposition: attachment; filename=b.pdf',
        '',
        'pdf',
        '--b--',
      ],
    );
    const { entries, files } = await stored(ticketId);
    const inline = files.find((file) => file.inline);
    expect(entries[0]?.html).toBe(`<p>see <img src="cid:${inline?.attachmentId}" alt="photo"></p>`);
    expect(inline).toMatchObject({ fileName: '_a.png', contentType: 'image/png', size: 3, entryId: entries[0]?.id });
    expect(files.find((file) => !file.inline)).toMatchObject({ fileName: 'b.pdf', contentType: 'application/pdf' });
  });

  it('is written for the language of its letters', async () => {
    const language = async (text: string) =>
      (await stored((await deliver(...mail(messageId()), '', text)).ticketId)).ticket?.language;
    expect(await language('한국어와 English words')).toBe('ko');
    expect(await language('お世話になっております。English')).toBe('ja');
    expect(await language('1234')).toBe('ko');
  });

  it('needs neither sender nor subject nor sense', async () => {
    const { ticketId } = await deliver('', 'First words of it', 'and more');
    const { ticket, entries, customer } = await stored(ticketId);
    expect(ticket?.subject).toBe('First words of it');
    expect(customer).toBeUndefined();
    expect(entries).toMatchObject([{ authorRole: 'system' }]);
    const noise = await send(Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256));
    expect(noise.status).toBe(201);
    expect((await send(new Uint8Array([0]))).status).toBe(201);
  });

  it('is answered where the sender wants it, and still the sender’s', async () => {
    const { ticketId } = await deliver(
      'From: Form <noreply@shop.example>',
      'Reply-To: Kim <kim@b.example>',
      `Message-ID: <${messageId()}>`,
      '',
      'x',
    );
    expect((await stored(ticketId)).customer).toMatchObject({ email: 'noreply@shop.example', name: 'Form' });
    const agent = await page();
    const path = `/tickets/${ticketId}`;
    const shown = await agent.get(`${path}.json`);
    expect(shown.body.result.content.customer).toMatchObject({ email: 'kim@b.example', name: 'Form' });
    await setStatus(ticketId, 'processing');
    const answer = { action: 'resolve', html: '<p>done</p>', expectedVersion: 1, handlingTypeId: 102 };
    const { body } = await agent.post(`${path}/process.json`, answer);
    expect(body.result.content.entry.mail).toMatchObject({ to: 'kim@b.example' });
    const back = await deliver('From: kim@b.example', `Subject: Re: ${ticketId}`, '', 'thanks');
    expect(back).toMatchObject({ ticketId, kind: 'reinquiry' });
  });

  it('is marked, not lost, when a machine wrote it', async () => {
    const { ticketId } = await deliver(...mail(messageId(), 'Auto-Submitted: auto-replied'), '', 'I am away');
    expect((await stored(ticketId)).log.map(({ kind }) => kind)).toContain('automatic_mail');
  });

  it.each(['Message-ID: <a\0b@x>', 'Message-ID: a\0b', 'In-Reply-To: <a\0b@x>', 'References: <c@x> <a\0b@x>'])(
    'is taken in, and known again, with a character that no database keeps: %j',
    async (line) => {
      const lines = ['From: a@b.example', `Subject: ${line.slice(0, 6)}`, line, '', 'x'];
      const { ticketId } = await deliver(...lines);
      expect(await deliver(...lines)).toMatchObject({ ticketId, kind: 'duplicate' });
    },
  );

  it('cannot put markup into any field', async () => {
    const { ticketId } = await deliver(
      'From: "<img src=x onerror=1>" <a@b.example>',
      'Subject: <script>1</script>',
      'Content-Type: text/html; name="<b>.html"',
      '',
      '<p onclick="1">a<script>2</script></p>',
    );
    const { ticket, entries } = await stored(ticketId);
    expect(ticket?.subject).toBe('<script>1</script>');
    expect(entries[0]?.html).toBe('<p>a</p>\n');
  });

  it('is refused without the service key', async () => {
    const response = await send(mailBytes(...mail(messageId()), '', 'x'), 'f'.repeat(32));
    expect(response.status).toBe(400);
  });
});

describe('a mail on its way in', () => {
  const open = { transactions: 0 };
  const watched = (): Database => ({
    ...database,
    async transaction(scope, work) {
      open.transactions++;
      return database.transaction(scope, work).finally(() => open.transactions--);
    },
  });
  const appWith = (clientAddress = '127.0.0.1') =>
    createApp({ database: watched(), now: Date.now, allowedOrigins: [], clientAddress: () => clientAddress });

  /** A request whose body tells how often it was asked for more, and how many transactions were open then. */
  async function request(change: { path?: string; timestamp?: number; signature?: string } = {}) {
    const bytes = mailBytes(...mail(messageId()), '', 'on its way');
    const path = change.path ?? `/${serviceId}/openapi/v1/inbound/mail`;
    const timestamp = String(change.timestamp ?? Date.now());
    const parts = { organizationId, path, query: new URLSearchParams(), timestamp, body: bytes, multipart: false };
    const signature = change.signature ?? (await sign(demoKeys.demo, parts));
    const asked: number[] = [];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          asked.push(open.transactions);
          controller.enqueue(new Uint8Array(bytes));
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { Authorization: signature, 'X-TC-Timestamp': timestamp, 'Content-Type': 'message/rfc822' };
    const init = { method: 'POST', body, headers, duplex: 'half' };
    return { asked, request: new Request(`http://server${path}`, init) };
  }

  it.each([
    ['of an unknown service', { path: '/nowhere/openapi/v1/inbound/mail' }, 404],
    ['that is too old', { timestamp: 1 }, 400],
    ['whose signature is none', { signature: 'x' }, 400],
  ])('is not read before it is refused: one %s', async (_, change, status) => {
    const receiver = appWith();
    const { asked, request: refused } = await request(change);
    expect((await receiver.fetch(refused)).status).toBe(status);
    expect(asked).toEqual([]);
    await receiver.close();
  });

  it('is not read from an address that is not on the list', async () => {
    const allow = (allowList: readonly string[]) =>
      database.system((tx) => tx.update(services).set({ allowList }).where(eq(services.serviceId, serviceId)));
    await allow(['198.51.100.0/24']);
    const receiver = appWith('203.0.113.9');
    const { asked, request: refused } = await request();
    expect((await receiver.fetch(refused)).status).toBe(403);
    expect(asked).toEqual([]);
    await allow([]);
    await receiver.close();
  });

  it('holds no connection while it is received, verified and digested', async () => {
    const during: number[] = [];
    const { subtle } = crypto;
    const watch = (name: 'verify' | 'digest') => {
      const method = subtle[name].bind(subtle) as (...args: unknown[]) => Promise<never>;
      return vi.spyOn(subtle, name).mockImplementation((...args: unknown[]) => {
        during.push(open.transactions);
        return method(...args);
      });
    };
    const watches = [watch('verify'), watch('digest')];
    const receiver = appWith();
    const { asked, request: taken } = await request();
    expect((await receiver.fetch(taken)).status).toBe(201);
    for (const one of watches) one.mockRestore();
    expect(asked).toEqual([0]);
    expect(during).toEqual([0, 0, 0]);
    await receiver.close();
  });
});

describe('a mail that came before', () => {
  it('gives the first ticket again, by its bytes', async () => {
    const lines = ['From: a@b.example', 'Subject: twice', '', 'x'];
    const first = await deliver(...lines);
    expect(await deliver(...lines)).toMatchObject({ ticketId: first.ticketId, kind: 'duplicate' });
    expect((await stored(first.ticketId)).entries).toHaveLength(1);
  });

  it('gives the first ticket again, by its Message-ID', async () => {
    const id = messageId();
    const first = await deliver('Received: one', ...mail(id), '', 'same words');
    const again = await deliver('Received: two', ...mail(id), '', 'same words');
    expect(again).toMatchObject({ ticketId: first.ticketId, kind: 'duplicate' });
  });

  it('is known again without reading what is stored, however many came since', async () => {
    const id = messageId();
    const first = await deliver('Received: one', ...mail(id), '', 'known again');
    for (let at = 0; at < 21; at++) await deliver(...mail(messageId(), `In-Reply-To: <${id}>`), '', `more ${at}`);
    await database.system((tx) =>
      tx
        .update(rawSources)
        .set({ content: new Uint8Array([0]) })
        .where(eq(rawSources.ticketId, first.ticketId)),
    );
    const again = await deliver('Received: two', ...mail(id), '', 'known again');
    expect(again).toMatchObject({ ticketId: first.ticketId, kind: 'duplicate' });
  });

  it('is no duplicate when only the Message-ID is the same', async () => {
    const id = messageId();
    await deliver(...mail(id), '', 'one thing');
    expect((await deliver(...mail(id), '', 'another thing')).kind).toBe('inquiry');
    const file = mail(id, 'Content-Type: application/pdf; name=a.pdf');
    expect((await deliver(...file, '', 'one')).kind).toBe('inquiry');
    expect((await deliver(...file, '', 'other')).kind).toBe('inquiry');
  });

  it('is taken once when it comes twice at the same time', async () => {
    const id = messageId();
    const answers = await Promise.all([deliver(...mail(id), '', 'race'), deliver(...mail(id), '', 'race')]);
    expect(new Set(answers.map(({ ticketId }) => ticketId)).size).toBe(1);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['duplicate', 'inquiry']);
  });
});

describe('a mail that answers', () => {
  const reply = (...rest: string[]) => mail(messageId(), ...rest);

  it('goes to the ticket of a mail that it names', async () => {
    const id = messageId();
    const first = await deliver(...mail(id), '', 'x');
    const second = await deliver(...reply(`In-Reply-To: <${id}>`), '', 'y');
    expect(second).toMatchObject({ ticketId: first.ticketId, kind: 'reinquiry' });
    expect((await stored(first.ticketId)).entries.map(({ kind }) => kind)).toEqual(['inquiry', 'reinquiry']);
  });

  it('goes to the ticket of an answer that we sent', async () => {
    const { ticketId } = await deliver(...mail(messageId()), '', 'x');
    const thread = { serviceId, messageId: 'ours@desk.example', ticketId, at: Date.now() };
    await database.system((tx) => tx.insert(mailThreads).values(thread));
    await setStatus(ticketId, 'resolved');
    expect(await deliver(...reply('References: <unknown@x> <ours@desk.example>'), '', 'still broken')).toMatchObject({
      ticketId,
    });
    expect((await stored(ticketId)).ticket?.status).toBe('processing');
  });

  it('changes nothing when a machine wrote it, but stands in the history', async () => {
    for (const status of ['resolved', 'completed'] as const) {
      const id = messageId();
      const { ticketId } = await deliver(...mail(id), '', 'x');
      await setStatus(ticketId, status);
      const away = await deliver(...reply(`In-Reply-To: <${id}>`, 'Auto-Submitted: auto-replied'), '', 'I am away');
      expect(away).toMatchObject({ ticketId, kind: 'reinquiry' });
      const { ticket, entries, log } = await stored(ticketId);
      expect(ticket).toMatchObject({ status, touched: { customer: 1 } });
      expect(entries.at(-1)?.text).toBe('I am away');
      expect(log.map(({ kind }) => kind)).toContain('automatic_mail');
    }
  });

  it('takes a resolved ticket back to work when a person wrote through a list', async () => {
    const id = messageId();
    const { ticketId } = await deliver(...mail(id), '', 'x');
    await setStatus(ticketId, 'resolved');
    await deliver(...reply(`In-Reply-To: <${id}>`, 'List-Id: <team.a.example>', 'Precedence: list'), '', 'not yet');
    expect((await stored(ticketId)).ticket?.status).toBe('processing');
  });

  it('stands where it came in, whatever the clock of its sender says', async () => {
    const id = messageId();
    const { ticketId } = await deliver(...mail(id), '', 'first');
    await deliver(...reply(`In-Reply-To: <${id}>`, 'Date: Thu, 01 Jan 2015 00:00:00 +0000'), '', 'second');
    await deliver(...reply(`In-Reply-To: <${id}>`, 'Date: Fri, 01 Jan 2100 00:00:00 +0000'), '', 'third');
    await deliver(...reply(`In-Reply-To: <${id}>`), '', 'fourth');
    const { body } = await (await page()).get(`/tickets/${ticketId}/history.json`);
    const entries = body.result.contents as { text: string; at: number }[];
    expect(entries.map(({ text }) => text)).toEqual(['first', 'second', 'third', 'fourth']);
    const times = entries.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('makes a new ticket that follows a completed one', async () => {
    const id = messageId();
    const first = await deliver(...mail(id), '', 'x');
    await setStatus(first.ticketId, 'completed');
    const second = await deliver(...reply(`In-Reply-To: <${id}>`), '', 'y');
    expect(second.kind).toBe('inquiry');
    expect((await stored(second.ticketId)).ticket?.linkedTicketId).toBe(first.ticketId);
  });

  it('goes by the number in subject or address, but only for the customer of that ticket', async () => {
    const { ticketId } = await deliver(...mail(messageId()), '', 'x');
    const from = (address: string, ...rest: string[]) => [`From: ${address}`, `Message-ID: <${messageId()}>`, ...rest];
    const own = await deliver(...from('young@a.example', `Subject: Re: [${ticketId}] hello`), '', 'y');
    expect(own).toMatchObject({ ticketId, kind: 'reinquiry' });
    const plus = await deliver(...from('young@a.example', `To: desk+${ticketId.toLowerCase()}@desk.example`), '', 'z');
    expect(plus).toMatchObject({ ticketId, kind: 'reinquiry' });
    const stranger = await deliver(...from('other@a.example', `Subject: Re: [${ticketId}] hello`), '', 'y');
    expect(stranger.kind).toBe('inquiry');
    const pretender = ['From: other@a.example', 'Reply-To: young@a.example', `Subject: Re: [${ticketId}] hello`];
    expect((await deliver(...pretender, '', 'y')).kind).toBe('inquiry');
    expect((await stored(ticketId)).entries).toHaveLength(3);
  });

  it('is kept apart, and linked, when somebody else answers the customer’s mail', async () => {
    const id = messageId();
    const { ticketId } = await deliver(...mail(id), '', 'x');
    await setStatus(ticketId, 'resolved');
    const other = await deliver('From: other@a.example', `References: <${id}>`, '', 'my own question');
    expect(other.kind).toBe('inquiry');
    expect((await stored(other.ticketId)).ticket?.linkedTicketId).toBe(ticketId);
    const { ticket, entries, log } = await stored(ticketId);
    expect([ticket?.status, entries.length]).toEqual(['resolved', 1]);
    expect(log).toContainEqual(expect.objectContaining({ kind: 'followed', data: { ticketId: other.ticketId } }));
  });

  it('goes to the ticket of our answer also from the address that it was passed on to', async () => {
    const { ticketId } = await deliver(...mail(messageId()), '', 'x');
    await database.transaction({ serviceId }, async (tx) => {
      const service = await findService(tx, serviceId);
      if (!service) throw new Error('no service');
      const context = { service: publicService(service), now: Date.now(), client: 'test' };
      const to = 'young@a.example';
      await queueMail(tx, context, { ticketId, entryId: 1, to, subject: 's', html: '<p>a</p>', text: 'a' });
    });
    const [ours] = await database.system((tx) => tx.select().from(mails).where(eq(mails.ticketId, ticketId)));
    const colleague = ['From: colleague@a.example', `In-Reply-To: ${ours?.headers['Message-ID']}`];
    expect(await deliver(...colleague, '', 'for her')).toMatchObject({ ticketId, kind: 'reinquiry' });
  });

  it('never reaches a ticket of another service', async () => {
    const { ticketId } = await deliver(...mail(messageId()), '', 'x');
    const thread = { serviceId: 'demojp', messageId: 'foreign@x', ticketId, at: 1 };
    await database.system((tx) => tx.insert(mailThreads).values(thread));
    expect((await deliver(...reply('In-Reply-To: <foreign@x>'), '', 'y')).kind).toBe('inquiry');
    const found = await database.system((tx) =>
      tx
        .select()
        .from(mailThreads)
        .where(and(eq(mailThreads.serviceId, 'demojp'), eq(mailThreads.messageId, 'foreign@x'))),
    );
    expect(found).toHaveLength(1);
  });
});
