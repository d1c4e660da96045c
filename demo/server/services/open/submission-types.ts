import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { categories } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { toldLanguage } from './told-language.js';
import { openNodes, placesOf, type OpenNode, type PlacedBranch } from './tree.js';

/**
 * The submission types from which a customer chooses, by number, with their places in the tree. What stands below one that
 * customers do not see is not there for them either.
 */
export async function customerTypes(tx: Tx, context: ServiceContext): Promise<ReadonlyMap<number, PlacedBranch>> {
  const { language } = context.service;
  const rows = await tx
    .select()
    .from(categories)
    .where(and(eq(categories.serviceId, serviceOf(context)), eq(categories.inHelpCenter, true)))
    .orderBy(asc(categories.position), asc(categories.categoryId));
  return placesOf(
    rows.map(({ categoryId, parent, name, names }) => ({
      id: categoryId,
      parent,
      names: { ...names, [language]: name },
    })),
  );
}

/** Submission types: all, those right below one, or those above one, from the top. */
export async function readSubmissionTypes(
  tx: Tx,
  context: ServiceContext,
  asked: {
    readonly language?: string | undefined;
    readonly parent?: number | undefined;
    readonly child?: number | undefined;
  },
): Promise<OpenNode[]> {
  const { parent, child } = asked;
  const types = await customerTypes(tx, context);
  const above = child === undefined ? null : new Set(types.get(child)?.above.map(({ id }) => id));
  const wanted = [...types.values()].filter(
    (type) => (parent === undefined || type.parent === parent) && (above === null || above.has(type.id)),
  );
  const nodes = openNodes(wanted, toldLanguage(context, asked.language), context.service.language);
  return above === null ? nodes : nodes.sort((a, b) => a.level - b.level);
}
