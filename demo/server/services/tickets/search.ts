import { and, eq, type SQL } from 'drizzle-orm';
import type { Condition } from '../../../../src/domain/conditions.js';
import type { TicketQuery } from '../../../../src/domain/types.js';
import { conditionsOf } from '../../../../src/domain/views.js';
import type { Tx } from '../../db/database.js';
import { categories, handlingTypes } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { searchableFields, type SearchableField } from '../fields.js';
import { viewerOf, whereOf } from './conditions-sql.js';
import { checkQuery } from './search-query.js';
import { lookUp, named, placeOf } from './text-conditions.js';

/** Which tickets a list holds. */
export interface ListFilter {
  readonly where: SQL;
  /** Those that meet all but the texts that too many hold to name their tickets; null where there is no such text. */
  readonly withoutTexts: SQL | null;
  /** About how many tickets of the service hold the rarest of these texts. */
  readonly textsAbout: number | null;
}

/** The tickets of a list as SQL. Refuses a search that cannot be made. */
export async function listFilter(tx: Tx, context: AgentContext, query: TicketQuery): Promise<ListFilter> {
  const own = asksOwnFields(query) ? await searchableFields(tx, context) : noFields;
  checkQuery(query, context, own);
  const facts: Condition[] = [];
  const texts: Condition[] = [];
  const known: SQL[] = [];
  let textsAbout: number | null = null;
  for (const asked of conditionsOf(query)) {
    const condition = await withBranches(tx, context, stored(asked, own));
    const place = lookUpPlace(condition);
    if (!place) {
      facts.push(condition);
      continue;
    }
    const { ids, about } = await lookUp(tx, place.name, place.text);
    if (ids) known.push(named(ids));
    else texts.push(condition);
    if (!ids && about !== null) textsAbout = Math.min(textsAbout ?? Infinity, about);
  }
  const viewer = viewerOf(context);
  const sqlOf = (conditions: readonly Condition[]) =>
    and(whereOf(tx, serviceOf(context), conditions, viewer), ...known)!;
  return { where: sqlOf([...facts, ...texts]), withoutTexts: texts.length > 0 ? sqlOf(facts) : null, textsAbout };
}

const noFields: ReadonlyMap<string, SearchableField> = new Map();

function asksOwnFields({ where = {} }: TicketQuery): boolean {
  return Object.keys(where).some((field) => field.startsWith('f.'));
}

/** A condition on an own field by the name under which its values are kept. */
function stored(condition: Condition, own: ReadonlyMap<string, SearchableField>): Condition {
  if (condition.about !== 'field') return condition;
  return { ...condition, code: own.get(condition.code)?.searchedAs ?? condition.code };
}

/** A node of a tree stands for those below it too. */
async function withBranches(tx: Tx, context: AgentContext, condition: Condition): Promise<Condition> {
  if (condition.about !== 'choice' || (condition.of !== 'category' && condition.of !== 'handlingType'))
    return condition;
  const [tree, id] =
    condition.of === 'category' ? [categories, categories.categoryId] : [handlingTypes, handlingTypes.handlingTypeId];
  const nodes = await tx
    .select({ id, parent: tree.parent })
    .from(tree)
    .where(eq(tree.serviceId, serviceOf(context)));
  const branch = new Set(condition.in);
  // A set goes on with what is added to it on the way.
  for (const root of branch) {
    for (const { id, parent } of nodes) if (String(parent) === root) branch.add(String(id));
  }
  return { ...condition, in: [...branch] };
}

function lookUpPlace(condition: Condition): { name: string; text: string } | null {
  if (condition.about === 'field' && typeof condition.meets === 'string') {
    return { name: `f.${condition.code}`, text: condition.meets };
  }
  const name = condition.about === 'text' ? placeOf(condition.of) : null;
  return condition.about === 'text' && name ? { name, text: condition.holds } : null;
}
