import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldValue } from '../../../src/domain/types.js';
import { categories, customers, fieldDefinitions, tickets, ticketValues } from '../../../demo/server/db/schema.js';
import { findSession } from '../../../demo/server/services/context.js';
import { readByOwn, type Reading } from '../../../demo/server/services/tickets/ordered.js';
import { placeOf } from '../../../demo/server/services/tickets/sort-keys.js';
import { Desk, type Client } from './desk.js';
import { dice } from './dice.js';

let desk: Desk;
let agent: Client;
const random = dice(20261122);
const fieldsOf = new Map<string, Readonly<Record<string, FieldValue>>>();

beforeAll(async () => {
  desk = await Desk.open();
  agent = desk.as('agent1');
  for (let made = 0; made < 45; made += 1) {
    const some: [string, FieldValue][] = [
      ['orderNo', random.pick(['', 'A-1', 'A-2', 'B-1', '가-3'])],
      ['interests', random.pick([['신상품'], ['할인', '신상품'], ['이벤트, 체험단'], []])],
      ['privacyAgree', random.chance(0.5)],
      ['memo', `${'가'.repeat(random.pick([1, 499, 500, 700]))}${made}`],
      ['refundAccount', `123-${made}`],
    ];
    const fields = Object.fromEntries(some.filter(() => random.chance(0.75)));
    const id = await desk.add({ fields, categoryId: random.pick([null, 101, 104, 108, 111]) });
    fieldsOf.set(id, fields);
  }
});
afterAll(() => desk.close());

/** Every ticket of a list, page by page, and back again from the last one. */
async function walked(query: string): Promise<{ there: string[]; back: string[] }> {
  const there: string[] = [];
  let last: Awaited<ReturnType<Client['get']>>;
  let cursor = '';
  do {
    last = await agent.get(`tickets.json?limit=7&${query}${cursor}`);
    there.push(...last.contents.map((row) => row.ticketId as string));
    cursor = `&cursor=${last.result.next}`;
  } while (last.result.next !== null);
  const back = last.contents.map((row) => row.ticketId as string);
  for (let { previous } = last.result; previous !== null;) {
    const page = await agent.get(`tickets.json?limit=5&${query}&cursor=${previous}`);
    back.unshift(...page.contents.map((row) => row.ticketId as string));
    previous = page.result.previous;
  }
  return { there, back };
}

function shown(value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

describe('a list by a field of the service', () => {
  it.each(['orderNo', 'interests', 'privacyAgree', 'memo'])(
    'shows every ticket once by %s, those without a value first or last, there and back',
    async (code) => {
      const key = (id: string) => [...shown(fieldsOf.get(id)?.[code])].slice(0, 500).join('');
      for (const direction of ['asc', 'desc']) {
        const { there, back } = await walked(`sort=f.${code}:${direction}`);
        const sign = direction === 'asc' ? 1 : -1;
        const expected = [...fieldsOf.keys()].sort((a, b) => sign * (compare(key(a), key(b)) || compare(a, b)));
        expect(there).toEqual(expected);
        expect(back).toEqual(expected);
      }
    },
  );

  it('keeps the order within a view, a search and a jump', async () => {
    const { there } = await walked('sort=f.orderNo:desc');
    const high = there.filter((_, place) => place % 3 === 0);
    for (const id of high) await agent.patch(`tickets/${id}.json`, { starred: true });
    expect((await walked('sort=f.orderNo:desc&starred=true')).there).toEqual(high);
    const jump = await agent.get('tickets.json?sort=f.orderNo:desc&at=0.5&limit=10');
    const { index } = jump.result.position ?? { index: -1 };
    expect(jump.contents.map((row) => row.ticketId)).toEqual(there.slice(index, index + 10));
  });

  it.each(['f.refundAccount', 'f.neverThere', 'selection'])('is refused by %s', async (sort) => {
    const answer = await agent.get(`tickets.json?sort=${sort}:asc`);
    expect([answer.status, answer.contents[0]?.field]).toEqual([400, 'sort']);
  });
});

describe('a list that is too long to be sorted', () => {
  async function walkedByOwn(code: string, descending: boolean): Promise<string[]> {
    return desk.database.transaction({ serviceId: 'demo' }, async (tx) => {
      const session = await findSession(tx, 'demo', 'agent1');
      if (!session) throw new Error('The demo has its agent');
      const context = { session, now: desk.now, client: 'test' };
      const where = and(eq(tickets.serviceId, 'demo'), inArray(tickets.ticketId, [...fieldsOf.keys()]))!;
      const sort = `f.${code}` as const;
      const ids: string[] = [];
      for (let from: Reading['from']; ;) {
        const rows = await readByOwn(tx, context, { where, sort, code, descending, limit: 4, from });
        ids.push(...rows.map(({ ticket }) => ticket.ticketId));
        const last = rows.at(-1);
        if (!last) return ids;
        from = { place: placeOf(sort, last.ticket), inclusive: false };
      }
    });
  }

  it.each(['orderNo', 'interests', 'privacyAgree', 'memo'])('is walked in the same order by %s', async (code) => {
    for (const descending of [false, true]) {
      const { there } = await walked(`sort=f.${code}:${descending ? 'desc' : 'asc'}`);
      expect(await walkedByOwn(code, descending)).toEqual(there);
    }
  });
});

describe('values to sort and search by', () => {
  const valuesOf = (id: string) =>
    desk.database.system(async (tx) => {
      const rows = await tx.select().from(ticketValues).where(eq(ticketValues.ticketId, id));
      return rows.map(({ code, value }) => `${code}=${value}`).sort();
    });
  const set = (id: string, fields: Readonly<Record<string, FieldValue>>) =>
    desk.database.transaction({ serviceId: 'demo' }, (tx) =>
      tx.update(tickets).set({ fields }).where(eq(tickets.ticketId, id)),
    );

  it('follow the ticket, and none is left of a deleted one', async () => {
    const id = await desk.add({
      fields: { orderNo: '1', interests: ['할인', '신상품'], refundAccount: '9', unknown: 'x' },
    });
    const both = ['interests=할인, 신상품', 'interests[]=할인', 'interests[]=신상품'].sort();
    expect(await valuesOf(id)).toEqual([...both, 'orderNo=1'].sort());
    await set(id, { orderNo: '2', interests: ['할인'], privacyAgree: false });
    expect(await valuesOf(id)).toEqual(['interests=할인', 'interests[]=할인', 'orderNo=2', 'privacyAgree=false']);
    await set(id, {});
    expect(await valuesOf(id)).toEqual([]);
    await set(id, { orderNo: '3' });
    await desk.database.transaction({ serviceId: 'demo' }, (tx) => tx.delete(tickets).where(eq(tickets.ticketId, id)));
    expect(await valuesOf(id)).toEqual([]);
  });

  it('appear with a definition and vanish when it is encrypted', async () => {
    const id = await desk.add({ fields: { lateField: '값' } });
    fieldsOf.set(id, {});
    const define = (encrypted: boolean) =>
      desk.database.system(async (tx) => {
        const row = {
          serviceId: 'demo',
          code: 'lateField',
          owner: 'agent',
          type: 'text',
          names: {},
          position: 99,
        } as const;
        const target = [fieldDefinitions.serviceId, fieldDefinitions.code];
        await tx
          .insert(fieldDefinitions)
          .values({ ...row, encrypted })
          .onConflictDoUpdate({ target, set: { encrypted } });
      });
    expect(await valuesOf(id)).toEqual([]);
    await define(false);
    expect(await valuesOf(id)).toEqual(['lateField=값']);
    await define(true);
    expect(await valuesOf(id)).toEqual([]);
  });
});

describe('names beside keys', () => {
  const stored = (id: string) =>
    desk.database.system(async (tx) => (await tx.select().from(tickets).where(eq(tickets.ticketId, id)))[0]);

  it('follow the submission type and the handling type', async () => {
    const id = await desk.add({ categoryId: 102 });
    expect(await stored(id)).toMatchObject({ categoryName: '주문 변경', handlingTypeName: '' });
    await agent.patch(`tickets/${id}.json`, { expectedVersion: 1, handlingTypeId: 102 });
    expect(await stored(id)).toMatchObject({ handlingTypeName: '이용 방법 안내' });
    await desk.database.system((tx) =>
      tx
        .update(categories)
        .set({ name: '변경 요청' })
        .where(and(eq(categories.serviceId, 'demo'), eq(categories.categoryId, 102))),
    );
    expect(await stored(id)).toMatchObject({ categoryName: '변경 요청', version: 2 });
  });

  it('follow the customer, and the address is the one that answers go to', async () => {
    const customer = { name: '', email: 'kim@customer.example', phone: '010-1', usercode: 'kim' };
    const first = await desk.add({ customer });
    const other = await desk.add({ customer, answerTo: 'desk@customer.example' });
    expect(await stored(first)).toMatchObject({
      customerEmail: customer.email,
      customerPhone: '010-1',
      customerUsercode: 'kim',
    });
    expect(await stored(other)).toMatchObject({ customerEmail: 'desk@customer.example' });
    await desk.database.transaction({ serviceId: 'demo' }, (tx) =>
      tx
        .update(customers)
        .set({ name: '김하나', phone: null, email: 'hana@customer.example' })
        .where(eq(customers.email, customer.email)),
    );
    expect(await stored(first)).toMatchObject({
      customerName: '김하나',
      customerEmail: 'hana@customer.example',
      customerPhone: '',
    });
    expect(await stored(other)).toMatchObject({ customerName: '김하나', customerEmail: 'desk@customer.example' });
  });
});

it('columns of a list without an index lead to the same order', async () => {
  const codes = new Map([...fieldsOf.keys()].map((id, place) => [id, ['', 'agent2', 'agent1'][place % 3]!]));
  await desk.database.system(async (tx) => {
    for (const [id, name] of codes) {
      const set = { creator: name || null, creatorName: name };
      await tx.update(tickets).set(set).where(eq(tickets.ticketId, id));
    }
  });
  const { there, back } = await walked('sort=creator:asc');
  const listed = new Set(there);
  const expected = [...codes.keys()].sort((a, b) => compare(codes.get(a)!, codes.get(b)!) || compare(a, b));
  expect(there.filter((id) => codes.has(id))).toEqual(expected.filter((id) => listed.has(id)));
  expect(back).toEqual(there);
  expect(desk.errors).toEqual([]);
});
