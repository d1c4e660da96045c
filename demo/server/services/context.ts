import { and, asc, eq } from 'drizzle-orm';
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
}

export type ServiceRow = typeof services.$inferSelect;

export function serviceOf(context: AgentContext | ServiceContext): string {
  return 'session' in context ? context.session.service.serviceId : context.service.serviceId;
}

/** A service without what only the server may know. */
export function publicService(row: ServiceRow): Service {
  const { serviceId, name, kind, timeZone, language, languages, editor } = row;
  return { serviceId, name, kind, timeZone, language, languages, editor };
}

export async function findService(tx: Tx, serviceId: string): Promise<ServiceRow | undefined> {
  const [row] = await tx.select().from(services).where(eq(services.serviceId, serviceId));
  return row;
}

async function findAgent(tx: Tx, serviceId: string, usercode: string): Promise<Agent | undefined> {
  const [row] = await tx
    .select()
    .from(agents)
    .where(and(eq(agents.serviceId, serviceId), eq(agents.usercode, usercode), eq(agents.active, true)));
  if (!row) return undefined;
  const memberOf: Group[] = await tx
    .select({ groupId: groups.groupId, name: groups.name })
    .from(agentGroups)
    .innerJoin(groups, and(eq(groups.serviceId, agentGroups.serviceId), eq(groups.groupId, agentGroups.groupId)))
    .where(and(eq(agentGroups.serviceId, serviceId), eq(agentGroups.usercode, usercode)))
    .orderBy(asc(groups.groupId));
  return { usercode, name: row.name, role: row.role, permissions: row.permissions, groups: memberOf };
}

/** What an agent is and may do, as the database has it now. Undefined once the agent or the service is gone. */
export async function findSession(tx: Tx, serviceId: string, usercode: string): Promise<Session | undefined> {
  const service = await findService(tx, serviceId);
  const agent = service && (await findAgent(tx, serviceId, usercode));
  return agent && { agent, service: publicService(service), capabilities: service.capabilities };
}
