import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureConditions } from '../../../src/domain/board.js';
import { matches, type TicketFacts, type Viewer } from '../../../src/domain/conditions.js';
import {
  channels,
  figures,
  languages,
  priorities,
  reasons,
  sortFields,
  statuses,
  views,
  type Board,
  type Figure,
  type SortField,
} from '../../../src/domain/types.js';
import { viewConditions } from '../../../src/domain/views.js';
import { startOfDay } from '../../../src/util/time-zone.js';
import { callbacks, tickets } from '../../../demo/server/db/schema.js';
import { newTicketId } from '../../../demo/server/services/tickets/ticket-id.js';
import { Desk } from './desk.js';
import { dice, type Dice } from './dice.js';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

type NewRow = typeof tickets.$inferInsert;
const hour = 3_600_000;
const agents = { agent1: '이준호', agent2: '박지민', admin1: '김서연' } as const;
type Usercode = keyof typeof agents;
const usercodes = Object.keys(agents) as Usercode[];
const groupNames = ['주문·배송', '결제·환불', '회원·기술'];

/** A ticket in any state, with many equal keys among them. */
function someTicket(random: Dice, now: number): NewRow {
  const status = random.pick(statuses);
  const assignee = status === 'unassigned' ? null : random.pick(usercodes);
  const creator = random.pick([null, 'agent1', 'admin1'] as const);
  const groupId = random.pick([null, 1, 2, 3]);
  const isTransferred = status.includes('issue') || status.includes('dooray') || random.chance(0.1);
  const isDone = status === 'resolved' || status === 'completed' || random.chance(0.2);
  const createdAt = now - random.upTo(60) * hour;
  const customerName = random.pick(['', '한지우', '佐藤', 'Ann', 'ann', '가나다']);
  return {
    serviceId: 'demo',
    ticketId: newTicketId(createdAt + random.upTo(1000)),
    status,
    spam: random.chance(0.1),
    subject: random.pick(['배송', '환불', 'Ärger', 'zebra', '', '注文 %_']),
    priority: random.pick(priorities),
    channel: random.pick(channels),
    language: random.pick(languages),
    reason: isDone ? random.pick([null, ...reasons]) : null,
    creator,
    creatorName: creator === null ? '' : agents[creator],
    groupId,
    groupName: groupId === null ? '' : groupNames[groupId - 1],
    assignee,
    assigneeName: assignee === null ? '' : agents[assignee],
    customerName,
    starred: random.chance(0.3),
    transferKind: isTransferred ? random.pick(['issue', 'dooray'] as const) : null,
    transferBy: isTransferred ? random.pick(usercodes) : null,
    transferAt: isTransferred ? createdAt : null,
    guidanceAt: random.chance(0.1) ? createdAt : null,
    createdAt,
    updatedAt: createdAt + random.upTo(5) * hour,
    resolvedAt: isDone ? createdAt + random.upTo(10) * hour : null,
    resolvedBy: isDone ? random.pick(usercodes) : null,
  };
}

async function fill(random: Dice, count: number): Promise<void> {
  const rows = Array.from({ length: count }, () => someTicket(random, desk.now));
  const calls = rows
    .filter(() => random.chance(0.2))
    .map(({ ticketId }) => ({
      serviceId: 'demo',
      ticketId,
      usercode: random.pick(usercodes),
      dueAt: desk.now + (random.upTo(4) - 2) * hour,
      state: random.pick(['open', 'done'] as const),
      createdAt: desk.now,
    }));
  await desk.database.system(async (tx) => {
    await tx.insert(tickets).values(rows);
    if (calls.length > 0) await tx.insert(callbacks).values(calls);
  });
}

async function factsOfAll(): Promise<Map<string, TicketFacts>> {
  return desk.database.system(async (tx) => {
    const open = (await tx.select().from(callbacks)).filter(({ state }) => state === 'open');
    const rows = await tx.select().from(tickets);
    return new Map(
      rows.map((row) => [
        row.ticketId,
        {
          ...row,
          transfer: row.transferKind && { kind: row.transferKind, by: row.transferBy ?? '' },
          promised: open
            .filter((one) => one.ticketId === row.ticketId)
            .map((one) => ({ by: one.usercode, at: one.dueAt })),
          guidance: row.guidanceAt !== null,
        },
      ]),
    );
  });
}

function viewer(usercode: Usercode): Viewer {
  const groups = { agent1: [1, 2], agent2: [3], admin1: [1, 2, 3] }[usercode];
  return { usercode, groups, now: desk.now, today: startOfDay(desk.now, 'Asia/Seoul'), timeZone: 'Asia/Seoul' };
}

function shownFigure(board: Board, figure: Figure): number | null {
  const [side, name] = figure.split('.') as ['all' | 'my', string];
  return (board[side] as Record<string, number | null>)[name] ?? null;
}

describe('every list holds exactly what its definition says', () => {
  it('figures equal the length of their list, counts that of their view, through random changes', async () => {
    const random = dice(20260305);
    for (let round = 0; round < 2; round++) {
      await fill(random, 60);
      desk.advance(7 * hour);
      const facts = await factsOfAll();
      for (const usercode of ['agent1', 'agent2'] as const) {
        const client = desk.as(usercode);
        const board = (await client.get('board.json')).content as unknown as Board;
        const counts = (await client.get('tickets/counts.json')).content as Record<string, number>;
        for (const view of views) {
          const expected = [...facts].filter(([, one]) => matches(viewConditions[view], one, viewer(usercode)));
          const ids = await client.ids(`view=${view}`);
          expect({ view, ids: [...ids].sort() }).toEqual({ view, ids: expected.map(([id]) => id).sort() });
          expect({ view, count: counts[view] }).toEqual({ view, count: ids.length });
        }
        for (const figure of figures) {
          const expected = [...facts].filter(([, one]) => matches(figureConditions[figure], one, viewer(usercode)));
          const answer = await client.get(`tickets.json?limit=200&figure=${figure}`);
          expect({ figure, ids: answer.contents.map((row) => row.ticketId).sort() }).toEqual({
            figure,
            ids: expected.map(([id]) => id).sort(),
          });
          if (figure !== 'all.handlingRate')
            expect({ figure, is: shownFigure(board, figure) }).toEqual({ figure, is: expected.length });
          else {
            const done = expected.filter(([, one]) => one.status === 'resolved' || one.status === 'completed').length;
            expect(board.all.handlingRate).toBe(expected.length ? Math.round((100 * done) / expected.length) : null);
          }
        }
      }
    }
  }, 120_000);

  it('sub-filters narrow a view', async () => {
    const client = desk.as('agent1');
    const rows = (await client.get('tickets.json?view=group&group=2&starred=true&limit=200')).contents;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ group: { groupId: 2 }, starred: true, spam: false });
    expect(await client.ids('view=group&group=3')).toEqual([]);
    const dooray = (await client.get('tickets.json?view=transferred&transfer=dooray&limit=200')).contents;
    expect(dooray.length).toBeGreaterThan(0);
    for (const row of dooray) expect(row.transfer?.kind).toBe('dooray');
  });
});

const keyOf: Record<SortField, (row: Record<string, unknown>) => unknown> = {
  updatedAt: (row) => row.updatedAt,
  createdAt: (row) => row.createdAt,
  resolvedAt: (row) => row.resolvedAt ?? 0,
  priority: (row) => priorities.indexOf(row.priority as never),
  status: (row) => statuses.indexOf(row.status as never),
  channel: (row) => channels.indexOf(row.channel as never),
  subject: (row) => row.subject,
  customer: () => 0,
  assignee: (row) => (row.assignee as { name: string } | null)?.name ?? '',
  group: (row) => (row.group as { name: string } | null)?.name ?? '',
  transfer: (row) => {
    const kind = (row.transfer as { kind: string } | null)?.kind;
    return kind ? ['issue', 'dooray'].indexOf(kind) : -1;
  },
  ticketId: (row) => row.ticketId,
  // Keys that only the server has.
  category: () => 0,
  handlingType: () => 0,
  language: (row) => languages.indexOf(row.language as never),
  creator: (row) => (row.creator as { name: string } | null)?.name ?? '',
  reason: (row) => reasons.indexOf(row.reason as never),
  email: () => 0,
  phone: () => 0,
  usercode: () => 0,
};

describe('walking a list', () => {
  it.each(sortFields.flatMap((field) => [`${field}:asc`, `${field}:desc`]))(
    'by %s visits every ticket once, forwards and back, while others come and go',
    async (sort) => {
      const client = desk.as('agent1');
      const random = dice(sort.length);
      const whole = await client.ids(`sort=${sort}`);
      const seen: Record<string, unknown>[] = [];
      let path = `tickets.json?limit=37&sort=${sort}`;
      let last = '';
      for (let next: string | null = ''; next !== null;) {
        const page = await client.get(next === '' ? path : `${path}&cursor=${next}`);
        seen.push(...page.contents);
        last = page.result.next === null ? (page.result.previous ?? '') : last;
        next = page.result.next;
        if (seen.length < 60) await fill(random, 1);
      }
      const ids = seen.map((row) => row.ticketId as string);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => whole.includes(id))).toEqual(whole);
      expectSorted(seen, sort);
      const back: string[] = seen.slice(-(seen.length % 37 || 37)).map((row) => row.ticketId as string);
      path = `tickets.json?limit=41&sort=${sort}`;
      for (let previous: string | null = last; previous;) {
        const page = await client.get(`${path}&cursor=${previous}`);
        back.unshift(...page.contents.map((row) => row.ticketId as string));
        previous = page.result.previous;
      }
      expect(back.filter((id) => whole.includes(id))).toEqual(whole);
      expect(new Set(back).size).toBe(back.length);
    },
  );

  function expectSorted(rows: readonly Record<string, unknown>[], sort: string): void {
    const [field, direction] = sort.split(':') as [SortField, string];
    // The order of letters is the database's; equal ones must only stand together.
    if (['subject', 'assignee', 'group', 'customer', 'creator'].includes(field)) {
      const keys = rows.map(keyOf[field]);
      const runs = keys.filter((key, index) => index === 0 || key !== keys[index - 1]);
      expect(runs.length).toBe(new Set(keys).size);
      return;
    }
    const sorted = [...rows].sort((a, b) => {
      const [x, y] = [keyOf[field](a) as number, keyOf[field](b) as number];
      const order = x < y ? -1 : x > y ? 1 : (a.ticketId as string) < (b.ticketId as string) ? -1 : 1;
      return direction === 'asc' ? order : -order;
    });
    expect(rows.map((row) => row.ticketId)).toEqual(sorted.map((row) => row.ticketId));
  }

  it('jumps to a share of the list and says where that is', async () => {
    const client = desk.as('agent1');
    const total = (await client.get('tickets.json')).result.total ?? 0;
    for (const at of ['0', '0.25', '0.5', '1']) {
      const page = await client.get(`tickets.json?at=${at}&limit=10`);
      const index = Math.max(0, Math.min(Math.floor(Number(at) * total), total - 10));
      expect(page.result.position).toEqual({ index, exact: true });
      expect(page.result.total).toBe(total);
      expect(page.result.previous === null).toBe(index === 0);
      expect(page.result.next === null).toBe(index + 10 >= total);
      expect(page.contents).toHaveLength(10);
    }
  });

  it.each([
    'cursor=abc',
    'cursor=W10',
    'at=2',
    'limit=0',
    'limit=201',
    'sort=colour:asc',
    'view=mine',
    'what=1',
    'ids=x',
  ])('refuses %s and names the field', async (query) => {
    const answer = await desk.as('agent1').get(`tickets.json?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.contents[0]?.field).toBe(query.split('=')[0]);
  });

  it('refuses a cursor of another list', async () => {
    const client = desk.as('agent1');
    const { next } = (await client.get('tickets.json?limit=5')).result;
    const answer = await client.get(`tickets.json?limit=5&starred=true&cursor=${next}`);
    expect([answer.status, answer.contents[0]?.field, answer.contents[0]?.code]).toEqual([400, 'cursor', 'other_list']);
  });
});

describe('a cursor', () => {
  it('goes past the longest subject', async () => {
    const client = desk.as('agent1');
    const subject = '\u{1f7ff}'.repeat(500);
    const first = await desk.add({ subject });
    const second = await desk.add({ subject });
    const query = 'tickets.json?limit=1&sort=subject:desc';
    const page = await client.get(query);
    const next = await client.get(`${query}&cursor=${page.result.next}`);
    expect([page, next].map(({ contents }) => contents[0]?.ticketId).sort()).toEqual([first, second].sort());
  });

  it('is refused with a character that no subject holds', async () => {
    const client = desk.as('agent1');
    const { next } = (await client.get('tickets.json?limit=1&sort=subject:asc')).result;
    const parts = JSON.parse(Buffer.from(next ?? '', 'base64url').toString('utf8')) as unknown[];
    parts[1] = 'a\0';
    const forged = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const answer = await client.get(`tickets.json?limit=1&sort=subject:asc&cursor=${forged}`);
    expect([answer.status, answer.contents[0]?.field]).toEqual([400, 'cursor']);
  });
});

describe('named tickets', () => {
  it('are read in the order asked, and only where they belong', async () => {
    const client = desk.as('agent1');
    const open = await desk.add();
    const spam = await desk.add({}, { status: 'resolved', spam: true });
    const elsewhere = await desk.add({}, {}, 'demojp');
    const both = [spam, elsewhere, open].join(',');
    expect(await client.ids(`ids=${both}`)).toEqual([spam, open]);
    expect(await client.ids(`ids=${both}&view=all`)).toEqual([open]);
    expect(await client.ids(`ids=${both}&view=spam`)).toEqual([spam]);
  });

  it('refuses more than 200', async () => {
    const ids = Array.from({ length: 201 }, () => newTicketId(desk.now)).join(',');
    const answer = await desk.as('agent1').get(`tickets.json?ids=${ids}`);
    expect([answer.status, answer.contents[0]?.field]).toEqual([400, 'ids']);
  });
});
