import {
  and,
  between,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import {
  sinceTime,
  timeSpan,
  type ChoiceField,
  type Condition,
  type TimeField,
  type Viewer,
} from '../../../../src/domain/conditions.js';
import { noValue } from '../../../../src/domain/search.js';
import { channels, languages, priorities, reasons, statuses } from '../../../../src/domain/types.js';
import { startOfDay } from '../../../../src/util/time-zone.js';
import type { Tx } from '../../db/database.js';
import { callbacks, readMarks, tickets } from '../../db/schema.js';
import type { AgentContext } from '../context.js';
import { fieldMeets } from './field-conditions.js';
import { textHeld } from './text-conditions.js';

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

/**
 * The tickets of the viewer's service that meet every condition. Of a search, as `listFilter` puts it: with all nodes of
 * a branch, and own fields by the name of their rows.
 */
export function whereOf(tx: Tx, serviceId: string, conditions: readonly Condition[], viewer: Viewer): SQL {
  const parts = conditions.map((condition) => sqlOf(tx, serviceId, condition, viewer));
  return and(eq(tickets.serviceId, serviceId), ...parts)!;
}

function sqlOf(tx: Tx, serviceId: string, condition: Condition, viewer: Viewer): SQL | undefined {
  switch (condition.about) {
    case 'spam':
      return condition.is ? sql`${tickets.spam}` : sql`not ${tickets.spam}`;
    case 'status':
      return rankIn(
        tickets.statusRank,
        condition.in.map((status) => statuses.indexOf(status)),
      );
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
    case 'unread':
      return condition.is ? not(seen(tx, serviceId, viewer)) : seen(tx, serviceId, viewer);
    case 'time':
      return within(timeColumns[condition.of], timeSpan(condition, viewer));
    case 'choice':
      return chosen(condition.of, condition.in);
    case 'text':
      return textHeld(condition.of, condition.holds);
    case 'field':
      return fieldMeets(tx, serviceId, condition.code, condition.meets, viewer);
  }
}

// Literal numbers, so that a partial index can be proven to apply.
function rankIn(column: PgColumn, ranks: readonly number[]): SQL {
  if (ranks.length === 0) return sql`false`;
  if (ranks.length === 1) return sql`${column} = ${sql.raw(String(ranks[0]))}`;
  return sql`${column} in (${sql.raw(ranks.join(', '))})`;
}

const timeColumns: Readonly<Record<TimeField, PgColumn>> = {
  created: tickets.createdAt,
  updated: tickets.updatedAt,
  resolved: tickets.resolvedOrder,
};

function within(column: PgColumn, { from, to }: ReturnType<typeof timeSpan>): SQL | undefined {
  // What was never resolved has the order 0.
  const first = from === null ? gt(column, 0) : gte(column, from);
  return to === null ? first : from === null ? and(first, lte(column, to)) : between(column, from, to);
}

function chosen(of: ChoiceField, values: readonly string[]): SQL {
  const told = values.filter((value) => value !== noValue);
  const ranks = (all: readonly string[]) => values.map((value) => all.indexOf(value));
  const orNone = (column: PgColumn, some: SQL): SQL => {
    if (told.length === values.length) return some;
    return told.length === 0 ? isNull(column) : or(some, isNull(column))!;
  };
  switch (of) {
    case 'status':
      return rankIn(tickets.statusRank, ranks(statuses));
    case 'priority':
      return rankIn(tickets.priorityRank, ranks(priorities));
    case 'channel':
      return rankIn(tickets.channelRank, ranks(channels));
    case 'language':
      return rankIn(tickets.languageRank, ranks(languages));
    case 'reason':
      // None has the rank -1, as a value that is not there.
      return rankIn(tickets.reasonRank, ranks(reasons));
    case 'category':
      return orNone(tickets.categoryId, inArray(tickets.categoryId, told.map(Number)));
    case 'handlingType':
      return orNone(tickets.handlingTypeId, inArray(tickets.handlingTypeId, told.map(Number)));
    case 'groups':
      return orNone(tickets.groupId, inArray(tickets.groupId, told.map(Number)));
    case 'assignee':
      return orNone(tickets.assignee, inArray(tickets.assignee, told));
    case 'creator':
      return orNone(tickets.creator, inArray(tickets.creator, told));
    case 'resolution':
      return orNone(tickets.resolution, inArray(sql`${tickets.resolution}`, told));
  }
}

/** What the agent saw of it is not older than what the customer wrote last. */
function seen(tx: Tx, serviceId: string, viewer: Viewer): SQL {
  const mark = tx
    .select({ one: sql`1` })
    .from(readMarks)
    .where(
      and(
        eq(readMarks.serviceId, serviceId),
        eq(readMarks.ticketId, tickets.ticketId),
        eq(readMarks.usercode, viewer.usercode),
        sql`${readMarks.version} >= coalesce((${tickets.touched} ->> 'customer')::integer, 1)`,
      ),
    );
  return exists(mark);
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
