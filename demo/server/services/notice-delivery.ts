import { and, eq, sql } from 'drizzle-orm';
import { unknownOutcome } from '../../../src/domain/outcomes.js';
import { mailTextToHtml } from '../../../src/util/text-html.js';
import type { Database, Tx } from '../db/database.js';
import { outbox, tickets } from '../db/schema.js';
import { MailFailure, type MailPort, type MailToSend } from '../ports/mail.js';
import { senderOf } from './answer-mail.js';
import { findService, publicService } from './context.js';
import { attempt, patience, type Delivery } from './mail-delivery.js';
import { messageIdOf } from './mails.js';
import type { StoredEntry } from './outbox.js';
import { hex } from '../random.js';
import { changeTicket } from './tickets/change.js';

interface NoticePayload {
  readonly ticketId: string;
  readonly trigger: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Set before it leaves. */
  readonly startedAt?: number;
}

/** The same whenever it is asked, so that a reader who gets it twice sees it once. */
async function mailIdOf({ serviceId, key }: StoredEntry): Promise<string> {
  const bytes = new TextEncoder().encode(`${serviceId}/notice/${key}`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 16));
}

async function mark(tx: Tx, { serviceId, id }: StoredEntry, startedAt: number | null): Promise<void> {
  const payload = sql`${outbox.payload} || jsonb_build_object('startedAt', ${startedAt}::bigint)`;
  await tx
    .update(outbox)
    .set({ payload })
    .where(and(eq(outbox.serviceId, serviceId), eq(outbox.id, id)));
}

async function begin(tx: Tx, entry: StoredEntry, now: number): Promise<MailToSend | undefined> {
  const { ticketId, to, subject, text } = entry.payload as unknown as NoticePayload;
  const service = await findService(tx, entry.serviceId);
  const [ticket] = await tx
    .select({ language: tickets.language })
    .from(tickets)
    .where(and(eq(tickets.serviceId, entry.serviceId), eq(tickets.ticketId, ticketId)));
  if (!service || !ticket) return undefined;
  await mark(tx, entry, now);
  const mailId = await mailIdOf(entry);
  return {
    mailId,
    from: senderOf(service, ticket.language),
    to,
    subject,
    html: mailTextToHtml(text),
    text,
    // Nobody answers a machine: neither absence notes nor another desk.
    headers: {
      'Message-ID': `<${messageIdOf(mailId, service)}>`,
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    date: entry.createdAt,
    files: [],
  };
}

/** The end of something that a trigger asked for and that did not happen: the ticket tells it. */
export function failure(
  { serviceId, payload }: StoredEntry,
  kind: 'notice_failed' | 'callback_failed',
  answer: string,
  now: number,
): Delivery {
  const { ticketId, trigger } = payload as unknown as NoticePayload;
  const tell = async (tx: Tx): Promise<void> => {
    const one = and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId));
    const [ticket] = await tx.select().from(tickets).where(one).for('update');
    const service = await findService(tx, serviceId);
    if (!ticket || !service) return;
    const context = { service: publicService(service), now, client: 'worker' };
    const log = [{ kind, data: { trigger, answer } }];
    await changeTicket(tx, context, ticket, { set: {}, changed: ['history'], actor: null, log, moves: false });
  };
  return { outcome: 'failed', answer, tell };
}

/** Sends a notice of a trigger. One that may have left is not sent again. */
export async function deliverNotice(
  database: Database,
  port: MailPort,
  entry: StoredEntry,
  now: () => number,
): Promise<Delivery> {
  const scope = { serviceId: entry.serviceId };
  const { startedAt } = entry.payload as unknown as NoticePayload;
  const fail = (answer: string): Delivery => failure(entry, 'notice_failed', answer, now());
  if (startedAt && !port.repeatable) return fail(unknownOutcome());
  const mail = await database.transaction(scope, (tx) => begin(tx, entry, now()));
  if (!mail) return { outcome: 'done', answer: null };
  const result = await attempt(port, mail);
  if (!(result instanceof MailFailure)) return { outcome: 'done', answer: result.answer };
  const again = result.outcome === 'later' || (result.outcome === 'unknown' && port.repeatable);
  if (!again || now() - entry.createdAt > patience) return fail(result.message);
  await database.transaction(scope, (tx) => mark(tx, entry, null));
  return { outcome: 'later', answer: result.message };
}
