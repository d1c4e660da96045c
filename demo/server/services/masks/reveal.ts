import type { Revealed } from '../../../../src/domain/masks.js';
import type { Tx } from '../../db/database.js';
import { notFound } from '../../refusal.js';
import type { SealRef, Vault } from '../../vault/vault.js';
import { audit } from '../audit.js';
import type { AgentContext } from '../context.js';
import { findSpan, purged, sealOf } from './entry.js';
import type { Hidden } from './masked-body.js';
import { requireImpersonal, toldReason } from './impersonal.js';
import { requireRight } from './rights.js';

/** Seconds for which revealed words may be shown. */
const shownFor = 30;

/** Whether the agent may read what a mask hides. Written down before the words leave the vault. */
export async function askToReveal(
  tx: Tx,
  context: AgentContext,
  { maskId, purpose }: { readonly maskId: string; readonly purpose: string },
): Promise<SealRef> {
  const span = await findSpan(tx, context, maskId);
  const told = await toldReason(tx, context, purpose);
  const { ticketId, entryId, category } = span;
  const entry = { ticketId, ...told, data: { maskId, entryId, category } };
  requireRight(context, 'reveal', entry);
  requireImpersonal('purpose', told);
  if (span.state === 'purged') throw purged();
  if (span.state !== 'masked') throw notFound();
  await audit(tx, context, { kind: 'mask_revealed', ...entry });
  return sealOf(span);
}

/** What a mask hides, for one reader. */
export async function reveal(vault: Vault, seal: SealRef): Promise<Revealed> {
  const found = await vault.read(seal.place.serviceId, [seal]);
  const hidden = found.get(seal.sealId) as Hidden | undefined;
  if (!hidden) throw purged();
  return { text: hidden.text, ttl: shownFor };
}
