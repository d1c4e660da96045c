import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Attachment } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments, doorayFiles } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { NameCover } from '../masks/covered-names.js';
import { requireFew } from '../text-files.js';
import { fileFacts, ownUnused, shownIn } from '../uploads.js';

export type DoorayFileRow = typeof doorayFiles.$inferSelect;

/** A task, or one comment of it. */
export interface FilesOf {
  readonly serviceId: string;
  readonly key: string;
  /** Null for the files of the task itself. */
  readonly commentId: string | null;
}

export interface ChosenFiles {
  readonly ids: readonly string[];
  /** Pictures in it go too. */
  readonly html: string;
  readonly ticketId: string;
  readonly key: string;
  readonly commentId: string | null;
  /** What they are called in the request. */
  readonly field: string;
  /** How files are called there: what is masked is masked in their names too. */
  readonly nameOf: NameCover;
}

/**
 * Takes files along with a task or a comment: those that the agent just uploaded, which are the ticket's from now on, and
 * files of the ticket.
 */
export async function takeAlong(tx: Tx, context: AgentContext, chosen: ChosenFiles): Promise<void> {
  const { ids, html, ticketId, key, commentId, field, nameOf } = chosen;
  const serviceId = serviceOf(context);
  const inside = shownIn(html);
  const all = [...new Set([...ids, ...inside])];
  if (all.length === 0) return;
  const ofTicket = and(
    eq(attachments.serviceId, serviceId),
    eq(attachments.ticketId, ticketId),
    inArray(attachments.attachmentId, all),
  );
  const found = await tx
    .select(fileFacts)
    .from(attachments)
    .where(or(ofTicket, ownUnused(context, all)))
    .orderBy(asc(attachments.attachmentId))
    .for('update');
  if (found.length < all.length)
    throw invalid(field, 'unknown', 'Not files of this ticket, nor any that this agent uploaded');
  requireFew(found, inside);
  await tx.update(attachments).set({ ticketId }).where(ownUnused(context, all));
  const files = found.map(({ attachmentId, fileName, size }) => ({ attachmentId, fileName: nameOf(fileName), size }));
  await tx.insert(doorayFiles).values(files.map((file) => ({ serviceId, key, ticketId, commentId, ...file })));
}

function ofOne({ serviceId, key, commentId }: FilesOf) {
  return and(
    eq(doorayFiles.serviceId, serviceId),
    eq(doorayFiles.key, key),
    commentId === null ? isNull(doorayFiles.commentId) : eq(doorayFiles.commentId, commentId),
  );
}

/** The files of a task or of a comment, in the order in which they were added. */
export async function doorayFilesOf(tx: Tx, one: FilesOf): Promise<DoorayFileRow[]> {
  return tx.select().from(doorayFiles).where(ofOne(one)).orderBy(asc(doorayFiles.id));
}

/** Those of them that can be read here. */
export async function attachmentsOf(tx: Tx, one: FilesOf): Promise<Attachment[]> {
  return tx
    .select(fileFacts)
    .from(doorayFiles)
    .innerJoin(
      attachments,
      and(eq(attachments.serviceId, doorayFiles.serviceId), eq(attachments.attachmentId, doorayFiles.attachmentId)),
    )
    .where(ofOne(one))
    .orderBy(asc(doorayFiles.id));
}

/** Names of the pictures that a text shows, by their ids. */
export function namesOf(files: readonly DoorayFileRow[]): ReadonlyMap<string, string> {
  return new Map(
    files.flatMap(({ attachmentId, fileName }) => (attachmentId === null ? [] : [[attachmentId, fileName]])),
  );
}
