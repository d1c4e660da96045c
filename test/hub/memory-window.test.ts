import { expect } from '@open-wc/testing';
import { sortFields } from '../../src/domain/types.js';
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
