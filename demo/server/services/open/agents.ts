import { and, asc, eq, sql } from 'drizzle-orm';
import type { AuditKind } from '../../../../src/domain/audit.js';
import type { Permissions } from '../../../../src/domain/types.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { agents } from '../../db/schema.js';
import { OpenFailure, type OpenPage } from '../../http/open-envelope.js';
import { invalid, notFound } from '../../refusal.js';
import { takeTurn } from '../admin/turns.js';
import { audit } from '../audit.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { emit } from '../events.js';

export const openRoles = ['ROLE_FRONT_ADMIN', 'ROLE_FRONT_AGENT'] as const;
export type OpenRole = (typeof openRoles)[number];

/** An agent as the Open API tells it. */
export interface OpenAgent {
  readonly userId: number;
  readonly usercode: string;
  /** What the organisation's directory calls the agent. */
  readonly uuid: string | null;
  readonly username: string;
  readonly role: OpenRole;
}

const { userId, usercode, uuid, name, role } = agents;
const facts = { userId, usercode, uuid, name, role };
type Facts = Pick<typeof agents.$inferSelect, keyof typeof facts>;

const roleOf = (told: OpenRole): Facts['role'] => (told === 'ROLE_FRONT_ADMIN' ? 'admin' : 'agent');

function wire(row: Facts): OpenAgent {
  return {
    userId: row.userId,
    usercode: row.usercode,
    uuid: row.uuid,
    username: row.name,
    role: row.role === 'admin' ? 'ROLE_FRONT_ADMIN' : 'ROLE_FRONT_AGENT',
  };
}

const nothing: Permissions = {
  forward: false,
  mask: false,
  reveal: false,
  unmask: false,
  purge: false,
  audit: false,
  export: false,
};

/** Two administrators may each be the last but one. */
const turn = 'agents';

function activeOf(context: ServiceContext) {
  return and(eq(agents.serviceId, serviceOf(context)), eq(agents.active, true));
}

export interface AgentListArgs {
  readonly role?: OpenRole | undefined;
  /** A part of the name. */
  readonly name?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

export async function readOpenAgents(
  tx: Tx,
  context: ServiceContext,
  { role: asked, name: part = '', page, pageSize }: AgentListArgs,
): Promise<OpenPage<OpenAgent>> {
  const where = and(
    activeOf(context),
    asked && eq(agents.role, roleOf(asked)),
    part === '' ? undefined : sql`position(lower(${part}) in lower(${agents.name})) > 0`,
  );
  const rows = await tx
    .select(facts)
    .from(agents)
    .where(where)
    .orderBy(asc(agents.userId))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return { contents: rows.map(wire), total: await tx.$count(agents, where), pageNum: page, pageSize };
}

async function findAgent(tx: Tx, context: ServiceContext, id: number): Promise<Facts> {
  const [row] = await tx
    .select(facts)
    .from(agents)
    .where(and(activeOf(context), eq(agents.userId, id)));
  if (!row) throw notFound();
  return row;
}

export async function readOpenAgent(tx: Tx, context: ServiceContext, id: number): Promise<OpenAgent> {
  return wire(await findAgent(tx, context, id));
}

async function set(
  tx: Tx,
  context: ServiceContext,
  code: string,
  values: Partial<typeof agents.$inferInsert>,
): Promise<Facts> {
  const [row] = await tx
    .update(agents)
    .set(values)
    .where(and(eq(agents.serviceId, serviceOf(context)), eq(agents.usercode, code)))
    .returning(facts);
  if (!row) throw notFound();
  // The pages of the agent ask anew what they may do.
  await emit(tx, context, { topic: 'session', audience: code });
  return row;
}

async function noted(tx: Tx, context: ServiceContext, kind: AuditKind, row: Facts): Promise<OpenAgent> {
  await audit(tx, context, { kind, data: { usercode: row.usercode, role: row.role } });
  return wire(row);
}

export interface NewAgent {
  readonly id: string;
  readonly role: OpenRole;
  /** Without one it is what the directory calls the agent. */
  readonly username?: string | undefined;
}

/** Adds somebody from the organisation's directory. Who was an agent before is one again, without the permissions of then. */
export async function addOpenAgent(
  tx: Tx,
  context: ServiceContext,
  { id: code, role: told, username }: NewAgent,
): Promise<OpenAgent> {
  if (code !== safeName(code)) throw invalid('id', 'invalid', 'No signs that cannot be seen, no spaces at its ends');
  await takeTurn(tx, context, turn);
  const [known] = await tx
    .select({ ...facts, active: agents.active })
    .from(agents)
    .where(and(eq(agents.serviceId, serviceOf(context)), sql`${code} in (${agents.uuid}, ${agents.usercode})`));
  if (known?.active) throw new OpenFailure(9007, 'The user is already an agent of the service.');
  if (known) {
    const values = { active: true, role: roleOf(told), permissions: nothing, ...nameOf(username) };
    return noted(tx, context, 'agent_added', await set(tx, context, known.usercode, values));
  }
  const [added] = await tx
    .insert(agents)
    .values({
      serviceId: serviceOf(context),
      usercode: code,
      uuid: code,
      name: code,
      ...nameOf(username),
      role: roleOf(told),
      permissions: nothing,
      assignable: true,
    })
    .returning(facts);
  if (!added) throw new Error('An added agent is there');
  return noted(tx, context, 'agent_added', added);
}

/** What colleagues and customers read. */
function nameOf(username: string | undefined): { readonly name?: string } {
  if (username === undefined) return {};
  const name = safeName(username);
  if (name === '') throw invalid('username', 'required', 'A name that can be read');
  return { name };
}

/** Refuses what would leave the service without an administrator. */
async function requireAnother(tx: Tx, context: ServiceContext, { usercode: code, role: has }: Facts): Promise<void> {
  if (has !== 'admin') return;
  const others = await tx.$count(
    agents,
    and(activeOf(context), eq(agents.role, 'admin'), sql`${agents.usercode} <> ${code}`),
  );
  if (others === 0) throw new OpenFailure(400, 'The last administrator of a service stays one.');
}

export async function changeOpenAgent(
  tx: Tx,
  context: ServiceContext,
  { id, role: told, username }: { readonly id: number } & Omit<NewAgent, 'id'>,
): Promise<OpenAgent> {
  await takeTurn(tx, context, turn);
  const agent = await findAgent(tx, context, id);
  if (roleOf(told) !== 'admin') await requireAnother(tx, context, agent);
  const changed = await set(tx, context, agent.usercode, { role: roleOf(told), ...nameOf(username) });
  return noted(tx, context, 'agent_role_changed', changed);
}

/** Ends the work of an agent: every token is refused from now on. What he did stays under his name. */
export async function removeOpenAgent(tx: Tx, context: ServiceContext, id: number): Promise<void> {
  await takeTurn(tx, context, turn);
  const agent = await findAgent(tx, context, id);
  await requireAnother(tx, context, agent);
  await noted(tx, context, 'agent_removed', await set(tx, context, agent.usercode, { active: false }));
}
