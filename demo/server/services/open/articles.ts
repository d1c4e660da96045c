import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { articleForms, articles, articleViews, attachments, type ArticleText } from '../../db/schema.js';
import type { OpenFile } from '../../http/open-file.js';
import { notFound } from '../../refusal.js';
import { publishedNow, toldIn, type ArticleRow } from '../articles/articles.js';
import { viewsOf } from '../articles/views.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { styledHtml } from '../mail/inline-styles.js';

export type ArticleKind = ArticleRow['kind'];

/** An article as customers are told it: in one language, with its files named by their addresses. */
export interface ToldArticle extends Omit<ArticleRow, 'texts'> {
  readonly told: ArticleText;
}

/** Where the files of articles of a kind stand in the Open API. */
const folders: Readonly<Record<ArticleKind, string>> = { notice: 'notice', faq: 'helpdoc' };

/** What customers may read of a kind at this moment. */
export function forCustomers(context: ServiceContext, kind: ArticleKind): SQL | undefined {
  return and(publishedNow(context), eq(articles.kind, kind), eq(articles.audience, 'customers'));
}

function columnsIn(context: ServiceContext, language: Language) {
  return {
    serviceId: articles.serviceId,
    articleId: articles.articleId,
    kind: articles.kind,
    audience: articles.audience,
    labelId: articles.labelId,
    tagIds: articles.tagIds,
    top: articles.top,
    recommended: articles.recommended,
    published: articles.published,
    fromAt: articles.fromAt,
    untilAt: articles.untilAt,
    displayedOn: articles.displayedOn,
    readCount: articles.readCount,
    version: articles.version,
    createdAt: articles.createdAt,
    updatedAt: articles.updatedAt,
    told: toldIn(language, context.service.language),
  };
}

function withAddresses(context: ServiceContext, article: ToldArticle): ToldArticle {
  const folder = `/${serviceOf(context)}/api/v2/${folders[article.kind]}/attachments/`;
  const html = styledHtml(article.told).replace(/\bcid:([0-9a-f]{32})(?=")/g, (_cid, id: string) => `${folder}${id}`);
  return { ...article, told: { ...article.told, html } };
}

/** Articles whose title or beginning holds some words, in the language in which they are told. */
function holding(words: string, context: ServiceContext, language: Language): SQL {
  const formIn = (one: Language) => sql`(select ${articleForms.form} from ${articleForms}
    where ${articleForms.serviceId} = ${articles.serviceId} and ${articleForms.articleId} = ${articles.articleId}
      and ${articleForms.language} = ${one})`;
  return sql`position(search_form(${words}) in coalesce(${formIn(language)}, ${formIn(context.service.language)})) > 0`;
}

export interface ArticleQuery {
  readonly kind: ArticleKind;
  readonly language: Language;
  readonly labelId?: number | undefined;
  readonly tagId?: number | undefined;
  readonly words?: string | undefined;
  readonly order: readonly SQL[];
  readonly page: number;
  readonly pageSize: number;
}

/** One page of what customers may read. */
export async function listArticles(
  tx: Tx,
  context: ServiceContext,
  { kind, language, labelId, tagId, words, order, page, pageSize }: ArticleQuery,
): Promise<{ readonly articles: readonly ToldArticle[]; readonly total: number }> {
  const where = and(
    forCustomers(context, kind),
    labelId === undefined ? undefined : eq(articles.labelId, labelId),
    tagId === undefined ? undefined : sql`${articles.tagIds} @> ${JSON.stringify([tagId])}::jsonb`,
    words ? holding(words, context, language) : undefined,
  );
  const total = await tx.$count(articles, where);
  const rows = await tx
    .select(columnsIn(context, language))
    .from(articles)
    .where(where)
    .orderBy(...order)
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { articles: rows.map((row) => withAddresses(context, row)), total };
}

/** One article, read once more. That is noted beside it: readers do not wait for each other. */
export async function readArticle(
  tx: Tx,
  context: ServiceContext,
  kind: ArticleKind,
  articleId: number,
  language: Language,
): Promise<ToldArticle> {
  const [row] = await tx
    .select(columnsIn(context, language))
    .from(articles)
    .where(and(forCustomers(context, kind), eq(articles.articleId, articleId)));
  if (!row) throw notFound();
  await tx.insert(articleViews).values({ serviceId: serviceOf(context), articleId });
  const notAdded = await viewsOf(tx, context, [articleId]);
  return withAddresses(context, { ...row, readCount: row.readCount + (notAdded.get(articleId) ?? 0) });
}

export interface ArticleFile {
  attachmentId: string;
  fileName: string;
  contentType: string;
  size: number;
}

/** The files beside an article; the pictures in its text are not among them. */
export async function filesOfArticle(tx: Tx, context: ServiceContext, articleId: number): Promise<ArticleFile[]> {
  const { attachmentId, fileName, contentType, size } = attachments;
  return tx
    .select({ attachmentId, fileName, contentType, size })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        eq(attachments.articleId, articleId),
        eq(attachments.inline, false),
      ),
    )
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
}

/** A file of something that customers may read at this moment. */
export async function readArticleFile(
  tx: Tx,
  context: ServiceContext,
  kind: ArticleKind,
  { id, type }: { readonly id: string; readonly type: OpenFile['type'] },
): Promise<OpenFile> {
  const readable = tx.select({ articleId: articles.articleId }).from(articles).where(forCustomers(context, kind));
  const [file] = await tx
    .select({
      fileName: attachments.fileName,
      contentType: attachments.contentType,
      content: attachments.content,
    })
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        eq(attachments.attachmentId, id),
        inArray(attachments.articleId, readable),
      ),
    );
  if (!file) throw notFound();
  return { ...file, type };
}
