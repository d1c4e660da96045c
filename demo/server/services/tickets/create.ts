import type {
  Body,
  Channel,
  FieldValue,
  Group,
  HistoryEntry,
  Language,
  Person,
  Priority,
} from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { tickets } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { runTriggers } from '../triggers/run.js';
import { logEvents, tell, type EventData } from './change.js';
import { customerFor, type CustomerFacts } from './customers.js';
import { addEntry } from './entries.js';
import { newTicketId } from './ticket-id.js';
import type { TicketRecord } from './wire.js';

export interface NewTicket {
  /** Where values are sealed for it already. */
  readonly ticketId?: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly body: Body;
  readonly customer: CustomerFacts | null;
  readonly language?: Language;
  readonly priority?: Priority;
  readonly categoryId?: number | null;
  readonly group?: Group | null;
  readonly fields?: Readonly<Record<string, FieldValue>>;
  /** The agent who created it, or null where it came by itself. */
  readonly creator?: Person | null;
  /** Who wrote what it begins with, where that is neither its creator nor its customer. */
  readonly author?: HistoryEntry['author'];
  /** The ticket of another service that was transferred. */
  readonly origin?: Readonly<Pick<TicketRecord, 'originService' | 'originName' | 'originTicketId'>>;
  /** Where answers go, if not to the customer's own address. */
  readonly answerTo?: string | null;
  /** The member for whom a host's server opens it. */
  readonly memberCode?: string | null;
  /** The ticket that this one follows. */
  readonly linkedTicketId?: string | null;
  /** Files that are stored already and belong to no entry yet. */
  readonly attachmentIds?: readonly string[];
  /** A machine wrote it. */
  readonly automatic?: boolean;
  /** Somebody has it at once: no trigger sees to it. */
  readonly taken?: boolean;
}

export interface CreatedTicket {
  readonly ticketId: string;
  readonly entryId: number;
  readonly customerId: number | null;
}

/** Longest subject that is kept: it is part of an index. */
const maxSubject = 500;

/** Makes a ticket with the enquiry as its first entry, and lets the triggers of the service see to it. */
export async function createTicket(
  tx: Tx,
  context: AgentContext | ServiceContext,
  args: NewTicket,
): Promise<CreatedTicket> {
  const { service } = 'session' in context ? context.session : context;
  const customer = args.customer && (await customerFor(tx, context, args.customer)).customer;
  const creator = args.creator ?? null;
  const { ticketId = newTicketId(context.now) } = args;
  await tx.insert(tickets).values({
    serviceId: serviceOf(context),
    ticketId,
    touched: { status: 1, assignee: 1, customer: 1 },
    status: 'unassigned',
    subject: cut(args.subject),
    priority: args.priority ?? 'normal',
    channel: args.channel,
    language: args.language ?? service.language,
    categoryId: args.categoryId ?? null,
    groupId: args.group?.groupId ?? null,
    groupName: args.group?.name ?? '',
    creator: creator?.usercode ?? null,
    creatorName: creator?.name ?? (args.origin ? (args.author?.name ?? '') : ''),
    customerId: customer?.customerId ?? null,
    customerName: customer?.name ?? '',
    answerTo: args.answerTo && args.answerTo !== customer?.email ? args.answerTo : null,
    memberCode: args.memberCode ?? null,
    fields: args.fields ?? {},
    linkedTicketId: args.linkedTicketId ?? null,
    ...args.origin,
    createdAt: context.now,
    updatedAt: context.now,
  });
  const entryId = await addEntry(tx, context, {
    ticketId,
    kind: 'inquiry',
    author: args.author ?? authorOf(customer, creator),
    at: context.now,
    body: args.body,
    attachmentIds: args.attachmentIds,
  });
  await logEvents(tx, context, ticketId, creator, [{ kind: 'created', data: createdAs(args) }]);
  await tell(tx, context, { ticketId, version: 1 }, ['created']);
  if (!args.taken)
    await runTriggers(tx, context, {
      kind: 'ticket_created',
      ticketId,
      entryId,
      text: args.body.text,
      automatic: args.automatic ?? false,
    });
  return { ticketId, entryId, customerId: customer?.customerId ?? null };
}

function createdAs({ channel, linkedTicketId, origin }: NewTicket): EventData {
  return {
    channel,
    ...(linkedTicketId && { follows: linkedTicketId }),
    ...(origin && { service: origin.originName, origin: origin.originTicketId }),
  };
}

function authorOf(
  customer: { name: string; email: string | null } | null,
  creator: Person | null,
): HistoryEntry['author'] {
  // What an agent writes down for a customer is the agent's word.
  if (creator) return { role: 'agent', ...creator };
  if (customer) return { role: 'customer', usercode: null, name: customer.name || (customer.email ?? '') };
  return { role: 'system', usercode: null, name: '' };
}

function cut(subject: string): string {
  return [...subject].slice(0, maxSubject).join('');
}
