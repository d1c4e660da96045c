import { asc, and, eq, lt } from 'drizzle-orm';
import type { Priority, Ticket, TicketEvent } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { readMarks, ticketEvents } from '../../db/schema.js';
import { Refusal, type FieldProblem } from '../../refusal.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { emit } from '../events.js';
import { takeFieldFiles } from '../uploads.js';
import { changeTicket, type Aspect, type Change } from './change.js';
import { editCustomer, readCustomer, type CustomerChange } from './customer-edit.js';
import {
  checkEdit,
  fieldEvent,
  filesIn,
  ownName,
  storedFields,
  type FieldStep,
  type ToldFields,
} from './field-edit.js';
import { actorOf, requireAllowed, requireVersion, type ExpectedVersion } from './gate.js';
import { holdType } from './hold-type.js';
import { loadTicket, lockTicket, requireTicket } from './load.js';
import { requireKnownType } from './process.js';
import type { TicketRecord } from './wire.js';

export interface EditArgs {
  readonly ticketId: string;
  readonly expectedVersion?: ExpectedVersion;
  readonly starred?: boolean;
  readonly priority?: Priority;
  readonly categoryId?: number;
  readonly handlingTypeId?: number | null;
  readonly fields?: ToldFields;
  readonly customer?: CustomerChange;
}

/** Sets facts of a ticket. Refused only where a fact that it sets was set by somebody else meanwhile. */
export async function editTicket(tx: Tx, context: AgentContext, args: EditArgs): Promise<Ticket> {
  const told = args.customer && readCustomer(args.customer);
  const found = await lockTicket(tx, context, args.ticketId);
  const steps = await ownSteps(tx, context, found, args);
  const aspects: Aspect[] = steps.map(({ definition }) => ownName(definition.code));
  if (args.categoryId !== undefined) aspects.push('categoryId');
  if (args.priority !== undefined) aspects.push('priority');
  if (args.handlingTypeId !== undefined) aspects.push('handlingTypeId');
  if (told) aspects.push('customerData');
  if (aspects.length > 0 || args.fields) {
    await requireVersion(tx, context, found, args.expectedVersion, aspects);
    await requireAllowed(tx, context, found, 'edit');
  }
  if (args.starred !== undefined) await requireAllowed(tx, context, found, 'star');
  if (args.handlingTypeId) await requireKnownType(tx, context, args.handlingTypeId);
  const ticket = told ? await editCustomer(tx, context, found, told) : found;
  const change = await withFields(tx, context, changeOf(context, ticket, args), ticket, steps, args.fields);
  await takeFiles(tx, context, ticket.ticketId, steps);
  if (change.changed.length > 0) await changeTicket(tx, context, ticket, change);
  return loadTicket(tx, context, args.ticketId);
}

/** What is told about own fields. They are those of the submission type that the ticket has afterwards. */
async function ownSteps(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  { categoryId: told, fields }: EditArgs,
): Promise<readonly FieldStep[]> {
  const categoryId = told ?? ticket.categoryId;
  const problems: FieldProblem[] = [];
  if (told !== undefined) problems.push(...(await categoryProblems(tx, context, told)));
  const checked = fields && (await checkEdit(tx, context, { ...ticket, categoryId }, fields));
  problems.push(...(checked?.problems ?? []));
  if (problems.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields: problems });
  return checked?.steps ?? [];
}

/** What is wrong with the number of a submission type. */
export async function categoryProblems(
  tx: Tx,
  context: AgentContext | ServiceContext,
  categoryId: number,
): Promise<FieldProblem[]> {
  return (await holdType(tx, context, categoryId))
    ? []
    : [{ field: 'categoryId', code: 'unknown', message: 'There is no such submission type' }];
}

async function withFields(
  tx: Tx,
  context: AgentContext,
  change: Change,
  ticket: TicketRecord,
  steps: readonly FieldStep[],
  told: ToldFields | undefined,
): Promise<Change> {
  if (!told || steps.length === 0) return change;
  const names = steps.map(({ definition }) => ownName(definition.code));
  return {
    ...change,
    set: { ...change.set, fields: await storedFields(context, ticket, steps, told.cipher) },
    changed: [...change.changed, ...names],
    touches: [...(change.touches ?? []), ...names],
    log: [...(change.log ?? []), ...steps.map(fieldEvent)],
    moves: true,
  };
}

async function takeFiles(tx: Tx, context: AgentContext, ticketId: string, steps: readonly FieldStep[]): Promise<void> {
  for (const { definition, before, after } of steps) {
    if (definition.type !== 'file') continue;
    const files = { was: filesIn(before), now: filesIn(after) };
    await takeFieldFiles(tx, context, ticketId, ownName(definition.code), files);
  }
}

function changeOf(context: AgentContext, ticket: TicketRecord, args: EditArgs): Change {
  const set: Change['set'] = {};
  const log: NonNullable<Change['log']>[number][] = [];
  if (args.priority !== undefined && args.priority !== ticket.priority) {
    set.priority = args.priority;
    log.push({ kind: 'priority_changed', data: { from: ticket.priority, to: args.priority } });
  }
  if (args.categoryId !== undefined && args.categoryId !== ticket.categoryId) {
    set.categoryId = args.categoryId;
    log.push({ kind: 'category_changed', data: { from: ticket.categoryId, to: args.categoryId } });
  }
  if (args.handlingTypeId !== undefined && args.handlingTypeId !== ticket.handlingTypeId) {
    set.handlingTypeId = args.handlingTypeId;
    log.push({ kind: 'handling_type_changed', data: { from: ticket.handlingTypeId, to: args.handlingTypeId } });
  }
  const touches = Object.keys(set) as Aspect[];
  if (args.starred !== undefined && args.starred !== ticket.starred) {
    set.starred = args.starred;
    log.push({ kind: args.starred ? 'starred' : 'unstarred' });
  }
  return { set, changed: Object.keys(set), touches, actor: actorOf(context), log, moves: touches.length > 0 };
}

/** Marks a ticket as seen by this agent, up to the version that the agent saw, or else up to now. */
export async function markRead(tx: Tx, context: AgentContext, ticketId: string, seen?: number): Promise<Ticket> {
  const ticket = await loadTicket(tx, context, ticketId);
  const version = Math.min(seen ?? ticket.version, ticket.version);
  const mark = { version, at: context.now };
  const { usercode } = context.session.agent;
  await tx
    .insert(readMarks)
    .values({ serviceId: serviceOf(context), ticketId, usercode, ...mark })
    .onConflictDoUpdate({
      target: [readMarks.serviceId, readMarks.ticketId, readMarks.usercode],
      set: mark,
      setWhere: lt(readMarks.version, version),
    });
  await emit(tx, context, { topic: 'ticket', ticketId, version, changed: ['unread'], audience: usercode });
  return loadTicket(tx, context, ticketId);
}

/** What happened to a ticket, oldest first. */
export async function readEvents(tx: Tx, context: AgentContext, ticketId: string): Promise<TicketEvent[]> {
  await requireTicket(tx, context, ticketId);
  const rows = await tx
    .select()
    .from(ticketEvents)
    .where(and(eq(ticketEvents.serviceId, serviceOf(context)), eq(ticketEvents.ticketId, ticketId)))
    .orderBy(asc(ticketEvents.id));
  return rows.map(({ id, kind, at, actor, actorName, data }) => ({
    id,
    kind,
    at,
    actor: actor === null ? null : { usercode: actor, name: actorName ?? actor },
    data,
  }));
}
