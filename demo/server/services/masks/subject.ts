import { and, eq } from 'drizzle-orm';
import type { MaskStyle } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import { serviceOf, type AgentContext } from '../context.js';
import { readEntry } from '../tickets/entries.js';
import { fixedLength, type Words } from './repeats.js';

/** What a mask took out of a subject. */
export interface SubjectPiece {
  readonly words: string;
  /** Asterisks that stand there instead. */
  readonly length: number;
  /** Letters before it, and behind: what other masks do to the subject moves one of the two at most. */
  readonly before: number;
  readonly behind: number;
}

/** A subject without masked words, and what it lost. */
export function cutSubject(
  subject: string,
  words: Words,
  style: MaskStyle = 'per-character',
): { readonly subject: string; readonly pieces: readonly SubjectPiece[] } {
  const lost = words.in(subject).map(({ start, end }) => ({ start, words: subject.slice(start, end) }));
  const pieces: SubjectPiece[] = [];
  let left = '';
  let at = 0;
  for (const { start, words: own } of lost) {
    left += subject.slice(at, start);
    at = start + own.length;
    const length = style === 'fixed' ? fixedLength : [...own].length;
    pieces.push({ words: own, length, before: [...left].length, behind: 0 });
    left += '*'.repeat(length);
  }
  const whole = left + subject.slice(at);
  const all = [...whole].length;
  return {
    subject: whole,
    pieces: pieces.map((piece) => ({ ...piece, behind: all - piece.before - piece.length })),
  };
}

/** A subject with what it lost. Where somebody wrote another one meanwhile, that stays as it is. */
export function restoredSubject(subject: string, pieces: readonly SubjectPiece[]): string {
  let now = [...subject];
  // From the end: what stands before a piece stays where it is.
  for (const { words, length, before, behind } of [...pieces].sort((a, b) => b.before - a.before)) {
    const start = [before, now.length - behind - length].find(
      (from) => from >= 0 && now.slice(from, from + length).join('') === '*'.repeat(length),
    );
    if (start !== undefined) now = [...now.slice(0, start), ...words, ...now.slice(start + length)];
  }
  return now.join('');
}

export async function ticketSubject(tx: Tx, context: AgentContext, ticketId: string): Promise<string> {
  const [ticket] = await tx
    .select({ subject: tickets.subject })
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  return ticket.subject;
}

/** The refusal of a call that saw another state of the ticket, with the message as it is now. */
export async function messageChanged(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  entryId: number,
): Promise<Refusal> {
  const content = await readEntry(tx, context, ticketId, entryId);
  const noted = { kind: 'ticket_read' as const, ticketId };
  return new Refusal(409, 'version_conflict', 'The ticket is in another state', { content, noted });
}
