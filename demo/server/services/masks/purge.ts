import { and, eq, isNotNull } from 'drizzle-orm';
import type { HistoryEntry } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { mails } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { forgetAnswers } from '../idempotency.js';
import { changeTicket } from '../tickets/change.js';
import { readEntry } from '../tickets/entries.js';
import { actorOf } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import {
  findMessage,
  findSpan,
  oblige,
  purged,
  requireBodyVersion,
  setSpans,
  writeBody,
  type SpanRow,
} from './entry.js';
import { requireImpersonal, toldReason } from './impersonal.js';
import { requireRight } from './rights.js';

export interface PurgeArgs {
  readonly maskId: string;
  readonly reason: string;
  readonly expectedVersion?: number;
}

export interface PurgePlan {
  readonly span: SpanRow;
  /** Everything in the vault that holds the words: those of the mask, and failed mails of the message. */
  readonly sealIds: readonly string[];
  readonly reason: string;
}

/** What was done before the ticket is told. */
export interface PurgeDone extends PurgePlan {
  /** Everything that held the words. */
  readonly destroyed: readonly string[];
}

/** The words were sealed anew while they were destroyed: there is more to destroy. */
export class SealedAgain extends Error {
  override readonly name = 'SealedAgain';
  readonly sealIds: readonly string[];

  constructor(sealIds: readonly string[]) {
    super('What a mask hides was sealed anew');
    this.sealIds = sealIds;
  }
}

/** Whether the agent may destroy what a mask hides. Written down before it is: afterwards nothing can be taken back. */
export async function askToPurge(tx: Tx, context: AgentContext, args: PurgeArgs): Promise<PurgePlan> {
  const span = await findSpan(tx, context, args.maskId);
  const { reason } = args;
  const told = await toldReason(tx, context, reason);
  const { ticketId, entryId, maskId, category } = span;
  const entry = { ticketId, ...told, data: { maskId, entryId, category } };
  requireRight(context, 'purge', entry);
  requireImpersonal('reason', told);
  if (span.state === 'purged') throw purged();
  if (span.state !== 'masked') throw notFound();
  await requireBodyVersion(tx, context, await findMessage(tx, context, entryId), args.expectedVersion);
  const sealed = await sealedMails(tx, context, entryId);
  requireNoneWaiting(sealed);
  await audit(tx, context, { kind: 'mask_purge_asked', ...entry });
  return { span, sealIds: [span.sealId, ...sealed.map(({ sealId }) => sealId)], reason };
}

/** A mail would leave without the words. */
function requireNoneWaiting(sealed: readonly SealedMail[]): void {
  if (sealed.some(({ isWaiting }) => isWaiting))
    throw new Refusal(409, 'mail_waiting', 'A mail with the words has not left yet');
}

interface SealedMail {
  readonly sealId: string;
  readonly isWaiting: boolean;
}

/** Mails of the message of which the vault has a part. */
async function sealedMails(tx: Tx, context: AgentContext, entryId: number): Promise<readonly SealedMail[]> {
  const rows = await tx
    .select({ sealId: mails.sealId, state: mails.state })
    .from(mails)
    .where(and(eq(mails.serviceId, serviceOf(context)), eq(mails.entryId, entryId), isNotNull(mails.sealId)));
  return rows.flatMap(({ sealId, state }) => (sealId === null ? [] : [{ sealId, isWaiting: state === 'queued' }]));
}

/** Writes down that the words are gone; they are gone already. */
export async function applyPurge(
  tx: Tx,
  context: AgentContext,
  { span, reason, destroyed }: PurgeDone,
): Promise<HistoryEntry> {
  const { ticketId, entryId, maskId, category } = span;
  const ticket = await lockTicket(tx, context, ticketId);
  const row = await findMessage(tx, context, entryId);
  // Taken away while the words were destroyed: they are in the message again.
  if (!row.masks.some((mask) => mask.id === maskId)) throw new Refusal(409, 'version_conflict', 'The mask is gone');
  const sealed = await sealedMails(tx, context, entryId);
  const sealIds = [(await findSpan(tx, context, maskId)).sealId, ...sealed.map(({ sealId }) => sealId)];
  if (!sealIds.every((sealId) => destroyed.includes(sealId))) {
    requireNoneWaiting(sealed);
    throw new SealedAgain(sealIds);
  }
  const masks = row.masks.map((mask) => (mask.id === maskId ? { ...mask, state: 'purged' as const } : mask));
  await writeBody(tx, row, { ...row, masks });
  await setSpans(tx, context, [maskId], { state: 'purged' });
  await oblige(tx, context, 'remove', destroyed);
  await forgetAnswers(tx, context, ticketId);
  await audit(tx, context, { kind: 'mask_purged', ticketId, reason, data: { maskId, entryId, category } });
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['history'],
    actor: actorOf(context),
    log: [{ kind: 'mask_purged', data: { entryId, category } }],
    moves: false,
  });
  return readEntry(tx, context, ticketId, entryId);
}
