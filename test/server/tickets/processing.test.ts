import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fieldDefinitions, mails, outbox } from '../../../demo/server/db/schema.js';
import type { JobPage } from '../../../src/domain/bulk.js';
import { startServer, type TestServer } from '../support/server.js';
import { runJobs } from '../support/worker.js';
import { Desk } from './desk.js';

let server: TestServer;
let desk: Desk;
beforeAll(async () => {
  server = await startServer();
  desk = Desk.on(server);
});
afterAll(() => server.close());

const holding = {
  status: 'processing',
  assignee: 'agent1',
  assigneeName: '이준호',
  groupId: 1,
  groupName: '주문·배송',
} as const;

async function mailsOf(ticketId: string) {
  const rows = await desk.database.system((tx) => tx.select().from(mails));
  return rows.filter((mail) => mail.ticketId === ticketId);
}

describe('answering a customer', () => {
  it('resolves the ticket, shows the answer and queues one mail', async () => {
    const id = await desk.add({}, holding);
    const answer = await desk.as('agent1').act(id, 'process', {
      action: 'resolve',
      html: '<p>내일 <b>도착</b>합니다.<script>alert(1)</script></p>',
      priority: 'high',
      handlingTypeId: 102,
    });
    expect(answer.status).toBe(200);
    const { ticket, entry } = answer.content as never as {
      ticket: Record<string, unknown>;
      entry: Record<string, unknown>;
    };
    expect(ticket).toMatchObject({
      status: 'resolved',
      resolution: 'customer',
      priority: 'high',
      handlingTypeId: 102,
      version: 2,
    });
    expect(ticket.resolvedAt).toBe(desk.now);
    expect(entry).toMatchObject({
      kind: 'reply',
      html: '<p>내일 <b>도착</b>합니다.</p>',
      author: { usercode: 'agent1' },
    });
    expect(entry.values).toEqual({ handlingType: '이용 방법 안내', priority: 'high' });
    expect(entry.mail).toMatchObject({ state: 'queued', to: 'jiwoo@customer.example', until: desk.now + 5000 });
    const history = await desk.as('agent2').get(`tickets/${id}/history.json`);
    expect(history.contents.map((one) => one.kind)).toEqual(['inquiry', 'reply']);
    expect(await mailsOf(id)).toHaveLength(1);
  });

  it('wants what is asked of agents before the ticket is finished, and names it', async () => {
    const field = {
      serviceId: 'demo',
      type: 'text',
      names: { ko: '원인', ja: '原因', en: 'Cause' },
      position: 99,
    } as const;
    const needed = { ...field, code: 'cause', owner: 'agent', required: true } as const;
    const others = [
      { ...needed, code: 'ofOthers', categories: [104] },
      { ...needed, code: 'unused', active: false },
      { ...needed, code: 'askedOfCustomers', owner: 'customer' as const },
    ];
    await desk.database.system((tx) => tx.insert(fieldDefinitions).values([needed, ...others]));
    const agent = desk.as('agent1');
    const [id, other] = [await desk.add({ categoryId: 101 }, holding), await desk.add({ categoryId: 101 }, holding)];
    const html = '<p>네</p>';
    const refused = await agent.act(id, 'process', { action: 'resolve', html });
    expect([refused.status, refused.contents.map((problem) => [problem['field'], problem['code']])]).toEqual([
      400,
      [['f.cause', 'required']],
    ]);
    expect((await agent.act(id, 'process', { action: 'internal', reason: 'abuse' })).status).toBe(400);
    expect((await agent.act(id, 'process', { action: 'hold', html })).status).toBe(200);
    await agent.patch(`tickets/${id}.json`, { expectedVersion: 2, fields: { cause: '배송 지연' } });
    const { content } = await agent.post('tickets/bulk.json', { ids: [id, other], action: 'resolve', html });
    await runJobs(server);
    const { items } = (await agent.get(`jobs/${String(content['jobId'])}.json`)).content as never as JobPage;
    expect(items.map(({ state, code }) => [state, code])).toEqual([
      ['done', null],
      ['failed', 'needs_fields'],
    ]);
    const ended = { active: false };
    await desk.database.system((tx) => tx.update(fieldDefinitions).set(ended).where(eq(fieldDefinitions.position, 99)));
  });

  it('does it once for one key, however often it is sent', async () => {
    const id = await desk.add({}, holding);
    const agent = desk.as('agent1');
    const { version } = await agent.ticket(id);
    const send = () =>
      agent.post(
        `tickets/${id}/process.json`,
        { action: 'hold', expectedVersion: version, html: '<p>확인 중</p>' },
        'one-press',
      );
    const [first, second] = await Promise.all([send(), send()]);
    const third = await send();
    expect([first?.status, second?.status, third.status]).toEqual([200, 200, 200]);
    expect(second?.content).toEqual(first?.content);
    expect(third.content).toEqual(first?.content);
    expect(await mailsOf(id)).toHaveLength(1);
    const queued = await desk.database.system((tx) => tx.select().from(outbox));
    const mailIds = (await mailsOf(id)).map((mail) => mail.mailId);
    expect(queued.filter((row) => mailIds.includes(row.key))).toHaveLength(1);
  });

  it('sends nothing without an address, for a comment, or for an internal resolution', async () => {
    const silent = await desk.add(
      { customer: { name: '전화 고객', phone: '010-0000-0000' }, channel: 'phone' },
      holding,
    );
    const answer = await desk.as('agent1').act(silent, 'process', { action: 'resolve', html: '<p>통화로 안내</p>' });
    expect(answer.status).toBe(200);
    expect((answer.content as never as { entry: { mail: unknown } }).entry.mail).toBeNull();
    const other = await desk.add({}, holding);
    await desk.as('agent2').act(other, 'process', { action: 'comment', html: '<p>메모</p>' });
    await desk.as('agent1').act(other, 'process', { action: 'internal', reason: 'phone', html: '' });
    expect(await mailsOf(silent)).toHaveLength(0);
    expect(await mailsOf(other)).toHaveLength(0);
    expect(await desk.as('agent1').ticket(other)).toMatchObject({
      status: 'resolved',
      resolution: 'internal',
      reason: 'phone',
    });
  });

  it.each([
    ['resolve', { html: '<p> &nbsp;</p>' }, 'html'],
    ['hold', { html: '' }, 'html'],
    ['comment', { html: '<div></div>' }, 'html'],
    ['internal', { html: '<p>이유 없음</p>' }, 'reason'],
    ['resolve', { html: '<p>답</p>', handlingTypeId: 9999 }, 'handlingTypeId'],
    ['resolve', { html: '<p>답</p>', expectedVersion: undefined }, 'expectedVersion'],
    ['resolve', { html: '<p>답</p>', surprise: 1 }, 'surprise'],
  ])('names the field that is wrong: %s %j', async (action, body, field) => {
    const id = await desk.add({}, holding);
    const answer = await desk.as('agent1').act(id, 'process', { action, ...body });
    expect(answer.status).toBe(400);
    expect(answer.header.isSuccessful).toBe(false);
    expect(answer.contents.map((problem) => problem.field)).toEqual([field]);
    expect((await desk.as('agent1').ticket(id)).version).toBe(1);
  });

  it('asks for a confirmation while the other side has the ticket', async () => {
    const id = await desk.add(
      {},
      { ...holding, status: 'dooray_in_progress', transferKind: 'dooray', transferBy: 'agent1' },
    );
    const first = await desk.as('agent1').act(id, 'process', { action: 'resolve', html: '<p>답</p>' });
    expect([first.status, first.content.code]).toEqual([409, 'confirm_needed']);
    const second = await desk
      .as('agent1')
      .act(id, 'process', { action: 'resolve', html: '<p>답</p>', confirmed: true });
    expect(second.status).toBe(200);
  });

  it('ends the draft by its number, so that a late save of it is refused', async () => {
    const id = await desk.add({}, holding);
    const agent = desk.as('agent1');
    const draft = `tickets/${id}/draft.json`;
    await agent.put(draft, { html: '<p>안녕</p>', seq: 0 });
    await agent.act(id, 'process', { action: 'comment', html: '<p>안녕</p>', draftSeq: 1 });
    const late = await agent.put(draft, { html: '<p>안녕</p>', seq: 1 });
    expect([late.status, late.content.code]).toEqual([409, 'draft_conflict']);
    expect((await agent.get(draft)).content).toMatchObject({ html: '', seq: 2 });
    expect((await agent.put(draft, { html: '<p>또</p>', seq: 2 })).content).toMatchObject({
      html: '<p>또</p>',
      seq: 3,
    });
  });
});

describe('a comment', () => {
  it('sets a field only where an edit may, and on the version that was seen', async () => {
    const agent = desk.as('agent1');
    const comment = (id: string, body: object) =>
      agent.post(`tickets/${id}/process.json`, { action: 'comment', html: '<p>메모</p>', ...body });
    const id = await desk.add({}, holding);
    expect((await comment(id, { priority: 'high' })).contents[0]?.field).toBe('expectedVersion');
    await desk.as('agent2').patch(`tickets/${id}.json`, { priority: 'low', expectedVersion: 1 });
    expect((await comment(id, { priority: 'high', expectedVersion: 1 })).content.code).toBe('version_conflict');
    expect(await agent.ticket(id)).toMatchObject({ priority: 'low' });
    expect((await comment(id, { priority: 'high', expectedVersion: 2 })).status).toBe(200);
    expect(await agent.ticket(id)).toMatchObject({ priority: 'high' });
    const spam = await desk.add({}, { ...holding, status: 'resolved', spam: true });
    const refused = await comment(spam, { priority: 'high', expectedVersion: 1 });
    expect(refused.status).toBe(409);
    expect(await agent.ticket(spam)).toMatchObject({ priority: 'normal', version: 1 });
  });
});

describe('what changed since the agent looked', () => {
  it('a star, a comment and a priority do not stand in the way', async () => {
    const id = await desk.add({}, holding);
    const seen = (await desk.as('agent1').ticket(id)).version;
    await desk.as('agent2').patch(`tickets/${id}.json`, { starred: true });
    await desk.as('agent2').act(id, 'process', { action: 'comment', html: '<p>참고</p>' });
    await desk.as('agent2').patch(`tickets/${id}.json`, { expectedVersion: 3, priority: 'urgent' });
    const answer = await desk
      .as('agent1')
      .post(`tickets/${id}/process.json`, { action: 'resolve', html: '<p>답</p>', expectedVersion: seen });
    expect(answer.status).toBe(200);
  });

  it('another status does, and the answer holds the ticket as it is', async () => {
    const id = await desk.add({}, holding);
    const seen = (await desk.as('agent1').ticket(id)).version;
    await desk.as('admin1').act(id, 'process', { action: 'hold', html: '<p>보류</p>' });
    const answer = await desk
      .as('agent1')
      .post(`tickets/${id}/process.json`, { action: 'resolve', html: '<p>답</p>', expectedVersion: seen });
    expect([answer.status, answer.content.code]).toEqual([409, 'version_conflict']);
    expect(answer.content).toMatchObject({ ticketId: id, status: 'pending', version: 2 });
    expect(await mailsOf(id)).toHaveLength(1);
  });
});
