import { each, fits, holds, same, status } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { anything, object, oneOf, text, whole } from '../schema.js';

const { reads } = rulesOf('A.agents', 'Open API: agents');

const path = '/openapi/v1/users.json';
const agent = object({
  userId: whole,
  usercode: text,
  uuid: anything,
  username: text,
  role: oneOf('ROLE_FRONT_ADMIN', 'ROLE_FRONT_AGENT'),
});

async function all(run: Run) {
  const { contents } = status(await run.signed.get(path, { query: [['pageSize', '200']] }), 200);
  if (contents.length === 0) throw new LeftOut('the service has no agents');
  return contents;
}

export const agents: readonly Rule[] = [
  reads('list', 'Agents have the documented fields, and the one at work is among them', async (run) => {
    const found = await all(run);
    found.forEach((one, index) => fits(one, agent, `contents[${index}]`));
    holds(each(found, 'usercode').includes(run.target.agent), `${run.target.agent} is not among them`);
  }),
  reads('role', 'A role narrows the list', async (run) => {
    const found = await all(run);
    for (const role of ['ROLE_FRONT_ADMIN', 'ROLE_FRONT_AGENT']) {
      const query = [
        ['role', role],
        ['pageSize', '200'],
      ] as const;
      const { contents } = status(await run.signed.get(path, { query }), 200);
      const expected = found.filter((one) => one['role'] === role);
      same(each(contents, 'userId').sort(), each(expected, 'userId').sort(), `The agents with ${role}`);
    }
  }),
  reads('name', 'A name narrows the list', async (run) => {
    const [first] = await all(run);
    const { contents } = status(await run.signed.get(path, { query: [['name', String(first?.['username'])]] }), 200);
    holds(each(contents, 'userId').includes(first?.['userId']), 'An agent is not found by name');
    const none = status(await run.signed.get(path, { query: [['name', run.mark]] }), 200).contents;
    same(none.length, 0, 'The number of agents with another name');
  }),
  reads('detail', 'One agent comes by number, and what there is not is 404', async (run) => {
    const [first] = await all(run);
    const { content } = status(await run.signed.get(`/openapi/v1/users/${String(first?.['userId'])}.json`), 200);
    same(content, first, 'The agent');
    status(await run.signed.get('/openapi/v1/users/999999999.json'), 404);
  }),
  reads('unsigned', 'Agents do not come without a signature: 400', async (run) => {
    status(await run.signed.get(path, { authorization: () => null }), 400);
  }),
];
