import { actionsFor, allowed, statusAfter } from '../domain/rules.js';
import type { Action, Person, Reason, Session, TicketRow } from '../domain/types.js';

export interface Details {
  readonly reason?: Reason;
  readonly groupId?: number | null;
  /** Who has the ticket after it was handed over. */
  readonly assignee?: Person;
  readonly now: number;
}

/**
 * What an action makes of a ticket, by the transition table; null where the table refuses, or where only the server
 * knows.
 */
export function predict(
  row: TicketRow,
  action: Action,
  { agent, service, capabilities }: Session,
  details: Details,
): Partial<TicketRow> | null {
  const rules = { kind: service.kind, capabilities };
  const step = allowed(row, action, agent, rules, { reason: details.reason });
  if (!step.ok || step.to === 'gone' || step.to === 'former') return null;
  const status = statusAfter(step.to, row.status, null);
  const change: { -readonly [K in keyof TicketRow]?: TicketRow[K] } = { status };
  if (step.effects.includes('assign_self')) {
    const group = agent.groups.find(({ groupId }) => groupId === details.groupId) ?? soleGroup(agent.groups);
    change.assignee = { usercode: agent.usercode, name: agent.name };
    if (group) change.group = group;
  }
  if (step.effects.includes('assign_other') && details.assignee) change.assignee = details.assignee;
  if (step.effects.includes('resolution_customer')) change.resolution = 'customer';
  if (step.effects.includes('resolution_internal')) {
    change.resolution = 'internal';
    change.reason = details.reason ?? null;
  }
  if (step.effects.includes('spam_on')) change.spam = true;
  if (status === 'resolved' && row.status !== 'resolved') change.resolvedAt = details.now;
  return { ...change, actions: actionsFor({ ...row, ...change }, agent, rules) };
}

function soleGroup<T>(groups: readonly T[]): T | undefined {
  return groups.length === 1 ? groups[0] : undefined;
}
