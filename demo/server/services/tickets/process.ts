import { and, eq } from 'drizzle-orm';
import { needsHandlingType, unfilledFields } from '../../../../src/domain/processing.js';
import type { Allowed } from '../../../../src/domain/rules.js';
import { statusAfter } from '../../../../src/domain/rules.js';
import type { Body, FieldValue, HistoryEntry, Priority, Reason, Ticket } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { handlingTypes, type StepBack } from '../../db/schema.js';
import { invalid, Refusal } from '../../refusal.js';
import { requireFilled } from '../answer-codes.js';
import { answerBody, composeAnswer, mailDocument, mailText } from '../answer-mail.js';
import { findService, serviceOf, type AgentContext } from '../context.js';
import { readFields } from '../fields.js';
import { requireMailable } from '../forbidden.js';
import { queueMail } from '../mails.js';
import { coveredMail, keepCopy, type MaskedCopy } from '../masks/masked-copy.js';
import { takeUploads } from '../text-files.js';
import { answerBack, holdOrigin } from '../transfer/answer-back.js';
import { noGuidance, tellGuided } from '../transfer/guidance.js';
import { changeTicket, type Aspect, type Change, type EventData } from './change.js';
import { endDraft, requireUnsent } from './drafts.js';
import { addEntry, readEntry } from './entries.js';
import { ownName } from './field-edit.js';
import { actorOf, conflict, requireAllowed, requireVersion, type ExpectedVersion } from './gate.js';
import { loadTicket, lockTicket } from './load.js';
import type { TicketRecord } from './wire.js';

export interface ProcessArgs {
  readonly ticketId: string;
  readonly action: 'resolve' | 'hold' | 'comment' | 'internal';
  readonly expectedVersion?: ExpectedVersion;
  readonly reason?: Reason;
  readonly html: string;
  readonly handlingTypeId?: number | null;
  readonly priority?: Priority;
  readonly values?: Readonly<Record<string, FieldValue>>;
  /** Files that were uploaded for it. */
  readonly attachmentIds?: readonly string[];
  readonly draftSeq?: number;
  readonly confirmed?: boolean;
}

const entryKind = { resolve: 'reply', hold: 'hold', comment: 'comment', internal: 'internal' } as const;

/**
 * Answers, holds, comments or resolves internally. Ticket, entry, log, mail and the end of the draft are one step. With a
 * masked copy the customer gets the answer and we keep the copy.
 */
export async function processTicket(
  tx: Tx,
  context: AgentContext,
  args: ProcessArgs,
  copy: MaskedCopy | null = null,
): Promise<{ ticket: Ticket; entry: HistoryEntry }> {
  const written = answerBody(args.html);
  if (args.action === 'resolve' || args.action === 'internal') await holdOrigin(tx, context, args.ticketId);
  const ticket = await lockTicket(tx, context, args.ticketId);
  requireContent(args, written);
  if (args.draftSeq !== undefined) await requireUnsent(tx, context, args.ticketId, args.draftSeq);
  if (args.action === 'comment') await requireFields(tx, context, ticket, args);
  else await requireVersion(tx, context, ticket, args.expectedVersion);
  const answer = await requireAllowed(tx, context, ticket, args.action, { reason: args.reason });
  if (answer.confirm && !args.confirmed) throw await conflict(tx, context, args.ticketId, 'confirm_needed');
  const typeName = await requireHandlingType(tx, context, args, ticket);
  await requireOwnFields(tx, context, args.action, ticket);
  await requireMailable(tx, context, args.action, written.text);
  const body = await requireFilled(tx, context, ticket, args.action, written);
  // A code of the answer means something else than when its copy was made.
  if (copy && copy.whole.html !== body.html) throw await conflict(tx, context, args.ticketId, 'version_conflict');
  const attachmentIds = await takeUploads(tx, context, {
    ids: args.attachmentIds,
    html: body.html,
    ticketId: args.ticketId,
  });
  const kept = copy?.body ?? body;
  const entryId = await addEntry(tx, context, {
    ...(copy && { id: copy.entryId }),
    ticketId: args.ticketId,
    kind: entryKind[args.action],
    author: { role: 'agent', ...actorOf(context) },
    at: context.now,
    body: kept,
    values: valuesOf(args, typeName),
    attachmentIds,
  });
  const mailed = await mailFor(tx, context, ticket, args, { entryId, body, copy });
  const change = changeOf(context, ticket, args, answer, mailed);
  await changeTicket(tx, context, ticket, change);
  if (change.changed.includes('guidance')) await tellGuided(tx, context, ticket, context.now);
  const { action: how, reason = null } = args;
  if (how === 'resolve' || how === 'internal')
    await answerBack(tx, context, ticket, { how, reason, handlingType: typeName, body: kept, attachmentIds });
  if (args.draftSeq !== undefined)
    await endDraft(tx, context, { ticketId: args.ticketId, kind: 'answer' }, args.draftSeq);
  if (copy) await keepCopy(tx, context, args.ticketId, copy);
  return {
    ticket: await loadTicket(tx, context, args.ticketId),
    entry: await readEntry(tx, context, args.ticketId, entryId),
  };
}

/** A comment may stand beside anything. What it sets may be set where an edit may set it. */
async function requireFields(tx: Tx, context: AgentContext, ticket: TicketRecord, args: ProcessArgs): Promise<void> {
  const fields: Aspect[] = [];
  if (args.priority !== undefined) fields.push('priority');
  if (args.handlingTypeId !== undefined) fields.push('handlingTypeId');
  if (fields.length === 0) return;
  await requireVersion(tx, context, ticket, args.expectedVersion, fields);
  await requireAllowed(tx, context, ticket, 'edit');
}

/** An answer, a hold and a comment say something; an internal resolution says why. */
export function requireContent({ action, reason }: Pick<ProcessArgs, 'action' | 'reason'>, body: Body): void {
  if (action === 'internal') {
    if (!reason) throw invalid('reason', 'required', 'A reason is needed');
    return;
  }
  if (body.text.trim() === '' && !body.html.includes('<img')) throw invalid('html', 'required', 'A text is needed');
}

/** The name of the handling type that counts after this step, or null. */
async function requireHandlingType(
  tx: Tx,
  context: AgentContext,
  { action, handlingTypeId }: ProcessArgs,
  ticket: TicketRecord,
): Promise<string | null> {
  const id = handlingTypeId === undefined ? ticket.handlingTypeId : handlingTypeId;
  if (id === null) {
    const service = await findService(tx, serviceOf(context));
    if (service && needsHandlingType(action, service))
      throw invalid('handlingTypeId', 'required', 'A handling type is needed');
    return null;
  }
  return requireKnownType(tx, context, id);
}

/** Refuses to finish a ticket whose fields for agents are not filled in; names each of them. */
async function requireOwnFields(
  tx: Tx,
  context: AgentContext,
  action: ProcessArgs['action'],
  ticket: TicketRecord,
): Promise<void> {
  const codes = unfilledFields(action, await readFields(tx, context), ticket);
  if (codes.length === 0) return;
  const fields = codes.map((code) => ({
    field: ownName(code),
    code: 'required',
    message: 'This field must be filled in',
  }));
  throw new Refusal(400, 'invalid', 'Invalid request', { fields });
}

export async function requireKnownType(tx: Tx, context: AgentContext, handlingTypeId: number): Promise<string> {
  const [type] = await tx
    .select({ name: handlingTypes.name })
    .from(handlingTypes)
    .where(and(eq(handlingTypes.serviceId, serviceOf(context)), eq(handlingTypes.handlingTypeId, handlingTypeId)));
  if (!type) throw invalid('handlingTypeId', 'unknown', 'There is no such handling type');
  return type.name;
}

/** What was chosen in this step, kept with the entry as it was then. */
function valuesOf(args: ProcessArgs, typeName: string | null): Record<string, FieldValue> {
  return {
    ...args.values,
    ...(args.handlingTypeId !== undefined && typeName !== null && { handlingType: typeName }),
    ...(args.priority && { priority: args.priority }),
  };
}

/** Queues the customer's mail where the rules ask for one and there is an address. */
async function mailFor(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  { action, values }: ProcessArgs,
  { entryId, body, copy }: { readonly entryId: number; readonly body: Body; readonly copy: MaskedCopy | null },
): Promise<boolean> {
  const { mail } = await composeAnswer(tx, context, ticket, action, body);
  // Whether one goes was another answer when the vault got it.
  if (copy && (mail === null) !== (copy.mailSeal === null))
    throw await conflict(tx, context, ticket.ticketId, 'version_conflict');
  if (!mail) return false;
  const { to, subject } = mail;
  const html = mailDocument(mail.body, ticket.language);
  const author = context.session.agent.usercode;
  const { ticketId } = ticket;
  const former = stepBack(ticket, values);
  const outgoing = { ticketId, entryId, to, subject, html, text: mailText(mail.body), author, former };
  await queueMail(tx, context, copy ? coveredMail(outgoing, copy) : outgoing);
  return true;
}

/** What the ticket returns to when the mail of this step is taken back. */
function stepBack(ticket: TicketRecord, values: ProcessArgs['values']): StepBack {
  const { status, resolution, reason, resolvedAt, resolvedBy } = ticket;
  const { guidanceText, guidanceBy, guidanceAt, guidanceLinkedId } = ticket;
  const version = ticket.version + 1;
  const guidance = { guidanceText, guidanceBy, guidanceAt, guidanceLinkedId };
  const chosen = { priority: ticket.priority, handlingTypeId: ticket.handlingTypeId, values: values ?? {} };
  return { version, status, resolution, reason, resolvedAt, resolvedBy, ...guidance, ...chosen };
}

function changeOf(
  context: AgentContext,
  ticket: TicketRecord,
  args: ProcessArgs,
  { to, effects }: Allowed,
  mailed: boolean,
): Change {
  const set: Change['set'] = {};
  const changed = ['history'];
  const touches: Aspect[] = [];
  if (to !== 'same' && to !== 'gone') {
    set.status = statusAfter(to, ticket.status, null);
    changed.push('status');
    touches.push('status');
  }
  if (effects.includes('spam_on')) {
    set.spam = true;
    set.former = formerOf(ticket);
    changed.push('spam');
  }
  if (set.status === 'resolved') {
    set.resolution = effects.includes('resolution_internal') ? 'internal' : 'customer';
    set.reason = effects.includes('resolution_internal') ? args.reason : null;
    set.resolvedAt = context.now;
    set.resolvedBy = context.session.agent.usercode;
  }
  if (mailed && effects.includes('guidance_done') && ticket.guidanceAt !== null) {
    Object.assign(set, noGuidance);
    changed.push('guidance');
  }
  if (args.priority && args.priority !== ticket.priority) {
    set.priority = args.priority;
    changed.push('priority');
    touches.push('priority');
  }
  if (args.handlingTypeId !== undefined && args.handlingTypeId !== ticket.handlingTypeId) {
    set.handlingTypeId = args.handlingTypeId;
    changed.push('handlingTypeId');
    touches.push('handlingTypeId');
  }
  return { set, changed, touches, actor: actorOf(context), log: logOf(args, ticket, effects) };
}

const loggedAs = { resolve: 'resolved', hold: 'held', comment: 'commented', internal: 'resolved_internally' } as const;

function logOf(args: ProcessArgs, ticket: TicketRecord, effects: Allowed['effects']): Change['log'] {
  if (!effects.includes('event')) return [];
  const reason: EventData = args.action === 'internal' ? { reason: args.reason ?? null } : {};
  return [{ kind: loggedAs[args.action], data: { from: ticket.status, ...reason } }];
}

/** What a restored ticket returns to. */
function formerOf(ticket: TicketRecord): NonNullable<TicketRecord['former']> {
  const { status, assignee, groupId, resolution, reason, resolvedAt, resolvedBy } = ticket;
  return { status, assignee, groupId, resolution, reason, resolvedAt, resolvedBy };
}
