import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { maskSpans, messages } from '../../db/schema.js';
import type { ToSeal, Vault } from '../../vault/vault.js';
import type { AgentContext } from '../context.js';
import { findMessage, oblige, sealOf, setSpans, writeBody, type MessageRow, type SpanRow } from './entry.js';
import type { Hidden } from './masked-body.js';

/** A mask of another message of the ticket, and the version of that message. */
export interface OtherMask {
  readonly span: SpanRow;
  readonly bodyVersion: number;
}

/** What one of them hides. */
export interface KnownOther {
  readonly mask: OtherMask;
  readonly hidden: Hidden;
}

/** The masks of other messages of the same ticket. */
export async function otherMasks(tx: Tx, { serviceId, ticketId, id }: MessageRow): Promise<readonly OtherMask[]> {
  return tx
    .select({ span: maskSpans, bodyVersion: messages.bodyVersion })
    .from(maskSpans)
    .innerJoin(messages, and(eq(messages.serviceId, maskSpans.serviceId), eq(messages.id, maskSpans.entryId)))
    .where(
      and(
        eq(maskSpans.serviceId, serviceId),
        eq(maskSpans.ticketId, ticketId),
        ne(maskSpans.entryId, id),
        eq(maskSpans.state, 'masked'),
      ),
    )
    .orderBy(asc(maskSpans.at), asc(maskSpans.maskId));
}

/** What they hide, as far as the vault can say it. `isAll`: it could of every one that is not destroyed. */
export async function hiddenByOthers(
  vault: Vault,
  others: readonly OtherMask[],
): Promise<{ readonly known: readonly KnownOther[]; readonly isAll: boolean }> {
  const { found, broken } = await vault.readSome(
    others[0]?.span.serviceId ?? '',
    others.map(({ span }) => sealOf(span)),
  );
  const known = others.flatMap((mask) => {
    const hidden = found.get(mask.span.sealId) as Hidden | undefined;
    return hidden ? [{ mask, hidden }] : [];
  });
  return { known, isAll: broken.size === 0 };
}

/** Names masks and what they hide. */
export function sealsOf(masks: readonly OtherMask[]): string {
  return masks.map(({ span }) => span.sealId).join(' ');
}

/** Lets them have new seals. False, with nothing done, where a message of theirs is another one now. */
export async function sealOthersAnew(
  tx: Tx,
  context: AgentContext,
  seals: ReadonlyMap<OtherMask, ToSeal>,
): Promise<boolean> {
  const seen = new Map([...seals.keys()].map(({ span, bodyVersion }) => [span.entryId, bodyVersion]));
  const rows: MessageRow[] = [];
  for (const entryId of seen.keys()) rows.push(await findMessage(tx, context, entryId));
  if (rows.some(({ id, bodyVersion }) => seen.get(id) !== bodyVersion)) return false;
  // Another version: what somebody else prepared with the former seals does not fit any more.
  for (const row of rows) await writeBody(tx, row, row);
  for (const [{ span, bodyVersion }, { sealId }] of seals) {
    await setSpans(tx, context, [span.maskId], { sealId, sealVersion: bodyVersion });
    await oblige(tx, context, 'keep', [sealId]);
    await oblige(tx, context, 'remove', [span.sealId]);
  }
  return true;
}
