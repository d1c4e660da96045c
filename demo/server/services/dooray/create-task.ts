import { and, eq, isNull, sql } from 'drizzle-orm';
import type { TransferProblem } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { doorayComments, doorayTasks, tickets } from '../../db/schema.js';
import { findService, publicService, type ServiceContext } from '../context.js';
import type { Delivery } from '../mail-delivery.js';
import { hasten, type StoredEntry } from '../outbox.js';
import { changeTicket, type Change } from '../tickets/change.js';
import { asAgentOf, findWriter, memberUser, type Author, type Writer } from './author.js';
import { DoorayClient } from './client.js';
import { organizationToken } from './config.js';
import { patience, projectPath, taskPath, type DoorayDeps } from './delivery.js';
import { DoorayFailure } from './failure.js';
import { doorayFilesOf, namesOf, type DoorayFileRow } from './files.js';
import { findTask } from './look-up.js';
import { OneCall } from './one-call.js';
import { outgoingHtml, taskUrl } from './outgoing.js';
import { readTagGroups, tagProblem } from './project.js';
import { sendFiles } from './send-files.js';
import { isLastTransfer, type TaskRow } from './transfer.js';

/** A transfer that is to become a task, with all that is needed for it. */
interface Begun {
  readonly task: TaskRow;
  readonly writer: Writer;
  readonly files: readonly DoorayFileRow[];
}

export function ofTask({ serviceId, key }: Pick<TaskRow, 'serviceId' | 'key'>) {
  return and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.key, key));
}

/** Why nothing can go, or undefined where nothing is to go any more. */
async function begin(tx: Tx, serviceId: string, key: string): Promise<Begun | TransferProblem | undefined> {
  const [task] = await tx.select().from(doorayTasks).where(ofTask({ serviceId, key }));
  if (!task || (task.state !== 'sending' && task.state !== 'sent')) return undefined;
  const service = await findService(tx, serviceId);
  if (!service?.capabilities.dooray) return 'switched_off';
  const writer = await findWriter(tx, serviceId, task, task.usercode);
  if (!writer) return 'not_found';
  return { task, writer, files: await doorayFilesOf(tx, { serviceId, key, commentId: null }) };
}

/** Brings a transfer to Dooray!: one task, whatever happens on the way, and its files. */
export async function deliverTask(deps: DoorayDeps, entry: StoredEntry): Promise<Delivery> {
  const { database, now } = deps;
  const { serviceId, key } = entry;
  await deps.cipher.prepare();
  const begun = await database.transaction({ serviceId }, (tx) => begin(tx, serviceId, key));
  if (begun === undefined) return { outcome: 'done', answer: null };
  if (typeof begun === 'string') return failed(serviceId, key, begun, now());
  if (!deps.port) return failed(serviceId, key, 'switched_off', now());
  const client = new DoorayClient(deps.port, deps.timeouts);
  const { task } = begun;
  try {
    const taskId = task.taskId ?? (await makeTask(deps, client, begun));
    const refused = await sendTaskFiles(deps, client, begun, taskId, entry.attempts > 1);
    return { outcome: 'done', answer: null, ...(refused > 0 && { tell: (tx) => tellFiles(tx, task, now()) }) };
  } catch (error) {
    if (!(error instanceof DoorayFailure)) throw error;
    if (error.again && now() - task.triedSince <= patience)
      return { outcome: 'later', answer: error.message, pause: error.retryAfter };
    const current = await database.transaction({ serviceId }, (tx) => begin(tx, serviceId, key));
    const isThere = typeof current === 'object' && current.task.taskId !== null;
    // The task is there; only files are missing.
    if (isThere) return { outcome: 'failed', answer: error.message, tell: (tx) => tellFiles(tx, task, now()) };
    return failed(serviceId, key, await problemOf(deps, client, begun, error), now());
  }
}

/** The task's id: that of the one which is there already, or of a new one. */
async function makeTask(deps: DoorayDeps, client: DoorayClient, begun: Begun): Promise<string> {
  const { database, cipher, now } = deps;
  const { task, writer } = begun;
  const { serviceId } = task;
  const token = await organizationToken(cipher, writer.place.organization);
  const path = projectPath(task.projectId);
  const mark = `task-${task.key}` as const;
  const call = new OneCall(now, task.uncertainSince, (before, uncertainSince) =>
    database.transaction({ serviceId }, (tx) => setUncertain(tx, task, before, uncertainSince)),
  );
  if (call.isOpen) {
    const { subject, at: since } = task;
    const known = await findTask(client, token, { projectPath: path, mark, subject, since, now: now() });
    if (known !== null) return registered(deps, task, known);
    call.requireOver();
  }
  const content = outgoingHtml({
    body: task,
    mark,
    link: task.link,
    ticketId: task.ticketId,
    author: task.authorName,
    language: task.language,
    pictures: namesOf(begun.files),
  });
  const write = ({ token: own, memberId }: Author): Promise<string> =>
    call.leave(() =>
      client.create(own, `${path}/posts`, {
        subject: task.subject,
        body: { mimeType: 'text/html', content },
        users: {
          to: task.assignees.map(memberUser),
          cc: [],
          ...(memberId !== null && { from: memberUser(memberId) }),
        },
        tagIds: task.tagIds,
        dueDate: null,
        dueDateFlag: true,
        priority: 'none',
      }),
    );
  return registered(deps, task, await asAgentOf(client, cipher, writer, write));
}

/** Writes down since when it is not known whether the task is there; false where that is not what it was before. */
async function setUncertain(tx: Tx, task: TaskRow, before: number | null, uncertainSince: number | null) {
  const asBefore = sql`${doorayTasks.uncertainSince} is not distinct from ${before}::bigint`;
  const set = await tx
    .update(doorayTasks)
    .set({ uncertainSince })
    .where(and(ofTask(task), eq(doorayTasks.state, 'sending'), isNull(doorayTasks.taskId), asBefore))
    .returning({ key: doorayTasks.key });
  return set.length > 0;
}

/** Writes down that the task is there. */
async function registered({ database, now }: DoorayDeps, task: TaskRow, taskId: string): Promise<string> {
  const { serviceId, key } = task;
  await database.transaction({ serviceId }, async (tx) => {
    const set = { taskId, state: 'sent', problem: null, uncertainSince: null, syncAt: now() } as const;
    await atTicket(tx, task, now(), {
      set: {
        transferTaskId: taskId,
        transferUrl: taskUrl(task.address, taskId),
        transferState: 'sent',
        transferProblem: null,
      },
      changed: ['transfer', 'dooray'],
      actor: null,
      log: [{ kind: 'dooray_task_made', data: { to: task.to } }],
      moves: false,
    });
    await tx.update(doorayTasks).set(set).where(ofTask({ serviceId, key }));
    await letCommentsGo(tx, task, now());
  });
  return taskId;
}

async function sendTaskFiles(
  deps: DoorayDeps,
  client: DoorayClient,
  { task, writer, files }: Begun,
  taskId: string,
  again: boolean,
): Promise<number> {
  if (files.length === 0) return 0;
  const { serviceId, key } = task;
  const sending = { serviceId, key, commentId: null, taskPath: taskPath(writer.projectId, taskId), again };
  return asAgentOf(client, deps.cipher, writer, async ({ token }) => {
    const { refused } = await sendFiles(deps, client, { ...sending, token });
    return refused;
  });
}

/** Dooray! does not say why it refuses a task: tags that it wants are the usual reason. */
async function problemOf(
  { cipher }: DoorayDeps,
  client: DoorayClient,
  { task, writer }: Begun,
  error: DoorayFailure,
): Promise<TransferProblem> {
  if (error.problem !== 'refused') return error.problem;
  try {
    const { organization, project } = writer.place;
    const groups = await readTagGroups(client, await organizationToken(cipher, organization), project);
    return tagProblem(groups, task.tagIds) === null ? 'refused' : 'mandatory_tags';
  } catch (another) {
    if (another instanceof DoorayFailure) return 'refused';
    throw another;
  }
}

/** The end of a transfer that did not get there: the ticket tells it, and the agent may try again or take it back. */
function failed(serviceId: string, key: string, problem: TransferProblem, now: number): Delivery {
  const tell = async (tx: Tx): Promise<void> => {
    const [task] = await tx.select().from(doorayTasks).where(ofTask({ serviceId, key }));
    if (task?.state !== 'sending') return;
    await atTicket(tx, task, now, {
      set: { transferState: 'failed', transferProblem: problem },
      changed: ['transfer', 'dooray'],
      actor: null,
      log: [{ kind: 'dooray_failed', data: { to: task.to, problem } }],
      moves: false,
    });
    await tx.update(doorayTasks).set({ state: 'failed', problem }).where(ofTask(task));
    await letCommentsGo(tx, task, now);
  };
  return { outcome: 'failed', answer: problem, tell };
}

/** Tells the ticket how many files did not get to Dooray!. */
async function tellFiles(tx: Tx, task: TaskRow, now: number): Promise<void> {
  const { serviceId, key } = task;
  const all = await doorayFilesOf(tx, { serviceId, key, commentId: null });
  const files = all.filter(({ fileId }) => fileId === null).length;
  await atTicket(tx, task, now, {
    set: {},
    changed: ['dooray'],
    actor: null,
    log: [{ kind: 'dooray_files_left', data: { to: task.to, files } }],
    moves: false,
  });
}

/** Changes the ticket of a task: its transfer only as long as that is the last one. */
export async function atTicket(tx: Tx, task: TaskRow, now: number, change: Change): Promise<void> {
  const { serviceId, ticketId } = task;
  const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
  const [ticket] = await tx.select().from(tickets).where(one).for('update');
  const service = await findService(tx, serviceId);
  if (!ticket || !service) return;
  const context: ServiceContext = { service: publicService(service), now, client: 'worker' };
  const set = isLastTransfer(ticket, task) ? change.set : {};
  await changeTicket(tx, context, ticket, { ...change, set });
}

/** Lets the next comment of a task go, which waited for the task or for the comment before. */
export async function letCommentsGo(tx: Tx, { serviceId, key }: TaskRow, now: number): Promise<void> {
  const service = await findService(tx, serviceId);
  if (!service) return;
  const waiting = await tx
    .select({ commentId: doorayComments.commentId })
    .from(doorayComments)
    .where(
      and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.key, key), eq(doorayComments.state, 'sending')),
    );
  const context: ServiceContext = { service: publicService(service), now, client: 'worker' };
  const keys = waiting.map(({ commentId }) => commentId);
  await hasten(tx, context, 'task_comment', keys);
}
