import { and, count, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { articleViews } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

/** Readings added at once. */
const batch = 20_000;

/** Readings of some articles that are not added to them yet. */
export async function viewsOf(
  tx: Tx,
  context: AgentContext | ServiceContext,
  articleIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (articleIds.length === 0) return new Map();
  const rows = await tx
    .select({ articleId: articleViews.articleId, views: count() })
    .from(articleViews)
    .where(and(eq(articleViews.serviceId, serviceOf(context)), inArray(articleViews.articleId, [...articleIds])))
    .groupBy(articleViews.articleId);
  return new Map(rows.map(({ articleId, views }) => [articleId, views]));
}

/** Adds noted readings to their articles; those of articles that are gone go, too. */
export async function addViews(tx: Tx): Promise<void> {
  await tx.execute(sql`with taken as (
      delete from article_views where ctid = any (array(select ctid from article_views limit ${batch} for update skip locked))
      returning service_id, article_id
    ), counted as (select service_id, article_id, count(*)::integer as views from taken group by 1, 2)
    update articles set read_count = read_count + counted.views from counted
    where articles.service_id = counted.service_id and articles.article_id = counted.article_id`);
}
