import { and, asc, desc, eq, ne, type SQL } from 'drizzle-orm';
import type { DoorayComment, DoorayConversation, DoorayTask } from '../../../../src/domain/transfer.js';
import type { Attachment, Body } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments, doorayComments, doorayFiles, doorayTasks, tickets } from '../../db/schema.js';
import { notFound } from '../../refusal.js';
import { auditOpening } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { fileFacts } from '../uploads.js';
import type { TaskRow } from './keep-comment.js';
import { askSync } from './sync-due.js';

/** Milliseconds after which whoever looks at a conversation has it read again. */
const fresh = 20_000;

type CommentRow = typeof doorayComments.$inferSelect;

const bodyOf = ({ html, text, styles, blocked, notes }: Body): Body => ({ html, text, styles, blocked, notes });

interface FileOf extends Attachment {
  readonly key: string;
  readonly commentId: string | null;
}

/** The files of tasks and comments that are here. */
async function filesOf(tx: Tx, serviceId: string, which: SQL | undefined): Promise<FileOf[]> {
  return tx
    .select({ ...fileFacts, key: doorayFiles.key, commentId: doorayFiles.commentId })
    .from(doorayFiles)
    .innerJoin(
      attachments,
      and(eq(attachments.serviceId, serviceId), eq(attachments.attachmentId, doorayFiles.attachmentId)),
    )
    .where(and(eq(doorayFiles.serviceId, serviceId), which))
    .orderBy(asc(doorayFiles.id));
}

const attachmentOf = ({ attachmentId, fileName, contentType, size, inline }: FileOf): Attachment => ({
  attachmentId,
  fileName,
  contentType,
  size,
  inline,
});

function commentOf(row: CommentRow, files: readonly FileOf[]): DoorayComment {
  const { commentId, own, authorName, at, state, problem } = row;
  const attached = files.filter((file) => file.commentId === commentId).map(attachmentOf);
  return { id: commentId, own, author: authorName, at, body: bodyOf(row), attachments: attached, state, problem };
}

/** One comment as the conversation has it. */
export async function readComment(tx: Tx, context: AgentContext, commentId: string): Promise<DoorayComment> {
  const serviceId = serviceOf(context);
  const one = and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.commentId, commentId));
  const [row] = await tx.select().from(doorayComments).where(one);
  if (!row) throw notFound();
  return commentOf(row, await filesOf(tx, serviceId, eq(doorayFiles.commentId, commentId)));
}

function taskOf(row: TaskRow, url: string | null, files: readonly FileOf[]): DoorayTask {
  const { taskId, number, subject, to, at, workflowClass, workflowName } = row;
  return {
    taskId,
    number,
    subject,
    url,
    to,
    at,
    workflow: workflowClass && { class: workflowClass, name: workflowName ?? '' },
    body: bodyOf(row),
    attachments: files.filter((file) => file.key === row.key && file.commentId === null).map(attachmentOf),
  };
}

/**
 * The last task of a ticket, and everything that was said about it on both sides: as it was read last, so that it is there
 * while Dooray! is away. Whoever looks has it read again.
 */
export async function readConversation(tx: Tx, context: AgentContext, ticketId: string): Promise<DoorayConversation> {
  await auditOpening(tx, context, ticketId);
  const serviceId = serviceOf(context);
  const ofTicket = and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.ticketId, ticketId));
  const [task] = await tx
    .select()
    .from(doorayTasks)
    .where(and(ofTicket, ne(doorayTasks.state, 'withdrawn')))
    .orderBy(desc(doorayTasks.at))
    .limit(1);
  if (!task) return { task: null, comments: [], readAt: null, stale: false };
  const rows = await tx
    .select()
    .from(doorayComments)
    .where(and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.ticketId, ticketId)))
    // Those that are not there yet come last.
    .orderBy(asc(doorayComments.at), asc(doorayComments.logId), asc(doorayComments.commentId));
  const [ticket] = await tx
    .select({ taskId: tickets.transferTaskId, url: tickets.transferUrl })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)));
  const files = await filesOf(tx, serviceId, eq(doorayFiles.ticketId, ticketId));
  const { readAt, stale } = task;
  if ((readAt ?? 0) < context.now - fresh) await askSync(tx, serviceId, eq(doorayTasks.key, task.key), context.now);
  const url = ticket?.taskId === task.taskId ? ticket.url : null;
  return { task: taskOf(task, url, files), comments: rows.map((row) => commentOf(row, files)), readAt, stale };
}
