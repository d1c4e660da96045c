import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { TransferProblem } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { doorayComments, doorayTasks } from '../../db/schema.js';
import { findService } from '../context.js';
import type { Delivery } from '../mail-delivery.js';
import type { StoredEntry } from '../outbox.js';
import { asAgentOf, findWriter, memberUser, type Author, type Writer } from './author.js';
import { DoorayClient } from './client.js';
import type { CommentRow } from './comment.js';
import { organizationToken } from './config.js';
import { atTicket, letCommentsGo } from './create-task.js';
import { patience, taskPath, type DoorayDeps } from './delivery.js';
import { DoorayFailure } from './failure.js';
import { doorayFilesOf, namesOf, type DoorayFileRow } from './files.js';
import { findLog } from './look-up.js';
import { OneCall } from './one-call.js';
import { outgoingHtml } from './outgoing.js';
import { sendFiles } from './send-files.js';
import type { TaskRow } from './transfer.js';

/** A comment that is to go, with all that is needed for it. */
interface Begun {
  readonly comment: CommentRow;
  readonly task: TaskRow & { readonly taskId: string };
  readonly writer: Writer;
  readonly files: readonly DoorayFileRow[];
}

/** Seconds until it is looked again whether the task, or the comment before, is there. */
const waitingPause = 5;

function ofComment({ serviceId, commentId }: Pick<CommentRow, 'serviceId' | 'commentId'>) {
  return and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.commentId, commentId));
}

/** What is to go; why nothing can; `waits` for what goes before; undefined where nothing is to go any more. */
async function begin(
  tx: Tx,
  serviceId: string,
  commentId: string,
): Promise<Begun | TransferProblem | 'waits' | undefined> {
  const [comment] = await tx.select().from(doorayComments).where(ofComment({ serviceId, commentId }));
  if (comment?.state !== 'sending') return undefined;
  const { key } = comment;
  const [task] = await tx
    .select()
    .from(doorayTasks)
    .where(and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.key, key)));
  if (!task) return undefined;
  const service = await findService(tx, serviceId);
  if (!service?.capabilities.dooray) return 'switched_off';
  const { taskId } = task;
  if (taskId === null) return task.state === 'sending' ? 'waits' : (task.problem ?? 'not_found');
  const [first] = await tx
    .select({ commentId: doorayComments.commentId })
    .from(doorayComments)
    .where(
      and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.key, key), eq(doorayComments.state, 'sending')),
    )
    .orderBy(asc(doorayComments.at), asc(doorayComments.commentId))
    .limit(1);
  if (first?.commentId !== commentId) return 'waits';
  const writer = await findWriter(tx, serviceId, task, comment.usercode);
  if (!writer) return 'not_found';
  return { comment, task: { ...task, taskId }, writer, files: await doorayFilesOf(tx, { serviceId, key, commentId }) };
}

/** Brings a comment to its task, once and after the one before. */
export async function deliverComment(deps: DoorayDeps, entry: StoredEntry): Promise<Delivery> {
  const { database, now } = deps;
  const { serviceId, key: commentId } = entry;
  await deps.cipher.prepare();
  const begun = await database.transaction({ serviceId }, (tx) => begin(tx, serviceId, commentId));
  if (begun === undefined) return { outcome: 'done', answer: null };
  if (begun === 'waits') return { outcome: 'later', answer: null, pause: waitingPause };
  if (typeof begun === 'string') return failed(serviceId, commentId, begun, now());
  if (!deps.port) return failed(serviceId, commentId, 'switched_off', now());
  const client = new DoorayClient(deps.port, deps.timeouts);
  const { comment } = begun;
  try {
    const logId = await makeLog(deps, client, begun, entry.attempts > 1);
    await database.transaction({ serviceId }, (tx) => sent(tx, begun, logId, now()));
    return { outcome: 'done', answer: null };
  } catch (error) {
    if (!(error instanceof DoorayFailure)) throw error;
    if (error.again && now() - comment.triedSince <= patience)
      return { outcome: 'later', answer: error.message, pause: error.retryAfter };
    return failed(serviceId, commentId, error.problem, now());
  }
}

/** The id of the comment: that of the one which is there already, or of a new one. */
async function makeLog(deps: DoorayDeps, client: DoorayClient, begun: Begun, again: boolean): Promise<string> {
  const { database, cipher, now } = deps;
  const { comment, task, writer, files } = begun;
  const { serviceId, commentId, key } = comment;
  const mark = `comment-${commentId}` as const;
  const path = taskPath(writer.projectId, task.taskId);
  const call = new OneCall(now, comment.uncertainSince, (before, uncertainSince) =>
    database.transaction({ serviceId }, (tx) => setUncertain(tx, comment, before, uncertainSince)),
  );
  if (call.isOpen) {
    const known = await findLog(client, await organizationToken(cipher, writer.place.organization), path, mark);
    if (known !== null) return known;
    call.requireOver();
  }
  const { html, styles, authorName: author, language, ticketId } = comment;
  const link = comment.link ?? task.link;
  const content = outgoingHtml({
    body: { html, styles },
    mark,
    link,
    ticketId,
    author,
    language,
    pictures: namesOf(files),
  });
  return asAgentOf(client, cipher, writer, async ({ token, memberId }: Author) => {
    const { fileIds } = await sendFiles(deps, client, { serviceId, key, commentId, token, taskPath: path, again });
    return call.leave(() =>
      client.create(token, `${path}/logs`, {
        body: { mimeType: 'text/html', content },
        ...(fileIds.length > 0 && { attachFileIds: fileIds }),
        ...(memberId !== null && { creator: memberUser(memberId) }),
      }),
    );
  });
}

/** Writes down since when it is not known whether a comment is there; false where that is not what it was before. */
async function setUncertain(tx: Tx, comment: CommentRow, before: number | null, uncertainSince: number | null) {
  const asBefore = sql`${doorayComments.uncertainSince} is not distinct from ${before}::bigint`;
  const set = await tx
    .update(doorayComments)
    .set({ uncertainSince })
    .where(and(ofComment(comment), eq(doorayComments.state, 'sending'), isNull(doorayComments.logId), asBefore))
    .returning({ commentId: doorayComments.commentId });
  return set.length > 0;
}

/** Writes down that the comment is there. */
async function sent(tx: Tx, { comment, task }: Begun, logId: string, now: number): Promise<void> {
  await atTicket(tx, task, now, { set: {}, changed: ['dooray'], actor: null, moves: false });
  await tx
    .delete(doorayComments)
    .where(
      and(
        eq(doorayComments.serviceId, comment.serviceId),
        eq(doorayComments.key, comment.key),
        eq(doorayComments.logId, logId),
        eq(doorayComments.own, false),
      ),
    );
  await tx
    .update(doorayComments)
    .set({ logId, state: 'sent', problem: null, uncertainSince: null })
    .where(ofComment(comment));
  await letCommentsGo(tx, task, now);
}

/** The end of a comment that did not get there: the conversation tells it, and the agent may try again. */
function failed(serviceId: string, commentId: string, problem: TransferProblem, now: number): Delivery {
  const tell = async (tx: Tx): Promise<void> => {
    const [found] = await tx
      .select({ comment: doorayComments, task: doorayTasks })
      .from(doorayComments)
      .innerJoin(
        doorayTasks,
        and(eq(doorayTasks.serviceId, doorayComments.serviceId), eq(doorayTasks.key, doorayComments.key)),
      )
      .where(ofComment({ serviceId, commentId }));
    if (found?.comment.state !== 'sending') return;
    await atTicket(tx, found.task, now, {
      set: {},
      changed: ['dooray'],
      actor: null,
      log: [{ kind: 'dooray_comment_failed', data: { to: found.task.to, problem } }],
      moves: false,
    });
    await tx.update(doorayComments).set({ state: 'failed', problem }).where(ofComment({ serviceId, commentId }));
    await letCommentsGo(tx, found.task, now);
  };
  return { outcome: 'failed', answer: problem, tell };
}
