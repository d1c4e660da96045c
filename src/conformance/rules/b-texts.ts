import type { AgentCaller } from '../agent-caller.js';
import type { Thing } from '../answer.js';
import { makeTicket, pathOf } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { each, holds, numberIn, same, status, thingIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { requireAgent } from './b-work.js';

const draft = rulesOf('B.draft', 'Console contract: drafts');
const template = rulesOf('B.template', 'Console contract: templates');
const preference = rulesOf('B.preferences', 'Console contract: preferences');

async function draftPath(run: Run, page: AgentCaller): Promise<string> {
  return `${pathOf(await makeTicket(run, page))}/draft.json`;
}

const drafts: readonly Rule[] = [
  draft.writes('kept', 'An unsent text is kept with its number', async (run) => {
    const page = await run.agent();
    const path = await draftPath(run, page);
    const saved = status(await page.put(path, { html: '<p>one</p>', seq: 0 }), 200);
    fitsDocument(run, saved, 'put', '/tickets/{ticketId}/draft.json');
    const { content } = status(await page.get(path), 200);
    same([content['html'], content['seq']], ['<p>one</p>', saved.content['seq']], 'The text that is kept');
  }),
  draft.writes('old-seq', 'A text that follows an old number is refused with 409 and both texts', async (run) => {
    const page = await run.agent();
    const path = await draftPath(run, page);
    const first = status(await page.put(path, { html: '<p>one</p>', seq: 0 }), 200).content;
    const body = { html: '<p>two</p>', seq: first['seq'] };
    status(await page.put(path, body), 200);
    const answer = status(await page.put(path, { ...body, html: '<p>three</p>' }), 409);
    holds(answer.text.includes('two') && answer.text.includes('three'), 'The refusal does not have both texts');
    same(status(await page.get(path), 200).content['html'], '<p>two</p>', 'The text that is kept');
  }),
  draft.writes('own', 'The unsent text of one agent is nobody else’s', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const path = await draftPath(run, page);
    status(await page.put(path, { html: '<p>mine</p>', seq: 0 }), 200);
    same(status(await second.get(path), 200).result['content'], null, 'The text of the other agent');
  }),
  draft.writes('versions', 'What the text was before can be read', async (run) => {
    const page = await run.agent();
    const path = await draftPath(run, page);
    status(await page.put(path, { html: '<p>one</p>', seq: 0 }), 200);
    status(await page.delete(path), 200);
    const answer = status(await page.get(path.replace('draft.json', 'drafts.json')), 200);
    fitsDocument(run, answer, 'get', '/tickets/{ticketId}/drafts.json');
    holds(each(answer.contents, 'html').includes('<p>one</p>'), 'The text that was given up is not among them');
  }),
];

/** A template of the agent's own. */
async function keepTemplate(run: Run, page: AgentCaller, more: Thing = {}): Promise<Thing> {
  const body = { name: run.mark, code: null, handlingTypeId: null, shared: false, html: `<p>${run.mark}</p>`, ...more };
  const answer = status(await page.post('/templates.json', body), 201);
  fitsDocument(run, answer, 'post', '/templates.json');
  const { templateId, version } = answer.content;
  run.made.undoneBy(`template ${String(templateId)}`, async () => {
    const found = status(await page.get('/templates.json'), 200).contents.find(
      (one) => one['templateId'] === templateId,
    );
    if (!found) return;
    const expectedVersion = found['version'] ?? version;
    status(await page.delete(`/templates/${String(templateId)}.json`, { expectedVersion }), 200);
  });
  return answer.content;
}

async function findTemplate(page: AgentCaller, { templateId }: Thing): Promise<Thing | undefined> {
  const { contents } = status(await page.get('/templates.json'), 200);
  return contents.find((one) => one['templateId'] === templateId);
}

const templates: readonly Rule[] = [
  template.reads('list', 'The templates have the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/templates.json'), 200);
    fitsDocument(run, answer, 'get', '/templates.json');
  }),
  template.writes('kept', 'A template is kept, changed and removed', async (run) => {
    const page = await run.agent();
    const kept = await keepTemplate(run, page);
    const path = `/templates/${String(kept['templateId'])}.json`;
    const { name, code, handlingTypeId } = kept;
    const body = {
      name,
      code,
      handlingTypeId,
      shared: false,
      html: '<p>changed</p>',
      expectedVersion: kept['version'],
    };
    const changed = status(await page.patch(path, body), 200).content;
    same((await findTemplate(page, kept))?.['html'], changed['html'], 'The text that is kept');
    status(await page.patch(path, { ...body, html: '<p>late</p>' }), 409);
    status(await page.delete(path, { expectedVersion: numberIn(changed, 'version') }), 200);
    same(await findTemplate(page, kept), undefined, 'The removed template');
    run.made.gone(`template ${String(kept['templateId'])}`);
  }),
  template.writes('own', 'An agent’s own template is nobody else’s', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const kept = await keepTemplate(run, page);
    same(await findTemplate(second, kept), undefined, 'The template in the list of the other agent');
    const body = { expectedVersion: kept['version'] };
    status(await second.delete(`/templates/${String(kept['templateId'])}.json`, body), 403, 404);
  }),
  template.writes('shared', 'Only administrators share templates: 403', async (run) => {
    const page = await run.agent();
    await requireAgent(run, page);
    const body = { name: run.mark, code: null, handlingTypeId: null, shared: true, html: '<p>shared</p>' };
    status(await page.post('/templates.json', body), 403);
  }),
  template.writes('filled', 'A template is filled with the values of a ticket', async (run) => {
    const page = await run.agent();
    const kept = await keepTemplate(run, page, { html: `<p>${run.mark}</p>` });
    const ticket = await makeTicket(run, page);
    const path = `/templates/${String(kept['templateId'])}/fill.json`;
    const answer = status(await page.post(path, { ticketId: ticket['ticketId'] }), 200);
    fitsDocument(run, answer, 'post', '/templates/{templateId}/fill.json');
    holds(String(answer.content['html']).includes(run.mark), 'The text is not that of the template');
  }),
];

const preferences: readonly Rule[] = [
  preference.reads('shape', 'The preferences have the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/preferences.json'), 200);
    fitsDocument(run, answer, 'get', '/preferences.json');
  }),
  preference.writes('kept', 'A part that is put is kept, and the others stay as they are', async (run) => {
    const page = await run.agent();
    const before = status(await page.get('/preferences.json'), 200).content;
    const list = thingIn(before, 'list');
    const isCollapsed = list['isCollapsed'] !== true;
    run.made.undoneBy('preferences', async () => void status(await page.put('/preferences.json', { list }), 200));
    status(await page.put('/preferences.json', { list: { ...list, isCollapsed } }), 200);
    const after = status(await page.get('/preferences.json'), 200).content;
    same(after, { ...before, list: { ...list, isCollapsed } }, 'What is kept');
  }),
  preference.writes('own', 'What one agent arranges is nobody else’s', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const before = status(await second.get('/preferences.json'), 200).content;
    const list = thingIn(status(await page.get('/preferences.json'), 200).content, 'list');
    run.made.undoneBy('preferences of the agent', async () => void (await page.put('/preferences.json', { list })));
    const body = { list: { ...list, isCollapsed: thingIn(before, 'list')['isCollapsed'] !== true } };
    status(await page.put('/preferences.json', body), 200);
    same(status(await second.get('/preferences.json'), 200).content, before, 'What the other agent arranged');
  }),
  preference.writes('unknown', 'A part that there is not is refused with 400', async (run) => {
    status(await (await run.agent()).put('/preferences.json', { [run.mark]: true }), 400);
  }),
];

export const texts: readonly Rule[] = [...drafts, ...templates, ...preferences];
