import { and, desc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '../../demo/server/db/retry.js';
import { attachments, auditLog, customers } from '../../demo/server/db/schema.js';
import { denied, pruneAudit } from '../../demo/server/services/audit.js';
import { auditWords } from '../../demo/server/services/audit-words.js';
import { findSession } from '../../demo/server/services/context.js';
import { once } from '../../demo/server/services/idempotency.js';
import { auditKinds, type AuditRecord } from '../../src/domain/audit.js';
import { en } from '../../src/strings/more/en.js';
import { ja } from '../../src/strings/more/ja.js';
import { ko } from '../../src/strings/more/ko.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk, type Answer } from './tickets/desk.js';

const day = 24 * 3_600_000;
const state = (work: Promise<unknown>) => work.then(() => 'done', sqlState);

describe('the access log in the database', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    const line = {
      serviceId: 'demo',
      usercode: 'agent1',
      name: '이도윤',
      client: '127.0.0.1',
      kind: 'ticket_read',
    } as const;
    // By the clock of the database, which is the one that decides what may go.
    await server.database.system((tx) =>
      tx.insert(auditLog).values([729, 731.5, 733].map((days) => ({ ...line, at: Date.now() - days * day }))),
    );
  });
  afterAll(() => server.close());

  const inService = (query: string) =>
    state(server.database.transaction({ serviceId: 'demo' }, (tx) => tx.execute(sql.raw(query))));
  const inSystem = (query: string) => state(server.database.system((tx) => tx.execute(sql.raw(query))));
  const left = async () =>
    (await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.at))).map(({ at }) =>
      Math.round((Date.now() - at) / day),
    );

  it.each([
    'update audit_log set name = name',
    'delete from audit_log',
    'delete from audit_log where at < 0',
    'truncate audit_log',
  ])('is not changed by a request: %s', async (query) => {
    expect(await inService(query)).toBe('42501');
  });

  it.each(['update audit_log set name = name', 'delete from audit_log', 'truncate audit_log'])(
    'is not changed by the server itself: %s',
    async (query) => {
      expect(await inSystem(query)).toBe('42501');
      expect(await left()).toHaveLength(3);
    },
  );

  it('forgets what is two years old, and nothing younger though a clock is wrong', async () => {
    await server.database.system((tx) => pruneAudit(tx, Date.now() + 4000 * day));
    expect(await left()).toEqual([732, 729]);
    await server.database.system((tx) => pruneAudit(tx, Date.now() - 4000 * day));
    expect(await left()).toEqual([732, 729]);
  });
});

describe('audit.json', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const records = ({ contents }: Answer) => contents as unknown as AuditRecord[];
  const page = (query = '', usercode = 'admin1') => desk.as(usercode).get(`audit.json?${query}`);
  const list = async (query = '', usercode = 'admin1') => records(await page(query, usercode));
  const kinds = (lines: readonly AuditRecord[]) => lines.map(({ kind }) => kind);
  const open = (ticketId: string, usercode = 'agent1') => desk.as(usercode).get(`tickets/${ticketId}/history.json`);
  /** Lines as somebody's work would have left them. */
  const write = (lines: readonly Partial<typeof auditLog.$inferInsert>[]) =>
    server.database.system((tx) =>
      tx.insert(auditLog).values(
        lines.map((line) => ({
          serviceId: 'demo',
          at: desk.now,
          usercode: 'agent1',
          name: '이준호',
          client: '10.0.0.7',
          kind: 'masked' as const,
          ...line,
        })),
      ),
    );
  const latest = async () => {
    const [line] = await server.database.system((tx) => tx.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1));
    return line;
  };

  it('tells who opened whose ticket, when and from where', async () => {
    const customer = { name: '한지우', email: 'opened@customer.example', usercode: 'member-7' };
    const ticketId = await desk.add({ customer });
    expect((await open(ticketId)).status).toBe(200);
    expect(await list(`ticketId=${ticketId}`)).toEqual([
      {
        id: expect.any(String),
        at: desk.now,
        usercode: 'agent1',
        name: '이준호',
        client: '127.0.0.1',
        kind: 'ticket_read',
        ticketId,
        customer: { customerId: expect.any(Number), usercode: 'member-7', name: '한지우' },
        reason: null,
        data: {},
      },
    ]);
  });

  it('counts an opening once in ten minutes for each agent, however often the page reads again', async () => {
    const ticketId = await desk.add();
    const readers = async () => (await list(`ticketId=${ticketId}&kind=ticket_read`)).map(({ usercode }) => usercode);
    await open(ticketId);
    await open(ticketId);
    await open(ticketId, 'agent2');
    expect(await readers()).toEqual(['agent2', 'agent1']);
    desk.advance(9 * 60_000);
    await open(ticketId);
    expect(await readers()).toHaveLength(2);
    desk.advance(2 * 60_000);
    await open(ticketId);
    expect(await readers()).toEqual(['agent1', 'agent2', 'agent1']);
  });

  it('tells of files that were opened; pictures in a text belong to the reading of the ticket', async () => {
    const ticketId = await desk.add();
    const [file, picture, own] = ['a', 'b', 'c'].map((letter) => letter.repeat(32));
    const stored = { serviceId: 'demo', fileName: 'x.png', contentType: 'image/png', size: 1, createdAt: desk.now };
    const content = new Uint8Array([1]);
    await server.database.system((tx) =>
      tx.insert(attachments).values([
        { ...stored, attachmentId: file!, ticketId, inline: false, content },
        { ...stored, attachmentId: picture!, ticketId, inline: true, content },
        { ...stored, attachmentId: own!, uploadedBy: 'agent2', inline: false, content },
      ]),
    );
    const agent = await desk.caller('agent2');
    const before = (await list()).length;
    for (const id of [file, file, picture, own]) expect((await agent.get(`/attachments/${id}`)).status).toBe(200);
    const lines = await list();
    // And the reading of the log itself.
    expect(lines.length - before).toBeLessThanOrEqual(3);
    expect(lines.filter((line) => line.ticketId === ticketId)).toMatchObject([
      { kind: 'ticket_read', usercode: 'agent2' },
      { kind: 'file_read', usercode: 'agent2', data: { attachmentId: file } },
    ]);
  });

  it('says what the customer is called now, and what the service called the customer then', async () => {
    const ticketId = await desk.add({ customer: { name: '처음', email: 'then@customer.example', usercode: 'then' } });
    await open(ticketId);
    const { customerId } = (await desk.as('agent1').ticket(ticketId)).customer!;
    await server.database.system((tx) =>
      tx
        .update(customers)
        .set({ name: '나중', usercode: 'now' })
        .where(and(eq(customers.serviceId, 'demo'), eq(customers.customerId, customerId))),
    );
    const [line] = await list(`ticketId=${ticketId}`);
    expect(line?.customer).toEqual({ customerId, usercode: 'then', name: '나중' });
  });

  it('is looked through by agent, kind, period, ticket, customer and reason', async () => {
    const customer = { name: '은하수', email: 'galaxy@customer.example', usercode: 'G-1' };
    const ticketId = await desk.add({ customer });
    const { customerId } = (await desk.as('agent1').ticket(ticketId)).customer!;
    const day = 24 * 3_600_000;
    await write([
      { kind: 'mask_revealed', ticketId, customerId, reason: '본인 확인 ABC', at: desk.now - 40 * day },
      {
        kind: 'mask_unmasked',
        ticketId,
        customerId,
        usercode: 'agent3',
        reason: '오류 정정 100%',
        at: desk.now - 39 * day,
      },
      { kind: 'mask_purged', usercode: 'agent3', at: desk.now - 38 * day },
    ]);
    const old = (query: string) => list(`to=-30d&${query}`).then(kinds);
    expect(await old('')).toEqual(['mask_purged', 'mask_unmasked', 'mask_revealed']);
    expect(await old('usercode=agent3')).toEqual(['mask_purged', 'mask_unmasked']);
    expect(await old('kind=mask_purged,mask_revealed')).toEqual(['mask_purged', 'mask_revealed']);
    expect(await old(`ticketId=${ticketId}`)).toEqual(['mask_unmasked', 'mask_revealed']);
    for (const whose of [String(customerId), '은하', 'galaxy@', 'g-1']) {
      expect(await old(`customer=${encodeURIComponent(whose)}`)).toEqual(['mask_unmasked', 'mask_revealed']);
    }
    expect(await old('customer=999999')).toEqual([]);
    expect(await old('q=abc')).toEqual(['mask_revealed']);
    expect(await old(`q=${encodeURIComponent('0%')}`)).toEqual(['mask_unmasked']);
    expect(await old('from=-39d')).toEqual(['mask_purged', 'mask_unmasked']);
    expect(await old('from=-39d&usercode=agent3&kind=mask_unmasked&q=100')).toEqual(['mask_unmasked']);
  });

  it('is told page by page, newest first, without gaps though lines come in meanwhile', async () => {
    const at = desk.now - 300 * 24 * 3_600_000;
    await write(Array.from({ length: 25 }, (_, index) => ({ at: at + Math.floor(index / 5), data: { index } })));
    const query = 'from=2025-01-01&to=-200d&limit=10';
    const first = await page(query);
    expect([first.result.total, records(first).length]).toEqual([25, 10]);
    await write([{ at: at + 100, data: { index: 'late' } }]);
    const second = await page(`${query}&cursor=${first.result.next}`);
    const third = await page(`${query}&cursor=${second.result.next}`);
    expect([second.result.total, third.result.next]).toEqual([null, null]);
    const told = [first, second, third].flatMap((one) => records(one).map(({ data }) => data['index']));
    expect(told).toEqual(Array.from({ length: 25 }, (_, index) => 24 - index));
    expect((await page(`from=2025-01-02&to=-200d&limit=10&cursor=${first.result.next}`)).status).toBe(400);
  });

  it.each([
    ['kind=nothing', 'kind.0'],
    ['from=yesterday', 'from'],
    ['from=today&to=-3d', 'to'],
    ['ticketId=1', 'ticketId'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['cursor=nothing', 'cursor'],
    ['q=', 'q'],
  ])('is refused with %s', async (query, field) => {
    const { status, contents } = await page(query);
    expect([status, contents[0]?.['field']]).toEqual([400, field]);
  });

  it('tells of its own reading, once while the same is read, and never the words that were looked for', async () => {
    const query = 'usercode=agent2&kind=masked&from=-2d&customer=canary-name&q=canary-word';
    await page(query, 'admin1');
    await page(query, 'admin1');
    const [line, before] = await list('kind=audit_read&limit=2');
    expect(line).toMatchObject({
      usercode: 'admin1',
      data: { usercode: 'agent2', kinds: ['masked'], from: '-2d', customer: '*', q: '*' },
    });
    expect(before?.data).not.toEqual(line?.data);
    expect(JSON.stringify(await list('limit=200'))).not.toContain('canary');
  });

  it.each([
    ['audit.json', (ticketId: string) => desk.as('agent1').get(`audit.json?ticketId=${ticketId}`)],
    ['mask-audit.json', (ticketId: string) => desk.as('agent1').get(`tickets/${ticketId}/mask-audit.json`)],
    [
      'audit/export.json',
      (ticketId: string) =>
        desk
          .as('agent1')
          .post('audit/export.json', { filter: { ticketId }, reason: '점검', language: 'ko' }, 'refused'),
    ],
  ])('refuses %s to those who may not, and tells of that', async (_, ask) => {
    const ticketId = await desk.add();
    const answer = await ask(ticketId);
    expect([answer.status, answer.content['code'], answer.contents]).toEqual([403, 'needs_permission', undefined]);
    expect(await latest()).toMatchObject({ kind: 'audit_refused', usercode: 'agent1', ticketId });
  });

  it('tells of a refusal once, though the call is repeated with its key', async () => {
    const intention = { route: 'post /x', key: 'refused-once', fingerprint: 'x', ticketId: null };
    const refused = denied({ kind: 'mask_purge_refused', data: { maskId: 'm9' } });
    const call = () =>
      server.database.transaction({ serviceId: 'demo' }, async (tx) => {
        const session = (await findSession(tx, 'demo', 'agent1'))!;
        return once(tx, { session, now: desk.now, client: '10.0.0.9' }, intention, () => Promise.reject(refused));
      });
    expect([await call(), await call()]).toMatchObject([{ status: 403 }, { status: 403 }]);
    expect(await list('kind=mask_purge_refused')).toMatchObject([{ usercode: 'agent1', client: '10.0.0.9' }]);
  });

  it('tells nothing of another service, not even of its tickets and customers', async () => {
    const ticketId = await desk.add({ customer: { name: '他社', email: 'other@customer.example' } }, {}, 'demojp');
    await desk.as('jpagent', 'demojp').get(`tickets/${ticketId}/history.json`);
    expect((await open(ticketId)).status).toBe(404);
    expect(await list(`ticketId=${ticketId}`)).toEqual([]);
    expect(await list(`customer=${encodeURIComponent('他社')}`)).toEqual([]);
    expect((await desk.as('admin1').get(`tickets/${ticketId}/mask-audit.json`)).status).toBe(404);
    const theirs = records(await desk.as('jpadmin', 'demojp').get('audit.json?limit=200'));
    expect(theirs.map(({ usercode, ticketId: of }) => [usercode, of])).toEqual([['jpagent', ticketId]]);
  });

  it('tells of one ticket what happened to its masks', async () => {
    const ticketId = await desk.add();
    await open(ticketId);
    const maskId = '1'.repeat(32);
    const revealed = { ticketId, kind: 'mask_revealed' as const, data: { maskId: '2'.repeat(32) } };
    await write([
      { ticketId, kind: 'masked', data: { maskId, category: 'phone' } },
      { ticketId, kind: 'mask_reveal_refused', data: { maskId } },
      ...Array<typeof revealed>(500).fill(revealed),
      { kind: 'mask_purged' },
    ]);
    const ofAll = `tickets/${ticketId}/mask-audit.json`;
    expect(new Set(kinds(records(await desk.as('admin1').get(ofAll))))).toEqual(new Set(['mask_revealed']));
    // However much happened to others since.
    const told = await desk.as('admin1').get(`${ofAll}?maskId=${maskId}`);
    expect(kinds(records(told))).toEqual(['mask_reveal_refused', 'masked']);
    expect(await latest()).toMatchObject({ kind: 'audit_read', ticketId, usercode: 'admin1' });
  });

  it('comes as a file in the language of the agent, in which nothing calculates; that is told too', async () => {
    desk.advance(24 * 3_600_000);
    const filter = { from: 'today', kinds: ['mask_revealed', 'masked'] };
    await write([
      { kind: 'mask_revealed', reason: '=HYPERLINK("x")', name: '@SUM(A1)', data: { maskId: 'm1' } },
      ...Array.from({ length: 1_200 }, () => ({ kind: 'masked' as const })),
    ]);
    const caller = await desk.caller('admin1');
    const body = { filter, reason: ' 월간 점검 ', language: 'ja' };
    const { status, text, headers } = await caller.post('/audit/export.json', body);
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('Content-Disposition')).toContain('access-log-demo-20260513-');
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(1_202);
    expect(lines[0]).toContain('"日時","オペレーター"');
    expect(lines.at(-1)).toContain(`"'@SUM(A1)"`);
    expect(lines.at(-1)).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines.at(-1)).toContain('"マスキングの原文表示"');
    expect(await latest()).toMatchObject({
      kind: 'audit_exported',
      reason: '월간 점검',
      data: { ...filter, rows: 1_201 },
    });
    expect((await caller.post('/audit/export.json', { ...body, reason: ' ' })).status).toBe(400);
    expect((await caller.post('/audit/export.json', { ...body, filter: { nothing: 1 } })).status).toBe(400);
  });

  it('has the words of the page for every kind', () => {
    expect(
      Object.fromEntries(Object.entries(auditWords).map(([language, { kinds: words }]) => [language, words])),
    ).toEqual({
      ko: ko.auditKind,
      ja: ja.auditKind,
      en: en.auditKind,
    });
    expect(Object.keys(ko.auditKind).sort()).toEqual([...auditKinds].sort());
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
