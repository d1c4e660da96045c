import { fitsDocument } from '../contract.js';
import { sessionOf, settingsOf } from '../console-tickets.js';
import { each, fits, holds, same, status, thingIn, thingsIn } from '../expect.js';
import { rulesOf, type Rule } from '../rule.js';
import { object, text, time } from '../schema.js';

const token = rulesOf('B.token', 'Console contract: agent tokens');
const session = rulesOf('B.session', 'Console contract: session');
const settings = rulesOf('B.settings', 'Console contract: settings');

const tokenPath = '/openapi/v1/console/token.json';
const quarter = 15 * 60_000;

/** Another character in the middle: the last one of Base64 may have bits that say nothing. */
export function altered(text: string): string {
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
}

const tokens: readonly Rule[] = [
  token.reads('minted', 'A signed call mints a token for an agent, good for 15 minutes', async (run) => {
    const answer = await run.signed.post(tokenPath, { usercode: run.target.agent });
    const { content } = status(answer, 200);
    fits(content, object({ token: text, expiresAt: time }), 'The content');
    const lasts = Number(content['expiresAt']) - run.now();
    holds(Math.abs(lasts - quarter) < 60_000, `The token lasts ${Math.round(lasts / 1000)} s, not 900 s`);
  }),
  token.reads('unknown-agent', 'No token for an agent whom the service does not have: 404', async (run) => {
    status(await run.signed.post(tokenPath, { usercode: run.mark }), 404);
  }),
  token.reads('unsigned', 'No token without a signature: 400', async (run) => {
    const answer = await run.signed.post(tokenPath, { usercode: run.target.agent }, { authorization: () => null });
    status(answer, 400);
  }),
  token.reads('missing', 'A call of the console without a token is refused with 401', async (run) => {
    status(await run.plain('GET', '/openapi/v1/console/session.json'), 401);
  }),
  token.reads('forged', 'A token with one other character is refused with 401', async (run) => {
    const answer = await run.signed.post(tokenPath, { usercode: run.target.agent });
    const minted = String(answer.content['token']);
    const headers = { Authorization: `Bearer ${altered(minted)}` };
    status(await run.plain('GET', '/openapi/v1/console/session.json', { headers }), 401);
  }),
  token.reads('other-service', 'A token finds nothing in another service: 404', async (run) => {
    const answer = await run.signed.post(tokenPath, { usercode: run.target.agent });
    const minted = String(answer.content['token']);
    const path = `/${run.otherServiceId}/openapi/v1/console/session.json`;
    status(await run.client.send('GET', path, { headers: { Authorization: `Bearer ${minted}` } }), 404);
  }),
];

export const sessions: readonly Rule[] = [
  ...tokens,
  session.reads('shape', 'The session has the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/session.json'), 200);
    fitsDocument(run, answer, 'get', '/session.json');
  }),
  session.reads('agent', 'The session is that of the token: its agent and its service', async (run) => {
    const page = await run.agent();
    const content = await sessionOf(run, page);
    same(thingIn(content, 'agent')['usercode'], page.usercode, 'agent.usercode');
    same(thingIn(content, 'service')['serviceId'], run.target.serviceId, 'service.serviceId');
  }),
  settings.reads('shape', 'The settings have the form of the document', async (run) => {
    const answer = status(await (await run.agent()).get('/settings.json'), 200);
    fitsDocument(run, answer, 'get', '/settings.json');
  }),
  settings.reads('trees', 'Every node of the type trees is at the top or below another node', async (run) => {
    const content = await settingsOf(run);
    for (const name of ['categories', 'handlingTypes']) {
      const nodes = thingsIn(content, name);
      const ids = new Set(each(nodes, 'id'));
      const lost = nodes.find(({ parent }) => parent !== 0 && !ids.has(parent));
      holds(!lost, `${name}: node ${JSON.stringify(lost)} is below none`);
    }
  }),
  settings.reads('groups', 'The groups of the settings name the agent where the session says so', async (run) => {
    const page = await run.agent();
    const own = each(thingsIn(thingIn(await sessionOf(run, page), 'agent'), 'groups'), 'groupId');
    const groups = thingsIn(await settingsOf(run), 'groups');
    for (const groupId of own) {
      const group = groups.find((one) => one['groupId'] === groupId);
      holds(group !== undefined, `The settings do not have group ${String(groupId)}`);
      const agents = group ? each(thingsIn(group, 'agents'), 'usercode') : [];
      holds(agents.includes(page.usercode), `Group ${String(groupId)} does not name ${page.usercode}`);
    }
  }),
];
