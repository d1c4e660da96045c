import { memberToken, type Member } from '../../server/index.js';
import type { Answer } from '../answer.js';
import type { Sent } from '../client.js';
import { holds, oneIn, same, status } from '../expect.js';
import { LeftOut, rulesOf, type Rule } from '../rule.js';
import type { Run } from '../run.js';
import { altered } from './b-session.js';

const post = rulesOf('A.member', 'Open API: member linkage (POST)');
const get = rulesOf('A.member', 'Open API: member linkage (GET)');

const serverPath = '/api/v2/enduser/remote.json';
const browserPath = '/v2/enduser/remote.json';
const second = 1000;

type Facts = Partial<Omit<Member, 'service'>>;
type Values = Readonly<Record<string, string>>;

/** What a host sends for a member, with the token over it. */
async function linked(run: Run, facts: Facts = {}): Promise<Values> {
  const { organizationKey, serviceId } = run.target;
  if (organizationKey === undefined) throw new LeftOut('needs --organization-key');
  const member: Member = {
    service: serviceId,
    usercode: `${run.mark}-member`,
    username: 'Conformance',
    email: `${run.mark}-member@example.com`,
    time: run.now(),
    ...facts,
  };
  const token = await memberToken(organizationKey, member);
  run.client.hide(token);
  const told = Object.entries(member).filter((one): one is [string, string | number] => one[1] !== undefined);
  return { ...Object.fromEntries(told.map(([name, value]) => [name, String(value)])), token };
}

function formOf(values: Values): Sent {
  return {
    body: new URLSearchParams({ ...values }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  };
}

async function asServer(run: Run, values: Values): Promise<Answer> {
  const answer = await run.client.send('POST', serverPath, formOf(values));
  run.client.hide(/"content"\s*:\s*"([^"]+)"/.exec(answer.text)?.[1] ?? '');
  return answer;
}

async function enter(run: Run, { service, ...values }: Values, page = ''): Promise<Answer> {
  const query = Object.entries(values);
  const answer = await run.client.send('GET', `/${service}/hc/${page}`, { query });
  for (const cookie of answer.headers.getSetCookie()) run.client.hide(/=([^;]+)/.exec(cookie)?.[1] ?? '');
  return answer;
}

/** Nobody is let in: an alert may come with any status, but no visit begins. */
function isRefused(answer: Answer): void {
  const isPage = answer.status === 200 && !answer.headers.has('Set-Cookie');
  holds(answer.status >= 400 || isPage, `HTTP status is ${answer.status}: who came was let in`);
}

/** What makes a token worthless. */
const worthless: readonly (readonly [name: string, says: string, make: (run: Run) => Promise<Values>])[] = [
  ['old', 'A token of more than three minutes ago', (run) => linked(run, { time: run.now() - 200 * second })],
  [
    'wrong',
    'A token with one other character',
    async (run) => {
      const values = await linked(run);
      return { ...values, token: altered(values['token'] ?? '') };
    },
  ],
  ['usercode', 'A token for another member', async (run) => ({ ...(await linked(run)), usercode: run.mark })],
  ['time', 'A token for another time', async (run) => ({ ...(await linked(run)), time: String(run.now() - second) })],
];

export const members: readonly Rule[] = [
  post.writes('server', 'A server that links a member gets an access token', async (run) => {
    const answer = status(await asServer(run, await linked(run)), 200);
    const { content } = answer.result;
    holds(typeof content === 'string' && content !== '', 'There is no access token');
  }),
  post.writes('in-time', 'A token of two minutes ago is accepted', async (run) => {
    status(await asServer(run, await linked(run, { time: run.now() - 120 * second })), 200);
  }),
  post.writes('blank', 'Blank values are left out of the token, together with their ampersand', async (run) => {
    status(await asServer(run, await linked(run, { username: '', email: '' })), 200);
  }),
  ...worthless.map(([name, says, make]) =>
    post.writes(`${name}-post`, `${says} links nobody`, async (run) => {
      const values = await make(run);
      const answer = await asServer(run, values);
      holds(answer.status >= 400 || answer.header['isSuccessful'] === false, 'The member is linked');
      isRefused(await run.client.send('POST', browserPath, formOf(values)));
    }),
  ),
  post.writes('browser', 'A browser without returnUrl is answered with SUCCESS', async (run) => {
    const answer = status(await run.client.send('POST', browserPath, formOf(await linked(run))), 200);
    same(answer.text.trim(), 'SUCCESS', 'The text');
  }),
  post.writes('return', 'A browser goes to returnUrl, which the token covers', async (run) => {
    const { url, serviceId } = run.target;
    const returnUrl = `${url}/${serviceId}/hc/`;
    const answer = await run.client.send('POST', browserPath, formOf(await linked(run, { returnUrl })));
    status(answer, 301, 302, 303);
    same(answer.headers.get('Location'), returnUrl, 'Location');
    const other = { ...(await linked(run)), returnUrl };
    isRefused(await run.client.send('POST', browserPath, formOf(other)));
  }),
  post.writes('entry', 'The access token opens the help center', async (run) => {
    const accessToken = status(await asServer(run, await linked(run)), 200).result['content'];
    const answer = await enter(run, { service: run.target.serviceId, accessToken: String(accessToken) });
    oneIn(answer.status, [200, 302, 303], 'The HTTP status');
    isRefused(await enter(run, { service: run.target.serviceId, accessToken: altered(String(accessToken)) }));
  }),
  get.writes('get', 'An address with a token opens each page of the help center', async (run) => {
    for (const page of ['', 'ticket/', 'ticket/list/']) {
      oneIn((await enter(run, await linked(run), page)).status, [200, 302, 303], `The HTTP status of hc/${page}`);
    }
  }),
  ...worthless.map(([name, says, make]) =>
    get.writes(`${name}-get`, `${says} opens nothing`, async (run) => {
      isRefused(await enter(run, await make(run)));
    }),
  ),
];
