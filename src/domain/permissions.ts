import type { Agent, Capabilities, Service, Session, TicketRow } from './types.js';

/** As much of a ticket as the rules look at. */
export type TicketState = Pick<TicketRow, 'status' | 'spam' | 'assignee'> & {
  /** Of one that came by transfer, where it comes from. */
  readonly origin?: unknown;
};

/** As much of an agent as the rules look at. */
export type Actor = Pick<Agent, 'usercode' | 'role' | 'permissions'>;

/** As much of a service as the rules look at. */
export interface ServiceRules {
  readonly kind: Service['kind'];
  readonly capabilities: Pick<Capabilities, 'dooray' | 'issueTransfer'>;
}

/** Who may take an action: everybody, the assignee (or an administrator), one with the forward permission, an administrator. */
export type Standing = 'agent' | 'assignee' | 'forwarder' | 'admin';

export function isAdministrator(actor: Actor): boolean {
  return actor.role === 'admin';
}

export function isAssignee(ticket: TicketState, actor: Actor): boolean {
  return ticket.assignee?.usercode === actor.usercode;
}

/** The forward permission is a person's own; the role does not bring it. */
export function mayForward(actor: Actor): boolean {
  return actor.permissions.forward;
}

/** Whether an actor stands to a ticket as a rule asks. */
export function standsAs(standing: Standing, ticket: TicketState, actor: Actor): boolean {
  switch (standing) {
    case 'agent':
      return true;
    case 'assignee':
      return isAssignee(ticket, actor) || isAdministrator(actor);
    case 'forwarder':
      return mayForward(actor);
    case 'admin':
      return isAdministrator(actor);
  }
}

/** Whether an agent can mask: the service first, which has the security service or not, then the agent's own right. */
export function mayMask(session: Pick<Session, 'agent' | 'capabilities'> | undefined): boolean {
  return session !== undefined && session.capabilities.security && session.agent.permissions.mask;
}
