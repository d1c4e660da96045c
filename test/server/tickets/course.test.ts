import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers, eventLog, idempotency } from '../../../demo/server/db/schema.js';
import { findService, publicService } from '../../../demo/server/services/context.js';
import { sanitiseBody } from '../../../demo/server/services/sanitise.js';
import { customerWrites } from '../../../demo/server/services/tickets/reinquiry.js';
import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const held = { assignee: 'agent1', assigneeName: '이준호', groupId: 1, groupName: '주문·배송' } as const;

function writesAgain(ticketId: string, text = '아직인가요?') {
  return desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
    const service = await findService(tx, 'demo');
    if (!service) throw new Error('The demo has its service');
    const context = { service: publicService(service), now: desk.now, client: 'test' };
    const author = { name: '한지우', email: 'Jiwoo@Customer.example' };
    return customerWrites(tx, context, { ticketId, body: sanitiseBody({ text }), author, channel: 'mail' });
  });
}

describe('a ticket that comes in', () => {
  it('is nobody’s, of normal priority, and unread until somebody looks', async () => {
    const id = await desk.add();
    const agent = desk.as('agent2');
    expect(await agent.ticket(id)).toMatchObject({
      status: 'unassigned',
      priority: 'normal',
      assignee: null,
      unread: true,
    });
    const read = await agent.put(`tickets/${id}/read.json`);
    expect(read.content).toMatchObject({ unread: false, version: 1 });
    expect((await desk.as('agent1').ticket(id)).unread).toBe(true);
    await writesAgain(id);
    expect((await agent.ticket(id)).unread).toBe(true);
  });

  it('has news that came after what an agent saw', async () => {
    const id = await desk.add();
    const agent = desk.as('agent2');
    const { version } = await agent.ticket(id);
    await writesAgain(id);
    const read = await agent.put(`tickets/${id}/read.json`, { version });
    expect(read.content).toMatchObject({ unread: true });
    await agent.put(`tickets/${id}/read.json`);
    await agent.put(`tickets/${id}/read.json`, { version });
    expect((await agent.ticket(id)).unread).toBe(false);
  });

  it('belongs to the customer with its address, whatever the case of its letters', async () => {
    await desk.add({ customer: { name: '', email: 'One@Same.example' } });
    await desk.add({ customer: { name: '한 사람', email: 'one@same.EXAMPLE' } });
    const rows = await desk.database.system((tx) => tx.select().from(customers));
    expect(rows.filter((row) => row.email === 'one@same.example').map((row) => row.name)).toEqual(['한 사람']);
  });
});

describe('a customer who writes again', () => {
  it.each(['pending', 'resolved'] as const)('takes a %s ticket back to work with its assignee', async (status) => {
    const id = await desk.add({}, { ...held, status, resolution: status === 'resolved' ? 'customer' : null });
    expect(await writesAgain(id)).toMatchObject({ ticketId: id, kind: 'reinquiry' });
    const agent = desk.as('agent1');
    expect(await agent.ticket(id)).toMatchObject({
      status: 'processing',
      resolution: null,
      assignee: { usercode: 'agent1' },
    });
    expect((await agent.get(`tickets/${id}/history.json`)).contents.at(-1)).toMatchObject({
      kind: 'reinquiry',
      author: { role: 'customer', name: '한지우' },
      text: '아직인가요?',
    });
  });

  it('adds to an open ticket, and whoever was about to answer looks again', async () => {
    const id = await desk.add({}, { ...held, status: 'dooray_transferred', transferKind: 'dooray' });
    await writesAgain(id);
    const agent = desk.as('agent1');
    expect(await agent.ticket(id)).toMatchObject({ status: 'dooray_transferred', version: 2 });
    const body = { action: 'resolve', html: '<p>답</p>', expectedVersion: 1, confirmed: true };
    const answer = await agent.post(`tickets/${id}/process.json`, body);
    expect([answer.status, answer.content.code]).toEqual([409, 'version_conflict']);
  });

  it('begins a new ticket after a completed one', async () => {
    const id = await desk.add({ subject: '끝난 문의' }, { ...held, status: 'completed' });
    const answer = await writesAgain(id);
    expect(answer.kind).toBe('created');
    expect(answer.ticketId).not.toBe(id);
    const agent = desk.as('agent1');
    expect(await agent.ticket(answer.ticketId)).toMatchObject({
      status: 'unassigned',
      subject: '끝난 문의',
      group: { groupId: 1 },
    });
    expect((await agent.ticket(id)).status).toBe('completed');
    const log = (await agent.get(`tickets/${answer.ticketId}/events.json`)).contents[0];
    expect(log).toMatchObject({ kind: 'created', data: { follows: id } });
  });
});

describe('facts of a ticket', () => {
  it('are refused only where the same fact was set meanwhile', async () => {
    const id = await desk.add();
    const path = `tickets/${id}.json`;
    const first = await desk.as('agent1').patch(path, { expectedVersion: 1, priority: 'high' });
    expect(first.content).toMatchObject({ priority: 'high', version: 2 });
    const other = await desk.as('agent2').patch(path, { expectedVersion: 1, handlingTypeId: 102 });
    expect(other.content).toMatchObject({ priority: 'high', handlingTypeId: 102, version: 3 });
    const same = await desk.as('agent2').patch(path, { expectedVersion: 1, priority: 'low' });
    expect([same.status, same.content.code, same.content.priority]).toEqual([409, 'version_conflict', 'high']);
    const unknown = await desk.as('agent2').patch(path, { expectedVersion: 3, handlingTypeId: 5 });
    expect([unknown.status, unknown.contents[0]?.field]).toEqual([400, 'handlingTypeId']);
  });

  it('a star needs no version and leaves the ticket in its place', async () => {
    const id = await desk.add();
    const before = await desk.as('agent1').ticket(id);
    desk.advance(60_000);
    const after = await desk.as('agent2').patch(`tickets/${id}.json`, { starred: true });
    expect(after.content).toMatchObject({ starred: true, version: 2, updatedAt: before.updatedAt });
    const again = await desk.as('agent2').patch(`tickets/${id}.json`, { starred: true });
    expect(again.content.version).toBe(2);
  });

  it('an administrator completes what is resolved', async () => {
    const id = await desk.add({}, { ...held, status: 'resolved' });
    expect((await desk.as('agent1').act(id, 'complete')).content.code).toBe('needs_admin');
    const done = await desk.as('admin1').act(id, 'complete');
    expect(done.content).toMatchObject({ status: 'completed', actions: expect.not.arrayContaining(['complete']) });
  });
});

describe('drafts', () => {
  it('are an agent’s own, and two tabs do not overwrite each other', async () => {
    const id = await desk.add();
    const path = `tickets/${id}/draft.json`;
    const agent = desk.as('agent1');
    expect((await agent.get(path)).content).toBeNull();
    expect((await agent.put(path, { html: '<p>가</p>', seq: 0 })).content).toMatchObject({ seq: 1 });
    expect((await agent.put(path, { html: '<p>가나</p>', seq: 1 })).content).toMatchObject({ seq: 2 });
    const stale = await agent.put(path, { html: '<p>다른 탭</p>', seq: 1 });
    expect(stale.status).toBe(409);
    expect(stale.content).toMatchObject({ mine: { html: '<p>다른 탭</p>' }, other: { html: '<p>가나</p>', seq: 2 } });
    expect((await desk.as('agent2').get(path)).content).toBeNull();
  });

  it('are saved once more without a conflict, and nothing of them is kept as an answer', async () => {
    const id = await desk.add();
    const path = `tickets/${id}/draft.json`;
    const agent = desk.as('agent1');
    const text = { html: '<p>CANARY-DRAFT</p>', seq: 0, values: { b: 'x', a: 'y' } };
    const first = await agent.put(path, text);
    expect(await agent.put(path, text)).toEqual(first);
    expect((await agent.put(path, { ...text, html: '<p>other</p>' })).status).toBe(409);
    const answers = await desk.database.system((tx) => tx.select().from(idempotency));
    expect(JSON.stringify(answers)).not.toContain('CANARY-DRAFT');
  });

  it('keep what was written after the text that was sent', async () => {
    const id = await desk.add({}, { ...held, status: 'processing' });
    const path = `tickets/${id}/draft.json`;
    const agent = desk.as('agent1');
    await agent.put(path, { html: '<p>답</p>', seq: 0 });
    await agent.put(path, { html: '<p>답 그리고 더</p>', seq: 1 });
    await agent.act(id, 'process', { action: 'comment', html: '<p>답</p>', draftSeq: 1 });
    expect((await agent.get(path)).content).toMatchObject({ html: '', seq: 3 });
    const versions = (await agent.get(`tickets/${id}/drafts.json`)).contents;
    expect(versions[0]).toMatchObject({ html: '<p>답 그리고 더</p>', seq: 2 });
  });

  it('leave versions behind, also when given up', async () => {
    const id = await desk.add();
    const path = `tickets/${id}/draft.json`;
    const agent = desk.as('agent1');
    for (let seq = 0; seq < 24; seq++) {
      await agent.put(path, { html: `<p>${seq}</p>`, seq });
      desk.advance(61_000);
    }
    await agent.put(path, { html: '<p>last</p>', seq: 24 });
    const dropped = await agent.delete(path);
    expect(dropped.content).toMatchObject({ html: '', seq: 26 });
    const versions = (await agent.get(`tickets/${id}/drafts.json`)).contents;
    expect(versions).toHaveLength(20);
    expect(versions[0]).toMatchObject({ html: '<p>last</p>', seq: 25 });
  });
});

it('live events name what changed and carry no text', async () => {
  const id = await desk.add(
    { subject: 'CANARY-SUBJECT', body: sanitiseBody({ text: 'CANARY-BODY' }) },
    { ...held, status: 'processing' },
  );
  await desk.as('agent1').act(id, 'process', { action: 'hold', html: '<p>CANARY-ANSWER</p>' });
  const log = (await desk.database.system((tx) => tx.select().from(eventLog))).filter(
    ({ data }) => data.ticketId === id,
  );
  expect(log.map(({ data }) => [data.version, data.changed])).toEqual([
    [1, ['created']],
    [2, ['history', 'status']],
  ]);
  expect(JSON.stringify(log)).not.toContain('CANARY');
  expect(desk.errors).toEqual([]);
});
