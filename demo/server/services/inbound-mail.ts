import { and, desc, eq, sql } from 'drizzle-orm';
import type { Body, BodyNote } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { attachments, mailThreads, rawSources } from '../db/schema.js';
import { hex, randomHex } from '../random.js';
import { serviceOf, type ServiceContext } from './context.js';
import { guessLanguage } from './mail/language.js';
import { parseMail, type MailFile, type ParsedMail } from './mail/parse-mail.js';
import { ticketAnswered, ticketOfMessage } from './mail/threads.js';
import { sanitiseBody, type BodyPart } from './sanitise.js';
import { logEvents } from './tickets/change.js';
import { createTicket } from './tickets/create.js';
import type { CustomerFacts } from './tickets/customers.js';
import { customerWrites } from './tickets/reinquiry.js';

export interface Ingested {
  ticketId: string;
  /** A new ticket, another message on one that was there, or a mail that had come before. */
  kind: 'inquiry' | 'reinquiry' | 'duplicate';
  notes: BodyNote[];
}

interface StoredFile extends BodyPart {
  file: MailFile;
}

async function digest(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))));
}

/** Two deliveries of the same mail wait for each other, whichever of their marks is the same. */
async function lockMail(tx: Tx, serviceId: string, marks: readonly string[]): Promise<void> {
  for (const mark of [...marks].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${serviceId}/mail/${mark}`}, 0))`);
  }
}

async function ticketOfSource(tx: Tx, serviceId: string, sha256: string): Promise<string | null> {
  const [row] = await tx
    .select({ ticketId: rawSources.ticketId })
    .from(rawSources)
    .where(and(eq(rawSources.serviceId, serviceId), eq(rawSources.sha256, sha256)));
  return row?.ticketId ?? null;
}

/** What a mail says, without the traces of its way here. */
function contentOf(mail: ParsedMail): string {
  const files = mail.files.map((file) => [file.fileName, file.bytes.length]);
  return JSON.stringify([mail.from, mail.subject, mail.date, mail.text, mail.html, files]);
}

/** Programs that use one Message-ID for everything they send exist, so what a mail says must be the same too. */
async function isThere(tx: Tx, serviceId: string, ticketId: string, mail: ParsedMail): Promise<boolean> {
  const sources = await tx
    .select({ content: rawSources.content })
    .from(rawSources)
    .where(and(eq(rawSources.serviceId, serviceId), eq(rawSources.ticketId, ticketId)))
    .orderBy(desc(rawSources.receivedAt))
    .limit(20);
  const content = contentOf(mail);
  return sources.some((source) => contentOf(parseMail(source.content)) === content);
}

/** Answers go where the sender wants them, unless a list or a machine says so. */
function customerOf(mail: ParsedMail): CustomerFacts | null {
  const { from } = mail;
  const answer = !mail.automatic && mail.replyTo?.address ? mail.replyTo : from;
  const address = answer?.address || from?.address || '';
  const email = /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address) ? address : null;
  const name = from?.name || answer?.name || (email ? '' : address);
  return email || name ? { name: name.slice(0, 200), email } : null;
}

function subjectOf(mail: ParsedMail, body: Body): string {
  return (
    mail.subject ||
    (body.text.trim().split('\n')[0] ?? '')
      .replace(/\ufffc/g, '')
      .slice(0, 100)
      .trim()
  );
}

async function store(tx: Tx, context: ServiceContext, files: readonly StoredFile[], body: Body): Promise<void> {
  for (const { attachmentId, file } of files) {
    await tx.insert(attachments).values({
      serviceId: serviceOf(context),
      attachmentId,
      fileName: file.fileName,
      contentType: file.contentType,
      size: file.bytes.length,
      inline: body.html.includes(`cid:${attachmentId}"`),
      contentId: file.contentId?.replace(/\p{Cc}/gu, '').slice(0, 300) ?? null,
      content: file.bytes,
      createdAt: context.now,
    });
  }
}

async function deliver(
  tx: Tx,
  context: ServiceContext,
  mail: ParsedMail,
  body: Body,
  attachmentIds: readonly string[],
): Promise<{ ticketId: string; entryId: number; kind: 'inquiry' | 'reinquiry' }> {
  const customer = customerOf(mail);
  const subject = subjectOf(mail, body);
  const answered = await ticketAnswered(tx, serviceOf(context), mail, customer?.email ?? null);
  if (answered) {
    const author = customer ?? { name: '', email: null };
    const { unattended } = mail;
    const message = { ticketId: answered, body, author, subject, channel: 'mail' as const, unattended, attachmentIds };
    const { ticketId, entryId, kind } = await customerWrites(tx, context, message);
    return { ticketId, entryId, kind: kind === 'created' ? 'inquiry' : 'reinquiry' };
  }
  const language = guessLanguage(`${mail.subject}\n${body.text}`, context.service);
  const created = await createTicket(tx, context, {
    channel: 'mail',
    subject,
    body,
    customer,
    language,
    attachmentIds,
  });
  return { ...created, kind: 'inquiry' };
}

/**
 * Takes a raw mail in: a new ticket, a further message on the ticket that it answers, or nothing when it came before.
 * Whatever is wrong with it, it becomes something an agent can read, and its source is kept.
 */
export async function ingestMail(tx: Tx, context: ServiceContext, bytes: Uint8Array): Promise<Ingested> {
  const serviceId = serviceOf(context);
  const mail = parseMail(bytes);
  const sha256 = await digest(bytes);
  await lockMail(tx, serviceId, mail.messageId ? [sha256, mail.messageId] : [sha256]);
  const files = mail.files.map((file): StoredFile => ({ attachmentId: randomHex(16), ...pick(file), file }));
  const body = sanitiseBody({ html: mail.html, text: mail.text, parts: files, notes: mail.notes });
  const notes = [...body.notes];
  const first = await ticketOfSource(tx, serviceId, sha256);
  if (first) return { ticketId: first, kind: 'duplicate', notes };
  const same = mail.messageId && (await ticketOfMessage(tx, serviceId, [mail.messageId]));
  if (same && (await isThere(tx, serviceId, same, mail))) return { ticketId: same, kind: 'duplicate', notes };
  await store(tx, context, files, body);
  const attachmentIds = files.map((file) => file.attachmentId);
  const { ticketId, entryId, kind } = await deliver(tx, context, mail, body, attachmentIds);
  await tx.insert(rawSources).values({ serviceId, sha256, ticketId, entryId, content: bytes, receivedAt: context.now });
  if (mail.messageId) {
    const thread = { serviceId, messageId: mail.messageId, ticketId, at: context.now };
    await tx.insert(mailThreads).values(thread).onConflictDoNothing();
  }
  if (mail.automatic) await logEvents(tx, context, ticketId, null, [{ kind: 'automatic_mail', data: { entryId } }]);
  return { ticketId, kind, notes };
}

const pick = ({ contentId, location }: MailFile) => ({ contentId, location });
