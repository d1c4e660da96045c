import type { AgentCaller } from '../agent-caller.js';
import type { Thing } from '../answer.js';
import type { Query } from '../client.js';
import { historyOf, lacks, makeTicket, needs, sessionOf } from '../console-tickets.js';
import { fitsDocument } from '../contract.js';
import { holds, numberIn, same, status, textIn, thingIn } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';

const { writes } = rulesOf('B.masks', 'Console contract: masks');

/** The words that are hidden: like a number of a card that nobody has. */
const secret = '4929-0000-1111-2228';

/** An agent whose service has masking, and who may mask. */
async function masker(run: Run, page: Promise<AgentCaller>): Promise<AgentCaller> {
  const agent = await page;
  const { security } = thingIn(await sessionOf(run, agent), 'capabilities') as { security?: unknown };
  if (security !== true) throw new LeftOut('the service has no security service');
  await needs(run, agent, 'mask');
  return agent;
}

interface Hidden {
  readonly ticket: Thing;
  readonly entry: Thing;
  readonly mask: string;
}

async function inquiryOf(page: AgentCaller, ticket: Thing): Promise<Thing> {
  const [inquiry] = await historyOf(page, ticket);
  if (!inquiry) throw new LeftOut('the ticket has no inquiry');
  return inquiry;
}

async function secretTicket(run: Run, page: AgentCaller): Promise<Thing> {
  return makeTicket(run, page, { html: `<p>${run.mark} <b title="${secret}">card</b> ${secret} end</p>` });
}

function bodyOf(entry: Thing): { start: number; length: number; expectedVersion: number } {
  const start = textIn(entry, 'text').indexOf(secret);
  return { start, length: secret.length, expectedVersion: numberIn(entry, 'bodyVersion') };
}

async function hide(run: Run, page: AgentCaller): Promise<Hidden> {
  const ticket = await secretTicket(run, page);
  const before = await inquiryOf(page, ticket);
  const answer = status(await page.post(`/messages/${String(before['id'])}/masks.json`, bodyOf(before)), 201);
  fitsDocument(run, answer, 'post', '/messages/{entryId}/masks.json');
  return { ticket, entry: thingIn(answer.content, 'entry'), mask: textIn(answer.content, 'mask') };
}

/** One mask that rules look at without changing it. */
function sample(run: Run): Promise<Hidden> {
  return run.once('a mask', async () => hide(run, await masker(run, run.agent())));
}

function isGone(text: string): void {
  holds(!text.includes(secret), 'The words that were masked are still there');
}

export const masks: readonly Rule[] = [
  writes('hidden', 'Masked words are asterisks for everybody, in text, HTML and attributes', async (run) => {
    const page = await masker(run, run.agent());
    const { ticket, entry, mask } = await hide(run, page);
    isGone(JSON.stringify(entry));
    const answer = status(await page.get(`/tickets/${textIn(ticket, 'ticketId')}/history.json`), 200);
    isGone(answer.text);
    const [inquiry] = answer.contents;
    holds(String(inquiry?.['text']).includes('*'.repeat(secret.length)), 'The text has no asterisks in their place');
    const all = (inquiry?.['masks'] ?? []) as readonly Thing[];
    holds(
      all.some(({ id, state }) => id === mask && state === 'masked'),
      'The message does not name the mask',
    );
  }),
  writes('search', 'A search for masked words finds nothing', async (run) => {
    const page = await masker(run, run.agent());
    const { ticket } = await sample(run);
    const query: Query = [
      ['view', 'all'],
      ['q', secret],
    ];
    const { contents } = status(await page.get('/tickets.json', { query }), 200);
    const found = contents.some(({ ticketId }) => ticketId === ticket['ticketId']);
    holds(!found, 'The ticket is found by the words that were masked');
  }),
  writes('stale', 'A message that changed since it was seen is not masked: 409', async (run) => {
    const page = await masker(run, run.agent());
    const { entry } = await sample(run);
    const body = { start: 0, length: 4, expectedVersion: numberIn(entry, 'bodyVersion') - 1 };
    if (body.expectedVersion < 1) throw new LeftOut('the version of the message did not grow');
    status(await page.post(`/messages/${String(entry['id'])}/masks.json`, body), 409);
  }),
  writes('permission', 'Without the permission nothing is masked: 403', async (run) => {
    const [page, second] = [await masker(run, run.agent()), await run.second()];
    await lacks(run, second, 'mask');
    const ticket = await secretTicket(run, page);
    const inquiry = await inquiryOf(page, ticket);
    status(await second.post(`/messages/${String(inquiry['id'])}/masks.json`, bodyOf(inquiry)), 403);
    same((await inquiryOf(page, ticket))['masks'], [], 'The masks afterwards');
  }),
  writes('reveal', 'Revealed words are told for some seconds, kept by nobody', async (run) => {
    const page = await masker(run, run.agent());
    await needs(run, page, 'reveal');
    const { mask, ticket } = await sample(run);
    const answer = status(await page.post(`/masks/${mask}/reveal.json`, { purpose: run.mark }, { key: null }), 200);
    fitsDocument(run, answer, 'post', '/masks/{maskId}/reveal.json');
    same(answer.content['text'], secret, 'The text');
    holds(/no-store/.test(answer.headers.get('Cache-Control') ?? ''), 'The answer does not forbid to be kept');
    isGone(JSON.stringify(await historyOf(page, ticket)));
  }),
  writes('reveal-purpose', 'Nothing is revealed without a purpose: 400', async (run) => {
    const page = await masker(run, run.agent());
    await needs(run, page, 'reveal');
    status(await page.post(`/masks/${(await sample(run)).mask}/reveal.json`, {}, { key: null }), 400);
  }),
  writes('reveal-permission', 'Without the permission nothing is revealed: 403', async (run) => {
    const second = await run.second();
    const { mask } = await sample(run);
    await lacks(run, second, 'reveal');
    const answer = await second.post(`/masks/${mask}/reveal.json`, { purpose: run.mark }, { key: null });
    isGone(answer.text);
    status(answer, 403);
  }),
  writes('unmask-permission', 'Without the permission nothing is unmasked: 403', async (run) => {
    const second = await run.second();
    const { mask, entry } = await sample(run);
    await lacks(run, second, 'unmask');
    const body = { reason: run.mark, expectedVersion: entry['bodyVersion'] };
    const answer = await second.post(`/masks/${mask}/unmask.json`, body);
    isGone(answer.text);
    status(answer, 403);
  }),
  writes('unmask', 'Unmasked words come back to their place for everybody', async (run) => {
    const boss = await masker(run, run.admin());
    await needs(run, boss, 'unmask');
    const { ticket, entry, mask } = await hide(run, boss);
    const body = { reason: run.mark, expectedVersion: entry['bodyVersion'] };
    const answer = status(await boss.post(`/masks/${mask}/unmask.json`, body), 200);
    fitsDocument(run, answer, 'post', '/masks/{maskId}/unmask.json');
    holds(textIn(await inquiryOf(boss, ticket), 'text').includes(`card ${secret} end`), 'The words did not come back');
  }),
  writes('purge', 'Purged words can never be revealed again: 410', async (run) => {
    const boss = await masker(run, run.admin());
    await needs(run, boss, 'purge');
    await needs(run, boss, 'reveal');
    const { mask } = await hide(run, boss);
    status(await boss.post(`/masks/${mask}/purge.json`, { reason: run.mark }), 200);
    status(await boss.post(`/masks/${mask}/reveal.json`, { purpose: run.mark }, { key: null }), 410);
  }),
  writes('other-service', 'A mask of another service is 404', async (run) => {
    const { mask } = await sample(run);
    const stranger = await run.otherAgent();
    const answer = await stranger.post(`/masks/${mask}/reveal.json`, { purpose: run.mark }, { key: null });
    isGone(answer.text);
    status(answer, 404);
  }),
];
