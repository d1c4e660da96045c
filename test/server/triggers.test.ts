import { and, eq, ne } from 'drizzle-orm';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoKeys } from '../../demo/seed/organisation.js';
import { agents, agentGroups, auditLog, groups, outbox, triggers } from '../../demo/server/db/schema.js';
import type { Database } from '../../demo/server/db/database.js';
import { callbacksOverHttp, isPrivate } from '../../demo/server/ports/callback-node.js';
import { CallbackRefused, type CallbackMessage, type CallbackPort } from '../../demo/server/ports/callback.js';
import { MailFailure } from '../../demo/server/ports/mail.js';
import { MailMemory } from '../../demo/server/ports/mail-memory.js';
import { verifyOutbound } from '../../src/server/index.js';
import { parseMail } from '../../demo/server/services/mail/parse-mail.js';
import { Facts, fits } from '../../demo/server/services/triggers/fits.js';
import { findService, publicService } from '../../demo/server/services/context.js';
import { sanitiseBody } from '../../demo/server/services/sanitise.js';
import { customerWrites, type CustomerMessage } from '../../demo/server/services/tickets/reinquiry.js';
import { Worker } from '../../demo/server/services/worker.js';
import type { Trigger, TriggerAction, TriggerCondition, TriggerDraft } from '../../src/domain/triggers.js';
import { signedPost } from './support/caller.js';
import { startServer, type TestServer } from './support/server.js';
import { Desk, type Answer, type Client } from './tickets/desk.js';

const body = (more: Partial<TriggerDraft> = {}) => ({
  name: '규칙',
  active: true,
  match: 'all',
  conditions: [] as TriggerCondition[],
  actions: [{ kind: 'priority', priority: 'high' }] as TriggerAction[],
  last: false,
  ...more,
});

describe('triggers', () => {
  let server: TestServer;
  let desk: Desk;
  const admin = () => desk.as('admin1');

  beforeAll(async () => {
    server = await startServer();
    desk = Desk.on(server);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    desk.advance(60_000);
    await desk.database.system(async (tx) => {
      await tx.delete(triggers);
      await tx.delete(outbox);
    });
  });

  const one = ({ content }: Answer) => content as unknown as Trigger;
  const problems = ({ contents }: Answer) => contents.map(({ field, code }) => [field, code] as unknown);
  const add = async (more: Partial<TriggerDraft> = {}, who: Client = admin()) => who.post('triggers.json', body(more));

  async function keep(more: Partial<TriggerDraft>): Promise<Trigger> {
    const answer = await add(more);
    expect(answer.status).toBe(201);
    return one(answer);
  }
  const ticketOf = (ticketId: string) => admin().ticket(ticketId);
  const eventsOf = async (ticketId: string) => (await admin().get(`tickets/${ticketId}/events.json`)).contents;
  const kindsOf = async (ticketId: string) => (await eventsOf(ticketId)).map(({ kind }) => kind);

  describe('are kept by administrators', () => {
    it('in an order, each change on the version that was seen', async () => {
      const [a, b] = [await keep({ name: '가' }), await keep({ name: '나' })];
      const path = `triggers/${a.triggerId}.json`;
      const changed = await admin().patch(path, { ...body({ name: '다', active: false }), expectedVersion: 1 });
      expect(one(changed)).toEqual({ ...a, name: '다', active: false, version: 2 });
      const late = await admin().patch(path, { ...body(), expectedVersion: 1 });
      expect([late.status, late.content['name']]).toEqual([409, '다']);
      const triggerIds = [b.triggerId, a.triggerId];
      const ordered = await admin().put('triggers/order.json', { triggerIds });
      expect(ordered.contents.map((row) => row['triggerId'])).toEqual(triggerIds);
      expect((await admin().put('triggers/order.json', { triggerIds: [a.triggerId] })).status).toBe(409);
      expect((await admin().delete(path, { expectedVersion: 2 })).status).toBe(200);
      const left = await admin().get('triggers.json');
      expect(left.contents.map((row) => row['triggerId'])).toEqual([b.triggerId]);
      const last = await keep({});
      expect((await admin().get('triggers.json')).contents.at(-1)?.['triggerId']).toBe(last.triggerId);
    });

    it('and it is known who let which data go where', async () => {
      const actions: TriggerAction[] = [
        { kind: 'mail', to: ['lead@demo.example'], subject: 'x', text: 'y' },
        { kind: 'callback', url: 'https://hook.example/tickets?key=secret' },
      ];
      const { triggerId } = await keep({ actions });
      await admin().put('triggers/order.json', { triggerIds: [triggerId] });
      await admin().delete(`triggers/${triggerId}.json`, { expectedVersion: 1 });
      const rows = await desk.database.system((tx) => tx.select().from(auditLog).orderBy(auditLog.id));
      const told = rows.slice(-3).map(({ usercode, kind, data }) => [usercode, kind, data]);
      const where = { mails: ['lead@demo.example'], calls: ['https://hook.example/tickets'] };
      expect(told).toEqual([
        ['admin1', 'trigger_kept', { triggerId, version: 1, active: true, ...where }],
        ['admin1', 'triggers_ordered', { triggers: [triggerId] }],
        ['admin1', 'trigger_removed', { triggerId }],
      ]);
    });

    it('and by nobody else', async () => {
      const { triggerId } = await keep({});
      const agent = desk.as('agent1');
      expect((await agent.get('triggers.json')).status).toBe(403);
      expect((await add({}, agent)).status).toBe(403);
      const patch = { ...body(), expectedVersion: 1 };
      expect((await agent.patch(`triggers/${triggerId}.json`, patch)).status).toBe(403);
      expect((await agent.delete(`triggers/${triggerId}.json`, { expectedVersion: 1 })).status).toBe(403);
      expect((await agent.put('triggers/order.json', { triggerIds: [triggerId] })).status).toBe(403);
      const other = desk.as('jpadmin', 'demojp');
      expect((await other.patch(`triggers/${triggerId}.json`, patch)).status).toBe(404);
      expect((await other.get('triggers.json')).contents).toEqual([]);
    });

    it.each<[string, Partial<TriggerDraft>, [string, string][]]>([
      [
        'an unknown field',
        { conditions: [{ fact: 'f.nothing', test: 'is', values: ['x'] }] },
        [['conditions.0.fact', 'unknown']],
      ],
      [
        'an encrypted field',
        { conditions: [{ fact: 'f.refundAccount', test: 'is', values: ['x'] }] },
        [['conditions.0.fact', 'unknown']],
      ],
      [
        'an unknown type',
        { conditions: [{ fact: 'category', test: 'is', values: ['101', '9'] }] },
        [['conditions.0.values.1', 'unknown']],
      ],
      [
        'a part of a channel',
        { conditions: [{ fact: 'channel', test: 'contains', values: ['ma'] }] },
        [['conditions.0.test', 'unsupported']],
      ],
      [
        'nothing to look for',
        { conditions: [{ fact: 'subject', test: 'contains', values: [' '] }] },
        [['conditions.0.values.0', 'required']],
      ],
      ['an unknown group', { actions: [{ kind: 'random', groupId: 99 }] }, [['actions.0.groupId', 'unknown']]],
      [
        'an agent who takes no tickets',
        { actions: [{ kind: 'agent', groupId: 1, usercode: 'agent3' }] },
        [['actions.0.usercode', 'not_assignable']],
      ],
      [
        'an agent of another group',
        { actions: [{ kind: 'agent', groupId: 1, usercode: 'agent2' }] },
        [['actions.0.usercode', 'not_a_member']],
      ],
      [
        'an unknown agent',
        { actions: [{ kind: 'agent', groupId: 1, usercode: 'jpagent' }] },
        [['actions.0.usercode', 'unknown']],
      ],
      [
        'two who get it',
        {
          actions: [
            { kind: 'random', groupId: 1 },
            { kind: 'in_turn', groupId: 2 },
          ],
        },
        [['actions.1.kind', 'too_many']],
      ],
      [
        'mail to itself',
        { actions: [{ kind: 'mail', to: ['a@b.example', 'Help@demo.example'], subject: 'x', text: 'y' }] },
        [['actions.0.to.1', 'own_address']],
      ],
      [
        'a plain address',
        { actions: [{ kind: 'callback', url: 'http://hook.example/' }] },
        [['actions.0.url', 'invalid']],
      ],
      [
        'an address with a password',
        { actions: [{ kind: 'callback', url: 'https://a:b@hook.example/' }] },
        [['actions.0.url', 'invalid']],
      ],
      [
        'several things at once',
        {
          conditions: [{ fact: 'category', test: 'is', values: ['9'] }],
          actions: [{ kind: 'category', categoryId: 9 }],
        },
        [
          ['conditions.0.values.0', 'unknown'],
          ['actions.0.categoryId', 'unknown'],
        ],
      ],
    ])('are refused with %s', async (_what, more, expected) => {
      const answer = await add(more);
      expect(answer.status).toBe(400);
      expect(problems(answer)).toEqual(expected);
    });
  });

  describe('look at a ticket that comes in', () => {
    const fitting: [string, Partial<TriggerDraft>][] = [
      ['no condition', {}],
      [
        'all of several',
        {
          conditions: [
            { fact: 'subject', test: 'contains', values: ['배송'] },
            { fact: 'channel', test: 'is', values: ['mail'] },
          ],
        },
      ],
      [
        'one of several',
        {
          match: 'any',
          conditions: [
            { fact: 'subject', test: 'is', values: ['x'] },
            { fact: 'content', test: 'contains', values: ['x', '언제'] },
          ],
        },
      ],
      ['the type above', { conditions: [{ fact: 'category', test: 'is', values: ['104'] }] }],
      ['a name in other letters', { conditions: [{ fact: 'email', test: 'is', values: ['JIWOO＠customer.example'] }] }],
      [
        'something that is not there',
        {
          conditions: [
            { fact: 'usercode', test: 'is', values: [''] },
            { fact: 'name', test: 'is_not', values: [''] },
          ],
        },
      ],
      ['what it does not hold', { conditions: [{ fact: 'subject', test: 'contains_not', values: ['환불', '탈퇴'] }] }],
    ];
    it.each(fitting)('and fit: %s', async (_what, more) => {
      await keep(more);
      const ticketId = await desk.add({ categoryId: 105 });
      expect((await ticketOf(ticketId)).priority).toBe('high');
    });

    const others: [string, Partial<TriggerDraft>][] = [
      ['switched off', { active: false }],
      [
        'one of all fails',
        {
          conditions: [
            { fact: 'subject', test: 'contains', values: ['배송'] },
            { fact: 'channel', test: 'is', values: ['web'] },
          ],
        },
      ],
      [
        'none of any holds',
        {
          match: 'any',
          conditions: [
            { fact: 'subject', test: 'is', values: ['배송'] },
            { fact: 'language', test: 'is_not', values: ['ko'] },
          ],
        },
      ],
      ['a part of it is there', { conditions: [{ fact: 'subject', test: 'contains_not', values: ['환불', '배송'] }] }],
    ];
    it.each(others)('and do nothing: %s', async (_what, more) => {
      await keep(more);
      const ticketId = await desk.add({ categoryId: 105 });
      expect((await ticketOf(ticketId)).priority).toBe('normal');
      expect(await kindsOf(ticketId)).toEqual(['created']);
    });

    it('once, however many conditions there are, and at the beginning of long letters only', () => {
      const text = `${'Ａ'.repeat(19_999)}끝${'b'.repeat(900_000)}`;
      let reads = 0;
      const facts = new Facts([
        ['content', { map: (fold: (one: string) => string) => (reads++, [fold(text)]) } as never],
      ]);
      const contains = (...values: string[]) => ({ fact: 'content', test: 'contains', values }) as const;
      const conditions = [contains('a끝'), ...Array.from({ length: 20 }, (_, at) => contains(`ａ`, String(at)))];
      expect(fits({ match: 'all', conditions }, facts)).toBe(true);
      expect(fits({ match: 'any', conditions: [contains('b')] }, facts)).toBe(false);
      expect(reads).toBe(1);
    });

    it('and at own fields', async () => {
      const settings = (await admin().get('settings.json')).content['fields'] as unknown as {
        code: string;
        type: string;
        options: string[] | null;
      }[];
      const choice = settings.find(({ type }) => type === 'dropdown');
      const [value = ''] = choice?.options ?? [];
      await keep({ conditions: [{ fact: `f.${choice?.code}`, test: 'is', values: [value] }] });
      const fitted = await desk.add({ fields: { [choice?.code ?? '']: value } });
      expect((await ticketOf(fitted)).priority).toBe('high');
      expect((await ticketOf(await desk.add())).priority).toBe('normal');
    });

    it('each in its order, the later ones see what the earlier did, until one is the last', async () => {
      await keep({
        name: '가',
        actions: [
          { kind: 'priority', priority: 'low' },
          { kind: 'category', categoryId: 101 },
        ],
      });
      await keep({
        name: '나',
        conditions: [{ fact: 'category', test: 'is', values: ['101'] }],
        actions: [{ kind: 'group', groupId: 2 }],
        last: true,
      });
      await keep({ name: '다', actions: [{ kind: 'priority', priority: 'urgent' }] });
      const ticket = await ticketOf(await desk.add());
      expect(ticket).toMatchObject({ priority: 'low', categoryId: 101, status: 'unassigned', group: { groupId: 2 } });
      const events = await eventsOf(ticket.ticketId);
      expect(events.map(({ kind, data }) => [kind, (data as { trigger?: string }).trigger])).toEqual([
        ['created', undefined],
        ['priority_changed', '가'],
        ['category_changed', '가'],
        ['group_set', '나'],
      ]);
      expect(events.every(({ actor }) => actor === null)).toBe(true);
    });

    it('and give it to an agent; of several the last one wins', async () => {
      await keep({ name: '가', actions: [{ kind: 'random', groupId: 3 }] });
      await keep({ name: '나', actions: [{ kind: 'agent', groupId: 2, usercode: 'agent1' }] });
      const ticket = await ticketOf(await desk.add());
      expect(ticket).toMatchObject({
        status: 'processing',
        assignee: { usercode: 'agent1' },
        group: { groupId: 2, name: '결제·환불' },
      });
      const assigned = (await eventsOf(ticket.ticketId)).filter(({ kind }) => kind === 'assigned');
      expect(assigned.map(({ data }) => (data as { trigger: string }).trigger)).toEqual(['가', '나']);
      expect(assigned.at(-1)?.['data']).toMatchObject({ to: '이준호', group: '결제·환불', how: 'agent' });
    });

    it('by lot only to those who can have it', async () => {
      await keep({ actions: [{ kind: 'random', groupId: 1 }] });
      for (let count = 0; count < 12; count++) {
        const { assignee } = await ticketOf(await desk.add());
        expect(['admin1', 'agent1']).toContain(assignee?.usercode);
      }
    });

    const giveIn = async (groupId: number, usercodes: readonly string[]) => {
      const rights = {
        forward: false,
        mask: false,
        reveal: false,
        unmask: false,
        purge: false,
        audit: false,
        export: false,
      };
      await desk.database.system(async (tx) => {
        await tx.insert(groups).values({ serviceId: 'demo', groupId, name: `조 ${groupId}` });
        await tx.insert(agents).values(
          usercodes.map((usercode) => ({
            serviceId: 'demo',
            usercode,
            name: usercode,
            role: 'agent' as const,
            permissions: rights,
            assignable: true,
          })),
        );
        await tx.insert(agentGroups).values(usercodes.map((usercode) => ({ serviceId: 'demo', usercode, groupId })));
      });
    };
    const set = (usercode: string, values: Partial<typeof agents.$inferInsert>) =>
      desk.database.system((tx) =>
        tx
          .update(agents)
          .set(values)
          .where(and(eq(agents.serviceId, 'demo'), eq(agents.usercode, usercode))),
      );
    const whoGets = async () => (await ticketOf(await desk.add())).assignee?.usercode ?? null;

    it('in turn, passing over who cannot have it, and to nobody when nobody is left', async () => {
      await giveIn(71, ['turn1', 'turn2', 'turn3']);
      await keep({ name: '차례로', actions: [{ kind: 'in_turn', groupId: 71 }] });
      expect([await whoGets(), await whoGets(), await whoGets(), await whoGets()]).toEqual([
        'turn1',
        'turn2',
        'turn3',
        'turn1',
      ]);
      await set('turn2', { active: false });
      expect([await whoGets(), await whoGets()]).toEqual(['turn3', 'turn1']);
      await set('turn3', { assignable: false });
      await set('turn1', { assignable: false });
      const ticketId = await desk.add();
      expect(await ticketOf(ticketId)).toMatchObject({ status: 'unassigned', assignee: null });
      expect((await eventsOf(ticketId)).at(-1)).toMatchObject({
        kind: 'trigger_without_agent',
        data: { trigger: '차례로' },
      });
    });

    it('in turn, fairly, when many come in at once', async () => {
      await giveIn(72, ['fair1', 'fair2', 'fair3']);
      await keep({ actions: [{ kind: 'in_turn', groupId: 72 }] });
      const ids = await Promise.all(Array.from({ length: 12 }, () => desk.add()));
      const count = new Map<string, number>();
      for (const ticketId of ids) {
        const usercode = (await ticketOf(ticketId)).assignee?.usercode ?? '';
        count.set(usercode, (count.get(usercode) ?? 0) + 1);
      }
      expect([...count].sort()).toEqual([
        ['fair1', 4],
        ['fair2', 4],
        ['fair3', 4],
      ]);
    });
  });

  describe('look at a ticket whose customer writes again', () => {
    const writeAgain = (ticketId: string, text: string, more: Partial<CustomerMessage> = {}) =>
      desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
        const service = await findService(tx, 'demo');
        if (!service) throw new Error('No service');
        const context = { service: publicService(service), now: desk.now, client: 'test' };
        const author = { name: '한지우', email: 'jiwoo@customer.example' };
        const message = { ticketId, body: sanitiseBody({ text }), author, channel: 'mail' as const, ...more };
        return customerWrites(tx, context, message);
      });
    const urgent: Partial<TriggerDraft> = {
      name: '재문의',
      conditions: [{ fact: 'content', test: 'contains', values: ['아직도'] }],
      actions: [
        { kind: 'agent', groupId: 1, usercode: 'agent1' },
        { kind: 'mail', to: ['lead@demo.example'], subject: '{{ticket.id}}', text: '다시' },
        { kind: 'callback', url: 'https://hook.example/' },
      ],
    };

    it('and nobody has it: they do their part, and tell it anew', async () => {
      await keep(urgent);
      await keep({ name: '모두', actions: [{ kind: 'callback', url: 'https://all.example/' }] });
      const ticketId = await desk.add();
      expect((await ticketOf(ticketId)).status).toBe('unassigned');
      await writeAgain(ticketId, '아직도 안 왔어요');
      expect(await ticketOf(ticketId)).toMatchObject({ status: 'processing', assignee: { usercode: 'agent1' } });
      const left = await desk.database.system((tx) => tx.select().from(outbox));
      const told = left.map(({ kind, payload }) => [kind, payload['url'] ?? payload['to'], payload['event']]);
      expect(told).toHaveLength(4);
      expect(told).toEqual(
        expect.arrayContaining([
          ['callback', 'https://all.example/', 'ticket_created'],
          ['callback', 'https://all.example/', 'customer_wrote'],
          ['callback', 'https://hook.example/', 'customer_wrote'],
          ['notice', 'lead@demo.example', undefined],
        ]),
      );
    });

    it('but not where somebody has it, in the spam box, or for what a machine wrote', async () => {
      await keep(urgent);
      const taken = await desk.add({}, { status: 'processing', assignee: 'agent2', assigneeName: '박서연' });
      const spam = await desk.add({}, { spam: true });
      const absent = await desk.add();
      const machine = await desk.add();
      for (const id of [taken, spam]) await writeAgain(id, '아직도 안 왔어요');
      await writeAgain(absent, '아직도 휴가 중', { unattended: true });
      await writeAgain(machine, '아직도 기다립니다', { automatic: true });
      expect((await ticketOf(taken)).assignee?.usercode).toBe('agent2');
      for (const id of [spam, absent]) expect((await ticketOf(id)).assignee).toBeNull();
      expect((await ticketOf(machine)).assignee?.usercode).toBe('agent1');
      const left = await desk.database.system((tx) => tx.select({ kind: outbox.kind }).from(outbox));
      expect(left).toEqual([{ kind: 'callback' }]);
    });
  });

  describe('send', () => {
    const drain = async (more: { mail?: MailMemory; callbacks?: CallbackPort } = {}) => {
      const mail = more.mail ?? new MailMemory();
      await new Worker({ database: desk.database, mail, callbacks: more.callbacks, now: () => desk.now }).drain();
      return mail.mails;
    };
    const notice = {
      kind: 'mail',
      to: ['lead@demo.example', 'duty@demo.example'],
      subject: '{{ticket.subject}} ({{ticket.id}})',
      text: '{{customer.name}}\n{{customer.phone}}.',
    } as const;

    it('a notice by mail to each, once, that no machine answers', async () => {
      await keep({ name: '알림', actions: [notice] });
      const ticketId = await desk.add({ subject: '급해요\r\nBcc: x@y.example' });
      const sent = await drain();
      expect(sent.map(({ to }) => to).sort()).toEqual(['duty@demo.example', 'lead@demo.example']);
      expect(sent[0]).toMatchObject({
        subject: `급해요 Bcc: x@y.example (${ticketId})`,
        text: '한지우\n.',
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      expect(await drain()).toEqual([]);
      expect((await eventsOf(ticketId)).at(-1)).toMatchObject({ kind: 'notice_queued', data: { trigger: '알림' } });
    });

    it('no notice about what a machine wrote', async () => {
      await keep({ actions: [notice, { kind: 'priority', priority: 'low' }] });
      const mail =
        'From: bot@machine.example\r\nAuto-Submitted: auto-generated\r\nSubject: ping\r\nMessage-ID: <bot@machine.example>\r\n\r\nping';
      const came = await signedPost(server.app, 'demo', '/openapi/v1/inbound/mail', mail, {
        contentType: 'message/rfc822',
      });
      expect((await ticketOf(came.body.result.content.ticketId)).priority).toBe('low');
      expect(await drain()).toEqual([]);
      expect(parseMail(new TextEncoder().encode(mail)).automatic).toBe(true);
    });

    it('a notice again while the mail server is away, never one that may have left, and tell what failed', async () => {
      await keep({ name: '알림', actions: [{ ...notice, to: ['lead@demo.example'] }] });
      const ticketId = await desk.add();
      const failures = [new MailFailure('later', '451 busy'), new MailFailure('unknown', 'Outcome unknown')];
      let tries = 0;
      const send = () => {
        tries++;
        const failure = failures.shift();
        return failure ? Promise.reject(failure) : Promise.resolve('250 OK');
      };
      const worker = new Worker({ database: desk.database, mail: { repeatable: false, send }, now: () => desk.now });
      for (let round = 0; round < 4; round++) {
        await worker.drain();
        desk.advance(600_000);
      }
      expect(tries).toBe(2);
      expect((await eventsOf(ticketId)).at(-1)).toMatchObject({
        kind: 'notice_failed',
        data: { trigger: '알림', answer: 'Outcome unknown' },
      });
    });

    const hook = { kind: 'callback', url: 'https://hook.example/tickets' } as const;
    class Calls implements CallbackPort {
      readonly calls: CallbackMessage[] = [];
      answers: (number | Error)[] = [];
      call(message: CallbackMessage): Promise<number> {
        this.calls.push(message);
        const answer = this.answers.shift() ?? 204;
        return typeof answer === 'number' ? Promise.resolve(answer) : Promise.reject(answer);
      }
    }

    it('a signed call with facts and not a word of the customer', async () => {
      await keep({ name: '전달', actions: [{ kind: 'in_turn', groupId: 1 }, hook] });
      const ticketId = await desk.add({ body: sanitiseBody({ text: '비밀 이야기' }) });
      const callbacks = new Calls();
      await drain({ callbacks });
      await drain({ callbacks });
      expect(callbacks.calls).toHaveLength(1);
      const [call] = callbacks.calls;
      const told = JSON.parse(call?.body ?? '');
      expect(told).toMatchObject({
        event: 'ticket_created',
        serviceId: 'demo',
        trigger: { name: '전달' },
        ticket: { ticketId, status: 'processing', assignee: 'admin1', groupId: 1 },
      });
      expect(call?.body).not.toMatch(/비밀|한지우|jiwoo|배송 문의/);
      const { Authorization = '', 'X-TC-Timestamp': timestamp = '' } = call?.headers ?? {};
      const sent = { body: call?.body ?? '', timestamp, signature: Authorization };
      expect(await verifyOutbound(demoKeys.demo, sent, Number(timestamp))).toBe(true);
    });

    it('a call again while its server is away, with the same name, and tell where it is refused', async () => {
      await keep({ name: '전달', actions: [hook] });
      const ticketId = await desk.add();
      const callbacks = new Calls();
      callbacks.answers = [new Error('connection refused'), 503, 404];
      for (let round = 0; round < 5; round++) {
        await drain({ callbacks });
        desk.advance(600_000);
      }
      expect(callbacks.calls).toHaveLength(3);
      expect(new Set(callbacks.calls.map(({ headers }) => headers['X-TC-Delivery'])).size).toBe(1);
      expect((await eventsOf(ticketId)).at(-1)).toMatchObject({
        kind: 'callback_failed',
        data: { trigger: '전달', answer: '404' },
      });
    });

    it('a call again when its lease is over that came to no end', async () => {
      await keep({ name: '전달', actions: [hook] });
      await desk.add();
      const failures: unknown[] = [];
      const never: CallbackPort = { call: () => new Promise(() => undefined) };
      const deps = { database: desk.database, mail: new MailMemory(), now: () => desk.now };
      await new Worker({
        ...deps,
        callbacks: never,
        longestTry: 20,
        onError: (error) => failures.push(error),
      }).drain();
      expect(failures).toHaveLength(1);
      desk.advance(61_000);
      const callbacks = new Calls();
      await drain({ callbacks });
      expect(callbacks.calls).toHaveLength(1);
    });

    it('mails, and calls of others, while a server does not answer its call', async () => {
      const other = 'https://other.example/tickets';
      await keep({ actions: [hook, { kind: 'callback', url: other }, { ...notice, to: ['lead@demo.example'] }] });
      await desk.add();
      await desk.add();
      let release: (status: number) => void = () => undefined;
      const answer = new Promise<number>((done) => (release = done));
      const called: string[] = [];
      const callbacks: CallbackPort = {
        call: ({ url }) => {
          called.push(url);
          return url === hook.url ? answer : Promise.resolve(204);
        },
      };
      const mail = new MailMemory();
      const worker = new Worker({ database: desk.database, mail, callbacks, now: () => desk.now });
      await worker.start();
      await expect.poll(() => [mail.mails.length, called.length]).toEqual([2, 3]);
      // One call to a host at a time.
      expect(called.sort()).toEqual([hook.url, other, other]);
      // What comes in meanwhile does not wait either.
      await desk.add();
      await expect.poll(() => [mail.mails.length, called.filter((url) => url === other).length]).toEqual([3, 3]);
      release(204);
      await expect.poll(() => called.length).toBe(6);
      await worker.stop();
    });

    it('and tell once what failed, although the end of it can be written down only later', async () => {
      await keep({ name: '전달', actions: [hook] });
      const ticketId = await desk.add();
      const callbacks = new Calls();
      callbacks.answers = [404, 404];
      const { database } = desk;
      // Whoever writes for all services is away once the call was made.
      const flaky: Database = {
        transaction: (scope, work) => database.transaction(scope, work),
        read: (scope, query) => database.read(scope, query),
        system: (work) =>
          callbacks.calls.length === 1 ? Promise.reject(new Error('The database is away')) : database.system(work),
        listen: (channel, on) => database.listen(channel, on),
        analyse: () => database.analyse(),
        ping: () => database.ping(),
        close: () => Promise.resolve(),
      };
      const now = () => desk.now;
      const worker = new Worker({ database: flaky, mail: new MailMemory(), callbacks, now, onError: () => undefined });
      await worker.drain().catch(() => undefined);
      desk.advance(61_000);
      await drain({ callbacks });
      expect((await kindsOf(ticketId)).filter((kind) => kind === 'callback_failed')).toHaveLength(1);
    });

    it('no call to where nobody may be asked', async () => {
      await keep({ actions: [hook] });
      await desk.add();
      const callbacks = new Calls();
      callbacks.answers = [new CallbackRefused('hook.example is a private address')];
      await drain({ callbacks });
      desk.advance(600_000);
      await drain({ callbacks });
      expect(callbacks.calls).toHaveLength(1);
      const left = await desk.database.system((tx) => tx.select().from(outbox).where(ne(outbox.state, 'failed')));
      expect(left).toEqual([]);
    });
  });
});

describe('calls over HTTP', () => {
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '0.0.0.0',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    '::ffff:0:10.0.0.1',
    '64:ff9b:1::a00:1',
    '2002:a00:1::1',
    '2001:0:a00:1::1',
    'fec0::1',
  ])('take %s for a private address', (address) => expect(isPrivate(address)).toBe(true));
  it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888'])('take %s for a public one', (address) =>
    expect(isPrivate(address)).toBe(false),
  );

  it.each(['https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'http://example.com/'])(
    'do not go to %s',
    async (url) => {
      const call = callbacksOverHttp().call({ url, headers: {}, body: '{}' });
      await expect(call).rejects.toBeInstanceOf(CallbackRefused);
    },
  );

  it.each([
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n', 101],
    ['a hint only', 'HTTP/1.1 103 Early Hints\r\n\r\n', null],
    ['nothing', '', null],
  ])('come to an end with a server that answers %s', async (_what, answer, status) => {
    const host = createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => (answer ? socket.write(answer) : socket.end()));
    });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
    const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
    const call = callbacksOverHttp({ anywhere: true, timeout: 300 }).call({ url, headers: {}, body: '{}' });
    await expect(call.catch(() => null)).resolves.toBe(status);
    host.close();
  });

  it('carry what was signed, follow no redirect and do not wait for ever', async () => {
    const seen: { url: string | undefined; body: string; signature: string | undefined }[] = [];
    const read = async (request: IncomingMessage) => {
      let text = '';
      for await (const part of request) text += part;
      return text;
    };
    const host = createServer((request, response) => {
      void read(request).then((text) => {
        seen.push({ url: request.url, body: text, signature: request.headers.authorization });
        if (request.url === '/slow') return;
        response.writeHead(request.url === '/moved' ? 302 : 204, { Location: '/other' }).end();
      });
    });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
    const base = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
    const port = callbacksOverHttp({ anywhere: true, timeout: 300 });
    const message = { headers: { Authorization: 'abc' }, body: '{"a":1}' };
    expect(await port.call({ ...message, url: `${base}/here` })).toBe(204);
    expect(await port.call({ ...message, url: `${base}/moved` })).toBe(302);
    await expect(port.call({ ...message, url: `${base}/slow` })).rejects.toThrow();
    host.closeAllConnections();
    host.close();
    expect(seen.map(({ url }) => url)).toEqual(['/here', '/moved', '/slow']);
    expect(seen[0]).toMatchObject({ body: '{"a":1}', signature: 'abc' });
  });
});
