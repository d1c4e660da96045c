import type { FieldDefinition } from '../../../../src/domain/fields.js';
import type { Ticket } from '../../../../src/domain/types.js';
import { maxTransferSubject, type IssueTransfer } from '../../../../src/domain/transfer.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { issueTransfers } from '../../db/schema.js';
import { invalid, Refusal, type FieldProblem } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext, type ServiceContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { withCopies } from '../file-copies.js';
import { styledHtml } from '../mail/inline-styles.js';
import { guessLanguage } from '../mail/language.js';
import { readFields } from '../fields.js';
import type { OutgoingCover } from '../masks/outgoing.js';
import { changeTicket } from '../tickets/change.js';
import { createTicket } from '../tickets/create.js';
import { endDraft } from '../tickets/drafts.js';
import { categoryProblems } from '../tickets/edit.js';
import { checkNew, filesIn, ownName, storedFields, type FieldStep, type FieldValues } from '../tickets/field-edit.js';
import { actorOf, requireAllowed, requireVersion } from '../tickets/gate.js';
import { loadTicket, lockTicket } from '../tickets/load.js';
import { newTicketId } from '../tickets/ticket-id.js';
import { filesToCarry, numbersOf, storeCarried } from './carried-files.js';
import { bylineOf, inService, targetsOf, type Target } from './partner.js';

export interface IssueTransferArgs extends IssueTransfer {
  readonly ticketId: string;
  /** The version that the agent saw. */
  readonly version?: number | undefined;
}

/** What a transfer needs beside the database. */
export interface TransferTools {
  readonly cipher: FieldCipher;
  /** What is masked in the ticket does not leave it. */
  readonly cover: OutgoingCover;
}

/**
 * Makes a ticket at an issue service of what the dialog holds, and links the two. One transaction over both services:
 * either both tickets say so or neither.
 */
export async function transferToIssue(
  tx: Tx,
  context: AgentContext,
  args: IssueTransferArgs,
  tools: TransferTools,
): Promise<Ticket> {
  const { ticketId, version } = args;
  const ticket = await lockTicket(tx, context, ticketId);
  if (version !== undefined) await requireVersion(tx, context, ticket, version);
  await requireAllowed(tx, context, ticket, 'transfer_issue');
  const target = (await targetsOf(tx)).find(({ serviceId }) => serviceId === args.service);
  if (!target) throw invalid('service', 'unknown', 'No service of this organisation that takes tickets');
  const linkedId = await hand(tx, context, args, target, tools);
  const actor = actorOf(context);
  const { now: at } = context;
  await tx.insert(issueTransfers).values({
    serviceId: serviceOf(context),
    ticketId,
    linkedService: target.serviceId,
    linkedName: target.name,
    linkedId,
    at,
    by: actor.usercode,
  });
  await changeTicket(tx, context, ticket, {
    set: {
      status: 'issue_transferred',
      transferKind: 'issue',
      transferLinkedId: linkedId,
      transferTaskId: null,
      transferTo: target.name,
      transferUrl: null,
      transferState: 'sent',
      transferProblem: null,
      transferAt: at,
      transferBy: actor.usercode,
      transferByName: actor.name,
    },
    changed: ['status', 'transfer'],
    touches: ['status'],
    actor,
    log: [{ kind: 'issue_transferred', data: { from: ticket.status, to: target.name, linked: linkedId } }],
  });
  await audit(tx, context, { kind: 'issue_transferred', ticketId, data: { to: target.name, linked: linkedId } });
  await endDraft(tx, context, { ticketId, kind: 'issue' });
  return loadTicket(tx, context, ticketId);
}

/** Makes the ticket there, and answers with its number. Nothing of the own one goes along but what the dialog holds. */
async function hand(
  tx: Tx,
  context: AgentContext,
  args: IssueTransferArgs,
  target: Target,
  { cipher, cover }: TransferTools,
): Promise<string> {
  const { categoryId, fields, ticketId: ownId } = args;
  const written = answerBody(args.content);
  const subject = safeName(args.subject);
  const problems = textProblems(subject, written);
  const offered = await offeredFields(tx, context, target);
  const chosen = filesOfFields(offered, fields);
  const files = await filesToCarry(tx, context, {
    ids: [...args.attachments, ...chosen],
    html: written.html,
    ticketId: ownId,
    nameOf: cover.nameOf,
  });
  const numbers = numbersOf(files);
  const body = files.length > 0 ? answerBody(withCopies(styledHtml(written), numbers)) : written;
  return inService(tx, context, target.serviceId, async (inner, partner) => {
    const values = renumbered(covered(fields, offered, cover), numbers);
    const steps = await checked(inner, partner, { categoryId, fields: values, offered }, problems);
    const ticketId = newTicketId(partner.now);
    const inFields = new Set(chosen);
    const ofText = await storeCarried(
      inner,
      partner,
      files.filter(({ from }) => !inFields.has(from)),
    );
    await createTicket(inner, partner, {
      ticketId,
      channel: 'issue',
      subject,
      body,
      customer: null,
      author: { role: 'agent', usercode: null, name: bylineOf(context) },
      language: guessLanguage(`${subject}\n${body.text}`, partner.service),
      categoryId,
      fields: await storedFields(partner, { ticketId, fields: {} }, steps, cipher),
      origin: { originService: serviceOf(context), originName: context.session.service.name, originTicketId: ownId },
      attachmentIds: ofText,
    });
    await storeCarried(
      inner,
      partner,
      files.filter(({ from }) => inFields.has(from)),
      { ticketId },
    );
    const data = { from: context.session.service.name, origin: ownId };
    await audit(inner, partner, { kind: 'transfer_received', ticketId, data });
    return ticketId;
  });
}

/** The fields that another service offers here, by code: those that its agents fill in are its own business. */
type Offered = ReadonlyMap<string, FieldDefinition>;

async function offeredFields(tx: Tx, context: AgentContext, target: Target): Promise<Offered> {
  const fields = await inService(tx, context, target.serviceId, readFields);
  return new Map(fields.filter(({ owner }) => owner === 'customer').map((field) => [field.code, field]));
}

function onlyOffered(values: FieldValues, offered: Offered): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([code]) => offered.has(code)));
}

function strangersIn(values: FieldValues, offered: Offered): FieldProblem[] {
  return Object.keys(values)
    .filter((code) => !offered.has(code))
    .map((code) => ({ field: ownName(code), code: 'unknown', message: 'There is no such field' }));
}

function filesOfFields(offered: Offered, values: FieldValues): readonly string[] {
  return Object.entries(values).flatMap(([code, value]) => (offered.get(code)?.type === 'file' ? filesIn(value) : []));
}

/** Values with asterisks for what is masked, where somebody wrote them. */
function covered(values: FieldValues, offered: Offered, cover: OutgoingCover): FieldValues {
  const isWritten = (code: string): boolean => ['text', 'textarea'].includes(offered.get(code)?.type ?? '');
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => {
      return [code, typeof value === 'string' && isWritten(code) ? cover.text(value) : value];
    }),
  );
}

/** Values that name files, by the numbers that these have there. */
function renumbered(values: FieldValues, numbers: ReadonlyMap<string, string>): FieldValues {
  const renumber = (one: string) => numbers.get(one) ?? one;
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => {
      if (typeof value === 'string') return [code, renumber(value)];
      return [code, Array.isArray(value) ? (value as readonly string[]).map(renumber) : value];
    }),
  );
}

function textProblems(subject: string, body: { readonly text: string; readonly html: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const needs = (field: string, message: string) => problems.push({ field, code: 'required', message });
  if (subject === '') needs('subject', 'A subject is needed');
  else if ([...subject].length > maxTransferSubject)
    problems.push({ field: 'subject', code: 'length', message: `At most ${maxTransferSubject} characters` });
  if (body.text.trim() === '' && !body.html.includes('<img')) needs('content', 'A text is needed');
  return problems;
}

/** Every problem at once: somebody has filled in a whole form. */
async function checked(
  tx: Tx,
  partner: ServiceContext,
  { categoryId, fields, offered }: Pick<IssueTransfer, 'categoryId' | 'fields'> & { readonly offered: Offered },
  told: readonly FieldProblem[],
): Promise<readonly FieldStep[]> {
  const ofCategory = await categoryProblems(tx, partner, categoryId);
  // What a ticket of no known type has says nothing.
  const own =
    ofCategory.length > 0
      ? { steps: [], problems: [] }
      : await checkNew(tx, partner, categoryId, onlyOffered(fields, offered));
  const problems = [...told, ...ofCategory, ...strangersIn(fields, offered), ...own.problems];
  if (problems.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields: problems });
  return own.steps;
}
