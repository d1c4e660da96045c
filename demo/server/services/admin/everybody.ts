import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { agents } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { emit } from '../events.js';

/** Lets the pages of every agent of the service read again what it is set up with. */
export async function tellEverybody(tx: Tx, context: AgentContext): Promise<void> {
  const everybody = await tx
    .select({ audience: agents.usercode })
    .from(agents)
    .where(and(eq(agents.serviceId, serviceOf(context)), eq(agents.active, true)));
  await emit(tx, context, ...everybody.map(({ audience }) => ({ topic: 'session' as const, audience })));
}
