import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, customers } from '../../demo/server/db/schema.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import type { HistoryEntry } from '../../src/domain/types.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk } from './tickets/desk.js';

const jiwoo = { name: '한지우', email: 'jiwoo@customer.example', phone: '010-1234-5678' };

describe('what the same customer asked elsewhere', () => {
  let server: TestServer;
  let desk: Desk;
  let open: string;
  /** From the oldest on. */
  const before: string[] = [];
  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
    for (const subject of ['첫 번째 배송 문의', '환불 문의', '쿠폰 문의']) {
      before.push(await desk.add({ customer: jiwoo, subject }));
      desk.advance(60_000);
    }
    open = await desk.add({ customer: jiwoo, subject: '지금 열린 문의' });
    await desk.add({ customer: { name: '남', email: 'other@customer.example', phone: '010-1234-5678' } });
    await desk.add({ customer: jiwoo, subject: '스팸' }, { spam: true });
    await desk.add({ customer: jiwoo, subject: '다른 서비스' }, {}, 'demojp');
  });
  afterAll(() => server.close());

  const related = (query = '', ticketId = open, usercode = 'agent1') =>
    desk.as(usercode).get(`tickets/${ticketId}/related.json?${query}`);
  const idsOf = async (query = '', ticketId = open) =>
    (await related(query, ticketId)).contents.map((row) => row.ticketId);
  const noted = (usercode: string) =>
    server.database.system((tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.usercode, usercode), eq(auditLog.kind, 'related_read'))),
    );

  it('stands there newest first, without the ticket itself, spam, other people and other services', async () => {
    const { status, contents, result } = await related();
    expect([status, contents.map((row) => row.ticketId), result.total, result.next]).toEqual([
      200,
      before.toReversed(),
      3,
      null,
    ]);
    expect(contents[0]).toMatchObject({ subject: '쿠폰 문의', customer: { email: jiwoo.email } });
    expect(contents[0]?.actions).toContain('claim');
    expect(await idsOf('', before[0])).toEqual([open, before[2], before[1]]);
  });

  it('is told page by page', async () => {
    const first = await related('limit=2');
    expect([first.contents.length, first.result.next, first.result.total]).toEqual([2, '2', 3]);
    const second = await related(`limit=2&page=${first.result.next}`);
    expect([second.contents.map((row) => row.ticketId), second.result.next]).toEqual([[before[0]], null]);
    const beyond = await related('page=9');
    expect([beyond.contents, beyond.result.next, beyond.result.total]).toEqual([[], null, 3]);
  });

  it('is looked through by words as the list is, and never finds what is masked', async () => {
    expect(await idsOf(`q=${encodeURIComponent('환불')}`)).toEqual([before[1]]);
    const ticketId = await desk.add({ customer: jiwoo, body: sanitiseBody({ html: '<p>카드 4111222233334444</p>' }) });
    expect(await idsOf('q=4111222233334444')).toEqual([ticketId]);
    const agent = await desk.caller('agent1');
    const [entry] = (await agent.get(`/tickets/${ticketId}/history.json`)).body.result.contents as HistoryEntry[];
    const start = entry!.text.indexOf('4111');
    const range = { start, length: 16, expectedVersion: entry!.bodyVersion };
    expect((await agent.post(`/messages/${entry!.id}/masks.json`, range)).status).toBe(201);
    expect(await idsOf('q=4111222233334444')).toEqual([]);
    expect(await idsOf(`q=${encodeURIComponent('카드')}`)).toEqual([ticketId]);
  });

  it('knows a customer by the same code, and by the same number and name, in more than one record', async () => {
    const called = await desk.add({ channel: 'phone', customer: { name: '한지우', phone: '01012345678' } });
    const member = await desk.add({ customer: { name: '지우', email: 'member@customer.example' } });
    const coded = await desk.add({ customer: { name: '지우', email: 'coded@customer.example', usercode: 'J-1' } });
    await server.database.system((tx) =>
      tx.update(customers).set({ usercode: 'J-1' }).where(eq(customers.email, 'member@customer.example')),
    );
    expect(await idsOf()).toContain(called);
    expect(await idsOf('', called)).toContain(open);
    expect(await idsOf('', member)).toEqual([coded]);
  });

  it('is empty for a ticket whose customer nobody knows', async () => {
    const ticketId = await desk.add({}, { customerId: null });
    expect(await related('', ticketId)).toMatchObject({ status: 200, contents: [], result: { total: 0, next: null } });
  });

  it('is written down once while the same is read again, with whose it was and never what was looked for', async () => {
    const [ticket] = (await related('', open, 'agent2')).contents;
    await related(`q=${encodeURIComponent('환불')}`, open, 'agent2');
    const lines = await noted('agent2');
    expect(lines.map((line) => line.ticketId)).toEqual(lines.map(() => open));
    expect(lines.map((line) => line.customerId)).toContain(ticket?.customer?.customerId);
    expect(new Set(lines.map((line) => line.customerId)).size).toBe(lines.length);
    expect(JSON.stringify(lines)).not.toContain('환불');
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    [`q=${encodeURIComponent('한')}`, 'q'],
    [`q=${'x'.repeat(101)}`, 'q'],
  ])('is refused with %s', async (query, field) => {
    const { status, contents } = await related(query);
    expect([status, contents[0]?.['field']]).toEqual([400, field]);
  });

  it('is of no ticket that is not there, or another service’s', async () => {
    expect((await related('', 'T0000000000000AAAAA')).status).toBe(404);
    const other = await desk.add({ customer: jiwoo }, {}, 'demojp');
    expect((await related('', other)).status).toBe(404);
    expect(await noted('nobody')).toEqual([]);
    expect(server.errors).toEqual([]);
  });
});
