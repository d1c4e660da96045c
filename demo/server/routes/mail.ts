import { z } from '@hono/zod-openapi';
import type { Api } from '../api.js';
import { mailPreview, previewBody } from '../contract/answers.js';
import { ticketId } from '../contract/common.js';
import { ticket, ticketPath } from '../contract/tickets.js';
import { previewMail } from '../services/answer-mail.js';
import { readMailWords } from '../services/masks/mail-copies.js';
import { findMailSeal, retryMail, undoMail } from '../services/tickets/mail-steps.js';
import { calling, mutating } from './endpoint.js';
import { vaultOf } from './vault-steps.js';

const mailPath = z.object({ ticketId, mailId: z.string().regex(/^[0-9a-f]{32}$/) });

/** `preview`, `mail/{mailId}/…`: the mail of an answer before it goes, on its way, and when it failed. */
export function mailRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/preview.json',
      summary: 'The mail that a customer would get',
      params: ticketPath,
      body: previewBody,
      answer: { content: mailPreview },
      reads: true,
      limit: 'preview',
    },
    async ({ input: { params, body }, asAgent, answer }) =>
      answer(await asAgent((tx, context) => previewMail(tx, context, { ...params, ...body }))),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/mail/{mailId}/undo.json',
      summary: 'Take a mail back that has not left yet; the ticket is what it was before',
      params: mailPath,
      answer: { content: ticket },
    },
    async ({ input: { params }, asAgent, once }) => {
      const seal = await asAgent((tx, context) => findMailSeal(tx, context, params));
      const words = seal && (await readMailWords(vaultOf(api), seal));
      return once((tx, context) => undoMail(tx, context, { ...params, answer: words?.answer }));
    },
  );

  mutating(
    api,
    {
      method: 'post',
      path: '/tickets/{ticketId}/mail/{mailId}/retry.json',
      summary: 'Send a mail once more that failed',
      params: mailPath,
      answer: { content: ticket },
    },
    (tx, context, { params }) => retryMail(tx, context, params),
  );
}
