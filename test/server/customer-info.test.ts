import { eq } from 'drizzle-orm';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLog, customerInfoLinks, customers, tickets } from '../../demo/server/db/schema.js';
import type {
  CustomerInfoPort,
  CustomerInfoQuestion,
  CustomerInfoReply,
} from '../../demo/server/ports/customer-info.js';
import { customerInfoInMemory } from '../../demo/server/ports/customer-info-demo.js';
import { customerInfoOverHttp } from '../../demo/server/ports/customer-info-node.js';
import { infoShapes, type CustomerInfo } from '../../src/domain/customer-info.js';
import type { Channel, Settings } from '../../src/domain/types.js';
import { startServer, type TestServer } from './support/server.js';
import { EventReader } from './support/stream.js';
import { Desk } from './tickets/desk.js';

/** Remembers what it was asked and answers what a test wants. */
class Scripted implements CustomerInfoPort {
  readonly asked: CustomerInfoQuestion[] = [];
  reply: CustomerInfoReply | Error = { status: 200, text: '{}' };

  ask(question: CustomerInfoQuestion): Promise<CustomerInfoReply> {
    this.asked.push(question);
    return this.reply instanceof Error ? Promise.reject(this.reply) : Promise.resolve(this.reply);
  }
}

const jiwoo = { name: '한지우', email: 'jiwoo@customer.example', phone: '010-1234-5678', usercode: 'u7' };
const data = (values: object) => ({ status: 200, text: JSON.stringify({ data: values }) });

describe('asking what the own systems of a service know of a customer', () => {
  const port = new Scripted();
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer({ customerInfo: port });
    desk = Desk.on(server);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    port.asked.length = 0;
    port.reply = data({});
  });

  const ask = async (values: object, usercode = 'agent1') => desk.as(usercode).post('customer-info.json', { values });
  const info = async (values: object) => (await ask(values)).content as unknown as CustomerInfo;

  it('sends the items that are configured, signed over body and time, byte for byte', async () => {
    await ask({ email: ' jiwoo@customer.example ', nation: 'KR', name: '' });
    const [link] = await server.database.system((tx) =>
      tx.select().from(customerInfoLinks).where(eq(customerInfoLinks.serviceId, 'demo')),
    );
    const body = '{"email":"jiwoo@customer.example","nation":"KR"}';
    expect(port.asked).toEqual([
      {
        url: link?.url,
        body,
        headers: {
          Authorization: createHmac('sha256', link?.key ?? '')
            .update(`${body}${desk.now}`)
            .digest('base64'),
          'X-TC-Timestamp': String(desk.now),
        },
      },
    ]);
  });

  it('shows the configured items in their order, whatever else came', async () => {
    port.reply = data({
      points: 1200,
      secret: 'x',
      email: 'jiwoo@customer.example',
      grade: ['VIP', 'A'],
      address: { a: 1 },
    });
    const { outcome, items } = await info({ email: 'jiwoo@customer.example' });
    expect(outcome).toBe('found');
    expect(items).toEqual([
      { key: 'memberHead', label: '회원', value: '', fact: null, shape: 'divider' },
      { key: 'grade', label: '회원 등급', value: 'VIP, A', fact: null, shape: 'badge' },
      { key: 'email', label: '이메일', value: 'jiwoo@customer.example', fact: 'email', shape: 'copy' },
      { key: 'points', label: '적립금', value: '1200', fact: null, shape: 'text' },
    ]);
  });

  it('says how each item is to be shown, with headings only above something', async () => {
    const one = eq(customerInfoLinks.serviceId, 'demojp');
    const item = { fact: null };
    const resultItems = [
      { ...item, key: 'a', label: '비어 있음', shape: 'divider' },
      { ...item, key: 'b', label: '회원', shape: 'divider' },
      { ...item, key: 'grade', label: '등급', shape: 'badge' },
      { ...item, key: 'site', label: '주소', shape: 'link' },
      { ...item, key: 'c', label: '끝', shape: 'divider' },
    ] as const;
    await server.database.system((tx) => tx.update(customerInfoLinks).set({ resultItems }).where(one));
    const [link] = await server.database.system((tx) => tx.select().from(customerInfoLinks).where(one));
    const values = { [link!.inquiryItems[0]!.key]: 'x@customer.example' };
    const told = async (): Promise<CustomerInfo> =>
      (await desk.as('jpagent', 'demojp').post('customer-info.json', { values })).content as unknown as CustomerInfo;
    port.reply = data({ grade: 'VIP', site: 'https://shop.example/' });
    const { items } = await told();
    expect(items.map(({ label, shape }) => `${label} ${shape}`)).toEqual(['회원 divider', '등급 badge', '주소 link']);
    port.reply = data({});
    expect(await told()).toMatchObject({ outcome: 'none', items: [] });
  });

  it.each([0, '0'])('reads the older variant of the answer, whose code is %j', async (resultCode) => {
    const text = JSON.stringify({ resultCode, resultMsg: 'ok', resultData: { grade: 'VIP' } });
    port.reply = { status: 200, text };
    const { outcome, items } = await info({ callNum: '01012345678' });
    const told = items.filter(({ shape }) => shape !== 'divider').map(({ key, value }) => `${key}=${value}`);
    expect([outcome, told]).toEqual(['found', ['grade=VIP']]);
  });

  it.each<[string, CustomerInfoReply | Error]>([
    ['none', data({})],
    ['none', data({ unknown: 'item' })],
    ['none', { status: 200, text: '{"data":null}' }],
    ['none', { status: 200, text: '{"resultCode":"0","resultMsg":"","resultData":{}}' }],
    ['failed', { status: 200, text: '{"resultCode":"1","resultMsg":"error","resultData":{"grade":"VIP"}}' }],
    ['failed', { status: 200, text: '{"resultCode":"1","data":{}}' }],
    ['failed', { status: 200, text: '{"resultCode":"0","resultData":"text"}' }],
    ['none', { status: 400, text: '{"error":{"code":"E"}}' }],
    ['denied', { status: 403, text: '' }],
    ['unreachable', { status: 404, text: '' }],
    ['failed', { status: 500, text: '' }],
    ['failed', { status: 503, text: '' }],
    ['failed', { status: 200, text: '<html>' }],
    ['failed', { status: 200, text: '{"data":"text"}' }],
    ['unreachable', new TypeError('fetch failed')],
  ])('ends as %s', async (outcome, reply) => {
    port.reply = reply;
    expect(await info({ email: 'jiwoo@customer.example' })).toEqual({ outcome, items: [], tickets: [] });
  });

  it.each([
    [{ email: 'x'.repeat(101) }, 'values.email', 'too_long'],
    [{ nation: 'FR' }, 'values.nation', 'unknown'],
    [{ telNo: '1' }, 'values.telNo', 'unknown'],
    [{ email: ' ' }, 'values', 'required'],
    [{}, 'values', 'required'],
  ])('refuses %j and names it', async (values, field, code) => {
    const { status, contents } = await ask(values);
    expect([status, contents[0]?.['field'], contents[0]?.['code']]).toEqual([400, field, code]);
    expect(port.asked).toEqual([]);
  });

  it('wants what the service says must be told', async () => {
    const [link] = await server.database.system((tx) =>
      tx.select().from(customerInfoLinks).where(eq(customerInfoLinks.serviceId, 'demo')),
    );
    const change = (inquiryItems: NonNullable<typeof link>['inquiryItems']) =>
      server.database.system((tx) =>
        tx.update(customerInfoLinks).set({ inquiryItems }).where(eq(customerInfoLinks.serviceId, 'demo')),
      );
    await change(link!.inquiryItems.map((item) => ({ ...item, required: item.key === 'callNum' })));
    const { status, contents } = await ask({ email: 'a@b.example' });
    expect([status, contents[0]?.['field'], contents[0]?.['code']]).toEqual([400, 'values.callNum', 'required']);
    await change(link!.inquiryItems);
  });

  it('puts beside it the tickets of the same customer of the last three months, newest first', async () => {
    await desk.add({ customer: jiwoo }, { createdAt: Date.UTC(2026, 1, 11, 0, 0) });
    const first = await desk.add({ customer: jiwoo }, { createdAt: Date.UTC(2026, 1, 12, 0, 0) });
    desk.advance(1000);
    const last = await desk.add({ customer: jiwoo });
    await desk.add({ customer: jiwoo }, { spam: true });
    const other = await desk.add({ customer: { name: '한지우', email: 'namesake@customer.example' } });
    await desk.add({ customer: jiwoo }, {}, 'demojp');
    const of = async (values: object) => (await info(values)).tickets.map(({ ticketId }) => ticketId);
    for (const values of [
      { email: 'JIWOO@customer.example' },
      { callNum: '010 1234 5678' },
      { callNum: '+82 10-1234-5678' },
      { memberId: 'u7' },
      { name: '한지우', memberId: 'u7' },
    ]) {
      expect([values, await of(values)]).toEqual([values, [last, first]]);
    }
    // A name alone may be several people.
    expect((await of({ name: '한지우' })).sort()).toEqual([first, last, other].sort());
    expect(await of({ email: 'nobody@customer.example' })).toEqual([]);
    port.reply = data({ email: 'jiwoo@customer.example' });
    expect(await of({ nation: 'KR' })).toEqual([last, first]);
  });

  it('writes down who asked for what, and not what was told', async () => {
    port.reply = data({ grade: 'VIP' });
    await ask({ email: 'canary@customer.example', nation: 'KR' }, 'agent2');
    const rows = await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
    const who = { serviceId: 'demo', usercode: 'agent2', name: '박지민', client: '127.0.0.1' };
    expect(rows.slice(-2)).toMatchObject([
      { ...who, kind: 'customer_looked_up', customerId: null, data: { keys: ['email', 'nation'] } },
      { ...who, kind: 'customer_answered', customerId: null, data: { outcome: 'found', tickets: 0 } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('canary');
  });

  it.each([
    ['a character that nothing can store', { email: 'a\u0000b@x.example\ud800' }, 'found', 'ab@x.example'],
    ['a list in a list', { email: ['one@x.example', ['two@x.example']] }, 'found', 'one@x.example'],
  ])('shows of %s what can be shown', async (_, values, outcome, value) => {
    port.reply = data(values);
    const answer = await info({ email: 'jiwoo@customer.example' });
    expect([answer.outcome, answer.items.find(({ key }) => key === 'email')?.value]).toEqual([outcome, value]);
  });

  it.each([
    ['is nested without end', `{"data":{"email":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
    ['is no object', '{"data":"x"}'],
    ['is cut off', '{"data":{"email":'],
  ])('survives an answer that %s, and has it written down that it was asked', async (_, text) => {
    port.reply = { status: 200, text };
    const answer = await ask({ email: 'jiwoo@customer.example' });
    expect([answer.status, ['none', 'failed'].includes(String(answer.content['outcome']))]).toEqual([200, true]);
    const rows = await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
    expect(rows.slice(-2).map(({ kind }) => kind)).toEqual(['customer_looked_up', 'customer_answered']);
  });

  it('is written down before it leaves, though nobody may hear the answer', async () => {
    const customer = { name: '한지우', email: 'noted@customer.example' };
    const ticketId = await desk.add({ customer });
    const { customerId } = (await desk.as('agent1').ticket(ticketId)).customer!;
    let noted: unknown[] = [];
    const listening = await startServer({
      database: server.database,
      customerInfo: {
        ask: async () => {
          noted = await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
          return data({});
        },
      },
    });
    await Desk.on(listening)
      .as('agent1')
      .post('customer-info.json', { values: { email: customer.email } });
    await listening.app.close();
    expect(noted.at(-1)).toMatchObject({
      kind: 'customer_looked_up',
      usercode: 'agent1',
      customerId,
      data: { keys: ['email'] },
    });
  });

  it('is told to pages without key and address', async () => {
    const { content } = await desk.as('agent1').get('settings.json');
    expect((content['inquiryItems'] as { key: string }[]).map(({ key }) => key)).toContain('callNum');
    expect(JSON.stringify(content)).not.toContain('demo-customer-information-key');
    expect(JSON.stringify(content)).not.toContain('/demo/customer-info');
  });

  it('is not there in a service without a link', async () => {
    const { status, content } = await desk.as('issue1', 'demoissue').post('customer-info.json', { values: { a: 'b' } });
    expect([status, content['code']]).toEqual([403, 'switched_off']);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});

describe('looking customers up as tickets open', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const path = 'admin/customer-info.json';
  const admin = () => desk.as('admin1');
  const channelsOf = async (usercode = 'agent2', service?: 'demojp' | 'demoissue') =>
    ((await desk.as(usercode, service).get('settings.json')).content as unknown as Settings).autoLookUp;

  it('is told to pages by channel, and to those of a service without a link by none', async () => {
    const demo: Channel[] = ['web', 'spweb', 'api', 'mail', 'chat', 'phone'];
    expect(await channelsOf()).toEqual(demo);
    expect(await channelsOf('jpagent', 'demojp')).toEqual([...demo, 'manual', 'issue']);
    expect(await channelsOf('issue1', 'demoissue')).toEqual([]);
    expect((await admin().get(path)).content).toEqual({ autoLookUp: demo });
  });

  it('is switched by administrators for their service: pages hear of it, and it is written down', async () => {
    const elsewhere = await channelsOf('jpagent', 'demojp');
    const reader = await EventReader.open(await server.as('agent2'));
    const { status, content } = await admin().put(path, { autoLookUp: ['phone', 'mail'] });
    expect([status, content]).toEqual([200, { autoLookUp: ['mail', 'phone'] }]);
    await reader.until(() => reader.events.some(({ event }) => event === 'session'));
    reader.close();
    expect(await channelsOf()).toEqual(['mail', 'phone']);
    expect(await channelsOf('jpagent', 'demojp')).toEqual(elsewhere);
    const kept = async () =>
      (await server.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id))).filter(
        ({ kind }) => kind === 'setup_kept',
      );
    expect(await kept()).toMatchObject([
      { serviceId: 'demo', usercode: 'admin1', data: { what: 'customer_info', autoLookUp: ['mail', 'phone'] } },
    ]);
    await admin().put(path, { autoLookUp: ['mail', 'phone'] });
    expect(await kept()).toHaveLength(1);
    expect((await admin().put(path, { autoLookUp: [] })).content).toEqual({ autoLookUp: [] });
    expect(await channelsOf()).toEqual([]);
  });

  it.each([
    [{ autoLookUp: ['mail', 'fax'] }, 'autoLookUp.1'],
    [{ autoLookUp: ['mail', 'web', 'mail'] }, 'autoLookUp.2'],
    [{ autoLookUp: 'mail' }, 'autoLookUp'],
    [{}, 'autoLookUp'],
  ])('is refused with %j', async (body, field) => {
    const before = await channelsOf();
    const { status, contents } = await admin().put(path, body);
    expect([status, contents[0]?.['field']]).toEqual([400, field]);
    expect(await channelsOf()).toEqual(before);
  });

  it('is nothing that agents read there or change, nor that is there without a link', async () => {
    const before = await channelsOf();
    for (const { status, content } of [
      await desk.as('agent1').get(path),
      await desk.as('agent1').put(path, { autoLookUp: ['web'] }),
    ])
      expect([status, content['code']]).toEqual([403, 'needs_admin']);
    expect(await channelsOf()).toEqual(before);
    const { status, content } = await desk.as('issueadmin', 'demoissue').put(path, { autoLookUp: ['issue'] });
    expect([status, content['code']]).toEqual([403, 'switched_off']);
  });

  it('is all of a link that the role of requests changes, and of its own service only', async () => {
    const [before] = await server.database.system((tx) =>
      tx.select().from(customerInfoLinks).where(eq(customerInfoLinks.serviceId, 'demo')),
    );
    const change = (serviceId: string, set: object) =>
      server.database.transaction({ serviceId }, (tx) =>
        tx.update(customerInfoLinks).set(set).where(eq(customerInfoLinks.serviceId, 'demo')),
      );
    await expect(change('demo', { url: 'https://elsewhere.example/' })).rejects.toThrow();
    await expect(change('demo', { key: 'known' })).rejects.toThrow();
    await change('demojp', { autoLookUp: ['issue'] });
    const [after] = await server.database.system((tx) =>
      tx.select().from(customerInfoLinks).where(eq(customerInfoLinks.serviceId, 'demo')),
    );
    expect(after).toEqual(before);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});

describe('the shop of the demo', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    const customerInfo = customerInfoInMemory(server.database, () => server.clock.now);
    await server.app.close();
    server = await startServer({ database: server.database, customerInfo });
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  it('knows the customers of the desk, and answers each failure that the link documents', async () => {
    await desk.add({ customer: jiwoo });
    const ask = async (values: object) =>
      (await desk.as('agent1').post('customer-info.json', { values })).content as unknown as CustomerInfo;
    const { outcome, items, tickets: found } = await ask({ callNum: '01012345678' });
    expect(outcome).toBe('found');
    const values = Object.fromEntries(items.map(({ key, value }) => [key, value]));
    expect(values).toMatchObject({ memberId: 'u7', name: '한지우', email: 'jiwoo@customer.example' });
    expect(Object.keys(values)).toEqual(expect.arrayContaining(['grade', 'points', 'address']));
    expect(new Set(items.map(({ shape }) => shape))).toEqual(new Set(infoShapes));
    expect(values['orderPage']).toMatch(new RegExp(`^https://shop\\.demo\\.example/demo/orders/${values['orderNo']}$`));
    expect(found).toHaveLength(1);
    for (const [start, expected] of [
      ['none', 'none'],
      ['denied', 'denied'],
      ['missing', 'unreachable'],
      ['failed', 'failed'],
      ['nobody', 'none'],
    ]) {
      expect((await ask({ email: `${start}@mail.example` })).outcome).toBe(expected);
    }
  });

  it('answers nobody who does not sign', async () => {
    const port = customerInfoInMemory(server.database, () => server.clock.now);
    const headers = { Authorization: 'A'.repeat(43) + '=', 'X-TC-Timestamp': String(server.clock.now) };
    const reply = await port.ask({ url: '/demo/customer-info?service=demo', headers, body: '{"memberId":"u7"}' });
    expect(reply.status).toBe(403);
  });
});

describe('asking over HTTP', () => {
  let shop: Server;
  let base: string;
  const seen: { path: string; headers: Record<string, unknown>; body: string }[] = [];

  beforeAll(async () => {
    shop = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += part));
      request.on('end', () => {
        seen.push({ path: request.url ?? '', headers: request.headers, body });
        const json = { 'Content-Type': 'application/json' };
        switch (request.url) {
          case '/away':
            return response.writeHead(307, { Location: `${base}/inside` }).end();
          case '/long':
            return response.writeHead(200, json).end(JSON.stringify({ data: 'x'.repeat(300_000) }));
          case '/page':
            return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>{"data":{}}</h1>');
          case '/silent':
            return response.writeHead(200, json).write('{');
          default:
            return response.writeHead(200, json).end('{"data":{"grade":"골드"}}');
        }
      });
    });
    await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    shop.closeAllConnections();
    shop.close();
  });

  const ask = (url: string, timeout?: number) =>
    customerInfoOverHttp({ base, timeout }).ask({ url, headers: { Authorization: 'signed' }, body: '{"email":"가"}' });

  it('sends the body as it was signed', async () => {
    expect(await ask(`${base}/shop`)).toEqual({ status: 200, text: '{"data":{"grade":"골드"}}' });
    expect(seen.at(-1)).toMatchObject({ path: '/shop', body: '{"email":"가"}', headers: { authorization: 'signed' } });
    expect((await ask('/shop')).status).toBe(200);
  });

  it('is not sent on to another address', async () => {
    await expect(ask(`${base}/away`)).rejects.toThrow();
    expect(seen.at(-1)?.path).toBe('/away');
  });

  it.each(['file:///etc/hostname', 'ftp://127.0.0.1/x', 'data:application/json,{}'])('does not ask %s', async (url) => {
    await expect(ask(url)).rejects.toThrow('Only HTTP');
  });

  it('gives up on what is too long or never ends, and reads nothing but JSON', async () => {
    await expect(ask(`${base}/long`)).rejects.toThrow('too long');
    await expect(ask(`${base}/silent`, 200)).rejects.toThrow();
    expect(await ask(`${base}/page`)).toEqual({ status: 200, text: '' });
  });
});

describe('the customer of a ticket', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());

  const patch = async (ticketId: string, customer: object, expectedVersion?: number) => {
    const version = expectedVersion ?? (await desk.as('agent1').ticket(ticketId)).version;
    return desk.as('agent1').patch(`tickets/${ticketId}.json`, { expectedVersion: version, customer });
  };

  it('is changed for all of its tickets, and every page is told', async () => {
    const customer = { name: '', email: 'shared@customer.example' };
    const [one, two] = [await desk.add({ customer }), await desk.add({ customer })];
    const reader = await EventReader.open(await server.as('agent2'));
    const { status, content } = await patch(one, { name: ' 서 다은 ', phone: '010-9', usercode: 'u9' });
    expect([status, content.customer]).toMatchObject([
      200,
      { name: '서 다은', phone: '010-9', usercode: 'u9', email: 'shared@customer.example' },
    ]);
    expect((await desk.as('agent1').ticket(two)).customer).toMatchObject({ name: '서 다은', usercode: 'u9' });
    const told = () =>
      reader.events.filter(
        ({ event, data }) => event === 'ticket' && (data as { changed: string[] }).changed[0] === 'customer',
      );
    await reader.until(() => told().length === 2);
    expect(
      told()
        .map(({ data }) => (data as { ticketId: string }).ticketId)
        .sort(),
    ).toEqual([one, two].sort());
    reader.close();
    const sorted = await desk.as('agent1').ids('view=all&sort=customer:desc');
    expect(sorted.slice(0, 2).sort()).toEqual([one, two].sort());
  });

  it('is another one where the address is known', async () => {
    const known = await desk.add({ customer: { name: '알려진 고객', email: 'known@customer.example' } });
    const ticketId = await desk.add({ customer: { name: '누구', email: 'typo@customer.example' } });
    const { content } = await patch(ticketId, { email: 'KNOWN@customer.example ' });
    const of = (await desk.as('agent1').ticket(known)).customer;
    expect(content.customer).toEqual(of);
    expect((await server.database.system((tx) => tx.select().from(customers))).map(({ email }) => email)).toContain(
      'typo@customer.example',
    );
  });

  it('is told more about on every ticket, where the address is known but not all of the rest', async () => {
    const customer = { name: '알려진 이름', email: 'filled@customer.example' };
    const other = await desk.add({ customer });
    const ticketId = await desk.add({ customer: { name: '누구', email: 'wrong@customer.example' } });
    const before = await desk.as('agent1').ticket(other);
    const told = { email: 'filled@customer.example', phone: '010-7', name: '다른 이름' };
    expect((await patch(ticketId, told)).content.customer).toMatchObject({ name: '알려진 이름', phone: '010-7' });
    const after = await desk.as('agent1').ticket(other);
    expect([after.version, after.customer?.phone]).toEqual([before.version + 1, '010-7']);
    expect((await patch(other, { name: '늦음' }, before.version)).status).toBe(409);
    const events = await desk.as('agent1').get(`tickets/${ticketId}/events.json`);
    expect(events.contents.at(-1)).toMatchObject({ kind: 'customer_changed', data: { fields: 'email,phone' } });
  });

  it('is left alone on other tickets where only this one’s answers go elsewhere', async () => {
    const customer = { name: '', email: 'elsewhere@customer.example' };
    const other = await desk.add({ customer });
    const ticketId = await desk.add({ customer, answerTo: 'answers@customer.example' });
    await patch(ticketId, { email: customer.email });
    expect((await desk.as('agent1').ticket(other)).version).toBe(1);
  });

  it('is filled in by what comes in, and every page is told', async () => {
    const email = 'mails@customer.example';
    const first = await desk.add({ customer: { name: '', email } });
    await desk.add({ customer: { name: '이제 아는 이름', email } });
    expect(await desk.as('agent1').ticket(first)).toMatchObject({ version: 2, customer: { name: '이제 아는 이름' } });
    await desk.add({ customer: { name: '또 다른 이름', email } });
    expect((await desk.as('agent1').ticket(first)).version).toBe(2);
  });

  it('is made where a ticket has none, and its address is the one that answers go to', async () => {
    const ticketId = await desk.add({ customer: null });
    expect((await patch(ticketId, { name: null })).content.customer).toBeNull();
    expect((await patch(ticketId, { phone: '02-555-0000' })).content.customer).toMatchObject({ phone: '02-555-0000' });
    const elsewhere = await desk.add({
      customer: { name: '', email: 'writes@customer.example' },
      answerTo: 'answers@customer.example',
    });
    expect((await patch(elsewhere, { email: 'writes@customer.example' })).content.customer?.email).toBe(
      'writes@customer.example',
    );
  });

  it('is not changed over what somebody else changed meanwhile, by whichever of its tickets', async () => {
    const customer = { name: '처음', email: 'race@customer.example' };
    const [one, two] = [await desk.add({ customer }), await desk.add({ customer })];
    expect((await patch(two, { name: '나중' }, 1)).status).toBe(200);
    const late = await patch(one, { name: '늦음' }, 1);
    expect([late.status, late.content['code'], late.content.customer?.name]).toEqual([409, 'version_conflict', '나중']);
    expect((await patch(one, { name: '나중' })).status).toBe(200);
  });

  it.each([
    [{ email: 'no address' }, 'customer.email'],
    [{ email: 'a@b' }, 'customer.email'],
    [{ email: 'a@b.example\r\nBcc: c@d.example' }, 'customer.email'],
    [{ phone: 'none' }, 'customer.phone'],
  ])('is refused with %j', async (customer, field) => {
    const { status, contents } = await patch(await desk.add(), customer);
    expect([status, contents[0]?.['field']]).toEqual([400, field]);
  });

  it('leaves a line that says which facts changed, and never what they are', async () => {
    const ticketId = await desk.add({ customer: { name: 'x', email: 'line@customer.example' } });
    await patch(ticketId, { name: 'canary-name', email: 'canary@customer.example' });
    const events = await desk.as('agent1').get(`tickets/${ticketId}/events.json`);
    expect(events.contents.at(-1)).toMatchObject({
      kind: 'customer_changed',
      actor: { usercode: 'agent1' },
      data: { fields: 'name,email' },
    });
    const logged = await server.database.system((tx) => tx.select().from(auditLog));
    expect(logged.at(-1)).toMatchObject({ kind: 'customer_changed', ticketId, usercode: 'agent1' });
    expect(JSON.stringify([events, logged])).not.toContain('canary');
  });

  it('is not changed in the spam box', async () => {
    const spam = await desk.add({}, { spam: true });
    expect((await patch(spam, { name: '광고' })).status).toBe(409);
    const [row] = await server.database.system((tx) => tx.select().from(tickets).where(eq(tickets.ticketId, spam)));
    expect(row?.version).toBe(1);
  });

  it('left the server without failures of its own', () => {
    expect(server.errors).toEqual([]);
  });
});
