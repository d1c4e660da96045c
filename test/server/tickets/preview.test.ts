import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forbiddenWords } from '../../../demo/server/db/schema.js';
import { MailMemory } from '../../../demo/server/ports/mail-memory.js';
import { Worker } from '../../../demo/server/services/worker.js';
import type { MailPreview } from '../../../src/domain/mail-preview.js';
import type { Language } from '../../../src/domain/types.js';
import { runJobs } from '../support/worker.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, type Answer } from './desk.js';

describe('the preview of a mail', () => {
  let server: TestServer;
  let desk: Desk;

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());
  beforeEach(() => desk.advance(60_000));

  const taken = { status: 'processing', assignee: 'agent1', assigneeName: '이준호' } as const;
  const agent = () => desk.as('agent1');

  async function preview(ticketId: string, html: string, action = 'resolve'): Promise<MailPreview> {
    const { status, content } = await agent().post(`tickets/${ticketId}/preview.json`, { action, html });
    expect(status).toBe(200);
    return content as unknown as MailPreview;
  }

  it.each<[Language, string, string]>([
    ['ko', '하늘상점 고객센터 <help@demo.example>', '한지우 고객님, 안녕하세요.'],
    ['ja', 'ハヌル商店 カスタマーセンター <help@demo.example>', '한지우 様'],
    ['en', 'Haneul Store Customer Care <help@demo.example>', 'Dear 한지우,'],
  ])('is in the language of the ticket: %s', async (language, from, greeting) => {
    const ticketId = await desk.add({ language }, taken);
    const { mail, why, blocked } = await preview(ticketId, '<p>내일 도착합니다.</p>');
    expect({ why, blocked }).toEqual({ why: null, blocked: false });
    expect(mail).toMatchObject({ from, to: 'jiwoo@customer.example', subject: 'Re: 배송 문의' });
    expect(mail?.body.text).toContain(greeting);
    expect(mail?.body.text).toContain('내일 도착합니다.');
    expect(mail?.body.text).toContain(ticketId);
    expect(mail?.body.html).not.toContain('{{');
    expect(mail?.body.html).not.toContain('style=');
  });

  it('is the mail that goes, to the letter', async () => {
    const ticketId = await desk.add({}, taken);
    const html = '<p style="color: #cc0000; position: fixed">빨강</p><script>alert(1)</script>';
    const { mail } = await preview(ticketId, html);
    await agent().act(ticketId, 'process', { action: 'resolve', html });
    desk.advance(10_000);
    const port = new MailMemory();
    await new Worker({ database: desk.database, mail: port, now: () => desk.now }).drain();
    const sent = port.mails.find(({ subject }) => subject === mail?.subject);
    expect(sent?.text).toBe(mail?.body.text.trim());
    expect(sent?.html.replace(/ style="[^"]*"/g, '')).toContain(mail?.body.html);
    expect(sent?.html).toContain('<p style="color: #cc0000">빨강</p>');
    expect(sent?.html).not.toMatch(/script|position/);
    expect(`${sent?.from.name} <${sent?.from.address}>`).toBe(mail?.from);
  });

  it('of a hold says that it is one', async () => {
    const ticketId = await desk.add({}, taken);
    expect((await preview(ticketId, '<p>네</p>', 'hold')).mail?.body.text).toContain('확인하고 있습니다');
    expect((await preview(ticketId, '<p>네</p>')).mail?.body.text).not.toContain('확인하고 있습니다');
  });

  it('says why there is no mail', async () => {
    const nobody = await desk.add({ customer: { name: '무명', email: null } }, taken);
    expect(await preview(nobody, '<p>네</p>')).toMatchObject({ mail: null, why: 'no_address' });
    const transferred = await desk.add({ channel: 'issue' }, taken);
    expect(await preview(transferred, '<p>네</p>')).toMatchObject({ mail: null, why: 'no_mail_channel' });
  });

  it('takes nothing in a customer’s name or subject for markup or a code', async () => {
    const customer = { name: '<b>{{content}}</b>', email: 'x@customer.example' };
    const ticketId = await desk.add({ customer, subject: 'RE: {{agent.name}}' }, taken);
    const { mail } = await preview(ticketId, '<p>{{ticket.id}}</p>');
    expect(mail?.subject).toBe('RE: {{agent.name}}');
    expect(mail?.body.text).toContain('<b>{{content}}</b>');
    expect(mail?.body.html).toContain(`<p>${ticketId}</p>`);
  });

  it.each([
    ['more parts than can be kept', '<p>x</p>'.repeat(20_001)],
    ['parts too deep inside each other', `${'<blockquote>'.repeat(257)}x${'</blockquote>'.repeat(257)}`],
    ['parts that are too deep in the layout only', `${'<blockquote>'.repeat(256)}x${'</blockquote>'.repeat(256)}`],
  ])('is refused, and so is the mail, with %s: nothing is cut', async (_what, html) => {
    const ticketId = await desk.add({}, taken);
    const field = ({ status, contents }: Answer) => [status, contents[0]?.['field'], contents[0]?.['code']];
    const refused = [400, 'html', 'too_big'];
    expect(field(await agent().post(`tickets/${ticketId}/preview.json`, { action: 'hold', html }))).toEqual(refused);
    expect(field(await agent().act(ticketId, 'process', { action: 'hold', html }))).toEqual(refused);
    expect((await agent().get(`tickets/${ticketId}/history.json`)).contents).toHaveLength(1);
  });

  it('and every other text of agents is refused likewise, and long ones are kept whole', async () => {
    const html = '<p>x</p>'.repeat(20_001);
    const long = `<p>${'가'.repeat(200_001)}</p>`;
    const ticketId = await desk.add({}, taken);
    const newTicket = {
      categoryId: 101,
      subject: '전화',
      endUser: { usercode: null, name: '한지우', email: null, phone: null },
      fields: { privacyAgree: true },
    };
    const all = [
      await agent().post('tickets/bulk.json', { ids: [ticketId], action: 'comment', html }),
      await agent().post('tickets.json', { ...newTicket, html }),
      await agent().post('templates.json', {
        name: 'x',
        code: null,
        handlingTypeId: null,
        shared: false,
        html: '<b>'.repeat(257) + 'x',
      }),
    ];
    expect(all.map(({ status, contents }) => [status, contents[0]?.['field'], contents[0]?.['code']])).toEqual(
      all.map(() => [400, 'html', 'too_big']),
    );
    const kept = await agent().act(ticketId, 'process', { action: 'comment', html: long });
    expect((kept.content['entry'] as { text: string }).text).toHaveLength(200_001);
  });

  it('is not there for tickets of other services', async () => {
    const ticketId = await desk.add({}, taken);
    const path = `tickets/${ticketId}/preview.json`;
    expect((await desk.as('jpagent', 'demojp').post(path, { action: 'hold', html: '' })).status).toBe(404);
  });

  describe('with replacement codes', () => {
    const html = '<p>{{customer.name}}님, {{ customer.phone }} {{<b>ticket.id</b>}} {{other}}</p>';
    const codes = ['customer.phone', 'ticket.id'];

    it('fills in what the ticket has, names the others, and nothing goes', async () => {
      const ticketId = await desk.add({}, taken);
      const shown = await preview(ticketId, html);
      expect(shown).toMatchObject({ codes, forbidden: [], blocked: true });
      expect(shown.mail?.body.text).toContain('한지우님, {{ customer.phone }} {{ticket.id}} {{other}}');
      const { status, content } = await agent().act(ticketId, 'process', { action: 'resolve', html });
      expect([status, content['code'], content['codes']]).toEqual([422, 'code_left', codes]);
      expect((await agent().get(`tickets/${ticketId}/history.json`)).contents).toHaveLength(1);
    });

    it('the customer reads values, each customer the own ones, and colleagues read what was written', async () => {
      const first = await desk.add({}, taken);
      const other = { name: '{{agent.name}}', email: 'other@customer.example', phone: '010-2' };
      const second = await desk.add({ customer: other }, taken);
      const text = '<p style="color: #cc0000">{{customer.name}}님, {{customer.phone}}</p>';
      await agent().post('tickets/bulk.json', { ids: [first, second], action: 'hold', html: text });
      await runJobs(server);
      const last = async (ticketId: string) => (await agent().get(`tickets/${ticketId}/history.json`)).contents.at(-1);
      expect([(await last(first))?.['kind'], (await last(second))?.['text']]).toEqual([
        'inquiry',
        '{{agent.name}}님, 010-2',
      ]);
      expect((await last(second))?.['styles']).toHaveLength(1);
      const comment = await agent().act(first, 'process', { action: 'comment', html });
      expect((comment.content['entry'] as { text: string }).text).toContain('{{customer.name}}');
    });
  });

  describe('with a forbidden word', () => {
    const html = '<p>이 바<b>보</b>야</p>';
    const hit = { word: '바보', start: 2, length: 2 };

    it('says where it stands and that nothing goes', async () => {
      const ticketId = await desk.add({}, taken);
      expect(await preview(ticketId, html)).toMatchObject({ forbidden: [hit], blocked: true });
    });

    it.each(['resolve', 'hold'])('nothing goes: %s is refused, and nothing is changed', async (action) => {
      const ticketId = await desk.add({}, taken);
      const before = await agent().ticket(ticketId);
      const { status, content } = await agent().act(ticketId, 'process', { action, html });
      expect(status).toBe(422);
      expect(content).toMatchObject({ code: 'forbidden_word', forbidden: [hit] });
      expect((await agent().ticket(ticketId)).version).toBe(before.version);
      expect((await agent().get(`tickets/${ticketId}/history.json`)).contents).toHaveLength(1);
    });

    it('colleagues may write it to each other', async () => {
      const ticketId = await desk.add({}, taken);
      expect((await agent().act(ticketId, 'process', { action: 'comment', html })).status).toBe(200);
      const internal = { action: 'internal', reason: 'abuse', html };
      expect((await agent().act(ticketId, 'process', internal)).status).toBe(200);
    });

    it('no run over many tickets begins; one that was begun before the word leaves them out', async () => {
      const ticketId = await desk.add({}, taken);
      const run = (text: string) => agent().post('tickets/bulk.json', { ids: [ticketId], action: 'hold', html: text });
      const refused = await run(html);
      expect([refused.status, refused.content['code']]).toEqual([422, 'forbidden_word']);
      const begun = await run('<p>신제품</p>');
      expect(begun.status).toBeLessThan(300);
      const word = { serviceId: 'demo', word: '신제품' };
      await desk.database.system((tx) => tx.insert(forbiddenWords).values(word));
      await runJobs(server);
      await desk.database.system((tx) =>
        tx.delete(forbiddenWords).where(and(eq(forbiddenWords.serviceId, 'demo'), eq(forbiddenWords.word, '신제품'))),
      );
      const jobId = begun.content['jobId'] as string;
      const page = await agent().get(`jobs/${jobId}.json`);
      expect(JSON.stringify(page.content ?? page.result)).toContain('"forbidden_word"');
      expect((await agent().ticket(ticketId)).status).toBe('processing');
    });

    it('the page knows the words, those of its own service', async () => {
      const words = (await agent().get('settings.json')).content['forbiddenWords'] as string[];
      expect(words).toEqual(expect.arrayContaining(['바보', '馬鹿', 'idiot']));
      const issue = (await desk.as('issue1', 'demoissue').get('settings.json')).content['forbiddenWords'] as string[];
      expect(issue).not.toContain('idiot');
    });
  });
});
