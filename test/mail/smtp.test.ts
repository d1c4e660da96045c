import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer } from '../../demo/server/ports/mail-node.js';
import { parseMail } from '../../demo/server/services/mail/parse-mail.js';
import { Worker } from '../../demo/server/services/worker.js';
import { signedPost } from '../server/support/caller.js';
import { beginnings, fileOf } from '../server/support/files.js';
import { startServer, type TestServer } from '../server/support/server.js';
import { Desk } from '../server/tickets/desk.js';
import { Post } from './post.js';

describe('answers by SMTP', () => {
  let server: TestServer;
  let desk: Desk;
  let post: Post | undefined;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());
  afterEach(async () => {
    await post?.close();
    post = undefined;
  });
  beforeEach(() => desk.advance(60_000));

  const taken = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;

  /** Answers a ticket, and lets a worker send what is due. */
  async function answer(ticketId: string, url: string, body: object = {}): Promise<void> {
    const given = { action: 'resolve', html: '<p>내일 도착합니다.</p>', ...body };
    expect((await desk.as('agent1').act(ticketId, 'process', given)).status).toBe(200);
    await send(url);
  }

  async function send(url: string): Promise<void> {
    desk.advance(10_000);
    await new Worker({ database: server.database, mail: mailServer(url), now: () => server.clock.now }).drain();
  }

  /** What the page is told about the mail of the last answer. */
  async function mailState(ticketId: string): Promise<unknown> {
    const { contents } = await desk.as('agent1').get(`tickets/${ticketId}/history.json`);
    return contents.findLast((entry) => entry['kind'] === 'reply' || entry['kind'] === 'hold')?.['mail'];
  }

  it('arrive with the sender of the service, its layout, the subject and the thread', async () => {
    post = await Post.open();
    const mail =
      'From: =?utf-8?B?7ZWc7KeA7Jqw?= <jiwoo@mail.example>\r\nMessage-ID: <first@mail.example>\r\nSubject: =?utf-8?B?67Cw7IahIOusuOydmA==?=\r\n\r\nHello';
    const came = await signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', mail, {
      contentType: 'message/rfc822',
    });
    const { ticketId } = came.body.result.content;
    await desk.as('agent1').act(ticketId, 'claim', { groupId: 1 });
    await answer(ticketId, post.url, { action: 'hold', html: '<p>잠시만 기다려 주세요.</p>' });
    await answer(ticketId, post.url);
    expect(post.received.map(({ from, to }) => [from, to])).toEqual([
      ['help@demo.example', ['jiwoo@mail.example']],
      ['help@demo.example', ['jiwoo@mail.example']],
    ]);
    const [hold, reply] = post.received.map(({ source }) => ({
      source,
      mail: parseMail(new TextEncoder().encode(source)),
    }));
    expect(hold?.mail.from).toEqual({ name: '하늘상점 고객센터', address: 'help@demo.example' });
    expect(hold?.mail.subject).toBe('Re: 배송 문의');
    expect(hold?.source).toMatch(/^Subject: [\x20-\x7e]+\r$/m);
    expect(hold?.mail.messageId).toMatch(/^[0-9a-f]{32}@demo\.example$/);
    expect(hold?.mail.answers).toEqual(['first@mail.example']);
    expect(hold?.mail.html).toContain('<p>잠시만 기다려 주세요.</p>');
    expect(hold?.mail.html).toMatch(/Thank you|안녕하세요/);
    expect(reply?.mail.html).toContain('<p>내일 도착합니다.</p>');
    expect(reply?.mail.text).toContain('내일 도착합니다.');
    expect(reply?.source.replace(/\r\n[ \t]+/g, ' ')).toContain(
      `References: <first@mail.example> <${hold?.mail.messageId}>\r\n`,
    );
    expect(reply?.source).toContain(`In-Reply-To: <${hold?.mail.messageId}>\r\n`);
    expect(await mailState(ticketId)).toMatchObject({ state: 'sent', answer: expect.stringContaining('250') });
  });

  const came = (mail: string) =>
    signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', mail.replaceAll('\n', '\r\n'), {
      contentType: 'message/rfc822',
    });

  it('carry files beside the text, and pictures inside it as parts that the markup names', async () => {
    post = await Post.open();
    const upload = async (name: string, inline: boolean): Promise<string> => {
      const agent = await server.as('agent1');
      const { body } = await agent.upload(`/attachments.json${inline ? '?inline=true' : ''}`, fileOf(name));
      return body.result.content.attachmentId;
    };
    const shown = await upload('지도.png', true);
    const beside = await upload('영수증.pdf', false);
    const ticketId = await desk.add({}, taken);
    const html = `<p style="color: #cc0000; font-weight: bold">여기입니다.</p><p><img src="cid:${shown}" alt="지도"></p>`;
    await answer(ticketId, post.url, { html, attachmentIds: [beside] });
    const [received] = post.received;
    const mail = parseMail(new TextEncoder().encode(received?.source));
    expect(mail.html).toContain(`<img src="cid:${shown}@demo.example" alt="지도"`);
    expect(mail.html).toContain('style="color: #cc0000; font-weight: bold"');
    expect(mail.text).toContain('여기입니다.');
    const files = mail.files.map(({ fileName, contentType, contentId, bytes }) => [
      fileName,
      contentType,
      contentId?.replace(/[<>]/g, '') ?? null,
      Buffer.from(bytes).equals(Buffer.from(fileName === '지도.png' ? beginnings.png : beginnings.pdf)),
    ]);
    expect(files).toEqual([
      ['지도.png', 'image/png', `${shown}@demo.example`, true],
      ['영수증.pdf', 'application/pdf', null, true],
    ]);
    expect(received?.source).toMatch(/multipart\/mixed[\s\S]*multipart\/related[\s\S]*Content-Disposition: inline/);
    const { contents } = await desk.as('agent1').get(`tickets/${ticketId}/history.json`);
    expect(contents.at(-1)?.['attachments']).toHaveLength(2);
  });

  it('come back: what the customer answers stands at the ticket, which is in work again and says so', async () => {
    post = await Post.open();
    const ticketId = await desk.add({}, taken);
    await answer(ticketId, post.url);
    expect((await desk.as('agent1').ticket(ticketId)).status).toBe('resolved');
    const messageId = parseMail(new TextEncoder().encode(post.received[0]?.source)).messageId;
    const again = await came(
      `From: elsewhere@mail.example\nSubject: Re: x\nMessage-ID: <again@mail.example>\nIn-Reply-To: <${messageId}>\n\nStill not here`,
    );
    expect(again.body.result.content).toMatchObject({ ticketId, kind: 'reinquiry' });
    const ticket = await desk.as('agent1').ticket(ticketId);
    expect(ticket).toMatchObject({ status: 'processing', unread: true, assignee: { usercode: 'agent1' } });
    const { contents: events } = await desk.as('agent1').get(`tickets/${ticketId}/events.json`);
    expect(events.at(-1)).toMatchObject({
      kind: 'customer_wrote',
      actor: null,
      data: { from: 'resolved', to: 'processing' },
    });
    const { contents: entries } = await desk.as('agent1').get(`tickets/${ticketId}/history.json`);
    expect(entries.at(-1)).toMatchObject({ kind: 'reinquiry', author: { role: 'customer' } });
  });

  it.each([
    ['an absence note', 'Auto-Submitted: auto-replied'],
    ['a report of a mail server', 'Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
  ])('are not work again when %s comes back, and nothing is sent to it', async (_what, header) => {
    post = await Post.open();
    const ticketId = await desk.add({}, taken);
    await answer(ticketId, post.url);
    const messageId = parseMail(new TextEncoder().encode(post.received[0]?.source)).messageId;
    const back = await came(
      `From: jiwoo@customer.example\nSubject: Away\nMessage-ID: <${Math.random()}@mail.example>\nIn-Reply-To: <${messageId}>\n${header}\n\n--x\nContent-Type: text/plain\n\nI am away\n--x--`,
    );
    expect(back.body.result.content.ticketId).toBe(ticketId);
    expect((await desk.as('agent1').ticket(ticketId)).status).toBe('resolved');
    desk.advance(3_600_000);
    await send(post.url);
    expect(post.received).toHaveLength(1);
  });

  it('tell what the mail server said when it refused the recipient', async () => {
    post = await Post.open({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user here'), { responseCode: 550 })),
    });
    const ticketId = await desk.add({}, taken);
    await answer(ticketId, post.url);
    await send(post.url);
    expect(await mailState(ticketId)).toMatchObject({ state: 'failed', answer: '550 no such user here' });
  });

  it('are tried again when the mail server is away or busy', async () => {
    const ticketId = await desk.add({}, taken);
    const gone = await Post.open();
    await gone.close();
    await answer(ticketId, gone.url);
    expect(await mailState(ticketId)).toMatchObject({ state: 'queued' });
    const busy = await Post.open({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('too busy'), { responseCode: 451 })),
    });
    await send(busy.url);
    await busy.close();
    expect(await mailState(ticketId)).toMatchObject({ state: 'queued' });
    post = await Post.open();
    await send(post.url);
    expect(post.received).toHaveLength(1);
    expect(await mailState(ticketId)).toMatchObject({ state: 'sent' });
  });

  it.each<[string, SMTPServerOptions, string]>([
    [
      'does not take the password',
      {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(Object.assign(new Error('wrong password'), { responseCode: 535 })),
      },
      'desk:old@',
    ],
    [
      'wants a password',
      { onMailFrom: (_address, _session, done) => done(Object.assign(new Error('sign in'), { responseCode: 530 })) },
      '',
    ],
    [
      'takes nobody in',
      { onConnect: (_session, done) => done(Object.assign(new Error('closed today'), { responseCode: 554 })) },
      '',
    ],
  ])('wait while the mail server %s, whatever number it gives', async (_why, options, user) => {
    const ticketId = await desk.add({}, taken);
    const refusing = await Post.open(options);
    await answer(ticketId, refusing.url.replace('//', `//${user}`));
    await refusing.close();
    expect(await mailState(ticketId)).toMatchObject({ state: 'queued' });
    post = await Post.open();
    await send(post.url);
    expect(post.received).toHaveLength(1);
    expect(await mailState(ticketId)).toMatchObject({ state: 'sent' });
  });

  it('are not sent again when the connection broke after the text was given', async () => {
    let given = 0;
    const sockets = new Set<{ destroy(): void }>();
    post = await Post.open({
      onData: (stream) => {
        stream.resume();
        stream.on('end', () => {
          given++;
          for (const connection of sockets) connection.destroy();
        });
      },
    });
    const relay = createServer((client) => {
      sockets.add(client);
      const target = new URL(post?.url ?? '');
      const upstream = connect(Number(target.port), '127.0.0.1');
      sockets.add(upstream);
      client
        .on('error', () => undefined)
        .pipe(upstream)
        .on('error', () => undefined)
        .pipe(client);
    });
    relay.listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const url = `smtp://127.0.0.1:${(relay.address() as AddressInfo).port}`;
    const ticketId = await desk.add({}, taken);
    await answer(ticketId, url);
    desk.advance(3_600_000);
    await send(url);
    relay.close();
    expect(given).toBe(1);
    expect(await mailState(ticketId)).toMatchObject({
      state: 'failed',
      answer: expect.stringMatching(/^outcome_unknown\b/),
    });
  });

  it('carry no header and reach nobody that a subject, a name or an address smuggles in', async () => {
    post = await Post.open();
    const evil = 'x\r\nBcc: victim@mail.example\r\n\r\nbody';
    const customer = { name: evil, email: 'a@mail.example' };
    const ticketId = await desk.add({ subject: evil, customer }, { ...taken, subject: evil, customerName: evil });
    await answer(ticketId, post.url);
    const [mail] = post.received;
    expect(mail?.to).toEqual(['a@mail.example']);
    expect(mail?.source).not.toMatch(/^Bcc:/im);
    expect(mail?.source.split('\r\n\r\n')[0]).toMatch(/^Message-ID:/m);
  });
});
