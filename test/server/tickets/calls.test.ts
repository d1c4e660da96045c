import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PromisedCall } from '../../../src/domain/calls.js';
import type { Board, HistoryEntry } from '../../../src/domain/types.js';
import type { Database } from '../../../demo/server/db/database.js';
import { auditLog, callbacks, tallies, ticketEvents, tickets } from '../../../demo/server/db/schema.js';
import { tellDueCalls } from '../../../demo/server/services/calls/due.js';
import { sanitiseBody } from '../../../demo/server/services/sanitise.js';
import { startServer, type TestServer } from '../support/server.js';
import { EventReader } from '../support/stream.js';
import { Desk, type Answer } from './desk.js';

const hour = 3_600_000;
const phone = '010-1234-5678';
const mine = { status: 'processing', assignee: 'agent1', assigneeName: '이준호', groupId: 1 } as const;

let server: TestServer;
let desk: Desk;
let ticketId: string;
beforeAll(async () => {
  server = await startServer();
  desk = Desk.on(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  await desk.database.system((tx) => tx.delete(callbacks));
  ticketId = await desk.add({ customer: { name: '한지우', email: 'jiwoo@customer.example', phone } }, mine);
});

const callOf = (answer: Answer) => answer.content as unknown as PromisedCall;
const promise = (body: object = { at: desk.now + hour }, usercode = 'agent1', key?: string) =>
  desk.as(usercode).post(`tickets/${ticketId}/callbacks.json`, body, key);
const change = (call: PromisedCall, body: object, usercode = 'agent1') =>
  desk.as(usercode).patch(`callbacks/${call.callId}.json`, { version: call.version, ...body });
const list = async (usercode = 'agent1', query = '') =>
  ((await desk.as(usercode).get(`callbacks.json${query}`)).content as unknown as { calls: PromisedCall[] }).calls;
const figuresOf = async (usercode = 'agent1') => {
  const { my, next } = (await desk.as(usercode).get('board.json')).content as unknown as Required<Board>;
  return { calls: my.promisedCalls, due: my.promisedCallsDue, next };
};
const linesOf = async () =>
  (
    await desk.database.system((tx) =>
      tx
        .select({ kind: ticketEvents.kind, actor: ticketEvents.actor })
        .from(ticketEvents)
        .where(eq(ticketEvents.ticketId, ticketId))
        .orderBy(ticketEvents.id),
    )
  ).filter(({ kind }) => kind.startsWith('call_'));

describe('a promised call', () => {
  it("is for the customer's number unless another is told, and is counted, listed and written down", async () => {
    const answer = await promise({ at: desk.now + hour, note: ' 배송일을 알려 드리기 ' });
    expect(answer.status).toBe(201);
    const call = callOf(answer);
    expect(call).toMatchObject({
      ticketId,
      customerName: '한지우',
      phone,
      note: '배송일을 알려 드리기',
      state: 'open',
      by: { usercode: 'agent1' },
      assignee: { usercode: 'agent1' },
      version: 1,
    });
    expect(await list()).toEqual([call]);
    expect(await figuresOf()).toMatchObject({ calls: 1, due: 0 });
    expect(await desk.as('agent1').ids('figure=my.promisedCalls')).toEqual([ticketId]);
    expect(await linesOf()).toEqual([{ kind: 'call_promised', actor: 'agent1' }]);
  });

  it('is moved, changed and made; each step is told, and what is over changes no more', async () => {
    const first = callOf(await promise());
    const moved = callOf(await change(first, { at: desk.now + 2 * hour }));
    expect([moved.at, moved.version]).toEqual([desk.now + 2 * hour, 2]);
    const changed = callOf(await change(moved, { phone: '+82 2 123 4567', note: '점심시간 뒤' }));
    expect(callOf(await change(changed, { phone: '+82 2 123 4567' })).version).toBe(3);
    const stale = await change(first, { state: 'done' });
    expect([stale.status, (stale.result as unknown as { content: PromisedCall }).content.version]).toEqual([409, 3]);
    expect((await change(changed, { state: 'done' })).status).toBe(200);
    expect((await change({ ...changed, version: 4 }, { state: 'cancelled' })).status).toBe(409);
    expect((await linesOf()).map(({ kind }) => kind)).toEqual([
      'call_promised',
      'call_moved',
      'call_changed',
      'call_done',
    ]);
    expect(await figuresOf()).toMatchObject({ calls: 0 });
  });

  it.each([
    ['at', 'past', { at: 0 }],
    ['at', 'too_far', { at: 91 * 24 * hour }],
    ['phone', 'invalid', { at: hour, phone: 'jiwoo@customer.example' }],
    ['phone', 'invalid', { at: hour, phone: '010-****-5678' }],
    ['phone', 'required', { at: hour, phone: ' ' }],
    ['note', 'length', { at: hour, note: '가'.repeat(501) }],
  ])('is refused by the name of what is wrong: %s %s', async (field, code, body) => {
    const answer = await promise({ ...body, at: desk.now + body.at });
    expect(answer.status).toBe(400);
    expect(answer.contents).toEqual([expect.objectContaining({ field, code })]);
  });

  it('is one at a time, and once for its key', async () => {
    const at = desk.now + hour;
    const [one, two] = [await promise({ at }, 'agent1', 'one-key'), await promise({ at }, 'agent1', 'one-key')];
    expect(callOf(two)).toEqual(callOf(one));
    const again = await promise({ at });
    expect([again.status, (await list()).length]).toEqual([409, 1]);
  });

  it('is for the assignee and administrators; others and other services find nothing to change', async () => {
    expect((await promise(undefined, 'agent2')).status).toBe(403);
    const call = callOf(await promise(undefined, 'admin1'));
    expect([call.by.usercode, call.assignee.usercode]).toEqual(['admin1', 'agent1']);
    expect((await change(call, { state: 'done' }, 'agent2')).status).toBe(403);
    const elsewhere = desk.as('jpagent', 'demojp');
    expect((await elsewhere.patch(`callbacks/${call.callId}.json`, { version: 1, state: 'done' })).status).toBe(404);
    expect((await elsewhere.get(`callbacks.json?ticketId=${ticketId}`)).status).toBe(404);
    expect(await list('agent2')).toEqual([]);
    expect(await list('agent2', `?ticketId=${ticketId}`)).toEqual([call]);
  });

  it.each([
    ['completed', 'agent2', { state: 'done' }, 403],
    ['completed', 'agent2', { note: '남의 약속' }, 403],
    ['completed', 'agent1', { note: '늦은 메모' }, 409],
    ['completed', 'agent2', { state: 'done', note: '남의 말' }, 403],
    ['completed', 'agent1', { state: 'done', phone: '02-123-4567' }, 400],
    ['completed', 'agent1', { state: 'done', at: 8_000_000_000_000 }, 400],
    ['completed', 'agent1', { state: 'done', note: '통화함' }, 200],
    ['completed', 'agent1', { state: 'done' }, 200],
    ['completed', 'admin1', { state: 'cancelled' }, 200],
    ['unassigned', 'agent2', { state: 'cancelled' }, 403],
    ['unassigned', 'agent1', { note: '아직' }, 409],
    ['unassigned', 'agent1', { state: 'cancelled' }, 200],
    ['processing', 'agent2', { state: 'done' }, 403],
    ['processing', 'agent1', { state: 'done', phone: '02-123-4567' }, 400],
  ] as const)('of a ticket that is %s: %s asks for %j and is answered %i', async (status, usercode, body, answer) => {
    const call = callOf(await promise());
    const set = status === 'unassigned' ? { status, assignee: null, assigneeName: '' } : { status };
    await desk.database.system((tx) => tx.update(tickets).set(set).where(eq(tickets.ticketId, ticketId)));
    expect((await change(call, body, usercode)).status).toBe(answer);
    const [kept] = await desk.database.system((tx) => tx.select().from(callbacks));
    const state = answer === 200 ? ('state' in body ? body.state : 'open') : 'open';
    const note = answer === 200 && 'note' in body ? body.note : '';
    expect(kept).toMatchObject({ state, phone, note, dueAt: call.at });
  });

  it('loses what is masked in its ticket, whether it is open or over, and its agent hears of it', async () => {
    ticketId = await desk.add(
      { body: sanitiseBody({ text: '번호 010-7777-8888 계좌 110-234-567890' }), customer: { name: '한지우', phone } },
      mine,
    );
    const [number, account] = ['010-7777-8888', '110-234-567890'];
    const over = callOf(
      await promise({ at: desk.now + hour, phone: number, note: `계좌 ${account} 확인` }, 'agent1', 'k1'),
    );
    await change(over, { state: 'done' });
    const call = callOf(await promise({ at: desk.now + hour, phone: '01077778888', note: `계좌 ${account}` }));
    const stream = await EventReader.open(await desk.caller('agent1'));
    const mask = async (words: string) => {
      const [entry] = (await desk.as('agent1').get(`tickets/${ticketId}/history.json`))
        .contents as unknown as HistoryEntry[];
      const range = { start: entry!.text.indexOf(words), length: words.length, expectedVersion: entry!.bodyVersion };
      expect((await desk.as('agent1').post(`messages/${entry!.id}/masks.json`, range)).status).toBe(201);
    };
    await mask(number);
    await mask(account);
    await stream.until(() => stream.events.filter(({ event }) => event === 'call').length >= 2);
    stream.close();
    const kept = await desk.database.system((tx) => tx.select().from(callbacks).orderBy(callbacks.callbackId));
    expect(kept.map((one) => [one.state, one.phone, one.note])).toEqual([
      ['done', '*************', '계좌 ************** 확인'],
      ['open', '***********', '계좌 **************'],
    ]);
    expect((await change(call, { note: `계좌 ${account}` })).status).toBe(409);
    expect((await list('agent2', `?ticketId=${ticketId}`)).map((one) => one.phone)).toEqual(['***********']);
    const again = await promise({ at: desk.now + hour, phone: number, note: `계좌 ${account} 확인` }, 'agent1', 'k1');
    expect(JSON.stringify(again.content ?? {})).not.toContain(account);
  });

  it('needs somebody who has the ticket', async () => {
    ticketId = await desk.add();
    expect((await promise()).status).toBe(409);
  });

  it('goes with its ticket to another agent, and ends with spam', async () => {
    await promise();
    await desk.as('agent1').act(ticketId, 'forward', { groupId: 3, usercode: 'agent2' });
    expect([await figuresOf(), await figuresOf('agent2')]).toMatchObject([{ calls: 0 }, { calls: 1 }]);
    expect((await list('agent2')).map((call) => call.assignee.usercode)).toEqual(['agent2']);
    const spam = await desk.as('agent2').act(ticketId, 'process', { action: 'internal', reason: 'spam', html: '' });
    expect(spam.status).toBe(200);
    expect(await list('agent2')).toEqual([]);
    expect((await linesOf()).map(({ kind }) => kind)).toEqual(['call_promised', 'call_cancelled']);
    await desk.as('admin1').act(ticketId, 'restore');
    expect(await figuresOf('agent2')).toMatchObject({ calls: 0 });
  });

  it('is told of once when its time has come, to its agent alone', async () => {
    const [own, other] = [
      await EventReader.open(await desk.caller('agent1')),
      await EventReader.open(await desk.caller('agent2')),
    ];
    const versions = ({ events }: EventReader) =>
      events
        .map(({ event, data }) => ({ event, ...(data as { ticketId: string; version: number }) }))
        .filter((one) => one.event === 'ticket' && one.ticketId === ticketId)
        .map(({ version }) => version);
    const calls = ({ events }: EventReader) => events.filter(({ event }) => event === 'call').length;
    const bothHear = (version: number) =>
      Promise.all([own, other].map((stream) => stream.until(() => versions(stream).includes(version))));
    const at = desk.now + hour;
    const call = callOf(await promise({ at }));
    expect((await figuresOf()).next).toBeLessThanOrEqual(at + 1_000);
    const { version } = await desk.as('agent1').ticket(ticketId);
    await bothHear(version);
    await own.until(() => calls(own) === 1);
    await tellDueCalls(desk.database, desk.now);
    desk.advance(hour);
    expect(await list('agent1', '?due=true')).toEqual([call]);
    expect(await figuresOf()).toMatchObject({ calls: 1, due: 1 });
    await Promise.all([tellDueCalls(desk.database, desk.now), tellDueCalls(desk.database, desk.now)]);
    await bothHear(version + 1);
    await own.until(() => calls(own) > 1);
    expect(calls(own)).toBe(2);
    expect(versions(own).filter((one) => one > version)).toEqual([version + 1]);
    expect(calls(other)).toBe(0);
    own.close();
    other.close();
    expect(await linesOf()).toEqual([
      { kind: 'call_promised', actor: 'agent1' },
      { kind: 'call_due', actor: null },
    ]);
    // Moved, it is told of again.
    await change(call, { at: desk.now + hour });
    desk.advance(hour);
    await tellDueCalls(desk.database, desk.now);
    expect((await linesOf()).filter(({ kind }) => kind === 'call_due')).toHaveLength(2);
  });

  it('is told of whatever stands before it: one that fails, and more than a round of a service that is not there', async () => {
    const call = callOf(await promise({ at: desk.now + hour }));
    const others = Array.from({ length: 150 }, (_, index) => ({
      serviceId: 'gone',
      ticketId: `T16581996611${10 + index}IXTfw`.slice(0, 19),
      usercode: 'agent1',
      dueAt: desk.now,
      note: '',
      phone,
      madeBy: 'agent1',
      madeByName: '이준호',
      createdAt: desk.now,
    }));
    await desk.database.system((tx) => tx.insert(callbacks).values(others));
    desk.advance(hour);
    const errors: unknown[] = [];
    const failing: Database = {
      ...desk.database,
      transaction: (scope, work) =>
        scope.serviceId === 'gone' ? Promise.reject(new Error('not there')) : desk.database.transaction(scope, work),
    };
    await tellDueCalls(failing, desk.now, (error) => errors.push(error));
    const ofCall = eq(callbacks.callbackId, call.callId);
    const tellAgain = () => desk.database.system((tx) => tx.update(callbacks).set({ toldAt: null }).where(ofCall));
    const toldAt = async () =>
      (await desk.database.system((tx) => tx.select().from(callbacks).where(ofCall)))[0]?.toldAt;
    expect([errors.length, await toldAt()]).toEqual([150, desk.now]);
    await tellAgain();
    await tellDueCalls(desk.database, desk.now);
    expect(await toldAt()).toBe(desk.now);
  });

  it('is read under the eyes of the access log, without a word of it', async () => {
    await promise({ at: desk.now + hour, note: '비밀 메모' });
    // Further on than one access is taken for the same.
    desk.advance(hour);
    await list();
    await list();
    const lines = await desk.database.system((tx) => tx.select().from(auditLog).where(eq(auditLog.at, desk.now)));
    expect(lines.map(({ kind, usercode, customerId }) => [kind, usercode, typeof customerId])).toEqual([
      ['calls_listed', 'agent1', 'number'],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/비밀|1234/);
  });
});

describe('the call that counts anew', () => {
  const recounted = async (usercode: string) => {
    const { status, content } = await desk.as(usercode).post('board/recount.json', {});
    return { status, corrected: content?.['corrected'] };
  };

  it('finds and mends what was wrong, for administrators', async () => {
    const all = and(eq(tallies.name, 'all'), eq(tallies.serviceId, 'demo'));
    await desk.database.system((tx) =>
      tx.insert(tallies).values({ serviceId: 'demo', name: 'all', at: 0, value: 5 }).onConflictDoNothing(),
    );
    expect((await recounted('admin1')).status).toBe(200);
    expect(await recounted('admin1')).toEqual({ status: 200, corrected: [] });
    await desk.database.system((tx) => tx.update(tallies).set({ value: 99 }).where(all));
    const { corrected } = await recounted('admin1');
    expect(corrected).toEqual([{ name: 'all', at: 0, value: expect.any(Number) }]);
    expect(await recounted('admin1')).toEqual({ status: 200, corrected: [] });
    expect((await recounted('agent1')).status).toBe(403);
    expect(desk.errors.map(String)).toContainEqual(
      expect.stringMatching(/^Error: 1 kept figures of demo were corrected: all /),
    );
  });
});

describe('the next change of the board', () => {
  it("is the service's midnight where nothing else comes before", async () => {
    await desk.database.system((tx) => tx.delete(callbacks));
    const jp = (await desk.as('jpagent', 'demojp').get('board.json')).content as unknown as Required<Board>;
    expect(new Date(jp.next).toISOString()).toMatch(/T15:00:00\.000Z$/);
  });
});
