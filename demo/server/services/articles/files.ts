import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Attachment } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { fileFacts, ownUnused } from '../uploads.js';

function ofArticle(context: AgentContext, articleId: number) {
  return and(eq(attachments.serviceId, serviceOf(context)), eq(attachments.articleId, articleId));
}

/** The files beside some articles, by the number of the article. */
export async function filesBesideArticles(
  tx: Tx,
  context: AgentContext,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, Attachment[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await tx
    .select({ ...fileFacts, articleId: attachments.articleId })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        inArray(attachments.articleId, [...articleIds]),
        eq(attachments.inline, false),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
  const files = new Map<number, Attachment[]>();
  for (const { articleId, ...file } of rows) {
    if (articleId !== null) files.set(articleId, [...(files.get(articleId) ?? []), file]);
  }
  return files;
}

/**
 * Gives an article the files beside it and those in its texts, and takes away the others that it had. A file is told to
 * whoever reads the article, so only what the agent uploaded for it will do.
 */
export async function keepArticleFiles(
  tx: Tx,
  context: AgentContext,
  articleId: number,
  { beside, shown }: { readonly beside: readonly string[]; readonly shown: ReadonlySet<string> },
): Promise<void> {
  const wanted = [...new Set([...beside, ...shown])];
  const before = await tx
    .select({ attachmentId: attachments.attachmentId })
    .from(attachments)
    .where(ofArticle(context, articleId));
  const had = new Set(before.map(({ attachmentId }) => attachmentId));
  const gone = [...had].filter((id) => !wanted.includes(id));
  if (gone.length > 0)
    await tx.delete(attachments).where(and(ofArticle(context, articleId), inArray(attachments.attachmentId, gone)));
  for (const inline of [false, true]) {
    const ids = wanted.filter((id) => shown.has(id) === inline);
    if (ids.length === 0) continue;
    const kept = await tx
      .update(attachments)
      .set({ articleId, inline, uploadedBy: null, draftOf: null })
      .where(or(and(ofArticle(context, articleId), inArray(attachments.attachmentId, ids)), ownUnused(context, ids)))
      .returning({ attachmentId: attachments.attachmentId });
    if (kept.length < ids.length)
      throw invalid(
        inline ? 'texts' : 'attachmentIds',
        'unknown',
        'Upload the file once more: it is not one that you uploaded and that nothing has yet',
      );
  }
}

export async function forgetArticleFiles(tx: Tx, context: AgentContext, articleId: number): Promise<void> {
  await tx.delete(attachments).where(ofArticle(context, articleId));
}
