import { eq, sql, type SQL } from 'drizzle-orm';
import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { categories } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { nameIn, placesOf } from './tree.js';

/** What customers are told of the submission type of a ticket. */
export interface TypeNames {
  readonly categoryId: number | null;
  readonly categoryName: string;
  /** With those that it stands below. */
  readonly categoryFullName: string;
}

export type NamesOfType = (categoryId: number | null) => TypeNames;

/** A submission type as it is stored. */
export interface StoredType {
  readonly id: number;
  readonly parent: number;
  readonly name: string;
  readonly names: Readonly<Partial<Record<Language, string>>>;
}

const stored = { id: categories.categoryId, parent: categories.parent, name: categories.name, names: categories.names };

/** All submission types of a service, as a value inside another query: customers read their lists often. */
export function typesOf(context: ServiceContext): SQL {
  return sql`(select coalesce(json_agg(json_build_object('id', category_id, 'parent', parent, 'name', name, 'names', names)), '[]')
    from categories where service_id = ${serviceOf(context)})`;
}

/** Names of submission types, those too that customers cannot choose any more. */
export function namesAmong(
  rows: readonly StoredType[],
  { service: { language: usual } }: ServiceContext,
  language: Language,
): NamesOfType {
  const places = placesOf(rows.map(({ name, names, ...row }) => ({ ...row, names: { ...names, [usual]: name } })));
  return (categoryId) => {
    const place = categoryId === null ? undefined : places.get(categoryId);
    if (!place) return { categoryId, categoryName: '', categoryFullName: '' };
    const names = [...place.above, place].map((branch) => nameIn(branch.names, language, usual));
    return { categoryId, categoryName: names.at(-1) ?? '', categoryFullName: names.join('>') };
  };
}

export async function typeNames(tx: Tx, context: ServiceContext, language: Language): Promise<NamesOfType> {
  const rows = await tx
    .select(stored)
    .from(categories)
    .where(eq(categories.serviceId, serviceOf(context)));
  return namesAmong(rows, context, language);
}
