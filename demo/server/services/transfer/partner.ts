import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { notFound } from '../../refusal.js';
import { findService, publicService, serviceOf, type AgentContext, type ServiceContext } from '../context.js';

/** A service that takes tickets of this one. */
export interface Target {
  readonly serviceId: string;
  readonly name: string;
}

/** The services that take tickets of the agent's: those for issues of the same organisation. */
export async function targetsOf(tx: Tx): Promise<readonly Target[]> {
  const { rows } = (await tx.execute(
    sql`select service_id as "serviceId", name from issue_targets() order by name, service_id`,
  )) as unknown as { rows: Target[] };
  return rows;
}

/** How an agent of this service is called in another one: usercodes mean nothing there. */
export function bylineOf({ session }: AgentContext): string {
  return `${session.agent.name} · ${session.service.name}`;
}

/**
 * Does a part of the work in a service that works with this one, in the same transaction: row security is moved there for
 * as long as it takes, so that each half sees and writes the rows of its own service only.
 */
export async function inService<T>(
  tx: Tx,
  context: AgentContext,
  serviceId: string,
  work: (tx: Tx, partner: ServiceContext) => Promise<T>,
): Promise<T> {
  const { rows } = (await tx.execute(sql`select works_with(${serviceId}) as allowed`)) as unknown as {
    rows: readonly { readonly allowed: boolean }[];
  };
  if (!rows[0]?.allowed) throw notFound();
  // What fails is undone, the move with it.
  return tx.transaction(async (inner) => {
    await moveTo(inner, serviceId);
    const service = await findService(inner, serviceId);
    if (!service) throw notFound();
    const { now } = context;
    // Where the agent sits is not the other service's business.
    const partner = { service: publicService(service), now, client: '', caller: bylineOf(context) };
    const done = await work(inner, partner);
    await moveTo(inner, serviceOf(context));
    return done;
  });
}

async function moveTo(tx: Tx, serviceId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.service', ${serviceId}, true)`);
}
