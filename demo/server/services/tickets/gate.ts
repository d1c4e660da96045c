import { allowed, type Allowed, type Options, type Why } from '../../../../src/domain/rules.js';
import type { Action, Person } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { invalid, Refusal } from '../../refusal.js';
import type { AgentContext } from '../context.js';
import type { Aspect } from './change.js';
import { loadTicket } from './load.js';
import { assigneeOf, rulesOf, type TicketRecord } from './wire.js';

/** What an agent lacks, whatever the ticket becomes; everything else may be possible at another time. */
const denials: ReadonlySet<Why> = new Set(['needs_permission', 'needs_admin', 'not_assignee', 'switched_off']);

/** What an action depends on: when one of these changed after the version that the agent saw, the agent decides again. */
const basis: readonly Aspect[] = ['status', 'assignee', 'customer'];

export function actorOf({ session }: AgentContext): Person {
  return { usercode: session.agent.usercode, name: session.agent.name };
}

/** The refusal that carries the ticket as it is now. */
export async function conflict(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  code: string,
  more: object = {},
): Promise<Refusal> {
  const content = { ...(await loadTicket(tx, context, ticketId)), ...more };
  return new Refusal(409, code, 'The ticket is in another state', { content });
}

/** The version that an agent saw; `current` where the ticket is taken as it is when its turn comes. */
export type ExpectedVersion = number | 'current';

/** Refuses when something that the agent did not see yet matters. */
export async function requireVersion(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  expected: ExpectedVersion | undefined,
  aspects: readonly Aspect[] = basis,
): Promise<void> {
  if (expected === 'current') return;
  if (expected === undefined) throw invalid('expectedVersion', 'required', 'The version that was seen is needed');
  const changedSince = aspects.filter((aspect) => (ticket.touched[aspect] ?? 0) > expected);
  if (changedSince.length > 0 || expected > ticket.version) {
    throw await conflict(tx, context, ticket.ticketId, 'version_conflict', { changedSince });
  }
}

/** What the transition table says; refuses what it refuses. */
export async function requireAllowed(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  action: Action,
  options?: Options,
): Promise<Allowed> {
  const { session } = context;
  const { status, spam, originTicketId: origin } = ticket;
  const state = { status, spam, assignee: assigneeOf(ticket), origin };
  const answer = allowed(state, action, session.agent, rulesOf(session), options);
  if (answer.ok) return answer;
  if (denials.has(answer.why)) throw new Refusal(403, answer.why, 'Not permitted');
  const winner = answer.why === 'already_assigned' ? { winner: ticket.assigneeName } : {};
  throw await conflict(tx, context, ticket.ticketId, answer.why, winner);
}
