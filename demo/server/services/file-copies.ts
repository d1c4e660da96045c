import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { isAdministrator } from '../../../src/domain/permissions.js';
import type { Tx } from '../db/database.js';
import { articles, attachments, templates } from '../db/schema.js';
import { randomHex } from '../random.js';
import { invalid } from '../refusal.js';
import { publishedNow } from './articles/articles.js';
import { serviceOf, type AgentContext } from './context.js';
import { shownIn } from './uploads.js';

/**
 * Copies the files of an entry, so that its text can be written once more. Answers with the number of each copy by that
 * of the file.
 */
export async function copyUploads(
  tx: Tx,
  context: AgentContext,
  entryId: number,
): Promise<ReadonlyMap<string, string>> {
  const ofEntry = and(eq(attachments.serviceId, serviceOf(context)), eq(attachments.entryId, entryId));
  const files = await tx.select({ attachmentId: attachments.attachmentId }).from(attachments).where(ofEntry);
  return copyFiles(
    tx,
    context,
    files.map(({ attachmentId }) => attachmentId),
    {},
  );
}

/** The files of a template. */
function ofTemplate(context: AgentContext, templateId: number) {
  return and(eq(attachments.serviceId, serviceOf(context)), eq(attachments.templateId, templateId));
}

/**
 * Gives a template copies of the pictures that its text shows, and takes away those that it shows no more. Answers with
 * the text that shows the copies. Any picture that the agent sees will do: one that was just uploaded, one of an answer.
 */
export async function keepForTemplate(
  tx: Tx,
  context: AgentContext,
  templateId: number,
  html: string,
): Promise<string> {
  const wanted = [...shownIn(html)];
  const own = await tx
    .select({ attachmentId: attachments.attachmentId })
    .from(attachments)
    .where(ofTemplate(context, templateId));
  const known = new Set(own.map(({ attachmentId }) => attachmentId));
  const gone = [...known].filter((id) => !wanted.includes(id));
  if (gone.length > 0)
    await tx.delete(attachments).where(and(ofTemplate(context, templateId), inArray(attachments.attachmentId, gone)));
  const added = wanted.filter((id) => !known.has(id));
  const copies = await copyFiles(tx, context, added, { templateId });
  if (copies.size < added.length) throw invalid('html', 'unknown_file', 'A picture of the text is not there any more');
  return withCopies(html, copies);
}

/** Copies the pictures of a template for the text that this agent is writing. */
export async function lendPictures(tx: Tx, context: AgentContext, html: string): Promise<string> {
  return withCopies(html, await copyFiles(tx, context, [...shownIn(html)], {}));
}

export async function forgetTemplateFiles(tx: Tx, context: AgentContext, templateId: number): Promise<void> {
  await tx.delete(attachments).where(ofTemplate(context, templateId));
}

/** A text that shows copies where it showed files. */
export function withCopies(html: string, copies: ReadonlyMap<string, string>): string {
  return html.replace(/\bcid:([0-9a-f]{32})(?=")/g, (cid, id: string) => {
    const copy = copies.get(id);
    return copy ? `cid:${copy}` : cid;
  });
}

/** Files that this agent may read: those of tickets, of templates and notices that the agent sees, and own ones. */
export function readableBy(context: AgentContext) {
  const { usercode } = context.session.agent;
  return and(
    eq(attachments.serviceId, serviceOf(context)),
    or(
      isNotNull(attachments.ticketId),
      eq(attachments.uploadedBy, usercode),
      sql`exists (select 1 from ${templates} where ${templates.serviceId} = ${attachments.serviceId}
        and ${templates.templateId} = ${attachments.templateId}
        and (${templates.owner} is null or ${templates.owner} = ${usercode}))`,
      sql`exists (select 1 from ${articles} where ${articles.serviceId} = ${attachments.serviceId}
        and ${articles.articleId} = ${attachments.articleId}
        and (${isAdministrator(context.session.agent)}::boolean or (${publishedNow(context)})))`,
    ),
  );
}

/** Copies files that the agent may read, for a template or for what the agent writes. Tells the copy of each. */
async function copyFiles(
  tx: Tx,
  context: AgentContext,
  ids: readonly string[],
  { templateId }: { readonly templateId?: number },
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .select({ attachmentId: attachments.attachmentId })
    .from(attachments)
    .where(and(readableBy(context), inArray(attachments.attachmentId, [...ids])));
  const copies = new Map(found.map(({ attachmentId }) => [attachmentId, randomHex(16)]));
  const uploader = templateId === undefined ? context.session.agent.usercode : null;
  for (const [from, to] of copies) {
    await tx.execute(sql`insert into ${attachments}
      (service_id, attachment_id, file_name, content_type, size, inline, content, created_at, uploaded_by, template_id)
      select service_id, ${to}, file_name, content_type, size, inline, content, ${context.now}::bigint,
        ${uploader}, ${templateId ?? null}::integer
      from ${attachments} where service_id = ${serviceOf(context)} and attachment_id = ${from}`);
  }
  return copies;
}
