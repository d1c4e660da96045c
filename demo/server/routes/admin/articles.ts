import type { z } from '@hono/zod-openapi';
import type { Api } from '../../api.js';
import {
  adminFaq,
  adminNotice,
  faqBody,
  faqUpdate,
  noticeBody,
  noticeListQuery,
  noticeUpdate,
  removedFaq,
  removedNotice,
} from '../../contract/admin/articles.js';
import { faqPath, listQuery, noticePath } from '../../contract/admin/common.js';
import { versionBody } from '../../contract/tickets.js';
import {
  addArticle,
  changeArticle,
  listKept,
  removeArticle,
  type ArticleValues,
} from '../../services/articles/keep.js';
import { adminFaqOf, adminNoticeOf } from '../../services/articles/wire.js';
import { mutating, reading } from '../endpoint.js';

/** Of a list that is only read onwards. */
const onwards = { previous: null, estimate: null, position: null };

function noticeValues({ headingId, pinned, ...values }: z.output<typeof noticeBody>): ArticleValues {
  return { ...values, labelId: headingId, top: pinned, recommended: false };
}

function faqValues({ categoryId, pinned, ...values }: z.output<typeof faqBody>): ArticleValues {
  return { ...values, audience: 'customers', labelId: categoryId, tagIds: [], top: pinned, displayedOn: null };
}

/** `admin/notices…`: what the service tells its customers and its agents. Administrators only. */
export function adminNoticeRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/notices.json',
      summary: 'Notices, drafts too, the newest first (administrators)',
      query: noticeListQuery,
      answer: { page: adminNotice },
    },
    async (tx, context, { query }) => {
      const { kept, next, total } = await listKept(tx, context, 'notice', query);
      return { ...onwards, contents: kept.map((one) => adminNoticeOf(one, context.now)), next, total };
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/admin/notices.json',
      summary: 'Keep a notice (administrators)',
      body: noticeBody,
      answer: { content: adminNotice },
      status: 201,
    },
    async (tx, context, { body }) =>
      adminNoticeOf(await addArticle(tx, context, 'notice', noticeValues(body)), context.now),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/notices/{noticeId}.json',
      summary: 'Change a notice: all of it (administrators)',
      params: noticePath,
      body: noticeUpdate,
      answer: { content: adminNotice },
    },
    async (tx, context, { params, body: { expectedVersion, ...body } }) => {
      const version = {
        articleId: params.noticeId,
        expectedVersion,
        wire: (kept: Parameters<typeof adminNoticeOf>[0]) => adminNoticeOf(kept, context.now),
      };
      return adminNoticeOf(await changeArticle(tx, context, 'notice', version, noticeValues(body)), context.now);
    },
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/admin/notices/{noticeId}.json',
      summary: 'Remove a notice with its files (administrators)',
      params: noticePath,
      body: versionBody,
      answer: { content: removedNotice },
    },
    async (tx, context, { params, body }) => ({
      noticeId: await removeArticle(tx, context, 'notice', {
        articleId: params.noticeId,
        ...body,
        wire: (kept) => adminNoticeOf(kept, context.now),
      }),
    }),
  );
}

/** `admin/faq…`: answers to frequent questions. Administrators only. */
export function adminFaqRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/admin/faq.json',
      summary: 'Answers to frequent questions, drafts too, the newest first (administrators)',
      query: listQuery,
      answer: { page: adminFaq },
    },
    async (tx, context, { query }) => {
      const { kept, next, total } = await listKept(tx, context, 'faq', query);
      return { ...onwards, contents: kept.map((one) => adminFaqOf(one, context.now)), next, total };
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/admin/faq.json',
      summary: 'Keep an answer to a frequent question (administrators)',
      body: faqBody,
      answer: { content: adminFaq },
      status: 201,
    },
    async (tx, context, { body }) => adminFaqOf(await addArticle(tx, context, 'faq', faqValues(body)), context.now),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/admin/faq/{helpDocId}.json',
      summary: 'Change an answer to a frequent question: all of it (administrators)',
      params: faqPath,
      body: faqUpdate,
      answer: { content: adminFaq },
    },
    async (tx, context, { params, body: { expectedVersion, ...body } }) => {
      const version = {
        articleId: params.helpDocId,
        expectedVersion,
        wire: (kept: Parameters<typeof adminFaqOf>[0]) => adminFaqOf(kept, context.now),
      };
      return adminFaqOf(await changeArticle(tx, context, 'faq', version, faqValues(body)), context.now);
    },
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/admin/faq/{helpDocId}.json',
      summary: 'Remove an answer to a frequent question with its files (administrators)',
      params: faqPath,
      body: versionBody,
      answer: { content: removedFaq },
    },
    async (tx, context, { params, body }) => ({
      helpDocId: await removeArticle(tx, context, 'faq', {
        articleId: params.helpDocId,
        ...body,
        wire: (kept) => adminFaqOf(kept, context.now),
      }),
    }),
  );
}
