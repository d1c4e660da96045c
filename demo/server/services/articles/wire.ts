import type { Language } from '../../../../src/domain/types.js';
import { styledHtml } from '../mail/inline-styles.js';
import type { ArticleRow } from './articles.js';
import type { KeptArticle } from './keep.js';
import type { ArticleTexts } from './texts.js';

/** Where an article stands at a moment: `reserved` means that its period is still to come. */
function stateOf({ published, fromAt, untilAt }: ArticleRow, now: number): 'draft' | 'reserved' | 'open' | 'over' {
  if (!published) return 'draft';
  if (now < fromAt) return 'reserved';
  return untilAt !== null && now >= untilAt ? 'over' : 'open';
}

function textsOf({ texts }: ArticleRow): ArticleTexts {
  const entries = Object.entries(texts).map(([language, text]) => [
    language,
    { title: text.title, html: styledHtml(text) },
  ]);
  return Object.fromEntries(entries) as Partial<Record<Language, { title: string; html: string }>>;
}

function factsOf({ row, files }: KeptArticle, now: number) {
  const { version, published, fromAt, untilAt, readCount, createdAt, updatedAt } = row;
  return {
    version,
    state: stateOf(row, now),
    published,
    from: fromAt,
    until: untilAt,
    texts: textsOf(row),
    attachments: files,
    readCount,
    createdAt,
    updatedAt,
  };
}

/** A notice as administrators are told it. */
export function adminNoticeOf(kept: KeptArticle, now: number) {
  const { articleId, audience, labelId, tagIds, top, displayedOn } = kept.row;
  return {
    noticeId: articleId,
    audience,
    headingId: labelId,
    tagIds,
    pinned: top,
    displayedOn,
    ...factsOf(kept, now),
  };
}

/** An answer to a frequent question as administrators are told it. */
export function adminFaqOf(kept: KeptArticle, now: number) {
  const { articleId, labelId, top, recommended } = kept.row;
  return { helpDocId: articleId, categoryId: labelId, pinned: top, recommended, ...factsOf(kept, now) };
}
