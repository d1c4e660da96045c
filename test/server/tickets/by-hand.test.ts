import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLog, customers, tickets, triggers } from '../../../demo/server/db/schema.js';
import type { Caller } from '../support/caller.js';
import { fileOf } from '../support/files.js';
import { Desk, type Answer, type Client } from './desk.js';

let desk: Desk;
let agent: Client;
let caller: Caller;
beforeAll(async () => {
  desk = await Desk.open();
  agent = desk.as('agent1');
  caller = await desk.caller('agent1');
});
afterAll(() => desk.close());

const whole = {
  categoryId: 101,
  subject: '전화로 받은 문의',
  html: '<p>색상을 <b>바꾸고</b> 싶다고 하심</p>',
  endUser: { usercode: null, name: '한지우', email: 'Jiwoo@Customer.example', phone: '010-1111-2222' },
  fields: { privacyAgree: true, orderNo: '20260512-000001' },
  attachmentIds: [],
};
const create = (more: object = {}, who = agent): Promise<Answer> => who.post('tickets.json', { ...whole, ...more });
const problems = ({ contents }: Answer) => contents.map(({ field, code }) => [field, code]);
const idOf = ({ content }: Answer) => String(content.ticketId);
const countOf = async () => (await desk.database.system((tx) => tx.select().from(tickets))).length;

describe('a ticket made by hand', () => {
  it('is unassigned, came in by hand, and says what the agent wrote for the customer', async () => {
    const answer = await create();
    expect(answer.status).toBe(201);
    expect(answer.content).toMatchObject({
      version: 1,
      status: 'unassigned',
      channel: 'manual',
      priority: 'normal',
      language: 'ko',
      subject: '전화로 받은 문의',
      categoryId: 101,
      assignee: null,
      group: null,
      creator: { usercode: 'agent1', name: '이준호' },
      customer: { name: '한지우', email: 'jiwoo@customer.example', phone: '010-1111-2222' },
      fields: { privacyAgree: true, orderNo: '20260512-000001' },
      unread: false,
    });
    const id = idOf(answer);
    const { contents } = await desk.as('agent2').get(`tickets/${id}/history.json`);
    expect(contents).toHaveLength(1);
    expect(contents[0]).toMatchObject({
      kind: 'inquiry',
      author: { role: 'agent', usercode: 'agent1', name: '이준호' },
      html: '<p>색상을 <b>바꾸고</b> 싶다고 하심</p>',
    });
    const events = (await agent.get(`tickets/${id}/events.json`)).contents;
    expect(events.map(({ kind, actor, data }) => [kind, (actor as { usercode: string }).usercode, data])).toEqual([
      ['created', 'agent1', { channel: 'manual' }],
    ]);
    expect((await desk.as('agent2').ticket(id)).unread).toBe(true);
  });

  it('is in the language that it is written in', async () => {
    const answer = await create({ subject: '配送について', html: '<p>いつ届きますか</p>', priority: 'high' });
    expect(answer.content).toMatchObject({ language: 'ja', priority: 'high' });
  });

  it('is made once for one key', async () => {
    const before = await countOf();
    const send = () => caller.post('/tickets.json', whole, { key: 'one-ticket' });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await countOf()).toBe(before + 1);
  });

  it('has the files that were uploaded for it, for its text and for its fields', async () => {
    const upload = async (name: string, inline = false) =>
      (await caller.upload(`/attachments.json?inline=${inline}`, fileOf(name))).body.result.content.attachmentId;
    const [list, picture, photo] = [await upload('list.pdf'), await upload('a.png', true), await upload('b.jpg')];
    const answer = await create({
      categoryId: 104,
      html: `<p>사진</p><img src="cid:${picture}">`,
      attachmentIds: [list, picture],
      fields: { privacyAgree: true, photos: [photo] },
    });
    expect(answer.content.files).toMatchObject([{ attachmentId: photo, fileName: 'b.jpg' }]);
    const [entry] = (await agent.get(`tickets/${idOf(answer)}/history.json`)).contents;
    expect((entry?.attachments as { attachmentId: string }[]).map((file) => file.attachmentId).sort()).toEqual(
      [list, picture].sort(),
    );
    expect(problems(await create({ attachmentIds: [list] }))).toEqual([['attachmentIds', 'unknown']]);
  });

  it('keeps encrypted fields sealed', async () => {
    const fields = { privacyAgree: true, refundAccount: '110-222-333444' };
    const answer = await create({ categoryId: 110, fields });
    expect(answer.content.fields).toEqual(fields);
    const rows = await desk.database.system((tx) =>
      tx
        .select()
        .from(tickets)
        .where(eq(tickets.ticketId, idOf(answer))),
    );
    expect(String(rows[0]?.fields.refundAccount)).toMatch(/^sealed:/);
  });
});

describe('what is missing or wrong', () => {
  it('is told at once, and nothing is made', async () => {
    const before = await countOf();
    const answer = await create({
      subject: ' \u200b',
      html: '<p> &nbsp;</p>',
      endUser: { usercode: null, name: 'x', email: 'nowhere', phone: null },
      fields: { orderNo: '20260512-0000010', productGroup: '없음', usePeriod: 'x', other: 'x' },
    });
    expect(answer.status).toBe(400);
    expect(problems(answer)).toEqual([
      ['subject', 'required'],
      ['html', 'required'],
      ['endUser.email', 'invalid'],
      ['f.usePeriod', 'unknown'],
      ['f.other', 'unknown'],
      ['f.productGroup', 'invalid'],
      ['f.privacyAgree', 'required'],
    ]);
    expect(await countOf()).toBe(before);
  });

  it.each([
    ['categoryId', 'unknown', { categoryId: 201 }],
    ['subject', 'length', { subject: '😀'.repeat(256) }],
    ['endUser.name', 'required', { endUser: { usercode: null, name: ' ', email: '', phone: null } }],
    ['endUser.phone', 'invalid', { endUser: { usercode: null, name: 'x', email: null, phone: 'none' } }],
    ['f.privacyAgree', 'required', { fields: { privacyAgree: false } }],
    ['groupId', 'unknown', { groupId: 11 }],
    ['groupId', 'required', { assignee: 'agent1' }],
    ['assignee', 'unknown', { groupId: 1, assignee: 'jpagent' }],
    ['assignee', 'not_assignable', { groupId: 1, assignee: 'agent3' }],
    ['assignee', 'not_a_member', { groupId: 1, assignee: 'agent2' }],
    ['groupId', 'not_a_member', { groupId: 3, assignee: 'agent1' }],
  ])('%s %s', async (field, code, more) => {
    const before = await countOf();
    const answer = await create(more);
    expect([answer.status, problems(answer)]).toEqual([400, [[field, code]]]);
    expect(await countOf()).toBe(before);
  });

  it('is not a subject of the longest length', async () => {
    expect((await create({ subject: '😀'.repeat(255) })).status).toBe(201);
  });
});

describe('a ticket that somebody has at once', () => {
  it('is made and forwarded in one step', async () => {
    const answer = await create({ groupId: 3, assignee: 'agent2' });
    expect(answer.status).toBe(201);
    expect(answer.content).toMatchObject({
      status: 'processing',
      version: 2,
      assignee: { usercode: 'agent2' },
      group: { groupId: 3 },
      unread: false,
    });
    const events = (await agent.get(`tickets/${idOf(answer)}/events.json`)).contents;
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'forwarded']);
  });

  it('is only for those who may forward, but for oneself', async () => {
    const before = await countOf();
    const refused = await create({ groupId: 1, assignee: 'agent1' }, desk.as('agent2'));
    expect([refused.status, refused.content.code, await countOf()]).toEqual([403, 'needs_permission', before]);
    const own = await create({ groupId: 3, assignee: 'agent2' }, desk.as('agent2'));
    expect(own.content).toMatchObject({ status: 'processing', assignee: { usercode: 'agent2' } });
  });

  it('may have a group only', async () => {
    expect((await create({ groupId: 3 }, desk.as('agent2'))).content).toMatchObject({
      status: 'unassigned',
      group: { groupId: 3, name: '회원·기술' },
      assignee: null,
    });
  });

  it('is left alone by triggers, others are not', async () => {
    await desk.database.system((tx) =>
      tx.insert(triggers).values({
        serviceId: 'demo',
        position: 1,
        name: '급한 문의',
        active: true,
        match: 'all',
        conditions: [{ fact: 'channel', test: 'is', values: ['manual'] }],
        actions: [{ kind: 'agent', usercode: 'admin1', groupId: 1 }],
        last: false,
      }),
    );
    const taken = await create({ groupId: 3, assignee: 'agent2' });
    expect(taken.content).toMatchObject({ assignee: { usercode: 'agent2' }, version: 2 });
    expect((await create()).content).toMatchObject({ assignee: { usercode: 'admin1' }, status: 'processing' });
    await desk.database.system((tx) => tx.delete(triggers));
  });
});

describe('the customer of a ticket made by hand', () => {
  const customerOf = async (endUser: object) => {
    const { customer } = (await create({ endUser: { usercode: null, email: null, phone: null, ...endUser } })).content;
    return customer as { customerId: number; name: string; email: string | null };
  };

  it('is the one who is known by the address, the usercode, or the number and the name', async () => {
    const first = await customerOf({
      name: '문하나',
      email: 'hana@customer.example',
      usercode: 'hana-1',
      phone: '01012345678',
    });
    const found = [
      await customerOf({ name: 'H', email: 'HANA@customer.example' }),
      await customerOf({ name: 'H', usercode: 'hana-1' }),
      await customerOf({ name: '문하나', phone: '010-1234-5678' }),
    ];
    expect(found.map(({ customerId }) => customerId)).toEqual(new Array(3).fill(first.customerId));
    expect(found.map(({ name }) => name)).toEqual(new Array(3).fill('문하나'));
    expect((await customerOf({ name: '다른 사람', phone: '010-1234-5678' })).customerId).not.toBe(first.customerId);
  });

  it('is answered where it was told, also when another address is known', async () => {
    await customerOf({ name: '문두리', email: 'duri@customer.example', usercode: 'duri-1' });
    const told = await customerOf({ name: '문두리', email: 'duri@work.example', usercode: 'duri-1' });
    expect(told.email).toBe('duri@work.example');
    const rows = await desk.database.system((tx) =>
      tx.select().from(customers).where(eq(customers.usercode, 'duri-1')),
    );
    expect(rows.map(({ email }) => email)).toEqual(['duri@customer.example']);
  });
});

describe('customers.json', () => {
  const find = async (q: string, who = agent) => (await who.get(`customers.json?q=${encodeURIComponent(q)}`)).contents;
  const names = async (q: string, who = agent) => (await find(q, who)).map(({ name }) => name);

  beforeAll(async () => {
    const known = [
      {
        serviceId: 'demo',
        name: '나그네',
        email: 'traveller@road.example',
        phone: '+82 10-9876-5432',
        usercode: 'Road-7',
      },
      { serviceId: 'demo', name: '나그네들', email: null, phone: '010-5555-0000', usercode: null },
      { serviceId: 'demo', name: 'ＷＩＤＥ Name', email: null, phone: null, usercode: null },
      { serviceId: 'demo', name: "50% o'dd_name", email: null, phone: null, usercode: null },
      {
        serviceId: 'demojp',
        name: '나그네 JP',
        email: 'traveller@jp.example',
        phone: '010-5555-1111',
        usercode: 'Road-8',
      },
    ];
    const many = Array.from({ length: 15 }, (_, index) => ({ serviceId: 'demo', name: `무리 ${10 + index}` }));
    await desk.database.system((tx) => tx.insert(customers).values([...known, ...many]));
  });

  it('finds who begins so, by name, address, usercode and number, the shortest first', async () => {
    expect(await names('나그')).toEqual(['나그네', '나그네들']);
    expect(await names('TRAVELLER@ro')).toEqual(['나그네']);
    expect(await names('road-')).toEqual(['나그네']);
    expect(await names('010-5555')).toEqual(['나그네들']);
    expect(await names('+82 10')).toEqual(['나그네']);
    expect(await names('그네')).toEqual([]);
  });

  it('compares width and case as people do, and takes signs as they are', async () => {
    expect(await names('wide n')).toEqual(['ＷＩＤＥ Name']);
    expect(await names('５０%')).toEqual(["50% o'dd_name"]);
    expect(await names("50% o'd%")).toEqual([]);
    expect(await names('__')).toEqual([]);
  });

  it('tells what a form needs, of ten at most', async () => {
    expect((await find('나그네'))[0]).toEqual({
      customerId: expect.any(Number),
      name: '나그네',
      email: 'traveller@road.example',
      phone: '+82 10-9876-5432',
      usercode: 'Road-7',
    });
    expect(await names('무리')).toEqual(Array.from({ length: 10 }, (_, index) => `무리 ${10 + index}`));
  });

  it('writes down who saw whom, once while a word is typed', async () => {
    const noted = () =>
      desk.database.system((tx) =>
        tx
          .select()
          .from(auditLog)
          // What this agent opened before is no matter of looking for customers.
          .where(and(eq(auditLog.usercode, 'agent2'), eq(auditLog.kind, 'customers_found')))
          .orderBy(auditLog.id),
      );
    const ids = async (q: string) => (await find(q, desk.as('agent2'))).map(({ customerId }) => customerId);
    const both = await ids('나그');
    expect(await ids('나그네')).toEqual(both);
    await ids('없는 사람');
    expect((await noted()).map(({ customerId }) => customerId)).toEqual(both);
    desk.advance(11 * 60_000);
    agent = desk.as('agent1');
    expect(await ids('나그네들')).toEqual([both[1]]);
    expect((await noted()).at(-1)).toMatchObject({ customerId: both[1] });
  });

  it('tells nobody of another service', async () => {
    expect(await names('나그네', desk.as('jpagent', 'demojp'))).toEqual(['나그네 JP']);
  });

  it.each(['', 'a', ' a ', '가'])('needs two characters: "%s"', async (q) => {
    const answer = await agent.get(`customers.json?q=${encodeURIComponent(q)}`);
    expect([answer.status, problems(answer)]).toEqual([400, [['q', 'too_short']]]);
  });

  it('counts characters as they are compared', async () => {
    expect((await agent.get(`customers.json?q=${encodeURIComponent('㌀')}`)).status).toBe(200);
  });
});
