import { and, eq } from 'drizzle-orm';
import type { Group, Person, Ticket } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { agentGroups, agents, groups } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { assigned, changeTicket } from './change.js';
import { actorOf, requireAllowed, requireVersion, type ExpectedVersion } from './gate.js';
import { loadTicket, lockTicket } from './load.js';
import type { TicketRecord } from './wire.js';

export interface ClaimArgs {
  readonly ticketId: string;
  readonly expectedVersion: number;
  readonly groupId?: number;
}

/** Takes an unassigned ticket. Of two at once the first has it, and the other is told who. */
export async function claimTicket(tx: Tx, context: AgentContext, args: ClaimArgs): Promise<Ticket> {
  const group = claimGroup(context.session.agent.groups, args.groupId);
  const ticket = await lockTicket(tx, context, args.ticketId);
  // The rules come first: who lost the race learns the winner, not that a version is old.
  await requireAllowed(tx, context, ticket, 'claim');
  await requireVersion(tx, context, ticket, args.expectedVersion);
  await assign(tx, context, ticket, 'claimed', actorOf(context), group);
  return loadTicket(tx, context, args.ticketId);
}

/** The group of a claim: the agent's only one, or the one named. Who is in none leaves the ticket's. */
function claimGroup(own: readonly Group[], groupId: number | undefined): Group | null {
  if (groupId === undefined) {
    if (own.length > 1) throw invalid('groupId', 'required', 'One of several groups must be chosen');
    return own[0] ?? null;
  }
  const group = own.find((one) => one.groupId === groupId);
  if (!group) throw invalid('groupId', 'not_a_member', 'The agent is not in this group');
  return group;
}

export interface ForwardArgs {
  readonly ticketId: string;
  readonly expectedVersion: ExpectedVersion;
  readonly groupId: number;
  readonly usercode: string;
}

/** Hands a ticket to an agent of a group. */
export async function forwardTicket(tx: Tx, context: AgentContext, args: ForwardArgs): Promise<Ticket> {
  const ticket = await lockTicket(tx, context, args.ticketId);
  await requireVersion(tx, context, ticket, args.expectedVersion);
  await requireAllowed(tx, context, ticket, 'forward');
  const { group, person } = await forwardTarget(tx, serviceOf(context), args);
  await assign(tx, context, ticket, 'forwarded', person, group);
  return loadTicket(tx, context, args.ticketId);
}

/** The group and the agent that a ticket can be handed to. */
export async function forwardTarget(
  tx: Tx,
  serviceId: string,
  { groupId, usercode }: Pick<ForwardArgs, 'groupId' | 'usercode'>,
): Promise<{ group: Group; person: Person }> {
  const [group] = await tx
    .select({ groupId: groups.groupId, name: groups.name })
    .from(groups)
    .where(and(eq(groups.serviceId, serviceId), eq(groups.groupId, groupId)));
  if (!group) throw invalid('groupId', 'unknown', 'There is no such group');
  const [agent] = await tx
    .select({
      usercode: agents.usercode,
      name: agents.name,
      assignable: agents.assignable,
      member: agentGroups.groupId,
    })
    .from(agents)
    .leftJoin(
      agentGroups,
      and(
        eq(agentGroups.serviceId, serviceId),
        eq(agentGroups.usercode, agents.usercode),
        eq(agentGroups.groupId, groupId),
      ),
    )
    .where(and(eq(agents.serviceId, serviceId), eq(agents.usercode, usercode), eq(agents.active, true)));
  if (!agent) throw invalid('usercode', 'unknown', 'There is no such agent');
  if (!agent.assignable) throw invalid('usercode', 'not_assignable', 'Tickets are not assigned to this agent');
  if (agent.member === null) throw invalid('usercode', 'not_a_member', 'The agent is not in this group');
  return { group, person: { usercode: agent.usercode, name: agent.name } };
}

async function assign(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  kind: 'claimed' | 'forwarded',
  person: Person,
  group: Group | null,
): Promise<void> {
  const grouped = group ? { groupId: group.groupId, groupName: group.name } : {};
  await changeTicket(tx, context, ticket, {
    set: { status: 'processing', ...assigned(person), ...grouped },
    changed: ['status', 'assignee', 'group'],
    touches: ['status', 'assignee'],
    actor: actorOf(context),
    log: [
      {
        kind,
        data: {
          from: ticket.assigneeName || null,
          to: person.name,
          group: group?.name ?? (ticket.groupName || null),
          status: ticket.status,
        },
      },
    ],
  });
}
