import { and, eq, exists, gte, inArray, lt, sql } from 'drizzle-orm';
import type { BulkIntent } from '../../../../src/domain/bulk.js';
import type { FieldValue, MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { drafts, draftVersions, jobItems, jobs, mails, outbox } from '../../db/schema.js';
import type { ToSeal } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { sanitiseBody } from '../sanitise.js';
import { coverCalls } from './call-copies.js';
import { coverHtml, coverWritten } from './cover-html.js';
import { coverDooray } from './dooray-copies.js';
import { oblige } from './entry.js';
import type { MailRow } from './mail-copies.js';
import type { Words } from './repeats.js';
import { haltSms } from './sms-copies.js';
import { forgetSources, type KeyedDigests } from './sources.js';
import { cutSubject, messageChanged } from './subject.js';
import type { UnsentWords } from './unsent.js';

export interface Covering {
  readonly ticketId: string;
  readonly entryId: number;
  readonly words: Words;
  readonly style: MaskStyle;
  readonly unsent: UnsentWords;
  readonly digests: KeyedDigests;
  /** Where mails that have not left are kept, by their numbers. */
  readonly seals: ReadonlyMap<string, ToSeal>;
}

/** What was left as it is. */
export interface Left {
  /** Whether a run that is not over, or that can be tried again, says the words to others. */
  readonly run: boolean;
  /** Whether an unsent text says them. */
  readonly draft: boolean;
}

/**
 * What else the ticket holds of masked words: unsent texts, mails, sources, runs, notices, promised calls. The transaction
 * of the mask.
 */
export async function coverElsewhere(tx: Tx, context: AgentContext, covering: Covering): Promise<Left> {
  await forgetSources(tx, context, covering, covering.digests);
  await coverMails(tx, context, covering);
  await haltSms(tx, context, covering);
  const { ticketId, words, style, unsent } = covering;
  const draft = await coverDrafts(tx, context, ticketId, unsent, style);
  await coverDooray(tx, context, ticketId, unsent.lost, style);
  if (words.isNothing) return { run: false, draft };
  const run = await coverRuns(tx, context, covering);
  await coverNotices(tx, context, covering);
  await coverCalls(tx, context, covering);
  return { run, draft };
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

/** The values of an unsent text that agents write. Of a transfer, the others name places, tags and people. */
function wordsIn({ kind, values }: Pick<typeof drafts.$inferSelect, 'kind' | 'values'>): typeof values {
  const isWritten = (name: string): boolean => kind === 'answer' || /^(?:subject|title|f\..+)$/.test(name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => isWritten(name)));
}

/**
 * Takes what is personal out of unsent texts; answers with whether some of them still say the words. They get another
 * number, so that a page that still has the words does not save them without a word.
 */
export async function coverDrafts(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  { lost, certain, told }: UnsentWords,
  style: MaskStyle = 'per-character',
): Promise<boolean> {
  const serviceId = serviceOf(context);
  let isLeft = false;
  const look = (html: string, values: Readonly<Record<string, FieldValue>> = {}): void => {
    isLeft ||= [textOf(html), ...Object.values(values)].flat().some((text) => saysStill(text, told));
  };
  const ofTicket = and(eq(drafts.serviceId, serviceId), eq(drafts.ticketId, ticketId));
  for (const draft of await tx.select().from(drafts).where(ofTicket).for('update')) {
    const values = { ...draft.values, ...coverValues(wordsIn(draft), lost, style) };
    const html = coverWritten(draft.html, lost, style);
    look(html ?? draft.html, wordsIn({ ...draft, values }));
    if (html === null && JSON.stringify(values) === JSON.stringify(draft.values)) continue;
    await tx
      .update(drafts)
      .set({ html: html ?? draft.html, values, seq: draft.seq + 1 })
      .where(and(ofTicket, eq(drafts.usercode, draft.usercode), eq(drafts.kind, draft.kind)));
  }
  const versions = and(eq(draftVersions.serviceId, serviceId), eq(draftVersions.ticketId, ticketId));
  for (const { usercode, seq, html } of await tx.select().from(draftVersions).where(versions).for('update')) {
    const covered = coverWritten(html, certain, style);
    look(covered ?? html);
    if (covered === null) continue;
    await tx
      .update(draftVersions)
      .set({ html: covered })
      .where(and(versions, eq(draftVersions.usercode, usercode), eq(draftVersions.seq, seq)));
  }
  return isLeft;
}

const textOf = (html: string): string => (html === '' ? '' : sanitiseBody({ html }).text);

function saysStill(value: unknown, words: Words): boolean {
  if (typeof value !== 'string') return false;
  return value.split('\n').some((line) => words.maybeIn(line) || words.saidBy(line));
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
  const isOver = sql<boolean>`(${jobs.state} = 'cancelled' or ${jobs.state} = 'done' and ${jobs.failed} = 0)`;
  const without = (intent: BulkIntent): BulkIntent => {
    const html = coverHtml(intent.html ?? '', words, style) ?? intent.html;
    const values = intent.values && coverValues(intent.values, words, style);
    return { ...intent, ...(html !== undefined && { html }), ...(values && { values }) };
  };
  // One statement: a run that ends meanwhile is not over.
  const runs = await tx.select({ jobId: jobs.jobId, intent: jobs.intent, isOver }).from(jobs).where(ofTicket);
  const saying = runs.filter(({ intent }) => JSON.stringify(without(intent)) !== JSON.stringify(intent));
  for (const { jobId, intent, isOver: isDone } of saying) {
    if (!isDone) continue;
    await tx
      .update(jobs)
      .set({ intent: without(intent) })
      .where(and(eq(jobs.serviceId, serviceId), eq(jobs.jobId, jobId), isOver));
  }
  return saying.some((run) => !run.isOver);
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
