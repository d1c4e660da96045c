import { and, eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../../db/database.js';
import { renamedCategories } from '../../db/schema.js';

/** Tickets that get a new name at once: whoever works on one of them waits no longer than for these. */
const batch = 500;

/** Writes the new names of submission types into the tickets that do not have them yet, a few in each transaction. */
export async function renameTypes(database: Database): Promise<void> {
  while (await database.system(renameSome));
}

/** True when there is more to do. */
async function renameSome(tx: Tx): Promise<boolean> {
  const [row] = await tx.select().from(renamedCategories).limit(1).for('update', { skipLocked: true });
  if (!row) return false;
  const { serviceId, categoryId } = row;
  const { rows } = (await tx.execute(sql`with old as (
      select ticket_id from tickets where service_id = ${serviceId} and category_id = ${categoryId}
        and category_name <> coalesce((select left(name, 200) from categories
          where service_id = ${serviceId} and category_id = ${categoryId}), '')
      order by ticket_id limit ${batch} for update
    )
    update tickets set category_id = category_id where service_id = ${serviceId} and ticket_id in (select ticket_id from old)
    returning 1`)) as unknown as { rows: readonly unknown[] };
  if (rows.length < batch)
    await tx
      .delete(renamedCategories)
      .where(and(eq(renamedCategories.serviceId, serviceId), eq(renamedCategories.categoryId, categoryId)));
  return true;
}
