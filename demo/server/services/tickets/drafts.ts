import { and, desc, eq, lt } from 'drizzle-orm';
import type { Action, Attachment, Draft, DraftKind, DraftVersion, FieldValue } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { drafts, draftVersions } from '../../db/schema.js';
import { Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { fingerprintOf } from '../idempotency.js';
import { filesBeside, holdForDraft } from '../uploads.js';
import { conflict } from './gate.js';
import { requireTicket } from './load.js';

/** A text is kept as a version this long after the last one. */
const versionEvery = 60_000;
const keptVersions = 20;

export interface DraftArgs {
  readonly html: string;
  /** The number that this text is based on; 0 where there was none. */
  readonly seq: number;
  readonly action: Action | null;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Files that were uploaded for it. */
  readonly attachmentIds: readonly string[];
}

type DraftRecord = typeof drafts.$inferSelect;

const target = [drafts.serviceId, drafts.ticketId, drafts.usercode, drafts.kind];

/** One text of an agent: on a ticket there is one of each kind. */
export interface DraftKey {
  readonly ticketId: string;
  readonly kind: DraftKind;
}

const answerTo = (ticketId: string): DraftKey => ({ ticketId, kind: 'answer' });

function keyOf(context: AgentContext, key: DraftKey) {
  return { serviceId: serviceOf(context), usercode: context.session.agent.usercode, ...key };
}

function ownDraft(context: AgentContext, { ticketId, kind }: DraftKey) {
  return and(
    eq(drafts.serviceId, serviceOf(context)),
    eq(drafts.ticketId, ticketId),
    eq(drafts.usercode, context.session.agent.usercode),
    eq(drafts.kind, kind),
  );
}

async function wire(tx: Tx, context: AgentContext, record: DraftRecord): Promise<Draft> {
  const { html, seq, action, values, attachmentIds: ids, updatedAt } = record;
  return { html, seq, action, values, attachments: await filesBeside(tx, context, { ids, html }), updatedAt };
}

/** The agent's unsent text; empty, with its number, once it was sent or given up, and null where there never was one. */
export async function readDraft(tx: Tx, context: AgentContext, key: DraftKey): Promise<Draft | null> {
  await requireTicket(tx, context, key.ticketId);
  const [record] = await tx.select().from(drafts).where(ownDraft(context, key));
  return record ? wire(tx, context, record) : null;
}

/**
 * Keeps a text that is based on the one stored; otherwise both are handed back, and the agent chooses. Saved once more,
 * the same text is the one stored.
 */
export async function saveDraft(tx: Tx, context: AgentContext, draft: DraftKey, args: DraftArgs): Promise<Draft> {
  const { ticketId } = draft;
  await requireTicket(tx, context, ticketId);
  const { html, action, values } = args;
  const attachmentIds = await holdForDraft(tx, context, ticketId, { ids: args.attachmentIds, html });
  const text = { html, action, values, attachmentIds, ended: false, updatedAt: context.now };
  const key = keyOf(context, draft);
  const [saved] =
    args.seq === 0
      ? await tx
          .insert(drafts)
          .values({ ...key, ...text, seq: 1 })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(drafts)
          .set({ ...text, seq: args.seq + 1 })
          .where(and(ownDraft(context, draft), eq(drafts.seq, args.seq)))
          .returning();
  if (!saved) return alreadySaved(tx, context, draft, { ...args, attachmentIds });
  await keepVersion(tx, context, ticketId, saved, versionEvery);
  return wire(tx, context, saved);
}

async function alreadySaved(tx: Tx, context: AgentContext, key: DraftKey, args: DraftArgs): Promise<Draft> {
  const other = await readDraft(tx, context, key);
  const { attachmentIds, ...told } = args;
  const attachments = await filesBeside(tx, context, { ids: attachmentIds, html: told.html });
  const mine: Draft = { ...told, attachments, updatedAt: context.now };
  if (other?.seq === mine.seq + 1 && (await isSame(mine, other))) return other;
  throw new Refusal(409, 'draft_conflict', 'Another text was saved meanwhile', { content: { mine, other } });
}

/** The database orders the names of values its own way. */
async function isSame({ html, action, values, attachments }: Draft, other: Draft): Promise<boolean> {
  if (html !== other.html || action !== other.action || namesOf(attachments) !== namesOf(other.attachments))
    return false;
  return (await fingerprintOf(values)) === (await fingerprintOf(other.values));
}

function namesOf(files: readonly Attachment[] = []): string {
  return files.map(({ attachmentId }) => attachmentId).join();
}

/** Gives the text up; what there was stays among its versions. */
export async function dropDraft(tx: Tx, context: AgentContext, key: DraftKey): Promise<Draft | null> {
  await requireTicket(tx, context, key.ticketId);
  const [record] = await tx.select().from(drafts).where(ownDraft(context, key)).for('update');
  if (!record) return null;
  if (record.html !== '') await keepVersion(tx, context, key.ticketId, record, 0);
  return endDraft(tx, context, key, record.seq);
}

/** Another window of the agent has the same text: once it was sent or given up there, it is not sent from here too. */
export async function requireUnsent(tx: Tx, context: AgentContext, ticketId: string, seq: number): Promise<void> {
  const [record] = await tx
    .select()
    .from(drafts)
    .where(ownDraft(context, answerTo(ticketId)))
    .for('update');
  if (record?.ended && record.seq > seq) throw await conflict(tx, context, ticketId, 'draft_ended');
}

/**
 * Ends the text that became what it was for. Its number goes on, so that a late save of it is refused; what was written
 * after an answer stays among its versions.
 */
export async function endDraft(tx: Tx, context: AgentContext, draft: DraftKey, seq = 0): Promise<Draft> {
  const [record] = await tx.select().from(drafts).where(ownDraft(context, draft)).for('update');
  if (record && record.seq !== seq) await keepVersion(tx, context, draft.ticketId, record, 0);
  const ended = {
    html: '',
    action: null,
    values: {},
    attachmentIds: [],
    ended: true,
    seq: Math.max(record?.seq ?? 0, seq) + 1,
    updatedAt: context.now,
  };
  const [after] = await tx
    .insert(drafts)
    .values({ ...keyOf(context, draft), ...ended })
    .onConflictDoUpdate({ target, set: ended })
    .returning();
  if (!after) throw new Error('An upsert answers its row');
  return wire(tx, context, after);
}

/**
 * Makes a text that was an answer the draft again. What was begun after it stays among the versions, and a late save of
 * that is refused.
 */
export async function reviveDraft(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  { html, action, values, attachmentIds }: Omit<DraftArgs, 'seq'>,
): Promise<void> {
  const draft = answerTo(ticketId);
  const [record] = await tx.select().from(drafts).where(ownDraft(context, draft)).for('update');
  if (record) await keepVersion(tx, context, ticketId, record, 0);
  const revived = {
    html,
    action,
    values,
    attachmentIds: await holdForDraft(tx, context, ticketId, { ids: attachmentIds, html }),
    ended: false,
    seq: (record?.seq ?? 0) + 1,
    updatedAt: context.now,
  };
  await tx
    .insert(drafts)
    .values({ ...keyOf(context, draft), ...revived })
    .onConflictDoUpdate({ target, set: revived });
}

/** Texts kept along the way, newest first. */
export async function draftHistory(tx: Tx, context: AgentContext, ticketId: string): Promise<DraftVersion[]> {
  await requireTicket(tx, context, ticketId);
  const versions = await tx
    .select()
    .from(draftVersions)
    .where(ownVersions(context, ticketId))
    .orderBy(desc(draftVersions.seq))
    .limit(keptVersions);
  const ids = [...new Set(versions.flatMap(({ attachmentIds }) => attachmentIds))];
  const there = await filesBeside(tx, context, { ids, html: '' });
  return versions.map(({ seq, html, at, attachmentIds }) => {
    const isBeside = (id: string): boolean => attachmentIds.includes(id) && !html.includes(`cid:${id}"`);
    return { seq, html, at, attachments: there.filter(({ attachmentId }) => isBeside(attachmentId)) };
  });
}

function ownVersions(context: AgentContext, ticketId: string) {
  return and(
    eq(draftVersions.serviceId, serviceOf(context)),
    eq(draftVersions.ticketId, ticketId),
    eq(draftVersions.usercode, context.session.agent.usercode),
  );
}

async function keepVersion(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  { kind, seq, html, usercode, attachmentIds }: DraftRecord,
  every: number,
): Promise<void> {
  // Only answers have versions: what else is begun is short, and is given up as a whole.
  if (html === '' || kind !== 'answer') return;
  const kept = await tx
    .select({ seq: draftVersions.seq, at: draftVersions.at })
    .from(draftVersions)
    .where(ownVersions(context, ticketId))
    .orderBy(desc(draftVersions.seq))
    .limit(keptVersions);
  const latest = kept[0];
  if (latest && (latest.seq === seq || latest.at + every > context.now)) return;
  await tx
    .insert(draftVersions)
    .values({ serviceId: serviceOf(context), ticketId, usercode, seq, html, attachmentIds, at: context.now })
    .onConflictDoNothing();
  const oldest = kept[keptVersions - 2];
  if (oldest)
    await tx.delete(draftVersions).where(and(ownVersions(context, ticketId), lt(draftVersions.seq, oldest.seq)));
}
