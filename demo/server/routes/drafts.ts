import type { Api } from '../api.js';
import { draft, draftBody, draftVersion, ticketPath } from '../contract/tickets.js';
import { draftHistory, dropDraft, readDraft, saveDraft } from '../services/tickets/drafts.js';
import { mutating, reading } from './endpoint.js';

const own = { path: '/tickets/{ticketId}/draft.json', params: ticketPath } as const;

/** `draft`, `drafts`: the unsent text of this agent, and what it was before. */
export function draftRoutes(api: Api): void {
  reading(
    api,
    { ...own, summary: 'The unsent text of this agent', answer: { content: draft.nullable() } },
    (tx, context, { params }) => readDraft(tx, context, params.ticketId),
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
    (tx, context, { params, body }) => saveDraft(tx, context, params.ticketId, body),
  );

  mutating(
    api,
    { ...own, method: 'delete', summary: 'Give the unsent text up', answer: { content: draft.nullable() } },
    (tx, context, { params }) => dropDraft(tx, context, params.ticketId),
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
