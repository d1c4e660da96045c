import { and, eq, gt, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Language } from '../../../../src/domain/types.js';
import { calendarDay } from '../../../../src/util/time-zone.js';
import { articles, type ArticleText } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

export type ArticleRow = typeof articles.$inferSelect;

/** Articles of a service that are told at this moment: no drafts, and only in their period. */
export function publishedNow(context: AgentContext | ServiceContext): SQL | undefined {
  return and(
    eq(articles.serviceId, serviceOf(context)),
    eq(articles.published, true),
    lte(articles.fromAt, context.now),
    or(isNull(articles.untilAt), gt(articles.untilAt, context.now)),
  );
}

/** An article as it is told in a language: where it is not written in that one, in the language of the service. */
export function toldIn(language: Language, usual: Language): SQL<ArticleText> {
  return sql<ArticleText>`coalesce(${articles.texts} -> ${language}::text, ${articles.texts} -> ${usual}::text)`;
}

/** The day of a moment on the calendar of a zone, as `2026-11-22`. */
export function dayOf(moment: number, timeZone: string): string {
  return new Date(calendarDay(moment, timeZone)).toISOString().slice(0, 10);
}
