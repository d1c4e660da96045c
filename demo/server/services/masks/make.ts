import type { MaskOutcome } from '../../../../src/domain/masks.js';
import type { HistoryEntry, MaskCategory, MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { maskSpans } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import type { ToSeal, Vault } from '../../vault/vault.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { forgetAnswers } from '../idempotency.js';
import { changeTicket } from '../tickets/change.js';
import { readEntry } from '../tickets/entries.js';
import { actorOf } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import {
  bodyOf,
  findMaskedEntry,
  findMessage,
  hiddenBy,
  oblige,
  requireBodyVersion,
  setSpans,
  writeBody,
  type MaskedEntry,
} from './entry.js';
import { coverElsewhere } from './elsewhere.js';
import { maskBody, type Cut, type Hidden, type HiddenByMask } from './masked-body.js';
import { notReachedBy } from './outcome.js';
import { waitingMails, type MailToKeep } from './mail-copies.js';
import { patternsOf } from './patterns.js';
import { requireRight } from './rights.js';
import { Words } from './repeats.js';
import { keyedDigests, sourceDigests, type KeyedDigests } from './sources.js';
import { cutSubject, messageChanged, ticketSubject, type SubjectPiece } from './subject.js';
import { unsentWords } from './unsent.js';

export interface MaskArgs {
  readonly entryId: number;
  readonly start: number;
  readonly length: number;
  readonly style?: MaskStyle;
  readonly category?: MaskCategory | null;
  readonly expectedVersion: number;
}

export type MaskAnswer = Pick<MaskOutcome, 'notReached' | 'copies'> & {
  readonly entry: HistoryEntry;
  readonly mask: string;
};

/** What is known before anything is cut. */
export interface ToBeMasked extends MaskedEntry {
  readonly subject: string;
  readonly mails: readonly MailToKeep[];
  /** Of mails that go with it. */
  readonly digests: readonly string[];
  /** The service's own numbers that are personal. */
  readonly patterns: readonly string[];
  readonly by: { readonly usercode: string; readonly name: string };
  readonly now: number;
}

/** What will be done to the ticket; what it loses is in the vault before. */
export interface MaskPlan {
  readonly seen: ToBeMasked;
  readonly args: MaskArgs;
  readonly maskId: string;
  readonly cut: Cut;
  readonly words: Words;
  readonly digests: KeyedDigests;
  /** Seals by whose they are: a mask's or a mail's. */
  readonly seals: ReadonlyMap<string, ToSeal>;
}

/** Whether the agent may mask, and the message that it saw. */
export async function lookToMask(tx: Tx, context: AgentContext, args: MaskArgs): Promise<ToBeMasked> {
  const { ticketId } = await findMessage(tx, context, args.entryId);
  requireRight(context, 'mask', { ticketId, data: { entryId: args.entryId } });
  const entry = await findMaskedEntry(tx, context, args.entryId);
  await requireBodyVersion(tx, context, entry.row, args.expectedVersion);
  return {
    ...entry,
    subject: await ticketSubject(tx, context, ticketId),
    mails: await waitingMails(tx, context, ticketId),
    digests: await sourceDigests(tx, context, { ticketId, entryId: args.entryId }),
    patterns: await patternsOf(tx, context),
    by: actorOf(context),
    now: context.now,
  };
}

/** Cuts the words out of what was read, and puts them into the vault. */
export async function prepareMask(vault: Vault, seen: ToBeMasked, args: MaskArgs): Promise<MaskPlan> {
  const { row, by, now } = seen;
  const { start, length, style = 'per-character', category = null } = args;
  const hidden = await hiddenBy(vault, seen, { start, end: start + length });
  const maskId = randomHex(16);
  const mask = { id: maskId, category, by, at: now };
  const cut = maskBody(bodyOf(seen, hidden), { start, end: start + length }, mask, style, hidden);
  const words = new Words(cut.hidden.text, seen.patterns);
  const own = withSubject(cut, hidden, cutSubject(seen.subject, words, style).pieces);
  const { serviceId, ticketId } = row;
  const seal = (owner: string, value: unknown, entryId: number, version: number): [string, ToSeal] => {
    return [owner, { sealId: randomHex(16), place: { serviceId, ticketId, entryId, owner, version }, value }];
  };
  const loses = ({ entryId, value }: MailToKeep): boolean => entryId === row.id || words.in(value.subject).length > 0;
  const seals = new Map([
    seal(maskId, own, row.id, row.bodyVersion),
    ...seen.mails.filter(loses).map(({ mailId, entryId, value }) => seal(mailId, value, entryId, 0)),
  ]);
  const digests = await keyedDigests(vault, serviceId, seen.digests);
  await vault.prepare([...seals.values()]);
  return { seen, args, maskId, cut, words, digests, seals };
}

/** What the mask hides, with what it and the masks inside it took out of the subject. */
function withSubject({ hidden, swallowed }: Cut, others: HiddenByMask, pieces: readonly SubjectPiece[]): Hidden {
  const subject = [...swallowed.flatMap(({ id }) => others.get(id)?.subject ?? []), ...pieces];
  return subject.length > 0 ? { ...hidden, subject } : hidden;
}

/** Does it to the ticket: message, subject, drafts, mails and answers lose the words together. */
export async function applyMask(tx: Tx, context: AgentContext, plan: MaskPlan): Promise<MaskAnswer> {
  const { seen, maskId, cut, words, seals, digests } = plan;
  const { category = null, style = 'per-character' } = plan.args;
  const { ticketId, id: entryId, bodyVersion } = seen.row;
  const ticket = await lockTicket(tx, context, ticketId);
  const row = await findMessage(tx, context, entryId);
  await requireBodyVersion(tx, context, row, bodyVersion);
  // What was put into the vault is the subject that was read.
  if (ticket.subject !== seen.subject) throw await messageChanged(tx, context, ticketId, entryId);
  await writeBody(tx, row, cut.body);
  await writeSpans(tx, context, plan);
  const unsent = unsentWords(cut.hidden.text, seen.patterns);
  const left = await coverElsewhere(tx, context, { ticketId, entryId, words, style, seals, unsent, digests });
  await forgetAnswers(tx, context, ticketId);
  await audit(tx, context, { kind: 'masked', ticketId, data: { maskId, entryId, category } });
  const { subject } = cutSubject(ticket.subject, words, style);
  await changeTicket(tx, context, ticket, {
    set: { subject },
    changed: ['history', ...(subject === ticket.subject ? [] : ['subject'])],
    actor: actorOf(context),
    log: [{ kind: 'masked', data: { entryId, category } }],
    moves: false,
  });
  const entry = await readEntry(tx, context, ticketId, entryId);
  return { entry, mask: maskId, ...(await notReachedBy(tx, context, ticket, { entryId, words, subject, left })) };
}

async function writeSpans(tx: Tx, context: AgentContext, { seen, args, maskId, cut, seals }: MaskPlan): Promise<void> {
  const { ticketId, id: entryId, bodyVersion: sealVersion } = seen.row;
  const sealIdOf = (owner: string): string => seals.get(owner)?.sealId ?? '';
  const { style = 'per-character', category = null } = args;
  await tx.insert(maskSpans).values({
    serviceId: serviceOf(context),
    maskId,
    ticketId,
    entryId,
    state: 'masked',
    style,
    category,
    sealId: sealIdOf(maskId),
    sealVersion,
    at: context.now,
    by: actorOf(context).usercode,
  });
  const former = new Map(seen.spans.map((span) => [span.maskId, span.sealId]));
  const replaced = cut.swallowed.filter(({ state }) => state === 'masked').map(({ id }) => id);
  await setSpans(tx, context, replaced, { state: 'unmasked' });
  // Destroyed by a purge that did not come to say so.
  const purgedIds = cut.body.masks
    .concat(cut.hidden.purged)
    .flatMap(({ id, state }) => (state === 'purged' && former.has(id) ? [id] : []));
  await setSpans(tx, context, purgedIds, { state: 'purged' });
  const gone = replaced.flatMap((id) => former.get(id) ?? []);
  await oblige(tx, context, 'remove', gone);
  await oblige(tx, context, 'keep', [sealIdOf(maskId)]);
}
