import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachments, mails, messages, services, tickets } from '../../demo/server/db/schema.js';
import { countedAddress } from '../../demo/server/services/open/spam-limits.js';
import type { Caller } from './support/caller.js';
import { beginnings, fileOf } from './support/files.js';
import { OpenCaller } from './support/open-caller.js';
import { startServer, type TestServer } from './support/server.js';

let server: TestServer;
let host: OpenCaller;
let agent: Caller;

beforeAll(async () => {
  server = await startServer();
  host = new OpenCaller(server.app);
  agent = await server.as('admin1');
});
afterAll(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

const ticketPath = '/openapi/v1/ticket.json';
const endUser = { usercode: 'member-1', email: 'Member1@mail.example', username: '김회원', phone: '010-1234-5678' };
const agreed = [{ code: 'privacyAgree', value: 'true' }];
const inquiry = {
  categoryId: 101,
  subject: '배송 문의',
  content: '언제 도착하나요?\n감사합니다.',
  endUser,
  userFields: agreed,
};

const opened = async (more: object = {}, options = {}) => {
  const { status, body } = await host.post(ticketPath, { ...inquiry, ...more }, options);
  expect([status, body.header]).toEqual([200, { resultCode: 200, resultMessage: '', isSuccessful: true }]);
  return body.result.content;
};
const uploaded = async (file: File) => (await host.upload(file)).body.result.content.attachmentId as string;
const ofMember = (usercode: string, rest: string) =>
  `/openapi/v1/ticket/enduser/${encodeURIComponent(usercode)}/${rest}`;
const listOf = async (usercode: string, query = '') =>
  (await host.get(`${ofMember(usercode, 'list.json')}${query}`)).body.result;
const detailOf = (usercode: string, ticketId: string) => host.get(ofMember(usercode, `${ticketId}/detail.json`));
const process = async (ticketId: string, action: string, html: string, more = {}) => {
  const { version } = (await agent.get(`/tickets/${ticketId}.json`)).body.result.content;
  return agent.post(`/tickets/${ticketId}/process.json`, { expectedVersion: version, action, html, ...more });
};
const take = async (ticketId: string) => {
  const { version } = (await agent.get(`/tickets/${ticketId}.json`)).body.result.content;
  const answer = await agent.post(`/tickets/${ticketId}/claim.json`, { expectedVersion: version, groupId: 1 });
  expect(answer.status).toBe(200);
};

describe('a file for an inquiry', () => {
  it('is told as documented, shown in a browser or kept, and nothing of it can run', async () => {
    const { status, body } = await host.upload(fileOf('사진 1.png'));
    expect(status).toBe(200);
    const file = body.result.content;
    expect(file).toMatchObject({ fileName: '사진 1.png', contentType: 'image/png', disposition: 'attachment' });
    expect(file.attachmentId).toMatch(/^[0-9a-f]{32}$/);
    expect(file.size).toBe(beginnings.png.length);
    const path = `/api/v2/ticket/attachments/${file.attachmentId}`;
    const open = await host.get(path, { signed: false });
    expect(open.headers.get('Content-Disposition')).toMatch(/^inline/);
    expect(open.headers.get('Content-Security-Policy')).toContain('sandbox');
    const kept = await host.get(`${path}?type=download`, { signed: false });
    expect(kept.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect((await new OpenCaller(server.app, 'demojp').get(path, { signed: false })).status).toBe(404);
  });

  it.each([
    ['too large', fileOf('a.txt', 'x'.repeat(10 * 1024 * 1024)), /less than 10MB/],
    ['much too large', fileOf('a.txt', 'x'.repeat(11 * 1024 * 1024)), /less than 10MB/],
    ['of a long name', fileOf(`${'가'.repeat(96)}.txt`), /less than 100 characters/],
    ['of another kind', fileOf('a.exe', 'MZ'), /type is not allowed/],
    ['not what its name says', fileOf('a.png', 'no picture'), /not what its name says/],
  ])('is refused when it is %s', async (_what, file, message) => {
    const { status, body } = await host.upload(file);
    expect(status).toBe(400);
    expect(body.header.resultCode).toBe(400);
    expect(body.result.content.exception).toBe('OcException');
    expect(body.result.content.message).toMatch(message);
  });
});

describe('a file that no inquiry has yet', () => {
  it('is handed out where it is a picture, and nothing else', async () => {
    const status = async (name: string) =>
      (await host.get(`/api/v2/ticket/attachments/${await uploaded(fileOf(name))}`, { signed: false })).status;
    expect([await status('a.gif'), await status('a.pdf'), await status('a.txt')]).toEqual([200, 404, 404]);
  });

  it('finds room, unless too many wait', async () => {
    const attachmentId = await uploaded(fileOf('a.txt'));
    const withSize = (size: number) =>
      server.database.system((tx) =>
        tx.update(attachments).set({ size }).where(eq(attachments.attachmentId, attachmentId)),
      );
    await withSize(2 ** 31 - 1);
    const full = await host.upload(fileOf('b.txt'));
    expect([full.status, full.body.result.content.exception]).toEqual([400, 'OcException']);
    await withSize(9);
    expect((await host.upload(fileOf('b.txt'))).status).toBe(200);
  });
});

describe('a ticket that a host opens', () => {
  it('is told as documented, and agents find it with channel, customer and fields', async () => {
    const ticket = await opened({
      source: 'spweb',
      typeOne: 'A',
      userFields: [...agreed, { code: 'interests', value: ['할인'] }],
    });
    expect(ticket).toMatchObject({
      subject: '배송 문의',
      categoryId: 101,
      categoryName: '주문',
      categoryFullName: '주문',
      statusName: '접수 완료',
      status: 'new',
      attachments: null,
      contents: [],
      displayDt: '2026.05.12',
      createdDt: server.clock.now,
    });
    expect(ticket.content).toContain('언제 도착하나요?<br>감사합니다.');
    const { content } = (await agent.get(`/tickets/${ticket.ticketId}.json`)).body.result;
    expect(content).toMatchObject({
      channel: 'spweb',
      status: 'unassigned',
      language: 'ko',
      customer: { usercode: 'member-1', name: '김회원', email: 'member1@mail.example' },
    });
    expect(content.fields).toMatchObject({ interests: ['할인'], privacyAgree: true });
  });

  it('takes numbers and truths as texts, and names its type in the language that is asked for', async () => {
    const { status, body } = await host.post(`${ticketPath}?language=en`, { ...inquiry, categoryId: '102' });
    expect(status).toBe(200);
    expect(body.result.content).toMatchObject({ categoryId: 102, statusName: 'Received' });
    expect(body.result.content.categoryFullName).toMatch(/>/);
  });

  it('refuses every wrong field by its documented name', async () => {
    const wrong = {
      categoryId: 999999,
      subject: '가'.repeat(256),
      endUser: { email: 'nobody', phone: '0'.repeat(31) },
      attachments: [{ attachmentId: 'f'.repeat(32) }],
      typeOne: 'x'.repeat(201),
      source: 'fax',
    };
    const { status, body } = await host.post(ticketPath, wrong);
    expect(status).toBe(400);
    const keys = body.result.contents.map((one: { key: string }) => one.key);
    expect(keys).toEqual([
      'validate.ticket.category.invalid',
      'validate.ticket.subject.length',
      'validate.ticket.content.required',
      'validate.ticket.mail.invalid',
      'validate.ticket.name.required',
      'validate.ticket.phone.length',
      'validate.ticket.typeOne.length',
      'validate.ticket.source.invalid',
      'validate.ticket.attachment.invalid',
    ]);
    expect(body.result.contents[1]).toMatchObject({
      objectName: 'subject',
      field: '5',
      validate: 'length',
      message: 'validate.ticket.subject.length',
      rejectValue: '가'.repeat(256),
    });
  });

  it.each([
    ['a field that is missing', [], 'privacyAgree.required'],
    ['agreement that is none', [{ code: 'privacyAgree', value: 'false' }], 'privacyAgree.required'],
    ['a field that is not there', [...agreed, { code: 'nothing', value: 'x' }], 'nothing.invalid'],
    ['a field of agents', [...agreed, { code: 'memo', value: 'x' }], 'memo.invalid'],
    ['a choice that is none', [...agreed, { code: 'boughtAt', value: '시장' }], 'boughtAt.invalid'],
    ['a day that is none', [...agreed, { code: 'deliveryDate', value: '2026-02-30' }], 'deliveryDate.invalid'],
    ['a long text', [...agreed, { code: 'orderNo', value: '1'.repeat(21) }], 'orderNo.length'],
    ['boxes that are a text', [...agreed, { code: 'interests', value: '할인' }], 'interests.invalid'],
  ])('refuses %s', async (_what, userFields, key) => {
    const { body } = await host.post(ticketPath, { ...inquiry, userFields });
    expect(body.header.resultCode).toBe(400);
    expect(body.result.contents[0]).toMatchObject({ key: `validate.ticket.${key}` });
    // Only fields of the form have a number.
    expect(body.result.contents[0].field).toMatch(/^(?:nothing|memo)\./.test(key) ? /^$/ : /^\d{4,}$/);
  });

  it('tells back of what was sent no more than is needed to find it', async () => {
    const long = { code: 'x'.repeat(5_000), value: { deep: ['y'] } };
    const { body } = await host.post(ticketPath, { ...inquiry, userFields: [...agreed, long] });
    const [{ objectName, rejectValue }] = body.result.contents;
    expect([objectName, rejectValue]).toEqual(['x'.repeat(100), null]);
    const many = await host.post(ticketPath, { ...inquiry, userFields: new Array(201).fill(agreed[0]) });
    expect(many.body.result.contents[0].key).toBe('validate.ticket.userFields.invalid');
  });

  it('names the body where that is something else', async () => {
    const { body } = await host.post(ticketPath, []);
    expect([body.header.resultMessage, body.result.contents]).toEqual([
      expect.stringContaining('body: '),
      [expect.objectContaining({ objectName: 'body' })],
    ]);
  });

  it('takes at most five files, each once, and shows pictures of its text from the Open API', async () => {
    const inside = await uploaded(fileOf('in.png'));
    const beside = await Promise.all([1, 2, 3, 4, 5].map((n) => uploaded(fileOf(`${n}.txt`))));
    const six = [...beside, await uploaded(fileOf('6.txt'))].map((attachmentId) => ({ attachmentId }));
    const many = await host.post(ticketPath, { ...inquiry, attachments: six });
    expect(many.body.result.contents[0].key).toBe('validate.ticket.attachment.length');
    const content = `보세요\n<img src="/demo/api/v2/ticket/attachments/${inside}"/>`;
    const attachments = beside.map((attachmentId) => ({ attachmentId }));
    const ticket = await opened({ content, attachments });
    expect(ticket.content).toContain(`<br><img src="/demo/api/v2/ticket/attachments/${inside}"`);
    expect(ticket.attachments.map((file: { fileName: string }) => file.fileName).sort()).toEqual([
      '1.txt',
      '2.txt',
      '3.txt',
      '4.txt',
      '5.txt',
    ]);
    const again = await host.post(ticketPath, { ...inquiry, attachments: attachments.slice(0, 1) });
    expect(again.body.result.contents[0].key).toBe('validate.ticket.attachment.invalid');
    expect((await host.get(`/api/v2/ticket/attachments/${inside}`, { signed: false })).status).toBe(200);
  });

  it('keeps nothing of a text that could run, and every word of one that only looks so', async () => {
    const ticket = await opened({
      content: '<p onclick="x()">1 < 2, <your name> <script>alert(1)</script><img src=x onerror=y></p>',
    });
    expect(ticket.content).not.toMatch(/<script|onclick|onerror/);
    expect(ticket.content).toContain('1 &lt; 2, &lt;your name&gt;');
  });

  it.each([
    ['a picture in the text itself', '<img src="data:image/png;base64,AAAA">', 'invalid'],
    ['one behind another value', '<img alt=">" src="data:image/png;base64,AAAA">', 'invalid'],
    ['one that is spelled otherwise', '<img src="&#100;ata:image/png;base64,AAAA">', 'invalid'],
    ['markup without a word', '<p> </p>', 'required'],
    ['a long text', '가'.repeat(5_001), 'length'],
  ])('refuses as its content %s', async (_what, content, validate) => {
    const { body } = await host.post(ticketPath, { ...inquiry, content });
    expect(body.result.contents[0].key).toBe(`validate.ticket.content.${validate}`);
  });

  it('takes an opening that goes on over the next one for text: no text is read to its end from each of its openings', async () => {
    expect((await opened({ content: 'a <b 5<y> c' })).content).toContain('a &lt;b 5&lt;y&gt; c');
  });

  it('shows a file that is no picture beside the text that names it', async () => {
    const attachmentId = await uploaded(fileOf('in.pdf'));
    const ticket = await opened({ content: `<p>x</p><img src="/demo/api/v2/ticket/attachments/${attachmentId}">` });
    expect(ticket.attachments).toMatchObject([{ attachmentId, fileName: 'in.pdf' }]);
  });
});

describe('a member', () => {
  it('finds own tickets only, whoever else has the same address', async () => {
    const [mine, theirs] = [
      await opened({ endUser: { ...endUser, usercode: 'alice' } }),
      await opened({ endUser: { ...endUser, usercode: 'bob' } }),
    ];
    expect((await listOf('alice')).contents.map((one: { ticketId: string }) => one.ticketId)).toEqual([mine.ticketId]);
    expect((await detailOf('alice', theirs.ticketId)).status).toBe(404);
    expect((await detailOf('alice', mine.ticketId)).status).toBe(200);
    const other = await new OpenCaller(server.app, 'demojp').get(ofMember('alice', `${mine.ticketId}/detail.json`));
    expect(other.status).toBe(404);
    expect(other.body.result).toBeNull();
    const { customer } = (await agent.get(`/tickets/${theirs.ticketId}.json`)).body.result.content;
    expect(customer).toMatchObject({ usercode: 'bob', email: 'member1@mail.example' });
  });

  it('does not become a customer who is known by an address only, and is one customer however often he begins', async () => {
    const email = 'known@mail.example';
    const customerOf = async (endUserOf: object) => {
      const { ticketId } = await opened({ endUser: { email, username: 'X', ...endUserOf } });
      return (await agent.get(`/tickets/${ticketId}.json`)).body.result.content.customer;
    };
    const known = await customerOf({});
    const [first, second] = await Promise.all([
      customerOf({ usercode: 'mallory' }),
      customerOf({ usercode: 'mallory' }),
    ]);
    expect(first.usercode).toBe('mallory');
    expect(first.customerId).not.toBe(known.customerId);
    expect(second.customerId).toBe(first.customerId);
    expect(await customerOf({})).toEqual(known);
    expect(known.usercode).toBeNull();
  });

  it('is called as the host calls him: a code that only looks like another is refused, a long one is not', async () => {
    for (const usercode of ['alice\u200b', 'alice ', 'a  b', '\u1112\u1161\u11ab', 'x'.repeat(201), 5]) {
      const { body } = await host.post(ticketPath, { ...inquiry, endUser: { ...endUser, usercode } });
      expect(body.result.contents).toMatchObject([{ objectName: 'usercode' }]);
    }
    const usercode = 'f'.repeat(64);
    const { ticketId } = await opened({ endUser: { ...endUser, usercode } });
    expect((await listOf(usercode)).contents).toMatchObject([{ ticketId }]);
  });

  it('gets lists by page, status, type, source and order, by both methods', async () => {
    const usercode = 'carol/한글 50%';
    for (const [index, source] of (['web', 'spweb', 'api'] as const).entries()) {
      server.clock.advance(1_000);
      await opened({ source, subject: `${index}`, categoryId: 101 + index, endUser: { ...endUser, usercode } });
    }
    const subjects = async (query: string) =>
      (await listOf(usercode, query)).contents.map((one: { subject: string }) => one.subject).join('');
    expect(await subjects('')).toBe('210');
    expect(await subjects('?sort=createdDt:asc')).toBe('012');
    expect(await subjects('?source=web,api')).toBe('20');
    expect(await subjects('?categoryId=102&language=')).toBe('1');
    expect(await subjects('?status=solved')).toBe('');
    expect(await subjects('?status=new,open')).toBe('210');
    const second = await listOf(usercode, '?page=2&pageSize=2');
    expect(second).toMatchObject({ total: 3, pages: 2, pageNum: 2, pageSize: 2 });
    expect(second.contents[0]).toMatchObject({ subject: '0', content: null, contents: null, attachments: null });
    expect((await listOf(usercode, '?page=9')).total).toBe(3);
    expect((await host.post(ofMember(usercode, 'list.json?pageSize=1'))).body.result.contents).toHaveLength(1);
    expect((await listOf('nobody')).contents).toEqual([]);
    for (const query of ['?sort=subject:asc', '?sort=updatedDt', '?page=x', '?status=unassigned']) {
      const { body } = await host.get(`${ofMember(usercode, 'list.json')}${query}`);
      expect(body.header.resultCode).toBe(400);
      expect(body.result.contents[0].objectName).toMatch(/^(?:sort|page|status)/);
    }
    expect((await listOf(usercode, `?language=${'x'.repeat(50)}`)).total).toBe(3);
  });

  it('reads answers and never what agents tell each other; what was masked stays masked', async () => {
    const { ticketId } = await opened({
      content: '제 번호는 010-9876-5432 입니다.',
      endUser: { ...endUser, usercode: 'dora' },
    });
    await take(ticketId);
    expect((await process(ticketId, 'comment', '<p>내부 메모</p>')).status).toBe(200);
    expect((await process(ticketId, 'hold', '<p>확인 중입니다.</p>')).status).toBe(200);
    const history = (await agent.get(`/tickets/${ticketId}/history.json`)).body.result.contents;
    const start = history[0].text.indexOf('010-');
    const masked = await agent.post(`/messages/${history[0].id}/masks.json`, {
      expectedVersion: history[0].bodyVersion,
      start,
      length: 13,
    });
    expect(masked.status).toBeLessThan(300);
    const early = (await detailOf('dora', ticketId)).body.result.content;
    // Who reads that he was answered looks for the answer.
    expect(early).toMatchObject({ status: 'open', contents: [] });
    expect((await listOf('dora')).contents).toMatchObject([{ status: 'open' }]);
    server.clock.advance(60_000);
    const { content } = (await detailOf('dora', ticketId)).body.result;
    expect(content.status).toBe('reply');
    expect(content.contents).toMatchObject([{ type: 'csuser', typeName: '답변', content: '<p>확인 중입니다.</p>' }]);
    expect(JSON.stringify(content)).not.toMatch(/내부 메모|9876/);
    expect(content.content).toContain('***');
  });

  it('writes again: what was resolved is in work again, what was completed takes nothing more', async () => {
    const usercode = 'erin';
    const { ticketId } = await opened({ endUser: { ...endUser, usercode } });
    const path = ofMember(usercode, `${ticketId}/comment.json`);
    await take(ticketId);
    await process(ticketId, 'resolve', '<p>도착했습니다.</p>', { handlingTypeId: 102 });
    server.clock.advance(60_000);
    expect((await detailOf(usercode, ticketId)).body.result.content.status).toBe('solved');
    const attachmentId = await uploaded(fileOf('more.pdf'));
    const { status, body } = await host.post(`${path}?attachments=${attachmentId}&language=ja`, {
      comment: '아직입니다.',
    });
    expect(status).toBe(200);
    expect(body.result.content).toMatchObject({
      type: 'enduser',
      typeName: 'お問い合わせ',
      content: '<p>아직입니다.</p>',
      attachments: [{ attachmentId, fileName: 'more.pdf' }],
    });
    const detail = (await detailOf(usercode, ticketId)).body.result.content;
    expect(detail.status).toBe('open');
    expect(detail.contents.map((one: { type: string }) => one.type)).toEqual(['enduser', 'csuser']);
    for (const [comment, key] of [
      [undefined, 'comment.required'],
      ['가'.repeat(5001), 'comment.length'],
      [5, 'comment.invalid'],
    ] as const)
      expect((await host.post(path, { comment })).body.result.contents[0].key).toBe(`validate.ticket.${key}`);
    const taken = await host.post(`${path}?attachments=${attachmentId}`, { comment: 'x' });
    expect(taken.body.result.contents[0].key).toBe('validate.ticket.attachment.invalid');
    expect((await host.post(ofMember('dora', `${ticketId}/comment.json`), { comment: 'x' })).status).toBe(404);
    await server.database.system((tx) =>
      tx
        .update(tickets)
        .set({ status: 'completed' })
        .where(and(eq(tickets.serviceId, 'demo'), eq(tickets.ticketId, ticketId))),
    );
    const closed = await host.post(path, { comment: 'x' });
    expect(closed.body.header).toMatchObject({ resultCode: 400, isSuccessful: false });
    expect((await detailOf(usercode, ticketId)).body.result.content.status).toBe('closed');
  });

  it('is handed out files of what is told only: nothing from other channels, nor of answers that were taken back', async () => {
    const attachmentId = await uploaded(fileOf('in.pdf'));
    const usercode = 'grace';
    const { ticketId } = await opened({ attachments: [{ attachmentId }], endUser: { ...endUser, usercode } });
    await take(ticketId);
    await process(ticketId, 'hold', '<p>확인 중입니다.</p>');
    const ofTicket = (more: { channel?: 'mail' | 'phone' | 'web' }) =>
      server.database.system((tx) => tx.update(tickets).set(more).where(eq(tickets.ticketId, ticketId)));
    const status = async () => (await host.get(`/api/v2/ticket/attachments/${attachmentId}`, { signed: false })).status;
    expect(await status()).toBe(200);
    for (const channel of ['mail', 'phone'] as const) {
      await ofTicket({ channel });
      expect(await status()).toBe(404);
    }
    await ofTicket({ channel: 'web' });
    const [answer] = await server.database.system((tx) =>
      tx
        .select({ id: messages.id })
        .from(messages)
        .where(and(eq(messages.ticketId, ticketId), eq(messages.kind, 'hold'))),
    );
    await server.database.system((tx) =>
      tx
        .update(attachments)
        .set({ entryId: answer?.id ?? 0 })
        .where(eq(attachments.attachmentId, attachmentId)),
    );
    expect(await status()).toBe(404);
    server.clock.advance(60_000);
    expect(await status()).toBe(200);
    await server.database.system((tx) =>
      tx.update(mails).set({ state: 'withdrawn' }).where(eq(mails.ticketId, ticketId)),
    );
    expect(await status()).toBe(404);
    expect((await detailOf(usercode, ticketId)).body.result.content.contents).toEqual([]);
  });

  it('is not told of what became spam, nor of its files', async () => {
    const usercode = 'frank';
    const attachmentId = await uploaded(fileOf('s.txt'));
    const { ticketId } = await opened({ attachments: [{ attachmentId }], endUser: { ...endUser, usercode } });
    await take(ticketId);
    await process(ticketId, 'internal', '', { reason: 'spam', handlingTypeId: 102 });
    expect((await listOf(usercode)).contents).toEqual([]);
    expect((await detailOf(usercode, ticketId)).status).toBe(404);
    expect((await host.post(ofMember(usercode, `${ticketId}/comment.json`), { comment: 'x' })).status).toBe(404);
    expect((await host.get(`/api/v2/ticket/attachments/${attachmentId}`, { signed: false })).status).toBe(404);
  });
});

describe('the address that is counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    [' ::ffff:203.0.113.7 ', '203.0.113.7'],
    ['1.2.3.4, 203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:1::2', '20010db800000001/64'],
    ['2001:db8:0:1:ffff::', '20010db800000001/64'],
    ['unknown', null],
    ['x'.repeat(3_000), null],
    [null, null],
  ])('of %s is %s', (told, counted) => {
    expect(countedAddress(told)).toBe(counted);
  });
});

describe('spam limits', () => {
  it('refuse with a code of their own and status 200, by address and by member, until their time is over', async () => {
    const limits = { perAddress: { count: 2, minutes: 10 }, perMember: { count: 1, minutes: 5 } };
    await server.database.system((tx) =>
      tx.update(services).set({ spamLimits: limits }).where(eq(services.serviceId, 'demo')),
    );
    const from = { headers: { 'OC-Client-IP': '203.0.113.7' } };
    const ask = async (usercode: string | undefined, options = from) => {
      const { status, body } = await host.post(ticketPath, { ...inquiry, endUser: { ...endUser, usercode } }, options);
      expect(status).toBe(200);
      return body.header.resultCode;
    };
    expect(await ask('gina')).toBe(200);
    expect(await ask('gina', { headers: { 'OC-Client-IP': '203.0.113.8' } })).toBe(1002);
    expect(await ask('henry')).toBe(200);
    expect(await ask('ida', { headers: { 'OC-Client-IP': '192.0.2.1, ::ffff:203.0.113.7' } })).toBe(1001);
    server.clock.advance(10 * 60_000);
    expect(await ask('ida')).toBe(200);
    const both = await Promise.all([
      ask('jan', { headers: { 'OC-Client-IP': '' } }),
      ask('jan', { headers: { 'OC-Client-IP': '' } }),
    ]);
    expect(both.sort()).toEqual([1002, 200]);
    await server.database.system((tx) =>
      tx
        .update(services)
        .set({ spamLimits: { perAddress: null, perMember: null } })
        .where(eq(services.serviceId, 'demo')),
    );
  });
});
