import { and, eq, inArray, or } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers, mails, mailThreads, tickets } from '../../db/schema.js';
import type { ParsedMail } from './parse-mail.js';

/** The ticket that a mail with this Message-ID belongs to. */
export async function ticketOfMessage(tx: Tx, serviceId: string, messageId: string): Promise<string | null> {
  const [row] = await tx
    .select({ ticketId: mailThreads.ticketId })
    .from(mailThreads)
    .innerJoin(tickets, and(eq(tickets.serviceId, mailThreads.serviceId), eq(tickets.ticketId, mailThreads.ticketId)))
    .where(and(eq(mailThreads.serviceId, serviceId), eq(mailThreads.messageId, messageId)));
  return row?.ticketId ?? null;
}

const marker = /T\d{13}[A-Za-z0-9]{5}(?![A-Za-z0-9])/;

/** Numbers of tickets in the subject, or behind a plus in the address that was written to. */
function markersOf(mail: ParsedMail): string[] {
  const places = [mail.subject, ...mail.recipients.map(({ address }) => /\+([^@]+)@/.exec(address)?.[1] ?? '')];
  return places.flatMap((place) => new RegExp(marker, 'gi').exec(place)?.[0] ?? []);
}

/** What a mail answers. `joins`: its sender may add to that ticket; what others write is kept apart. */
export interface Answered {
  readonly ticketId: string;
  readonly joins: boolean;
}

/** Of these Message-IDs those of our own answers. Only who got one, or got it passed on, can know its number. */
async function ownAmong(tx: Tx, serviceId: string, messageIds: readonly string[]): Promise<Set<string>> {
  const mailIdOf = (messageId: string): string => messageId.split('@')[0] ?? '';
  const rows = await tx
    .select({ mailId: mails.mailId })
    .from(mails)
    .where(and(eq(mails.serviceId, serviceId), inArray(mails.mailId, messageIds.map(mailIdOf))));
  const own = new Set(rows.map(({ mailId }) => mailId));
  return new Set(messageIds.filter((messageId) => own.has(mailIdOf(messageId))));
}

/** Mails of customers go to many people, so naming one of them proves nothing by itself. */
async function ticketOfReference(
  tx: Tx,
  serviceId: string,
  { answers }: ParsedMail,
  sender: string | null,
): Promise<Answered | null> {
  if (answers.length === 0) return null;
  const rows = await tx
    .select({
      messageId: mailThreads.messageId,
      ticketId: mailThreads.ticketId,
      email: customers.email,
      answerTo: tickets.answerTo,
    })
    .from(mailThreads)
    .innerJoin(tickets, and(eq(tickets.serviceId, mailThreads.serviceId), eq(tickets.ticketId, mailThreads.ticketId)))
    .leftJoin(customers, and(eq(customers.serviceId, tickets.serviceId), eq(customers.customerId, tickets.customerId)))
    .where(and(eq(mailThreads.serviceId, serviceId), inArray(mailThreads.messageId, [...answers])));
  const known = rows.sort((a, b) => answers.indexOf(a.messageId) - answers.indexOf(b.messageId));
  const own = await ownAmong(tx, serviceId, answers);
  const joined = known.find(
    ({ messageId, email, answerTo }) =>
      own.has(messageId) || (sender !== null && (email === sender || answerTo === sender)),
  );
  const found = joined ?? known[0];
  return found ? { ticketId: found.ticketId, joins: joined !== undefined } : null;
}

/** A number can be guessed or copied, so it counts only from the customer of that ticket. */
async function ticketOfMarker(tx: Tx, serviceId: string, mail: ParsedMail, sender: string): Promise<string | null> {
  const wanted = markersOf(mail).map((text) => text.toLowerCase());
  if (wanted.length === 0) return null;
  const rows = await tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .innerJoin(customers, and(eq(customers.serviceId, tickets.serviceId), eq(customers.customerId, tickets.customerId)))
    .where(and(eq(tickets.serviceId, serviceId), or(eq(customers.email, sender), eq(tickets.answerTo, sender))));
  return rows.find(({ ticketId }) => wanted.includes(ticketId.toLowerCase()))?.ticketId ?? null;
}

/** The ticket that a mail answers, or null. */
export async function ticketAnswered(
  tx: Tx,
  serviceId: string,
  mail: ParsedMail,
  sender: string | null,
): Promise<Answered | null> {
  const reference = await ticketOfReference(tx, serviceId, mail, sender);
  if (reference?.joins || sender === null) return reference;
  const ticketId = await ticketOfMarker(tx, serviceId, mail, sender);
  return ticketId === null ? reference : { ticketId, joins: true };
}
