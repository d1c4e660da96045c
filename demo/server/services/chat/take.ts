import { and, eq, sql } from 'drizzle-orm';
import { afterCause, statusAfter } from '../../../../src/domain/rules.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Person } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { agents, attachments, chats, services } from '../../db/schema.js';
import type { KeptLine } from '../../db/schema-sms.js';
import { invalid, Refusal } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { guessLanguage } from '../mail/language.js';
import { assigned, changeTicket } from '../tickets/change.js';
import { createTicket } from '../tickets/create.js';
import { addFiles, extendBody, readEntries } from '../tickets/entries.js';
import { lockTicket } from '../tickets/load.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import { runTriggers } from '../triggers/run.js';
import { extended, transcriptBody, type SaidLine } from './body.js';
import type { ChatDelivery, ChatFile } from './files.js';
import { isOpinion, opinionId } from './transcript.js';

export interface GivenChat {
  readonly delivery: ChatDelivery;
  readonly files: ReadonlyMap<string, readonly ChatFile[]>;
}

export interface TakenChat {
  ticketId: string;
  kind: 'created' | 'extended' | 'unchanged';
  added: number;
}

type ChatRow = typeof chats.$inferSelect;

/** A message that was not there before: what is kept of it beside the body, and what stands in that. */
interface NewLine {
  readonly kept: KeptLine;
  readonly said: SaidLine;
  readonly files: readonly ChatFile[];
}

/** Takes a chat in: a new ticket with its transcript, or, of one that came before, what was said in it since. */
export async function takeChat(tx: Tx, context: ServiceContext, { delivery, files }: GivenChat): Promise<TakenChat> {
  const serviceId = serviceOf(context);
  const { chatId } = delivery;
  await requireChat(tx, serviceId);
  // Two deliveries of one chat wait for each other.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${serviceId}/chat/${chatId}`}, 0))`);
  const ofChat = and(eq(chats.serviceId, serviceId), eq(chats.chatId, chatId));
  const [found] = await tx.select({ ticketId: chats.ticketId }).from(chats).where(ofChat);
  if (!found) return begin(tx, context, delivery, newLines(delivery, files, []));
  // The ticket first, as everybody does who changes both.
  const ticket = await lockTicket(tx, context, found.ticketId);
  const [row] = await tx.select().from(chats).where(ofChat).for('update');
  if (!row) throw new Error('A chat goes with its ticket');
  return goOn(tx, context, { delivery, row, ticket, lines: newLines(delivery, files, row.lines) });
}

async function requireChat(tx: Tx, serviceId: string): Promise<void> {
  const [service] = await tx
    .select({ capabilities: services.capabilities })
    .from(services)
    .where(eq(services.serviceId, serviceId));
  if (!service?.capabilities.chat) throw new Refusal(403, 'chat_off', 'The service has no chat');
}

function newLines(
  { messages, rating, customer }: ChatDelivery,
  files: GivenChat['files'],
  before: readonly KeptLine[],
): readonly NewLine[] {
  const known = new Set(before.map(({ id }) => id));
  const lines: NewLine[] = [];
  for (const { id, from, at, text, name = from === 'customer' ? customer?.name : '' } of messages) {
    if (known.has(id)) continue;
    known.add(id);
    const own = files.get(id) ?? [];
    const attachmentIds = own.map(({ attachmentId }) => attachmentId);
    lines.push({ kept: { id, from, at, attachmentIds }, said: { name: name ?? '', at, text }, files: own });
  }
  const opinion = rating?.opinion?.trim();
  const last = messages.at(-1)?.at ?? before.at(-1)?.at ?? 0;
  if (rating && opinion && !known.has(opinionId(rating.satisfied)))
    lines.push({
      kept: { id: opinionId(rating.satisfied), from: 'customer', at: last, attachmentIds: [] },
      said: { name: customer?.name ?? '', at: last, text: opinion },
      files: [],
    });
  return lines;
}

async function begin(
  tx: Tx,
  context: ServiceContext,
  delivery: ChatDelivery,
  lines: readonly NewLine[],
): Promise<TakenChat> {
  const { chatId, customer, assignee: wanted, rating, endedAt = null } = delivery;
  if (lines.length === 0) throw invalid('messages', 'required', 'A chat begins with a message');
  const assignee = wanted === undefined ? null : await agentNamed(tx, context, wanted);
  const body = transcriptBody(saidOf(lines), context.service.timeZone);
  if (!body) throw tooLong();
  const words = lines.map(({ said }) => said.text).join('\n');
  const { ticketId, entryId } = await createTicket(tx, context, {
    channel: 'chat',
    subject: subjectOf(delivery, lines),
    body,
    customer: customer && Object.values(customer).some(Boolean) ? customer : null,
    language: delivery.language ?? guessLanguage(words, context.service),
    attachmentIds: await store(tx, context, lines),
    taken: assignee !== null,
  });
  if (assignee) await give(tx, context, ticketId, assignee);
  await tx.insert(chats).values({
    serviceId: serviceOf(context),
    chatId,
    ticketId,
    entryId,
    lines: lines.map(({ kept }) => kept),
    satisfied: rating?.satisfied ?? null,
    endedAt,
    updatedAt: context.now,
  });
  return { ticketId, kind: 'created', added: lines.length };
}

interface Going {
  readonly delivery: ChatDelivery;
  readonly row: ChatRow;
  readonly ticket: TicketRecord;
  readonly lines: readonly NewLine[];
}

async function goOn(tx: Tx, context: ServiceContext, { delivery, row, ticket, lines }: Going): Promise<TakenChat> {
  const { ticketId, entryId } = row;
  const satisfied = delivery.rating?.satisfied ?? row.satisfied;
  const endedAt = delivery.endedAt ?? row.endedAt;
  if (lines.length === 0 && satisfied === row.satisfied && endedAt === row.endedAt)
    return { ticketId, kind: 'unchanged', added: 0 };
  if (lines.length > 0) {
    const [entry] = await readEntries(tx, context, ticketId, { id: entryId });
    const body = extended(entry?.html ?? '', saidOf(lines), context.service.timeZone);
    if (!body) throw tooLong();
    await extendBody(tx, context, entryId, body);
    await addFiles(tx, context, { ticketId, entryId, ids: await store(tx, context, lines) });
  }
  await tx
    .update(chats)
    .set({ lines: [...row.lines, ...lines.map(({ kept }) => kept)], satisfied, endedAt, updatedAt: context.now })
    .where(and(eq(chats.serviceId, row.serviceId), eq(chats.chatId, row.chatId)));
  await move(tx, context, ticket, { entryId, lines });
  return { ticketId, kind: 'extended', added: lines.length };
}

/** What the customer says in a chat brings a ticket back into work, as every word of a customer does. */
async function move(
  tx: Tx,
  context: ServiceContext,
  ticket: TicketRecord,
  { entryId, lines }: { readonly entryId: number; readonly lines: readonly NewLine[] },
): Promise<void> {
  const written = lines.filter(({ kept }) => kept.from === 'customer' && !isOpinion(kept.id));
  const state = { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) };
  const after = written.length > 0 ? afterCause(state, 'customer_writes') : null;
  // A chat is one thing: what is said in one whose ticket was completed stays there.
  const to = after && !after.effects.includes('linked_ticket') ? after.to : 'same';
  const status = to === 'gone' ? ticket.status : statusAfter(to, ticket.status, null);
  const isMoved = status !== ticket.status;
  await changeTicket(tx, context, ticket, {
    set: isMoved ? { status, resolution: null, reason: null } : {},
    changed: ['history', 'chat', ...(written.length > 0 ? ['unread'] : []), ...(isMoved ? ['status'] : [])],
    touches: isMoved ? ['customer', 'status'] : written.length > 0 ? ['customer'] : [],
    actor: null,
    log: isMoved ? [{ kind: 'customer_wrote', data: { from: ticket.status, to: status } }] : [],
  });
  if (!isMoved) return;
  const text = written.map(({ said }) => said.text).join('\n');
  await runTriggers(tx, context, {
    kind: 'customer_wrote',
    ticketId: ticket.ticketId,
    entryId,
    text,
    automatic: false,
  });
}

const saidOf = (lines: readonly NewLine[]): SaidLine[] => lines.map(({ said }) => said);

const tooLong = (): Refusal => invalid('messages', 'too_long', 'The transcript is longer than can be kept');

function subjectOf({ subject }: ChatDelivery, lines: readonly NewLine[]): string {
  const first = lines.find(({ kept, said }) => kept.from === 'customer' && said.text.trim() !== '') ?? lines[0];
  return safeName(subject ?? '') || safeName(first?.said.text ?? '').slice(0, 100);
}

async function store(tx: Tx, context: ServiceContext, lines: readonly NewLine[]): Promise<string[]> {
  const files = lines.flatMap((line) => line.files);
  for (const { attachmentId, fileName, contentType, bytes } of files) {
    await tx.insert(attachments).values({
      serviceId: serviceOf(context),
      attachmentId,
      fileName,
      contentType,
      size: bytes.length,
      content: bytes,
      createdAt: context.now,
    });
  }
  return files.map(({ attachmentId }) => attachmentId);
}

async function agentNamed(tx: Tx, context: ServiceContext, usercode: string): Promise<Person> {
  const [agent] = await tx
    .select({ usercode: agents.usercode, name: agents.name })
    .from(agents)
    .where(and(eq(agents.serviceId, serviceOf(context)), eq(agents.usercode, usercode), eq(agents.active, true)));
  if (!agent) throw invalid('assignee', 'unknown', 'The service has no such agent');
  return agent;
}

/** Whoever held the chat has its ticket. */
async function give(tx: Tx, context: ServiceContext, ticketId: string, assignee: Person): Promise<void> {
  const ticket = await lockTicket(tx, context, ticketId);
  await changeTicket(tx, context, ticket, {
    set: { status: 'processing', ...assigned(assignee) },
    changed: ['status', 'assignee'],
    touches: ['status', 'assignee'],
    actor: null,
    log: [{ kind: 'assigned', data: { from: null, to: assignee.name, group: null, status: ticket.status } }],
  });
}
