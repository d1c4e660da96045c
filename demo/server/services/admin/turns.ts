import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

/** Changes of one kind of thing in a service wait for each other, so that what is checked stays true until it is done. */
export async function takeTurn(tx: Tx, context: AgentContext | ServiceContext, what: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${serviceOf(context)}/${what}`}, 0))`);
}
