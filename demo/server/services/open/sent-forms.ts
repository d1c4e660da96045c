import type { Tx } from '../../db/database.js';
import { signedCalls } from '../../db/schema.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { longestVisit } from './member-link.js';

/**
 * Takes the number of a form that the help center made; false where it was taken before. Who asks at the same time waits
 * for the answer, and a form that is refused keeps its number.
 */
export async function takeForm(tx: Tx, context: ServiceContext, number: string): Promise<boolean> {
  const row = { serviceId: serviceOf(context), signature: `form ${number}`, until: context.now + longestVisit };
  const taken = await tx.insert(signedCalls).values(row).onConflictDoNothing().returning({ until: signedCalls.until });
  return taken.length > 0;
}
