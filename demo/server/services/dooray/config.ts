import { and, asc, eq } from 'drizzle-orm';
import type { DoorayOrganization } from '../../../../src/domain/transfer.js';
import type { Tx } from '../../db/database.js';
import { doorayAgentKeys, doorayOrganizations, doorayProjects, dooraySettings } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { isSealed, type FieldCipher } from '../field-cipher.js';
import { DoorayFailure } from './failure.js';

export type DooraySettings = Omit<typeof dooraySettings.$inferSelect, 'serviceId'>;
export type OrganizationRow = typeof doorayOrganizations.$inferSelect;
export type ProjectRow = typeof doorayProjects.$inferSelect;
export type AgentKeyRow = typeof doorayAgentKeys.$inferSelect;

const usual: DooraySettings = { paused: false, ticketAddress: null, sweepSeconds: 180, hookAddresses: [], version: 0 };

export async function readDooraySettings(tx: Tx, context: AgentContext | ServiceContext): Promise<DooraySettings> {
  const [row] = await tx
    .select()
    .from(dooraySettings)
    .where(eq(dooraySettings.serviceId, serviceOf(context)));
  return row ?? usual;
}

/** Where the tickets of this service can go at Dooray!; null while that is switched off or paused. */
export async function doorayTargets(tx: Tx, context: AgentContext): Promise<readonly DoorayOrganization[] | null> {
  if (!context.session.capabilities.dooray || (await readDooraySettings(tx, context)).paused) return null;
  const serviceId = serviceOf(context);
  const projects = await tx
    .select()
    .from(doorayProjects)
    .where(eq(doorayProjects.serviceId, serviceId))
    .orderBy(asc(doorayProjects.name), asc(doorayProjects.projectId));
  const organizations = await tx
    .select()
    .from(doorayOrganizations)
    .where(eq(doorayOrganizations.serviceId, serviceId))
    .orderBy(asc(doorayOrganizations.name), asc(doorayOrganizations.organizationId));
  return organizations.map(({ organizationId, name }) => ({
    organizationId,
    name,
    projects: projects
      .filter((project) => project.organizationId === organizationId)
      .map((project) => ({ projectId: project.projectId, name: project.name })),
  }));
}

/** Refuses new transfers while Dooray! is switched off or paused. */
export async function requireDooray(tx: Tx, context: AgentContext): Promise<DooraySettings> {
  const settings = await readDooraySettings(tx, context);
  if (context.session.capabilities.dooray && !settings.paused) return settings;
  throw new Refusal(403, 'switched_off', 'Nothing is transferred to Dooray! now');
}

/** A place for tasks, as the service registered it. */
export interface Place {
  readonly organization: OrganizationRow;
  readonly project: ProjectRow;
}

export interface PlaceIds {
  readonly organizationId: string;
  readonly projectId: string;
}

export async function findPlace(tx: Tx, serviceId: string, ids: PlaceIds): Promise<Place | undefined> {
  const [place] = await tx
    .select({ organization: doorayOrganizations, project: doorayProjects })
    .from(doorayProjects)
    .innerJoin(
      doorayOrganizations,
      and(
        eq(doorayOrganizations.serviceId, doorayProjects.serviceId),
        eq(doorayOrganizations.organizationId, doorayProjects.organizationId),
      ),
    )
    .where(
      and(
        eq(doorayProjects.serviceId, serviceId),
        eq(doorayProjects.organizationId, ids.organizationId),
        eq(doorayProjects.projectId, ids.projectId),
      ),
    );
  return place;
}

export async function requirePlace(tx: Tx, context: AgentContext, ids: PlaceIds): Promise<Place> {
  const place = await findPlace(tx, serviceOf(context), ids);
  if (!place) throw notFound();
  return place;
}

/** What an agent has of its own at an organisation. */
export async function findAgentKey(
  tx: Tx,
  serviceId: string,
  organizationId: string,
  usercode: string,
): Promise<AgentKeyRow | undefined> {
  const [row] = await tx
    .select()
    .from(doorayAgentKeys)
    .where(
      and(
        eq(doorayAgentKeys.serviceId, serviceId),
        eq(doorayAgentKeys.organizationId, organizationId),
        eq(doorayAgentKeys.usercode, usercode),
      ),
    );
  return row;
}

/** Where a token is sealed: moved to another row, it cannot be read. */
export const organizationPlace = (serviceId: string, organizationId: string) => ({
  serviceId,
  ticketId: `dooray/${organizationId}`,
  code: 'token',
});

export const agentPlace = (serviceId: string, organizationId: string, usercode: string) => ({
  serviceId,
  ticketId: `dooray/${organizationId}`,
  code: `agent/${usercode}`,
});

/** The token by which an organisation is reached. What cannot be opened is no token, and leaves for nowhere. */
export async function organizationToken(
  cipher: FieldCipher,
  { serviceId, organizationId, token }: Pick<OrganizationRow, 'serviceId' | 'organizationId' | 'token'>,
): Promise<string> {
  const opened = await cipher.open(organizationPlace(serviceId, organizationId), token);
  if (isSealed(opened)) throw new DoorayFailure('not_allowed');
  return String(opened);
}

/** An agent's own token; null where there is none that can be opened. */
export async function agentToken(
  cipher: FieldCipher,
  { serviceId, organizationId, usercode, token }: AgentKeyRow,
): Promise<string | null> {
  if (token === null) return null;
  const opened = await cipher.open(agentPlace(serviceId, organizationId, usercode), token);
  return isSealed(opened) ? null : String(opened);
}

/** By which people tell a token from another. */
export const endOf = (token: string): string => token.slice(-4);
