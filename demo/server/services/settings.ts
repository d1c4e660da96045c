import { and, asc, count, eq, inArray, not } from 'drizzle-orm';
import { reasons, type Settings, type TreeNode } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { agentGroups, agents, categories, groups, handlingTypes, tickets } from '../db/schema.js';
import { findService, serviceOf, type AgentContext, type ServiceContext } from './context.js';
import { linkSettingsOf } from './customer-info/link.js';
import { readFields } from './fields.js';
import { readForbiddenWords } from './forbidden.js';

/** Most tickets of one bulk run. */
export const bulkLimit = 10_000;

/** Tickets that an agent has on the desk. */
async function openTickets(tx: Tx, serviceId: string): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ assignee: tickets.assignee, open: count() })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceId), inArray(tickets.status, ['processing', 'pending']), not(tickets.spam)))
    .groupBy(tickets.assignee);
  return new Map(rows.map((row) => [row.assignee, row.open]));
}

async function groupsWithAgents(tx: Tx, serviceId: string): Promise<Settings['groups']> {
  const open = await openTickets(tx, serviceId);
  const all = await tx.select().from(groups).where(eq(groups.serviceId, serviceId)).orderBy(asc(groups.groupId));
  const members = await tx
    .select({
      groupId: agentGroups.groupId,
      usercode: agents.usercode,
      name: agents.name,
      assignable: agents.assignable,
    })
    .from(agentGroups)
    .innerJoin(agents, and(eq(agents.serviceId, agentGroups.serviceId), eq(agents.usercode, agentGroups.usercode)))
    .where(and(eq(agentGroups.serviceId, serviceId), eq(agents.active, true)))
    .orderBy(asc(agents.name), asc(agents.usercode));
  return all.map(({ groupId, name }) => ({
    groupId,
    name,
    agents: members
      .filter((member) => member.groupId === groupId)
      .map(({ usercode, name, assignable }) => ({ usercode, name, assignable, open: open.get(usercode) ?? 0 })),
  }));
}

/** What customers can ask about, in order. */
export function submissionTypes(tx: Tx, context: AgentContext | ServiceContext): Promise<TreeNode[]> {
  return tx
    .select({ id: categories.categoryId, parent: categories.parent, name: categories.name })
    .from(categories)
    .where(eq(categories.serviceId, serviceOf(context)))
    .orderBy(asc(categories.position), asc(categories.categoryId));
}

/** What the service is set up with: the choices that the console offers. */
export async function readSettings(tx: Tx, context: AgentContext): Promise<Settings> {
  const serviceId = serviceOf(context);
  const service = await findService(tx, serviceId);
  const handling = await tx
    .select({ id: handlingTypes.handlingTypeId, parent: handlingTypes.parent, name: handlingTypes.name })
    .from(handlingTypes)
    .where(eq(handlingTypes.serviceId, serviceId))
    .orderBy(asc(handlingTypes.position), asc(handlingTypes.handlingTypeId));
  return {
    categories: await submissionTypes(tx, context),
    handlingTypes: handling,
    handlingTypeRequired: service?.handlingTypeRequired ?? false,
    groups: await groupsWithAgents(tx, serviceId),
    reasons,
    undoSeconds: service?.undoSeconds ?? 0,
    fields: await readFields(tx, context),
    conditions: service?.conditions ?? [],
    ...(await linkSettingsOf(tx, context)),
    bulkLimit,
    forbiddenWords: await readForbiddenWords(tx, context),
    maskPatterns: service?.maskPatterns ?? [],
  };
}
