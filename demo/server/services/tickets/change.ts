import { and, eq } from 'drizzle-orm';
import type { EventKind } from '../../../../src/domain/ticket-events.js';
import { atDooray } from '../../../../src/domain/transitions.js';
import type { Person } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { doorayTasks, ticketEvents, tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { followTicket } from '../calls/follow.js';
import { askSync } from '../dooray/sync-due.js';
import { emit, type LiveEvent } from '../events.js';
import { haltForSpam } from '../sms/follow.js';
import type { TicketRecord } from './wire.js';

/** What a decision about a ticket can rest on, and fields that are set one by one. */
export type Aspect =
  'status' | 'assignee' | 'customer' | 'priority' | 'categoryId' | 'handlingTypeId' | 'customerData' | `f.${string}`;

/** What the board and the counts of the views depend on. */
const counted: ReadonlySet<string> = new Set(['status', 'spam', 'assignee', 'group', 'created', 'guidance', 'starred']);

export type EventData = Readonly<Record<string, string | number | boolean | null>>;

export interface Change {
  /** Columns and their new values. */
  readonly set: Partial<typeof tickets.$inferInsert>;
  /** Names for the pages that watch. */
  readonly changed: readonly string[];
  readonly touches?: readonly Aspect[];
  readonly actor: Person | null;
  /** Lines for the ticket's own log. */
  readonly log?: readonly { readonly kind: EventKind; readonly data?: EventData }[];
  /** False for what is no progress of the ticket, such as the star: it keeps its place in the list. */
  readonly moves?: boolean;
}

/** The columns that make somebody the assignee, or nobody. */
export function assigned(person: Person | null): Pick<TicketRecord, 'assignee' | 'assigneeName'> {
  return { assignee: person?.usercode ?? null, assigneeName: person?.name ?? '' };
}

/** One step of a ticket: row, log and live event together, and the version one higher. The ticket must be locked. */
export async function changeTicket(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticket: TicketRecord,
  change: Change,
): Promise<TicketRecord> {
  const version = ticket.version + 1;
  const touched = { ...ticket.touched, ...Object.fromEntries((change.touches ?? []).map((one) => [one, version])) };
  const updatedAt = change.moves === false ? ticket.updatedAt : Math.max(context.now, ticket.updatedAt);
  const [after] = await tx
    .update(tickets)
    .set({ ...change.set, version, touched, updatedAt })
    .where(and(eq(tickets.serviceId, ticket.serviceId), eq(tickets.ticketId, ticket.ticketId)))
    .returning();
  if (!after) throw new Error('A locked ticket cannot be gone');
  if (isAtDooray(after) && !(isAtDooray(ticket) && ticket.transferTaskId === after.transferTaskId))
    await askSync(tx, after.serviceId, eq(doorayTasks.taskId, after.transferTaskId ?? ''), context.now);
  const ended = [...(await followTicket(tx, context, ticket, after)), ...(await haltForSpam(tx, ticket, after))];
  await logEvents(tx, context, ticket.ticketId, change.actor, [...(change.log ?? []), ...ended]);
  await tell(tx, context, after, change.changed);
  await tellAssignee(tx, context, ticket, after, change.actor);
  return after;
}

/** Who has a ticket from now on hears of it, unless by an own doing. */
async function tellAssignee(
  tx: Tx,
  context: AgentContext | ServiceContext,
  before: TicketRecord,
  { ticketId, version, assignee }: TicketRecord,
  actor: Person | null,
): Promise<void> {
  if (assignee === null || assignee === before.assignee || assignee === actor?.usercode) return;
  await emit(tx, context, { topic: 'assigned', ticketId, version, audience: assignee });
}

/** Whether the status of a ticket follows that of a task. What happened there meanwhile is read when it begins to. */
function isAtDooray({ status, transferKind, transferTaskId }: TicketRecord): boolean {
  return transferKind === 'dooray' && transferTaskId !== null && atDooray.includes(status);
}

/** Adds lines to a ticket's log. They outlive the ticket. */
export async function logEvents(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticketId: string,
  actor: Person | null,
  log: NonNullable<Change['log']>,
): Promise<void> {
  if (log.length === 0) return;
  await tx.insert(ticketEvents).values(
    log.map(({ kind, data }) => ({
      serviceId: serviceOf(context),
      ticketId,
      kind,
      at: context.now,
      actor: actor?.usercode ?? null,
      actorName: actor?.name ?? null,
      data: data ?? {},
    })),
  );
}

/** Tells the pages of the service what changed, and that the board may have. */
export async function tell(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticket: Pick<TicketRecord, 'ticketId' | 'version'>,
  changed: readonly string[],
): Promise<void> {
  const events: LiveEvent[] = [{ topic: 'ticket', ticketId: ticket.ticketId, version: ticket.version, changed }];
  if (changed.some((name) => counted.has(name))) events.push({ topic: 'board' });
  await emit(tx, context, ...events);
}
