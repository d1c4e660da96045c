import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Cause } from '../../../../src/domain/transitions.js';
import type { DoorayClass } from '../../../../src/domain/transfer.js';
import { afterCause, statusAfter } from '../../../../src/domain/rules.js';
import type { Database, Tx } from '../../db/database.js';
import { doorayComments, doorayOrganizations, doorayTasks, tickets } from '../../db/schema.js';
import { findService, publicService, type ServiceContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { changeTicket, tell } from '../tickets/change.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import type { DoorayClient } from './client.js';
import { organizationToken, readDooraySettings, type DooraySettings, type OrganizationRow } from './config.js';
import { taskPath } from './delivery.js';
import { DoorayFailure } from './failure.js';
import { fetchFiles } from './fetch-files.js';
import {
  isOwnEcho,
  keepComment,
  keepFiles,
  modifiedOf,
  ownMarkIn,
  renewComment,
  type TaskRow,
} from './keep-comment.js';
import { authorOf, readLogFiles, readTask, type LogRead, type TaskRead } from './read-task.js';

export interface SyncDeps {
  readonly database: Database;
  readonly client: DoorayClient;
  readonly cipher: FieldCipher;
  readonly now: () => number;
}

/** Most new comments of one task that are kept before another task has its turn. */
const turn = 25;
/** Shortest and longest pause after Dooray! did not answer, in milliseconds. */
const pauses = [15_000, 300_000] as const;
/** A task that is done is read less often, so many times: it may still be opened again. */
const doneSlower = 5;

const causeOf: Readonly<Record<DoorayClass, Cause>> = {
  backlog: 'dooray_registered',
  registered: 'dooray_registered',
  working: 'dooray_working',
  closed: 'dooray_closed',
};

const eventOf = {
  dooray_registered: 'dooray_registered',
  dooray_working: 'dooray_working',
  dooray_closed: 'dooray_closed',
} as const;

interface Known {
  readonly context: ServiceContext;
  readonly settings: DooraySettings;
  readonly organization: OrganizationRow | undefined;
  /** The comments that are here, and when those from there were written anew last. */
  readonly logs: ReadonlyMap<string, number | null>;
}

const rowOf = ({ serviceId, key }: TaskRow) => and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.key, key));

async function knownOf(tx: Tx, task: TaskRow, now: number): Promise<Known | null> {
  const { serviceId, key, organizationId } = task;
  const service = await findService(tx, serviceId);
  if (!service) return null;
  const context = { service: publicService(service), now, client: 'worker' };
  const [organization] = await tx
    .select()
    .from(doorayOrganizations)
    .where(and(eq(doorayOrganizations.serviceId, serviceId), eq(doorayOrganizations.organizationId, organizationId)));
  const logs = await tx
    .select({ logId: doorayComments.logId, modifiedAt: doorayComments.modifiedAt })
    .from(doorayComments)
    .where(and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.key, key), isNotNull(doorayComments.logId)));
  const settings = await readDooraySettings(tx, context);
  return {
    context,
    settings,
    organization,
    logs: new Map(logs.map(({ logId, modifiedAt }) => [logId ?? '', modifiedAt])),
  };
}

/** The ticket of a task, held; undefined once it is deleted. */
async function lockTicketOf(tx: Tx, { serviceId, ticketId }: TaskRow): Promise<TicketRecord | undefined> {
  const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
  const [ticket] = await tx.select().from(tickets).where(one).for('update');
  return ticket;
}

const isCurrent = (ticket: TicketRecord, task: TaskRow): boolean =>
  ticket.transferKind === 'dooray' && ticket.transferTaskId === task.taskId;

/** Puts the ticket where the state of its task leads, whatever it was before. */
async function followState(
  tx: Tx,
  context: ServiceContext,
  ticket: TicketRecord,
  meaning: DoorayClass,
): Promise<boolean> {
  const cause = causeOf[meaning];
  const state = { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) };
  const after = afterCause(state, cause);
  if (!after || after.to === 'gone') return false;
  const status = statusAfter(after.to, ticket.status, null);
  if (status === ticket.status) return false;
  const isTold = after.effects.includes('notify_assignee');
  await changeTicket(tx, context, ticket, {
    set: { status },
    changed: isTold ? ['status', 'dooray', 'unread'] : ['status', 'dooray'],
    touches: isTold ? ['status', 'customer'] : ['status'],
    actor: null,
    log: [{ kind: eventOf[cause as keyof typeof eventOf], data: { from: ticket.status, to: status } }],
  });
  return true;
}

/** Takes over what a reading tells of the task itself and of comments that are known. */
async function takeFacts(tx: Tx, { context, logs }: Known, task: TaskRow, read: TaskRead): Promise<void> {
  const ticket = await lockTicketOf(tx, task);
  if (!ticket) return;
  const { number = task.number, workflowClass = task.workflowClass, workflowName } = read;
  const movedTo = read.projectId === task.projectId ? null : read.projectId;
  await tx.update(doorayTasks).set({ number, workflowClass, workflowName, movedTo }).where(rowOf(task));
  let isNew = workflowName !== task.workflowName || task.stale || task.readAt === null;
  for (const log of read.comments) {
    if (modifiedOf(log) > (logs.get(log.id) ?? Infinity) && (await renewComment(tx, task, log))) isNew = true;
  }
  const moved =
    workflowClass !== null && isCurrent(ticket, task) && (await followState(tx, context, ticket, workflowClass));
  if (isNew && !moved) await tell(tx, context, ticket, ['dooray']);
}

async function takeComment(
  deps: SyncDeps,
  context: ServiceContext,
  task: TaskRow,
  log: LogRead,
  { token, path }: { readonly token: string; readonly path: string },
): Promise<void> {
  const { database, client } = deps;
  const { serviceId } = task;
  /** Runs work with the ticket held, and tells what is new. */
  const telling = (work: (tx: Tx) => Promise<boolean>): Promise<boolean> =>
    database.transaction({ serviceId }, async (tx) => {
      const ticket = await lockTicketOf(tx, task);
      if (!ticket || !(await work(tx))) return false;
      await tell(tx, context, ticket, ['dooray']);
      return true;
    });
  const mark = ownMarkIn(log);
  if (mark && (await telling((tx) => isOwnEcho(tx, task, log, mark)))) return;
  const files = await readLogFiles(client, token, path, log.id);
  const author = await authorOf(client, token, log);
  await telling((tx) => keepComment(tx, context, task, log, { author, files }));
}

/** When a task is to be read again; null: not before somebody says that there is news. */
function nextReading(ticket: TicketRecord | undefined, task: TaskRow, { sweepSeconds }: DooraySettings): number | null {
  if (!ticket || !isCurrent(ticket, task)) return null;
  if (ticket.status === 'dooray_answered') return sweepSeconds * doneSlower * 1_000;
  return ticket.status === 'dooray_transferred' || ticket.status === 'dooray_in_progress' ? sweepSeconds * 1_000 : null;
}

/** Ends a reading. What asked for another one meanwhile still gets it. */
async function finish(
  tx: Tx,
  task: TaskRow,
  set: Partial<typeof doorayTasks.$inferInsert>,
  next: number | null,
): Promise<void> {
  const syncAt = sql`case when ${doorayTasks.syncAt} is not distinct from ${task.syncAt}::bigint then ${next}::bigint else ${doorayTasks.syncAt} end`;
  await tx
    .update(doorayTasks)
    .set({ ...set, syncLease: null, syncAt })
    .where(rowOf(task));
}

/** Reads everything; answers whether something is left for another turn. */
async function readAll(deps: SyncDeps, task: TaskRow, known: Known): Promise<boolean> {
  const { database, client, cipher } = deps;
  const { context, organization, logs } = known;
  const { serviceId, taskId } = task;
  if (!organization || taskId === null) throw new DoorayFailure('not_allowed');
  const token = await organizationToken(cipher, organization);
  const read = await readTask(client, token, taskId, logs);
  const path = taskPath(read.projectId, taskId);
  await database.transaction({ serviceId }, (tx) => takeFacts(tx, known, task, read));
  const news = read.comments.filter(({ id }) => !logs.has(id));
  for (const log of news.slice(0, turn)) await takeComment(deps, context, task, log, { token, path });
  if (news.length > turn) return true;
  // Those of comments are known by now.
  await database.transaction({ serviceId }, (tx) => keepFiles(tx, task, null, read.files));
  return fetchFiles(database, context, task, { client, token, path });
}

/** What is to be done after a reading failed. */
async function putOff(tx: Tx, task: TaskRow, { context, settings }: Known, failure: DoorayFailure): Promise<void> {
  const usual = settings.sweepSeconds * 1_000;
  const [shortest, longest] = pauses;
  const pause = failure.again ? Math.min(Math.max(shortest, failure.retryAfter * 1_000), longest) : usual;
  const ticket = await lockTicketOf(tx, task);
  const again = ticket && (failure.again || nextReading(ticket, task, settings) !== null);
  await finish(tx, task, { stale: true }, again ? context.now + pause : null);
  if (ticket && !task.stale) await tell(tx, context, ticket, ['dooray']);
}

/**
 * Reads a task and what was said about it back from Dooray! and brings the ticket up to date. It rests on nothing but what
 * is there now, so that it may be asked for too often, too late and by anybody. Answers false while Dooray! cannot be reached.
 */
export async function syncTask(deps: SyncDeps, task: TaskRow): Promise<boolean> {
  const { database, now } = deps;
  const scope = { serviceId: task.serviceId };
  const known = await database.transaction(scope, (tx) => knownOf(tx, task, now()));
  if (!known) return true;
  try {
    const isMore = await readAll(deps, task, known);
    await database.transaction(scope, async (tx) => {
      const pause = nextReading(await lockTicketOf(tx, task), task, known.settings);
      const next = isMore ? now() : pause === null ? null : now() + pause;
      await finish(tx, task, { readAt: now(), stale: false }, next);
    });
    return true;
  } catch (error) {
    if (!(error instanceof DoorayFailure)) throw error;
    await database.transaction(scope, (tx) => putOff(tx, task, known, error));
    return error.problem !== 'unreachable';
  }
}
