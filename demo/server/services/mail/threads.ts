import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers, mailThreads, tickets } from '../../db/schema.js';
import type { ParsedMail } from './parse-mail.js';

/** The ticket that one of these Message-IDs belongs to; the first that is known counts. */
export async function ticketOfMessage(
  tx: Tx,
  serviceId: string,
  messageIds: readonly string[],
): Promise<string | null> {
  if (messageIds.length === 0) return null;
  const rows = await tx
    .select({ messageId: mailThreads.messageId, ticketId: mailThreads.ticketId })
    .from(mailThreads)
    .innerJoin(tickets, and(eq(tickets.serviceId, mailThreads.serviceId), eq(tickets.ticketId, mailThreads.ticketId)))
    .where(and(eq(mailThreads.serviceId, serviceId), inArray(mailThreads.messageId, [...messageIds])));
  const byMessage = new Map(rows.map((row) => [row.messageId, row.ticketId]));
  for (const messageId of messageIds) {
    const ticketId = byMessage.get(messageId);
    if (ticketId) return ticketId;
  }
  return null;
}

const marker = /T\d{13}[A-Za-z0-9]{5}(?![A-Za-z0-9])/;

/** Numbers of tickets in the subject, or behind a plus in the address that was written to. */
function markersOf(mail: ParsedMail): string[] {
  const places = [mail.subject, ...mail.recipients.map(({ address }) => /\+([^@]+)@/.exec(address)?.[1] ?? '')];
  return places.flatMap((place) => new RegExp(marker, 'gi').exec(place)?.[0] ?? []);
}

/** A number can be guessed or copied, so it counts only from the customer of that ticket. */
async function ticketOfMarker(tx: Tx, serviceId: string, mail: ParsedMail, email: string): Promise<string | null> {
  const wanted = markersOf(mail).map((text) => text.toLowerCase());
  if (wanted.length === 0) return null;
  const rows = await tx
    .select({ ticketId: tickets.ticketId })
    .from(tickets)
    .innerJoin(customers, and(eq(customers.serviceId, tickets.serviceId), eq(customers.customerId, tickets.customerId)))
    .where(and(eq(tickets.serviceId, serviceId), eq(customers.email, email)));
  return rows.find(({ ticketId }) => wanted.includes(ticketId.toLowerCase()))?.ticketId ?? null;
}

/** The ticket that a mail answers, or null. */
export async function ticketAnswered(
  tx: Tx,
  serviceId: string,
  mail: ParsedMail,
  email: string | null,
): Promise<string | null> {
  return (
    (await ticketOfMessage(tx, serviceId, mail.answers)) ??
    (email === null ? null : await ticketOfMarker(tx, serviceId, mail, email))
  );
}
