import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { maskSpans } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { SpanRow } from './entry.js';
import { fixedLength } from './repeats.js';

/** How the name of a file is told outside its ticket. */
export type NameCover = (fileName: string) => string;

/** Nothing is left of a name but its ending where the ticket has masks: for the middle of a transaction, where nobody can ask the vault. */
export async function coverWithoutVault(tx: Tx, context: AgentContext, ticketId: string): Promise<NameCover> {
  return (await masksOf(tx, context, ticketId)).length > 0 ? endingOf : (name) => name;
}

const endingOf: NameCover = (name) => '*'.repeat(fixedLength) + (/\.[a-z0-9]+$/i.exec(name)?.[0] ?? '');

/** What is masked in a ticket now, in the order in which it was. */
export function masksOf(tx: Tx, context: AgentContext, ticketId: string): Promise<SpanRow[]> {
  const { serviceId, ticketId: of, state, at, maskId } = maskSpans;
  return tx
    .select()
    .from(maskSpans)
    .where(and(eq(serviceId, serviceOf(context)), eq(of, ticketId), eq(state, 'masked')))
    .orderBy(asc(at), asc(maskId));
}
