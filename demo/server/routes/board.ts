import type { Api } from '../api.js';
import { board, recounted } from '../contract/board.js';
import { requireAdministrator } from '../services/admin/administrators.js';
import { serviceOf } from '../services/context.js';
import { readBoard } from '../services/tickets/counts.js';
import { recount } from '../services/tickets/tallies.js';
import { report } from '../services/tickets/tally-keeper.js';
import { calling, reading } from './endpoint.js';

/** `board…`: the figures of the service and of this agent, and their recounting. */
export function boardRoutes(api: Api): void {
  reading(
    api,
    { path: '/board.json', summary: 'Figures of the service and of this agent', answer: { content: board } },
    readBoard,
  );

  calling(
    api,
    {
      method: 'post',
      path: '/board/recount.json',
      summary: 'Count all tickets and correct the kept figures (administrators)',
      answer: { content: recounted },
      limit: 'recount',
      // Counting again finds nothing more.
      kept: false,
    },
    async (call) => {
      const { serviceId, now } = await call.asAgent((_, context) => {
        requireAdministrator(context);
        return Promise.resolve({ serviceId: serviceOf(context), now: context.now });
      });
      const drifts = await api.deps.database.system((tx) => recount(tx, serviceId, now));
      if (drifts.length > 0) api.deps.onError?.(report(serviceId, drifts), 'recount');
      return call.answer({ corrected: drifts.map((drift) => ({ ...drift, value: Number(drift.value) })) });
    },
  );
}
