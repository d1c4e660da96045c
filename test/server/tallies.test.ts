import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures, statuses, views, type Board } from '../../src/domain/types.js';
import type { Tx } from '../../demo/server/db/database.js';
import { sqlState } from '../../demo/server/db/retry.js';
import { tallies, tallyChanges, tickets } from '../../demo/server/db/schema.js';
import { foldTallies, recount } from '../../demo/server/services/tickets/tallies.js';
import { TallyKeeper } from '../../demo/server/services/tickets/tally-keeper.js';
import { newTicketId } from '../../demo/server/services/tickets/ticket-id.js';
import { Desk } from './tickets/desk.js';
import { dice, type Dice } from './tickets/dice.js';

const minute = 60_000;
const hour = 60 * minute;
const usercodes = ['agent1', 'agent2', 'admin1'];
const writers = 8;

type NewRow = typeof tickets.$inferInsert;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
  // A moment inside a quarter of an hour: 24 hours ago is one too.
  desk.advance(7 * minute + 123);
});
afterAll(() => desk.close());

const inDemo = <T>(work: (tx: Tx) => Promise<T>) => desk.database.transaction({ serviceId: 'demo' }, work);
const system = <T>(work: (tx: Tx) => Promise<T>) => desk.database.system(work);
const drift = () => system((tx) => recount(tx, 'demo', desk.now));
const waiting = () => system((tx) => tx.$count(tallyChanges));

/** What views and figures look at, in any combination; received around 24 hours ago or since. */
function someState(random: Dice) {
  const status = random.pick(statuses);
  const isDone = status === 'resolved' || status === 'completed' || random.chance(0.2);
  return {
    status,
    spam: random.chance(0.15),
    assignee: status === 'unassigned' ? null : random.pick([...usercodes, null]),
    groupId: random.pick([null, 1, 2, 3]),
    transferKind: random.pick([null, 'issue', 'dooray'] as const),
    transferBy: random.pick([...usercodes, null]),
    guidanceAt: random.pick([null, desk.now]),
    resolvedAt: isDone ? desk.now - random.upTo(30 * 60) * minute : null,
    resolvedBy: isDone ? random.pick([...usercodes, null]) : null,
  };
}

function someTicket(random: Dice): NewRow {
  const createdAt = desk.now - random.pick([random.upTo(48) * hour, 24 * hour + (random.upTo(40) - 20) * minute]);
  return {
    ...someState(random),
    serviceId: 'demo',
    ticketId: newTicketId(createdAt),
    subject: '문의',
    channel: 'mail',
    language: 'ko',
    createdAt,
    updatedAt: desk.now,
  };
}

/** One transaction with some changes, of one ticket and of many; now and then it is given up. */
async function change(random: Dice, seen: string[]): Promise<void> {
  const abandoned = random.chance(0.2);
  const work = inDemo(async (tx) => {
    for (let steps = 1 + random.upTo(3); steps > 0; steps -= 1) {
      // In the order of their names, as the server locks them.
      const some = [random.pick(seen), random.pick(seen), random.pick(seen)].sort();
      const those = and(eq(tickets.serviceId, 'demo'), inArray(tickets.ticketId, some));
      await tx
        .select({ one: sql`1` })
        .from(tickets)
        .where(those)
        .orderBy(tickets.ticketId)
        .for('update');
      const what = random.upTo(10);
      if (what < 6) await tx.update(tickets).set(someState(random)).where(those);
      else if (what < 7)
        await tx
          .update(tickets)
          .set({ starred: true, version: sql`version + 1` })
          .where(those);
      else if (what < 8)
        await tx.delete(tickets).where(and(eq(tickets.serviceId, 'demo'), eq(tickets.ticketId, some[0]!)));
      else {
        const added = [someTicket(random), someTicket(random)];
        await tx.insert(tickets).values(added);
        seen.push(...added.map((ticket) => ticket.ticketId));
      }
    }
    if (abandoned) throw new Error('given up');
  });
  await (abandoned ? expect(work).rejects.toThrow('given up') : work);
}

async function total(usercode: string, query: string): Promise<number | null> {
  return (await desk.as(usercode).get(`tickets.json?limit=1&${query}`)).result.total;
}

/** Every figure and every view beside the length of its list. */
async function figuresAndLists(
  usercode: string,
): Promise<[kept: Record<string, unknown>, counted: Record<string, unknown>]> {
  const board = (await desk.as(usercode).get('board.json')).content as unknown as Board;
  const kept: Record<string, unknown> = { ...(await desk.as(usercode).get('tickets/counts.json')).content };
  const counted: Record<string, unknown> = {};
  for (const view of views) counted[view] = (await desk.as(usercode).ids(`view=${view}`)).length;
  for (const figure of figures.filter((name) => name !== 'all.handlingRate')) {
    const [whose, name] = figure.split('.') as ['all', keyof Board['all']];
    kept[figure] = board[whose][name];
    counted[figure] = await total(usercode, `view=all&figure=${figure}`);
  }
  return [kept, counted];
}

describe('kept figures', () => {
  it('are the lengths of their lists, through changes, folding and recounting at the same time', async () => {
    const first = dice(1);
    const known = Array.from({ length: 120 }, () => someTicket(first));
    await inDemo((tx) => tx.insert(tickets).values(known));
    let busy = true;
    const keeping = (async () => {
      while (busy) {
        await Promise.all([system(foldTallies), system(foldTallies)]);
        expect(await drift()).toEqual([]);
      }
    })();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const random = dice(100 + writer);
        const seen = known.map((ticket) => ticket.ticketId);
        for (let round = 0; round < 12; round += 1) await change(random, seen);
      }),
    );
    busy = false;
    await keeping;
    expect(await drift()).toEqual([]);
    for (const usercode of usercodes) {
      const [kept, counted] = await figuresAndLists(usercode);
      expect(kept).toEqual(counted);
    }
    expect(desk.errors).toEqual([]);
  });

  it('stay the same when their changes are folded, and no change is left', async () => {
    await desk.add();
    expect(await waiting()).toBeGreaterThan(0);
    const before = await figuresAndLists('agent1');
    await new TallyKeeper({ database: desk.database, now: () => desk.now }).fold();
    expect(await waiting()).toBe(0);
    expect(await figuresAndLists('agent1')).toEqual(before);
  });

  it('are corrected and told of when they are wrong, by names and numbers alone', async () => {
    await system((tx) =>
      tx
        .update(tallies)
        .set({ value: 7 })
        .where(and(eq(tallies.name, 'all'), eq(tallies.serviceId, 'demo'))),
    );
    const told: string[] = [];
    const onError = (error: unknown) => told.push((error as Error).message);
    const keeper = new TallyKeeper({ database: desk.database, now: () => desk.now, onError });
    await keeper.round();
    const [kept, counted] = await figuresAndLists('agent1');
    expect(kept).toEqual(counted);
    expect(told).toEqual([`1 kept figures of demo were corrected: all ${Number(kept['all']) - 7}`]);
    await keeper.round();
    expect(told).toHaveLength(1);
  });

  it('are recounted again the next night', async () => {
    const told: unknown[] = [];
    const keeper = new TallyKeeper({
      database: desk.database,
      now: () => desk.now,
      onError: (error) => told.push(error),
    });
    await keeper.round();
    await system((tx) =>
      tx
        .update(tallies)
        .set({ value: 7 })
        .where(and(eq(tallies.name, 'spam'), eq(tallies.serviceId, 'demo'))),
    );
    desk.advance(hour);
    await keeper.round();
    expect(told).toEqual([]);
    desk.advance(18 * hour);
    await keeper.round();
    expect(told).toHaveLength(1);
  });

  it('of past days are forgotten, and stay forgotten', async () => {
    await desk.add();
    desk.advance(3 * 24 * hour);
    const told: unknown[] = [];
    const keeper = new TallyKeeper({
      database: desk.database,
      now: () => desk.now,
      onError: (error) => told.push(error),
    });
    await keeper.round();
    const ofTimes = await system((tx) =>
      tx
        .select()
        .from(tallies)
        .where(sql`${tallies.at} > 0`),
    );
    expect(ofTimes).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('the handling rate', () => {
  it('counts what was received in exactly the last 24 hours', async () => {
    const rate = async () =>
      ((await desk.as('jpagent', 'demojp').get('board.json')).content as unknown as Board).all.handlingRate;
    expect(await rate()).toBeNull();
    const receivedAgo = (age: number, status: 'unassigned' | 'completed') =>
      desk.add({}, { status, createdAt: desk.now - age }, 'demojp');
    await receivedAgo(24 * hour + 1, 'completed');
    expect(await rate()).toBeNull();
    await receivedAgo(24 * hour, 'completed');
    expect(await rate()).toBe(100);
    await receivedAgo(minute, 'unassigned');
    expect(await rate()).toBe(50);
    desk.advance(1);
    expect(await rate()).toBe(0);
  });
});

describe('tallies of a service', () => {
  const state = (work: Promise<unknown>) => work.then(() => 'done', sqlState);
  const noted = (serviceId: string) => ({ serviceId, name: 'all', at: 0, value: 1 });

  it('are out of reach of another one, and not to be rewritten by requests', async () => {
    expect(await state(inDemo((tx) => tx.insert(tallyChanges).values(noted('demojp'))))).toBe('42501');
    expect(await state(inDemo((tx) => tx.update(tallies).set({ value: 0 })))).toBe('42501');
    expect(await state(inDemo((tx) => tx.delete(tallyChanges)))).toBe('42501');
  });
});
