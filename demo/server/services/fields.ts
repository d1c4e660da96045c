import { and, asc, eq } from 'drizzle-orm';
import { conditionKind, type FieldDefinition } from '../../../src/domain/fields.js';
import type { Tx } from '../db/database.js';
import { fieldDefinitions } from '../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from './context.js';

/** The fields that the service added to its tickets and that are in use, in order. */
export async function readFields(tx: Tx, context: AgentContext | ServiceContext): Promise<FieldDefinition[]> {
  const rows = await tx
    .select()
    .from(fieldDefinitions)
    .where(and(eq(fieldDefinitions.serviceId, serviceOf(context)), eq(fieldDefinitions.active, true)))
    .orderBy(asc(fieldDefinitions.position), asc(fieldDefinitions.code));
  return rows.map(
    ({ code, owner, type, names, hints, placeholders, options, required, encrypted, length, categories }) => ({
      code,
      owner,
      type,
      names,
      hints,
      placeholders,
      options,
      required,
      encrypted,
      length,
      categories,
    }),
  );
}

/** A field that can be searched and sorted by. */
export interface SearchableField {
  readonly definition: FieldDefinition;
  /** The code of its rows that a condition looks at; the one that it is sorted by has its own. */
  readonly searchedAs: string;
}

/** Fields that can be searched and sorted by, by code: not the encrypted ones, and none without a value. */
export async function searchableFields(
  tx: Tx,
  context: AgentContext | ServiceContext,
): Promise<ReadonlyMap<string, SearchableField>> {
  const found = new Map<string, SearchableField>();
  for (const definition of await readFields(tx, context)) {
    const { code, type } = definition;
    if (!conditionKind(definition)) continue;
    // Of check boxes, each value has a row of its own beside the one with all of them.
    found.set(code, { definition, searchedAs: type === 'checkbox' ? `${code}[]` : code });
  }
  return found;
}
