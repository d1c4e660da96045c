import type { AgentCaller } from './agent-caller.js';
import type { Answer, Thing } from './answer.js';
import { noteTicket } from './cleanup.js';
import { numberIn, status, textIn, thingIn, thingsIn } from './expect.js';
import { LeftOut } from './rule.js';
import type { Run } from './run.js';
import { sampleValue } from './samples.js';

export function sessionOf(run: Run, page: AgentCaller): Promise<Thing> {
  return run.once(`the session of ${page.usercode}`, async () => status(await page.get('/session.json'), 200).content);
}

export function settingsOf(run: Run): Promise<Thing> {
  return run.once('the settings', async () => status(await (await run.agent()).get('/settings.json'), 200).content);
}

/** Whether an agent has a permission. */
export async function may(run: Run, page: AgentCaller, permission: string): Promise<boolean> {
  const agent = thingIn(await sessionOf(run, page), 'agent');
  return thingIn(agent, 'permissions')[permission] === true;
}

/** Leaves the rule out where the agent may not do it. */
export async function needs(run: Run, page: AgentCaller, permission: string): Promise<void> {
  if (!(await may(run, page, permission))) throw new LeftOut(`${page.usercode} has no permission "${permission}"`);
}

/** Leaves the rule out where the agent may do it, so that nothing is refused. */
export async function lacks(run: Run, page: AgentCaller, permission: string): Promise<void> {
  if (await may(run, page, permission)) throw new LeftOut(`${page.usercode} has the permission "${permission}"`);
}

export async function groupsOf(run: Run, page: AgentCaller): Promise<readonly number[]> {
  const groups = thingsIn(thingIn(await sessionOf(run, page), 'agent'), 'groups');
  return groups.map((group) => numberIn(group, 'groupId'));
}

/** A submission type that has none below it, and values for the fields that it asks for. */
async function typeOf(run: Run): Promise<{ categoryId: number; fields: Thing }> {
  const settings = await settingsOf(run);
  const types = thingsIn(settings, 'categories');
  const ends = types.filter(({ id }) => !types.some(({ parent }) => parent === id));
  for (const type of ends) {
    const asked = thingsIn(settings, 'fields').filter(
      ({ required, owner, categories }) =>
        required === true && owner === 'customer' && (!Array.isArray(categories) || categories.includes(type['id'])),
    );
    const values = asked.map((field) => [field['code'], sampleValue(field['type'], field['options'])] as const);
    if (values.every(([, value]) => value !== undefined)) {
      return { categoryId: numberIn(type, 'id'), fields: Object.fromEntries(values) as Thing };
    }
  }
  throw new LeftOut('the service has no submission type whose fields can be filled in');
}

/** What a ticket is made of by hand. */
export async function newTicket(run: Run, more: Thing = {}): Promise<Thing> {
  return {
    ...(await typeOf(run)),
    subject: `[${run.mark}] console`,
    html: `<p>${run.mark}</p>`,
    endUser: { usercode: run.mark, name: 'Conformance', email: `${run.mark}@example.com`, phone: null },
    ...more,
  };
}

/** Makes a ticket, whatever the answer; it is taken away in the end. */
export async function tryTicket(
  run: Run,
  page: AgentCaller,
  body: Thing,
  options?: { readonly key?: string | null },
): Promise<Answer> {
  const answer = await page.post('/tickets.json', body, options);
  if (answer.status < 300) noteTicket(run, answer.text);
  return answer;
}

export async function makeTicket(run: Run, page: AgentCaller, more: Thing = {}): Promise<Thing> {
  return status(await tryTicket(run, page, await newTicket(run, more)), 201).content;
}

/** A ticket that several rules look at and none changes. */
export function sampleTicket(run: Run): Promise<Thing> {
  return run.once('a ticket of the console', async () => makeTicket(run, await run.agent()));
}

export function pathOf(ticket: Thing): string {
  return `/tickets/${textIn(ticket, 'ticketId')}`;
}

export async function readTicket(page: AgentCaller, ticket: Thing): Promise<Thing> {
  return status(await page.get(`${pathOf(ticket)}.json`), 200).content;
}

/** An action on the version that is there now. */
export async function act(page: AgentCaller, ticket: Thing, action: string, body: Thing = {}): Promise<Answer> {
  const { version } = await readTicket(page, ticket);
  return page.post(`${pathOf(ticket)}/${action}.json`, { expectedVersion: version, ...body });
}

export async function claimBody(run: Run, page: AgentCaller): Promise<Thing> {
  const [groupId] = await groupsOf(run, page);
  return groupId === undefined ? {} : { groupId };
}

/** A new ticket that the agent has taken. */
export async function claimedTicket(run: Run, page: AgentCaller, more: Thing = {}): Promise<Thing> {
  return run.once(`a claimed ticket (${crypto.randomUUID()})`, async () => {
    const ticket = await makeTicket(run, page, more);
    return status(await act(page, ticket, 'claim', await claimBody(run, page)), 200).content;
  });
}

/** What a message of a ticket says, oldest first. */
export async function historyOf(page: AgentCaller, ticket: Thing): Promise<readonly Thing[]> {
  return status(await page.get(`${pathOf(ticket)}/history.json`), 200).contents;
}
