import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mails } from '../../../demo/server/db/schema.js';
import { MailFailure, type MailPort, type MailToSend } from '../../../demo/server/ports/mail.js';
import { Worker } from '../../../demo/server/services/worker.js';
import { fileOf } from '../support/files.js';
import { startServer, type TestServer } from '../support/server.js';
import { EventReader } from '../support/stream.js';
import { Desk, type Answer } from './desk.js';

/** A mail server that does what it is told. */
class Post implements MailPort {
  readonly repeatable = false;
  readonly sent: MailToSend[] = [];
  failure: MailFailure | undefined;

  send(mail: MailToSend): Promise<string> {
    if (this.failure) return Promise.reject(this.failure);
    this.sent.push(mail);
    return Promise.resolve('250 OK');
  }
}

interface Sent {
  readonly ticketId: string;
  readonly mailId: string;
  readonly processed: Answer;
}

describe('a mail under way', () => {
  let server: TestServer;
  let desk: Desk;
  let post: Post;
  let worker: Worker;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    desk.advance(60_000);
    post = new Post();
    worker = new Worker({ database: desk.database, mail: post, now: () => desk.now });
  });

  const taken = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;
  const agent = () => desk.as('agent1');

  async function answered(action: 'resolve' | 'hold' = 'resolve', html = '<p>내일 도착합니다.</p>'): Promise<Sent> {
    const ticketId = await desk.add({}, taken);
    const processed = await agent().act(ticketId, 'process', { action, html });
    const entry = processed.content['entry'] as { mail: { mailId: string } };
    return { ticketId, mailId: entry.mail.mailId, processed };
  }

  const step = (what: 'undo' | 'retry', { ticketId, mailId }: Sent, usercode = 'agent1', key?: string) =>
    desk.as(usercode).post(`tickets/${ticketId}/mail/${mailId}/${what}.json`, {}, key);

  const stateOf = async ({ mailId }: Sent) =>
    (await desk.database.system((tx) => tx.select().from(mails).where(eq(mails.mailId, mailId))))[0]?.state;

  const figures = async () => (await agent().get('board.json')).content;

  it('is taken back: the ticket is what it was, the entry stays, the text is a draft again', async () => {
    const before = await figures();
    const sent = await answered();
    const { contents } = await agent().get(`tickets/${sent.ticketId}/history.json`);
    const stream = await EventReader.open(await server.as('agent2'));
    const { status, content } = await step('undo', sent);
    expect(status).toBe(200);
    expect(content).toMatchObject({ status: 'processing', resolution: null, resolvedAt: null });
    expect(content.assignee?.usercode).toBe('agent1');
    const after = await agent().get(`tickets/${sent.ticketId}/history.json`);
    expect(after.contents.map((entry) => entry['id'])).toEqual(contents.map((entry) => entry['id']));
    expect(after.contents.at(-1)?.['mail']).toMatchObject({ state: 'withdrawn', until: null });
    const draft = await agent().get(`tickets/${sent.ticketId}/draft.json`);
    expect(draft.content).toMatchObject({ html: '<p>내일 도착합니다.</p>', action: 'resolve' });
    const figure = (await figures()) as { all: { processing: number; resolvedToday: number } };
    const was = before as unknown as typeof figure;
    expect(figure.all).toMatchObject({ resolvedToday: was.all.resolvedToday, processing: was.all.processing + 1 });
    const events = await agent().get(`tickets/${sent.ticketId}/events.json`);
    expect(events.contents.at(-1)).toMatchObject({
      kind: 'mail_withdrawn',
      actor: { usercode: 'agent1' },
      data: { from: 'resolved', to: 'processing' },
    });
    await stream.until(() =>
      stream.events.some(({ data }) => (data as { ticketId?: string }).ticketId === sent.ticketId),
    );
    stream.close();
    desk.advance(60_000);
    await worker.drain();
    expect(post.sent).toEqual([]);
    expect(await stateOf(sent)).toBe('withdrawn');
  });

  it('takes back what was chosen with it, but for what was chosen since, and what was entered is in the draft again', async () => {
    const ticketId = await desk.add({}, taken);
    const chosen = { priority: 'urgent', handlingTypeId: 102, values: { memo: '메모' } };
    const processed = await agent().act(ticketId, 'process', { action: 'hold', html: '<p>네</p>', ...chosen });
    const { mailId } = (processed.content['entry'] as { mail: { mailId: string } }).mail;
    await agent().patch(`tickets/${ticketId}.json`, { expectedVersion: 2, handlingTypeId: 103 });
    const { content } = await step('undo', { ticketId, mailId, processed });
    expect(content).toMatchObject({ priority: 'normal', handlingTypeId: 103, status: 'processing' });
    const { content: draft } = await agent().get(`tickets/${ticketId}/draft.json`);
    expect(draft).toMatchObject({ action: 'hold', values: { memo: '메모' } });
  });

  it('is no mail that the next one could answer', async () => {
    const sent = await answered('hold');
    await step('undo', sent);
    await agent().act(sent.ticketId, 'process', { action: 'hold', html: '<p>하나</p>' });
    await agent().act(sent.ticketId, 'process', { action: 'resolve', html: '<p>둘</p>' });
    desk.advance(10_000);
    await worker.drain();
    const [one, two] = post.sent.map(({ headers }) => headers);
    expect(one).not.toHaveProperty('In-Reply-To');
    expect(two?.['References']).toBe(one?.['Message-ID']);
  });

  it('goes back to a hold that was there before', async () => {
    const ticketId = await desk.add({}, taken);
    await agent().act(ticketId, 'process', { action: 'hold', html: '<p>잠시만요.</p>' });
    const resolved = await agent().act(ticketId, 'process', { action: 'resolve', html: '<p>됐습니다.</p>' });
    const { mailId } = (resolved.content['entry'] as { mail: { mailId: string } }).mail;
    const { content } = await step('undo', { ticketId, mailId, processed: resolved });
    expect(content).toMatchObject({ status: 'pending', resolvedAt: null });
  });

  it('is taken back once, however often that is asked', async () => {
    const sent = await answered();
    const [first, again] = [await step('undo', sent, 'agent1', 'one'), await step('undo', sent, 'agent1', 'one')];
    expect(again.content).toEqual(first.content);
    const another = await step('undo', sent);
    expect(another.status).toBe(200);
    expect(another.content.version).toBe(first.content.version);
  });

  it('brings its styles and copies of its files back with the text, so that it can go once more', async () => {
    const ticketId = await desk.add({}, taken);
    const upload = async (name: string, search = '') =>
      (await (await server.as('agent1')).upload(`/attachments.json${search}`, fileOf(name))).body.result.content
        .attachmentId as string;
    const [shown, beside] = [await upload('a.png', '?inline=true'), await upload('b.pdf')];
    const html = `<p style="color: #cc0000">빨강</p><img src="cid:${shown}" alt="a">`;
    const processed = await agent().act(ticketId, 'process', { action: 'resolve', html, attachmentIds: [beside] });
    const { mailId } = (processed.content['entry'] as { mail: { mailId: string } }).mail;
    await step('undo', { ticketId, mailId, processed });
    const { content: draft } = await agent().get(`tickets/${ticketId}/draft.json`);
    const text = draft['html'] as string;
    const [copy] = (draft['attachments'] as { attachmentId: string; fileName: string }[]).filter(
      ({ fileName }) => fileName === 'b.pdf',
    );
    expect(text).toContain('<p style="color: #cc0000">빨강</p>');
    expect(text).not.toContain(shown);
    expect(copy?.attachmentId).not.toBe(beside);
    const again = { action: 'resolve', html: text, attachmentIds: [copy?.attachmentId], draftSeq: draft['seq'] };
    expect((await agent().act(ticketId, 'process', again)).status).toBe(200);
    desk.advance(10_000);
    await worker.drain();
    const files = post.sent.at(-1)?.files.map(({ fileName, contentId }) => [fileName, contentId !== null]);
    expect(files?.sort()).toEqual([
      ['a.png', true],
      ['b.pdf', false],
    ]);
  });

  it('keeps the text that was begun meanwhile among the versions', async () => {
    const sent = await answered();
    await agent().put(`tickets/${sent.ticketId}/draft.json`, { html: '<p>다음</p>', seq: 0 });
    await step('undo', sent);
    const draft = await agent().get(`tickets/${sent.ticketId}/draft.json`);
    expect(draft.content).toMatchObject({ html: '<p>내일 도착합니다.</p>', seq: 2 });
    const versions = await agent().get(`tickets/${sent.ticketId}/drafts.json`);
    expect(versions.contents.map((version) => version['html'])).toContain('<p>다음</p>');
  });

  it('is not taken back by somebody else, too late, or when the ticket went on', async () => {
    const foreign = await answered();
    expect((await step('undo', foreign, 'admin1')).status).toBe(409);
    const late = await answered();
    desk.advance(5_000);
    const refused = await step('undo', late);
    expect([refused.status, refused.content['code']]).toEqual([409, 'mail_gone']);
    const first = await answered('hold');
    await agent().act(first.ticketId, 'process', { action: 'hold', html: '<p>더 기다려 주세요.</p>' });
    expect((await step('undo', first)).status).toBe(409);
    expect(await stateOf(first)).toBe('queued');
  });

  it('does not tell of other services or tickets', async () => {
    const sent = await answered();
    const other = await answered();
    expect((await step('undo', { ...sent, ticketId: other.ticketId })).status).toBe(404);
    expect(
      (await desk.as('jpagent', 'demojp').post(`tickets/${sent.ticketId}/mail/${sent.mailId}/undo.json`, {})).status,
    ).toBe(404);
  });

  it('is either sent or taken back when both happen at once', async () => {
    const ends = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const sent = await answered();
        return sent;
      }),
    );
    // The worker's clock is ahead, so that the mail is due while it can still be taken back.
    const hasty = new Worker({ database: desk.database, mail: post, now: () => desk.now + 10_000 });
    const [, ...undone] = await Promise.all([hasty.drain(), ...ends.map((sent) => step('undo', sent))]);
    const gone = new Set(post.sent.map(({ mailId }) => mailId));
    for (const [index, sent] of ends.entries()) {
      const isUndone = undone[index]?.status === 200;
      expect(isUndone).toBe(!gone.has(sent.mailId));
      expect(await stateOf(sent)).toBe(isUndone ? 'withdrawn' : 'sent');
      expect((await agent().ticket(sent.ticketId)).status).toBe(isUndone ? 'processing' : 'resolved');
    }
  });

  it('is sent once more when it failed, and once only', async () => {
    const sent = await answered();
    expect((await step('retry', sent)).status).toBe(409);
    post.failure = new MailFailure('refused', '550 no such user');
    desk.advance(10_000);
    await worker.drain();
    expect(await stateOf(sent)).toBe('failed');
    expect((await step('retry', sent, 'agent2')).status).toBe(403);
    const tries = await Promise.all([step('retry', sent), step('retry', sent, 'admin1')]);
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 409]);
    post.failure = undefined;
    await worker.drain();
    await worker.drain();
    expect(post.sent.map(({ mailId }) => mailId)).toEqual([sent.mailId]);
    expect(await stateOf(sent)).toBe('sent');
    const events = await agent().get(`tickets/${sent.ticketId}/events.json`);
    const retried = events.contents.filter(({ kind }) => kind === 'mail_retried');
    expect(retried.map(({ data }) => data)).toEqual([{ mailId: sent.mailId }]);
    expect((await step('retry', sent)).status).toBe(409);
  });

  it('of unknown fate is sent once more only by an agent, with patience of its own', async () => {
    const sent = await answered();
    post.failure = new MailFailure('unknown', 'Outcome unknown');
    desk.advance(10_000);
    await worker.drain();
    desk.advance(4 * 24 * 3_600_000);
    await worker.drain();
    expect(await stateOf(sent)).toBe('failed');
    await step('retry', sent);
    post.failure = new MailFailure('later', '451 busy');
    await worker.drain();
    expect(await stateOf(sent)).toBe('queued');
    post.failure = undefined;
    desk.advance(3_600_000);
    await worker.drain();
    expect(post.sent).toHaveLength(1);
  });
});
