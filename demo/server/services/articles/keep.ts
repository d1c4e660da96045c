import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Attachment } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { articleReads, articles, contentLabels } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { requireAdministrator, requireVersion } from '../admin/administrators.js';
import { requireLanguages } from '../admin/names.js';
import { takeTurn } from '../admin/turns.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { emit } from '../events.js';
import { dayOf, type ArticleRow } from './articles.js';
import { filesBesideArticles, forgetArticleFiles, keepArticleFiles } from './files.js';
import type { LabelKind } from './labels.js';
import { viewsOf } from './views.js';
import { shownInTexts, storedTexts, type ArticleTexts } from './texts.js';

/** What is told to keep an article. */
export interface ArticleValues {
  readonly audience: ArticleRow['audience'];
  readonly labelId: number | null;
  readonly tagIds: readonly number[];
  readonly top: boolean;
  readonly recommended: boolean;
  readonly published: boolean;
  readonly from: number;
  readonly until: number | null;
  /** Null for the day on which its period begins. */
  readonly displayedOn: string | null;
  readonly texts: ArticleTexts;
  readonly attachmentIds: readonly string[];
}

/** An article with the files beside it. */
export interface KeptArticle {
  readonly row: ArticleRow;
  readonly files: readonly Attachment[];
}

export interface ArticlePage {
  readonly kept: readonly KeptArticle[];
  readonly next: string | null;
  readonly total: number;
}

type Kind = ArticleRow['kind'];

/** Most articles of a kind in one service. */
const most = 5_000;

const labelFields = { notice: 'headingId', faq: 'categoryId' } as const;
const labelKinds = { notice: 'heading', faq: 'faq' } as const satisfies Record<Kind, LabelKind>;

function ofKind(context: AgentContext, kind: Kind) {
  return and(eq(articles.serviceId, serviceOf(context)), eq(articles.kind, kind));
}

/** One page of the articles of a kind, drafts too, the newest first. */
export async function listKept(
  tx: Tx,
  context: AgentContext,
  kind: Kind,
  {
    cursor,
    limit,
    audience,
  }: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly audience?: ArticleRow['audience'] | undefined;
  },
): Promise<ArticlePage> {
  requireAdministrator(context);
  const all = and(ofKind(context, kind), audience ? eq(articles.audience, audience) : undefined);
  const rows = await tx
    .select()
    .from(articles)
    .where(and(all, cursor === undefined ? undefined : lt(articles.articleId, Math.min(Number(cursor), 2_147_483_647))))
    .orderBy(desc(articles.articleId))
    .limit(limit + 1);
  const told = rows.slice(0, limit);
  return {
    kept: await withFiles(tx, context, told),
    next: rows.length > limit ? String(told.at(-1)?.articleId) : null,
    total: await tx.$count(articles, all),
  };
}

async function withFiles(tx: Tx, context: AgentContext, rows: readonly ArticleRow[]): Promise<KeptArticle[]> {
  const ids = rows.map(({ articleId }) => articleId);
  const files = await filesBesideArticles(tx, context, ids);
  const views = await viewsOf(tx, context, ids);
  return rows.map((row) => ({
    row: { ...row, readCount: row.readCount + (views.get(row.articleId) ?? 0) },
    files: files.get(row.articleId) ?? [],
  }));
}

async function keptArticle(tx: Tx, context: AgentContext, row: ArticleRow): Promise<KeptArticle> {
  const [kept] = await withFiles(tx, context, [row]);
  if (!kept) throw new Error('One article is kept for one row');
  return kept;
}

async function requireLabels(tx: Tx, context: AgentContext, kind: Kind, values: ArticleValues): Promise<void> {
  const { labelId, tagIds } = values;
  const ids = [...(labelId === null ? [] : [labelId]), ...tagIds];
  if (ids.length === 0) return;
  const found = await tx
    .select({ labelId: contentLabels.labelId, kind: contentLabels.kind })
    .from(contentLabels)
    .where(and(eq(contentLabels.serviceId, serviceOf(context)), inArray(contentLabels.labelId, ids)));
  const kinds = new Map(found.map((label) => [label.labelId, label.kind]));
  if (labelId !== null && kinds.get(labelId) !== labelKinds[kind])
    throw invalid(labelFields[kind], 'unknown', 'There is none with this number: choose one of the list, or none');
  const unknown = tagIds.findIndex((id) => kinds.get(id) !== 'tag');
  if (unknown >= 0)
    throw invalid(`tagIds.${unknown}`, 'unknown', 'There is no tag with this number: choose one of the list');
}

/** What is stored of the values that were told. */
async function checked(tx: Tx, context: AgentContext, kind: Kind, values: ArticleValues) {
  const { audience, labelId, tagIds, top, recommended, published, from, until } = values;
  requireLanguages(context, 'texts', values.texts);
  if (until !== null && until <= from)
    throw invalid('until', 'before_from', 'Choose a later moment than that from which it is told, or none');
  // No label may go while it is being used.
  await takeTurn(tx, context, 'labels');
  await requireLabels(tx, context, kind, values);
  return {
    audience,
    labelId,
    tagIds: [...new Set(tagIds)],
    top,
    recommended,
    published,
    fromAt: from,
    untilAt: until,
    displayedOn: values.displayedOn ?? dayOf(from, context.session.service.timeZone),
    texts: storedTexts(values.texts),
  };
}

export async function addArticle(
  tx: Tx,
  context: AgentContext,
  kind: Kind,
  values: ArticleValues,
): Promise<KeptArticle> {
  requireAdministrator(context);
  const stored = await checked(tx, context, kind, values);
  if ((await tx.$count(articles, ofKind(context, kind))) >= most)
    throw invalid('texts', 'too_many', `There are ${most} already: remove some that nobody needs any more`);
  const [row] = await tx
    .insert(articles)
    .values({ serviceId: serviceOf(context), kind, ...stored, createdAt: context.now, updatedAt: context.now })
    .returning();
  if (!row) throw new Error('An inserted article is there');
  return kept(tx, context, row, values);
}

/** One of a kind, held until the transaction ends. */
async function lockArticle(tx: Tx, context: AgentContext, kind: Kind, articleId: number): Promise<ArticleRow> {
  const [row] = await tx
    .select()
    .from(articles)
    .where(and(ofKind(context, kind), eq(articles.articleId, articleId)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

export interface ArticleVersion {
  readonly articleId: number;
  readonly expectedVersion: number;
  /** How it is told to an administrator whose version is not the one that is there. */
  readonly wire: (kept: KeptArticle) => object;
}

async function lockVersion(
  tx: Tx,
  context: AgentContext,
  kind: Kind,
  { articleId, expectedVersion, wire }: ArticleVersion,
): Promise<ArticleRow> {
  requireAdministrator(context);
  const row = await lockArticle(tx, context, kind, articleId);
  if (row.version !== expectedVersion) requireVersion(row, expectedVersion, wire(await keptArticle(tx, context, row)));
  return row;
}

export async function changeArticle(
  tx: Tx,
  context: AgentContext,
  kind: Kind,
  version: ArticleVersion,
  values: ArticleValues,
): Promise<KeptArticle> {
  const before = await lockVersion(tx, context, kind, version);
  const stored = await checked(tx, context, kind, values);
  const [row] = await tx
    .update(articles)
    .set({ ...stored, version: before.version + 1, updatedAt: context.now })
    .where(and(ofKind(context, kind), eq(articles.articleId, before.articleId)))
    .returning();
  if (!row) throw new Error('A locked article is there');
  if (before.audience === 'agents' && row.audience !== 'agents') await emit(tx, context, { topic: 'notice' });
  return kept(tx, context, row, values);
}

/** What goes with every article that was added or changed. */
async function kept(tx: Tx, context: AgentContext, row: ArticleRow, values: ArticleValues): Promise<KeptArticle> {
  const { articleId, kind, audience, version, published } = row;
  const shown = shownInTexts(row.texts);
  await keepArticleFiles(tx, context, articleId, { beside: values.attachmentIds, shown });
  await audit(tx, context, { kind: 'article_kept', data: { what: kind, id: articleId, version, audience, published } });
  if (audience === 'agents') await emit(tx, context, { topic: 'notice' });
  return keptArticle(tx, context, row);
}

export async function removeArticle(tx: Tx, context: AgentContext, kind: Kind, args: ArticleVersion): Promise<number> {
  const { articleId, audience, version } = await lockVersion(tx, context, kind, args);
  const serviceId = serviceOf(context);
  await forgetArticleFiles(tx, context, articleId);
  await tx
    .delete(articleReads)
    .where(and(eq(articleReads.serviceId, serviceId), eq(articleReads.articleId, articleId)));
  await tx.delete(articles).where(and(ofKind(context, kind), eq(articles.articleId, articleId)));
  await audit(tx, context, { kind: 'article_removed', data: { what: kind, id: articleId, version } });
  if (audience === 'agents') await emit(tx, context, { topic: 'notice' });
  return articleId;
}
