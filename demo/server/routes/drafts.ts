import type { Api } from '../api.js';
import { draft, draftBody, draftQuery, draftVersion } from '../contract/drafts.js';
import { ticketPath } from '../contract/tickets.js';
import { draftHistory, dropDraft, readDraft, saveDraft } from '../services/tickets/drafts.js';
import { mutating, reading } from './endpoint.js';

const own = { path: '/tickets/{ticketId}/draft.json', params: ticketPath, query: draftQuery } as const;

/** `draft`, `drafts`: the unsent text of this agent, and what it was before. */
export function draftRoutes(api: Api): void {
  reading(
    api,
    { ...own, summary: 'The unsent text of this agent', answer: { content: draft.nullable() } },
    (tx, context, { params, query }) => readDraft(tx, context, { ...params, ...query }),
  );

  mutating(
    api,
    // Saved every few seconds: its number says already which text it follows.
    {
      ...own,
      method: 'put',
      summary: 'Keep the unsent text',
      body: draftBody,
      answer: { content: draft },
      kept: false,
    },
    (tx, context, { params, query, body }) => saveDraft(tx, context, { ...params, ...query }, body),
  );

  mutating(
    api,
    { ...own, method: 'delete', summary: 'Give the unsent text up', answer: { content: draft.nullable() } },
    (tx, context, { params, query }) => dropDraft(tx, context, { ...params, ...query }),
  );

  reading(
    api,
    {
      path: '/tickets/{ticketId}/drafts.json',
      summary: 'Earlier states of the unsent text, newest first',
      params: ticketPath,
      answer: { contents: draftVersion },
    },
    (tx, context, { params }) => draftHistory(tx, context, params.ticketId),
  );
}
