import { and, eq, gte, isNull, or } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { rawSources } from '../../db/schema.js';
import type { Vault } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { messageChanged } from './subject.js';

/** A masked message, whose mails as they came go with it. */
interface Masked {
  readonly ticketId: string;
  readonly entryId: number;
}

/** What digests of mails are as nobody can compare them with a guess who lacks the keys of the vault. */
export type KeyedDigests = ReadonlyMap<string, string>;

/** The mail of a message and all that came later: they quote it. Of what was stored before messages were named nobody knows. */
function quoting(context: AgentContext, { ticketId, entryId }: Masked) {
  return and(
    eq(rawSources.serviceId, serviceOf(context)),
    eq(rawSources.ticketId, ticketId),
    or(isNull(rawSources.entryId), gte(rawSources.entryId, entryId)),
  );
}

/** Digests that a mask of a message makes another thing of. */
export async function sourceDigests(tx: Tx, context: AgentContext, masked: Masked): Promise<readonly string[]> {
  const { sha256, contentSha256 } = rawSources;
  const rows = await tx.select({ sha256, contentSha256 }).from(rawSources).where(quoting(context, masked));
  return rows.flatMap((row) => [row.sha256, row.contentSha256 ?? []].flat().filter((digest) => !isKeyed(digest)));
}

const isKeyed = (digest: string): boolean => digest.startsWith('k');

export async function keyedDigests(vault: Vault, serviceId: string, digests: readonly string[]): Promise<KeyedDigests> {
  const keyed = await Promise.all(digests.map((digest) => vault.digests(serviceId, digest)));
  return new Map(digests.map((digest, index) => [digest, keyed[index]?.[0] ?? digest]));
}

/**
 * The mail as it came goes for good: nobody reads it any more, an unmasked body is whole without it, and to keep all of a
 * mail for the sake of a number would keep more than anybody asked for. That it came stays known, by digests that only the
 * keys of the vault make: others would tell a number to whoever tries them all.
 */
export async function forgetSources(
  tx: Tx,
  context: AgentContext,
  masked: Masked,
  digests: KeyedDigests,
): Promise<void> {
  const { sha256, contentSha256 } = rawSources;
  const rows = await tx.select({ sha256, contentSha256 }).from(rawSources).where(quoting(context, masked));
  const plain = rows.flatMap((row) => [row.sha256, row.contentSha256 ?? []].flat().filter((one) => !isKeyed(one)));
  // Of one that came since the ticket was read nobody asked the keys: what it quotes could be guessed.
  if (!plain.every((digest) => digests.has(digest)))
    throw await messageChanged(tx, context, masked.ticketId, masked.entryId);
  for (const { sha256: whole, contentSha256: content } of rows) {
    const said = content === null ? null : (digests.get(content) ?? content);
    await tx
      .update(rawSources)
      .set({ content: new Uint8Array(), sha256: digests.get(whole) ?? whole, contentSha256: said })
      .where(and(eq(rawSources.serviceId, serviceOf(context)), eq(rawSources.sha256, whole)));
  }
}
