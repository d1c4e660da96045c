import type { AgentCaller } from '../agent-caller.js';
import type { Thing } from '../answer.js';
import {
  act,
  claimBody,
  claimedTicket,
  groupsOf,
  historyOf,
  lacks,
  makeTicket,
  needs,
  pathOf,
  readTicket,
  settingsOf,
} from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { each, holds, numberIn, same, status, textIn, thingIn, thingsIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';

const claim = rulesOf('B.claim', 'Console contract: claim');
const process = rulesOf('B.process', 'Console contract: process');
const forward = rulesOf('B.forward', 'Console contract: forward');
const admin = rulesOf('B.admin', 'Console contract: complete, restore, delete');

const claiming: readonly Rule[] = [
  claim.writes('done', 'An unassigned ticket that is claimed is in work by who claimed it', async (run) => {
    const page = await run.agent();
    const answer = status(await act(page, await makeTicket(run, page), 'claim', await claimBody(run, page)), 200);
    fitsDocument(run, answer, 'post', '/tickets/{ticketId}/claim.json');
    same(answer.content['status'], 'processing', 'The status');
    same(thingIn(answer.content, 'assignee')['usercode'], page.usercode, 'The assignee');
  }),
  claim.writes('group-needed', 'An agent of several groups says for which one', async (run) => {
    const page = await run.agent();
    if ((await groupsOf(run, page)).length < 2) throw new LeftOut(`${page.usercode} is not in several groups`);
    status(await act(page, await makeTicket(run, page), 'claim'), 400);
  }),
  claim.writes('taken', 'A ticket that somebody has is not claimed: 409 with the ticket', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const ticket = await claimedTicket(run, page);
    const answer = status(await act(second, ticket, 'claim', await claimBody(run, second)), 409);
    same(answer.content['ticketId'], ticket['ticketId'], 'The ticket of the refusal');
    same(thingIn(await readTicket(page, ticket), 'assignee')['usercode'], page.usercode, 'The assignee afterwards');
  }),
  claim.writes('stale', 'Two agents who saw the same version: the second is refused with 409', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const ticket = await makeTicket(run, page);
    const path = `${pathOf(ticket)}/claim.json`;
    const expectedVersion = ticket['version'];
    status(await page.post(path, { expectedVersion, ...(await claimBody(run, page)) }), 200);
    status(await second.post(path, { expectedVersion, ...(await claimBody(run, second)) }), 409);
  }),
  claim.writes('version-missing', 'Without the version that was seen it is refused with 400', async (run) => {
    const page = await run.agent();
    const ticket = await makeTicket(run, page);
    status(await page.post(`${pathOf(ticket)}/claim.json`, await claimBody(run, page)), 400);
  }),
];

/** What an agent writes to the customer, with what the service asks for beside it. */
async function answerBody(run: Run, action: string): Promise<Thing> {
  const settings = await settingsOf(run);
  const types = thingsIn(settings, 'handlingTypes');
  const ends = types.filter(({ id }) => !types.some(({ parent }) => parent === id));
  const handlingTypeId = settings['handlingTypeRequired'] === true ? ends[0]?.['id'] : undefined;
  return { action, html: `<p>${run.mark} ${action}</p>`, ...(handlingTypeId !== undefined && { handlingTypeId }) };
}

async function processed(run: Run, page: AgentCaller, action: string, to: string): Promise<Thing> {
  const ticket = await claimedTicket(run, page);
  const answer = status(await act(page, ticket, 'process', await answerBody(run, action)), 200);
  fitsDocument(run, answer, 'post', '/tickets/{ticketId}/process.json');
  const after = thingIn(answer.content, 'ticket');
  same(after['status'], to, 'The status');
  const last = (await historyOf(page, ticket)).at(-1);
  holds(String(last?.['text']).includes(`${run.mark} ${action}`), 'The history does not end with what was written');
  return after;
}

/** A resolved ticket that others are made of. */
function resolved(run: Run): Promise<Thing> {
  return run.once('a resolved ticket', async () => processed(run, await run.agent(), 'resolve', 'resolved'));
}

const processing: readonly Rule[] = [
  process.writes('resolve', 'An answer resolves the ticket', async (run) => {
    const after = await processed(run, await run.agent(), 'resolve', 'resolved');
    same(after['resolution'], 'customer', 'The resolution');
  }),
  process.writes('hold', 'A ticket is put on hold', async (run) => {
    await processed(run, await run.agent(), 'hold', 'pending');
  }),
  process.writes('mail', 'An answer to a customer with an address queues one mail to it', async (run) => {
    const page = await run.agent();
    const last = (await historyOf(page, await resolved(run))).at(-1);
    holds(last !== undefined && last['mail'] !== null, 'The answer has no mail');
    if (last) same(thingIn(last, 'mail')['to'], `${run.mark}@example.com`, 'The address');
  }),
  process.writes('undo', 'Inside the window a mail can be taken back: the ticket is what it was', async (run) => {
    const page = await run.agent();
    if (numberIn(await settingsOf(run), 'undoSeconds') < 2) throw new LeftOut('the service has no undo window');
    const ticket = await claimedTicket(run, page);
    status(await act(page, ticket, 'process', await answerBody(run, 'resolve')), 200);
    const last = (await historyOf(page, ticket)).at(-1);
    const mailId = textIn(thingIn(last ?? {}, 'mail'), 'mailId');
    const { content } = status(await page.post(`${pathOf(ticket)}/mail/${mailId}/undo.json`), 200);
    same(content['status'], 'processing', 'The status');
  }),
  process.writes('comment', 'A comment needs no version and leaves the status as it is', async (run) => {
    const page = await run.agent();
    const ticket = await makeTicket(run, page);
    const body = { action: 'comment', html: `<p>${run.mark} note</p>` };
    const answer = status(await page.post(`${pathOf(ticket)}/process.json`, body), 200);
    same(thingIn(answer.content, 'ticket')['status'], 'unassigned', 'The status');
    same(thingIn(answer.content, 'entry')['kind'], 'comment', 'The kind of the entry');
  }),
  process.writes('internal-reason', 'Resolving internally asks for a reason', async (run) => {
    const page = await run.agent();
    status(await act(page, await makeTicket(run, page), 'process', { action: 'internal', html: '' }), 400);
  }),
  process.writes('internal', 'A ticket resolved internally says why', async (run) => {
    const page = await run.agent();
    const body = { action: 'internal', reason: 'test', html: `<p>${run.mark}</p>` };
    const answer = status(await act(page, await makeTicket(run, page), 'process', body), 200);
    const after = thingIn(answer.content, 'ticket');
    same([after['status'], after['resolution'], after['reason']], ['resolved', 'internal', 'test'], 'What it is');
  }),
  process.writes('version-missing', 'An answer without the version that was seen is refused with 400', async (run) => {
    const page = await run.agent();
    const ticket = await claimedTicket(run, page);
    status(await page.post(`${pathOf(ticket)}/process.json`, await answerBody(run, 'resolve')), 400);
  }),
  process.writes('stale', 'An answer to a version since which the status changed is refused with 409', async (run) => {
    const page = await run.agent();
    const ticket = await claimedTicket(run, page);
    const expectedVersion = ticket['version'];
    const path = `${pathOf(ticket)}/process.json`;
    status(await page.post(path, { ...(await answerBody(run, 'hold')), expectedVersion }), 200);
    const answer = status(await page.post(path, { ...(await answerBody(run, 'resolve')), expectedVersion }), 409);
    same(answer.content['status'], 'pending', 'The status that the refusal tells');
    same((await readTicket(page, ticket))['status'], 'pending', 'The status afterwards');
  }),
  process.writes('transition', 'What the status does not allow is refused with 409', async (run) => {
    status(await act(await run.agent(), await resolved(run), 'process', await answerBody(run, 'hold')), 409);
  }),
  process.writes('not-assignee', 'Whose ticket it is not may not answer it: 403', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const ticket = await claimedTicket(run, page);
    status(await act(second, ticket, 'process', await answerBody(run, 'resolve')), 403);
    same((await readTicket(page, ticket))['status'], 'processing', 'The status afterwards');
  }),
  process.writes('forbidden-word', 'An answer with a forbidden word is refused with 422', async (run) => {
    const words = (await settingsOf(run))['forbiddenWords'];
    const [word] = Array.isArray(words) ? (words as readonly string[]) : [];
    if (word === undefined) throw new LeftOut('the service has no forbidden words');
    const page = await run.agent();
    const body = { ...(await answerBody(run, 'resolve')), html: `<p>${word}</p>` };
    const answer = status(await act(page, await claimedTicket(run, page), 'process', body), 422);
    same(answer.code, 'forbidden_word', 'The code');
  }),
];

/** A group, and an agent of it who can be chosen. */
async function choice(run: Run, but: string): Promise<{ groupId: number; usercode: string }> {
  for (const group of thingsIn(await settingsOf(run), 'groups')) {
    const one = thingsIn(group, 'agents').find(({ assignable, usercode }) => assignable === true && usercode !== but);
    if (one) return { groupId: numberIn(group, 'groupId'), usercode: textIn(one, 'usercode') };
  }
  throw new LeftOut('no group has another agent who can be chosen');
}

const forwarding: readonly Rule[] = [
  forward.writes('done', 'A ticket is handed to an agent of a group', async (run) => {
    const page = await run.agent();
    await needs(run, page, 'forward');
    const chosen = await choice(run, page.usercode);
    const answer = status(await act(page, await makeTicket(run, page), 'forward', chosen), 200);
    fitsDocument(run, answer, 'post', '/tickets/{ticketId}/forward.json');
    same(thingIn(answer.content, 'assignee')['usercode'], chosen.usercode, 'The assignee');
    same(thingIn(answer.content, 'group')['groupId'], chosen.groupId, 'The group');
  }),
  forward.writes('permission', 'Without the permission nothing is handed on: 403', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    await lacks(run, second, 'forward');
    const ticket = await makeTicket(run, page);
    status(await act(second, ticket, 'forward', await choice(run, second.usercode)), 403);
    same((await readTicket(page, ticket))['assignee'], null, 'The assignee afterwards');
  }),
];

const administering: readonly Rule[] = [
  admin.writes('complete', 'Administrators complete a resolved ticket, others are refused with 403', async (run) => {
    const [page, boss] = [await run.agent(), await run.admin()];
    await requireAgent(run, page);
    const ticket = await processed(run, page, 'resolve', 'resolved');
    status(await act(page, ticket, 'complete'), 403);
    same(status(await act(boss, ticket, 'complete'), 200).content['status'], 'completed', 'The status');
  }),
  admin.writes('spam', 'A ticket in the spam box is in no other view, and can be restored', async (run) => {
    const [page, boss] = [await run.agent(), await run.admin()];
    await requireAgent(run, page);
    const ticket = await spam(run, page);
    const ticketId = textIn(ticket, 'ticketId');
    const search: readonly (readonly [string, string])[] = [['q', ticketId]];
    const inAll = status(await page.get('/tickets.json', { query: [['view', 'all'], ...search] }), 200).contents;
    const inBox = status(await page.get('/tickets.json', { query: [['view', 'spam'], ...search] }), 200).contents;
    same([each(inAll, 'ticketId'), each(inBox, 'ticketId')], [[], [ticketId]], 'Where it is listed');
    status(await act(page, ticket, 'restore'), 403);
    same(status(await act(boss, ticket, 'restore'), 200).content['spam'], false, 'spam');
  }),
  admin.writes('delete', 'Administrators delete what is in the spam box; then it is 404 for everybody', async (run) => {
    const [page, boss] = [await run.agent(), await run.admin()];
    await requireAgent(run, page);
    const ticket = await spam(run, page);
    const { version: expectedVersion } = await readTicket(page, ticket);
    status(await page.delete(`${pathOf(ticket)}.json`, { expectedVersion }), 403);
    status(await boss.delete(`${pathOf(ticket)}.json`, { expectedVersion }), 200);
    for (const one of [page, boss]) status(await one.get(`${pathOf(ticket)}.json`), 404);
  }),
  admin.writes('delete-not-spam', 'Nothing is deleted outside the spam box: 409', async (run) => {
    const boss = await run.admin();
    const { version: expectedVersion, ...ticket } = await makeTicket(run, boss);
    status(await boss.delete(`${pathOf(ticket)}.json`, { expectedVersion }), 409);
  }),
];

/** Leaves the rule out where the agent at work is an administrator, whom nothing is refused. */
export async function requireAgent(run: Run, page: AgentCaller): Promise<void> {
  const { content } = status(await page.get('/session.json'), 200);
  if (thingIn(content, 'agent')['role'] === 'admin') throw new LeftOut(`${page.usercode} is an administrator`);
}

async function spam(run: Run, page: AgentCaller): Promise<Thing> {
  const ticket = await makeTicket(run, page);
  const body = { action: 'internal', reason: 'spam', html: `<p>${run.mark}</p>` };
  const answer = status(await act(page, ticket, 'process', body), 200);
  same(thingIn(answer.content, 'ticket')['spam'], true, 'spam');
  return ticket;
}

export const work: readonly Rule[] = [...claiming, ...processing, ...forwarding, ...administering];
