import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bulkActions, type BulkCheck, type BulkCode, type BulkIntent, type JobPage } from '../../src/domain/bulk.js';
import { channels, priorities, reasons, statuses } from '../../src/domain/types.js';
import { agents, customers, mails, services, tickets } from '../../demo/server/db/schema.js';
import { newTicketId } from '../../demo/server/services/tickets/ticket-id.js';
import type { TicketRecord } from '../../demo/server/services/tickets/wire.js';
import { startServer, type TestServer } from './support/server.js';
import { runJobs } from './support/worker.js';
import { Desk } from './tickets/desk.js';
import { dice, type Dice } from './tickets/dice.js';

const held = { status: 'processing', assignee: 'agent1', assigneeName: '이준호', groupId: 1, groupName: '주문·배송' };
const mine = held as Partial<TicketRecord>;

describe('doing something to many tickets', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const agent = () => desk.as('agent1');
  const check = async (body: object, usercode = 'agent1') =>
    desk.as(usercode).post('tickets/bulk.json', { ...body, dryRun: true });
  const run = async (body: object, usercode = 'agent1') => {
    const begun = await desk.as(usercode).post('tickets/bulk.json', body);
    expect([begun.status, begun.content?.['code']]).toEqual([202, undefined]);
    await runJobs(server);
    return page(begun.content['jobId'] as string, usercode);
  };
  const page = async (jobId: string, usercode = 'agent1') =>
    (await desk.as(usercode).get(`jobs/${jobId}.json`)).content as unknown as JobPage;
  const mailsOf = (ids: readonly string[]) =>
    server.database.system((tx) =>
      tx
        .select()
        .from(mails)
        .where(inArray(mails.ticketId, [...ids])),
    );

  it('tells first what would be done, and changes nothing', async () => {
    const ids = [
      await desk.add({}, mine),
      await desk.add({ customer: { name: '전화 손님', phone: '010-1111-2222' } }, mine),
      await desk.add({ channel: 'issue' }, mine),
      await desk.add({ subject: '남의 티켓' }, { ...mine, assignee: 'agent3' }),
      await desk.add({}, { status: 'completed', assignee: 'agent1' }),
      await desk.add({}, { ...mine, status: 'issue_transferred' }),
      await desk.add({}, { ...mine, spam: true }),
    ];
    const nowhere = 'T1658199661153IXTfw';
    const { status, content } = await check({
      ids: [...ids, nowhere, ids[0]],
      action: 'resolve',
      html: '<p>처리했습니다.</p>',
    });
    expect(status).toBe(200);
    expect(content).toEqual({
      total: 8,
      eligible: 3,
      mails: 1,
      withoutAddress: 1,
      codes: { not_assignee: 1, wrong_status: 1, confirm_needed: 1, spam: 1, gone: 1 },
      refused: [
        { ticketId: ids[3], subject: '남의 티켓', code: 'not_assignee' },
        { ticketId: ids[4], subject: '배송 문의', code: 'wrong_status' },
        { ticketId: ids[5], subject: '배송 문의', code: 'confirm_needed' },
        { ticketId: ids[6], subject: '배송 문의', code: 'spam' },
        { ticketId: nowhere, subject: '', code: 'gone' },
      ],
      absent: [],
    });
    expect((await agent().ticket(ids[0] ?? '')).version).toBe(1);
    expect(await mailsOf(ids)).toEqual([]);
  });

  it('does it to each ticket that can be treated, with one mail each, and says what became of every one', async () => {
    const ids = [await desk.add({}, mine), await desk.add(), await desk.add({}, mine)];
    const { job, items } = await run({ ids, action: 'resolve', html: '<p>내일 도착합니다.</p>', priority: 'high' });
    expect(job).toMatchObject({
      action: 'resolve',
      state: 'done',
      total: 3,
      succeeded: 2,
      failed: 1,
      mails: 2,
      by: { usercode: 'agent1', name: '이준호' },
      finishedAt: desk.now,
    });
    expect(items).toEqual([
      { ticketId: ids[0], subject: '배송 문의', state: 'done', code: null },
      { ticketId: ids[1], subject: '배송 문의', state: 'failed', code: 'wrong_status' },
      { ticketId: ids[2], subject: '배송 문의', state: 'done', code: null },
    ]);
    expect(await agent().ticket(ids[0] ?? '')).toMatchObject({ status: 'resolved', priority: 'high' });
    expect(await agent().ticket(ids[1] ?? '')).toMatchObject({ status: 'unassigned', version: 1 });
    expect((await mailsOf(ids)).map((mail) => mail.ticketId).sort()).toEqual([ids[0], ids[2]].sort());
    const history = await agent().get(`tickets/${ids[2]}/history.json`);
    expect(history.contents.at(-1)).toMatchObject({ kind: 'reply', html: '<p>내일 도착합니다.</p>' });
  });

  it.each<[BulkIntent, Partial<TicketRecord>]>([
    [{ action: 'hold', html: '<p>확인 중입니다.</p>' }, { status: 'pending' }],
    [
      { action: 'internal', reason: 'duplicate' },
      { status: 'resolved', resolution: 'internal', reason: 'duplicate' },
    ],
    [
      { action: 'forward', groupId: 1, usercode: 'admin1' },
      { status: 'processing', assignee: { usercode: 'admin1' } as never },
    ],
    [{ action: 'handling_type', handlingTypeId: 102 }, { handlingTypeId: 102 }],
    [{ action: 'priority', priority: 'urgent' }, { priority: 'urgent' }],
    [{ action: 'star', starred: true }, { starred: true }],
  ])('can $action', async (intent, after) => {
    const ids = [await desk.add({}, mine), await desk.add({}, mine)];
    desk.advance(1000);
    const before = await agent().ticket(ids[0] ?? '');
    expect((await run({ ids, ...intent })).job).toMatchObject({ succeeded: 2, failed: 0 });
    for (const id of ids) expect(await agent().ticket(id)).toMatchObject(after);
    // A star is no progress of the ticket: it keeps its place in the list.
    const isMoved = (await agent().ticket(ids[0] ?? '')).updatedAt > before.updatedAt;
    expect(isMoved).toBe(intent.action !== 'star');
  });

  it('does all that a list holds at that moment, but those that were taken out', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push(await desk.add({}, { ...mine, starred: true, priority: 'low' }));
    const body = {
      query: 'view=all&starred=true&sort=ticketId:asc',
      except: [ids[1]],
      action: 'priority',
      priority: 'high',
    };
    const listed = await agent().ids('view=all&starred=true&sort=ticketId:asc');
    const left = listed.filter((id) => id !== ids[1]);
    expect((await check(body)).content).toMatchObject({ total: left.length, eligible: left.length });
    const begun = await agent().post('tickets/bulk.json', body);
    const late = await desk.add({}, { ...mine, starred: true, priority: 'low' });
    await runJobs(server);
    const { items } = await page(begun.content['jobId'] as string);
    expect(items.map((item) => item.ticketId)).toEqual(left);
    expect((await agent().ticket(ids[1] ?? '')).priority).toBe('low');
    expect((await agent().ticket(late)).priority).toBe('low');
  });

  it.each([
    ['reason', { action: 'internal' }],
    ['groupId', { action: 'forward', usercode: 'admin1' }],
    ['usercode', { action: 'forward', groupId: 1 }],
    ['groupId', { action: 'forward', groupId: 11, usercode: 'admin1' }],
    ['usercode', { action: 'forward', groupId: 1, usercode: 'agent3' }],
    ['usercode', { action: 'forward', groupId: 1, usercode: 'agent2' }],
    ['usercode', { action: 'forward', groupId: 1, usercode: 'jpagent' }],
    ['handlingTypeId', { action: 'handling_type' }],
    ['handlingTypeId', { action: 'handling_type', handlingTypeId: 202 }],
    ['handlingTypeId', { action: 'comment', html: '<p>1</p>', handlingTypeId: 999 }],
    ['priority', { action: 'priority' }],
    ['starred', { action: 'star' }],
    ['ids', { action: 'star', starred: true, ids: [] }],
    ['ids', { action: 'star', starred: true, query: 'view=all' }],
    ['view', { action: 'star', starred: true, ids: undefined, query: 'view=nothing' }],
    ['colour', { action: 'star', starred: true, ids: undefined, query: 'colour=red' }],
  ])('refuses at once what no ticket could be treated with, and names %s', async (field, intent) => {
    const id = await desk.add({}, mine);
    for (const dryRun of [true, false]) {
      const { status, contents } = await agent().post('tickets/bulk.json', { ids: [id], ...intent, dryRun });
      expect([status, contents?.map((one) => one['field'])]).toEqual([400, [field]]);
    }
  });

  it.each([{ action: 'comment' }, { action: 'resolve', html: '<p> </p>' }])(
    'tells what would be done before the text is written, and does nothing without one',
    async (intent) => {
      const body = { ids: [await desk.add({}, mine)], ...intent };
      const { content } = await agent().post('tickets/bulk.json', { ...body, dryRun: true });
      expect([content['total'], content['eligible']]).toEqual([1, 1]);
      const { status, contents } = await agent().post('tickets/bulk.json', body);
      expect([status, contents?.map((one) => one['field'])]).toEqual([400, ['html']]);
    },
  );

  it('refuses at once an agent who may hand over nothing', async () => {
    const body = { ids: [await desk.add({}, mine)], action: 'forward', groupId: 1, usercode: 'admin1' };
    for (const dryRun of [true, false]) {
      const { status, content } = await desk.as('agent2').post('tickets/bulk.json', { ...body, dryRun });
      expect([status, content['code']]).toEqual([403, 'needs_permission']);
    }
  });

  it('refuses more tickets than a run may have, and says how many it may have', async () => {
    const ids = Array.from({ length: 10_001 }, (_, index) => `T${String(index).padStart(13, '0')}abcde`);
    const { status, content, contents } = await check({ ids, action: 'star', starred: true });
    expect(status).toBe(400);
    expect(content).toMatchObject({ code: 'too_many', limit: 10_000 });
    expect(contents[0]).toMatchObject({ field: 'ids', code: 'too_many' });
    expect((await check({ ids: ids.slice(1), action: 'star', starred: true })).content).toMatchObject({
      total: 10_000,
      codes: { gone: 10_000 },
    });
  });

  it('begins once for a key, and needs one', async () => {
    const caller = await server.as('agent1');
    const body = { ids: [await desk.add({}, mine)], action: 'comment', html: '<p>한 번만.</p>' };
    expect((await caller.post('/tickets/bulk.json', body, { key: null })).status).toBe(400);
    const answers = [];
    for (let tries = 0; tries < 3; tries++)
      answers.push(await caller.post('/tickets/bulk.json', body, { key: 'once' }));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body.result.content.requestId).toBe('once');
    await runJobs(server);
    const history = await agent().get(`tickets/${body.ids[0]}/history.json`);
    expect(history.contents.filter((entry) => entry['kind'] === 'comment')).toHaveLength(1);
  });

  it('does to what was agreed to only what a check lets through: the rest is no part of the run', async () => {
    const ids = [await desk.add({}, mine), await desk.add(), await desk.add({}, mine)];
    const body = { ids, action: 'resolve', html: '<p>처리했습니다.</p>' };
    const { eligible, mails: count } = (await check(body)).content as unknown as BulkCheck;
    expect([eligible, count]).toEqual([2, 2]);
    const { job, items } = await run({ ...body, agreed: { eligible, mails: count } });
    expect(job).toMatchObject({ total: 2, succeeded: 2, failed: 0, mails: 2 });
    expect(items.map(({ ticketId }) => ticketId)).toEqual([ids[0], ids[2]]);
    expect(await agent().ticket(ids[1] ?? '')).toMatchObject({ status: 'unassigned', version: 1 });
  });

  it.each([
    ['tickets', { eligible: 1, mails: 2 }],
    ['mails', { eligible: 2, mails: 1 }],
  ])('does not begin with more %s than were agreed to, and tells the new numbers', async (_, agreed) => {
    const ids = [await desk.add({}, mine), await desk.add({}, mine)];
    const body = { ids, action: 'resolve', html: '<p>처리했습니다.</p>' };
    const listed = async () => (await agent().get('jobs.json')).contents.length;
    const before = await listed();
    const { status, content } = await agent().post('tickets/bulk.json', { ...body, agreed });
    expect([status, content['code']]).toEqual([409, 'check_outgrown']);
    expect(content['check']).toEqual((await check(body)).content);
    expect(await listed()).toBe(before);
    await runJobs(server);
    expect(await mailsOf(ids)).toEqual([]);
    expect((await run({ ...body, agreed: { eligible: 2, mails: 2 } })).job).toMatchObject({ succeeded: 2, mails: 2 });
  });

  it('counts what a list holds when it begins, not when it was checked', async () => {
    const starred = { ...mine, starred: true, priority: 'urgent' } as const;
    await desk.add({ subject: '늘어나는 목록' }, starred);
    const body = { query: 'view=all&starred=true&priority=urgent', action: 'star', starred: false };
    const { eligible, mails: count } = (await check(body)).content as unknown as BulkCheck;
    await desk.add({ subject: '늘어나는 목록' }, starred);
    const agreed = { eligible, mails: count };
    expect((await agent().post('tickets/bulk.json', { ...body, agreed })).status).toBe(409);
    expect((await run({ ...body, agreed: { ...agreed, eligible: eligible + 1 } })).job.total).toBe(eligible + 1);
  });

  it('does not begin where nothing can be treated any more', async () => {
    const ids = [await desk.add({}, { status: 'completed', assignee: 'agent1' })];
    const body = { ids, action: 'hold', html: '<p>확인 중입니다.</p>', agreed: { eligible: 1, mails: 1 } };
    const { status, content } = await agent().post('tickets/bulk.json', body);
    expect([status, content['code']]).toEqual([409, 'nothing_left']);
    expect(content['check']).toMatchObject({ total: 1, eligible: 0, codes: { wrong_status: 1 } });
  });

  it('names the tickets that the list in which they were ticked does not have', async () => {
    const nowhere = 'T1658199661153IXTfw';
    const ids = [await desk.add({}, { ...mine, starred: true }), await desk.add({}, mine), nowhere];
    const body = { ids, action: 'star', starred: false };
    const absent = async (more: object) => (await check({ ...body, ...more })).content['absent'];
    expect(await absent({ list: 'view=all&starred=true' })).toEqual([ids[1], nowhere]);
    expect(await absent({ list: 'view=all' })).toEqual([nowhere]);
    expect(await absent({})).toEqual([]);
    expect((await check({ ...body, list: 'view=nothing' })).status).toBe(400);
  });

  it('does not confirm for the agent what must be confirmed', async () => {
    const ids = [await desk.add({}, { ...mine, status: 'dooray_in_progress' })];
    const body = { ids, action: 'resolve', html: '<p>먼저 답합니다.</p>' };
    expect((await run(body)).items[0]).toMatchObject({ state: 'failed', code: 'confirm_needed' });
    expect((await check({ ...body, confirmed: true })).content).toMatchObject({ eligible: 1 });
    expect((await run({ ...body, confirmed: true })).items[0]).toMatchObject({ state: 'done' });
  });

  it('becomes what was told before, whatever the tickets are', async () => {
    const chance = dice(20_260_512);
    for (const handlingTypeRequired of [false, true]) {
      await server.database.system((tx) =>
        tx.update(services).set({ handlingTypeRequired }).where(eq(services.serviceId, 'demo')),
      );
      for (let round = 0; round < 8; round++) {
        const ids = await randomTickets(desk, chance);
        const usercode = chance.pick(['agent1', 'agent2', 'admin1']);
        const intent = randomIntent(chance);
        const told = (await check({ ids, ...intent }, usercode)).content as unknown as BulkCheck & { code?: string };
        const begun = await desk.as(usercode).post('tickets/bulk.json', { ids, ...intent });
        if (told.code !== undefined) {
          expect(begun.content['code']).toBe(told.code);
          continue;
        }
        await runJobs(server);
        const { job, items } = await page(begun.content['jobId'] as string, usercode);
        const refused = items.filter((item) => item.state === 'failed');
        expect({ intent, usercode, refused: told.refused }).toEqual({
          intent,
          usercode,
          refused: refused.map(({ ticketId, subject, code }) => ({ ticketId, subject, code })),
        });
        expect(job).toMatchObject({ total: told.total, succeeded: told.eligible, mails: told.mails });
        expect(countBy(refused.map((item) => item.code as BulkCode))).toEqual(told.codes);
        expect(await mailsOf(ids)).toHaveLength(told.mails);
        await server.database.system((tx) => tx.delete(mails));
      }
    }
    await server.database.system((tx) => tx.update(services).set({ handlingTypeRequired: false }));
  }, 180_000);

  it('leaves the rights of the moment to each ticket', async () => {
    const ids = [await desk.add({}, mine), await desk.add({}, mine)];
    const body = { ids, action: 'forward', groupId: 1, usercode: 'admin1' };
    const begun = await agent().post('tickets/bulk.json', body);
    const one = and(eq(agents.serviceId, 'demo'), eq(agents.usercode, 'agent1'));
    const [before] = await server.database.system((tx) => tx.select().from(agents).where(one));
    const permissions = { ...before!.permissions, forward: false };
    await server.database.system((tx) => tx.update(agents).set({ permissions }).where(one));
    await runJobs(server);
    const jobId = begun.content['jobId'] as string;
    expect((await page(jobId)).items.map((item) => item.code)).toEqual(['needs_permission', 'needs_permission']);
    await server.database.system((tx) => tx.update(agents).set({ permissions: before!.permissions }).where(one));
    expect((await agent().post(`jobs/${jobId}/retry.json`, {})).content).toMatchObject({ state: 'running', failed: 0 });
    await runJobs(server);
    expect((await page(jobId)).job).toMatchObject({ state: 'done', succeeded: 2, failed: 0 });
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});

function countBy(codes: readonly BulkCode[]): Partial<Record<BulkCode, number>> {
  const counts: Partial<Record<BulkCode, number>> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Tickets in any state, with customers that can be reached and others. */
async function randomTickets({ database, now }: Desk, chance: Dice): Promise<string[]> {
  const serviceId = 'demo';
  return database.system(async (tx) => {
    const known = await tx
      .insert(customers)
      .values([
        { serviceId, name: '한지우', email: `jiwoo${chance.upTo(1e9)}@customer.example` },
        { serviceId, name: '전화 손님', phone: '010-3333-4444' },
      ])
      .returning({ customerId: customers.customerId });
    const rows = Array.from({ length: 8 }, () => {
      const assignee = chance.pick([null, 'agent1', 'agent2', 'admin1']);
      return {
        serviceId,
        ticketId: newTicketId(now),
        subject: '배송 문의',
        language: 'ko' as const,
        channel: chance.pick(channels),
        customerId: chance.pick([known[0]!, known[1]!, null])?.customerId ?? null,
        answerTo: chance.chance(0.1) ? 'other@customer.example' : null,
        status: assignee ? chance.pick(statuses) : ('unassigned' as const),
        assignee,
        assigneeName: assignee ?? '',
        spam: chance.chance(0.15),
        handlingTypeId: chance.pick([null, 102]),
        createdAt: now,
        updatedAt: now,
      };
    });
    await tx.insert(tickets).values(rows);
    const ids = rows.map(({ ticketId }) => ticketId);
    return chance.chance(0.3) ? [...ids, newTicketId(now)] : ids;
  });
}

function randomIntent(chance: Dice): BulkIntent {
  const action = chance.pick(bulkActions);
  const more = {
    ...(chance.chance(0.3) && { priority: chance.pick(priorities) }),
    ...(chance.chance(0.3) && { handlingTypeId: chance.pick([null, 102]) }),
    ...(chance.chance(0.3) && { confirmed: true }),
  };
  switch (action) {
    case 'forward':
      return { action, groupId: 1, usercode: 'admin1' };
    case 'star':
      return { action, starred: chance.chance(0.5) };
    case 'handling_type':
      return { action, handlingTypeId: chance.pick([null, 102]) };
    case 'priority':
      return { action, priority: chance.pick(priorities) };
    default:
      return { action, html: '<p>처리했습니다.</p>', reason: chance.pick(reasons), ...more };
  }
}
