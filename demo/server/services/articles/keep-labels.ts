import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { articles, contentLabels } from '../../db/schema.js';
import { invalid, notFound } from '../../refusal.js';
import { requireAdministrator, requireUnused, requireVersion } from '../admin/administrators.js';
import { requireLanguages, requireOwnName, type Names } from '../admin/names.js';
import { placeAfter, requirePlace } from '../admin/trees.js';
import { takeTurn } from '../admin/turns.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { readLabels, type LabelKind, type LabelRow } from './labels.js';

/** A label as administrators are told it. */
export type Label = Omit<LabelRow, 'serviceId' | 'kind'>;

export interface LabelValues {
  readonly parent?: number | undefined;
  readonly names: Names;
  readonly position?: number | undefined;
}

export interface LabelVersion {
  readonly labelId: number;
  readonly expectedVersion: number;
}

/** How many levels there may be. */
const deepest: Readonly<Record<LabelKind, number>> = { heading: 1, tag: 1, faq: 3 };
/** Most labels of a kind. */
const most = 500;

function wire({ labelId, parent, names, position, version }: LabelRow): Label {
  return { labelId, parent, names, position, version };
}

export async function listLabels(tx: Tx, context: AgentContext, kind: LabelKind): Promise<Label[]> {
  requireAdministrator(context);
  return (await readLabels(tx, context, kind)).map(wire);
}

/** Refuses what cannot stand among the others; answers with its place. `labelId` 0: a new one. */
function placeOf(
  context: AgentContext,
  kind: LabelKind,
  all: readonly LabelRow[],
  labelId: number,
  { parent = 0, names, position }: LabelValues,
): { readonly parent: number; readonly names: Names; readonly position: number } {
  requireLanguages(context, 'names', names);
  const branches = all.map((label) => ({ id: label.labelId, parent: label.parent, names: label.names }));
  requirePlace(branches, { id: labelId || -1, parent, names }, deepest[kind]);
  const neighbours = all.filter((label) => label.parent === parent && label.labelId !== labelId);
  requireOwnName(context, names, neighbours);
  const before = all.find((label) => label.labelId === labelId && label.parent === parent);
  return { parent, names, position: position ?? before?.position ?? placeAfter(neighbours) };
}

export async function addLabel(tx: Tx, context: AgentContext, kind: LabelKind, values: LabelValues): Promise<Label> {
  requireAdministrator(context);
  await takeTurn(tx, context, 'labels');
  const all = await readLabels(tx, context, kind);
  if (all.length >= most) throw invalid('names', 'too_many', `There are ${most} already: remove some first`);
  const [row] = await tx
    .insert(contentLabels)
    .values({ serviceId: serviceOf(context), kind, ...placeOf(context, kind, all, 0, values) })
    .returning();
  if (!row) throw new Error('An inserted label is there');
  return noted(tx, context, row);
}

function ofLabel(context: AgentContext, labelId: number) {
  return and(eq(contentLabels.serviceId, serviceOf(context)), eq(contentLabels.labelId, labelId));
}

async function requireLabel(
  tx: Tx,
  context: AgentContext,
  kind: LabelKind,
  { labelId, expectedVersion }: LabelVersion,
): Promise<{ readonly row: LabelRow; readonly all: readonly LabelRow[] }> {
  requireAdministrator(context);
  await takeTurn(tx, context, 'labels');
  const all = await readLabels(tx, context, kind);
  const row = all.find((label) => label.labelId === labelId);
  if (!row) throw notFound();
  requireVersion(row, expectedVersion, wire(row));
  return { row, all };
}

export async function changeLabel(
  tx: Tx,
  context: AgentContext,
  kind: LabelKind,
  { labelId, expectedVersion, ...values }: LabelVersion & LabelValues,
): Promise<Label> {
  const { row: before, all } = await requireLabel(tx, context, kind, { labelId, expectedVersion });
  const [row] = await tx
    .update(contentLabels)
    .set({ ...placeOf(context, kind, all, labelId, values), version: before.version + 1 })
    .where(ofLabel(context, labelId))
    .returning();
  if (!row) throw new Error('A label that was read is there');
  return noted(tx, context, row);
}

async function noted(tx: Tx, context: AgentContext, row: LabelRow): Promise<Label> {
  const { kind, labelId, version } = row;
  await audit(tx, context, { kind: 'setup_kept', data: { what: kind, id: labelId, version } });
  return wire(row);
}

/** Removes one that nothing has and below which nothing stands. */
export async function removeLabel(
  tx: Tx,
  context: AgentContext,
  kind: LabelKind,
  args: LabelVersion,
): Promise<{ labelId: number }> {
  const { row, all } = await requireLabel(tx, context, kind, args);
  const { labelId, version } = row;
  const named =
    kind === 'tag' ? sql`${articles.tagIds} @> ${JSON.stringify([labelId])}::jsonb` : eq(articles.labelId, labelId);
  requireUnused({
    articles: await tx.$count(articles, and(eq(articles.serviceId, serviceOf(context)), named)),
    children: all.filter(({ parent }) => parent === labelId).length,
  });
  await tx.delete(contentLabels).where(ofLabel(context, labelId));
  await audit(tx, context, { kind: 'setup_removed', data: { what: kind, id: labelId, version } });
  return { labelId };
}
