import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { categories } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

/** Whether there is a submission type. It stays until the transaction ends, so that a ticket can have it. */
export async function holdType(tx: Tx, context: AgentContext | ServiceContext, categoryId: number): Promise<boolean> {
  const held = await tx
    .select({ categoryId: categories.categoryId })
    .from(categories)
    .where(and(eq(categories.serviceId, serviceOf(context)), eq(categories.categoryId, categoryId)))
    .for('key share');
  return held.length > 0;
}
