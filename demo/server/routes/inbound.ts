import { z } from '@hono/zod-openapi';
import { bodyNotes } from '../../../src/domain/types.js';
import type { Api } from '../api.js';
import { ticketId } from '../contract/common.js';
import { ingestMail, readMail } from '../services/inbound-mail.js';
import { signed } from './signed.js';

/** Largest mail, in bytes: what mail servers commonly take. */
const maxMail = 50_000_000;

export const ingested = z
  .object({
    ticketId,
    kind: z.enum(['inquiry', 'reinquiry', 'duplicate']),
    notes: z.array(z.enum(bodyNotes)),
  })
  .openapi('IngestedMail');

export function inboundRoutes(api: Api): void {
  signed(
    api,
    {
      path: '/{serviceId}/openapi/v1/inbound/mail',
      summary: 'Takes in a raw mail (RFC 5322): a new ticket, or another message on the one it answers',
      limit: maxMail,
      body: { type: 'message/rfc822', schema: z.string() },
      answer: ingested,
      status: 201,
    },
    { read: readMail, work: ingestMail },
  );
}
