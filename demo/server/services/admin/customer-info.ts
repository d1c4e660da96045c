import { eq } from 'drizzle-orm';
import { channels, type Settings } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { customerInfoLinks } from '../../db/schema.js';
import { invalid } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { requireLink } from '../customer-info/link.js';
import { requireAdministrator } from './administrators.js';
import { tellEverybody } from './everybody.js';

export type LinkSettings = Pick<Settings, 'autoLookUp'>;

export async function readLinkSettings(tx: Tx, context: AgentContext): Promise<LinkSettings> {
  requireAdministrator(context);
  const { autoLookUp } = await requireLink(tx, context);
  return { autoLookUp };
}

/** Keeps these channels and no others, in the order of all; every page of the service hears of it. */
export async function keepLinkSettings(tx: Tx, context: AgentContext, told: LinkSettings): Promise<LinkSettings> {
  const before = await readLinkSettings(tx, context);
  const twice = told.autoLookUp.findIndex((channel, index) => told.autoLookUp.indexOf(channel) < index);
  if (twice >= 0) throw invalid(`autoLookUp.${twice}`, 'repeated', 'Name each channel once');
  const autoLookUp = channels.filter((channel) => told.autoLookUp.includes(channel));
  if (autoLookUp.join() === before.autoLookUp.join()) return before;
  await tx
    .update(customerInfoLinks)
    .set({ autoLookUp })
    .where(eq(customerInfoLinks.serviceId, serviceOf(context)));
  await audit(tx, context, { kind: 'setup_kept', data: { what: 'customer_info', autoLookUp } });
  await tellEverybody(tx, context);
  return { autoLookUp };
}
