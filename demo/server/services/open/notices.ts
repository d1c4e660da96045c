import type { Tx } from '../../db/database.js';
import { articles } from '../../db/schema.js';
import type { OpenPage } from '../../http/open-envelope.js';
import { dayOf } from '../articles/articles.js';
import type { ServiceContext } from '../context.js';
import { filesOfArticle, listArticles, readArticle, type ArticleFile, type ToldArticle } from './articles.js';
import { placedLabels, tagNames } from './labels.js';
import { orderOf } from './sort.js';
import { toldLanguage } from './told-language.js';
import { nameIn } from './tree.js';

export interface OpenNoticeQuery {
  readonly language?: string | undefined;
  readonly categoryId?: number | undefined;
  readonly tagId?: number | undefined;
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

interface NoticeFacts {
  noticeId: number;
  categoryId: number | null;
  isTop: boolean;
  title: string;
  content: string;
  displayDt: string;
  updatedDt: number;
  categoryName: string | null;
  isNew: boolean;
}

export interface OpenNotice extends NoticeFacts {
  tagStr: string;
}

export interface OpenNoticeDetail extends NoticeFacts {
  attachmentYn: 'Y' | 'N';
  readCnt: number;
  attachments: ArticleFile[];
  tags: { tagId: number; tag: string }[];
}

const sortColumns = {
  isTop: articles.top,
  createdDt: articles.createdAt,
  updatedDt: articles.updatedAt,
  displayDt: articles.displayedOn,
};

/** What a notice says of itself in a list and alone; its heading and its tags are looked up by number. */
async function tellerOf(tx: Tx, context: ServiceContext, asked: string | undefined) {
  const usual = context.service.language;
  const language = toldLanguage(context, asked);
  const headings = await placedLabels(tx, context, 'heading');
  const tags = await tagNames(tx, context, language);
  const today = dayOf(context.now, context.service.timeZone);
  const facts = ({ articleId, labelId, top, told, displayedOn, updatedAt }: ToldArticle): NoticeFacts => {
    const heading = labelId === null ? undefined : headings.get(labelId);
    return {
      noticeId: articleId,
      categoryId: labelId,
      isTop: top,
      title: told.title,
      content: told.html,
      displayDt: displayedOn.replaceAll('-', '.'),
      updatedDt: updatedAt,
      categoryName: heading ? nameIn(heading.names, language, usual) : null,
      isNew: displayedOn === today,
    };
  };
  const tagsOf = ({ tagIds }: ToldArticle) => tagIds.map((tagId) => ({ tagId, tag: tags.get(tagId) ?? '' }));
  return { language, facts, tagsOf };
}

/** One page of the notices to customers. */
export async function listOpenNotices(
  tx: Tx,
  context: ServiceContext,
  { language: asked, categoryId, tagId, query, sort, page, pageSize }: OpenNoticeQuery,
): Promise<OpenPage<OpenNotice>> {
  const { language, facts, tagsOf } = await tellerOf(tx, context, asked);
  const found = await listArticles(tx, context, {
    kind: 'notice',
    language,
    labelId: categoryId,
    tagId,
    words: query,
    order: orderOf(sort, 'isTop:desc,displayDt:desc,updatedDt:desc', sortColumns, articles.articleId),
    page,
    pageSize,
  });
  const contents = found.articles.map((notice) => ({
    ...facts(notice),
    tagStr: tagsOf(notice)
      .map(({ tag }) => tag)
      .join(','),
  }));
  return { contents, total: found.total, pageNum: page, pageSize };
}

/** One notice to customers; that it was read is counted. */
export async function readOpenNotice(
  tx: Tx,
  context: ServiceContext,
  { id, language: asked }: { readonly id: number; readonly language?: string | undefined },
): Promise<OpenNoticeDetail> {
  const { language, facts, tagsOf } = await tellerOf(tx, context, asked);
  const notice = await readArticle(tx, context, 'notice', id, language);
  const attachments = await filesOfArticle(tx, context, id);
  return {
    ...facts(notice),
    attachmentYn: attachments.length > 0 ? 'Y' : 'N',
    readCnt: notice.readCount,
    attachments,
    tags: tagsOf(notice),
  };
}
