import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { unknownOutcome, wordsGone } from '../../../src/domain/outcomes.js';
import type { Database, Tx } from '../db/database.js';
import { attachments, mails, tickets } from '../db/schema.js';
import { MailFailure, type MailFile, type MailPort, type MailToSend } from '../ports/mail.js';
import { VaultFailure, type Vault } from '../vault/vault.js';
import { senderOf } from './answer-mail.js';
import { findService, publicService } from './context.js';
import { emit } from './events.js';
import { asMailParts, shownFiles } from './mail/inline-styles.js';
import { domainOf } from './mails.js';
import { oblige } from './masks/entry.js';
import { mailWords, type MailWords } from './masks/mail-copies.js';

/** What became of one try. `later`: nothing left the server, and it may work another time. */
export interface Delivery {
  readonly outcome: 'done' | 'failed' | 'later';
  readonly answer: string | null;
  /** Seconds that another try waits at least. */
  readonly pause?: number;
  /** Writes it down at the ticket, in the transaction in which the entry comes to its end. */
  readonly tell?: (tx: Tx) => Promise<void>;
}

type MailRow = typeof mails.$inferSelect;

/** How long a mail is tried before it is given up. A mail server may be away for a weekend. */
export const patience = 3 * 24 * 3_600_000;

function mailKey(serviceId: string, mailId: string) {
  return and(eq(mails.serviceId, serviceId), eq(mails.mailId, mailId));
}

/** The files of the answer, and those of the ticket that it shows. */
async function filesOf(tx: Tx, { serviceId, ticketId, entryId, html }: MailRow, domain: string): Promise<MailFile[]> {
  const shown = shownFiles(html);
  const named = shown.length > 0 ? inArray(attachments.attachmentId, [...shown]) : undefined;
  const rows = await tx
    .select()
    .from(attachments)
    .where(
      and(
        eq(attachments.serviceId, serviceId),
        eq(attachments.ticketId, ticketId),
        or(eq(attachments.entryId, entryId), named),
      ),
    )
    .orderBy(attachments.createdAt, attachments.attachmentId);
  return rows.map(({ attachmentId, fileName, contentType, content }) => ({
    fileName,
    contentType,
    content,
    contentId: shown.includes(attachmentId) && contentType.startsWith('image/') ? `${attachmentId}@${domain}` : null,
  }));
}

/** A mail that is about to leave, as it is stored. */
interface Begun {
  readonly mail: MailRow;
  readonly send: MailToSend;
  readonly domain: string;
}

/**
 * Marks a queued mail as being sent. In a transaction of its own before anything leaves: after a crash in between, the
 * mark says that nobody knows.
 */
async function begin(tx: Tx, serviceId: string, mailId: string, now: number): Promise<Begun | undefined> {
  const [mail] = await tx.select().from(mails).where(mailKey(serviceId, mailId)).for('update');
  const service = await findService(tx, serviceId);
  if (!mail || !service || mail.state !== 'queued') return undefined;
  const [ticket] = await tx
    .select({ language: tickets.language })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, mail.ticketId)));
  await tx.update(mails).set({ startedAt: now }).where(mailKey(serviceId, mailId));
  const domain = domainOf(service);
  const send: MailToSend = {
    mailId,
    from: senderOf(service, ticket?.language ?? service.language),
    to: mail.to,
    subject: mail.subject,
    html: asMailParts(mail.html, domain),
    text: mail.text,
    headers: mail.headers,
    date: mail.createdAt,
    files: await filesOf(tx, mail, domain),
  };
  return { mail, send, domain };
}

/**
 * Writes down the end of a mail and tells the pages that show its ticket. That it was sent is known by who sent it; that
 * it failed is said only where nobody knows better.
 */
async function end(
  tx: Tx,
  mail: MailRow,
  now: number,
  state: { state: 'sent' | 'failed'; answer: string },
): Promise<void> {
  const { serviceId, mailId, ticketId } = mail;
  const isSent = state.state === 'sent';
  // Before the mail, as everybody does who changes both.
  const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
  await tx.select({ version: tickets.version }).from(tickets).where(one).for('update');
  // It may have been masked while it was on its way.
  const [before] = await tx
    .select({ sealId: mails.sealId })
    .from(mails)
    .where(mailKey(serviceId, mailId))
    .for('update');
  const written = await tx
    .update(mails)
    .set({ ...state, sentAt: isSent ? now : null, until: null, ...(isSent && { sealId: null }) })
    .where(and(mailKey(serviceId, mailId), inArray(mails.state, isSent ? ['queued', 'failed'] : ['queued'])))
    .returning({ mailId: mails.mailId });
  if (written.length === 0) return;
  const service = await findService(tx, serviceId);
  const [ticket] = await tx
    .update(tickets)
    .set({ version: sql`${tickets.version} + 1` })
    .where(one)
    .returning({ version: tickets.version });
  if (!service || !ticket) return;
  const context = { service: publicService(service), now, client: 'worker' };
  if (isSent && before?.sealId) await oblige(tx, context, 'remove', [before.sealId]);
  await emit(tx, context, { topic: 'ticket', ticketId, version: ticket.version, changed: ['history'] });
}

/** Gives a mail to the mail server. */
export async function attempt(
  port: MailPort,
  mail: MailToSend,
): Promise<{ state: 'sent'; answer: string } | MailFailure> {
  try {
    return { state: 'sent', answer: await port.send(mail) };
  } catch (error) {
    return error instanceof MailFailure ? error : new MailFailure('unknown', unknownOutcome(), error);
  }
}

export interface MailDeps {
  readonly database: Database;
  readonly port: MailPort;
  readonly vault: Vault | undefined;
  readonly now: () => number;
}

/** Gives a mail to the mail server as the customer is to get it, whatever of the stored one was masked. */
async function attemptWhole(
  { database, port, vault }: MailDeps,
  { mail, send, domain }: Begun,
): Promise<Awaited<ReturnType<typeof attempt>>> {
  let words: MailWords | undefined;
  let files = send.files;
  try {
    words = await mailWords(vault, mail);
    const { html } = words ?? mail;
    if (mail.sealId !== null)
      files = await database.transaction({ serviceId: mail.serviceId }, (tx) => filesOf(tx, { ...mail, html }, domain));
  } catch (error) {
    // Nothing has left yet.
    const what = error instanceof VaultFailure ? 'The vault does not answer' : 'The mail cannot be read now';
    return new MailFailure('later', what, error);
  }
  if (!words) return new MailFailure('refused', wordsGone);
  if (mail.sealId === null) return attempt(port, send);
  const { subject, html, text } = words;
  return attempt(port, { ...send, subject, html: asMailParts(html, domain), text, files });
}

/** Sends one queued mail, or finds that it was sent, withdrawn, or lost on the way. */
export async function deliverMail(deps: MailDeps, serviceId: string, mailId: string): Promise<Delivery> {
  const { database, port, now } = deps;
  const scope = { serviceId };
  const begun = await database.transaction(scope, (tx) => begin(tx, serviceId, mailId, now()));
  if (!begun) return { outcome: 'done', answer: null };
  const { mail } = begun;
  const finish = async (state: 'sent' | 'failed', answer: string): Promise<Delivery> => {
    await database.transaction(scope, (tx) => end(tx, mail, now(), { state, answer }));
    return { outcome: state === 'sent' ? 'done' : 'failed', answer };
  };
  if (mail.startedAt !== null && !port.repeatable) return finish('failed', unknownOutcome());
  const result = await attemptWhole(deps, begun);
  if (!(result instanceof MailFailure)) return finish('sent', result.answer);
  const again = result.outcome === 'later' || (result.outcome === 'unknown' && port.repeatable);
  if (!again || now() - (mail.triedSince ?? mail.createdAt) > patience) return finish('failed', result.message);
  await database.transaction(scope, (tx) =>
    tx.update(mails).set({ startedAt: null }).where(mailKey(serviceId, mailId)),
  );
  return { outcome: 'later', answer: result.message };
}
