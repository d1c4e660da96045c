import { and, asc, eq, lte, type SQL } from 'drizzle-orm';
import {
  callChangeRefusal,
  callRefusal,
  noteProblem,
  phoneProblem,
  timeProblem,
  type CallChange,
  type CallProblem,
  type PromisedCall,
} from '../../../../src/domain/calls.js';
import type { TicketState } from '../../../../src/domain/permissions.js';
import type { EventKind } from '../../../../src/domain/ticket-events.js';
import type { Tx } from '../../db/database.js';
import { agents, callbacks, customers, tickets } from '../../db/schema.js';
import { notFound, Refusal, type FieldProblem } from '../../refusal.js';
import { auditOnce } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { emit } from '../events.js';
import { changeTicket, type EventData } from '../tickets/change.js';
import { actorOf, conflict } from '../tickets/gate.js';
import { lockTicket, requireTicket } from '../tickets/load.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';

type CallRow = typeof callbacks.$inferSelect;

/** Most calls that are listed. */
const mostListed = 200;

export interface CallQuery {
  /** Only those whose time has come. */
  readonly due?: boolean | undefined;
  /** The open call of this ticket, whoever has it; otherwise the agent's own calls. */
  readonly ticketId?: string | undefined;
}

/** Open calls in the order of their times. */
export async function listCalls(tx: Tx, context: AgentContext, query: CallQuery): Promise<{ calls: PromisedCall[] }> {
  const { ticketId, due } = query;
  if (ticketId !== undefined) await requireTicket(tx, context, ticketId);
  const rows = await select(
    tx,
    context,
    and(
      eq(callbacks.state, 'open'),
      ticketId === undefined
        ? eq(callbacks.usercode, context.session.agent.usercode)
        : eq(callbacks.ticketId, ticketId),
      due ? lte(callbacks.dueAt, context.now) : undefined,
    ),
  );
  if (rows.length > 0) {
    if (ticketId !== undefined) await auditOnce(tx, context, { kind: 'ticket_read', ticketId });
    else await auditOnce(tx, context, { kind: 'calls_listed', customers: customersOf(rows) });
  }
  return { calls: rows.map(wire) };
}

export interface PromiseArgs {
  readonly ticketId: string;
  readonly at: number;
  /** The customer's number unless told. */
  readonly phone?: string | undefined;
  readonly note?: string | undefined;
}

/** Promises a call about a ticket. A ticket has one at a time. */
export async function promiseCall(tx: Tx, context: AgentContext, args: PromiseArgs): Promise<PromisedCall> {
  const ticket = await lockTicket(tx, context, args.ticketId);
  await refuseFor(tx, context, ticket, callRefusal(stateOf(ticket), context.session.agent));
  const { ticketId, at } = args;
  const note = args.note?.trim() ?? '';
  const phone = (args.phone ?? (await phoneOf(tx, ticket)) ?? '').trim();
  refuse({ at: timeProblem(at, context.now), phone: phoneProblem(phone), note: noteProblem(note) });
  const [known] = await select(tx, context, and(eq(callbacks.ticketId, ticketId), eq(callbacks.state, 'open')));
  if (known) throw new Refusal(409, 'already_promised', 'A call is promised already', { content: wire(known) });
  const { usercode, name } = actorOf(context);
  const [made] = await tx
    .insert(callbacks)
    .values({
      serviceId: ticket.serviceId,
      ticketId,
      usercode: ticket.assignee ?? usercode,
      dueAt: at,
      note,
      phone,
      madeBy: usercode,
      madeByName: name,
      createdAt: context.now,
    })
    .returning({ callbackId: callbacks.callbackId });
  if (!made) throw new Error('An inserted call has a number');
  await tellCall(tx, context, ticket, { kind: 'call_promised', data: { at } });
  return readCall(tx, context, made.callbackId);
}

export type ChangeArgs = CallChange & { readonly callId: number; readonly version: number };

/** Moves a call, changes what is to be said or where, or ends it. */
export async function changeCall(tx: Tx, context: AgentContext, args: ChangeArgs): Promise<PromisedCall> {
  const { ticketId } = await readCall(tx, context, args.callId);
  // The ticket first, as everywhere: a step of it holds its calls too.
  const ticket = await lockTicket(tx, context, ticketId);
  const call = await readCall(tx, context, args.callId);
  const why = callChangeRefusal(stateOf(ticket), call, context.session.agent, args.state !== undefined);
  if (why === 'not_assignee') await refuseFor(tx, context, ticket, why);
  if (call.state !== 'open') throw new Refusal(409, 'call_over', 'The call is over', { content: call });
  if (call.version !== args.version)
    throw new Refusal(409, 'version_conflict', 'Somebody else changed it', { content: call });
  await refuseFor(tx, context, ticket, why);
  const step = stepOf(call, args, context.now);
  if (!step) return call;
  await tx
    .update(callbacks)
    .set({ ...step.set, version: call.version + 1 })
    .where(and(eq(callbacks.serviceId, ticket.serviceId), eq(callbacks.callbackId, args.callId)));
  await tellCall(tx, context, ticket, step.log, call.assignee.usercode);
  return readCall(tx, context, args.callId);
}

interface Line {
  readonly kind: EventKind;
  readonly data?: EventData;
}

/** What a change stores and what the log tells of it; null where nothing is different. */
function stepOf(
  call: PromisedCall,
  { at, phone, note, state }: CallChange,
  now: number,
): { readonly set: Partial<CallRow>; readonly log: Line } | null {
  const set: Partial<CallRow> = {};
  if (at !== undefined && at !== call.at) {
    set.dueAt = at;
    set.toldAt = null;
  }
  if (phone !== undefined && phone.trim() !== call.phone) set.phone = phone.trim();
  if (note !== undefined && note.trim() !== call.note) set.note = note.trim();
  refuse({
    at: set.dueAt === undefined ? null : timeProblem(set.dueAt, now),
    phone: set.phone === undefined ? null : phoneProblem(set.phone),
    note: set.note === undefined ? null : noteProblem(set.note),
  });
  if (state) return { set: { ...set, state }, log: { kind: state === 'done' ? 'call_done' : 'call_cancelled' } };
  if (set.dueAt !== undefined) return { set, log: { kind: 'call_moved', data: { from: call.at, to: set.dueAt } } };
  return Object.keys(set).length > 0 ? { set, log: { kind: 'call_changed' } } : null;
}

const stateOf = ({ status, spam, ...ticket }: TicketRecord): TicketState => ({
  status,
  spam,
  assignee: assigneeOf(ticket),
});

async function refuseFor(
  tx: Tx,
  context: AgentContext,
  { ticketId }: TicketRecord,
  why: ReturnType<typeof callRefusal>,
): Promise<void> {
  if (why === 'not_assignee') throw new Refusal(403, why, 'Not permitted');
  if (why) throw await conflict(tx, context, ticketId, why);
}

function refuse(problems: Readonly<Record<string, CallProblem | null>>): void {
  const fields: FieldProblem[] = Object.entries(problems).flatMap(([field, code]) =>
    code ? [{ field, code, message: messages[code] }] : [],
  );
  if (fields.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}

const messages: Readonly<Record<CallProblem, string>> = {
  required: 'This is needed',
  past: 'This time is over',
  too_far: 'This is too far ahead',
  invalid: 'This is no telephone number',
  length: 'This is too long',
};

/** The ticket is one version on, its log tells of it, and the pages of those who have to do with it hear of it. */
async function tellCall(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  line: Line,
  holder: string | null = ticket.assignee,
): Promise<void> {
  const change = { set: {}, changed: ['callbacks'], actor: actorOf(context), moves: false } as const;
  await changeTicket(tx, context, ticket, { ...change, log: [line] });
  const concerned = new Set([ticket.assignee, holder].filter((one) => one !== null));
  await emit(tx, context, ...[...concerned].map((audience) => ({ topic: 'call', audience }) as const));
}

async function phoneOf(tx: Tx, { serviceId, customerId }: TicketRecord): Promise<string | null> {
  if (customerId === null) return null;
  const [customer] = await tx
    .select({ phone: customers.phone })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceId), eq(customers.customerId, customerId)));
  return customer?.phone ?? null;
}

async function readCall(tx: Tx, context: AgentContext, callId: number): Promise<PromisedCall> {
  const [row] = await select(tx, context, eq(callbacks.callbackId, callId));
  if (!row) throw notFound();
  return wire(row);
}

type FullRow = Awaited<ReturnType<typeof select>>[number];

/** Calls with what stands beside them. */
function select(tx: Tx, context: AgentContext, which: SQL | undefined) {
  const serviceId = serviceOf(context);
  return tx
    .select({
      call: callbacks,
      subject: tickets.subject,
      customerId: tickets.customerId,
      customerName: tickets.customerName,
      assigneeName: agents.name,
    })
    .from(callbacks)
    .innerJoin(tickets, and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, callbacks.ticketId)))
    .leftJoin(agents, and(eq(agents.serviceId, serviceId), eq(agents.usercode, callbacks.usercode)))
    .where(and(eq(callbacks.serviceId, serviceId), which))
    .orderBy(asc(callbacks.dueAt), asc(callbacks.callbackId))
    .limit(mostListed);
}

function customersOf(rows: readonly FullRow[]): number[] {
  return [...new Set(rows.flatMap(({ customerId }) => customerId ?? []))];
}

function wire({ call, subject, customerName, assigneeName }: FullRow): PromisedCall {
  const { callbackId: callId, ticketId, dueAt: at, phone, note, state, madeBy, madeByName, usercode, version } = call;
  return {
    callId,
    ticketId,
    subject,
    customerName,
    at,
    phone,
    note,
    state,
    by: { usercode: madeBy, name: madeByName },
    assignee: { usercode, name: assigneeName ?? usercode },
    version,
  };
}
