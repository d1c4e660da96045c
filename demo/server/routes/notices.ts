import type { Api } from '../api.js';
import { notice, noticePath, noticeQuery, noticeRead, noticeReadBody } from '../contract/notices.js';
import { markRead, readPinned } from '../services/articles/pinned.js';
import { mutating, reading } from './endpoint.js';

/** `notices.json`: what the service tells its agents. */
export function noticeRoutes(api: Api): void {
  reading(
    api,
    { path: '/notices.json', summary: 'Notices that are pinned', query: noticeQuery, answer: { contents: notice } },
    (tx, context, { query }) => readPinned(tx, context, query.language),
  );

  mutating(
    api,
    {
      method: 'put',
      path: '/notices/{noticeId}/read.json',
      summary: 'Mark a notice as read',
      params: noticePath,
      body: noticeReadBody,
      answer: { content: noticeRead },
    },
    (tx, context, { params, body }) => markRead(tx, context, { ...params, ...body }),
  );
}
