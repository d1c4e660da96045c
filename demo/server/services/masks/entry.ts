import { and, asc, eq, inArray } from 'drizzle-orm';
import type { HistoryEntry, MaskSpan } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { maskSpans, messages, vaultDuties } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import type { SealPlace } from '../../vault/seal.js';
import type { SealRef, Vault } from '../../vault/vault.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { readEntry } from '../tickets/entries.js';
import type { Hidden, MaskedBody } from './masked-body.js';
import type { Stretch } from './repeats.js';

export type MessageRow = typeof messages.$inferSelect;
export type SpanRow = typeof maskSpans.$inferSelect;

/** A message and its masks, as they were when they were read. */
export interface MaskedEntry {
  readonly row: MessageRow;
  readonly spans: readonly SpanRow[];
}

export async function findMessage(tx: Tx, context: AgentContext, entryId: number): Promise<MessageRow> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.serviceId, serviceOf(context)), eq(messages.id, entryId)));
  if (!row) throw notFound();
  return row;
}

export async function findMaskedEntry(tx: Tx, context: AgentContext, entryId: number): Promise<MaskedEntry> {
  const row = await findMessage(tx, context, entryId);
  const spans = await tx
    .select()
    .from(maskSpans)
    .where(
      and(
        eq(maskSpans.serviceId, row.serviceId),
        eq(maskSpans.ticketId, row.ticketId),
        eq(maskSpans.entryId, entryId),
        eq(maskSpans.state, 'masked'),
      ),
    )
    .orderBy(asc(maskSpans.at), asc(maskSpans.maskId));
  return { row, spans };
}

/** A mask that stands in a message, or stood there. */
export async function findSpan(tx: Tx, context: AgentContext, maskId: string): Promise<SpanRow> {
  const [span] = await tx
    .select()
    .from(maskSpans)
    .where(and(eq(maskSpans.serviceId, serviceOf(context)), eq(maskSpans.maskId, maskId)));
  if (!span) throw notFound();
  return span;
}

/** The refusal of one whose words are gone. */
export function purged(): Refusal {
  return new Refusal(410, 'mask_purged', 'What was masked is gone');
}

/** Refuses a version of the message that is not the one there is, and tells that one: the agent reads it. */
export async function requireBodyVersion(
  tx: Tx,
  context: AgentContext,
  { id, ticketId, bodyVersion }: MessageRow,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || expected === bodyVersion) return;
  const content: HistoryEntry = await readEntry(tx, context, ticketId, id);
  const noted = { kind: 'ticket_read' as const, ticketId };
  throw new Refusal(409, 'version_conflict', 'The message is another one now', { content, noted });
}

export function sealOf({ serviceId, ticketId, entryId, maskId, sealId, sealVersion }: SpanRow): SealRef {
  const place: SealPlace = { serviceId, ticketId, entryId, owner: maskId, version: sealVersion };
  return { sealId, place };
}

/** What masks hide, by their ids, and those of which the vault cannot say it now. */
export class KnownMasks extends Map<string, Hidden> {
  readonly unreadable = new Set<string>();
}

/**
 * What the masks of a message hide. One that was destroyed meanwhile is missing. A seal that cannot be opened is a failure
 * only where its words are needed: those of masks that a stretch touches.
 */
export async function hiddenBy(
  vault: Vault,
  { row, spans }: MaskedEntry,
  needed: Stretch | undefined,
): Promise<KnownMasks> {
  const { found, broken } = await vault.readSome(row.serviceId, spans.map(sealOf));
  const known = new KnownMasks();
  for (const { maskId, sealId } of spans) {
    const failure = broken.get(sealId);
    const place = row.masks.find(({ id }) => id === maskId);
    const isNeeded = place && needed && place.start < needed.end && place.start + place.length > needed.start;
    if (failure && isNeeded) throw failure;
    if (failure) known.unreadable.add(maskId);
    const hidden = found.get(sealId) as Hidden | undefined;
    if (hidden) known.set(maskId, hidden);
  }
  return known;
}

/** The body with the masks that can still be taken away; the others are gone, whoever has written that down yet. */
export function bodyOf({ row }: MaskedEntry, known: KnownMasks): MaskedBody {
  const { html, text, styles, blocked } = row;
  const masks = row.masks.map((mask): MaskSpan => {
    const isThere = known.has(mask.id) || known.unreadable.has(mask.id);
    return mask.state === 'masked' && !isThere ? { ...mask, state: 'purged' } : mask;
  });
  return { html, text, styles, blocked, masks };
}

/** Writes a body whose masks changed. It is another version. */
export async function writeBody(tx: Tx, row: MessageRow, body: MaskedBody): Promise<void> {
  const { html, text, styles, blocked, masks } = body;
  await tx
    .update(messages)
    .set({ html, text, styles, blocked, masks, bodyVersion: row.bodyVersion + 1 })
    .where(and(eq(messages.serviceId, row.serviceId), eq(messages.id, row.id)));
}

/** Lets a worker tell the vault, once this is committed. */
export async function oblige(
  tx: Tx,
  context: AgentContext | ServiceContext,
  duty: 'keep' | 'remove',
  sealIds: readonly string[],
): Promise<void> {
  if (sealIds.length === 0) return;
  const serviceId = serviceOf(context);
  await tx.insert(vaultDuties).values(sealIds.map((sealId) => ({ serviceId, sealId, duty })));
}

export async function setSpans(
  tx: Tx,
  context: AgentContext,
  maskIds: readonly string[],
  set: Partial<Pick<SpanRow, 'state' | 'sealId' | 'sealVersion'>>,
): Promise<void> {
  if (maskIds.length === 0) return;
  await tx
    .update(maskSpans)
    .set(set)
    .where(and(eq(maskSpans.serviceId, serviceOf(context)), inArray(maskSpans.maskId, [...maskIds])));
}
