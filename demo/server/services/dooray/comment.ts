import { and, eq, max } from 'drizzle-orm';
import type { DoorayComment } from '../../../../src/domain/transfer.js';
import type { Tx } from '../../db/database.js';
import { doorayComments } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { invalid, notFound } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { NameCover } from '../masks/covered-names.js';
import { enqueue, enqueueAgain } from '../outbox.js';
import { changeTicket } from '../tickets/change.js';
import { endDraft, requireUnsent } from '../tickets/drafts.js';
import { actorOf, conflict, requireAllowed } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import { attachmentsOf, takeAlong } from './files.js';
import { isLastTransfer, lockLastTask } from './transfer.js';

export type CommentRow = typeof doorayComments.$inferSelect;

export interface CommentArgs {
  readonly ticketId: string;
  readonly html: string;
  readonly attachments: readonly string[];
  readonly draftSeq?: number | undefined;
  readonly nameOf: NameCover;
}

/** A comment of the task, as the pages get it. */
export async function commentWire(tx: Tx, row: CommentRow): Promise<DoorayComment> {
  const { serviceId, key, commentId, own, authorName, at, state, problem } = row;
  const { html, text, styles, blocked, notes } = row;
  return {
    id: commentId,
    own,
    author: authorName,
    at,
    body: { html, text, styles, blocked, notes },
    attachments: await attachmentsOf(tx, { serviceId, key, commentId }),
    state,
    problem,
  };
}

/** Writes a comment for the task of a ticket. The worker sends it; comments keep their order. */
export async function commentOnTask(tx: Tx, context: AgentContext, args: CommentArgs): Promise<DoorayComment> {
  const { ticketId, draftSeq } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  if (draftSeq !== undefined) await requireUnsent(tx, context, ticketId, draftSeq);
  await requireAllowed(tx, context, ticket, 'dooray_comment');
  const task = await lockLastTask(tx, context, ticketId);
  if (!task || !isLastTransfer(ticket, task) || task.state === 'failed')
    throw await conflict(tx, context, ticketId, 'no_task');
  const body = answerBody(args.html);
  if (body.text.trim() === '' && !body.html.includes('<img')) throw invalid('html', 'required', 'A text is needed');
  const commentId = randomHex(16);
  const actor = actorOf(context);
  const { key, link, language } = task;
  const at = Math.max(context.now, await afterLast(tx, task));
  const [row] = await tx
    .insert(doorayComments)
    .values({
      serviceId: serviceOf(context),
      commentId,
      key,
      ticketId,
      own: true,
      usercode: actor.usercode,
      authorName: actor.name,
      at,
      ...body,
      link,
      language,
      state: 'sending',
      triedSince: context.now,
    })
    .returning();
  if (!row) throw new Error('An inserted comment is there');
  await takeAlong(tx, context, {
    ids: args.attachments,
    html: body.html,
    ticketId,
    key,
    commentId,
    field: 'attachments',
    nameOf: args.nameOf,
  });
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['dooray'],
    actor,
    log: [{ kind: 'dooray_commented', data: { to: task.to } }],
  });
  if (draftSeq !== undefined) await endDraft(tx, context, { ticketId, kind: 'answer' }, draftSeq);
  await enqueue(tx, context, { kind: 'task_comment', key: commentId, dueAt: context.now });
  return commentWire(tx, row);
}

/** Comments have an order, however fast they are written. */
async function afterLast(tx: Tx, { serviceId, key }: Pick<CommentRow, 'serviceId' | 'key'>): Promise<number> {
  const [last] = await tx
    .select({ at: max(doorayComments.at) })
    .from(doorayComments)
    .where(and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.key, key), doorayComments.own));
  return (last?.at ?? 0) + 1;
}

export interface CommentPath {
  readonly ticketId: string;
  readonly commentId: string;
}

/** Sends a comment once more that failed. It is there once, whatever became of the first try. */
export async function retryComment(
  tx: Tx,
  context: AgentContext,
  { ticketId, commentId }: CommentPath,
): Promise<DoorayComment> {
  const ticket = await lockTicket(tx, context, ticketId);
  await requireAllowed(tx, context, ticket, 'dooray_comment');
  const serviceId = serviceOf(context);
  const one = and(
    eq(doorayComments.serviceId, serviceId),
    eq(doorayComments.ticketId, ticketId),
    eq(doorayComments.commentId, commentId),
  );
  const [before] = await tx.select().from(doorayComments).where(one).for('update');
  if (!before?.own) throw notFound();
  if (before.state !== 'failed') throw await conflict(tx, context, ticketId, 'not_failed');
  const set = { state: 'sending', problem: null, triedSince: context.now } as const;
  const [row = before] = await tx.update(doorayComments).set(set).where(one).returning();
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['dooray'],
    actor: actorOf(context),
    moves: false,
  });
  await enqueueAgain(tx, context, 'task_comment', commentId);
  return commentWire(tx, row);
}
