import { and, eq, isNotNull } from 'drizzle-orm';
import type { Api } from '../api.js';
import { attachments } from '../db/schema.js';
import { protectiveHeaders } from '../http/answers.js';
import { disposition } from '../http/disposition.js';
import { notFound } from '../refusal.js';
import { serviceOf } from '../services/context.js';
import { asAgent, claimsOf, consoleBase } from './endpoint.js';

/** Types that are told as they are; anything else is just bytes. None of them can run. */
const knownTypes =
  /^(?:image\/(?:png|jpeg|gif|bmp|webp|tiff)|text\/plain|application\/(?:pdf|zip|msword|vnd\.[\w.+-]+|haansofthwp|x-hwp)|audio\/(?:mpeg|wav))$/;

/** `attachments/{id}`: the bytes of a part, for those who may read its ticket. */
export function attachmentRoutes(api: Api): void {
  const path = `${consoleBase.replace('{serviceId}', ':serviceId')}/attachments/:attachmentId`;
  api.app.get(path, async (c) => {
    const claims = await claimsOf(api, c);
    const attachmentId = c.req.param('attachmentId') ?? '';
    if (!/^[0-9a-f]{32}$/.test(attachmentId)) throw notFound();
    const file = await asAgent(api, c, claims, async (tx, context) => {
      const [row] = await tx
        .select()
        .from(attachments)
        .where(
          and(
            eq(attachments.serviceId, serviceOf(context)),
            eq(attachments.attachmentId, attachmentId),
            isNotNull(attachments.ticketId),
          ),
        );
      if (!row) throw notFound();
      return row;
    });
    return new Response(new Uint8Array(file.content), {
      headers: {
        ...protectiveHeaders,
        'Content-Type': knownTypes.test(file.contentType) ? file.contentType : 'application/octet-stream',
        'Content-Disposition': disposition(file.fileName),
      },
    });
  });
}
