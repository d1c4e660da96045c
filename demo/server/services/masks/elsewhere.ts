import { and, eq, exists, gte, inArray, lt, not, sql } from 'drizzle-orm';
import type { BulkIntent } from '../../../../src/domain/bulk.js';
import type { FieldValue, MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { drafts, draftVersions, jobItems, jobs, mails, outbox, rawSources } from '../../db/schema.js';
import { mailTextToHtml } from '../../../../src/util/text-html.js';
import type { ToSeal } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { coverHtml } from './cover-html.js';
import { oblige } from './entry.js';
import type { MailRow } from './mail-copies.js';
import type { Words } from './repeats.js';
import { cutSubject, messageChanged } from './subject.js';

export interface Covering {
  readonly ticketId: string;
  readonly entryId: number;
  readonly words: Words;
  readonly style: MaskStyle;
  /** Where mails that have not left are kept, by their numbers. */
  readonly seals: ReadonlyMap<string, ToSeal>;
}

/** What was left as it is. */
export interface Left {
  /** Whether a run that is not over, or that can be tried again, says the words to others. */
  readonly run: boolean;
}

/** What else the ticket holds of masked words: unsent texts, mails, sources, runs, notices. The transaction of the mask. */
export async function coverElsewhere(tx: Tx, context: AgentContext, covering: Covering): Promise<Left> {
  await forgetSources(tx, context, covering);
  await coverMails(tx, context, covering);
  const { ticketId, words, style } = covering;
  if (words.isNothing) return { run: false };
  await coverDrafts(tx, context, ticketId, words, style);
  const run = await coverRuns(tx, context, covering);
  await coverNotices(tx, context, covering);
  return { run };
}

/**
 * The mail as it came goes for good: nobody reads it any more, an unmasked body is whole without it, and to keep all of a
 * mail for the sake of a number would keep more than anybody asked for. That it came stays known, by the digest of all of
 * it; that of what it says would tell a number to whoever tries them all.
 */
async function forgetSources(tx: Tx, context: AgentContext, { ticketId, entryId }: Covering): Promise<void> {
  await tx
    .update(rawSources)
    .set({ content: new Uint8Array(), contentSha256: null })
    .where(
      and(
        eq(rawSources.serviceId, serviceOf(context)),
        eq(rawSources.ticketId, ticketId),
        gte(rawSources.entryId, entryId),
      ),
    );
}

async function coverMails(tx: Tx, context: AgentContext, covering: Covering): Promise<void> {
  const { ticketId, entryId, seals } = covering;
  const serviceId = serviceOf(context);
  const rows = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.serviceId, serviceId), eq(mails.ticketId, ticketId)))
    .orderBy(mails.mailId)
    .for('update');
  for (const mail of rows) {
    const set = withoutWords(mail, covering);
    if (!set) continue;
    const seal = seals.get(mail.mailId)?.sealId;
    const isToKeep = mail.sealId === null && (mail.state === 'queued' || mail.state === 'failed');
    // Written since the ticket was read: its customer would get asterisks.
    if (isToKeep && seal === undefined) throw await messageChanged(tx, context, ticketId, entryId);
    if (isToKeep && seal !== undefined) await oblige(tx, context, 'keep', [seal]);
    await tx
      .update(mails)
      .set({ ...set, ...(isToKeep && { sealId: seal }) })
      .where(and(eq(mails.serviceId, serviceId), eq(mails.mailId, mail.mailId)));
  }
}

/**
 * A mail of the message itself, or the subject of another; null where it loses nothing. Words too short to be looked for
 * take all of it with them.
 */
function withoutWords(mail: MailRow, { entryId, words, style }: Covering): Partial<MailRow> | null {
  const { subject } = cutSubject(mail.subject, words, style);
  if (mail.entryId !== entryId) return subject === mail.subject ? null : { subject };
  return { subject, ...mailWithout(mail, words, style) };
}

/** The stored form of a mail of masked words: nothing, where not all of them can be found in it. */
export function mailWithout(
  { html, text }: Pick<MailRow, 'html' | 'text'>,
  words: Words,
  style?: MaskStyle,
): Pick<MailRow, 'html' | 'text'> {
  const covered = words.areAllTelling ? coverHtml(html, words, style) : null;
  return covered === null ? { html: '', text: '' } : { html: covered, text: words.starredIn(text, style) };
}

function coverValues(
  values: Readonly<Record<string, FieldValue>>,
  words: Words,
  style: MaskStyle,
): Readonly<Record<string, FieldValue>> {
  const covered = Object.entries(values).map(([name, value]) => {
    const without = typeof value === 'string' ? words.starredIn(value, style) : value;
    return [name, without] as const;
  });
  return Object.fromEntries(covered);
}

/** Unsent texts get another number, so that a page that still has the words does not save them without a word. */
export async function coverDrafts(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  words: Words,
  style: MaskStyle = 'per-character',
): Promise<void> {
  const serviceId = serviceOf(context);
  const ofTicket = and(eq(drafts.serviceId, serviceId), eq(drafts.ticketId, ticketId));
  for (const draft of await tx.select().from(drafts).where(ofTicket).for('update')) {
    const values = coverValues(draft.values, words, style);
    const html = cover(draft.html, words, style);
    if (html === null && JSON.stringify(values) === JSON.stringify(draft.values)) continue;
    await tx
      .update(drafts)
      .set({ html: html ?? draft.html, values, seq: draft.seq + 1 })
      .where(and(ofTicket, eq(drafts.usercode, draft.usercode)));
  }
  const versions = and(eq(draftVersions.serviceId, serviceId), eq(draftVersions.ticketId, ticketId));
  for (const { usercode, seq, html } of await tx.select().from(draftVersions).where(versions).for('update')) {
    const covered = cover(html, words, style);
    if (covered === null) continue;
    await tx
      .update(draftVersions)
      .set({ html: covered })
      .where(and(versions, eq(draftVersions.usercode, usercode), eq(draftVersions.seq, seq)));
  }
}

/** What an editor wrote, without the words; as plain text where they would still be in it. */
function cover(html: string, words: Words, style: MaskStyle): string | null {
  const covered = coverHtml(html, words, style);
  if (covered === null || words.in(covered).length === 0) return covered;
  return mailTextToHtml(words.starredIn(covered.replace(/<[^>]*>/g, ' '), style));
}

/**
 * Runs that this ticket was part of, with the text that each of their tickets gets. One with tickets before it is left
 * alone: their customers are to read what the agent wrote. Answers with whether there is such a one.
 */
async function coverRuns(tx: Tx, context: AgentContext, { ticketId, words, style }: Covering): Promise<boolean> {
  const serviceId = serviceOf(context);
  const isPart = tx
    .select({ one: sql`1` })
    .from(jobItems)
    .where(and(eq(jobItems.serviceId, serviceId), eq(jobItems.jobId, jobs.jobId), eq(jobItems.ticketId, ticketId)));
  const ofTicket = and(eq(jobs.serviceId, serviceId), exists(isPart));
  const isOver = sql`(${jobs.state} = 'cancelled' or ${jobs.state} = 'done' and ${jobs.failed} = 0)`;
  const own = { jobId: jobs.jobId, intent: jobs.intent };
  const without = (intent: BulkIntent): BulkIntent => {
    const html = coverHtml(intent.html ?? '', words, style) ?? intent.html;
    const values = intent.values && coverValues(intent.values, words, style);
    return { ...intent, ...(html !== undefined && { html }), ...(values && { values }) };
  };
  for (const { jobId, intent } of await tx.select(own).from(jobs).where(and(ofTicket, isOver)).for('update')) {
    await tx
      .update(jobs)
      .set({ intent: without(intent) })
      .where(and(eq(jobs.serviceId, serviceId), eq(jobs.jobId, jobId)));
  }
  const others = await tx
    .select(own)
    .from(jobs)
    .where(and(ofTicket, not(isOver)));
  return others.some(({ intent }) => JSON.stringify(without(intent)) !== JSON.stringify(intent));
}

/** Notices of triggers, whose words may name the subject. */
async function coverNotices(tx: Tx, context: AgentContext, { ticketId, words, style }: Covering): Promise<void> {
  const serviceId = serviceOf(context);
  const ofTicket = and(
    eq(outbox.serviceId, serviceId),
    inArray(outbox.kind, ['notice']),
    gte(outbox.key, `${ticketId}/`),
    lt(outbox.key, `${ticketId}0`),
  );
  for (const { id, payload } of await tx.select().from(outbox).where(ofTicket).for('update')) {
    const covered = Object.entries(payload).map(([name, value]) => {
      const isText = (name === 'subject' || name === 'text') && typeof value === 'string';
      return [name, isText ? words.starredIn(value, style) : value];
    });
    await tx
      .update(outbox)
      .set({ payload: Object.fromEntries(covered) as typeof payload })
      .where(and(eq(outbox.serviceId, serviceId), eq(outbox.id, id)));
  }
}
