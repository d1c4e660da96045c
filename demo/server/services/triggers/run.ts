import { and, asc, eq } from 'drizzle-orm';
import { afterCause, statusAfter } from '../../../../src/domain/rules.js';
import type { EventKind } from '../../../../src/domain/ticket-events.js';
import type { TriggerAction } from '../../../../src/domain/triggers.js';
import type { Tx } from '../../db/database.js';
import { categories, triggers } from '../../db/schema.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import { enqueue } from '../outbox.js';
import { codeValues, fillText } from '../replacement.js';
import { assigned, changeTicket, type Aspect, type Change, type EventData } from '../tickets/change.js';
import { lockTicket } from '../tickets/load.js';
import { assigneeOf, type TicketRecord } from '../tickets/wire.js';
import { choose, findGroup, type Giving } from './choose.js';
import { factOf, Facts, fits } from './fits.js';

type TriggerRow = typeof triggers.$inferSelect;
type Context = AgentContext | ServiceContext;

/** What came in, as other servers are told. */
export type ArrivalKind = 'ticket_created' | 'customer_wrote';

export interface Arrival {
  readonly kind: ArrivalKind;
  readonly ticketId: string;
  /** Its entry in the history: what is sent because of it is sent once. */
  readonly entryId: number;
  /** What the customer wrote, as text. */
  readonly text: string;
  /** A machine wrote it: it gets no mail, or two machines would write to each other for ever. */
  readonly automatic: boolean;
}

/** The type above each submission type; 0 at the top. */
type Parents = ReadonlyMap<number, number>;

async function parentsIn(tx: Tx, serviceId: string): Promise<Parents> {
  const all = await tx
    .select({ id: categories.categoryId, parent: categories.parent })
    .from(categories)
    .where(eq(categories.serviceId, serviceId));
  return new Map(all.map(({ id, parent }) => [id, parent]));
}

/** A type and those above it: a condition on one is a condition on all below. */
function lineOf(parents: Parents, categoryId: number | null): string[] {
  const line: number[] = [];
  for (let id = categoryId ?? 0; id && !line.includes(id); id = parents.get(id) ?? 0) line.push(id);
  return line.map(String);
}

function factsOf(ticket: TicketRecord, parents: Parents, text: string): Facts {
  const own = Object.entries(ticket.fields).map(([code, value]) => [`f.${code}`, factOf(value)] as const);
  return new Facts([
    ['category', lineOf(parents, ticket.categoryId)],
    ['channel', [ticket.channel]],
    ['priority', [ticket.priority]],
    ['language', [ticket.language]],
    ['subject', [ticket.subject]],
    ['content', [text]],
    ['name', [ticket.customerName]],
    ['email', [ticket.customerEmail]],
    ['usercode', [ticket.customerUsercode]],
    ...own,
  ]);
}

/** What the triggers made of a ticket so far. */
class Effects {
  readonly set: Change['set'] = {};
  readonly changed = new Set<string>();
  readonly touches = new Set<Aspect>();
  readonly log: { kind: EventKind; data: EventData }[] = [];

  add(set: Change['set'], changed: readonly string[], touches: readonly Aspect[]): void {
    Object.assign(this.set, set);
    for (const name of changed) this.changed.add(name);
    for (const aspect of touches) this.touches.add(aspect);
  }

  tell(kind: EventKind, data: EventData): void {
    this.log.push({ kind, data });
  }
}

async function give(tx: Tx, trigger: TriggerRow, action: Giving, ticket: TicketRecord, to: Effects): Promise<void> {
  const chosen = await choose(tx, ticket.serviceId, trigger.triggerId, action);
  const after = afterCause({ status: 'unassigned', spam: ticket.spam, assignee: null }, 'trigger');
  if (!chosen || !after || after.to === 'gone') {
    to.tell('trigger_without_agent', { trigger: trigger.name, how: action.kind });
    return;
  }
  const { person, group } = chosen;
  to.tell('assigned', {
    trigger: trigger.name,
    how: action.kind,
    from: to.set.assigneeName ?? null,
    to: person.name,
    group: group.name,
    status: to.set.status ?? ticket.status,
  });
  const status = statusAfter(after.to, ticket.status, null);
  to.add(
    { status, ...assigned(person), groupId: group.groupId, groupName: group.name },
    ['status', 'assignee', 'group'],
    ['status', 'assignee'],
  );
}

/** Does what changes the ticket; what leaves the server is kept for the end, when all is known. */
async function act(
  tx: Tx,
  trigger: TriggerRow,
  action: TriggerAction,
  ticket: TicketRecord,
  to: Effects,
): Promise<void> {
  const { name } = trigger;
  switch (action.kind) {
    case 'agent':
    case 'random':
    case 'in_turn':
      return give(tx, trigger, action, ticket, to);
    case 'group': {
      const group = await findGroup(tx, ticket.serviceId, action.groupId);
      if (!group) return to.tell('trigger_without_group', { trigger: name });
      to.tell('group_set', { trigger: name, from: (to.set.groupName ?? ticket.groupName) || null, to: group.name });
      return to.add({ groupId: group.groupId, groupName: group.name }, ['group'], []);
    }
    case 'category': {
      const from = to.set.categoryId ?? ticket.categoryId;
      if (from === action.categoryId) return;
      to.tell('category_changed', { trigger: name, from, to: action.categoryId });
      return to.add({ categoryId: action.categoryId }, ['categoryId'], ['categoryId']);
    }
    case 'priority': {
      const from = to.set.priority ?? ticket.priority;
      if (from === action.priority) return;
      to.tell('priority_changed', { trigger: name, from, to: action.priority });
      return to.add({ priority: action.priority }, ['priority'], ['priority']);
    }
    case 'mail':
      return to.tell('notice_queued', { trigger: name, to: action.to.join(', ') });
    case 'callback':
      return to.tell('callback_queued', { trigger: name, to: new URL(action.url).host });
  }
}

/** Writes down the mails and calls of a trigger. */
async function send(
  tx: Tx,
  context: Context,
  trigger: TriggerRow,
  ticket: TicketRecord,
  { kind: event, entryId }: Arrival,
): Promise<void> {
  const { triggerId, name } = trigger;
  for (const [place, action] of trigger.actions.entries()) {
    const key = `${ticket.ticketId}/${entryId}/${triggerId}/${place}`;
    if (action.kind === 'mail') {
      const values = await codeValues(tx, context, ticket);
      const subject = fillText(action.subject, values);
      const text = fillText(action.text, values);
      for (const [index, to] of action.to.entries()) {
        const payload = { ticketId: ticket.ticketId, trigger: name, to, subject, text };
        await enqueue(tx, context, { kind: 'notice', key: `${key}/${index}`, payload, dueAt: context.now });
      }
    }
    if (action.kind === 'callback') {
      const { ticketId } = ticket;
      const payload = { event, ticketId, trigger: name, triggerId, url: action.url, ticket: toldOf(ticket) };
      await enqueue(tx, context, { kind: 'callback', key, payload, dueAt: context.now });
    }
  }
}

/** What another server learns: facts to look the ticket up by, nothing that anybody wrote. */
function toldOf(ticket: TicketRecord): Readonly<Record<string, string | number | null>> {
  const { ticketId, status, priority, channel, language, categoryId, groupId, assignee, createdAt } = ticket;
  return { ticketId, status, priority, channel, language, categoryId, groupId, assignee, createdAt };
}

/**
 * Asks the triggers of the service about a ticket that just came in, or whose customer wrote again while nobody has it;
 * each that fits does its part, in their order.
 */
export async function runTriggers(tx: Tx, context: Context, arrival: Arrival): Promise<void> {
  const { ticketId, text, automatic } = arrival;
  const serviceId = serviceOf(context);
  const rules = await tx
    .select()
    .from(triggers)
    .where(and(eq(triggers.serviceId, serviceId), eq(triggers.active, true)))
    .orderBy(asc(triggers.position), asc(triggers.triggerId));
  if (rules.length === 0) return;
  const ticket = await lockTicket(tx, context, ticketId);
  if (assigneeOf(ticket) || ticket.spam || ticket.status !== 'unassigned') return;
  const effects = new Effects();
  const done: TriggerRow[] = [];
  const parents = await parentsIn(tx, serviceId);
  const facts = factsOf(ticket, parents, text);
  for (const rule of rules) {
    if (!fits(rule, facts)) continue;
    const actions = automatic ? rule.actions.filter(({ kind }) => kind !== 'mail') : rule.actions;
    for (const action of actions) await act(tx, rule, action, ticket, effects);
    done.push({ ...rule, actions });
    // Later ones see what earlier ones did.
    const { categoryId, priority } = effects.set;
    if (categoryId !== undefined) facts.set('category', lineOf(parents, categoryId));
    if (priority !== undefined) facts.set('priority', [priority]);
    if (rule.last) break;
  }
  if (effects.log.length === 0) return;
  const { set, changed, touches, log } = effects;
  const change = { set, changed: ['history', ...changed], touches: [...touches], actor: null, log };
  const after = await changeTicket(tx, context, ticket, change);
  for (const rule of done) await send(tx, context, rule, after, arrival);
}
