import { and, asc, eq } from 'drizzle-orm';
import type { ChatLine, ChatTranscript } from '../../../../src/domain/chat.js';
import type { Attachment } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { chats } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { readHistory } from '../tickets/entries.js';
import { saidIn } from './body.js';

const opinionMark = '\u0020opinion';

/**
 * Names the message in which a customer's opinion of the chat is kept with the others: one for each rating, so that a
 * rating that changes is not shown with words that were said for another.
 */
export const opinionId = (satisfied: boolean): string => `${opinionMark} ${satisfied}`;

export const isOpinion = (id: string): boolean => id.startsWith(opinionMark);

type ChatRow = typeof chats.$inferSelect;

/** What was said in the chats of a ticket, as the history has it; that it was read is written down. */
export async function readTranscript(tx: Tx, context: AgentContext, ticketId: string): Promise<ChatTranscript> {
  const entries = await readHistory(tx, context, ticketId);
  const rows = await tx
    .select()
    .from(chats)
    .where(and(eq(chats.serviceId, serviceOf(context)), eq(chats.ticketId, ticketId)))
    .orderBy(asc(chats.entryId));
  const lines = rows.flatMap((row) => {
    const entry = entries.find(({ id }) => id === row.entryId);
    return entry ? linesOf(row, entry) : [];
  });
  const last = rows.at(-1);
  return {
    messages: lines.filter(({ id }) => !isOpinion(id)),
    rating: last?.satisfied == null ? null : { satisfied: last.satisfied, opinion: opinionOf(last.satisfied) },
    endedAt: last?.endedAt ?? null,
  };

  function opinionOf(satisfied: boolean): string | null {
    return lines.find(({ id }) => id === opinionId(satisfied))?.text ?? null;
  }
}

function linesOf(
  { lines }: ChatRow,
  entry: { readonly html: string; readonly attachments: readonly Attachment[] },
): readonly ChatLine[] {
  const said = saidIn(entry.html);
  return lines.map(({ id, from, at, attachmentIds }, index) => ({
    id,
    from,
    at,
    name: said[index]?.name ?? '',
    text: said[index]?.text ?? '',
    attachments: entry.attachments.filter(({ attachmentId }) => attachmentIds.includes(attachmentId)),
  }));
}
