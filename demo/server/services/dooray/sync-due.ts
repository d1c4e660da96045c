import { and, eq, gt, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { doorayTasks } from '../../db/schema.js';

/** Channel that wakes the workers when a task is to be read. */
export const doorayChannel = 'desk_dooray';

/** Wakes the workers, with the commit. */
export async function wakeSync(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify(${doorayChannel}, '')`);
}

/**
 * Lets tasks that are at Dooray! be read there as soon as somebody can; answers with how many they are. One that is being
 * read is read once more: what is new may have come behind what was read.
 */
export async function askSync(tx: Tx, serviceId: string, which: SQL | undefined, now: number): Promise<number> {
  const { syncAt } = doorayTasks;
  // Never the time for which it is being read: that reading would count as the one that is asked for.
  const next = sql`case when ${syncAt} <= ${now}::bigint then greatest(${now}::bigint, ${syncAt} + 1) else ${now}::bigint end`;
  const asked = await tx
    .update(doorayTasks)
    .set({ syncAt: next })
    .where(
      and(
        eq(doorayTasks.serviceId, serviceId),
        eq(doorayTasks.state, 'sent'),
        or(isNull(doorayTasks.syncAt), gt(doorayTasks.syncAt, now), isNotNull(doorayTasks.syncLease)),
        which,
      ),
    )
    .returning({ key: doorayTasks.key });
  if (asked.length > 0) await wakeSync(tx);
  return asked.length;
}
