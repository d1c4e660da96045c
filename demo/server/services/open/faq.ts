import type { Tx } from '../../db/database.js';
import { articles } from '../../db/schema.js';
import type { OpenPage } from '../../http/open-envelope.js';
import { dayOf } from '../articles/articles.js';
import type { ServiceContext } from '../context.js';
import { filesOfArticle, listArticles, readArticle, type ArticleFile, type ToldArticle } from './articles.js';
import { placedLabels } from './labels.js';
import { orderOf } from './sort.js';
import { toldLanguage } from './told-language.js';
import { nameIn, openNodeOf, type OpenNode } from './tree.js';

export interface OpenFaqQuery {
  readonly language?: string | undefined;
  readonly categoryId?: number | undefined;
  readonly query?: string | undefined;
  readonly sort?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

interface FaqFacts {
  helpDocId: number;
  title: string;
  content: string;
  isRecommend: boolean;
  isTop: boolean;
  createdDt: number;
  updatedDt: number;
  categoryId: number | null;
  categoryName: string | null;
  isNew: boolean;
}

export interface OpenFaq extends FaqFacts {
  readCnt: null;
  attachmentYn: null;
  parentCategoryList: null;
  category: null;
  categoryFullName: null;
  attachments: null;
}

export interface OpenFaqDetail extends FaqFacts {
  readCnt: number;
  attachmentYn: 'Y' | 'N';
  parentCategoryList: OpenNode[];
  category: Omit<OpenNode, 'path' | 'orderNo'> | null;
  categoryFullName: string | null;
  attachments: ArticleFile[];
}

const sortColumns = {
  isTop: articles.top,
  isRecommend: articles.recommended,
  createdDt: articles.createdAt,
  updatedDt: articles.updatedAt,
};

/** What an answer says of itself in a list and alone; its category is looked up by number. */
async function tellerOf(tx: Tx, context: ServiceContext, asked: string | undefined) {
  const usual = context.service.language;
  const language = toldLanguage(context, asked);
  const categories = await placedLabels(tx, context, 'faq');
  const today = dayOf(context.now, context.service.timeZone);
  const facts = ({ articleId, labelId, told, ...article }: ToldArticle): FaqFacts => {
    const category = labelId === null ? undefined : categories.get(labelId);
    return {
      helpDocId: articleId,
      title: told.title,
      content: told.html,
      isRecommend: article.recommended,
      isTop: article.top,
      createdDt: article.createdAt,
      updatedDt: article.updatedAt,
      categoryId: labelId,
      categoryName: category ? nameIn(category.names, language, usual) : null,
      isNew: dayOf(article.createdAt, context.service.timeZone) === today,
    };
  };
  /** The categories from the top down to that of an article. */
  const categoriesOf = ({ labelId }: ToldArticle): OpenNode[] => {
    const category = labelId === null ? undefined : categories.get(labelId);
    if (!category) return [];
    return [...category.above.map(({ id }) => categories.get(id)), category].flatMap((one) =>
      one ? [openNodeOf(one, language, usual)] : [],
    );
  };
  return { language, facts, categoriesOf };
}

/** One page of the answers to frequent questions. */
export async function listOpenFaq(
  tx: Tx,
  context: ServiceContext,
  { language: asked, categoryId, query, sort, page, pageSize }: OpenFaqQuery,
): Promise<OpenPage<OpenFaq>> {
  const { language, facts } = await tellerOf(tx, context, asked);
  const usual = categoryId === undefined ? 'isTop:desc,updatedDt:desc' : 'isTop:desc,isRecommend:desc,updatedDt:desc';
  const found = await listArticles(tx, context, {
    kind: 'faq',
    language,
    labelId: categoryId,
    words: query,
    order: orderOf(sort, usual, sortColumns, articles.articleId),
    page,
    pageSize,
  });
  const contents = found.articles.map((article) => ({
    ...facts(article),
    readCnt: null,
    attachmentYn: null,
    parentCategoryList: null,
    category: null,
    categoryFullName: null,
    attachments: null,
  }));
  return { contents, total: found.total, pageNum: page, pageSize };
}

/** One answer to a frequent question; that it was read is counted. */
export async function readOpenFaq(
  tx: Tx,
  context: ServiceContext,
  { id, language: asked }: { readonly id: number; readonly language?: string | undefined },
): Promise<OpenFaqDetail> {
  const { language, facts, categoriesOf } = await tellerOf(tx, context, asked);
  const article = await readArticle(tx, context, 'faq', id, language);
  const attachments = await filesOfArticle(tx, context, id);
  const parentCategoryList = categoriesOf(article);
  const own = parentCategoryList.at(-1);
  return {
    ...facts(article),
    readCnt: article.readCount,
    attachmentYn: attachments.length > 0 ? 'Y' : 'N',
    parentCategoryList,
    category: own
      ? {
          categoryId: own.categoryId,
          parent: own.parent,
          name: own.name,
          level: own.level,
          languages: own.languages,
        }
      : null,
    categoryFullName: own ? parentCategoryList.map(({ name }) => name).join('>') : null,
    attachments,
  };
}
