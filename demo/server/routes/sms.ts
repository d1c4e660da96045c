import type { Api } from '../api.js';
import { smsBody, smsMessage, smsPath, smsThread } from '../contract/sms.js';
import { ticketPath } from '../contract/tickets.js';
import { OutgoingCover } from '../services/masks/outgoing.js';
import { sendSms } from '../services/sms/send.js';
import { cancelSms, retrySms, ticketOfSms } from '../services/sms/steps.js';
import { readThread } from '../services/sms/thread.js';
import { calling, mutating, reading } from './endpoint.js';

const own = { path: '/tickets/{ticketId}/sms.json', params: ticketPath } as const;

/** `sms.json`: text messages to the number of a ticket's customer. `sms/{id}`: one that is reserved, or failed. */
export function smsRoutes(api: Api): void {
  reading(
    api,
    { ...own, summary: 'The text messages of a ticket, the oldest first', answer: { content: smsThread } },
    (tx, context, { params }) => readThread(tx, context, params.ticketId),
  );

  calling(
    api,
    {
      ...own,
      method: 'post',
      summary: 'Send a text message, at once or later; what is masked in the ticket does not leave',
      body: smsBody,
      limit: 'sms',
      answer: { content: smsMessage },
      status: 201,
    },
    async ({ input: { params, body }, asAgent, answered, once }) => {
      const before = await answered();
      if (before) return before;
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, params.ticketId);
      return once(async (tx, context) => {
        await cover.require(tx, context);
        return sendSms(tx, context, { ...params, ...body, text: cover.text(body.text) });
      });
    },
  );

  mutating(
    api,
    {
      method: 'delete',
      path: '/sms/{smsId}.json',
      summary: 'Take a reserved text message back',
      params: smsPath,
      answer: { content: smsMessage },
    },
    (tx, context, { params }) => cancelSms(tx, context, params.smsId),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/sms/{smsId}/retry.json',
      summary: 'Send a text message once more that failed; not where it says what is masked in the ticket',
      params: smsPath,
      limit: 'sms',
      answer: { content: smsMessage },
    },
    async ({ input: { params }, asAgent, answered, once }) => {
      const ticketId = await asAgent((tx, context) => ticketOfSms(tx, context, params.smsId));
      const before = await answered({ ticketId });
      if (before) return before;
      const cover = await OutgoingCover.of(asAgent, api.deps.vault, ticketId);
      return once(
        async (tx, context) => {
          await cover.require(tx, context);
          return retrySms(tx, context, params.smsId, cover);
        },
        { ticketId },
      );
    },
  );
}
