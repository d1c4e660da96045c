import type { z } from '@hono/zod-openapi';
import type { BulkIntent, BulkTarget } from '../../../src/domain/bulk.js';
import type { TicketQuery } from '../../../src/domain/types.js';
import type { Api } from '../api.js';
import { bulkBody, bulkCheck, job } from '../contract/bulk.js';
import { invalid } from '../refusal.js';
import { checkBulk } from '../services/bulk/check.js';
import { askerOf, type AgentContext } from '../services/context.js';
import { startJob } from '../services/jobs.js';
import { queryFromText } from '../services/tickets/search-query.js';
import { calling } from './endpoint.js';

/** `tickets/bulk.json`: something is done to many tickets, or it is told what would be. */
export function bulkRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/tickets/bulk.json',
      summary: 'Do something to many tickets, or tell what would be done (`dryRun`)',
      body: bulkBody,
      answer: { content: job },
      status: 202,
      unless: bulkCheck,
      patience: 60_000,
    },
    async ({ input, asAgent, once, answer }) => {
      const { target, intent } = readBody(input.body);
      const { dryRun, agreed, query, list } = input.body;
      // Which tickets it is about is a search like any other.
      const count = (context: AgentContext): void => {
        if (query !== undefined || list !== undefined) api.limits.take('search', askerOf(context));
      };
      if (dryRun) {
        return answer(
          await asAgent((tx, context) => {
            count(context);
            return checkBulk(tx, context, target, intent);
          }),
        );
      }
      return once((tx, context, { key }) => {
        count(context);
        return startJob(tx, context, target, intent, { key, agreed });
      });
    },
  );
}

function readBody(body: z.output<typeof bulkBody>): { target: BulkTarget; intent: BulkIntent } {
  const { ids, query, except, list, dryRun: _, agreed: __, ...intent } = body;
  if ((ids === undefined) === (query === undefined)) {
    throw invalid('ids', 'required', 'Either tickets or the query of a list must be given');
  }
  const target = ids ? { ids, list: list === undefined ? undefined : listOf(list) } : { query: listOf(query), except };
  return { target, intent };
}

function listOf(search: string | undefined): TicketQuery {
  return queryFromText(search ?? '');
}
