import { and, eq } from 'drizzle-orm';
import type { Body, MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { doorayComments, doorayFiles, doorayTasks } from '../../db/schema.js';
import { answerBody } from '../answer-mail.js';
import { serviceOf, type AgentContext } from '../context.js';
import { styledHtml } from '../mail/inline-styles.js';
import { coverHtml } from './cover-html.js';
import type { Words } from './repeats.js';
import { cutSubject } from './subject.js';

/** Takes masked words out of what goes to Dooray! and of our copy of what is there. What has left, has left. */
export async function coverDooray(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  words: Words,
  style: MaskStyle,
): Promise<void> {
  if (words.isNothing) return;
  const serviceId = serviceOf(context);
  const tasks = and(eq(doorayTasks.serviceId, serviceId), eq(doorayTasks.ticketId, ticketId));
  for (const task of await tx.select().from(doorayTasks).where(tasks).for('update')) {
    const { subject } = cutSubject(task.subject, words, style);
    const body = covered(task, words, style);
    if (subject === task.subject && !body) continue;
    await tx
      .update(doorayTasks)
      .set({ subject, ...body })
      .where(and(tasks, eq(doorayTasks.key, task.key)));
  }
  const comments = and(eq(doorayComments.serviceId, serviceId), eq(doorayComments.ticketId, ticketId));
  for (const comment of await tx.select().from(doorayComments).where(comments).for('update')) {
    const body = covered(comment, words, style);
    if (!body) continue;
    await tx
      .update(doorayComments)
      .set(body)
      .where(and(comments, eq(doorayComments.commentId, comment.commentId)));
  }
  const files = and(eq(doorayFiles.serviceId, serviceId), eq(doorayFiles.ticketId, ticketId));
  for (const { id, fileName: before } of await tx.select().from(doorayFiles).where(files).for('update')) {
    const { subject: fileName } = cutSubject(before, words, style);
    if (fileName === before) continue;
    await tx
      .update(doorayFiles)
      .set({ fileName })
      .where(and(files, eq(doorayFiles.id, id)));
  }
}

function covered(body: Pick<Body, 'html' | 'styles'>, words: Words, style: MaskStyle): Body | null {
  const html = coverHtml(styledHtml(body), words, style);
  return html === null ? null : answerBody(html);
}
