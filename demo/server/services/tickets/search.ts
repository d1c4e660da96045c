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
import { allHolding, lookUp, named, placeOf, type Found } from './text-conditions.js';

/** Texts that too many tickets hold to name these. */
export interface CommonTexts {
  /** The tickets that meet every other condition. */
  readonly others: SQL;
  /** Each ticket is asked for the texts. */
  readonly asked: SQL;
  /** The same tickets by an index, which reads all that hold the rarest of the texts; null where there is none. */
  readonly found: SQL | null;
  /** About how many tickets of the service hold the rarest of the texts. */
  readonly about: number | null;
}

/** Which tickets a list holds. */
export interface ListFilter {
  readonly where: SQL;
  /** True where its tickets are among some that are named: the list is short. */
  readonly isNamed: boolean;
  readonly texts: CommonTexts | null;
}

interface Common extends Found {
  readonly condition: Condition;
  readonly place: Place;
}

/** Conditions of a list as they are stored. Refuses a search that cannot be made. */
async function storedConditions(tx: Tx, context: AgentContext, query: TicketQuery): Promise<readonly Condition[]> {
  const own = asksOwnFields(query) ? await searchableFields(tx, context) : noFields;
  checkQuery(query, context, own);
  const conditions: Condition[] = [];
  for (const asked of conditionsOf(query)) conditions.push(await withBranches(tx, context, stored(asked, own)));
  return conditions;
}

/** Whether tickets that are named are in a list: each of them is asked, and nothing is looked up. */
export async function namedFilter(tx: Tx, context: AgentContext, query: TicketQuery): Promise<SQL> {
  return whereOf(tx, serviceOf(context), await storedConditions(tx, context, query), viewerOf(context));
}

/** The tickets of a list as SQL. Refuses a search that cannot be made. */
export async function listFilter(tx: Tx, context: AgentContext, query: TicketQuery): Promise<ListFilter> {
  const facts: Condition[] = [];
  const common: Common[] = [];
  const known: SQL[] = [];
  for (const condition of await storedConditions(tx, context, query)) {
    const place = lookUpPlace(condition);
    if (!place) {
      facts.push(condition);
      continue;
    }
    const looked = await lookUp(tx, place.name, place.text);
    if (looked.ids) known.push(named(looked.ids));
    else common.push({ condition, place, ...looked });
  }
  const viewer = viewerOf(context);
  const sqlOf = (conditions: readonly Condition[]) => whereOf(tx, serviceOf(context), conditions, viewer);
  const others = and(sqlOf(facts), ...known)!;
  const isNamed = known.length > 0;
  if (common.length === 0) return { where: others, isNamed, texts: null };
  const asked = sqlOf(common.map(({ condition }) => condition));
  return { where: and(others, asked)!, isNamed, texts: { others, asked, ...rarestOf(common, sqlOf) } };
}

/** The text that narrows most is looked up, the rest asked for. */
function rarestOf(
  common: readonly Common[],
  sqlOf: (conditions: readonly Condition[]) => SQL,
): Pick<CommonTexts, 'found' | 'about'> {
  const [rarest, ...rest] = common.toSorted((a, b) => (a.about ?? Infinity) - (b.about ?? Infinity));
  const { place, about } = rarest!;
  const found = allHolding(place.name, place.text);
  return { found: found && and(found, sqlOf(rest.map(({ condition }) => condition)))!, about };
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

/** Where a text is looked up, and what. */
interface Place {
  readonly name: string;
  readonly text: string;
}

function lookUpPlace(condition: Condition): Place | null {
  if (condition.about === 'field' && typeof condition.meets === 'string') {
    return { name: `f.${condition.code}`, text: condition.meets };
  }
  const name = condition.about === 'text' ? placeOf(condition.of) : null;
  return condition.about === 'text' && name ? { name, text: condition.holds } : null;
}
