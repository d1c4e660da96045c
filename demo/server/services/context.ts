import { and, eq, sql } from 'drizzle-orm';
import type { Agent, Group, Service, Session } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { agentGroups, agents, groups, services } from '../db/schema.js';

/** For whom and when work is done. Every service function takes one; its queries use `serviceOf` it. */
export interface AgentContext {
  readonly session: Session;
  /** The server's clock, epoch milliseconds; the same for everything in one request. */
  readonly now: number;
  /** Address of the caller, for the audit. */
  readonly client: string;
}

/** For whom and when work is done that no agent asked for: inbound mail, worker. */
export interface ServiceContext {
  readonly service: Service;
  readonly now: number;
  readonly client: string;
  /** Who does it, where that is an agent of another service. */
  readonly caller?: string;
}

export type ServiceRow = typeof services.$inferSelect;

export function serviceOf(context: AgentContext | ServiceContext): string {
  return 'session' in context ? context.session.service.serviceId : context.service.serviceId;
}

/** The agent as limits count: one of a service. */
export function askerOf({ session }: AgentContext): { readonly serviceId: string; readonly usercode: string } {
  return { serviceId: session.service.serviceId, usercode: session.agent.usercode };
}

/** A service without what only the server may know. */
export function publicService(row: Pick<ServiceRow, keyof Service>): Service {
  const { serviceId, name, kind, timeZone, language, languages, editor } = row;
  return { serviceId, name, kind, timeZone, language, languages, editor };
}

export async function findService(tx: Tx, serviceId: string): Promise<ServiceRow | undefined> {
  const [row] = await tx.select().from(services).where(eq(services.serviceId, serviceId));
  return row;
}

/** What an agent is and may do, as the database has it now. Undefined once the agent or the service is gone. */
export async function findSession(tx: Tx, serviceId: string, usercode: string): Promise<Session | undefined> {
  // One statement: every call of the console begins with it.
  const memberOf = tx
    .select({
      list: sql`coalesce(json_agg(json_build_object('groupId', ${groups.groupId}, 'name', ${groups.name}) order by ${groups.groupId}), '[]')`,
    })
    .from(agentGroups)
    .innerJoin(groups, and(eq(groups.serviceId, agentGroups.serviceId), eq(groups.groupId, agentGroups.groupId)))
    .where(and(eq(agentGroups.serviceId, serviceId), eq(agentGroups.usercode, usercode)));
  const [row] = await tx
    .select({
      service: services,
      agent: agents,
      groups: sql<Group[]>`(${memberOf})`,
      hasTarget: sql<boolean>`exists (select 1 from issue_targets())`,
    })
    .from(services)
    .innerJoin(
      agents,
      and(eq(agents.serviceId, services.serviceId), eq(agents.usercode, usercode), eq(agents.active, true)),
    )
    .where(eq(services.serviceId, serviceId));
  if (!row) return undefined;
  const { name, role, permissions } = row.agent;
  const agent: Agent = { usercode, name, role, permissions, groups: row.groups };
  const capabilities = { ...row.service.capabilities, issueTransfer: row.hasTarget };
  return { agent, service: publicService(row.service), capabilities };
}
