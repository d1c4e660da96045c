import { and, eq } from 'drizzle-orm';
import type { Person, Ticket } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import {
  agents,
  attachments,
  callbacks,
  chats,
  doorayComments,
  doorayFiles,
  doorayTasks,
  drafts,
  draftVersions,
  groups,
  issueTransfers,
  mails,
  mailThreads,
  maskSpans,
  messages,
  rawSources,
  readMarks,
  smsMessages,
  tickets,
} from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { forgetAnswers } from '../idempotency.js';
import { oblige } from '../masks/entry.js';
import { assigned, changeTicket, logEvents, tell } from './change.js';
import { actorOf, requireAllowed, requireVersion } from './gate.js';
import { loadTicket, lockTicket } from './load.js';
import type { TicketRecord } from './wire.js';

export interface VersionArgs {
  readonly ticketId: string;
  readonly expectedVersion: number;
}

/** Ends a resolved ticket for good. */
export async function completeTicket(tx: Tx, context: AgentContext, args: VersionArgs): Promise<Ticket> {
  const ticket = await lockTicket(tx, context, args.ticketId);
  await requireVersion(tx, context, ticket, args.expectedVersion);
  await requireAllowed(tx, context, ticket, 'complete');
  await changeTicket(tx, context, ticket, {
    set: { status: 'completed' },
    changed: ['status'],
    touches: ['status'],
    actor: actorOf(context),
    log: [{ kind: 'completed' }],
  });
  return loadTicket(tx, context, args.ticketId);
}

/** Takes a ticket out of the spam box, back to what it was; to nobody when its assignee is gone. */
export async function restoreTicket(tx: Tx, context: AgentContext, args: VersionArgs): Promise<Ticket> {
  const ticket = await lockTicket(tx, context, args.ticketId);
  await requireVersion(tx, context, ticket, args.expectedVersion);
  await requireAllowed(tx, context, ticket, 'restore');
  const set = await restored(tx, serviceOf(context), ticket);
  await changeTicket(tx, context, ticket, {
    set: { ...set, spam: false, former: null },
    changed: ['spam', 'status', 'assignee', 'group'],
    touches: ['status', 'assignee'],
    actor: actorOf(context),
    log: [{ kind: 'restored', data: { to: set.status, assignee: set.assigneeName || null } }],
  });
  return loadTicket(tx, context, args.ticketId);
}

type Restored = Pick<
  TicketRecord,
  | 'status'
  | 'assignee'
  | 'assigneeName'
  | 'groupId'
  | 'groupName'
  | 'resolution'
  | 'reason'
  | 'resolvedAt'
  | 'resolvedBy'
>;

async function restored(tx: Tx, serviceId: string, ticket: TicketRecord): Promise<Restored> {
  const nothing = { assignee: null, groupId: null, resolution: null, reason: null, resolvedAt: null, resolvedBy: null };
  const former = ticket.former ?? { status: 'unassigned' as const, ...nothing };
  const holder = former.assignee === null ? null : await activeAgent(tx, serviceId, former.assignee);
  const isOrphan = former.assignee !== null && holder === null;
  const { resolution, reason, resolvedAt, resolvedBy } = former;
  return {
    status: isOrphan ? 'unassigned' : former.status,
    ...assigned(holder),
    ...(await groupOf(tx, serviceId, former.groupId)),
    resolution,
    reason,
    resolvedAt,
    resolvedBy,
  };
}

async function activeAgent(tx: Tx, serviceId: string, usercode: string): Promise<Person | null> {
  const [agent] = await tx
    .select({ usercode: agents.usercode, name: agents.name })
    .from(agents)
    .where(and(eq(agents.serviceId, serviceId), eq(agents.usercode, usercode), eq(agents.active, true)));
  return agent ?? null;
}

async function groupOf(
  tx: Tx,
  serviceId: string,
  groupId: number | null,
): Promise<Pick<TicketRecord, 'groupId' | 'groupName'>> {
  if (groupId === null) return { groupId: null, groupName: '' };
  const [group] = await tx
    .select({ groupId: groups.groupId, groupName: groups.name })
    .from(groups)
    .where(and(eq(groups.serviceId, serviceId), eq(groups.groupId, groupId)));
  return group ?? { groupId: null, groupName: '' };
}

/** Everything that belongs to a ticket and goes with it. The log stays. */
const belongings = [
  messages,
  attachments,
  mails,
  mailThreads,
  rawSources,
  drafts,
  draftVersions,
  readMarks,
  callbacks,
  doorayTasks,
  doorayComments,
  doorayFiles,
  issueTransfers,
  smsMessages,
  chats,
] as const;

/** Lets the vault forget what it has of a ticket. */
async function forgetMasks(tx: Tx, context: AgentContext, ticketId: string): Promise<void> {
  const serviceId = serviceOf(context);
  const ofMasks = await tx
    .delete(maskSpans)
    .where(and(eq(maskSpans.serviceId, serviceId), eq(maskSpans.ticketId, ticketId)))
    .returning({ sealId: maskSpans.sealId });
  const ofMails = await tx
    .select({ sealId: mails.sealId })
    .from(mails)
    .where(and(eq(mails.serviceId, serviceId), eq(mails.ticketId, ticketId)));
  await oblige(
    tx,
    context,
    'remove',
    [...ofMasks, ...ofMails].flatMap(({ sealId }) => sealId ?? []),
  );
}

/** Deletes a ticket of the spam box. What stays is that there was one, and who deleted it. */
export async function deleteTicket(tx: Tx, context: AgentContext, args: VersionArgs): Promise<{ ticketId: string }> {
  const { ticketId } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  await requireVersion(tx, context, ticket, args.expectedVersion);
  await requireAllowed(tx, context, ticket, 'delete');
  const serviceId = serviceOf(context);
  await forgetMasks(tx, context, ticketId);
  for (const table of belongings) {
    await tx.delete(table).where(and(eq(table.serviceId, serviceId), eq(table.ticketId, ticketId)));
  }
  await forgetAnswers(tx, context, ticketId);
  await tx.delete(tickets).where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)));
  await logEvents(tx, context, ticketId, actorOf(context), [{ kind: 'deleted', data: { channel: ticket.channel } }]);
  await tell(tx, context, { ticketId, version: ticket.version + 1 }, ['deleted', 'spam']);
  return { ticketId };
}
