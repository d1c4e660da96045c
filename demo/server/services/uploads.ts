import { and, eq, exists, gte, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import {
  endingOf,
  fileLimits,
  fileProblem,
  fileTypes,
  isWhatItSays,
  type FileProblem,
} from '../../../src/domain/files.js';
import type { Attachment } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { attachments, drafts, draftVersions } from '../db/schema.js';
import type { SentFile } from '../http/form.js';
import { randomHex } from '../random.js';
import { invalid } from '../refusal.js';
import { serviceOf, type AgentContext } from './context.js';

const day = 24 * 60 * 60 * 1000;
/** How long a file waits for the text that it was uploaded for. */
export const uploadLifetime = day;
/** How long it waits where an earlier text of the agent names it. */
const versionLifetime = 30 * day;

const messages: Readonly<Record<FileProblem, string>> = {
  empty: 'The file is empty',
  too_large: `Less than ${fileLimits.size} bytes`,
  name_too_long: `A name of less than ${fileLimits.name} characters`,
  type: `One of ${Object.keys(fileTypes).join(', ')}`,
  content: 'The file is not what its name says',
  not_a_picture: 'Only pictures stand inside a text',
};

/** What is told of a file. */
export const fileFacts = {
  attachmentId: attachments.attachmentId,
  fileName: attachments.fileName,
  contentType: attachments.contentType,
  size: attachments.size,
  inline: attachments.inline,
};

/** Files of this agent that no entry and no field has yet. */
export function ownUnused(context: AgentContext, ids: readonly string[]) {
  return and(
    eq(attachments.serviceId, serviceOf(context)),
    inArray(attachments.attachmentId, [...ids]),
    eq(attachments.uploadedBy, context.session.agent.usercode),
    isNull(attachments.ticketId),
  );
}

/** Stores a file for what the agent is about to write. Only this agent sees it until then. */
export async function storeUpload(
  tx: Tx,
  context: AgentContext,
  { file, inline }: { readonly file: SentFile; readonly inline: boolean },
): Promise<Attachment> {
  const { name, size, bytes } = file;
  const ending = endingOf(name);
  const problem = fileProblem({ name, size }, inline) ?? (ending && isWhatItSays(ending, bytes) ? null : 'content');
  if (problem || !ending) throw invalid('file', problem ?? 'type', messages[problem ?? 'type']);
  await requireRoom(tx, context, size);
  const attachment = {
    attachmentId: randomHex(16),
    fileName: name,
    contentType: fileTypes[ending],
    size,
    inline,
  };
  await tx.insert(attachments).values({
    serviceId: serviceOf(context),
    ...attachment,
    content: bytes,
    createdAt: context.now,
    uploadedBy: context.session.agent.usercode,
  });
  return attachment;
}

/** What waits takes up room, for as long as a draft names it. */
async function requireRoom(tx: Tx, context: AgentContext, size: number): Promise<void> {
  const [waiting] = await tx
    .select({ bytes: sql<number>`coalesce(sum(${attachments.size}), 0)::float8` })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        eq(attachments.uploadedBy, context.session.agent.usercode),
        isNull(attachments.ticketId),
      ),
    );
  if ((waiting?.bytes ?? 0) + size > fileLimits.waiting)
    throw invalid('file', 'no_room', `At most ${fileLimits.waiting} bytes of files that nothing has yet`);
}

/** The files that a text shows inside it. */
export function shownIn(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/cid:([0-9a-f]{32})/g)].map(([, id = '']) => id));
}

/** Takes files for a file field of a ticket. `was`: what the field held, which stays where it is. */
export async function takeFieldFiles(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  field: string,
  { was, now }: { readonly was: readonly string[]; readonly now: readonly string[] },
): Promise<void> {
  const added = now.filter((id) => !was.includes(id));
  const removed = was.filter((id) => !now.includes(id));
  if (added.length > 0) {
    const taken = await tx
      .update(attachments)
      .set({ ticketId, inline: false })
      .where(ownUnused(context, added))
      .returning({ attachmentId: attachments.attachmentId });
    if (taken.length < added.length)
      throw invalid(field, 'unknown', 'Not files that this agent uploaded and that nothing has yet');
  }
  if (removed.length > 0) {
    await tx
      .delete(attachments)
      .where(
        and(
          eq(attachments.serviceId, serviceOf(context)),
          eq(attachments.ticketId, ticketId),
          isNull(attachments.entryId),
          inArray(attachments.attachmentId, [...removed]),
        ),
      );
  }
}

/** Keeps the files of an unsent text as long as the text: those that are named and those that it shows, if they are there. */
export async function holdForDraft(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  { ids = [], html }: { readonly ids?: readonly string[]; readonly html: string },
): Promise<string[]> {
  const all = [...new Set([...ids, ...shownIn(html)])].slice(0, fileLimits.all);
  if (all.length === 0) return [];
  const held = await tx
    .update(attachments)
    .set({ draftOf: ticketId })
    .where(ownUnused(context, all))
    .returning({ attachmentId: attachments.attachmentId });
  const known = new Set(held.map(({ attachmentId }) => attachmentId));
  return all.filter((id) => known.has(id));
}

/** Unused files of this agent, in the order in which they are named, without those inside the text. */
export async function filesBeside(
  tx: Tx,
  context: AgentContext,
  { ids, html }: { readonly ids: readonly string[]; readonly html: string },
): Promise<Attachment[]> {
  const inside = shownIn(html);
  const beside = ids.filter((id) => !inside.has(id));
  if (beside.length === 0) return [];
  const found = await tx.select(fileFacts).from(attachments).where(ownUnused(context, beside));
  return beside.flatMap((id) => found.find((file) => file.attachmentId === id && !file.inline) ?? []);
}

/** Forgets files whose text was never sent, and is neither a draft nor what a draft was not long ago. */
export async function forgetUploads(tx: Tx, now: number): Promise<void> {
  const version = tx
    .select({ one: sql`1` })
    .from(draftVersions)
    .where(
      and(
        eq(draftVersions.serviceId, attachments.serviceId),
        eq(draftVersions.ticketId, attachments.draftOf),
        eq(draftVersions.usercode, attachments.uploadedBy),
        gte(draftVersions.at, now - versionLifetime),
        sql`${draftVersions.attachmentIds} ? ${attachments.attachmentId}`,
      ),
    );
  const draft = tx
    .select({ one: sql`1` })
    .from(drafts)
    .where(
      and(
        eq(drafts.serviceId, attachments.serviceId),
        eq(drafts.ticketId, attachments.draftOf),
        eq(drafts.usercode, attachments.uploadedBy),
        eq(drafts.ended, false),
        sql`${drafts.attachmentIds} ? ${attachments.attachmentId}`,
      ),
    );
  await tx
    .delete(attachments)
    .where(
      and(
        isNull(attachments.ticketId),
        lt(attachments.createdAt, now - uploadLifetime),
        isNull(attachments.templateId),
        isNull(attachments.articleId),
        or(isNull(attachments.draftOf), and(not(exists(draft)), not(exists(version)))),
      ),
    );
}
