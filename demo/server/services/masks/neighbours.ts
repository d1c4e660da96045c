import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { mails } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { Refusal } from '../../refusal.js';
import type { ToSeal, Vault } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { changeTicket } from '../tickets/change.js';
import { actorOf } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import { bodyOf, findMaskedEntry, findMessage, hiddenBy, oblige, setSpans, writeBody } from './entry.js';
import type { MaskedEntry, SpanRow } from './entry.js';
import { withoutSubjectWords, withoutWordsOf, wordsOf } from './inheritance.js';
import { mailsThatSay, type MailRow } from './mail-copies.js';
import type { Hidden } from './masked-body.js';
import { hiddenByOthers, otherMasks, sealOthersAnew, sealsOf, type OtherMask } from './other-masks.js';

/** What stands beside a mask whose words are to be destroyed, as it was read. */
interface Seen {
  readonly entry: MaskedEntry;
  /** Masks of other messages: they may have pieces of the subject that say the words. */
  readonly others: readonly OtherMask[];
  /** Mails of other messages in the vault: their subject may say the words. */
  readonly mails: readonly MailRow[];
}

/** What of that says the words too. */
interface Saying extends Pick<Seen, 'entry' | 'others'> {
  /** Other masks of the message, sealed anew without them, by their ids. */
  readonly seals: ReadonlyMap<string, ToSeal>;
  /** Masks of other messages, likewise. */
  readonly otherSeals: ReadonlyMap<OtherMask, ToSeal>;
  readonly mailSeals: readonly string[];
}

type AsAgent = <T>(work: (tx: Tx, context: AgentContext) => Promise<T>) => Promise<T>;

/** How often somebody else may change the message meanwhile. */
const tries = 3;

/**
 * Takes words that are to be destroyed out of whatever else of the vault says them, before they are: what other masks of
 * the message know of a link or a picture around both, and what those of other messages know of the subject. Answers with
 * the seals that hold them still.
 */
export async function bereaveNeighbours(asAgent: AsAgent, vault: Vault, span: SpanRow): Promise<readonly string[]> {
  for (let count = 0; count < tries; count++) {
    const seen = await asAgent((tx, context) => look(tx, context, span));
    const saying = await prepare(vault, seen, span);
    if (!saying) return [];
    const former = await asAgent((tx, context) => apply(tx, context, saying));
    if (former) return [...former, ...saying.mailSeals];
  }
  throw new Refusal(409, 'version_conflict', 'The message is another one now');
}

async function look(tx: Tx, context: AgentContext, { ticketId, entryId }: SpanRow): Promise<Seen> {
  const rows = await tx
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.serviceId, serviceOf(context)),
        eq(mails.ticketId, ticketId),
        ne(mails.entryId, entryId),
        isNotNull(mails.sealId),
      ),
    );
  const entry = await findMaskedEntry(tx, context, entryId);
  return { entry, others: await otherMasks(tx, entry.row), mails: rows };
}

async function prepare(vault: Vault, seen: Seen, { maskId }: SpanRow): Promise<Saying | null> {
  const { entry, others, mails: rows } = seen;
  const known = await hiddenBy(vault, entry, undefined);
  const own = known.get(maskId);
  // Destroyed by a call before, which did all of this; or nobody can say any more what it is that others may say too.
  if (!own) return null;
  const { serviceId, ticketId, id, bodyVersion } = entry.row;
  const words = wordsOf(own);
  const seals = new Map(
    [...withoutWordsOf(bodyOf(entry, known), maskId, known)].map(([owner, value]) => [
      owner,
      sealFor(id, owner, bodyVersion, value),
    ]),
  );
  const otherSeals = new Map<OtherMask, ToSeal>();
  for (const { mask, hidden } of (await hiddenByOthers(vault, others)).known) {
    const less = withoutSubjectWords(hidden, words);
    if (less) otherSeals.set(mask, sealFor(mask.span.entryId, mask.span.maskId, mask.bodyVersion, less));
  }
  const mailSeals = await mailsThatSay(vault, rows, words);
  await vault.prepare([...seals.values(), ...otherSeals.values()]);
  return { entry, others, seals, otherSeals, mailSeals };

  function sealFor(entryId: number, owner: string, version: number, value: Hidden): ToSeal {
    return { sealId: randomHex(16), place: { serviceId, ticketId, entryId, owner, version }, value };
  }
}

/** Lets the masks have their new seals; answers with the former ones, or null where they are other ones now. */
async function apply(tx: Tx, context: AgentContext, saying: Saying): Promise<readonly string[] | null> {
  const { entry, others, seals, otherSeals, mailSeals } = saying;
  const { ticketId, id, bodyVersion } = entry.row;
  const ticket = await lockTicket(tx, context, ticketId);
  const row = await findMessage(tx, context, id);
  if (row.bodyVersion !== bodyVersion || sealsOf(await otherMasks(tx, row)) !== sealsOf(others)) return null;
  if (await isWaiting(tx, context, mailSeals))
    throw new Refusal(409, 'mail_waiting', 'A mail with the words has not left yet');
  if (!(await sealOthersAnew(tx, context, otherSeals))) return null;
  for (const [maskId, { sealId }] of seals) await setSpans(tx, context, [maskId], { sealId, sealVersion: bodyVersion });
  const former = entry.spans.filter(({ maskId }) => seals.has(maskId)).map(({ sealId }) => sealId);
  await oblige(
    tx,
    context,
    'keep',
    [...seals.values()].map(({ sealId }) => sealId),
  );
  await oblige(tx, context, 'remove', former);
  // Another version: what somebody else prepared with the former seals does not fit any more.
  if (seals.size > 0) await writeBody(tx, row, row);
  if (seals.size + otherSeals.size > 0)
    await changeTicket(tx, context, ticket, { set: {}, changed: ['history'], actor: actorOf(context), moves: false });
  return [...former, ...[...otherSeals.keys()].map(({ span }) => span.sealId)];
}

async function isWaiting(tx: Tx, context: AgentContext, sealIds: readonly string[]): Promise<boolean> {
  if (sealIds.length === 0) return false;
  const rows = await tx
    .select({ mailId: mails.mailId })
    .from(mails)
    .where(
      and(eq(mails.serviceId, serviceOf(context)), inArray(mails.sealId, [...sealIds]), eq(mails.state, 'queued')),
    );
  return rows.length > 0;
}
