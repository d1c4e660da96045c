import { and, eq } from 'drizzle-orm';
import type { NewTicketIntent } from '../../../../src/domain/create.js';
import type { Body, Group, Ticket } from '../../../../src/domain/types.js';
import { safeName } from '../../../../src/util/safe-name.js';
import type { Tx } from '../../db/database.js';
import { groups, readMarks } from '../../db/schema.js';
import { invalid, Refusal, type FieldProblem } from '../../refusal.js';
import { answerBody } from '../answer-mail.js';
import { serviceOf, type AgentContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { guessLanguage } from '../mail/language.js';
import { takeUploads } from '../text-files.js';
import { takeFieldFiles } from '../uploads.js';
import { claimTicket, forwardTicket } from './assign.js';
import { createTicket } from './create.js';
import { readCustomer } from './customer-edit.js';
import { categoryProblems } from './edit.js';
import { checkNew, filesIn, ownName, storedFields, type FieldStep } from './field-edit.js';
import { actorOf } from './gate.js';
import { loadTicket } from './load.js';
import { newTicketId } from './ticket-id.js';

const longestSubject = 255;

type Told = ReturnType<typeof readCustomer>;

/** Makes a ticket that an agent wrote down, and hands it to whom it names. */
export async function createByHand(
  tx: Tx,
  context: AgentContext,
  intent: NewTicketIntent,
  cipher: FieldCipher,
): Promise<Ticket> {
  const body = answerBody(intent.html);
  const { customer, steps } = await checked(tx, context, intent, body);
  const group = await groupOf(tx, context, intent);
  const ticketId = newTicketId(context.now);
  const subject = safeName(intent.subject);
  await createTicket(tx, context, {
    ticketId,
    channel: 'manual',
    subject,
    body,
    customer,
    language: guessLanguage(`${subject}\n${body.text}`, context.session.service),
    priority: intent.priority,
    categoryId: intent.categoryId,
    group,
    fields: await storedFields(context, { ticketId, fields: {} }, steps, cipher),
    creator: actorOf(context),
    answerTo: customer.email,
    attachmentIds: await takeUploads(tx, context, { ids: intent.attachmentIds, html: body.html }),
    taken: intent.assignee !== undefined,
  });
  await takeFiles(tx, context, ticketId, steps);
  if (intent.assignee !== undefined && group) await handOver(tx, context, ticketId, intent.assignee, group);
  return seen(tx, context, ticketId);
}

/** Every problem at once: somebody has filled in a whole form. */
async function checked(
  tx: Tx,
  context: AgentContext,
  intent: NewTicketIntent,
  body: Body,
): Promise<{ readonly customer: Told; readonly steps: readonly FieldStep[] }> {
  const problems: FieldProblem[] = await categoryProblems(tx, context, intent.categoryId);
  const needs = (field: string, message: string) => problems.push({ field, code: 'required', message });
  if (safeName(intent.subject) === '') needs('subject', 'A subject is needed');
  else if ([...intent.subject].length > longestSubject)
    problems.push({ field: 'subject', code: 'length', message: `At most ${longestSubject} characters` });
  if (body.text.trim() === '' && !body.html.includes('<img')) needs('html', 'A text is needed');
  const customer = customerOf(intent, problems);
  // What a ticket of no known type has says nothing.
  const fields = problems.some(({ field }) => field === 'categoryId')
    ? { steps: [], problems: [] }
    : await checkNew(tx, context, intent.categoryId, intent.fields);
  problems.push(...fields.problems);
  if (problems.length > 0) throw new Refusal(400, 'invalid', 'Invalid request', { fields: problems });
  return { customer, steps: fields.steps };
}

function customerOf({ endUser }: NewTicketIntent, problems: FieldProblem[]): Told {
  try {
    const customer = readCustomer(endUser, 'endUser');
    if (Object.values(customer).some(Boolean)) return customer;
    problems.push({ field: 'endUser.name', code: 'required', message: 'Whose ticket it is must be told' });
  } catch (error) {
    if (!(error instanceof Refusal) || !error.fields) throw error;
    problems.push(...error.fields);
  }
  return {};
}

async function groupOf(tx: Tx, context: AgentContext, { groupId, assignee }: NewTicketIntent): Promise<Group | null> {
  if (groupId === undefined) {
    if (assignee !== undefined) throw invalid('groupId', 'required', 'An assignee has the ticket in a group');
    return null;
  }
  const [group] = await tx
    .select({ groupId: groups.groupId, name: groups.name })
    .from(groups)
    .where(and(eq(groups.serviceId, serviceOf(context)), eq(groups.groupId, groupId)));
  if (!group) throw invalid('groupId', 'unknown', 'There is no such group');
  return group;
}

async function takeFiles(tx: Tx, context: AgentContext, ticketId: string, steps: readonly FieldStep[]): Promise<void> {
  for (const { definition, after } of steps) {
    if (definition.type !== 'file') continue;
    await takeFieldFiles(tx, context, ticketId, ownName(definition.code), { was: [], now: filesIn(after) });
  }
}

/** The ticket is made and handed over in one step: as a claim to oneself, else by the right to forward. */
async function handOver(
  tx: Tx,
  context: AgentContext,
  ticketId: string,
  usercode: string,
  { groupId }: Group,
): Promise<void> {
  const ticket = { ticketId, expectedVersion: 1, groupId };
  if (usercode === context.session.agent.usercode) {
    await claimTicket(tx, context, ticket);
    return;
  }
  try {
    await forwardTicket(tx, context, { ...ticket, usercode });
  } catch (error) {
    if (!(error instanceof Refusal) || !error.fields) throw error;
    // The agent has another name here.
    const fields = error.fields.map((one) => (one.field === 'usercode' ? { ...one, field: 'assignee' } : one));
    throw new Refusal(error.status, error.code, error.message, { fields });
  }
}

/** Who made it has seen it. */
async function seen(tx: Tx, context: AgentContext, ticketId: string): Promise<Ticket> {
  const ticket = await loadTicket(tx, context, ticketId);
  const { version } = ticket;
  const { usercode } = context.session.agent;
  await tx.insert(readMarks).values({ serviceId: serviceOf(context), ticketId, usercode, version, at: context.now });
  return { ...ticket, unread: false };
}
