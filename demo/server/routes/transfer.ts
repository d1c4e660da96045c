import type { Api } from '../api.js';
import { ticket, ticketPath } from '../contract/tickets.js';
import { issueTransferBody, transferTargets } from '../contract/transfer.js';
import { OutgoingCover } from '../services/masks/outgoing.js';
import { transferToIssue } from '../services/transfer/issue-transfer.js';
import { doorayTargets } from '../services/dooray/config.js';
import { issueTargets } from '../services/transfer/targets.js';
import { calling, reading } from './endpoint.js';

/** `transfer/targets.json`, `transfer/issue.json`: where a ticket can go, and to issue management. */
export function transferRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/transfer/targets.json',
      summary: 'Issue services with what they ask of a new ticket, and organisations at Dooray! with their projects',
      answer: { content: transferTargets },
    },
    async (tx, context) => ({ issue: await issueTargets(tx, context), dooray: await doorayTargets(tx, context) }),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/transfer/issue.json',
      summary: 'Make a ticket of it at an issue service, with what is told here and nothing else',
      params: ticketPath,
      body: issueTransferBody,
      answer: { content: ticket },
    },
    async ({ input: { params, body }, asAgent, answered, once }) => {
      const before = await answered();
      if (before) return before;
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, params.ticketId);
      return once(async (tx, context) => {
        await cover.require(tx, context);
        const told = { ...body, subject: cover.subject(body.subject), content: cover.html(body.content) };
        return transferToIssue(tx, context, { ...params, ...told }, { cipher: api.cipher, cover });
      });
    },
  );
}
