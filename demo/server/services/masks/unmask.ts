import type { HistoryEntry } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { randomHex } from '../../random.js';
import type { ToSeal, Vault } from '../../vault/vault.js';
import { audit, auditOnce } from '../audit.js';
import type { AgentContext } from '../context.js';
import { forgetAnswers } from '../idempotency.js';
import { changeTicket } from '../tickets/change.js';
import { readEntry } from '../tickets/entries.js';
import { actorOf } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import {
  bodyOf,
  findMaskedEntry,
  findMessage,
  findSpan,
  hiddenBy,
  oblige,
  purged,
  requireBodyVersion,
  setSpans,
  writeBody,
  type MaskedEntry,
  type SpanRow,
} from './entry.js';
import { requireImpersonal, toldReason } from './impersonal.js';
import { withSubjectHeirs } from './inheritance.js';
import { restoreBody, type Hidden, type Restored } from './masked-body.js';
import { hiddenByOthers, otherMasks, sealOthersAnew, sealsOf, type KnownOther, type OtherMask } from './other-masks.js';
import { requireRight } from './rights.js';
import { messageChanged, restoredSubject, type SubjectPiece } from './subject.js';

export interface UnmaskArgs {
  readonly maskId: string;
  readonly reason: string;
  readonly expectedVersion: number;
}

export interface UnmaskPlan {
  readonly span: SpanRow;
  readonly seen: MaskedEntry;
  /** Of other messages of the ticket. */
  readonly others: readonly OtherMask[];
  /** Null where somebody did it before. */
  readonly done: {
    readonly restored: Restored;
    readonly seals: ReadonlyMap<string, ToSeal>;
    /** What the subject gets back. */
    readonly subject: readonly SubjectPiece[];
    /** Masks of other messages that keep what the subject does not get back. */
    readonly heirs: ReadonlyMap<OtherMask, ToSeal>;
  } | null;
}

type Seen = Pick<UnmaskPlan, 'span' | 'seen' | 'others'>;

/** Whether the agent may take the mask away, and the message that it saw. */
export async function lookToUnmask(
  tx: Tx,
  context: AgentContext,
  { maskId, reason, expectedVersion }: UnmaskArgs,
): Promise<Seen> {
  const span = await findSpan(tx, context, maskId);
  const told = await toldReason(tx, context, reason);
  const { ticketId, entryId, category } = span;
  requireRight(context, 'unmask', { ticketId, ...told, data: { maskId, entryId, category } });
  requireImpersonal('reason', told);
  if (span.state === 'purged') throw purged();
  const seen = await findMaskedEntry(tx, context, entryId);
  if (span.state === 'masked') await requireBodyVersion(tx, context, seen.row, expectedVersion);
  return { span, seen, others: await otherMasks(tx, seen.row) };
}

/** The body as it will be. Nothing is done yet. */
export async function prepareUnmask(vault: Vault, { span, seen, others }: Seen): Promise<UnmaskPlan> {
  if (span.state !== 'masked') return { span, seen, others, done: null };
  const { row } = seen;
  const own = row.masks.find(({ id }) => id === span.maskId);
  const known = await hiddenBy(vault, seen, own && { start: own.start, end: own.start + own.length });
  if (!own || !known.has(span.maskId)) throw purged();
  const restored = restoreBody(bodyOf(seen, known), span.maskId, known, known.unreadable);
  const seals = new Map(
    [...restored.heirs].map(([owner, value]) => [owner, sealFor(row.id, owner, row.bodyVersion, value)]),
  );
  const kept = await subjectKept(vault, restored.subject, others);
  const heirs = new Map(
    [...kept.heirs].map(([{ mask }, value]) => {
      const { entryId, maskId } = mask.span;
      return [mask, sealFor(entryId, maskId, mask.bodyVersion, value)];
    }),
  );
  await vault.prepare([...seals.values(), ...heirs.values()]);
  return { span, seen, others, done: { restored, seals, subject: kept.subject, heirs } };

  function sealFor(entryId: number, owner: string, version: number, value: Hidden): ToSeal {
    const { serviceId, ticketId } = row;
    return { sealId: randomHex(16), place: { serviceId, ticketId, entryId, owner, version }, value };
  }
}

/** What of the subject masks of other messages keep: the same words are hidden there. */
async function subjectKept(vault: Vault, pieces: readonly SubjectPiece[], others: readonly OtherMask[]) {
  if (pieces.length === 0) return withSubjectHeirs<KnownOther>(pieces, []);
  const { known, isAll } = await hiddenByOthers(vault, others);
  const kept = withSubjectHeirs(pieces, known);
  // Nobody knows whether one that cannot be opened hides what the subject would say.
  return isAll ? kept : { ...kept, subject: [] };
}

/** Puts the words back for everybody; the vault loses them once this is committed. */
export async function applyUnmask(
  tx: Tx,
  context: AgentContext,
  { span, seen, others, done }: UnmaskPlan,
  { reason }: UnmaskArgs,
): Promise<HistoryEntry> {
  const { ticketId, entryId, maskId, category } = span;
  if (!done) {
    await auditOnce(tx, context, { kind: 'ticket_read', ticketId });
    return readEntry(tx, context, ticketId, entryId);
  }
  const ticket = await lockTicket(tx, context, ticketId);
  const row = await findMessage(tx, context, entryId);
  await requireBodyVersion(tx, context, row, seen.row.bodyVersion);
  // Masked in another message meanwhile, the subject would say it all the same.
  const areOthers = done.restored.subject.length > 0 && sealsOf(await otherMasks(tx, row)) !== sealsOf(others);
  if (areOthers) throw await messageChanged(tx, context, ticketId, entryId);
  await writeBody(tx, row, done.restored.body);
  await setSpans(tx, context, [maskId], { state: 'unmasked' });
  const former = new Map(seen.spans.map((one) => [one.maskId, one.sealId]));
  for (const [heir, { sealId }] of done.seals) {
    await setSpans(tx, context, [heir], { sealId, sealVersion: seen.row.bodyVersion });
    await oblige(tx, context, 'keep', [sealId]);
    await oblige(tx, context, 'remove', [former.get(heir) ?? sealId]);
  }
  if (!(await sealOthersAnew(tx, context, done.heirs))) throw await messageChanged(tx, context, ticketId, entryId);
  await oblige(tx, context, 'remove', [span.sealId]);
  await forgetAnswers(tx, context, ticketId);
  await audit(tx, context, { kind: 'mask_unmasked', ticketId, reason, data: { maskId, entryId, category } });
  const subject = restoredSubject(ticket.subject, done.subject);
  await changeTicket(tx, context, ticket, {
    set: { subject },
    changed: ['history', ...(subject === ticket.subject ? [] : ['subject'])],
    actor: actorOf(context),
    log: [{ kind: 'unmasked', data: { entryId, category } }],
    moves: false,
  });
  return readEntry(tx, context, ticketId, entryId);
}
