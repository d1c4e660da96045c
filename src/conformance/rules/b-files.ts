import { makeTicket } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { holds, same, status, textIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import { pictureFile, textFile } from '../samples.js';

const { writes } = rulesOf('B.files', 'Console contract: attachments');

export const files: readonly Rule[] = [
  writes('kept', 'A file is kept, goes with a ticket and comes back as it was', async (run) => {
    const page = await run.agent();
    const file = pictureFile('conformance.png');
    const answer = status(await page.upload('/attachments.json', file), 201);
    fitsDocument(run, answer, 'post', '/attachments.json');
    const attachmentId = textIn(answer.content, 'attachmentId');
    await makeTicket(run, page, { attachmentIds: [attachmentId] });
    const back = status(await page.get(`/attachments/${attachmentId}`), 200);
    same([...back.bytes], [...new Uint8Array(await file.arrayBuffer())], 'The bytes');
    same(back.headers.get('X-Content-Type-Options'), 'nosniff', 'X-Content-Type-Options');
    holds(/attachment/.test(back.headers.get('Content-Disposition') ?? ''), 'It is not sent as an attachment');
  }),
  writes('types', 'A file of a kind that is not taken is refused with 400', async (run) => {
    status(await (await run.agent()).upload('/attachments.json', textFile('conformance.exe', 'MZ')), 400);
  }),
  writes('name', 'A name of 100 characters or more is refused with 400', async (run) => {
    const file = textFile(`${'n'.repeat(96)}.txt`, 'text');
    status(await (await run.agent()).upload('/attachments.json', file), 400);
  }),
  writes('token', 'A file does not come without a token: 401', async (run) => {
    const page = await run.agent();
    const { content } = status(await page.upload('/attachments.json', textFile('conformance.txt', run.mark)), 201);
    run.made.stays('a file that nothing has: the server forgets it by itself');
    const path = `/openapi/v1/console/attachments/${textIn(content, 'attachmentId')}`;
    status(await run.plain('GET', path), 401);
  }),
  writes('other-service', 'A file of another service is 404', async (run) => {
    const page = await run.agent();
    const { content } = status(await page.upload('/attachments.json', textFile('conformance.txt', run.mark)), 201);
    status(await (await run.otherAgent()).get(`/attachments/${textIn(content, 'attachmentId')}`), 404);
  }),
];
