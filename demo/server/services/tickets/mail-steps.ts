import { and, eq } from 'drizzle-orm';
import { standsAs } from '../../../../src/domain/permissions.js';
import { statusAfter } from '../../../../src/domain/rules.js';
import type { Ticket } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { mails, messages, type StepBack } from '../../db/schema.js';
import { notFound, Refusal } from '../../refusal.js';
import type { SealRef } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { copyUploads, withCopies } from '../file-copies.js';
import { styledHtml } from '../mail/inline-styles.js';
import { oblige } from '../masks/entry.js';
import { mailSeal } from '../masks/mail-copies.js';
import { enqueueAgain } from '../outbox.js';
import { isAnswered } from '../transfer/answer-back.js';
import { tellGuided } from '../transfer/guidance.js';
import { changeTicket } from './change.js';
import { reviveDraft } from './drafts.js';
import { actorOf, conflict, requireAllowed } from './gate.js';
import { loadTicket, lockTicket } from './load.js';
import { assigneeOf, type TicketRecord } from './wire.js';

export interface MailArgs {
  readonly ticketId: string;
  readonly mailId: string;
}

export interface UndoArgs extends MailArgs {
  /** The answer as it was written, where the stored one was masked from the beginning. */
  readonly answer?: string | undefined;
}

type MailRow = typeof mails.$inferSelect;

/** The mail, held until the transaction ends: a worker that wants to send it waits, and so does whoever takes it back. */
async function lockMail(tx: Tx, context: AgentContext, { ticketId, mailId }: MailArgs): Promise<MailRow> {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.serviceId, serviceOf(context)), eq(mails.ticketId, ticketId), eq(mails.mailId, mailId)))
    .for('update');
  if (!mail) throw notFound();
  return mail;
}

async function setMail(tx: Tx, context: AgentContext, mailId: string, set: Partial<MailRow>): Promise<void> {
  await tx
    .update(mails)
    .set(set)
    .where(and(eq(mails.serviceId, serviceOf(context)), eq(mails.mailId, mailId)));
}

/**
 * Takes a mail back that has not left yet. The ticket is what it was before that step, and the text is a draft again; the
 * entry stays, so that nobody wonders what was read meanwhile.
 */
export async function undoMail(tx: Tx, context: AgentContext, args: UndoArgs): Promise<Ticket> {
  const { ticketId } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  const mail = await lockMail(tx, context, args);
  const author = mail.author ?? '';
  if (mail.state === 'withdrawn' && author === context.session.agent.usercode) return loadTicket(tx, context, ticketId);
  const { former } = mail;
  const isLatest = former !== null && (ticket.touched.status ?? 0) <= former.version;
  const isOpen = mail.state === 'queued' && mail.startedAt === null && (mail.until ?? 0) > context.now;
  const open = isOpen && isLatest;
  const answer = await requireAllowed(tx, context, ticket, 'undo_mail', { mail: { author, open } });
  if (!former || answer.to === 'gone') throw await conflict(tx, context, ticketId, 'mail_gone');
  const { status: before, resolution, reason, resolvedAt, resolvedBy } = former;
  const { guidanceText, guidanceBy, guidanceAt, guidanceLinkedId = null } = former;
  // An answer that came meanwhile is what the ticket waited for.
  const awaited = before === 'issue_transferred' && (await isAnswered(tx, ticket)) ? 'issue_answered' : before;
  const status = statusAfter(answer.to, ticket.status, awaited);
  // Somebody may have asked for guidance anew.
  const isAskedAgain = ticket.guidanceAt === null && guidanceAt !== null;
  const guidance = isAskedAgain ? { guidanceText, guidanceBy, guidanceAt, guidanceLinkedId } : {};
  const chosen = chosenBefore(ticket, former);
  const fields = Object.keys(chosen) as (keyof typeof chosen)[];
  await setMail(tx, context, mail.mailId, { state: 'withdrawn', until: null, sealId: null });
  if (mail.sealId) await oblige(tx, context, 'remove', [mail.sealId]);
  await changeTicket(tx, context, ticket, {
    set: { status, resolution, reason, resolvedAt, resolvedBy, ...guidance, ...chosen },
    changed: ['history', 'status', 'guidance', ...fields],
    touches: ['status', ...fields],
    actor: actorOf(context),
    log: [{ kind: 'mail_withdrawn', data: { from: ticket.status, to: status } }],
  });
  if (isAskedAgain) await tellGuided(tx, context, { ticketId, guidanceAt, guidanceLinkedId }, null);
  await bringBack(tx, context, mail, args.answer);
  return loadTicket(tx, context, ticketId);
}

/** The priority and the handling type that the step changed, as they were; nobody changed them since. */
function chosenBefore(ticket: TicketRecord, former: StepBack): Pick<StepBack, 'priority' | 'handlingTypeId'> {
  const { priority, handlingTypeId, version } = former;
  const isOfStep = (field: 'priority' | 'handlingTypeId') => ticket.touched[field] === version;
  return {
    ...(priority !== undefined && isOfStep('priority') && { priority }),
    ...(handlingTypeId !== undefined && isOfStep('handlingTypeId') && { handlingTypeId }),
  };
}

/** Makes the text of an entry the draft of its author again, with copies of its files. */
async function bringBack(
  tx: Tx,
  context: AgentContext,
  { ticketId, entryId, former }: MailRow,
  answer: string | undefined,
): Promise<void> {
  const [entry] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.serviceId, serviceOf(context)), eq(messages.id, entryId)));
  if (!entry || !former) return;
  const copies = await copyUploads(tx, context, entryId);
  const html = withCopies(answer ?? styledHtml(entry), copies);
  const action = entry.kind === 'hold' ? 'hold' : 'resolve';
  const { values = {} } = former;
  await reviveDraft(tx, context, ticketId, { html, action, values, attachmentIds: [...copies.values()] });
}

/** Where the vault has a mail that may be taken back; null where it stands in the ticket. */
export async function findMailSeal(
  tx: Tx,
  context: AgentContext,
  { ticketId, mailId }: MailArgs,
): Promise<SealRef | null> {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.serviceId, serviceOf(context)), eq(mails.ticketId, ticketId), eq(mails.mailId, mailId)));
  return mail?.author === context.session.agent.usercode ? mailSeal(mail) : null;
}

/** Sends a mail once more that failed. Where it may have left before, the agent knows, for its state says so. */
export async function retryMail(tx: Tx, context: AgentContext, args: MailArgs): Promise<Ticket> {
  const { ticketId } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  const mail = await lockMail(tx, context, args);
  const { agent } = context.session;
  const state = { status: ticket.status, spam: ticket.spam, assignee: assigneeOf(ticket) };
  if (mail.author !== agent.usercode && !standsAs('assignee', state, agent))
    throw new Refusal(403, 'not_assignee', 'Not permitted');
  if (mail.state !== 'failed') throw await conflict(tx, context, ticketId, 'mail_gone');
  await setMail(tx, context, mail.mailId, {
    state: 'queued',
    until: null,
    startedAt: null,
    answer: null,
    triedSince: context.now,
  });
  await enqueueAgain(tx, context, 'mail', mail.mailId);
  await changeTicket(tx, context, ticket, {
    set: {},
    changed: ['history'],
    actor: actorOf(context),
    // Whose address it was stands with the entry.
    log: [{ kind: 'mail_retried', data: { mailId: mail.mailId } }],
    moves: false,
  });
  return loadTicket(tx, context, ticketId);
}
