import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { contentLabels } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

export type LabelRow = typeof contentLabels.$inferSelect;
export type LabelKind = LabelRow['kind'];

/** The labels of a kind, in order. */
export async function readLabels(tx: Tx, context: AgentContext | ServiceContext, kind: LabelKind): Promise<LabelRow[]> {
  return tx
    .select()
    .from(contentLabels)
    .where(and(eq(contentLabels.serviceId, serviceOf(context)), eq(contentLabels.kind, kind)))
    .orderBy(asc(contentLabels.position), asc(contentLabels.labelId));
}
