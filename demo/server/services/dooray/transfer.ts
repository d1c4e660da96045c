import { and, desc, eq, ne } from 'drizzle-orm';
import { maxTransferSubject, type DoorayTransfer } from '../../../../src/domain/transfer.js';
import type { Body, Ticket } from '../../../../src/domain/types.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { doorayTasks, type BeforeTransfer } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { invalid, Refusal, type FieldProblem } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import type { NameCover } from '../masks/covered-names.js';
import { enqueue, enqueueAgain } from '../outbox.js';
import { changeTicket } from '../tickets/change.js';
import { endDraft } from '../tickets/drafts.js';
import { actorOf, conflict, requireAllowed, requireVersion } from '../tickets/gate.js';
import { loadTicket, lockTicket } from '../tickets/load.js';
import type { TicketRecord } from '../tickets/wire.js';
import { requireDooray, requirePlace } from './config.js';
import { takeAlong } from './files.js';
import { ticketLink } from './outgoing.js';

export type TaskRow = typeof doorayTasks.$inferSelect;

export interface DoorayTransferArgs extends DoorayTransfer {
  readonly ticketId: string;
  /** The version that the agent saw. */
  readonly version?: number | undefined;
  /** Where browsers reach this server. */
  readonly origin: string;
  readonly nameOf: NameCover;
}

const transferColumns = [
  'transferKind',
  'transferLinkedId',
  'transferTaskId',
  'transferTo',
  'transferUrl',
  'transferState',
  'transferProblem',
  'transferAt',
  'transferBy',
  'transferByName',
] as const satisfies readonly (keyof TicketRecord & keyof BeforeTransfer)[];

function beforeOf(ticket: TicketRecord): BeforeTransfer {
  const columns = Object.fromEntries(transferColumns.map((name) => [name, ticket[name]]));
  return { status: ticket.status, ...columns } as BeforeTransfer;
}

/** Lets a ticket become a task of Dooray!. The worker makes it; until then the ticket says that it is on its way. */
export async function transferToDooray(tx: Tx, context: AgentContext, args: DoorayTransferArgs): Promise<Ticket> {
  const { ticketId, version, organizationId, projectId } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  if (version !== undefined) await requireVersion(tx, context, ticket, version);
  await requireAllowed(tx, context, ticket, 'transfer_dooray');
  const { ticketAddress } = await requireDooray(tx, context);
  const { organization, project } = await requirePlace(tx, context, { organizationId, projectId });
  const body = answerBody(args.content);
  const subject = safeName(args.subject);
  requireText(subject, body);
  const key = randomHex(16);
  const serviceId = serviceOf(context);
  const actor = actorOf(context);
  const { now: at } = context;
  const to = `${organization.name} / ${project.name}`;
  await tx.insert(doorayTasks).values({
    serviceId,
    key,
    ticketId,
    organizationId,
    projectId,
    to,
    address: project.address,
    usercode: actor.usercode,
    authorName: actor.name,
    at,
    subject,
    ...body,
    link: ticketLink(ticketAddress, { origin: args.origin, serviceId, ticketId }),
    language: context.session.service.language,
    tagIds: [...new Set(args.tagIds)],
    assignees: [...new Set(args.assignees)],
    state: 'sending',
    triedSince: at,
    former: beforeOf(ticket),
  });
  await takeAlong(tx, context, {
    ids: args.attachments,
    html: body.html,
    ticketId,
    key,
    commentId: null,
    field: 'attachments',
    nameOf: args.nameOf,
  });
  await changeTicket(tx, context, ticket, {
    set: {
      status: 'dooray_transferred',
      transferKind: 'dooray',
      transferLinkedId: null,
      transferTaskId: null,
      transferTo: to,
      transferUrl: null,
      transferState: 'sending',
      transferProblem: null,
      transferAt: at,
      transferBy: actor.usercode,
      transferByName: actor.name,
    },
    changed: ['status', 'transfer', 'dooray'],
    touches: ['status'],
    actor,
    log: [{ kind: 'dooray_transferred', data: { from: ticket.status, to } }],
  });
  await audit(tx, context, { kind: 'dooray_transferred', ticketId, data: { to } });
  await endDraft(tx, context, { ticketId, kind: 'dooray' });
  await enqueue(tx, context, { kind: 'task', key, dueAt: at });
  return loadTicket(tx, context, ticketId);
}

function requireText(subject: string, body: Body): void {
  const problems: FieldProblem[] = [];
  const needs = (field: string, message: string) => problems.push({ field, code: 'required', message });
  if (subject === '') needs('subject', 'A subject is needed');
  else if ([...subject].length > maxTransferSubject)
    problems.push({ field: 'subject', code: 'length', message: `At most ${maxTransferSubject} characters` });
  if (body.text.trim() === '' && !body.html.includes('<img')) needs('content', 'A text is needed');
  if (problems.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields: problems });
}

/** The task that a ticket became last, held where it is to be changed. The ticket is held already. */
export async function lockLastTask(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticketId: string,
): Promise<TaskRow | undefined> {
  const [task] = await tx
    .select()
    .from(doorayTasks)
    .where(
      and(
        eq(doorayTasks.serviceId, serviceOf(context)),
        eq(doorayTasks.ticketId, ticketId),
        ne(doorayTasks.state, 'withdrawn'),
      ),
    )
    .orderBy(desc(doorayTasks.at), desc(doorayTasks.key))
    .limit(1)
    .for('update');
  return task;
}

/** Whether a task is what its ticket was transferred to last. */
export function isLastTransfer(ticket: TicketRecord, task: TaskRow): boolean {
  return ticket.transferKind === 'dooray' && ticket.transferAt === task.at && ticket.ticketId === task.ticketId;
}

/**
 * The last transfer of a ticket where it did not get to Dooray!; refuses where it did, or is on its way, and where the
 * ticket went on without it.
 */
async function requireFailed(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
): Promise<{ readonly ticket: TicketRecord; readonly task: TaskRow }> {
  const ticket = await lockTicket(tx, context, ticketId);
  const task = await lockLastTask(tx, context, ticketId);
  if (task?.state !== 'failed' || !isLastTransfer(ticket, task))
    throw await conflict(tx, context, ticketId, 'not_failed');
  if (ticket.status !== 'dooray_transferred' || ticket.spam)
    throw await conflict(tx, context, ticketId, 'wrong_status');
  return { ticket, task };
}

function ofTask({ serviceId, key }: Pick<TaskRow, 'serviceId' | 'key'>) {
  return and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.key, key));
}

/** Sends a transfer once more that failed. It becomes one task, whatever became of the first try. */
export async function retryTransfer(tx: Tx, context: AgentContext, ticketId: string): Promise<Ticket> {
  const { ticket, task } = await requireFailed(tx, context, ticketId);
  await requireDooray(tx, context);
  await tx.update(doorayTasks).set({ state: 'sending', problem: null, triedSince: context.now }).where(ofTask(task));
  await changeTicket(tx, context, ticket, {
    set: { transferState: 'sending', transferProblem: null },
    changed: ['transfer', 'dooray'],
    actor: actorOf(context),
    log: [{ kind: 'dooray_retried', data: { to: task.to } }],
    moves: false,
  });
  await enqueueAgain(tx, context, 'task', task.key);
  return loadTicket(tx, context, ticketId);
}

/** Takes a transfer back that failed: the ticket is what it was before. Refused where the task may be there. */
export async function withdrawTransfer(tx: Tx, context: AgentContext, ticketId: string): Promise<Ticket> {
  const { ticket, task } = await requireFailed(tx, context, ticketId);
  if (task.taskId !== null || task.uncertainSince !== null)
    throw await conflict(tx, context, ticketId, 'task_may_exist');
  await tx.update(doorayTasks).set({ state: 'withdrawn', syncAt: null }).where(ofTask(task));
  const { status, ...transfer } = task.former;
  await changeTicket(tx, context, ticket, {
    set: { status, ...transfer },
    changed: ['status', 'transfer', 'dooray'],
    touches: ['status'],
    actor: actorOf(context),
    log: [{ kind: 'dooray_withdrawn', data: { from: ticket.status, to: status, project: task.to } }],
  });
  await audit(tx, context, { kind: 'dooray_withdrawn', ticketId, data: { to: task.to } });
  return loadTicket(tx, context, ticketId);
}

/** Refuses tags that the project does not take, each field by its name. */
export function tagsRefused(problem: 'unknown' | 'mandatory_tags' | 'one_tag'): Refusal {
  const messages = {
    unknown: 'There is no such tag in the project',
    mandatory_tags: 'A group whose tags are needed has none',
    one_tag: 'A group with one tag at most has several',
  };
  return invalid('tagIds', problem, messages[problem]);
}
