import { and, sql, type SQL } from 'drizzle-orm';
import type { SortKey } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import type { ListFilter } from './search.js';
import { keyOf, orderOf, typeOf, type Place } from './sort-keys.js';

/** Rows of the table to look at, and rows of the list among them that are enough to tell where a share of it lies. */
const sampleRows = 20_000;
const enough = 200;
/** Fewer, where each is asked for a text. */
const askedRows = 2_000;

interface Sampled extends Record<string, unknown> {
  key: string | number;
  id: string;
  size: number;
}

/**
 * About where a share of a long list lies, from a sample of the table's blocks: the cost depends on the sample, not on
 * the depth. A list that is rare in the table is looked for in ever larger samples, and a text that is in its index.
 */
export async function placeAt(
  tx: Tx,
  { where, texts }: ListFilter,
  sort: SortKey,
  descending: boolean,
  share: number,
): Promise<Place | null> {
  const all = await tableRows(tx);
  const rows = texts ? askedRows : sampleRows;
  for (let percent = Math.min(100, (100 * rows) / Math.max(all, 1)); ; percent = Math.min(100, percent * 8)) {
    const found = await sample(tx, where, sort, descending, share, percent);
    if (percent < 100 && (found?.size ?? 0) < enough) {
      if (!texts?.found) continue;
      const looked = { where: and(texts.others, texts.found)!, isNamed: false, texts: null };
      return placeAt(tx, looked, sort, descending, share);
    }
    if (!found) return null;
    const key = typeOf(sort) === 'number' ? Number(found.key) : found.key;
    return { key, ticketId: found.id };
  }
}

/** The planner's guess at the length of a list. */
export async function estimateRows(tx: Tx, where: SQL): Promise<number> {
  const result = await tx.execute(sql`explain (format json) select 1 from ${tickets} where ${where}`);
  const [row] = rowsOf<{ 'QUERY PLAN': unknown }>(result);
  const plan = typeof row?.['QUERY PLAN'] === 'string' ? JSON.parse(row['QUERY PLAN']) : row?.['QUERY PLAN'];
  return (plan as [{ Plan: { 'Plan Rows': number } }])[0].Plan['Plan Rows'];
}

async function sample(
  tx: Tx,
  where: SQL,
  sort: SortKey,
  descending: boolean,
  share: number,
  percent: number,
): Promise<Sampled | undefined> {
  const order = sql.join(orderOf(sort, descending), sql`, `);
  const result = await tx.execute<Sampled>(sql`
    select key, id, size::int from (
      select ${keyOf(sort)} as key, ${tickets.ticketId} as id,
        row_number() over (order by ${order}) - 1 as place, count(*) over () as size
      from ${tickets} tablesample system (${percent}::real) repeatable (1) where ${where}
    ) sampled
    where place = least(floor(${share}::float8 * size), size - 1)`);
  return rowsOf<Sampled>(result)[0];
}

async function tableRows(tx: Tx): Promise<number> {
  const result = await tx.execute<{ rows: number }>(
    sql`select greatest(reltuples, 0)::int as rows from pg_class where oid = 'tickets'::regclass`,
  );
  return rowsOf<{ rows: number }>(result)[0]?.rows ?? 0;
}

/** Both drivers answer raw statements with `rows`, which their common type does not say. */
export function rowsOf<T>(result: unknown): T[] {
  return (result as { rows: T[] }).rows;
}
