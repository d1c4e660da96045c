import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Attachment, Body, EntryKind, FieldValue, HistoryEntry, MailState } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { attachments, mails, messages, smsMessages } from '../../db/schema.js';
import { auditOpening } from '../audit.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';

export interface NewEntry {
  /** Its number, where something names it already. */
  readonly id?: number;
  readonly ticketId: string;
  readonly kind: EntryKind;
  readonly author: HistoryEntry['author'];
  readonly at: number;
  readonly body: Body & Partial<Pick<HistoryEntry, 'masks'>>;
  readonly values?: Readonly<Record<string, FieldValue>>;
  /** Files that are stored already and belong to no entry yet. */
  readonly attachmentIds?: readonly string[];
}

/** Adds an entry to the history, with its files, and answers its number. */
export async function addEntry(tx: Tx, context: AgentContext | ServiceContext, entry: NewEntry): Promise<number> {
  const serviceId = serviceOf(context);
  const { html, text, styles, blocked, notes, masks = [] } = entry.body;
  const [row] = await tx
    .insert(messages)
    .values({
      ...(entry.id !== undefined && { id: entry.id }),
      serviceId,
      ticketId: entry.ticketId,
      kind: entry.kind,
      authorRole: entry.author.role,
      authorUsercode: entry.author.usercode,
      authorName: entry.author.name,
      at: entry.at,
      html,
      text,
      styles,
      blocked,
      notes,
      masks,
      values: entry.values ?? {},
    })
    .returning({ id: messages.id });
  if (!row) throw new Error('An inserted entry has a number');
  await addFiles(tx, context, { ticketId: entry.ticketId, entryId: row.id, ids: entry.attachmentIds ?? [] });
  return row.id;
}

/** The whole course of a ticket, oldest first, or its entries of one kind; that it was read is written down. */
export async function readHistory(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  kind?: EntryKind,
): Promise<HistoryEntry[]> {
  await auditOpening(tx, context, ticketId);
  return readEntries(tx, context, ticketId, { kind });
}

export async function readEntry(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  entryId: number,
): Promise<HistoryEntry> {
  const [entry] = await readEntries(tx, context, ticketId, { id: entryId });
  if (!entry) throw new Error('The entry was just added');
  return entry;
}

/** Writes a body that has more at its end than before. It is another version; what is masked in it stays where it is. */
export async function extendBody(
  tx: Tx,
  context: AgentContext | ServiceContext,
  entryId: number,
  { html, text }: Pick<Body, 'html' | 'text'>,
): Promise<void> {
  await tx
    .update(messages)
    .set({ html, text, bodyVersion: sql`${messages.bodyVersion} + 1` })
    .where(and(eq(messages.serviceId, serviceOf(context)), eq(messages.id, entryId)));
}

/** Gives files that are stored already to an entry. */
export async function addFiles(
  tx: Tx,
  context: AgentContext | ServiceContext,
  { ticketId, entryId, ids }: { readonly ticketId: string; readonly entryId: number; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(attachments)
    .set({ ticketId, entryId })
    .where(
      and(
        eq(attachments.serviceId, serviceOf(context)),
        inArray(attachments.attachmentId, [...ids]),
        isNull(attachments.entryId),
      ),
    );
}

/** Entries of a ticket as they are shown: the one way by which what they say leaves the server. */
export async function readEntries(
  tx: Tx,
  context: AgentContext | ServiceContext,
  ticketId: string,
  { id: only, kind }: { readonly id?: number | undefined; readonly kind?: EntryKind | undefined },
): Promise<HistoryEntry[]> {
  const serviceId = serviceOf(context);
  const one = (column: typeof messages.id | typeof mails.entryId | typeof attachments.entryId) =>
    only === undefined ? undefined : eq(column, only);
  const ofKind = kind === undefined ? undefined : eq(messages.kind, kind);
  const rows = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.serviceId, serviceId), eq(messages.ticketId, ticketId), one(messages.id), ofKind))
    // By receipt: a customer's clock says nothing about what came after what.
    .orderBy(asc(messages.id));
  const files = await tx
    .select({
      entryId: attachments.entryId,
      attachmentId: attachments.attachmentId,
      fileName: attachments.fileName,
      contentType: attachments.contentType,
      size: attachments.size,
      inline: attachments.inline,
    })
    .from(attachments)
    .where(and(eq(attachments.serviceId, serviceId), eq(attachments.ticketId, ticketId), one(attachments.entryId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
  const sent = await tx
    .select({
      entryId: mails.entryId,
      mailId: mails.mailId,
      to: mails.to,
      state: mails.state,
      until: mails.until,
      answer: mails.answer,
    })
    .from(mails)
    .where(and(eq(mails.serviceId, serviceId), eq(mails.ticketId, ticketId), one(mails.entryId)));
  const filesOf = new Map<number | null, Attachment[]>();
  for (const { entryId, ...file } of files) filesOf.set(entryId, [...(filesOf.get(entryId) ?? []), file]);
  const smsOf = rows.some((row) => row.kind === 'sms') ? await textMessages(tx, serviceId, ticketId) : undefined;
  const mailOf = new Map(sent.map(({ entryId, ...mail }) => [entryId, mailState(mail, context.now)]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    author: { role: row.authorRole, usercode: row.authorUsercode, name: row.authorName },
    at: row.at,
    bodyVersion: row.bodyVersion,
    html: row.html,
    text: row.text,
    styles: row.styles,
    blocked: row.blocked,
    notes: row.notes,
    masks: row.masks,
    attachments: filesOf.get(row.id) ?? [],
    values: row.values,
    mail: mailOf.get(row.id) ?? null,
    ...(smsOf?.has(row.id) && { sms: smsOf.get(row.id) }),
  }));
}

/** What became of the text messages of a ticket, by their entries. */
async function textMessages(tx: Tx, serviceId: string, ticketId: string): Promise<Map<number, HistoryEntry['sms']>> {
  const { smsId, to, at, state, entryId } = smsMessages;
  const rows = await tx
    .select({ smsId, to, at, state, entryId })
    .from(smsMessages)
    .where(and(eq(smsMessages.serviceId, serviceId), eq(smsMessages.ticketId, ticketId)));
  return new Map(rows.map(({ entryId: entry, ...sms }) => [entry, sms]));
}

/** The undo window is told only while it is open. */
function mailState(mail: MailState, now: number): MailState {
  const open = mail.state === 'queued' && mail.until !== null && mail.until > now;
  return { ...mail, until: open ? mail.until : null };
}
