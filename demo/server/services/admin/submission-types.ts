import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { categories, fieldDefinitions, tickets, triggers } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireAdministrator, requireUnused, requireVersion } from './administrators.js';
import { requireLanguages, requireOwnName, type Names } from './names.js';
import { placeAfter, requirePlace } from './trees.js';
import { takeTurn } from './turns.js';

type TypeRow = typeof categories.$inferSelect;

/** A submission type as administrators are told it. */
export interface SubmissionType {
  readonly categoryId: number;
  readonly parent: number;
  readonly names: Names;
  readonly position: number;
  readonly inHelpCenter: boolean;
  readonly version: number;
}

export interface TypeValues {
  readonly parent: number;
  readonly names: Names;
  readonly position?: number | undefined;
  readonly inHelpCenter: boolean;
}

export interface TypeVersion {
  readonly categoryId: number;
  readonly expectedVersion: number;
}

const deepest = 5;
/** Most submission types of a service. */
const most = 1_000;

function namesOf(context: AgentContext, { name, names }: TypeRow): Names {
  return { ...names, [context.session.service.language]: name };
}

function wire(context: AgentContext, row: TypeRow): SubmissionType {
  const { categoryId, parent, position, inHelpCenter, version } = row;
  return { categoryId, parent, names: namesOf(context, row), position, inHelpCenter, version };
}

function rowsOf(tx: Tx, context: AgentContext): Promise<TypeRow[]> {
  return tx
    .select()
    .from(categories)
    .where(eq(categories.serviceId, serviceOf(context)))
    .orderBy(asc(categories.position), asc(categories.categoryId));
}

function ofType(context: AgentContext, categoryId: number) {
  return and(eq(categories.serviceId, serviceOf(context)), eq(categories.categoryId, categoryId));
}

export async function listSubmissionTypes(tx: Tx, context: AgentContext): Promise<SubmissionType[]> {
  requireAdministrator(context);
  return (await rowsOf(tx, context)).map((row) => wire(context, row));
}

/** Refuses what cannot stand among the others; answers with what is stored. `categoryId` 0: a new one. */
function checked(
  context: AgentContext,
  all: readonly TypeRow[],
  categoryId: number,
  { parent, names, position, inHelpCenter }: TypeValues,
) {
  const { language } = context.session.service;
  requireLanguages(context, 'names', names);
  const branches = all.map((type) => ({ id: type.categoryId, parent: type.parent, names: type.names }));
  requirePlace(branches, { id: categoryId || -1, parent, names }, deepest);
  const neighbours = all.filter((type) => type.parent === parent && type.categoryId !== categoryId);
  requireOwnName(
    context,
    names,
    neighbours.map((type) => ({ names: namesOf(context, type) })),
  );
  const before = all.find((type) => type.categoryId === categoryId && type.parent === parent);
  return {
    parent,
    names,
    name: names[language] ?? '',
    position: position ?? before?.position ?? placeAfter(neighbours),
    inHelpCenter,
  };
}

export async function addSubmissionType(tx: Tx, context: AgentContext, values: TypeValues): Promise<SubmissionType> {
  requireAdministrator(context);
  await takeTurn(tx, context, 'submission-types');
  const all = await rowsOf(tx, context);
  if (all.length >= most) throw invalid('names', 'too_many', `There are ${most} already: remove some first`);
  const [row] = await tx
    .insert(categories)
    .values({ serviceId: serviceOf(context), ...checked(context, all, 0, values) })
    .returning();
  if (!row) throw new Error('An inserted submission type is there');
  return noted(tx, context, row);
}

async function requireType(
  tx: Tx,
  context: AgentContext,
  { categoryId, expectedVersion }: TypeVersion,
): Promise<{ readonly row: TypeRow; readonly all: readonly TypeRow[] }> {
  requireAdministrator(context);
  await takeTurn(tx, context, 'submission-types');
  const all = await rowsOf(tx, context);
  const row = all.find((type) => type.categoryId === categoryId);
  if (!row) throw notFound();
  requireVersion(row, expectedVersion, wire(context, row));
  return { row, all };
}

export async function changeSubmissionType(
  tx: Tx,
  context: AgentContext,
  { categoryId, expectedVersion, ...values }: TypeVersion & TypeValues,
): Promise<SubmissionType> {
  const { row: before, all } = await requireType(tx, context, { categoryId, expectedVersion });
  const { name, ...stored } = checked(context, all, categoryId, values);
  const [row] = await tx
    .update(categories)
    // A name that is set is written into every ticket that has the type.
    .set({ ...stored, ...(name !== before.name && { name }), version: before.version + 1 })
    .where(ofType(context, categoryId))
    .returning();
  if (!row) throw new Error('A submission type that was read is there');
  return noted(tx, context, row);
}

async function noted(tx: Tx, context: AgentContext, row: TypeRow): Promise<SubmissionType> {
  const { categoryId, version } = row;
  await audit(tx, context, { kind: 'setup_kept', data: { what: 'submission_type', id: categoryId, version } });
  return wire(context, row);
}

/** How many triggers ask for a submission type or give it. */
async function triggersNaming(tx: Tx, context: AgentContext, categoryId: number): Promise<number> {
  const rows = await tx
    .select()
    .from(triggers)
    .where(eq(triggers.serviceId, serviceOf(context)));
  return rows.filter(
    ({ conditions, actions }) =>
      conditions.some(({ fact, values }) => fact === 'category' && values.includes(String(categoryId))) ||
      actions.some((action) => action.kind === 'category' && action.categoryId === categoryId),
  ).length;
}

/** Removes one that no ticket, no field and no trigger has, and below which nothing stands. */
export async function removeSubmissionType(
  tx: Tx,
  context: AgentContext,
  args: TypeVersion,
): Promise<{ categoryId: number }> {
  const { row, all } = await requireType(tx, context, args);
  const { categoryId, version } = row;
  const serviceId = serviceOf(context);
  // Tickets that get it at this moment are there before they are counted.
  await tx.select().from(categories).where(ofType(context, categoryId)).for('update');
  const fields = await tx.select().from(fieldDefinitions).where(eq(fieldDefinitions.serviceId, serviceId));
  requireUnused({
    tickets: await tx.$count(tickets, and(eq(tickets.serviceId, serviceId), eq(tickets.categoryId, categoryId))),
    children: all.filter(({ parent }) => parent === categoryId).length,
    fields: fields.filter((field) => field.categories?.includes(categoryId)).length,
    triggers: await triggersNaming(tx, context, categoryId),
  });
  await tx.delete(categories).where(ofType(context, categoryId));
  await audit(tx, context, { kind: 'setup_removed', data: { what: 'submission_type', id: categoryId, version } });
  return { categoryId };
}
