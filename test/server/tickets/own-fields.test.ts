import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  auditLog,
  eventLog,
  idempotency,
  installation,
  ticketEvents,
  tickets,
  ticketValues,
} from '../../../demo/server/db/schema.js';
import type { FieldValue } from '../../../src/domain/types.js';
import { startServer } from '../support/server.js';
import { Desk, type Client } from './desk.js';

let desk: Desk;
let agent: Client;
beforeAll(async () => {
  desk = await Desk.open();
  agent = desk.as('agent1');
});
afterAll(() => desk.close());

type Fields = Readonly<Record<string, FieldValue>>;

/** Types of the demo: orders, and below refunds the ones that have the encrypted account. */
const order = 101;
const refund = 110;

const ticketOf = (categoryId: number | null, fields: Fields = {}) => desk.add({ categoryId, fields });
const patch = (id: string, body: object, who = agent) =>
  who.patch(`tickets/${id}.json`, { expectedVersion: 1, ...body });
const eventsOf = async (id: string) => (await agent.get(`tickets/${id}/events.json`)).contents.slice(1);
const storedFields = async (ticketId: string) => {
  const rows = await desk.database.system((tx) => tx.select().from(tickets).where(eq(tickets.ticketId, ticketId)));
  return rows[0]?.fields ?? {};
};

describe('values of own fields', () => {
  it('are set, changed and taken away, each with a line in the log', async () => {
    const id = await ticketOf(order, { productGroup: '가전', boughtAt: '매장' });
    const answer = await patch(id, {
      fields: {
        orderNo: '20260512-000001',
        productGroup: '식품',
        boughtAt: null,
        interests: ['할인', '이벤트, 체험단'],
      },
    });
    expect(answer.status).toBe(200);
    expect(answer.content).toMatchObject({
      version: 2,
      fields: { orderNo: '20260512-000001', productGroup: '식품', interests: ['할인', '이벤트, 체험단'] },
    });
    expect(answer.content.fields).not.toHaveProperty('boughtAt');
    expect((await eventsOf(id)).map(({ kind, data }) => [kind, data])).toEqual([
      ['field_changed', { field: 'orderNo' }],
      ['field_changed', { field: 'productGroup', from: '가전', to: '식품' }],
      ['field_changed', { field: 'boughtAt', from: '매장', to: null }],
      ['field_changed', { field: 'interests', from: null, to: '할인, 이벤트, 체험단' }],
    ]);
  });

  it('that somebody wrote are in no log: they may be masked later', async () => {
    const id = await ticketOf(order, { productGroup: '홍길동의 상품' });
    expect((await patch(id, { fields: { memo: '홍길동', productGroup: '식품' } })).status).toBe(200);
    // Chosen from a list now, written by somebody once.
    expect((await eventsOf(id)).map(({ data }) => data)).toEqual([{ field: 'memo' }, { field: 'productGroup' }]);
  });

  it('of agents are set like those of customers', async () => {
    const id = await ticketOf(order);
    const fields = { department: '정산팀', callAgainAt: '2026-05-13 09:30', memo: '둘째 줄\n있음' };
    expect((await patch(id, { fields })).content.fields).toEqual(fields);
  });

  it('that say what they said are no change', async () => {
    const id = await ticketOf(order, { productGroup: '단종 상품', privacyAgree: true });
    const answer = await patch(id, { fields: { productGroup: '단종 상품', boughtAt: '' } });
    expect([answer.status, answer.content.version]).toEqual([200, 1]);
    expect(await eventsOf(id)).toEqual([]);
  });

  it('are refused with every problem, and then none is kept', async () => {
    const id = await ticketOf(order, { privacyAgree: true });
    const answer = await patch(id, {
      fields: {
        orderNo: 'x'.repeat(21),
        productGroup: '없음',
        deliveryDate: '2026-02-30',
        interests: ['할인', '할인'],
        privacyAgree: false,
        refundAccount: '110-1',
        nothing: 'x',
        memo: '메모',
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.contents.map(({ field, code }) => [field, code])).toEqual([
      ['f.orderNo', 'length'],
      ['f.productGroup', 'invalid'],
      ['f.deliveryDate', 'invalid'],
      ['f.interests', 'invalid'],
      ['f.privacyAgree', 'required'],
      ['f.refundAccount', 'unknown'],
      ['f.nothing', 'unknown'],
    ]);
    expect(await agent.ticket(id)).toMatchObject({ version: 1, fields: { privacyAgree: true } });
  });

  it('that must be there cannot be emptied', async () => {
    const id = await ticketOf(order, { privacyAgree: true });
    const answer = await patch(id, { fields: { privacyAgree: null } });
    expect(answer.contents.map(({ field, code }) => [field, code])).toEqual([['f.privacyAgree', 'required']]);
  });

  it('need the version that was seen, and permission to edit', async () => {
    const id = await ticketOf(order);
    const unseen = await agent.patch(`tickets/${id}.json`, { fields: { memo: 'x' } });
    expect(unseen.contents.map(({ field }) => field)).toEqual(['expectedVersion']);
    const spam = await desk.add({ categoryId: order }, { spam: true, status: 'resolved' });
    expect((await patch(spam, { fields: { memo: 'x' } })).status).toBe(409);
  });

  it('are set once for one key', async () => {
    const id = await ticketOf(order);
    const caller = await desk.caller('agent1');
    const send = () =>
      caller.patch(`/tickets/${id}.json`, { expectedVersion: 1, fields: { memo: '한 번' } }, { key: 'memo-once' });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body).toEqual(first.body);
    expect(await eventsOf(id)).toHaveLength(1);
  });
});

describe('two agents at one ticket', () => {
  it('both keep what they changed in different fields', async () => {
    const id = await ticketOf(order);
    await patch(id, { fields: { productGroup: '가전' } }, desk.as('agent2'));
    const answer = await patch(id, { fields: { boughtAt: '공식몰' } });
    expect(answer.content).toMatchObject({ version: 3, fields: { productGroup: '가전', boughtAt: '공식몰' } });
  });

  it('are asked where it was the same field, and see what stands there now', async () => {
    const id = await ticketOf(order);
    await patch(id, { fields: { productGroup: '가전', memo: '첫째' } }, desk.as('agent2'));
    const answer = await patch(id, { fields: { productGroup: '식품', boughtAt: '매장' } });
    expect([answer.status, answer.content.code]).toEqual([409, 'version_conflict']);
    expect(answer.content).toMatchObject({
      ticketId: id,
      version: 2,
      changedSince: ['f.productGroup'],
      fields: { productGroup: '가전', memo: '첫째' },
    });
    expect(answer.content.fields).not.toHaveProperty('boughtAt');
    const again = await patch(id, { expectedVersion: 2, fields: { productGroup: '식품', boughtAt: '매장' } });
    expect(again.content.fields).toEqual({ productGroup: '식품', boughtAt: '매장', memo: '첫째' });
  });

  it('lose nothing when they save at the same moment', async () => {
    const id = await ticketOf(order);
    const told: Fields = { productGroup: '가전', boughtAt: '매장', memo: '하나', department: '정산팀', orderNo: '7' };
    const answers = await Promise.all(
      Object.entries(told).map(([code, value], index) =>
        patch(id, { fields: { [code]: value } }, desk.as(index % 2 ? 'agent1' : 'agent2')),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await agent.ticket(id)).toMatchObject({ version: 6, fields: told });
    const same = await Promise.all(
      ['둘', '셋'].map((memo) => patch(id, { expectedVersion: 6, fields: { memo } }, desk.as('agent2'))),
    );
    expect(same.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('agree without a question where both chose the same', async () => {
    const id = await ticketOf(order);
    await patch(id, { fields: { productGroup: '가전' } }, desk.as('agent2'));
    expect((await patch(id, { fields: { productGroup: '가전' } })).status).toBe(200);
  });
});

describe('the submission type', () => {
  it('is changed, and its fields with it in one step', async () => {
    const id = await ticketOf(order, { orderNo: '1' });
    expect((await patch(id, { fields: { usePeriod: '2026-05-01 ~ 2026-05-02' } })).status).toBe(400);
    const answer = await patch(id, { categoryId: refund, fields: { usePeriod: '2026-05-01 ~ 2026-05-02' } });
    expect(answer.content).toMatchObject({ categoryId: refund, version: 2, fields: { orderNo: '1' } });
    expect((await eventsOf(id)).map(({ kind, data }) => [kind, data])).toEqual([
      ['category_changed', { from: order, to: refund }],
      ['field_changed', { field: 'usePeriod', from: null, to: '2026-05-01 ~ 2026-05-02' }],
    ]);
    const conflict = await patch(id, { categoryId: order });
    expect([conflict.status, conflict.content.changedSince]).toEqual([409, ['categoryId']]);
  });

  it('must be one of the service, and is refused together with the fields', async () => {
    const id = await ticketOf(order);
    const answer = await patch(id, { categoryId: 201, fields: { productGroup: '없음' } });
    expect(answer.contents.map(({ field, code }) => [field, code])).toEqual([
      ['categoryId', 'unknown'],
      ['f.productGroup', 'invalid'],
    ]);
  });
});

describe('an encrypted field', () => {
  const account = '110-222-333444';

  it('is told to agents, and stored so that nobody can read it', async () => {
    const id = await ticketOf(refund);
    const answer = await patch(id, { fields: { refundAccount: account } });
    expect(answer.content.fields).toEqual({ refundAccount: account });
    expect((await agent.ticket(id)).fields).toEqual({ refundAccount: account });
    const stored = String((await storedFields(id)).refundAccount);
    expect(stored).toMatch(/^sealed:/);
    expect(atob(stored.split(':')[2] ?? '')).not.toContain(account);
  });

  it('is neither in lists, searches, events, audit nor kept answers', async () => {
    const id = await ticketOf(refund);
    await patch(id, { fields: { refundAccount: account, memo: '메모' } });
    await patch(id, { expectedVersion: 2, fields: { refundAccount: '999-888-777666' } });
    const rows = await agent.get('tickets.json?fields=refundAccount,memo&limit=200');
    expect(rows.contents.find(({ ticketId }) => ticketId === id)?.fields).toEqual({ memo: '메모' });
    expect((await agent.get(`tickets.json?q=${account}&from=-1d`)).contents).toEqual([]);
    expect((await agent.get('tickets.json?sort=f.refundAccount:asc')).status).toBe(400);
    expect((await eventsOf(id)).map(({ data }) => data)).toContainEqual({ field: 'refundAccount' });
    const kept = await desk.database.system(async (tx) => [
      await tx.select().from(tickets),
      await tx.select().from(ticketValues),
      await tx.select().from(ticketEvents),
      await tx.select().from(eventLog),
      await tx.select().from(auditLog),
      await tx.select().from(idempotency),
    ]);
    expect(kept.every((table) => table.length > 0 || table === kept[4])).toBe(true);
    for (const table of kept) {
      expect(JSON.stringify(table)).not.toContain(account);
      expect(JSON.stringify(table)).not.toContain('999-888-777666');
    }
  });

  it('is told in clear also when a call is repeated, and when it is refused', async () => {
    const id = await ticketOf(refund);
    const caller = await desk.caller('agent1');
    const body = { expectedVersion: 1, fields: { refundAccount: account } };
    const send = () => caller.patch(`/tickets/${id}.json`, body, { key: 'account-once' });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect(second.body.result.content.fields.refundAccount).toBe(account);
    const late = await patch(id, { fields: { refundAccount: '1' } });
    expect([late.status, late.content.fields]).toEqual([409, { refundAccount: account }]);
  });

  it('that says what it said is no change', async () => {
    const id = await ticketOf(refund);
    await patch(id, { fields: { refundAccount: account } });
    expect((await patch(id, { expectedVersion: 2, fields: { refundAccount: account } })).content.version).toBe(2);
  });

  it('cannot be read in another ticket', async () => {
    const [from, to] = [await ticketOf(refund), await ticketOf(refund)];
    await patch(from, { fields: { refundAccount: account } });
    const fields = await storedFields(from);
    await desk.database.system((tx) =>
      tx
        .update(tickets)
        .set({ fields })
        .where(and(eq(tickets.serviceId, 'demo'), eq(tickets.ticketId, to))),
    );
    expect(JSON.stringify((await agent.ticket(to)).fields)).not.toContain(account);
  });

  it('is read by another process of the installation, whose requests cannot read its secret', async () => {
    const id = await ticketOf(refund);
    await patch(id, { fields: { refundAccount: account } });
    const other = await startServer({ database: desk.database });
    const answer = await (await other.as('agent2')).get(`/tickets/${id}.json`);
    expect(answer.body.result.content.fields).toEqual({ refundAccount: account });
    await other.app.close();
    const reading = desk.database.transaction({ serviceId: 'demo' }, (tx) => tx.select().from(installation));
    await expect(reading).rejects.toThrow();
  });

  it('holds a text that looks like a sealed one as it is', async () => {
    const id = await ticketOf(refund);
    const text = 'sealed:1:AAAA';
    expect((await patch(id, { fields: { memo: text, refundAccount: text } })).content.fields).toEqual({
      memo: text,
      refundAccount: text,
    });
  });
});
