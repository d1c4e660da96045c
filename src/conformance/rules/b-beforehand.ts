import { makeTicket, newTicket, pathOf, readTicket, sampleTicket, settingsOf, tryTicket } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { each, holds, same, status, textIn, thingIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';

const bulk = rulesOf('B.bulk', 'Console contract: tickets/bulk.json');
const preview = rulesOf('B.preview', 'Console contract: preview');
const customers = rulesOf('B.customers', 'Console contract: customers.json');

/** What a page asks before something is done. */
export const beforehand: readonly Rule[] = [
  bulk.writes('dry-run', 'A check tells what would be done to many tickets, and does nothing', async (run) => {
    const page = await run.agent();
    const tickets = [await makeTicket(run, page), await makeTicket(run, page)];
    const ids = tickets.map((ticket) => textIn(ticket, 'ticketId'));
    const body = { ids, action: 'star', starred: true, dryRun: true };
    const answer = status(await page.post('/tickets/bulk.json', body, { key: null }), 200);
    fitsDocument(run, answer, 'post', '/tickets/bulk.json');
    same([answer.content['total'], answer.content['eligible']], [2, 2], 'total and eligible');
    for (const ticket of tickets) same((await readTicket(page, ticket))['starred'], false, 'starred');
  }),
  preview.writes('mail', 'A preview shows the mail that the customer would get, and queues none', async (run) => {
    const page = await run.agent();
    const ticket = await sampleTicket(run);
    const body = { action: 'resolve', html: `<p>${run.mark} preview</p>` };
    const answer = status(await page.post(`${pathOf(ticket)}/preview.json`, body, { key: null }), 200);
    fitsDocument(run, answer, 'post', '/tickets/{ticketId}/preview.json');
    const mail = thingIn(answer.content, 'mail');
    same(mail['to'], `${run.mark}@example.com`, 'The address');
    holds(JSON.stringify(mail).includes(`${run.mark} preview`), 'The mail does not have the answer');
    const { contents } = status(await page.get(`${pathOf(ticket)}/history.json`), 200);
    same(contents.length, 1, 'The number of entries');
  }),
  preview.writes('forbidden-word', 'A preview names words that may not be sent', async (run) => {
    const words = (await settingsOf(run))['forbiddenWords'];
    const [word] = Array.isArray(words) ? (words as readonly string[]) : [];
    if (word === undefined) throw new LeftOut('the service has no forbidden words');
    const page = await run.agent();
    const body = { action: 'resolve', html: `<p>${word}</p>` };
    const path = `${pathOf(await sampleTicket(run))}/preview.json`;
    const { content } = status(await page.post(path, body, { key: null }), 200);
    same([content['blocked'], (content['forbidden'] as readonly unknown[]).length], [true, 1], 'blocked and how many');
  }),
  preview.writes('no-address', 'Without an address there is no mail, and the preview says why', async (run) => {
    const page = await run.agent();
    const endUser = { usercode: null, name: run.mark, email: null, phone: '010-0000-0000' };
    const ticket = status(await tryTicket(run, page, await newTicket(run, { endUser })), 201).content;
    const body = { action: 'resolve', html: `<p>${run.mark}</p>` };
    const { content } = status(await page.post(`${pathOf(ticket)}/preview.json`, body, { key: null }), 200);
    same(content['mail'], null, 'The mail');
    holds(typeof content['why'] === 'string', 'It does not say why');
  }),
  customers.writes('found', 'A known customer is found by the beginning of the address', async (run) => {
    const page = await run.agent();
    await sampleTicket(run);
    const answer = status(await page.get('/customers.json', { query: [['q', `${run.mark}@exam`]] }), 200);
    fitsDocument(run, answer, 'get', '/customers.json');
    holds(each(answer.contents, 'email').includes(`${run.mark}@example.com`), 'The customer is not found');
    holds(answer.contents.length <= 10, `${answer.contents.length} customers came, more than ten`);
  }),
];
