import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { locks } from '../../db/locks.js';

/** Length of the pieces of time in which tallies are kept; every time zone's midnight begins one. */
export const quarter = 15 * 60_000;

/** Tallies of times older than this are not asked for any more: no day is longer. */
const kept = 2 * 24 * 3_600_000;

const oldestKept = (now: number) => Math.ceil((now - kept) / quarter) * quarter;

/** Changes folded at once, so that a bulk load is not one long transaction. */
const batch = 20_000;

/** A tally that is not what its tickets are; `value` is what was missing. */
export interface Drift {
  readonly name: string;
  readonly at: number;
  readonly value: number;
}

async function rowsOf<Row>(tx: Tx, statement: SQL): Promise<readonly Row[]> {
  return ((await tx.execute(statement)) as unknown as { rows: Row[] }).rows;
}

/** The rows, folded or not, of the named tallies. Without `since`: of those that have no time. */
export function talliesNamed(serviceId: string, names: readonly string[], since?: number): SQL {
  const list = sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  );
  const time = since === undefined ? sql`at = 0` : sql`at >= ${since}`;
  const where = sql`service_id = ${serviceId} and name in (${list}) and ${time}`;
  return sql`select name, at, value from tallies where ${where}
    union all select name, at, value from tally_changes where ${where}`;
}

/**
 * Adds noted changes to the tallies; true when there may be more. Any number of processes may call it: those that come
 * while one folds go away.
 */
export async function foldTallies(tx: Tx): Promise<boolean> {
  const [lock] = await rowsOf<{ mine: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${locks.fold}::bigint) as mine`,
  );
  if (!lock?.mine) return false;
  const [done] = await rowsOf<{ taken: number }>(
    tx,
    sql`with taken as (
        delete from tally_changes where ctid = any (array(select ctid from tally_changes limit ${batch}))
        returning service_id, name, at, value
      ), folded as (
        insert into tallies (service_id, name, at, value)
        select service_id, name, at, sum(value) from taken group by 1, 2, 3 having sum(value) <> 0
        on conflict (service_id, name, at) do update set value = tallies.value + excluded.value
      )
      select count(*)::int as taken from taken`,
  );
  return done?.taken === batch;
}

/** Forgets the tallies of times that nobody asks for. */
export async function forgetTallies(tx: Tx, now: number): Promise<void> {
  await tx.execute(sql`delete from tallies where at > 0 and at < ${oldestKept(now)}`);
}

/** The quarter of an hour of a time; null for an earlier one, so that old tickets are alike and counted together. */
function quarterOf(column: 'guidance_at' | 'created_at' | 'resolved_at', since: number): SQL {
  const time = sql.identifier(column);
  return sql`case when ${time} >= ${since} then ${time} - ${time} % ${sql.raw(String(quarter))} end`;
}

/**
 * Counts the tickets of a service and corrects the tallies that differ; answers with these. One statement sees tickets and
 * tallies at one moment, and a correction is a change like any other, so nobody has to wait.
 */
export async function recount(tx: Tx, serviceId: string, now: number): Promise<readonly Drift[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${locks.recount}::bigint)`);
  const oldest = oldestKept(now);
  const drifts = await rowsOf<{ name: string; at: string | number; value: number }>(
    tx,
    sql`with alike as (
        select spam, status_rank, assignee, group_id, transfer_kind, transfer_by, ${quarterOf('guidance_at', 0)} as guidance_at,
          ${quarterOf('created_at', oldest)} as created_at, ${quarterOf('resolved_at', oldest)} as resolved_at,
          case when resolved_at >= ${oldest} then resolved_by end as resolved_by, count(*) as tickets
        from tickets where service_id = ${serviceId} group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      ), counted as (
        select tally.name, tally.at, sum(tickets) as value from alike
        cross join lateral tallies_of(spam, status_rank, assignee, group_id, transfer_kind, transfer_by, guidance_at,
          created_at, resolved_at, resolved_by) tally
        where tally.at is not null group by 1, 2
      ), kept as (
        select name, at, sum(value) as value from (
          select name, at, value from tallies where service_id = ${serviceId}
          union all select name, at, value from tally_changes where service_id = ${serviceId}
        ) noted group by 1, 2
      ), differing as (
        select name, at, coalesce(counted.value, 0) - coalesce(kept.value, 0) as value
        from counted full join kept using (name, at)
        where at = 0 or at >= ${oldest}
      )
      insert into tally_changes (service_id, name, at, value)
      select ${serviceId}, name, at, value from differing where value <> 0
      returning name, at, value`,
  );
  return drifts.map(({ name, at, value }) => ({ name, at: Number(at), value }));
}
