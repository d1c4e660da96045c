import { and, eq, exists, gte, inArray, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm';
import { sinceTime, type Condition, type Viewer } from '../../../../src/domain/conditions.js';
import { statuses } from '../../../../src/domain/types.js';
import { startOfDay } from '../../../../src/util/time-zone.js';
import type { Tx } from '../../db/database.js';
import { callbacks, tickets } from '../../db/schema.js';
import type { AgentContext } from '../context.js';

const days = new Map<string, { readonly quarter: number; readonly start: number }>();

/** Asking the calendar is dear, and its answer stays: every time zone's midnight begins a quarter of an hour. */
function todayIn(timeZone: string, now: number): number {
  const quarter = Math.floor(now / 900_000);
  const known = days.get(timeZone);
  if (known?.quarter === quarter) return known.start;
  const start = startOfDay(now, timeZone);
  days.set(timeZone, { quarter, start });
  return start;
}

export function viewerOf({ session, now }: AgentContext): Viewer {
  return {
    usercode: session.agent.usercode,
    groups: session.agent.groups.map((group) => group.groupId),
    now,
    today: todayIn(session.service.timeZone, now),
    timeZone: session.service.timeZone,
  };
}

/** The tickets of the viewer's service that meet every condition. */
export function whereOf(tx: Tx, serviceId: string, conditions: readonly Condition[], viewer: Viewer): SQL {
  const parts = conditions.map((condition) => sqlOf(tx, serviceId, condition, viewer));
  return and(eq(tickets.serviceId, serviceId), ...parts)!;
}

function sqlOf(tx: Tx, serviceId: string, condition: Condition, viewer: Viewer): SQL | undefined {
  switch (condition.about) {
    case 'spam':
      return condition.is ? sql`${tickets.spam}` : sql`not ${tickets.spam}`;
    case 'status':
      return statusIn(condition.in.map((status) => statuses.indexOf(status)));
    case 'assignee':
      return eq(tickets.assignee, viewer.usercode);
    case 'group':
      return condition.is === 'mine' ? inArray(tickets.groupId, [...viewer.groups]) : eq(tickets.groupId, condition.is);
    case 'transferred':
      return and(
        condition.to === 'any' ? isNotNull(tickets.transferKind) : eq(tickets.transferKind, condition.to),
        condition.by === 'me' ? eq(tickets.transferBy, viewer.usercode) : undefined,
      );
    case 'starred':
      return condition.is ? sql`${tickets.starred}` : sql`not ${tickets.starred}`;
    case 'created':
      return gte(tickets.createdAt, sinceTime(condition.since, viewer));
    case 'resolved':
      return and(
        gte(tickets.resolvedOrder, sinceTime(condition.since, viewer)),
        condition.by === 'me' ? eq(tickets.resolvedBy, viewer.usercode) : undefined,
      );
    case 'promised':
      return promised(tx, serviceId, condition.due ? viewer.now : null, viewer);
    case 'guidance':
      return condition.is ? isNotNull(tickets.guidanceAt) : isNull(tickets.guidanceAt);
  }
}

// Literal numbers, so that a partial index can be proven to apply.
function statusIn(ranks: readonly number[]): SQL {
  const [only] = ranks;
  if (ranks.length === 1) return sql`${tickets.statusRank} = ${sql.raw(String(only))}`;
  return sql`${tickets.statusRank} in (${sql.raw(ranks.join(', '))})`;
}

function promised(tx: Tx, serviceId: string, dueBy: number | null, viewer: Viewer): SQL {
  const open = tx
    .select({ one: sql`1` })
    .from(callbacks)
    .where(
      and(
        eq(callbacks.serviceId, serviceId),
        eq(callbacks.ticketId, tickets.ticketId),
        eq(callbacks.usercode, viewer.usercode),
        eq(callbacks.state, 'open'),
        dueBy === null ? undefined : lte(callbacks.dueAt, dueBy),
      ),
    );
  return exists(open);
}
