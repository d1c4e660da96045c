import { eq, and } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { customers } from '../../db/schema.js';
import { OpenFailure } from '../../http/open-envelope.js';
import { notFound } from '../../refusal.js';
import { serviceOf, type ServiceContext } from '../context.js';
import { lockTicket } from '../tickets/load.js';
import { customerWrites } from '../tickets/reinquiry.js';
import { placeInside } from './files.js';
import { checkFiles } from './inquiry-check.js';
import { findMemberTicket, toldEntry, type OpenEntry } from './member-tickets.js';
import { validationFailure, type InquiryProblem } from './problems.js';
import { readWritten } from './text.js';
import { readToldEntries } from './told-entries.js';
import { toldLanguage } from './told-language.js';

export interface AgainArgs {
  readonly usercode: string;
  readonly ticketId: string;
  readonly comment: unknown;
  /** Ids of files, joined with commas. */
  readonly attachments?: string | undefined;
  readonly language?: string | undefined;
}

function refused(objectName: string, validate: InquiryProblem['validate'], rejectValue: unknown): OpenFailure {
  return validationFailure([{ objectName, validate, rejectValue }], new Map([['attachment', 9]]));
}

async function nameOf(tx: Tx, context: ServiceContext, customerId: number | null): Promise<string> {
  if (customerId === null) return '';
  const [row] = await tx
    .select({ name: customers.name })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.customerId, customerId)));
  return row?.name ?? '';
}

/**
 * A member writes again: what was held or resolved is in work again, as when he answers a mail. A completed ticket takes
 * nothing more.
 */
export async function inquireAgain(tx: Tx, context: ServiceContext, args: AgainArgs): Promise<OpenEntry> {
  const { ticketId, comment } = args;
  await findMemberTicket(tx, context, args);
  const body = readWritten(serviceOf(context), comment);
  if (typeof body === 'string') throw refused('comment', body, comment);
  const ticket = await lockTicket(tx, context, ticketId);
  // What agents meanwhile found to be spam is not there for its sender.
  if (ticket.spam) throw notFound();
  if (ticket.status === 'completed') throw new OpenFailure(400, 'The ticket is closed: nothing can be added to it.');
  const ids = [...new Set((args.attachments ?? '').split(',').filter(Boolean))];
  const files = await checkFiles(tx, context, { ids, html: body.html, sent: args.attachments });
  if (files.problems.length > 0) throw validationFailure(files.problems, new Map([['attachment', 9]]));
  await placeInside(tx, context, files.inside);
  const { entryId } = await customerWrites(tx, context, {
    ticketId,
    body,
    author: { name: await nameOf(tx, context, ticket.customerId) },
    channel: ticket.channel,
    attachmentIds: [...files.beside, ...files.inside],
  });
  const entries = await readToldEntries(tx, context, ticketId);
  const added = entries.find(({ id }) => id === entryId);
  if (!added) throw new Error('What was just written is there');
  return toldEntry(context, added, toldLanguage(context, args.language));
}
