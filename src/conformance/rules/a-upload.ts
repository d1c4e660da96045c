import { fits, holds, same, status } from '../expect.js';
import { inquire, memberOf, uploaded, uploadPath } from '../open-tickets.js';
import { rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { pictureFile, textFile } from '../samples.js';
import { form, object, oneOf, orNull, text, time, whole } from '../schema.js';

const upload = rulesOf('A.upload', 'Open API: upload attachment');
const attachment = rulesOf('A.attachment', 'Open API: open or download attachment');

const file = object({
  attachmentId: form('^[0-9a-f]{32}$'),
  fileName: text,
  contentType: text,
  disposition: oneOf('attachment'),
  size: whole,
  createdDt: orNull(time),
});

/** Refused as the documentation says: with the name of an exception and a message. */
async function refused(run: Run, sent: File): Promise<void> {
  const answer = await run.signed.upload(uploadPath, sent);
  status(answer, 400);
  fits(answer.content, object({ exception: oneOf('OcException'), message: form('.') }), 'content');
}

export const uploads: readonly Rule[] = [
  upload.writes('kept', 'A file is answered with the documented fields', async (run) => {
    const sent = pictureFile('conformance.png');
    const { content } = status(await run.signed.upload(uploadPath, sent), 200);
    fits(content, file, 'content');
    same([content['fileName'], content['size']], [sent.name, sent.size], 'fileName and size');
    run.made.stays('files that no ticket has: the server forgets them by itself');
  }),
  upload.writes('type', 'A file of a kind that is not listed is refused', async (run) => {
    await refused(run, textFile('conformance.exe', 'MZ'));
  }),
  upload.writes('name', 'A name of 100 characters or more is refused', async (run) => {
    await refused(run, textFile(`${'n'.repeat(96)}.txt`, 'text'));
  }),
  upload.writes('size', 'A file of 10 MB or more is refused', async (run) => {
    await refused(run, textFile('conformance.txt', 'x'.repeat(10 * 1024 * 1024)));
  }),
  attachment.writes('open', 'A file comes back as it was, without a signature', async (run) => {
    const sent = pictureFile('conformance.png');
    const attachmentId = await uploaded(run, sent);
    await inquire(run, memberOf(run, 'files'), { attachments: [{ attachmentId }] });
    for (const type of [null, 'open', 'download']) {
      const query = type === null ? [] : [['type', type] as const];
      const answer = status(await run.plain('GET', `/api/v2/ticket/attachments/${attachmentId}`, { query }), 200);
      same([...answer.bytes], [...new Uint8Array(await sent.arrayBuffer())], 'The bytes');
      const disposition = answer.headers.get('Content-Disposition') ?? '';
      const isKept = /^attachment/.test(disposition);
      holds(isKept === (type === 'download'), `Content-Disposition is "${disposition}" with type=${type ?? 'nothing'}`);
    }
  }),
  attachment.reads('missing', 'A file that there is not is 404', async (run) => {
    status(await run.plain('GET', `/api/v2/ticket/attachments/${'0'.repeat(32)}`), 404);
  }),
];
