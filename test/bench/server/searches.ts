import pg from 'pg';
import { rivals, type BenchRow } from '../row.js';
import { ownField, words } from './fill.js';

/** One list for each condition. */
export const conditions: readonly string[] = [
  'from=-7d',
  'updated=-7d~',
  'resolved=-1m~-20d',
  'status=pending',
  'priority=urgent',
  'channel=chat',
  'language=ja',
  'category=104',
  'handlingType=103',
  'groups=2',
  'assignee=agent1',
  'creator=agent1',
  'reason=duplicate',
  'resolution=customer',
  'subject=7777',
  'content=퀵보',
  'ticketId=00777',
  'customerId=777',
  'name=객 777',
  'usercode=user777',
  'email=user777@',
  'phone=0100777',
  'unread=true',
  `f.${ownField}.in=서울`,
];

const page = `and t.created_at >= $3 and not t.spam order by t.updated_at desc, t.ticket_id desc limit 51`;

/** The two ways to find a text: by index, then sorted, and along the order of the list. */
const plans = [
  `select t.* from tickets t where t.service_id = $1 and t.ticket_id in (
     select ticket_id from search_heads where service_id = $1
       and search_grams(service_id, text) @> search_keys($1, search_form($2)) and position(search_form($2) in text) > 0
     union select ticket_id from messages where service_id = $1
       and search_grams(service_id, search_form(text)) @> search_keys($1, search_form($2)) and position(search_form($2) in search_form(text)) > 0
   ) ${page}`,
  `select t.* from tickets t where t.service_id = $1 and (
     exists (select from search_heads h where h.service_id = t.service_id and h.ticket_id = t.ticket_id and position(search_form($2) in h.text) > 0)
     or exists (select from messages m where m.service_id = t.service_id and m.ticket_id = t.ticket_id and position(search_form($2) in search_form(m.text)) > 0)
   ) ${page}`,
];

/** Longest time that the worse plan gets. */
const patience = 3_000;

const day = 24 * 3_600_000;

/** Searches for free text against the better plan of the two, both without the walls between services. */
export async function searchRows(
  bare: pg.Client,
  service: string,
  ask: (path: string) => () => Promise<void>,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [kind, word] of Object.entries(words)) {
    const values = [service, word, Date.now() - 183 * day];
    const better = await betterPlan(bare, values);
    const taken = await rivals(
      { bare: () => bare.query(better, values), ours: ask(`tickets.json?limit=50&q=${encodeURIComponent(word)}`) },
      100,
    );
    rows.push({ what: `search, ${kind} "${word}"`, unit: 'ms', limit: taken.bare, ours: taken.ours, target: 1.5 });
  }
  return rows;
}

async function betterPlan(bare: pg.Client, values: unknown[]): Promise<string> {
  await bare.query(`set statement_timeout = ${patience}`);
  const times = new Map<number, string>();
  for (const plan of plans) {
    const began = performance.now();
    await bare.query(plan, values).catch((error: unknown) => {
      if (!(error instanceof pg.DatabaseError) || error.code !== '57014') throw error;
    });
    times.set(performance.now() - began, plan);
  }
  await bare.query('reset statement_timeout');
  return times.get(Math.min(...times.keys()))!;
}
