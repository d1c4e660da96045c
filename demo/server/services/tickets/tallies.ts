import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';

/** Length of the pieces of time in which tallies are kept; every time zone's midnight begins one. */
export const quarter = 15 * 60_000;

/** Tallies of times older than this are not asked for any more: no day is longer. */
const kept = 2 * 24 * 3_600_000;

/** Changes folded at once, so that a bulk load is not one long transaction. */
const batch = 20_000;

/** Any numbers, the same in every process: one of them folds at a time, and one recounts. */
const foldLock = 7_365_002;
const recountLock = 7_365_003;

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
    sql`select pg_try_advisory_xact_lock(${foldLock}::bigint) as mine`,
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
  await tx.execute(sql`delete from tallies where at > 0 and at < ${now - kept}`);
}

/**
 * Counts the tickets of a service and corrects the tallies that differ; answers with these. One statement sees tickets and
 * tallies at one moment, and a correction is a change like any other, so nobody has to wait.
 */
export async function recount(tx: Tx, serviceId: string, now: number): Promise<readonly Drift[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${recountLock}::bigint)`);
  const drifts = await rowsOf<{ name: string; at: string | number; value: number }>(
    tx,
    sql`with counted as (
        select tally.name, tally.at, count(*) as value from tickets t
        cross join lateral tallies_of(t.spam, t.status_rank, t.assignee, t.group_id, t.transfer_kind, t.transfer_by,
          t.guidance_at, t.created_at, t.resolved_at, t.resolved_by) tally
        where t.service_id = ${serviceId} group by 1, 2
      ), kept as (
        select name, at, sum(value) as value from (
          select name, at, value from tallies where service_id = ${serviceId}
          union all select name, at, value from tally_changes where service_id = ${serviceId}
        ) noted group by 1, 2
      ), differing as (
        select name, at, coalesce(counted.value, 0) - coalesce(kept.value, 0) as value
        from counted full join kept using (name, at)
        where at = 0 or at >= ${now - kept}
      )
      insert into tally_changes (service_id, name, at, value)
      select ${serviceId}, name, at, value from differing where value <> 0
      returning name, at, value`,
  );
  return drifts.map(({ name, at, value }) => ({ name, at: Number(at), value }));
}
