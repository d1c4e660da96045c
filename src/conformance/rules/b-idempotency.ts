import { makeTicket, newTicket, pathOf, tryTicket } from '../console-tickets.js';
import { holds, same, status } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';

const { writes } = rulesOf('B.idempotency', 'Console contract: Idempotency-Key');

export const idempotency: readonly Rule[] = [
  writes('missing', 'A call that changes something is refused with 400 without a key', async (run) => {
    status(await tryTicket(run, await run.agent(), await newTicket(run), { key: null }), 400);
  }),
  writes('same-answer', 'The same key and body give the first answer again, and do it once', async (run) => {
    const page = await run.agent();
    const body = await newTicket(run);
    const key = crypto.randomUUID();
    const first = status(await tryTicket(run, page, body, { key }), 201);
    const second = status(await tryTicket(run, page, body, { key }), 201);
    same(second.content['ticketId'], first.content['ticketId'], 'The ticket of the second answer');
  }),
  writes('quoted', 'A key is the same quoted or bare', async (run) => {
    const page = await run.agent();
    const body = await newTicket(run);
    const key = crypto.randomUUID();
    const bare = status(await tryTicket(run, page, body, { key }), 201);
    const quoted = status(await tryTicket(run, page, body, { key: `"${key}"` }), 201);
    same(quoted.content['ticketId'], bare.content['ticketId'], 'The ticket of the second answer');
  }),
  writes('same-key-other-body', 'The same key with another body is refused with 422', async (run) => {
    const page = await run.agent();
    const key = crypto.randomUUID();
    status(await tryTicket(run, page, await newTicket(run), { key }), 201);
    const other = await newTicket(run, { subject: `[${run.mark}] another` });
    const answer = status(await tryTicket(run, page, other, { key }), 422);
    same(answer.code, 'idempotency_key_reused', 'The code');
  }),
  writes('per-agent', 'The key of one agent says nothing about the call of another', async (run) => {
    const [page, second] = [await run.agent(), await run.second()];
    const body = await newTicket(run);
    const key = crypto.randomUUID();
    const first = status(await tryTicket(run, page, body, { key }), 201);
    const other = status(await tryTicket(run, second, body, { key }), 201);
    holds(other.content['ticketId'] !== first.content['ticketId'], 'The answer of the other agent came again');
  }),
  writes('at-once', 'Two calls at once with the same key do it once', async (run) => {
    const page = await run.agent();
    const ticket = await makeTicket(run, page);
    const key = crypto.randomUUID();
    const body = { action: 'comment', html: `<p>${run.mark} at once</p>` };
    const path = `${pathOf(ticket)}/process.json`;
    const both = await Promise.all([page.post(path, body, { key }), page.post(path, body, { key })]);
    for (const answer of both) status(answer, 200);
    const { contents } = status(await page.get(`${pathOf(ticket)}/history.json`), 200);
    same(contents.filter(({ kind }) => kind === 'comment').length, 1, 'The number of comments');
  }),
];
