import { and, eq } from 'drizzle-orm';
import { smsNumberProblem, type SmsProblem } from '../../../../src/domain/sms.js';
import type { Tx } from '../../db/database.js';
import { attachments, tickets } from '../../db/schema.js';
import { SmsFailure, type SmsToSend } from '../../ports/sms.js';
import { findService, type ServiceContext } from '../context.js';
import { inTime } from '../in-time.js';
import type { Delivery } from '../mail-delivery.js';
import type { StoredEntry } from '../outbox.js';
import { readEntries } from '../tickets/entries.js';
import { carrierPatience, contextOf, holdTicket, tell, write, type Progress, type SmsDeps } from './progress.js';
import { askReport } from './report.js';
import { lockSms, setSms, type SmsRow } from './rows.js';
import { numberOf, textOf } from './thread.js';

/** How long a message is tried before it is given up: a text message is for the same day. */
export const smsPatience = 6 * 3_600_000;

type Step =
  | { readonly is: 'over' }
  | { readonly is: 'failed'; readonly problem: SmsProblem }
  | { readonly is: 'begun'; readonly row: SmsRow; readonly sms: SmsToSend };

/**
 * Marks a message as being sent, in a transaction of its own before anything leaves: after a crash in between, the mark
 * says that nobody knows.
 */
async function begin(tx: Tx, { serviceId, key: smsId }: StoredEntry, deps: SmsDeps): Promise<Step> {
  const row = await lockSms(tx, serviceId, smsId);
  if (!row || (row.state !== 'reserved' && row.state !== 'sending')) return { is: 'over' };
  if (row.startedAt !== null && !deps.port?.repeatable) return { is: 'failed', problem: 'unknown' };
  const service = await findService(tx, serviceId);
  if (!service?.capabilities.sms || !deps.port) return { is: 'failed', problem: 'off' };
  const context = contextOf(service, deps.now());
  const hindrance = await hindranceNow(tx, context, row);
  // Where it may have left before, that is what is to be known.
  if (hindrance) return { is: 'failed', problem: row.startedAt === null ? hindrance : 'unknown' };
  const [entry] = await readEntries(tx, context, row.ticketId, { id: row.entryId });
  // What it said is not there any more.
  if (!entry || entry.masks.length > 0) return { is: 'failed', problem: 'masked' };
  const image = row.attachmentId === null ? null : await imageOf(tx, serviceId, row.attachmentId);
  if (image === undefined) return { is: 'failed', problem: 'no_image' };
  const begun = await setSms(tx, row, { state: 'sending', startedAt: deps.now() });
  if (row.state === 'reserved') await tell(tx, context, row.ticketId);
  const { kind, to } = row;
  return { is: 'begun', row: begun, sms: { smsId, serviceId, kind, to, text: textOf(entry), image } };
}

async function imageOf(
  tx: Tx,
  serviceId: string,
  attachmentId: string,
): Promise<NonNullable<SmsToSend['image']> | undefined> {
  const [file] = await tx
    .select({ fileName: attachments.fileName, content: attachments.content })
    .from(attachments)
    .where(and(eq(attachments.serviceId, serviceId), eq(attachments.attachmentId, attachmentId)));
  return file;
}

/** Why a message must not leave any more that waited, whether or not its number is still the one that was seen. */
async function hindranceNow(
  tx: Tx,
  context: ServiceContext,
  { ticketId, to, problem }: SmsRow,
): Promise<SmsProblem | null> {
  const [ticket] = await tx
    .select({ customerId: tickets.customerId, spam: tickets.spam })
    .from(tickets)
    .where(and(eq(tickets.serviceId, context.service.serviceId), eq(tickets.ticketId, ticketId)));
  if (!ticket || ticket.spam) return 'spam';
  if (problem === 'masked') return problem;
  const number = await numberOf(tx, context, ticket);
  return smsNumberProblem(number) ?? (digits(number) === digits(to) ? null : 'number_changed');
}

const digits = (number: string | null): string => number?.replace(/\D/g, '') ?? '';

/** Gives a message to the carrier, once. What became of it is asked apart. */
export async function deliverSms(deps: SmsDeps, entry: StoredEntry): Promise<Delivery> {
  const { database, port, now, patience = carrierPatience } = deps;
  const { serviceId, key: smsId } = entry;
  const sms = { serviceId, smsId };
  const end = (progress: Omit<Progress, 'now'>) =>
    database.transaction({ serviceId }, (tx) => write(tx, sms, { ...progress, now: now() }));
  const fail = async (problem: SmsProblem) => {
    await end({ set: { state: 'failed', problem }, from: ['reserved', 'sending'] });
    return { outcome: 'failed', answer: problem } as const;
  };
  const step = await database.transaction({ serviceId }, async (tx) => {
    await holdTicket(tx, sms);
    return begin(tx, entry, deps);
  });
  if (step.is === 'over') return { outcome: 'done', answer: null };
  if (step.is === 'failed') return fail(step.problem);
  try {
    if (port) await inTime(port.send(step.sms), patience);
  } catch (error) {
    const outcome = error instanceof SmsFailure ? error.outcome : 'unknown';
    if (outcome === 'refused') return fail('refused');
    const again = outcome === 'later' || port?.repeatable === true;
    if (!again) return fail('unknown');
    if (now() - step.row.triedSince > smsPatience) return fail(outcome === 'later' ? 'unreachable' : 'unknown');
    const { startedAt } = step.row;
    // Of one that perhaps left, the mark stays: the carrier knows it again.
    if (outcome === 'later') await end({ set: { startedAt: null }, from: ['sending'], startedAt });
    return { outcome: 'later', answer: null };
  }
  await end({
    set: { state: 'sent', sentAt: now(), problem: null },
    from: ['sending'],
    then: (tx, context) => askReport(tx, context, sms),
  });
  return { outcome: 'done', answer: null };
}
