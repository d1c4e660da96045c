import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/database.js';
import { eventLog, installation } from '../db/schema.js';
import { isAfter, lastId, readPosition, writePosition, type EventPosition } from './event-position.js';

export interface LoggedEvent extends EventPosition {
  readonly topic: string;
  readonly audience: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface LogPage {
  readonly events: readonly LoggedEvent[];
  /** Whether events are there that cannot be read yet: a transaction that began before theirs is still running. */
  readonly waiting: boolean;
}

/** How long events are kept for those who come back. */
export const eventLifetime = 24 * 60 * 60 * 1000;

const keptFrom = 'event-log-kept-from';

// Every transaction below this number has ended, so nothing can appear among their rows any more.
const settled = sql`pg_snapshot_xmin(pg_current_snapshot())`;

/** The end of what can be read now. */
export async function logEnd(tx: Tx): Promise<EventPosition> {
  const [row] = await tx.select({ xid: sql<string>`${settled}::text` }).from(sql`(select 1) as one`);
  return { xid: String(BigInt(row?.xid ?? '1') - 1n), id: lastId };
}

/** The place before the first event of a service since a time; undefined where that cannot be told any more. */
export async function placeBefore(
  tx: Tx,
  serviceId: string,
  since: number,
  now: number,
): Promise<EventPosition | undefined> {
  if (!(since > now - eventLifetime)) return undefined;
  // Before the rows are read, as in `readLog`.
  const end = await logEnd(tx);
  const [first] = await tx
    .select({ xid: eventLog.xid, id: eventLog.id })
    .from(eventLog)
    .where(and(eq(eventLog.serviceId, serviceId), gte(eventLog.at, since)))
    .orderBy(asc(eventLog.xid), asc(eventLog.id))
    .limit(1);
  return first && isAfter(end, first) ? { xid: first.xid, id: first.id - 1 } : end;
}

/** Events of a service after a position, oldest first. */
export async function readLog(
  database: Database,
  serviceId: string,
  after: EventPosition,
  limit: number,
): Promise<LogPage> {
  const later = sql`(${eventLog.xid}, ${eventLog.id}) > (${after.xid}::xid8, ${after.id}::bigint)`;
  return database.transaction({ serviceId }, async (tx) => {
    // The end comes first: each statement sees what is committed by then, and what was settled before it reads the rows
    // is surely among them. The other way round, a commit in between would be passed over for good.
    const end = await logEnd(tx);
    const rows = await tx
      .select()
      .from(eventLog)
      .where(and(eq(eventLog.serviceId, serviceId), later))
      .orderBy(asc(eventLog.xid), asc(eventLog.id))
      .limit(limit);
    const events = rows.filter((row) => !isAfter(row, end));
    return { events, waiting: events.length < rows.length || rows.length === limit };
  });
}

/** Whether everything after a position is still there to be read. */
export async function isFillable(tx: Tx, after: EventPosition): Promise<boolean> {
  if (isAfter(after, await logEnd(tx))) return false;
  const [row] = await tx.select().from(installation).where(eq(installation.name, keptFrom));
  const kept = row && readPosition(row.value);
  return !kept || !isAfter(kept, after);
}

/** Forgets old events and remembers up to where. */
export async function pruneLog(tx: Tx, now: number): Promise<void> {
  const removed = await tx
    .delete(eventLog)
    .where(lt(eventLog.at, now - eventLifetime))
    .returning({ xid: eventLog.xid, id: eventLog.id });
  const last = removed.reduce<EventPosition | undefined>(
    (latest, row) => (latest && isAfter(latest, row) ? latest : row),
    undefined,
  );
  if (!last) return;
  const value = writePosition(last);
  await tx
    .insert(installation)
    .values({ name: keptFrom, value })
    .onConflictDoUpdate({ target: installation.name, set: { value } });
}
