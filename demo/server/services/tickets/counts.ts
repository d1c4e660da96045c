import { sql, type SQL } from 'drizzle-orm';
import { handlingRate } from '../../../../src/domain/board.js';
import { sinceTime, type Viewer } from '../../../../src/domain/conditions.js';
import { statuses, type Board, type Status, type TicketQuery, type View } from '../../../../src/domain/types.js';
import { startOfDay } from '../../../../src/util/time-zone.js';
import type { Tx } from '../../db/database.js';
import { serviceOf, type AgentContext } from '../context.js';
import { viewerOf } from './conditions-sql.js';
import { quarter, talliesNamed } from './tallies.js';

const withStatus = (status: Status) => `status:${statuses.indexOf(status)}`;
const assignedTo = ({ usercode }: Viewer, status: Status) => `assigned:${statuses.indexOf(status)}:${usercode}`;

/** The tallies that each view is the sum of. */
function talliesOfViews(viewer: Viewer): Record<View, readonly string[]> {
  return {
    mine_processing: [assignedTo(viewer, 'processing')],
    mine_pending: [assignedTo(viewer, 'pending')],
    mine_resolved: [assignedTo(viewer, 'resolved')],
    mine_completed: [assignedTo(viewer, 'completed')],
    all: ['all'],
    unassigned: [withStatus('unassigned')],
    group: viewer.groups.map((groupId) => `group:${groupId}`),
    transferred: ['transferred'],
    spam: ['spam'],
  };
}

interface Sum {
  readonly name: string;
  readonly total: number;
  readonly today: number;
  readonly day: number;
}

/** Sums of rows with a name, a time and a value, in one statement, so that all are of one moment. */
async function sumsOf(tx: Tx, rows: SQL[], viewer: Viewer): Promise<(name: string) => Omit<Sum, 'name'>> {
  const since = (time: 'today' | 'day') => sql`coalesce(sum(value) filter (where at >= ${sinceTime(time, viewer)}), 0)`;
  const result = await tx.execute(
    sql`select name, sum(value)::int as total, ${since('today')}::int as today, ${since('day')}::int as day
      from (${sql.join(rows, sql` union all `)}) tally group by name`,
  );
  const sums = new Map((result as unknown as { rows: Sum[] }).rows.map((sum) => [sum.name, sum]));
  return (name) => sums.get(name) ?? { total: 0, today: 0, day: 0 };
}

/** How many tickets each view holds for this agent. */
export async function countViews(tx: Tx, context: AgentContext): Promise<Record<View, number>> {
  const viewer = viewerOf(context);
  const tallies = talliesOfViews(viewer);
  const sums = await sumsOf(tx, [talliesNamed(serviceOf(context), Object.values(tallies).flat())], viewer);
  const count = (names: readonly string[]) => names.reduce((sum, name) => sum + sums(name).total, 0);
  return Object.fromEntries(Object.entries(tallies).map(([view, names]) => [view, count(names)])) as Record<
    View,
    number
  >;
}

/** Whether a list is a view as it is: how long it is is kept. */
export function isWholeView({ figure, starred, transfer, group, unread, q, where }: TicketQuery): boolean {
  return [figure, starred, transfer, group, unread, q, where].every((part) => part === undefined);
}

/** How long the list of a whole view is; null for what is narrowed further, which is not kept. */
export async function keptLength(tx: Tx, context: AgentContext, query: TicketQuery): Promise<number | null> {
  if (!isWholeView(query)) return null;
  const viewer = viewerOf(context);
  const names = talliesOfViews(viewer)[query.view];
  const sums = await sumsOf(tx, [talliesNamed(serviceOf(context), names)], viewer);
  return names.reduce((sum, name) => sum + sums(name).total, 0);
}

/** What was received between the moment 24 hours ago and the next quarter of an hour, from which on it is kept. */
function receivedBefore(serviceId: string, viewer: Viewer): SQL {
  const since = sinceTime('day', viewer);
  const until = Math.ceil(since / quarter) * quarter;
  return sql`select edge.name, ${since}::bigint, edge.value from (
      select count(*) as received, count(*) filter (where status_rank in (8, 9)) as handled from tickets
      where service_id = ${serviceId} and created_at >= ${since} and created_at < ${until} and not spam
    ) counted cross join lateral (values ('received_edge', received), ('handled_edge', handled)) edge (name, value)`;
}

/** Calls that this agent promised: few, and due by the clock, so they are counted. */
function promised(serviceId: string, { usercode, now }: Viewer): SQL {
  return sql`select call.name, 0::bigint, call.value from (
      select count(distinct ticket_id) as open, count(distinct ticket_id) filter (where due_at <= ${now}) as due
      from callbacks join tickets using (service_id, ticket_id)
      where service_id = ${serviceId} and usercode = ${usercode} and state = 'open' and not spam
    ) counted cross join lateral (values ('promised', open), ('promised_due', due)) call (name, value)`;
}

/** What changes a figure by the clock alone: the oldest ticket of the last 24 hours leaves them, a call becomes due. */
function changing(serviceId: string, viewer: Viewer): SQL[] {
  const { usercode, now } = viewer;
  const since = sinceTime('day', viewer);
  return [
    sql`(select 'leaving', 0::bigint, created_at - ${since}::bigint from tickets
      where service_id = ${serviceId} and created_at >= ${since} and not spam order by created_at limit 1)`,
    sql`(select 'coming', 0::bigint, (due_at - ${now}::bigint) / 1000 + 1 from callbacks
      where service_id = ${serviceId} and usercode = ${usercode} and state = 'open' and due_at > ${now}
      order by due_at limit 1)`,
  ];
}

/** Shortest time, in milliseconds, after which a share is read again because it grew older. */
const shortestAge = 60_000;

const nights = new Map<string, number>();

/** The midnight that ends today; asking the calendar is dear. */
function tomorrow({ today, timeZone }: Viewer): number {
  const key = `${timeZone} ${today}`;
  let known = nights.get(key);
  if (known === undefined) {
    if (nights.size > 1_000) nights.clear();
    known = startOfDay(today + 36 * 3_600_000, timeZone);
    nights.set(key, known);
  }
  return known;
}

/** When a figure changes next though nothing happens. */
function nextChange(sums: (name: string) => Pick<Sum, 'total'>, viewer: Viewer): number {
  const { total: leaving } = sums('leaving');
  const { total: coming } = sums('coming');
  const { now } = viewer;
  // Zero where there is nothing, or where it happens within this millisecond.
  const share = sums('received_edge').total + sums('received').total > 0 ? Math.max(leaving, shortestAge) : Infinity;
  return Math.min(tomorrow(viewer), now + share, coming > 0 ? now + coming * 1_000 : Infinity);
}

/** The figures of the board, each the length of the list that it opens. */
export async function readBoard(tx: Tx, context: AgentContext): Promise<Required<Board>> {
  const viewer = viewerOf(context);
  const serviceId = serviceOf(context);
  const { usercode } = viewer;
  const mine = { processing: assignedTo(viewer, 'processing'), pending: assignedTo(viewer, 'pending') };
  const timeless = [
    ...(['unassigned', 'processing', 'pending'] as const).map(withStatus),
    ...Object.values(mine),
    `transferring:${usercode}`,
    `guidance:${usercode}`,
  ];
  const earliest = Math.min(viewer.today, sinceTime('day', viewer));
  const sums = await sumsOf(
    tx,
    [
      talliesNamed(serviceId, timeless),
      talliesNamed(serviceId, ['received', 'handled', 'resolved', `resolved:${usercode}`], earliest),
      receivedBefore(serviceId, viewer),
      promised(serviceId, viewer),
      ...changing(serviceId, viewer),
    ],
    viewer,
  );
  const inDay = (name: string) => sums(name).day + sums(`${name}_edge`).total;
  return {
    all: {
      receivedToday: sums('received').today,
      resolvedToday: sums('resolved').today,
      processing: sums(withStatus('processing')).total,
      pending: sums(withStatus('pending')).total,
      unassigned: sums(withStatus('unassigned')).total,
      handlingRate: handlingRate(inDay('handled'), inDay('received')),
    },
    my: {
      resolvedToday: sums(`resolved:${usercode}`).today,
      processing: sums(mine.processing).total,
      pending: sums(mine.pending).total,
      transferring: sums(`transferring:${usercode}`).total,
      promisedCalls: sums('promised').total,
      promisedCallsDue: sums('promised_due').total,
      customerGuidance: sums(`guidance:${usercode}`).total,
    },
    next: nextChange(sums, viewer),
  };
}
