import { z } from '@hono/zod-openapi';
import type { Api } from '../api.js';
import { ticketId } from '../contract/common.js';
import { doorayConversation } from '../contract/dooray.js';
import { readConversation } from '../services/dooray/conversation.js';
import { reading } from './endpoint.js';

/** `tickets/{id}/dooray/conversation.json`: the task of a ticket, and what was said about it. */
export function doorayConversationRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/tickets/{ticketId}/dooray/conversation.json',
      summary: 'The task of a ticket at Dooray!, and its comments from both sides',
      params: z.object({ ticketId }),
      answer: { content: doorayConversation },
    },
    (tx, context, { params }) => readConversation(tx, context, params.ticketId),
  );
}
