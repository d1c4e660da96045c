import { and, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm';
import type { FieldValue } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { drafts, draftVersions, jobItems, jobs, mails, outbox, rawSources } from '../../db/schema.js';
import { mailTextToHtml } from '../../../../src/util/text-html.js';
import type { ToSeal } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { coverHtml } from './cover-html.js';
import { oblige } from './entry.js';
import type { MailRow } from './mail-copies.js';
import { soughtIn, starred } from './repeats.js';
import { subjectWithout } from './subject.js';

export interface Covering {
  readonly ticketId: string;
  readonly entryId: number;
  readonly words: string;
  /** Where mails that have not left are kept, by their numbers. */
  readonly seals: ReadonlyMap<string, ToSeal>;
}

/** What else the ticket holds of masked words: unsent texts, mails, sources, runs, notices. The transaction of the mask. */
export async function coverElsewhere(tx: Tx, context: AgentContext, covering: Covering): Promise<void> {
  await forgetSource(tx, context, covering);
  await coverMails(tx, context, covering);
  const lines = soughtIn(covering.words);
  if (lines.length === 0) return;
  await coverDrafts(tx, context, covering.ticketId, lines);
  await coverRuns(tx, context, covering.ticketId, lines);
  await coverNotices(tx, context, covering.ticketId, lines);
}

/**
 * The mail as it came goes for good: nobody reads it any more, an unmasked body is whole without it, and to keep all of a
 * mail for the sake of a number would keep more than anybody asked for. That it came stays known, by the digest of all of
 * it; that of what it says would tell a number to whoever tries them all.
 */
async function forgetSource(tx: Tx, context: AgentContext, { ticketId, entryId }: Covering): Promise<void> {
  await tx
    .update(rawSources)
    .set({ content: new Uint8Array(), contentSha256: null })
    .where(
      and(
        eq(rawSources.serviceId, serviceOf(context)),
        eq(rawSources.ticketId, ticketId),
        eq(rawSources.entryId, entryId),
      ),
    );
}

async function coverMails(tx: Tx, context: AgentContext, { ticketId, entryId, words, seals }: Covering): Promise<void> {
  const serviceId = serviceOf(context);
  const rows = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.serviceId, serviceId), eq(mails.ticketId, ticketId)))
    .orderBy(mails.mailId)
    .for('update');
  for (const mail of rows) {
    const set = mail.entryId === entryId ? withoutWords(mail, words) : { subject: subjectWithout(mail.subject, words) };
    const seal = seals.get(mail.mailId)?.sealId;
    const isKept = seal !== undefined && mail.sealId === null && (mail.state === 'queued' || mail.state === 'failed');
    if (isKept) await oblige(tx, context, 'keep', [seal]);
    await tx
      .update(mails)
      .set({ ...set, ...(isKept && { sealId: seal }) })
      .where(and(eq(mails.serviceId, serviceId), eq(mails.mailId, mail.mailId)));
  }
}

/** A mail of the message itself. Words too short to be looked for take all of it with them. */
function withoutWords({ subject, html, text }: MailRow, words: string): Pick<MailRow, 'subject' | 'html' | 'text'> {
  const lines = soughtIn(words);
  const covered = coverHtml(html, lines);
  return { subject: subjectWithout(subject, words), html: covered ?? '', text: covered ? starred(text, lines) : '' };
}

function coverValues(
  values: Readonly<Record<string, FieldValue>>,
  lines: readonly string[],
): Readonly<Record<string, FieldValue>> {
  const covered = Object.entries(values).map(([name, value]) => {
    const without = typeof value === 'string' ? starred(value, lines) : value;
    return [name, without] as const;
  });
  return Object.fromEntries(covered);
}

/** Unsent texts get another number, so that a page that still has the words does not save them without a word. */
export async function coverDrafts(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  lines: readonly string[],
): Promise<void> {
  const serviceId = serviceOf(context);
  const ofTicket = and(eq(drafts.serviceId, serviceId), eq(drafts.ticketId, ticketId));
  for (const draft of await tx.select().from(drafts).where(ofTicket).for('update')) {
    const values = coverValues(draft.values, lines);
    const html = cover(draft.html, lines);
    if (html === null && JSON.stringify(values) === JSON.stringify(draft.values)) continue;
    await tx
      .update(drafts)
      .set({ html: html ?? draft.html, values, seq: draft.seq + 1 })
      .where(and(ofTicket, eq(drafts.usercode, draft.usercode)));
  }
  const versions = and(eq(draftVersions.serviceId, serviceId), eq(draftVersions.ticketId, ticketId));
  for (const { usercode, seq, html } of await tx.select().from(draftVersions).where(versions).for('update')) {
    const covered = cover(html, lines);
    if (covered === null) continue;
    await tx
      .update(draftVersions)
      .set({ html: covered })
      .where(and(versions, eq(draftVersions.usercode, usercode), eq(draftVersions.seq, seq)));
  }
}

/** What an editor wrote, without the words; as plain text where they would still be in it. */
function cover(html: string, lines: readonly string[]): string | null {
  const covered = coverHtml(html, lines);
  if (covered === null || !lines.some((line) => covered.includes(line))) return covered;
  return mailTextToHtml(starred(covered.replace(/<[^>]*>/g, ' '), lines));
}

/** Runs that this ticket was part of, with the text that each of their tickets gets. */
async function coverRuns(tx: Tx, context: AgentContext, ticketId: string, lines: readonly string[]): Promise<void> {
  const serviceId = serviceOf(context);
  const isPart = tx
    .select({ one: sql`1` })
    .from(jobItems)
    .where(and(eq(jobItems.serviceId, serviceId), eq(jobItems.jobId, jobs.jobId), eq(jobItems.ticketId, ticketId)));
  const rows = await tx
    .select({ jobId: jobs.jobId, intent: jobs.intent })
    .from(jobs)
    .where(and(eq(jobs.serviceId, serviceId), exists(isPart)))
    .for('update');
  for (const { jobId, intent } of rows) {
    const html = coverHtml(intent.html ?? '', lines) ?? intent.html;
    const values = intent.values && coverValues(intent.values, lines);
    await tx
      .update(jobs)
      .set({ intent: { ...intent, ...(html !== undefined && { html }), ...(values && { values }) } })
      .where(and(eq(jobs.serviceId, serviceId), eq(jobs.jobId, jobId)));
  }
}

/** Notices of triggers, whose words may name the subject. */
async function coverNotices(tx: Tx, context: AgentContext, ticketId: string, lines: readonly string[]): Promise<void> {
  const serviceId = serviceOf(context);
  const long = lines.filter((line) => line.length >= 4);
  if (long.length === 0) return;
  const ofTicket = and(
    eq(outbox.serviceId, serviceId),
    inArray(outbox.kind, ['notice']),
    gte(outbox.key, `${ticketId}/`),
    lt(outbox.key, `${ticketId}0`),
  );
  for (const { id, payload } of await tx.select().from(outbox).where(ofTicket).for('update')) {
    const covered = Object.entries(payload).map(([name, value]) => {
      return [
        name,
        (name === 'subject' || name === 'text') && typeof value === 'string' ? starred(value, long) : value,
      ];
    });
    await tx
      .update(outbox)
      .set({ payload: Object.fromEntries(covered) as typeof payload })
      .where(and(eq(outbox.serviceId, serviceId), eq(outbox.id, id)));
  }
}
