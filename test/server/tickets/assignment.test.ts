import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowed } from '../../../src/domain/rules.js';
import { statuses, type Action, type Status } from '../../../src/domain/types.js';
import { idempotency } from '../../../demo/server/db/schema.js';
import type { TicketRecord } from '../../../demo/server/services/tickets/wire.js';
import { Desk } from './desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

describe('claiming', () => {
  it('asks who is in several groups for one, and takes the only one of the others', async () => {
    const id = await desk.add();
    const refused = await desk.as('agent1').act(id, 'claim');
    expect([refused.status, refused.contents[0]?.field, refused.contents[0]?.code]).toEqual([
      400,
      'groupId',
      'required',
    ]);
    const foreign = await desk.as('agent1').act(id, 'claim', { groupId: 3 });
    expect([foreign.status, foreign.contents[0]?.code]).toEqual([400, 'not_a_member']);
    const taken = await desk.as('agent2').act(id, 'claim');
    expect(taken.status).toBe(200);
    expect(taken.content).toMatchObject({
      status: 'processing',
      assignee: { usercode: 'agent2' },
      group: { groupId: 3, name: '회원·기술' },
      version: 2,
    });
    const events = await desk.as('agent2').get(`tickets/${id}/events.json`);
    expect(events.contents.map((event) => event.kind)).toEqual(['created', 'claimed']);
    expect(events.contents[1]).toMatchObject({ actor: { usercode: 'agent2', name: '박지민' }, data: { to: '박지민' } });
  });

  it('at once by two: one has it, the other is told who', async () => {
    const id = await desk.add();
    const claim = (usercode: string) =>
      desk
        .as(usercode)
        .post(`tickets/${id}/claim.json`, { expectedVersion: 1, groupId: usercode === 'agent2' ? 3 : 1 });
    const answers = await Promise.all([claim('agent1'), claim('agent2')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    const winner = answers.find((answer) => answer.status === 200);
    expect(loser?.content).toMatchObject({
      code: 'already_assigned',
      winner: winner?.content.assignee?.name,
      ticketId: id,
      version: 2,
      assignee: winner?.content.assignee,
    });
  });

  it('of a ticket whose customer wrote meanwhile is looked at again', async () => {
    const id = await desk.add({}, { touched: { status: 1, assignee: 1, customer: 2 }, version: 2 });
    const answer = await desk.as('agent2').post(`tickets/${id}/claim.json`, { expectedVersion: 1 });
    expect([answer.status, answer.content.code]).toEqual([409, 'version_conflict']);
  });
});

describe('forwarding', () => {
  it('gives the ticket to an agent of the group', async () => {
    const id = await desk.add({}, { status: 'pending', assignee: 'agent1', assigneeName: '이준호' });
    const answer = await desk.as('agent1').act(id, 'forward', { groupId: 3, usercode: 'agent2' });
    expect(answer.content).toMatchObject({
      status: 'processing',
      assignee: { usercode: 'agent2' },
      group: { groupId: 3 },
    });
  });

  it.each([
    [{ groupId: 99, usercode: 'agent2' }, 'groupId', 'unknown'],
    [{ groupId: 3, usercode: 'nobody' }, 'usercode', 'unknown'],
    [{ groupId: 3, usercode: 'jpagent' }, 'usercode', 'unknown'],
    [{ groupId: 1, usercode: 'agent2' }, 'usercode', 'not_a_member'],
    [{ groupId: 1, usercode: 'agent3' }, 'usercode', 'not_assignable'],
    [{ usercode: 'agent2' }, 'groupId', 'invalid_type'],
  ])('refuses %j and names the field', async (body, field, code) => {
    const id = await desk.add();
    const answer = await desk.as('agent1').act(id, 'forward', body);
    expect(answer.status).toBe(400);
    expect(answer.contents[0]).toMatchObject({ field, code });
  });

  it('needs the permission', async () => {
    const id = await desk.add();
    const answer = await desk.as('agent2').act(id, 'forward', { groupId: 1, usercode: 'agent1' });
    expect([answer.status, answer.content.code]).toEqual([403, 'needs_permission']);
  });
});

describe('the spam box', () => {
  const held = {
    status: 'pending',
    assignee: 'agent1',
    assigneeName: '이준호',
    groupId: 1,
    groupName: '주문·배송',
  } as const;

  it('takes a ticket and gives it back as it was', async () => {
    const id = await desk.add({}, { ...held, resolvedAt: 5, resolvedBy: 'admin1' });
    await desk.as('agent1').act(id, 'process', { action: 'internal', reason: 'spam' });
    expect(await desk.as('agent1').ids(`ids=${id}&view=all`)).toEqual([]);
    expect(await desk.as('agent1').ids(`ids=${id}&view=spam`)).toEqual([id]);
    expect((await desk.as('agent1').ticket(id)).actions).toEqual(['comment']);
    const refused = await desk.as('agent1').act(id, 'restore');
    expect([refused.status, refused.content.code]).toEqual([403, 'needs_admin']);
    const restored = await desk.as('admin1').act(id, 'restore');
    expect(restored.content).toMatchObject({
      spam: false,
      status: 'pending',
      resolution: null,
      reason: null,
      resolvedAt: 5,
      assignee: { usercode: 'agent1' },
      group: { groupId: 1 },
    });
  });

  it('gives a ticket back to nobody when its assignee is gone', async () => {
    const former = {
      status: 'processing',
      assignee: 'left',
      groupId: 1,
      resolution: null,
      reason: null,
      resolvedAt: null,
      resolvedBy: null,
    } as const;
    const id = await desk.add({}, { status: 'resolved', spam: true, former });
    const restored = await desk.as('admin1').act(id, 'restore');
    expect(restored.content).toMatchObject({ status: 'unassigned', assignee: null, group: { groupId: 1 } });
  });

  it('deletes for good, for administrators alone, and keeps that there was a ticket', async () => {
    const id = await desk.add({}, { status: 'resolved', spam: true });
    const path = `tickets/${id}.json`;
    expect((await desk.as('agent1').delete(path, { expectedVersion: 1 })).status).toBe(403);
    const gone = await desk.as('admin1').delete(path, { expectedVersion: 1 });
    expect([gone.status, gone.content]).toEqual([200, { ticketId: id }]);
    for (const part of ['', '/history', '/events', '/draft']) {
      expect((await desk.as('admin1').get(`tickets/${id}${part}.json`)).status).toBe(404);
    }
    const log = await desk.database.system((tx) => tx.query.ticketEvents.findMany());
    const last = log.filter((event) => event.ticketId === id).at(-1);
    expect(last).toMatchObject({ kind: 'deleted', actor: 'admin1' });
  });

  it('leaves nothing of what was answered about it', async () => {
    const id = await desk.add({ subject: 'CANARY-DELETED' }, { status: 'resolved', spam: true });
    await desk.as('admin1').patch(`tickets/${id}.json`, { starred: true });
    await desk.as('admin1').act(id, 'process', { action: 'comment', html: '<p>CANARY-DELETED</p>' });
    const { version } = await desk.as('admin1').ticket(id);
    const remove = () => desk.as('admin1').delete(`tickets/${id}.json`, { expectedVersion: version }, 'deleted');
    const first = await remove();
    expect(first.status).toBe(200);
    expect(await remove()).toEqual(first);
    const answers = await desk.database.system((tx) => tx.select().from(idempotency));
    expect(JSON.stringify(answers)).not.toContain('CANARY-DELETED');
  });

  it('deletes nothing outside it', async () => {
    const id = await desk.add();
    const answer = await desk.as('admin1').delete(`tickets/${id}.json`, { expectedVersion: 1 });
    expect([answer.status, answer.content.code]).toEqual([409, 'not_spam']);
  });
});

describe('another service', () => {
  it('is told the same as of a ticket that never was', async () => {
    const id = await desk.add();
    const never = 'T0000000000000zzzzz';
    const jp = desk.as('jpadmin', 'demojp');
    const calls = [
      (ticketId: string) => jp.get(`tickets/${ticketId}.json`),
      (ticketId: string) => jp.get(`tickets/${ticketId}/history.json`),
      (ticketId: string) => jp.get(`tickets/${ticketId}/events.json`),
      (ticketId: string) => jp.get(`tickets/${ticketId}/draft.json`),
      (ticketId: string) => jp.get(`tickets/${ticketId}/drafts.json`),
      (ticketId: string) => jp.put(`tickets/${ticketId}/read.json`),
      (ticketId: string) => jp.put(`tickets/${ticketId}/draft.json`, { html: '', seq: 0 }),
      (ticketId: string) => jp.delete(`tickets/${ticketId}/draft.json`),
      (ticketId: string) => jp.patch(`tickets/${ticketId}.json`, { starred: true }),
      (ticketId: string) => jp.post(`tickets/${ticketId}/claim.json`, { expectedVersion: 1, groupId: 11 }),
      (ticketId: string) =>
        jp.post(`tickets/${ticketId}/forward.json`, { expectedVersion: 1, groupId: 11, usercode: 'jpagent' }),
      (ticketId: string) => jp.post(`tickets/${ticketId}/process.json`, { action: 'comment', html: '<p>x</p>' }),
      (ticketId: string) => jp.post(`tickets/${ticketId}/complete.json`, { expectedVersion: 1 }),
      (ticketId: string) => jp.post(`tickets/${ticketId}/restore.json`, { expectedVersion: 1 }),
      (ticketId: string) => jp.delete(`tickets/${ticketId}.json`, { expectedVersion: 1 }),
    ];
    for (const call of calls) {
      const [foreign, missing] = [await call(id), await call(never)];
      expect(foreign.status).toBe(404);
      expect(foreign).toEqual(missing);
    }
    expect((await desk.as('agent1').ticket(id)).version).toBe(1);
  });
});

describe('the server decides as the table does, whatever a page offers', () => {
  const none = { forward: false, mask: false, reveal: false, unmask: false, purge: false, audit: false, export: false };
  const people = {
    agent1: { usercode: 'agent1', role: 'agent', permissions: { ...none, forward: true } },
    agent2: { usercode: 'agent2', role: 'agent', permissions: none },
    admin1: { usercode: 'admin1', role: 'admin', permissions: { ...none, forward: true } },
  } as const;
  const bodies: Partial<Record<Action, [path: string, body: object]>> = {
    claim: ['claim', {}],
    forward: ['forward', { groupId: 3, usercode: 'agent2' }],
    hold: ['process', { action: 'hold', html: '<p>a</p>' }],
    resolve: ['process', { action: 'resolve', html: '<p>a</p>', confirmed: true }],
    comment: ['process', { action: 'comment', html: '<p>a</p>' }],
    internal: ['process', { action: 'internal', reason: 'test' }],
    complete: ['complete', {}],
    restore: ['restore', {}],
  };
  const groupOf = { agent1: 1, agent2: 3, admin1: 1 } as const;

  function stateOf(status: Status, spam: boolean): Partial<TicketRecord> {
    const held = status === 'unassigned' ? {} : { assignee: 'agent2', assigneeName: '박지민' };
    return { status, spam, ...held };
  }

  // Every status with every action; the person and the spam box go round, so that each meets each.
  const sample = statuses.flatMap((status, row) =>
    (Object.keys(bodies) as Action[]).map((action, column) => ({
      status,
      action,
      usercode: (['agent1', 'agent2', 'admin1'] as const)[(row + column) % 3]!,
      spam: (row * 3 + column) % 7 === 0,
    })),
  );

  it.each(statuses)('%s', async (status) => {
    for (const { action, usercode, spam } of sample.filter((one) => one.status === status)) {
      const id = await desk.add({}, stateOf(status, spam));
      const assignee = status === 'unassigned' ? null : { usercode: 'agent2', name: '박지민' };
      const rules = { kind: 'consultation', capabilities: { dooray: true, issueTransfer: true } } as const;
      const expected = allowed({ status, spam, assignee }, action, people[usercode], rules, { reason: 'test' });
      const [path, body] = bodies[action]!;
      const group = action === 'claim' ? { groupId: groupOf[usercode] } : {};
      const version = path === 'process' && action === 'comment' ? {} : { expectedVersion: 1 };
      const answer = await desk.as(usercode).post(`tickets/${id}/${path}.json`, { ...version, ...body, ...group });
      const told = { action, usercode, spam, code: answer.status === 200 ? 'ok' : answer.content.code };
      expect(told).toEqual({ action, usercode, spam, code: expected.ok ? 'ok' : expected.why });
      expect([200, 403, 409]).toContain(answer.status);
    }
  });
});
