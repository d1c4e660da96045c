import { expect } from '@open-wc/testing';
import { sortFields, type SortKey, type Ticket } from '../../src/domain/types.js';
import { MemoryWindow } from '../../src/hub/memory-window.js';
import { orderOf } from '../../src/hub/row-order.js';
import { idOf, ticketOf } from '../support/scripted-server.js';
import { until } from '../support/until.js';

const rows = Array.from({ length: 200 }, (_, number) =>
  ticketOf(number, {
    subject: `${(number * 7) % 50}번 문의`,
    priority: (['low', 'normal', 'high', 'urgent'] as const)[number % 4],
    resolvedAt: number % 3 ? number : null,
  }),
);

describe('a list over rows in the page', () => {
  for (const field of sortFields) {
    it(`is ordered by ${field} in both directions, equal rows as they came`, () => {
      const up = [...orderOf(rows, field, false)];
      expect([...up].sort((a, b) => a - b)).to.deep.equal(rows.map((_, index) => index));
      const down = [...orderOf(rows, field, true)];
      // Whatever is different stands the other way round; what is equal does not.
      const backAndForth = orderOf(
        down.map((index) => rows[index] ?? ticketOf(0)),
        field,
        false,
      );
      const subjects = (order: Iterable<number>, from: readonly number[]) =>
        [...order].map((place) => String(rows[from[place] ?? 0]?.[field as 'subject']));
      expect(subjects(backAndForth, down)).to.deep.equal(subjects(up.keys(), up));
    });
  }

  const customer = { customerId: 1, usercode: null, name: '', email: null, phone: null };
  const transfer = {
    linkedId: null,
    taskId: null,
    to: '',
    url: null,
    state: 'sent',
    problem: null,
    at: 1,
    by: { usercode: 'x', name: '가' },
  } as const;
  const person = (name: string) => ({ usercode: 'x', name });
  const differing: Readonly<Record<string, readonly [Partial<Ticket>, Partial<Ticket>, Partial<Ticket>]>> = {
    category: [{ categoryId: null }, { categoryId: 2 }, { categoryId: 10 }],
    handlingType: [{ handlingTypeId: null }, { handlingTypeId: 2 }, { handlingTypeId: 10 }],
    language: [{ language: 'ko' }, { language: 'ja' }, { language: 'en' }],
    transfer: [
      { transfer: null },
      { transfer: { ...transfer, kind: 'issue' } },
      { transfer: { ...transfer, kind: 'dooray' } },
    ],
    reason: [{ reason: null }, { reason: 'spam' }, { reason: 'other' }],
    creator: [{ creator: null }, { creator: person('가') }, { creator: person('나') }],
    assignee: [{ assignee: null }, { assignee: person('가') }, { assignee: person('나') }],
    group: [{ group: null }, { group: { groupId: 9, name: '가' } }, { group: { groupId: 1, name: '나' } }],
    customer: [
      { customer: null },
      { customer: { ...customer, name: '가' } },
      { customer: { ...customer, name: '나' } },
    ],
    email: [{ customer }, { customer: { ...customer, email: 'a@x' } }, { customer: { ...customer, email: 'b@x' } }],
    phone: [{ customer }, { customer: { ...customer, phone: '010' } }, { customer: { ...customer, phone: '011' } }],
    usercode: [
      { customer },
      { customer: { ...customer, usercode: 'a' } },
      { customer: { ...customer, usercode: 'b' } },
    ],
    'f.orderNo': [{}, { fields: { orderNo: 'A2' } }, { fields: { orderNo: 'A10' } }],
    'f.agreed': [{ fields: { agreed: null } }, { fields: { agreed: false } }, { fields: { agreed: true } }],
    'f.parts': [{ fields: { parts: [] } }, { fields: { parts: ['가'] } }, { fields: { parts: ['가', '나'] } }],
  };
  for (const [sort, [first, second, third]] of Object.entries(differing)) {
    it(`puts what has no ${sort} first, and the rest in order`, () => {
      const mixed = [ticketOf(0, third), ticketOf(1, first), ticketOf(2, second)];
      expect([...orderOf(mixed, sort as SortKey, false)]).to.deep.equal([1, 2, 0]);
      expect([...orderOf(mixed, sort as SortKey, true)]).to.deep.equal([0, 2, 1]);
    });
  }

  it('orders times that are too far apart to be packed', () => {
    const far = [ticketOf(0, { updatedAt: 8e15 }), ticketOf(1, { updatedAt: -8e15 }), ticketOf(2, { updatedAt: 0 })];
    expect([...orderOf(far, 'updatedAt', false)]).to.deep.equal([1, 2, 0]);
  });

  it('shows updates of a frame together, in place', async () => {
    const list = new MemoryWindow(rows);
    list.sort('updatedAt', true);
    const shown: (ReadonlySet<number> | null)[] = [];
    list.$window.listen(({ changed }) => shown.push(changed));
    list.update([ticketOf(5, { version: 2, updatedAt: 9e12 })]);
    list.update([ticketOf(6, { version: 2 })]);
    await until(() => shown.length === 1);
    expect([...(shown[0] ?? [])]).to.deep.equal([5, 6]);
    expect(list.$waiting.get()).to.equal(1);
    list.refresh();
    expect(list.$window.get().row(0)?.ticketId).to.equal(idOf(5));
    expect(list.$waiting.get()).to.equal(0);
  });

  it('sees that a row moves by a field of the service', async () => {
    const list = new MemoryWindow([ticketOf(0, { fields: { size: 'A' } }), ticketOf(1, { fields: { size: 'B' } })]);
    list.sort('f.size', false);
    list.update([
      ticketOf(0, { version: 2, fields: { size: 'C' } }),
      ticketOf(1, { version: 2, fields: { size: 'B' } }),
    ]);
    await until(() => list.$waiting.get() === 1);
    list.refresh();
    expect(list.$window.get().row(0)?.ticketId).to.equal(idOf(1));
  });

  it('knows where a ticket stands after sorting', () => {
    const list = new MemoryWindow(rows);
    list.sort('createdAt', true);
    expect(list.$window.get().indexOf(idOf(0))).to.equal(199);
    expect(list.$window.get().indexOf(idOf(999))).to.equal(-1);
  });

  it('ignores an older version', async () => {
    const list = new MemoryWindow([ticketOf(1, { version: 3, subject: '새것' })]);
    list.update([ticketOf(1, { version: 2, subject: '옛것' })]);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(list.$window.get().row(0)?.subject).to.equal('새것');
  });
});
