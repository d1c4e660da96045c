import { and, desc, eq, sql } from 'drizzle-orm';
import type { Notice } from '../../../../src/domain/notices.js';
import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { articleReads, articles } from '../../db/schema.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { emit } from '../events.js';
import { publishedNow, toldIn } from './articles.js';

/** Most notices that are told at once. */
const most = 50;

function forAgents(context: AgentContext) {
  return and(publishedNow(context), eq(articles.kind, 'notice'), eq(articles.audience, 'agents'));
}

/** Notices to the agents that are pinned, in their period, the newest first. */
export async function readPinned(
  tx: Tx,
  context: AgentContext,
  language: Language | undefined,
): Promise<readonly Notice[]> {
  const { agent, service } = context.session;
  const rows = await tx
    .select({
      noticeId: articles.articleId,
      told: toldIn(language ?? service.language, service.language),
      pinned: articles.top,
      from: articles.fromAt,
      until: articles.untilAt,
      updatedAt: articles.updatedAt,
      read: sql<boolean>`coalesce(${articleReads.seen} >= ${articles.updatedAt}, false)`,
    })
    .from(articles)
    .leftJoin(
      articleReads,
      and(
        eq(articleReads.serviceId, articles.serviceId),
        eq(articleReads.articleId, articles.articleId),
        eq(articleReads.usercode, agent.usercode),
      ),
    )
    .where(and(forAgents(context), eq(articles.top, true)))
    .orderBy(desc(articles.displayedOn), desc(articles.updatedAt), desc(articles.articleId))
    .limit(most);
  return rows.map(({ told: { title, html, styles }, ...row }) => ({ ...row, title, html, styles }));
}

/**
 * Notes that the agent has read a notice as it was when it was changed last, or at the time that is told. What was changed
 * since is unread.
 */
export async function markRead(
  tx: Tx,
  context: AgentContext,
  { noticeId, updatedAt }: { readonly noticeId: number; readonly updatedAt?: number | undefined },
): Promise<{ noticeId: number; read: boolean }> {
  const serviceId = serviceOf(context);
  const { usercode } = context.session.agent;
  const [notice] = await tx
    .select({ updatedAt: articles.updatedAt })
    .from(articles)
    .where(and(forAgents(context), eq(articles.articleId, noticeId)));
  if (!notice) throw notFound();
  const seen = Math.min(updatedAt ?? notice.updatedAt, notice.updatedAt);
  const [kept] = await tx
    .insert(articleReads)
    .values({ serviceId, articleId: noticeId, usercode, seen, at: context.now })
    .onConflictDoUpdate({
      target: [articleReads.serviceId, articleReads.articleId, articleReads.usercode],
      set: { seen: sql`greatest(${articleReads.seen}, excluded.seen)`, at: context.now },
    })
    .returning({ seen: articleReads.seen });
  await emit(tx, context, { topic: 'notice', audience: usercode });
  return { noticeId, read: (kept?.seen ?? 0) >= notice.updatedAt };
}
