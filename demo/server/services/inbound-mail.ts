import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Body, BodyNote } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { attachments, mailThreads, rawSources } from '../db/schema.js';
import { hex, randomHex } from '../random.js';
import { withoutVault } from '../refusal.js';
import { serviceOf, type ServiceContext } from './context.js';
import type { Mailbox } from './mail/addresses.js';
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

/** A raw mail, read and cleaned: everything that needs no database. */
export interface ReadMail {
  readonly bytes: Uint8Array;
  readonly mail: ParsedMail;
  readonly files: readonly StoredFile[];
  readonly body: Body;
  readonly sha256: string;
  readonly contentSha256: string;
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

async function ticketOfSource(tx: Tx, serviceId: string, sha256: readonly string[]): Promise<string | null> {
  const [row] = await tx
    .select({ ticketId: rawSources.ticketId })
    .from(rawSources)
    .where(and(eq(rawSources.serviceId, serviceId), inArray(rawSources.sha256, [...sha256])));
  return row?.ticketId ?? null;
}

/** What a mail says, without the traces of its way here. */
function contentOf(mail: ParsedMail): string {
  const files = mail.files.map((file) => [file.fileName, file.bytes.length]);
  return JSON.stringify([mail.from, mail.subject, mail.date, mail.text, mail.html, files]);
}

/** Programs that use one Message-ID for everything they send exist, so what a mail says must be the same too. */
async function isThere(
  tx: Tx,
  serviceId: string,
  ticketId: string,
  contentSha256: readonly string[],
): Promise<boolean> {
  const [source] = await tx
    .select({ sha256: rawSources.sha256 })
    .from(rawSources)
    .where(
      and(
        eq(rawSources.serviceId, serviceId),
        eq(rawSources.ticketId, ticketId),
        inArray(rawSources.contentSha256, [...contentSha256]),
      ),
    )
    .limit(1);
  return source !== undefined;
}

/** The forms that a digest has where something of the mail was masked: null where the keys for them are out of reach. */
export type Keyed = (serviceId: string, digest: string) => Promise<readonly string[] | null>;

/** Whether mails came of which something was masked. */
async function hasMasked(tx: Tx, serviceId: string): Promise<boolean> {
  const [source] = await tx
    .select({ sha256: rawSources.sha256 })
    .from(rawSources)
    .where(and(eq(rawSources.serviceId, serviceId), gte(rawSources.sha256, 'k'), lt(rawSources.sha256, 'l')))
    .limit(1);
  return source !== undefined;
}

/**
 * The ticket of a mail that came before, by whichever way. Keys are asked for where there may be no other answer. While
 * they are out of reach, a mail under a name that came before is to be sent once more: taken in it might bring back what
 * was masked. Of one without a name nobody can say that, and no mail is lost.
 */
async function ticketBefore(tx: Tx, serviceId: string, read: ReadMail, keyed: Keyed): Promise<string | null> {
  const { mail, sha256, contentSha256 } = read;
  const first = await ticketOfSource(tx, serviceId, [sha256]);
  if (first) return first;
  const same = mail.messageId ? await ticketOfMessage(tx, serviceId, mail.messageId) : null;
  if (mail.messageId && !same) return null;
  if (same && (await isThere(tx, serviceId, same, [contentSha256]))) return same;
  // On any ticket: where a program gives everything one name, that is the name of the first ticket only.
  if (!(await hasMasked(tx, serviceId))) return null;
  const [whole, content] = await Promise.all([sha256, contentSha256].map((one) => keyed(serviceId, one)));
  if (same && (!whole || !content)) throw withoutVault();
  const masked = await ticketOfSource(tx, serviceId, whole ?? []);
  if (masked || !same) return masked;
  return (await isThere(tx, serviceId, same, content ?? [])) ? same : null;
}

function emailOf(mailbox: Mailbox | null): string | null {
  return mailbox && /^[^\s@]{1,64}@[^\s@]{1,255}$/.test(mailbox.address) ? mailbox.address : null;
}

/** Answers go where the sender wants them, unless a list or a machine says so. */
function answerAddress(mail: ParsedMail): string | null {
  return mail.automatic ? null : emailOf(mail.replyTo);
}

/** A customer is known by the address he writes from: anybody can ask for answers to the address of somebody else. */
function customerOf(mail: ParsedMail): CustomerFacts | null {
  const { from, replyTo } = mail;
  const email = emailOf(from) ?? answerAddress(mail);
  const name = from?.name || (emailOf(from) === null && email && replyTo?.name) || (email ? '' : (from?.address ?? ''));
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
  { mail, body, files }: ReadMail,
): Promise<{ ticketId: string; entryId: number; kind: 'inquiry' | 'reinquiry' }> {
  const customer = customerOf(mail);
  const answerTo = answerAddress(mail);
  const message = {
    channel: 'mail' as const,
    subject: subjectOf(mail, body),
    body,
    answerTo: answerTo === customer?.email ? null : answerTo,
    attachmentIds: files.map((file) => file.attachmentId),
  };
  const answered = await ticketAnswered(tx, serviceOf(context), mail, emailOf(mail.from));
  if (answered?.joins) {
    const author = customer ?? { name: '', email: null };
    const { unattended, automatic } = mail;
    const written = { ...message, ticketId: answered.ticketId, author, unattended, automatic };
    const { ticketId, entryId, kind } = await customerWrites(tx, context, written);
    return { ticketId, entryId, kind: kind === 'created' ? 'inquiry' : 'reinquiry' };
  }
  const language = guessLanguage(`${mail.subject}\n${body.text}`, context.service);
  const linkedTicketId = answered?.ticketId ?? null;
  const { ticketId, entryId } = await createTicket(tx, context, {
    ...message,
    customer,
    language,
    linkedTicketId,
    automatic: mail.automatic,
  });
  if (linkedTicketId) await logEvents(tx, context, linkedTicketId, null, [{ kind: 'followed', data: { ticketId } }]);
  return { ticketId, entryId, kind: 'inquiry' };
}

/** Reads a raw mail, whatever is wrong with it. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = parseMail(bytes);
  const files = mail.files.map((file): StoredFile => ({ attachmentId: randomHex(16), ...pick(file), file }));
  const body = sanitiseBody({ html: mail.html, text: mail.text, parts: files, notes: mail.notes });
  const contentSha256 = await digest(new TextEncoder().encode(contentOf(mail)));
  return { bytes, mail, files, body, sha256: await digest(bytes), contentSha256 };
}

/**
 * Takes a mail in: a new ticket, a further message on the ticket that it answers, or nothing when it came before.
 * Whatever is wrong with it, it becomes something an agent can read, and its source is kept.
 */
export async function ingestMail(tx: Tx, context: ServiceContext, read: ReadMail, keyed: Keyed): Promise<Ingested> {
  const serviceId = serviceOf(context);
  const { mail, body, sha256, contentSha256 } = read;
  const notes = [...body.notes];
  await lockMail(tx, serviceId, mail.messageId ? [sha256, mail.messageId] : [sha256]);
  const before = await ticketBefore(tx, serviceId, read, keyed);
  if (before) return { ticketId: before, kind: 'duplicate', notes };
  await store(tx, context, read.files, body);
  const { ticketId, entryId, kind } = await deliver(tx, context, read);
  const source = { serviceId, sha256, ticketId, entryId, contentSha256, content: read.bytes, receivedAt: context.now };
  await tx.insert(rawSources).values(source);
  if (mail.messageId) {
    const thread = { serviceId, messageId: mail.messageId, ticketId, at: context.now };
    await tx.insert(mailThreads).values(thread).onConflictDoNothing();
  }
  if (mail.automatic) await logEvents(tx, context, ticketId, null, [{ kind: 'automatic_mail', data: { entryId } }]);
  return { ticketId, kind, notes };
}

const pick = ({ contentId, location }: MailFile) => ({ contentId, location });
