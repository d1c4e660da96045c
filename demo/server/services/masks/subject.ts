import { and, eq } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { linesOf, starred } from './repeats.js';

/** Shorter words stand in subjects for many reasons. */
const least = 4;

/** A subject without masked words. */
export function subjectWithout(subject: string, words: string): string {
  const lines = linesOf(words).filter((line) => line.length >= least);
  return starred(subject, lines);
}

export async function ticketSubject(tx: Tx, context: AgentContext, ticketId: string): Promise<string> {
  const [ticket] = await tx
    .select({ subject: tickets.subject })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  return ticket.subject;
}

/** What was put into the vault is the subject that was read. */
export function requireSameSubject(ticket: { readonly subject: string }, subject: string): void {
  if (ticket.subject !== subject) throw new Refusal(409, 'version_conflict', 'The ticket is in another state');
}
