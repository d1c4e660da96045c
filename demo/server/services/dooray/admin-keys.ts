import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { agents, doorayAgentKeys } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { requireAdministrator, requireVersion } from '../admin/administrators.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { requireOrganization } from './admin-places.js';
import type { DoorayClient } from './client.js';
import { agentPlace, endOf, findAgentKey, type AgentKeyRow } from './config.js';
import { memberFacts } from './wire.js';

/** The member that somebody is at an organisation. */
export interface FoundMember {
  readonly memberId: string;
  readonly email: string | null;
}

/** The member to whom a key belongs. */
export async function memberOfKey(client: DoorayClient, token: string): Promise<FoundMember> {
  const { id, externalEmailAddress } = await client.get(token, '/common/v1/members/me', memberFacts);
  return { memberId: id, email: externalEmailAddress ?? null };
}

/** The member with an address; null where there is none. Addresses are compared as people write them. */
export async function memberByEmail(client: DoorayClient, token: string, email: string): Promise<FoundMember | null> {
  // Looked for as it is written; most are kept in small letters.
  const query = { externalEmailAddresses: [...new Set([email, email.toLowerCase()])].join(',') };
  const found = await client.all(token, '/common/v1/members', memberFacts, query);
  const same = found.find((one) => one.externalEmailAddress?.toLowerCase() === email.toLowerCase());
  return same ? { memberId: same.id, email } : null;
}

function keyWire({ organizationId, usercode, email, memberId, tokenEnd, version }: AgentKeyRow, name: string) {
  return { organizationId, usercode, name, email, memberId, masked: tokenEnd && `••••${tokenEnd}`, version };
}

type KeyWire = ReturnType<typeof keyWire>;

async function nameOf(tx: Tx, context: AgentContext, usercode: string): Promise<string | undefined> {
  const [agent] = await tx
    .select({ name: agents.name })
    .from(agents)
    .where(and(eq(agents.serviceId, serviceOf(context)), eq(agents.usercode, usercode)));
  return agent?.name;
}

/** Who of the agents is which member, and whose key is known. */
export async function readAgentKeys(tx: Tx, context: AgentContext): Promise<readonly KeyWire[]> {
  requireAdministrator(context);
  const rows = await tx
    .select({ key: doorayAgentKeys, name: agents.name })
    .from(doorayAgentKeys)
    .leftJoin(
      agents,
      and(eq(agents.serviceId, doorayAgentKeys.serviceId), eq(agents.usercode, doorayAgentKeys.usercode)),
    )
    .where(eq(doorayAgentKeys.serviceId, serviceOf(context)))
    .orderBy(asc(doorayAgentKeys.usercode), asc(doorayAgentKeys.organizationId));
  return rows.map(({ key, name }) => keyWire(key, name ?? key.usercode));
}

export interface AgentKeyArgs {
  readonly usercode: string;
  readonly organizationId: string;
  readonly member: FoundMember;
  /** Null takes the key away; undefined leaves the one that there is. */
  readonly token?: string | null | undefined;
  readonly expectedVersion?: number | undefined;
}

/** Keeps which member an agent is, and the agent's own key, sealed. */
export async function keepAgentKey(
  tx: Tx,
  context: AgentContext,
  args: AgentKeyArgs,
  cipher: FieldCipher,
): Promise<KeyWire> {
  const { usercode, organizationId, member, token, expectedVersion } = args;
  await requireOrganization(tx, context, organizationId);
  const name = await nameOf(tx, context, usercode);
  if (name === undefined) throw notFound();
  const serviceId = serviceOf(context);
  const before = await findAgentKey(tx, serviceId, organizationId, usercode);
  if (expectedVersion !== undefined)
    requireVersion(before ?? { version: 0 }, expectedVersion, before ? keyWire(before, name) : {});
  const kept =
    typeof token === 'string'
      ? { token: await cipher.seal(agentPlace(serviceId, organizationId, usercode), token), tokenEnd: endOf(token) }
      : token === null || before?.memberId !== member.memberId
        ? { token: null, tokenEnd: null }
        : {};
  const set = { ...member, ...kept, version: (before?.version ?? 0) + 1 };
  const { serviceId: service, organizationId: organization, usercode: code } = doorayAgentKeys;
  const [row] = await tx
    .insert(doorayAgentKeys)
    .values({ serviceId, organizationId, usercode, ...set })
    .onConflictDoUpdate({ target: [service, organization, code], set })
    .returning();
  if (!row) throw new Error('A kept key is there');
  const data = {
    what: 'dooray_agent_key',
    id: usercode,
    organizationId,
    version: row.version,
    token: row.token !== null,
  };
  await audit(tx, context, { kind: 'setup_kept', data });
  return keyWire(row, name);
}

/** Forgets which member an agent is. */
export async function removeAgentKey(
  tx: Tx,
  context: AgentContext,
  args: Pick<AgentKeyArgs, 'usercode' | 'organizationId'> & { readonly expectedVersion: number },
): Promise<{ id: string }> {
  requireAdministrator(context);
  const { usercode, organizationId, expectedVersion } = args;
  const row = await findAgentKey(tx, serviceOf(context), organizationId, usercode);
  if (!row) throw notFound();
  requireVersion(row, expectedVersion, keyWire(row, usercode));
  await tx
    .delete(doorayAgentKeys)
    .where(
      and(
        eq(doorayAgentKeys.serviceId, row.serviceId),
        eq(doorayAgentKeys.organizationId, organizationId),
        eq(doorayAgentKeys.usercode, usercode),
      ),
    );
  await audit(tx, context, { kind: 'setup_removed', data: { what: 'dooray_agent_key', id: usercode, organizationId } });
  return { id: usercode };
}

/** Refuses an address that no member has. */
export const noMember = () => invalid('email', 'unknown', 'No member of the organisation has this address');
