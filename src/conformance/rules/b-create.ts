import type { Answer } from '../answer.js';
import { historyOf, makeTicket, newTicket, pathOf, readTicket, sampleTicket, tryTicket } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { each, fits, holds, numberIn, same, status, textIn, thingIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import { form } from '../schema.js';

const create = rulesOf('B.create', 'Console contract: POST tickets.json');
const ticket = rulesOf('B.ticket', 'Console contract: tickets');
const edit = rulesOf('B.edit', 'Console contract: PATCH tickets/{id}.json');

function namesField(answer: Answer, field: string): void {
  const fields = each(status(answer, 400).contents, 'field');
  holds(fields.includes(field), `The refusal names ${JSON.stringify(fields)}, not "${field}"`);
}

const creating: readonly Rule[] = [
  create.writes('shape', 'A ticket by hand is answered with 201 and the ticket', async (run) => {
    const answer = status(await tryTicket(run, await run.agent(), await newTicket(run)), 201);
    fitsDocument(run, answer, 'post', '/tickets.json');
    const { content } = answer;
    fits(content['ticketId'], form('^T[0-9]{13}[A-Za-z0-9]{5}$'), 'ticketId');
    same([content['channel'], content['status'], content['spam']], ['manual', 'unassigned', false], 'What it is');
    same(content['subject'], `[${run.mark}] console`, 'The subject');
    run.made.stays(`customers whose usercode begins with ${run.mark}`);
  }),
  create.writes('subject-length', 'A subject has 255 characters at most', async (run) => {
    const page = await run.agent();
    const subject = `[${run.mark}] `.padEnd(255, 'x');
    same((await makeTicket(run, page, { subject }))['subject'], subject, 'The subject');
    namesField(await tryTicket(run, page, await newTicket(run, { subject: `${subject}x` })), 'subject');
  }),
  create.writes('subject-needed', 'A subject is needed', async (run) => {
    namesField(await tryTicket(run, await run.agent(), await newTicket(run, { subject: '' })), 'subject');
  }),
  create.writes('category-unknown', 'A submission type that there is not is refused', async (run) => {
    namesField(
      await tryTicket(run, await run.agent(), await newTicket(run, { categoryId: 999_999_999 })),
      'categoryId',
    );
  }),
  ticket.writes('shape', 'One ticket has the form of the document, and is the one that was made', async (run) => {
    const made = await sampleTicket(run);
    const answer = status(await (await run.agent()).get(`${pathOf(made)}.json`), 200);
    fitsDocument(run, answer, 'get', '/tickets/{ticketId}.json');
    for (const name of ['ticketId', 'subject', 'categoryId', 'fields']) same(answer.content[name], made[name], name);
  }),
  ticket.writes('history', 'The history has the form of the document and begins with the inquiry', async (run) => {
    const made = await sampleTicket(run);
    const answer = status(await (await run.agent()).get(`${pathOf(made)}/history.json`), 200);
    fitsDocument(run, answer, 'get', '/tickets/{ticketId}/history.json');
    same(answer.contents[0]?.['kind'], 'inquiry', 'The first entry');
    holds(String(answer.contents[0]?.['text']).includes(run.mark), 'The inquiry does not have its text');
  }),
  ticket.writes('events', 'What happened to a ticket begins with its creation', async (run) => {
    const made = await sampleTicket(run);
    const answer = status(await (await run.agent()).get(`${pathOf(made)}/events.json`), 200);
    fitsDocument(run, answer, 'get', '/tickets/{ticketId}/events.json');
    same(answer.contents[0]?.['kind'], 'created', 'The first event');
  }),
  ticket.writes('script', 'What could run does not come back in a message', async (run) => {
    const page = await run.agent();
    const html = `<p>${run.mark}<script>alert(1)</script><img src=x onerror="alert(2)"></p>`;
    const [inquiry] = await historyOf(page, await makeTicket(run, page, { html }));
    const body = String(inquiry?.['html']);
    holds(body.includes(run.mark), 'The message does not have its text');
    holds(!/<script|onerror/i.test(body), 'The message has a script');
  }),
  ticket.writes('read-mark', 'A read mark is kept', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page);
    const answer = status(await page.put(`${pathOf(made)}/read.json`, { version: made['version'] }), 200);
    same(answer.content['unread'], false, 'unread');
  }),
];

const editing: readonly Rule[] = [
  edit.writes('priority', 'A priority is kept and counts the version on', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page, { priority: 'normal' });
    const body = { expectedVersion: made['version'], priority: 'urgent' };
    const { content } = status(await page.patch(`${pathOf(made)}.json`, body), 200);
    same(content['priority'], 'urgent', 'The priority');
    holds(numberIn(content, 'version') > numberIn(made, 'version'), 'The version did not grow');
    same((await readTicket(page, made))['priority'], 'urgent', 'The priority that is read');
  }),
  edit.writes('priority-unknown', 'A priority that there is not is refused with 400', async (run) => {
    const page = await run.agent();
    const made = await sampleTicket(run);
    const body = { expectedVersion: made['version'], priority: 'whenever' };
    namesField(await page.patch(`${pathOf(made)}.json`, body), 'priority');
  }),
  edit.writes('star', 'A star takes no version', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page);
    const { content } = status(await page.patch(`${pathOf(made)}.json`, { starred: true }), 200);
    same(content['starred'], true, 'starred');
  }),
  edit.writes('version-missing', 'A field is refused with 400 without the version that was seen', async (run) => {
    const made = await sampleTicket(run);
    namesField(await (await run.agent()).patch(`${pathOf(made)}.json`, { priority: 'high' }), 'expectedVersion');
  }),
  edit.writes('stale', 'A field that changed since the version that was seen is refused with 409', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page, { priority: 'normal' });
    const body = { expectedVersion: made['version'] };
    status(await page.patch(`${pathOf(made)}.json`, { ...body, priority: 'urgent' }), 200);
    const answer = status(await page.patch(`${pathOf(made)}.json`, { ...body, priority: 'low' }), 409);
    same(textIn(answer.content, 'priority'), 'urgent', 'The priority that the refusal tells');
    same((await readTicket(page, made))['priority'], 'urgent', 'The priority afterwards');
  }),
  edit.writes('other-field', 'A field that nobody changed is not refused for another', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page, { priority: 'normal' });
    const body = { expectedVersion: made['version'] };
    status(await page.patch(`${pathOf(made)}.json`, { ...body, priority: 'urgent' }), 200);
    const name = `${run.mark} renamed`;
    const answer = status(await page.patch(`${pathOf(made)}.json`, { ...body, customer: { name } }), 200);
    same(thingIn(answer.content, 'customer')['name'], name, 'The name of the customer');
  }),
  edit.writes('events', 'A change is told among the events of the ticket', async (run) => {
    const page = await run.agent();
    const made = await makeTicket(run, page, { priority: 'normal' });
    status(await page.patch(`${pathOf(made)}.json`, { expectedVersion: made['version'], priority: 'high' }), 200);
    const { contents } = status(await page.get(`${pathOf(made)}/events.json`), 200);
    holds(
      each(contents, 'kind').includes('priority_changed'),
      `No event tells it: ${JSON.stringify(each(contents, 'kind'))}`,
    );
  }),
];

export const creation: readonly Rule[] = [...creating, ...editing];
