import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { doorayAgentKeys, doorayOrganizations, doorayProjects } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { requireAdministrator, requireUnused, requireVersion } from '../admin/administrators.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { isPage } from './admin-settings.js';
import { endOf, organizationPlace, type OrganizationRow, type ProjectRow } from './config.js';

const maskedEnd = (end: string): string => `••••${end}`;

function projectWire({ organizationId, projectId, name, address, representative, version }: ProjectRow) {
  return { organizationId, projectId, name, address, representative, version };
}

function organizationWire(
  { organizationId, name, tokenEnd, version }: OrganizationRow,
  projects: readonly ProjectRow[] = [],
) {
  const own = projects.filter((project) => project.organizationId === organizationId).map(projectWire);
  return { organizationId, name, masked: maskedEnd(tokenEnd), version, projects: own };
}

type OrganizationWire = ReturnType<typeof organizationWire>;
type ProjectWire = ReturnType<typeof projectWire>;

async function projectsOf(tx: Tx, context: AgentContext): Promise<readonly ProjectRow[]> {
  return tx
    .select()
    .from(doorayProjects)
    .where(eq(doorayProjects.serviceId, serviceOf(context)))
    .orderBy(asc(doorayProjects.name), asc(doorayProjects.projectId));
}

/** The organisations that a service registered, with their projects. */
export async function readOrganizations(tx: Tx, context: AgentContext): Promise<readonly OrganizationWire[]> {
  requireAdministrator(context);
  const rows = await tx
    .select()
    .from(doorayOrganizations)
    .where(eq(doorayOrganizations.serviceId, serviceOf(context)))
    .orderBy(asc(doorayOrganizations.name), asc(doorayOrganizations.organizationId));
  const projects = await projectsOf(tx, context);
  return rows.map((row) => organizationWire(row, projects));
}

function ofOrganization(context: AgentContext, organizationId: string) {
  return and(
    eq(doorayOrganizations.serviceId, serviceOf(context)),
    eq(doorayOrganizations.organizationId, organizationId),
  );
}

/** An organisation, held; refused where a service has none of that id. */
export async function requireOrganization(
  tx: Tx,
  context: AgentContext,
  organizationId: string,
): Promise<OrganizationRow> {
  requireAdministrator(context);
  const one = ofOrganization(context, organizationId);
  const [row] = await tx.select().from(doorayOrganizations).where(one).for('update');
  if (!row) throw invalid('organizationId', 'unknown', 'The organisation is not registered');
  return row;
}

export interface OrganizationArgs {
  readonly organizationId: string;
  readonly name: string;
  readonly token?: string | undefined;
  readonly expectedVersion?: number | undefined;
}

/** Registers an organisation, or changes it. Its token is stored sealed. */
export async function keepOrganization(
  tx: Tx,
  context: AgentContext,
  args: OrganizationArgs,
  cipher: FieldCipher,
): Promise<OrganizationWire> {
  requireAdministrator(context);
  const { organizationId, name, token, expectedVersion } = args;
  const serviceId = serviceOf(context);
  const one = ofOrganization(context, organizationId);
  const [before] = await tx.select().from(doorayOrganizations).where(one).for('update');
  if (expectedVersion !== undefined)
    requireVersion(before ?? { version: 0 }, expectedVersion, before ? organizationWire(before) : {});
  if (!before && token === undefined) throw invalid('token', 'required', 'A new organisation needs its token');
  const sealed = token && {
    token: await cipher.seal(organizationPlace(serviceId, organizationId), token),
    tokenEnd: endOf(token),
  };
  const version = (before?.version ?? 0) + 1;
  const set = { name, version, ...sealed };
  const [row] = before
    ? await tx.update(doorayOrganizations).set(set).where(one).returning()
    : await tx
        .insert(doorayOrganizations)
        .values({ serviceId, organizationId, token: '', tokenEnd: '', ...set })
        .returning();
  if (!row) throw new Error('A kept organisation is there');
  const data = { what: 'dooray_organization', id: organizationId, version, token: token !== undefined };
  await audit(tx, context, { kind: 'setup_kept', data });
  return organizationWire(row, await projectsOf(tx, context));
}

export interface RemovalArgs {
  readonly organizationId: string;
  readonly expectedVersion: number;
}

/** Forgets an organisation that has no projects any more, with the keys of agents at it. */
export async function removeOrganization(
  tx: Tx,
  context: AgentContext,
  { organizationId, expectedVersion }: RemovalArgs,
): Promise<{ id: string }> {
  const row = await requireOrganization(tx, context, organizationId);
  const projects = (await projectsOf(tx, context)).filter((project) => project.organizationId === organizationId);
  requireVersion(row, expectedVersion, organizationWire(row, projects));
  requireUnused({ projects: projects.length });
  await tx
    .delete(doorayAgentKeys)
    .where(and(eq(doorayAgentKeys.serviceId, row.serviceId), eq(doorayAgentKeys.organizationId, organizationId)));
  await tx.delete(doorayOrganizations).where(ofOrganization(context, organizationId));
  await audit(tx, context, { kind: 'setup_removed', data: { what: 'dooray_organization', id: organizationId } });
  return { id: organizationId };
}

function ofProject(
  context: AgentContext,
  { organizationId, projectId }: Pick<ProjectArgs, 'organizationId' | 'projectId'>,
) {
  return and(
    eq(doorayProjects.serviceId, serviceOf(context)),
    eq(doorayProjects.organizationId, organizationId),
    eq(doorayProjects.projectId, projectId),
  );
}

export interface ProjectArgs {
  readonly organizationId: string;
  readonly projectId: string;
  readonly name: string;
  readonly address: string;
  readonly representative: string | null;
  readonly expectedVersion?: number | undefined;
}

/** Registers a project of an organisation, or changes it. */
export async function keepProject(tx: Tx, context: AgentContext, args: ProjectArgs): Promise<ProjectWire> {
  const { expectedVersion, ...values } = args;
  await requireOrganization(tx, context, args.organizationId);
  if (!isPage(args.address)) throw invalid('address', 'invalid', 'The address of the project’s page');
  const one = ofProject(context, args);
  const [before] = await tx.select().from(doorayProjects).where(one).for('update');
  if (expectedVersion !== undefined)
    requireVersion(before ?? { version: 0 }, expectedVersion, before ? projectWire(before) : {});
  const version = (before?.version ?? 0) + 1;
  const serviceId = serviceOf(context);
  const [row] = before
    ? await tx
        .update(doorayProjects)
        .set({ ...values, version })
        .where(one)
        .returning()
    : await tx
        .insert(doorayProjects)
        .values({ serviceId, ...values, version })
        .returning();
  if (!row) throw new Error('A kept project is there');
  await audit(tx, context, { kind: 'setup_kept', data: { what: 'dooray_project', id: args.projectId, version } });
  return projectWire(row);
}

/** Forgets a project: no ticket goes there any more. */
export async function removeProject(
  tx: Tx,
  context: AgentContext,
  args: RemovalArgs & { readonly projectId: string },
): Promise<{ id: string }> {
  requireAdministrator(context);
  const one = ofProject(context, args);
  const [row] = await tx.select().from(doorayProjects).where(one).for('update');
  if (!row) throw notFound();
  requireVersion(row, args.expectedVersion, projectWire(row));
  await tx.delete(doorayProjects).where(one);
  await audit(tx, context, { kind: 'setup_removed', data: { what: 'dooray_project', id: args.projectId } });
  return { id: args.projectId };
}
