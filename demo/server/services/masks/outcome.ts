import { and, asc, eq, gte, ne } from 'drizzle-orm';
import type { MaskOutcome, MaskRange, NotReached } from '../../../../src/domain/masks.js';
import type { Tx } from '../../db/database.js';
import { attachments, doorayTasks, issueTransfers, mails, messages, smsMessages } from '../../db/schema.js';
import { serviceOf, type AgentContext } from '../context.js';
import { hasPerhapsLeft } from '../sms/rows.js';
import type { TicketRecord } from '../tickets/wire.js';
import type { Left } from './elsewhere.js';
import type { Words } from './repeats.js';

/** Most copies that are offered at once. */
const mostCopies = 50;

export interface Masked {
  readonly entryId: number;
  readonly words: Words;
  /** The subject as it is now. */
  readonly subject: string;
  readonly left: Left;
}

/** What a mask of words does not reach, and where else in the ticket they stand. */
export async function notReachedBy(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  { entryId, words, subject, left }: Masked,
): Promise<Omit<MaskOutcome, 'ticketId'>> {
  const notReached: NotReached[] = [
    ...(await mailsOf(tx, context, entryId)),
    ...(await textMessageOf(tx, context, entryId)),
    ...(left.draft ? [{ kind: 'draft' as const }] : []),
    ...(left.run ? [{ kind: 'run' as const }] : []),
    ...(await transfersOf(tx, context, ticket, entryId)),
    ...(await filesOf(tx, context, entryId)),
    ...(words.maybeIn(subject) || words.saidBy(subject) ? [{ kind: 'subject' as const }] : []),
    ...fieldsOf(ticket, words),
  ];
  return { notReached, copies: await copiesOf(tx, context, ticket.ticketId, words) };
}

/** Mails that left with the words, and those that are about to. */
async function mailsOf(tx: Tx, context: AgentContext, entryId: number): Promise<NotReached[]> {
  const rows = await tx
    .select({ to: mails.to, state: mails.state, sentAt: mails.sentAt, createdAt: mails.createdAt })
    .from(mails)
    .where(and(eq(mails.serviceId, serviceOf(context)), eq(mails.entryId, entryId)))
    .orderBy(asc(mails.createdAt));
  return rows
    .filter(({ state }) => state === 'sent' || state === 'queued')
    .map(({ to, sentAt, createdAt }) => ({ kind: 'mail', to, at: sentAt ?? createdAt }));
}

/** A text message that left with the words, or may have. */
async function textMessageOf(tx: Tx, context: AgentContext, entryId: number): Promise<NotReached[]> {
  const rows = await tx
    .select()
    .from(smsMessages)
    .where(and(eq(smsMessages.serviceId, serviceOf(context)), eq(smsMessages.entryId, entryId)));
  return rows.filter(hasPerhapsLeft).map(({ to, sentAt, createdAt }) => ({ kind: 'sms', to, at: sentAt ?? createdAt }));
}

/** Where the ticket went since the words were there, and where it came from. */
async function transfersOf(
  tx: Tx,
  context: AgentContext,
  { ticketId, originTicketId }: TicketRecord,
  entryId: number,
): Promise<NotReached[]> {
  const linked = await tx
    .select({ id: issueTransfers.linkedId })
    .from(issueTransfers)
    .innerJoin(messages, and(eq(messages.serviceId, issueTransfers.serviceId), eq(messages.id, entryId)))
    .where(
      and(
        eq(issueTransfers.serviceId, serviceOf(context)),
        eq(issueTransfers.ticketId, ticketId),
        gte(issueTransfers.at, messages.at),
      ),
    )
    .orderBy(asc(issueTransfers.at));
  const issues = [...linked.map(({ id }) => id), ...(originTicketId === null ? [] : [originTicketId])];
  const tasks = await tx
    .select({ id: doorayTasks.taskId })
    .from(doorayTasks)
    .where(
      and(
        eq(doorayTasks.serviceId, serviceOf(context)),
        eq(doorayTasks.ticketId, ticketId),
        ne(doorayTasks.state, 'withdrawn'),
      ),
    )
    .orderBy(asc(doorayTasks.at));
  return [
    ...issues.map((id) => ({ kind: 'issue' as const, id })),
    ...tasks.map(({ id }) => ({ kind: 'dooray' as const, id: id ?? '' })),
  ];
}

async function filesOf(tx: Tx, context: AgentContext, entryId: number): Promise<NotReached[]> {
  const rows = await tx
    .select({ fileName: attachments.fileName })
    .from(attachments)
    .where(and(eq(attachments.serviceId, serviceOf(context)), eq(attachments.entryId, entryId)))
    .orderBy(asc(attachments.createdAt), asc(attachments.attachmentId));
  return rows.map(({ fileName }) => ({ kind: 'file', fileName }));
}

/** Fields of the ticket and facts of its customer that say the same. */
function fieldsOf(ticket: TicketRecord, words: Words): NotReached[] {
  const facts = {
    name: ticket.customerName,
    email: ticket.customerEmail,
    phone: ticket.customerPhone,
    usercode: ticket.customerUsercode,
    guidance: [ticket.guidanceText, ticket.originGuidance?.text].filter(Boolean).join('\n'),
  };
  const fields = Object.entries(ticket.fields).map(
    ([code, value]) => [`f.${code}`, [value].flat().join('\n')] as const,
  );
  return [...Object.entries(facts), ...fields]
    .filter(([, value]) => value !== '' && (words.are(value) || words.saidBy(value)))
    .map(([code]) => ({ kind: 'field', code }));
}

async function copiesOf(tx: Tx, context: AgentContext, ticketId: string, words: Words): Promise<MaskRange[]> {
  if (words.isNothing) return [];
  const rows = await tx
    .select({ entryId: messages.id, bodyVersion: messages.bodyVersion, text: messages.text })
    .from(messages)
    .where(and(eq(messages.serviceId, serviceOf(context)), eq(messages.ticketId, ticketId)))
    .orderBy(asc(messages.id));
  const copies: MaskRange[] = [];
  for (const { entryId, bodyVersion, text } of rows) {
    for (const { start, end } of words.in(text)) {
      if (copies.length < mostCopies) copies.push({ entryId, bodyVersion, start, length: end - start });
    }
  }
  return copies;
}
