import { z } from '@hono/zod-openapi';
import { bodyNotes } from '../../../src/domain/types.js';
import type { Api } from '../api.js';
import { ticketId } from '../contract/common.js';
import { ingestMail, readMail, type Keyed } from '../services/inbound-mail.js';
import { VaultFailure } from '../vault/vault.js';
import { signed } from './signed.js';

/** Largest mail, in bytes: what mail servers commonly take. */
const maxMail = 50_000_000;

/** Longest that a mail waits for the keys of the vault, in milliseconds: a transaction waits with it. */
const keyPatience = 3_000;

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new VaultFailure('The vault does not answer')), keyPatience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export const ingested = z
  .object({
    ticketId,
    kind: z.enum(['inquiry', 'reinquiry', 'duplicate']),
    notes: z.array(z.enum(bodyNotes)),
  })
  .openapi('IngestedMail');

export function inboundRoutes(api: Api): void {
  const { vault, onError } = api.deps;
  // Mail comes in whatever becomes of the vault.
  const keyed: Keyed = async (serviceId, digest) => {
    try {
      return vault ? await inTime(vault.digests(serviceId, digest)) : [];
    } catch (error) {
      onError?.(error, 'inbound mail');
      return null;
    }
  };
  signed(
    api,
    {
      path: '/{serviceId}/openapi/v1/inbound/mail',
      summary: 'Takes in a raw mail (RFC 5322): a new ticket, or another message on the one it answers',
      limit: maxMail,
      body: { type: 'message/rfc822', schema: z.string() },
      answer: ingested,
      status: 201,
      // A mail is known by its Message-ID.
      repeatable: true,
    },
    { read: readMail, work: (tx, context, mail) => ingestMail(tx, context, mail, keyed) },
  );
}
