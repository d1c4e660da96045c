import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../server/db/database.js';

/**
 * Inserts many rows as one value: the time that a parameter for each field takes is most of what demo data cost. A
 * column that no row names gets its default. Not for bytes.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const values = rows as readonly Readonly<Record<string, unknown>>[];
  const columns = Object.entries(getTableColumns(table)).filter(([property]) =>
    values.some((row) => row[property] !== undefined),
  );
  if (columns.length === 0) return;
  const records = values.map((row) =>
    Object.fromEntries(columns.map(([property, { name }]) => [name, row[property] ?? null])),
  );
  const names = sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  );
  await tx.execute(
    sql`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(records)}::jsonb)`,
  );
}
