import type { AgentCaller } from '../agent-caller.js';
import type { Thing } from '../answer.js';
import { act, claimBody, historyOf, needs, settingsOf } from '../console-tickets.js';
import { each, holds, numberIn, oneIn, same, status, textIn, thingIn, thingsIn } from '../expect.js';
import { detailed, detailPath, listed, newInquiry, type Inquiry } from '../open-tickets.js';
import { rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';

const told = rulesOf('A.told', 'Console contract: what customers are told of the work of agents');

function asTicket({ ticketId }: Inquiry): Thing {
  return { ticketId };
}

async function claimed(run: Run, page: AgentCaller, subject: string): Promise<Inquiry> {
  const inquiry = await newInquiry(run, subject);
  status(await act(page, asTicket(inquiry), 'claim', await claimBody(run, page)), 200);
  return inquiry;
}

async function processed(run: Run, page: AgentCaller, inquiry: Inquiry, action: string): Promise<void> {
  const settings = await settingsOf(run);
  const types = thingsIn(settings, 'handlingTypes');
  const end = types.find(({ id }) => !types.some(({ parent }) => parent === id));
  const handlingTypeId = settings['handlingTypeRequired'] === true ? end?.['id'] : undefined;
  const body = {
    action,
    html: `<p>${run.mark} ${action}</p>`,
    ...(handlingTypeId !== undefined && { handlingTypeId }),
  };
  status(await act(page, asTicket(inquiry), 'process', body), 200);
}

/** Waits until the mail of an answer can no longer be taken back. */
async function untilSent(run: Run): Promise<void> {
  await run.surroundings.wait((numberIn(await settingsOf(run), 'undoSeconds') + 1) * 1000);
}

async function isStatus(run: Run, inquiry: Inquiry, expected: string): Promise<void> {
  const content = await detailed(run, inquiry);
  same(content['status'], expected, 'status');
  holds(textIn(content, 'statusName') !== '', 'statusName is empty');
}

export const tellings: readonly Rule[] = [
  told.writes('status', 'Customers are told new, open, reply, solved and closed', async (run) => {
    const page = await run.agent();
    const inquiry = await newInquiry(run, 'status');
    await isStatus(run, inquiry, 'new');
    status(await act(page, asTicket(inquiry), 'claim', await claimBody(run, page)), 200);
    await isStatus(run, inquiry, 'open');
    await processed(run, page, inquiry, 'hold');
    await untilSent(run);
    await isStatus(run, inquiry, 'reply');
    await processed(run, page, inquiry, 'resolve');
    await untilSent(run);
    await isStatus(run, inquiry, 'solved');
    status(await act(await run.admin(), asTicket(inquiry), 'complete'), 200);
    await isStatus(run, inquiry, 'closed');
  }),
  told.writes('answer', 'The answer of an agent is told as csuser or reply, once it is sent', async (run) => {
    const page = await run.agent();
    const inquiry = await claimed(run, page, 'answer');
    await processed(run, page, inquiry, 'resolve');
    await untilSent(run);
    const [newest] = thingsIn(await detailed(run, inquiry), 'contents');
    holds(newest !== undefined && String(newest['content']).includes(`${run.mark} resolve`), 'The answer is not told');
    if (newest) oneIn(newest['type'], ['csuser', 'reply'], 'type');
  }),
  told.writes('comment', 'What agents write to each other is not told', async (run) => {
    const page = await run.agent();
    const inquiry = await newInquiry(run, 'comment');
    const body = { action: 'comment', html: `<p>${run.mark} among ourselves</p>` };
    status(await page.post(`/tickets/${inquiry.ticketId}/process.json`, body), 200);
    const answer = status(await run.signed.get(detailPath(inquiry)), 200);
    holds(!answer.text.includes('among ourselves'), 'The customer is told an internal comment');
    same(thingsIn(answer.content, 'contents').length, 0, 'The number of entries');
  }),
  told.writes('spam', 'A ticket in the spam box is in no list of its customer, and 404', async (run) => {
    const page = await run.agent();
    const inquiry = await newInquiry(run, 'spam');
    const body = { action: 'internal', reason: 'spam', html: `<p>${run.mark}</p>` };
    status(await act(page, asTicket(inquiry), 'process', body), 200);
    same((await listed(run, inquiry.usercode)).length, 0, 'The number of tickets');
    status(await run.signed.get(detailPath(inquiry)), 404);
  }),
  told.writes('deleted', 'A deleted ticket is 404', async (run) => {
    const boss = await run.admin();
    const inquiry = await newInquiry(run, 'deleted');
    const body = { action: 'internal', reason: 'spam', html: `<p>${run.mark}</p>` };
    const spam = thingIn(status(await act(boss, asTicket(inquiry), 'process', body), 200).content, 'ticket');
    status(await boss.delete(`/tickets/${inquiry.ticketId}.json`, { expectedVersion: spam['version'] }), 200);
    status(await run.signed.get(detailPath(inquiry)), 404);
    same(each(await listed(run, inquiry.usercode), 'ticketId'), [], 'The tickets in the list');
  }),
  told.writes('masked', 'Masked words are asterisks for the customer, too', async (run) => {
    const page = await run.agent();
    await needs(run, page, 'mask');
    const secret = '4929-0000-1111-2228';
    const inquiry = await newInquiry(run, 'masked', { content: `${run.mark} ${secret} end` });
    const [message] = await historyOf(page, asTicket(inquiry));
    const start = textIn(message ?? {}, 'text').indexOf(secret);
    const body = { start, length: secret.length, expectedVersion: message?.['bodyVersion'] };
    status(await page.post(`/messages/${String(message?.['id'])}/masks.json`, body), 201);
    const answer = status(await run.signed.get(detailPath(inquiry)), 200);
    holds(!answer.text.includes(secret), 'The customer is told the words that were masked');
    holds(
      textIn(answer.content, 'content').includes('*'.repeat(secret.length)),
      'There are no asterisks in their place',
    );
  }),
];
