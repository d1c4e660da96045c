import { sql, type SQL } from 'drizzle-orm';
import type { SortField } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { orderOf, sortKeys, type Place } from './sort-keys.js';

/** Rows of the table to look at, and rows of the list among them that are enough to tell where a share of it lies. */
const sampleRows = 20_000;
const enough = 200;

interface Sampled extends Record<string, unknown> {
  key: string | number;
  id: string;
  size: number;
}

/**
 * About where a share of a long list lies, and about how long it is: from a sample of the table's blocks. Its cost
 * depends on the sample, not on the depth. A list that is rare in the table is looked for in ever larger samples.
 */
export async function placeAt(
  tx: Tx,
  where: SQL,
  sort: SortField,
  descending: boolean,
  share: number,
): Promise<{ place: Place | null; estimate: number }> {
  const rows = await tableRows(tx);
  for (let percent = Math.min(100, (100 * sampleRows) / Math.max(rows, 1)); ; percent = Math.min(100, percent * 8)) {
    const found = await sample(tx, where, sort, descending, share, percent);
    if (percent < 100 && (found?.size ?? 0) < enough) continue;
    if (!found) return { place: null, estimate: 0 };
    const key = sortKeys[sort].type === 'number' ? Number(found.key) : found.key;
    return { place: { key, ticketId: found.id }, estimate: Math.round((found.size * 100) / percent) };
  }
}

async function sample(
  tx: Tx,
  where: SQL,
  sort: SortField,
  descending: boolean,
  share: number,
  percent: number,
): Promise<Sampled | undefined> {
  const order = sql.join(orderOf(sort, descending), sql`, `);
  const result = await tx.execute<Sampled>(sql`
    select key, id, size::int from (
      select ${sortKeys[sort].of} as key, ${tickets.ticketId} as id,
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
function rowsOf<T>(result: unknown): T[] {
  return (result as { rows: T[] }).rows;
}
