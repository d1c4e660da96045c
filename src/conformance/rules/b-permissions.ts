import { lacks, sessionOf } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { holds, status, thingIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import { requireAgent } from './b-work.js';

const administrative = ['service-key', 'allow-list', 'notices', 'faq', 'submission-types', 'fields', 'forbidden-words'];

const { reads } = rulesOf('B.permissions', 'Console contract: permissions');

const query = { query: 'view=all', columns: ['ticketId'], reason: 'conformance', language: 'en' };

export const permissions: readonly Rule[] = [
  reads('audit', 'The access log is refused with 403 without the permission', async (run) => {
    const page = await run.second();
    await lacks(run, page, 'audit');
    status(await page.get('/audit.json'), 403);
  }),
  reads('audit-log', 'The access log has the form of the document', async (run) => {
    const answer = status(await (await run.admin()).get('/audit.json'), 200);
    fitsDocument(run, answer, 'get', '/audit.json');
  }),
  reads('export', 'Saving a list as a file is refused with 403 without the permission', async (run) => {
    const page = await run.second();
    await lacks(run, page, 'export');
    status(await page.post('/tickets/export.json', query), 403);
  }),
  ...administrative.map((name) =>
    reads(`admin.${name}`, `admin/${name}.json is for administrators: others are refused with 403`, async (run) => {
      const page = await run.agent();
      await requireAgent(run, page);
      status(await page.get(`/admin/${name}.json`), 403);
      if (run.target.admin !== undefined) status(await (await run.admin()).get(`/admin/${name}.json`), 200);
    }),
  ),
  reads('service-key', 'Not even an administrator reads the service key', async (run) => {
    const answer = status(await (await run.admin()).get('/admin/service-key.json'), 200);
    holds(!answer.text.includes(run.target.key), 'The answer has the service key');
  }),
  reads('notices', 'Agents read the pinned notices', async (run) => {
    const answer = status(await (await run.agent()).get('/notices.json'), 200);
    fitsDocument(run, answer, 'get', '/notices.json');
  }),
  reads('triggers', 'Triggers are refused with 403 to who is no administrator', async (run) => {
    const page = await run.second();
    if (thingIn(await sessionOf(run, page), 'agent')['role'] === 'admin') {
      throw new LeftOut(`${page.usercode} is an administrator`);
    }
    status(await page.get('/triggers.json'), 403);
  }),
];
