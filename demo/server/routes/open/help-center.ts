import type { Api } from '../../api.js';
import { openFilePath, openFileQuery } from '../../contract/open/common.js';
import { openNode } from '../../contract/open/form.js';
import {
  articlePath,
  faqListQuery,
  inLanguage,
  noticeListQuery,
  openFaq,
  openFaqDetail,
  openNotice,
  openNoticeDetail,
  openService,
  openTag,
  tagQuery,
} from '../../contract/open/help-center.js';
import { readArticleFile, type ArticleKind } from '../../services/open/articles.js';
import { listOpenFaq, readOpenFaq } from '../../services/open/faq.js';
import { readOpenLabels, readOpenTags } from '../../services/open/labels.js';
import { listOpenNotices, readOpenNotice } from '../../services/open/notices.js';
import { readOpenService } from '../../services/open/service.js';
import { open } from './endpoint.js';

/** What a help center tells anybody. */
export function helpCenterRoutes(api: Api): void {
  open(
    api,
    { method: 'get', path: '/api/v2/service.json', summary: 'The service', answer: { content: openService } },
    readOpenService,
  );
  noticeRoutes(api);
  faqRoutes(api);
}

function noticeRoutes(api: Api): void {
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/notice/categories.json',
      summary: 'Headings of notices',
      query: inLanguage,
      answer: { contents: openNode },
    },
    (tx, context, { query }) => readOpenLabels(tx, context, 'heading', query.language),
  );
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/notice/tags.json',
      summary: 'Tags of notices',
      query: tagQuery,
      answer: { contents: openTag },
    },
    (tx, context, { query }) => readOpenTags(tx, context, query.language),
  );
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/notice/list.json',
      summary: 'Notices',
      query: noticeListQuery,
      answer: { page: openNotice },
    },
    (tx, context, { query }) => listOpenNotices(tx, context, query),
  );
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/notice/detail/{id}.json',
      summary: 'A notice; that it was read is counted',
      params: articlePath,
      query: inLanguage,
      answer: { content: openNoticeDetail },
    },
    (tx, context, { params, query }) => readOpenNotice(tx, context, { ...params, ...query }),
  );
  fileRoute(api, 'notice', '/api/v2/notice/attachments/{id}');
}

function faqRoutes(api: Api): void {
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/helpdoc/categories.json',
      summary: 'Categories of frequent questions',
      query: inLanguage,
      answer: { contents: openNode },
    },
    (tx, context, { query }) => readOpenLabels(tx, context, 'faq', query.language),
  );
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/helpdoc/list.json',
      summary: 'Answers to frequent questions',
      query: faqListQuery,
      answer: { page: openFaq },
    },
    (tx, context, { query }) => listOpenFaq(tx, context, query),
  );
  open(
    api,
    {
      method: 'get',
      path: '/api/v2/helpdoc/detail/{id}.json',
      summary: 'An answer to a frequent question; that it was read is counted',
      params: articlePath,
      query: inLanguage,
      answer: { content: openFaqDetail },
    },
    (tx, context, { params, query }) => readOpenFaq(tx, context, { ...params, ...query }),
  );
  fileRoute(api, 'faq', '/api/v2/helpdoc/attachments/{id}');
}

/** Only of something that is told at this moment; other files are not there. */
function fileRoute(api: Api, kind: ArticleKind, path: `/${string}`): void {
  open(
    api,
    {
      method: 'get',
      path,
      summary: `A file of ${kind === 'faq' ? 'an answer' : 'a notice'}, opened or downloaded`,
      params: openFilePath,
      query: openFileQuery,
      answer: { file: true },
    },
    (tx, context, { params, query }) => readArticleFile(tx, context, kind, { ...params, ...query }),
  );
}
