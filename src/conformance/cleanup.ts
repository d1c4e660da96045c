import type { AgentCaller } from './agent-caller.js';
import type { Thing } from './answer.js';
import { numberIn, status, textIn, thingIn } from './expect.js';
import { LeftOut } from './rule.js';
import type { Run } from './run.js';

export interface Cleanup {
  readonly removed: readonly string[];
  /** What is still there, and why. */
  readonly left: readonly string[];
}

function why(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function pageOf(run: Run): Promise<{ page: AgentCaller; isAdmin: boolean }> {
  try {
    return { page: await run.admin(), isAdmin: true };
  } catch (error) {
    if (!(error instanceof LeftOut)) throw error;
    return { page: await run.agent(), isAdmin: false };
  }
}

/** The customer of a resolved ticket writes once more: it is open again, and only then can it go into the spam box. */
async function reopen(run: Run, ticketId: string, usercode: unknown): Promise<boolean> {
  if (typeof usercode !== 'string') return false;
  const path = `/openapi/v1/ticket/enduser/${encodeURIComponent(usercode)}/${ticketId}/comment.json`;
  return (await run.signed.post(path, { comment: run.mark })).status === 200;
}

/** Puts a ticket into the spam box and deletes it there: the one way in which tickets go. */
async function removeTicket(run: Run, page: AgentCaller, isAdmin: boolean, found: Thing): Promise<string> {
  let ticket = found;
  const ticketId = textIn(found, 'ticketId');
  const path = `/tickets/${ticketId}`;
  if (ticket['status'] === 'completed') return 'it is completed, and no call takes it away';
  if (ticket['status'] === 'resolved' && ticket['spam'] !== true) {
    const isOpen = await reopen(run, ticketId, (ticket['customer'] as Thing | null)?.['usercode']);
    if (!isOpen && isAdmin) {
      const body = { expectedVersion: numberIn(ticket, 'version') };
      status(await page.post(`${path}/complete.json`, body), 200);
      return 'it was completed, and no call takes it away';
    }
    if (!isOpen) return 'it is resolved, and no call takes it away';
    ticket = status(await page.get(`${path}.json`), 200).content;
  }
  if (ticket['spam'] !== true) {
    const expectedVersion = numberIn(ticket, 'version');
    const body = { action: 'internal', reason: 'spam', html: `<p>${run.mark}</p>`, expectedVersion };
    ticket = thingIn(status(await page.post(`${path}/process.json`, body), 200).content, 'ticket');
  }
  if (!isAdmin) return 'in the spam box: only an administrator (--admin) can delete it';
  status(await page.delete(`${path}.json`, { expectedVersion: numberIn(ticket, 'version') }), 200);
  return 'deleted';
}

/** Most tickets that one call tells. */
const most = 200;

/** Those of the tickets that are still there, as they are now. */
async function stillThere(page: AgentCaller, ticketIds: readonly string[]): Promise<readonly Thing[]> {
  const found: Thing[] = [];
  for (let at = 0; at < ticketIds.length; at += most) {
    const query = [['ids', ticketIds.slice(at, at + most).join(',')]] as const;
    found.push(...status(await page.get('/tickets.json', { query }), 200).contents);
  }
  return found;
}

async function removeTickets(run: Run, removed: string[], left: string[]): Promise<void> {
  if (run.made.tickets.size === 0) return;
  const { page, isAdmin } = await pageOf(run);
  for (const ticket of await stillThere(page, [...run.made.tickets])) {
    const name = `ticket ${String(ticket['ticketId'])}`;
    try {
      const outcome = await removeTicket(run, page, isAdmin, ticket);
      if (outcome === 'deleted') removed.push(name);
      else left.push(`${name}: ${outcome}`);
    } catch (error) {
      left.push(`${name}: ${why(error)}`);
    }
  }
}

/** Nothing is taken away: somebody wants to look at it. */
export function keepAll({ made }: Run): Cleanup {
  const tickets = [...made.tickets].map((ticketId) => `ticket ${ticketId}`);
  return { removed: [], left: [...tickets, ...made.steps.map(([what]) => what), ...made.staying] };
}

/** Takes away what the run made, as far as there are calls for it. */
export async function cleanUp(run: Run): Promise<Cleanup> {
  const removed: string[] = [];
  const left: string[] = [];
  for (const [what, step] of run.made.steps) {
    try {
      await step();
      removed.push(what);
    } catch (error) {
      left.push(`${what}: ${why(error)}`);
    }
  }
  try {
    await removeTickets(run, removed, left);
  } catch (error) {
    left.push(`${run.made.tickets.size} tickets: ${why(error)}`);
  }
  run.client.takeExchanges();
  return { removed, left: [...left, ...run.made.staying] };
}

/** Notes the ticket of an answer, where it has one. */
export function noteTicket(run: Run, text: string): void {
  const ticketId = /"ticketId"\s*:\s*"([^"]+)"/.exec(text)?.[1];
  if (ticketId) run.made.ticket(ticketId);
}
