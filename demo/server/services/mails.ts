import { and, desc, eq, not, sql } from 'drizzle-orm';
import type { MailState } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { mails, mailThreads, type StepBack } from '../db/schema.js';
import { randomHex } from '../random.js';
import { findService, serviceOf, type AgentContext, type ServiceContext, type ServiceRow } from './context.js';
import { enqueue } from './outbox.js';

export interface OutgoingMail {
  readonly ticketId: string;
  /** Entry of the history whose answer this is. */
  readonly entryId: number;
  readonly to: string;
  readonly subject: string;
  /** As it is sent, in the layout of the service. */
  readonly html: string;
  readonly text: string;
  /** Who may take it back, and what the ticket becomes then. */
  readonly author?: string;
  readonly former?: StepBack;
  /** Its number and where the vault has it, when what is stored of it was masked. */
  readonly mailId?: string;
  readonly sealId?: string;
}

/** References of one mail are cut to this many, the first and the latest. */
const maxReferences = 20;

/** The domain of our mails. */
export function domainOf(service: Pick<ServiceRow, 'mail'>): string {
  return service.mail.senderAddress.split('@').at(-1) ?? 'localhost';
}

/** The Message-ID of one of our mails, without angle brackets: the same whenever it is asked. */
export function messageIdOf(mailId: string, service: Pick<ServiceRow, 'mail'>): string {
  return `${mailId}@${domainOf(service)}`;
}

/** A mail of ours that was taken back or failed: the customer never saw it. */
const neverLeft = sql`exists (select 1 from ${mails} where ${mails.serviceId} = ${mailThreads.serviceId}
  and ${mails.ticketId} = ${mailThreads.ticketId} and ${mails.state} in ('withdrawn', 'failed')
  and ${mails.mailId} = split_part(${mailThreads.messageId}, '@', 1))`;

async function threadOf(tx: Tx, serviceId: string, ticketId: string): Promise<string[]> {
  const rows = await tx
    .select({ messageId: mailThreads.messageId })
    .from(mailThreads)
    .where(and(eq(mailThreads.serviceId, serviceId), eq(mailThreads.ticketId, ticketId), not(neverLeft)))
    .orderBy(desc(mailThreads.at))
    .limit(maxReferences);
  return rows.map((row) => row.messageId).reverse();
}

/** Queues one mail to the customer, sent when the undo window of the service has passed. */
export async function queueMail(
  tx: Tx,
  context: AgentContext | ServiceContext,
  mail: OutgoingMail,
): Promise<MailState> {
  const serviceId = serviceOf(context);
  const service = await findService(tx, serviceId);
  if (!service) throw new Error('A mail needs its service');
  const { mailId = randomHex(16) } = mail;
  const messageId = messageIdOf(mailId, service);
  const thread = await threadOf(tx, serviceId, mail.ticketId);
  const headers: Record<string, string> = { 'Message-ID': `<${messageId}>` };
  const last = thread.at(-1);
  if (last) {
    headers['In-Reply-To'] = `<${last}>`;
    headers['References'] = thread.map((id) => `<${id}>`).join(' ');
  }
  const until = context.now + service.undoSeconds * 1000;
  await tx.insert(mails).values({
    serviceId,
    ...mail,
    mailId,
    headers,
    state: 'queued',
    until,
    createdAt: context.now,
  });
  await tx.insert(mailThreads).values({ serviceId, messageId, ticketId: mail.ticketId, at: context.now });
  await enqueue(tx, context, { kind: 'mail', key: mailId, dueAt: until });
  return { mailId, to: mail.to, state: 'queued', until, answer: null };
}
