import { and, asc, eq, inArray, not } from 'drizzle-orm';
import { fileLimits, isPictureType } from '../../../src/domain/files.js';
import type { Attachment } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { attachments } from '../db/schema.js';
import { invalid } from '../refusal.js';
import { serviceOf, type AgentContext } from './context.js';
import { fileFacts, ownUnused, shownIn } from './uploads.js';

/** A text and the files that are named with it. */
export interface TextWithFiles {
  readonly ids?: readonly string[];
  readonly html: string;
  /** Whose files it may show too; none where the ticket is being made. */
  readonly ticketId?: string;
}

/** What of a text's files goes with it. */
interface FilesOfText {
  readonly taken: readonly Attachment[];
  /** Those that the text shows. */
  readonly inside: ReadonlySet<string>;
}

/**
 * The files that go with a text: those that are named, and the pictures that it shows. A picture that was taken out of the
 * text again does not go with it. Refused where one is missing, or where they are more than a mail may carry.
 */
export async function requireFiles(tx: Tx, context: AgentContext, text: TextWithFiles): Promise<FilesOfText> {
  const { ids = [], html, ticketId } = text;
  const inHtml = shownIn(html);
  const all = [...new Set([...ids, ...inHtml])];
  if (all.length === 0) return { taken: [], inside: inHtml };
  const found = await tx
    .select(fileFacts)
    .from(attachments)
    .where(ownUnused(context, all))
    // In one order: two that name the same files wait for each other.
    .orderBy(asc(attachments.attachmentId))
    .for('update');
  const known = new Set(found.map(({ attachmentId }) => attachmentId));
  if (!ids.every((id) => known.has(id) || inHtml.has(id)))
    throw invalid('attachmentIds', 'unknown', 'Not files that this agent uploaded and that nothing has yet');
  const quoted = await filesOfTicket(
    tx,
    context,
    ticketId,
    [...inHtml].filter((id) => !known.has(id)),
  );
  const inside = new Set(
    found
      .filter((file) => inHtml.has(file.attachmentId) && isPictureType(file.contentType))
      .map((file) => file.attachmentId),
  );
  const taken = found.filter(({ attachmentId, inline }) => inHtml.has(attachmentId) || !inline);
  requireFew(taken, inside, quoted);
  return { taken, inside };
}

/** Files of the ticket that a text shows once more. */
async function filesOfTicket(
  tx: Tx,
  context: AgentContext,
  ticketId: string | undefined,
  ids: readonly string[],
): Promise<readonly Attachment[]> {
  if (ids.length === 0) return [];
  const there =
    ticketId === undefined
      ? []
      : await tx
          .select(fileFacts)
          .from(attachments)
          .where(
            and(
              eq(attachments.serviceId, serviceOf(context)),
              eq(attachments.ticketId, ticketId),
              inArray(attachments.attachmentId, [...ids]),
            ),
          );
  if (there.length < ids.length) throw invalid('html', 'unknown_file', 'A picture of the text is not there any more');
  return there;
}

/** Refuses more than a mail may carry. */
export function requireFew(
  taken: readonly Attachment[],
  inside: ReadonlySet<string>,
  quoted: readonly Attachment[] = [],
): void {
  const beside = taken.filter(({ attachmentId }) => !inside.has(attachmentId));
  if (taken.length > fileLimits.all) throw invalid('attachmentIds', 'too_many', `At most ${fileLimits.all} files`);
  if (beside.length > fileLimits.count)
    throw invalid('attachmentIds', 'too_many', `At most ${fileLimits.count} files beside the pictures inside the text`);
  const size = [...taken, ...quoted].reduce((sum, file) => sum + file.size, 0);
  if (size >= fileLimits.together)
    throw invalid('attachmentIds', 'too_large', `Less than ${fileLimits.together} bytes together`);
}

/** Takes the files that go with a text, for the entry that is about to be added. */
export async function takeUploads(tx: Tx, context: AgentContext, text: TextWithFiles): Promise<string[]> {
  const { taken, inside } = await requireFiles(tx, context, text);
  const moved = taken.filter(({ attachmentId, inline }) => inside.has(attachmentId) !== inline);
  if (moved.length > 0) {
    await tx
      .update(attachments)
      .set({ inline: not(attachments.inline) as never })
      .where(
        ownUnused(
          context,
          moved.map(({ attachmentId }) => attachmentId),
        ),
      );
  }
  return taken.map(({ attachmentId }) => attachmentId);
}
