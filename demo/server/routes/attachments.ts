import { and, eq } from 'drizzle-orm';
import type { Api } from '../api.js';
import { attachment } from '../contract/common.js';
import { fileForm, uploadQuery } from '../contract/files.js';
import { attachments } from '../db/schema.js';
import { protectiveHeaders } from '../http/answers.js';
import { disposition } from '../http/disposition.js';
import { knownTypes } from '../http/open-file.js';
import { notFound } from '../refusal.js';
import { auditFile } from '../services/audit.js';
import { readableBy } from '../services/file-copies.js';
import { storeUpload } from '../services/uploads.js';
import { asAgent, claimsOf, consoleBase, mutating } from './endpoint.js';

/** `attachments.json`: a file for what is about to be written. `attachments/{id}`: the bytes of one. */
export function attachmentRoutes(api: Api): void {
  mutating(
    api,
    {
      method: 'post',
      path: '/attachments.json',
      summary: 'Store a file for an answer, a draft, a field or a new ticket',
      query: uploadQuery,
      limit: 'upload',
      form: true,
      body: fileForm,
      answer: { content: attachment },
      status: 201,
    },
    (tx, context, { query, body: file }) => storeUpload(tx, context, { file, inline: query.inline === 'true' }),
  );

  // For those who may read its ticket, or see its template; before it has one, for who uploaded it.
  const path = `${consoleBase.replace('{serviceId}', ':serviceId')}/attachments/:attachmentId`;
  api.app.get(path, async (c) => {
    const claims = await claimsOf(api, c);
    const attachmentId = c.req.param('attachmentId') ?? '';
    if (!/^[0-9a-f]{32}$/.test(attachmentId)) throw notFound();
    const file = await asAgent(api, c, claims, async (tx, context) => {
      const [row] = await tx
        .select()
        .from(attachments)
        .where(and(readableBy(context), eq(attachments.attachmentId, attachmentId)));
      if (!row) throw notFound();
      await auditFile(tx, context, row);
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
