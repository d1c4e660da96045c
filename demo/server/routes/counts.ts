import type { Api } from '../api.js';
import { countsBody, length } from '../contract/counts.js';
import { lengthsOf } from '../services/tickets/lengths.js';
import { calling } from './endpoint.js';

/** `counts.json`: how long lists are, such as those of saved views. */
export function countsRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/counts.json',
      summary: 'How long lists are, by their search strings',
      body: countsBody,
      reads: true,
      limit: 'counts',
      answer: { contents: length },
    },
    async ({ input: { body }, asAgent, answer }) =>
      answer(await asAgent((tx, context) => lengthsOf(tx, context, body.queries))),
  );
}
