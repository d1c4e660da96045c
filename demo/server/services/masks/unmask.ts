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
import { restoreBody, type Restored } from './masked-body.js';
import { requireRight } from './rights.js';
import { restoredSubject } from './subject.js';

export interface UnmaskArgs {
  readonly maskId: string;
  readonly reason: string;
  readonly expectedVersion: number;
}

export interface UnmaskPlan {
  readonly span: SpanRow;
  readonly seen: MaskedEntry;
  /** Null where somebody did it before. */
  readonly done: {
    readonly restored: Restored;
    readonly seals: ReadonlyMap<string, ToSeal>;
  } | null;
}

/** Whether the agent may take the mask away, and the message that it saw. */
export async function lookToUnmask(
  tx: Tx,
  context: AgentContext,
  { maskId, reason, expectedVersion }: UnmaskArgs,
): Promise<Pick<UnmaskPlan, 'span' | 'seen'>> {
  const span = await findSpan(tx, context, maskId);
  const { ticketId, entryId, category } = span;
  requireRight(context, 'unmask', { ticketId, reason, data: { maskId, entryId, category } });
  if (span.state === 'purged') throw purged();
  const seen = await findMaskedEntry(tx, context, entryId);
  if (span.state === 'masked') await requireBodyVersion(tx, context, seen.row, expectedVersion);
  return { span, seen };
}

/** The body as it will be. Nothing is done yet. */
export async function prepareUnmask(
  vault: Vault,
  { span, seen }: Pick<UnmaskPlan, 'span' | 'seen'>,
): Promise<UnmaskPlan> {
  if (span.state !== 'masked') return { span, seen, done: null };
  const known = await hiddenBy(vault, seen);
  if (!known.has(span.maskId)) throw purged();
  const restored = restoreBody(bodyOf(seen, known), span.maskId, known);
  const { serviceId, ticketId, id: entryId, bodyVersion: version } = seen.row;
  const seals = [...restored.heirs].map(([owner, value]): [string, ToSeal] => {
    return [owner, { sealId: randomHex(16), place: { serviceId, ticketId, entryId, owner, version }, value }];
  });
  await vault.prepare(seals.map(([, seal]) => seal));
  return { span, seen, done: { restored, seals: new Map(seals) } };
}

/** Puts the words back for everybody; the vault loses them once this is committed. */
export async function applyUnmask(
  tx: Tx,
  context: AgentContext,
  { span, seen, done }: UnmaskPlan,
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
  await writeBody(tx, row, done.restored.body);
  await setSpans(tx, context, [maskId], { state: 'unmasked' });
  const former = new Map(seen.spans.map((one) => [one.maskId, one.sealId]));
  for (const [heir, { sealId }] of done.seals) {
    await setSpans(tx, context, [heir], { sealId, sealVersion: seen.row.bodyVersion });
    await oblige(tx, context, 'keep', [sealId]);
    await oblige(tx, context, 'remove', [former.get(heir) ?? sealId]);
  }
  await oblige(tx, context, 'remove', [span.sealId]);
  await forgetAnswers(tx, context, ticketId);
  await audit(tx, context, { kind: 'mask_unmasked', ticketId, reason, data: { maskId, entryId, category } });
  const subject = restoredSubject(ticket.subject, done.restored.subject);
  await changeTicket(tx, context, ticket, {
    set: { subject },
    changed: ['history', ...(subject === ticket.subject ? [] : ['subject'])],
    actor: actorOf(context),
    log: [{ kind: 'unmasked', data: { entryId, category } }],
    moves: false,
  });
  return readEntry(tx, context, ticketId, entryId);
}
