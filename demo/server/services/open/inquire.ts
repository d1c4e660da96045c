import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import type { ServiceContext } from '../context.js';
import type { FieldCipher } from '../field-cipher.js';
import { createTicket } from '../tickets/create.js';
import { filesIn, storedFields } from '../tickets/field-edit.js';
import { newTicketId } from '../tickets/ticket-id.js';
import { placeInside, takeForField } from './files.js';
import { checkInquiry, type SentInquiry } from './inquiry-check.js';
import { askingCustomer } from './member-customer.js';
import { countInquiry } from './spam-limits.js';
import { namedLanguage } from './told-language.js';

export interface InquireArgs {
  readonly inquiry: SentInquiry;
  /** Language that the call asks for beside the inquiry. */
  readonly language?: string | undefined;
  /** Address of the customer, where it is told. */
  readonly address: string | null;
}

/** Takes an inquiry in as any other way of asking does: known customers, triggers, live events. Answers its number. */
export async function inquire(
  tx: Tx,
  context: ServiceContext,
  { inquiry, language: asked, address }: InquireArgs,
  cipher: FieldCipher,
): Promise<{ readonly ticketId: string; readonly language: Language }> {
  const checked = await checkInquiry(tx, context, inquiry);
  const { categoryId, subject, body, endUser, beside, inside, types, source, steps } = checked;
  await countInquiry(tx, context, { address, memberCode: endUser.usercode });
  const named = typeof inquiry.language === 'string' ? namedLanguage(context.service, inquiry.language) : null;
  const language = named ?? namedLanguage(context.service, asked) ?? context.service.language;
  const ticketId = newTicketId(context.now);
  await placeInside(tx, context, inside);
  const stored = await storedFields(context, { ticketId, fields: {} }, steps, cipher);
  await createTicket(tx, context, {
    ticketId,
    channel: source,
    subject,
    body,
    ...(await askingCustomer(tx, context, endUser)),
    language,
    categoryId,
    fields: { ...types, ...stored },
    memberCode: endUser.usercode,
    attachmentIds: [...beside, ...inside],
  });
  for (const { definition, after } of steps)
    if (definition.type === 'file') await takeForField(tx, context, ticketId, filesIn(after));
  return { ticketId, language };
}
