import { and, eq } from 'drizzle-orm';
import type { MailPreview, NoMailReason } from '../../../src/domain/mail-preview.js';
import { mailFollows } from '../../../src/domain/processing.js';
import { replacementCodes } from '../../../src/domain/templates.js';
import type { Action, Body, Language } from '../../../src/domain/types.js';
import type { Tx } from '../db/database.js';
import { customers, tickets } from '../db/schema.js';
import { invalid, notFound } from '../refusal.js';
import { fillAnswer } from './answer-codes.js';
import { findService, serviceOf, type AgentContext, type ServiceRow } from './context.js';
import { forbiddenIn } from './forbidden.js';
import { shownFiles, styledHtml } from './mail/inline-styles.js';
import { codeValues, fillCodes } from './replacement.js';
import { sanitiseBody } from './sanitise.js';
import { requireFiles } from './text-files.js';
import type { TicketRecord } from './tickets/wire.js';

/** A mail as the customer gets it. */
export interface AnswerMail {
  readonly to: string;
  readonly subject: string;
  /** Ready to be shown. */
  readonly body: Body;
}

export type Composed =
  { readonly mail: AnswerMail; readonly why: null } | { readonly mail: null; readonly why: NoMailReason };

/** Who a mail is from, in the language of its ticket. */
export function senderOf({ mail }: Pick<ServiceRow, 'mail'>, language: Language): { name: string; address: string } {
  return { name: mail.senderNames?.[language] ?? mail.senderName, address: mail.senderAddress };
}

/** What an agent wrote, as it is stored: cleaned, with the files that it shows. Refused where something of it would be lost. */
export function answerBody(html: string): Body {
  const parts = shownFiles(html).map((attachmentId) => ({ attachmentId, contentId: attachmentId }));
  const body = sanitiseBody({ html, parts });
  if (body.notes.length > 0)
    throw invalid('html', 'too_big', 'The text is longer, or made of more parts, than can be kept');
  return body;
}

function layoutOf({ mail, language: usual }: ServiceRow, action: Action, language: Language): string {
  const held = action === 'hold' ? (mail.holdLayouts?.[language] ?? mail.holdLayouts?.[usual]) : undefined;
  return held ?? mail.layouts[language] ?? mail.layouts[usual] ?? '{{content}}';
}

async function addressOf(tx: Tx, context: AgentContext, ticket: TicketRecord): Promise<string | null> {
  if (ticket.customerId === null) return null;
  const [customer] = await tx
    .select({ email: customers.email })
    .from(customers)
    .where(and(eq(customers.serviceId, serviceOf(context)), eq(customers.customerId, ticket.customerId)));
  return ticket.answerTo || customer?.email || null;
}

/**
 * The mail that an answer to a ticket becomes, or why it becomes none. What is sent and what a preview shows are made
 * here and nowhere else.
 */
export async function composeAnswer(
  tx: Tx,
  context: AgentContext,
  ticket: TicketRecord,
  action: Action,
  answer: Pick<Body, 'html' | 'styles'>,
): Promise<Composed> {
  if (action !== 'resolve' && action !== 'hold') return { mail: null, why: 'no_mail_action' };
  if (!mailFollows(action, ticket)) return { mail: null, why: 'no_mail_channel' };
  const to = await addressOf(tx, context, ticket);
  if (to === null) return { mail: null, why: 'no_address' };
  const service = await findService(tx, serviceOf(context));
  if (!service) throw notFound();
  const values = await codeValues(tx, context, ticket);
  // A layout is for every ticket: what one has no value for is not there.
  const none = Object.fromEntries(replacementCodes.map((code) => [code, '']));
  const known = { ...none, 'customer.name': to, ...values };
  const { html } = fillCodes(layoutOf(service, action, ticket.language), known, { content: styledHtml(answer) });
  const subject = /^re\s*:/i.test(ticket.subject) ? ticket.subject : `Re: ${ticket.subject}`;
  return { mail: { to, subject, body: answerBody(html) }, why: null };
}

const languageTag = (language: Language): string => `<!doctype html><html lang="${language}"><head>`;

/** The document of a mail: its styles stand in the markup, for mail programs read nothing else. */
export function mailDocument(body: Body, language: Language): string {
  return `${languageTag(language)}<meta charset="utf-8"></head><body>${styledHtml(body)}</body></html>`;
}

/** The text of a mail for those who read no HTML. Images have no place in it. */
export function mailText({ text }: Pick<Body, 'text'>): string {
  return text.replaceAll('\ufffc', '').trim();
}

export interface PreviewArgs {
  readonly ticketId: string;
  readonly action: 'resolve' | 'hold';
  readonly html: string;
  readonly attachmentIds?: readonly string[];
}

/** The mail that would go, and the words and codes that keep it from going. */
export async function previewMail(tx: Tx, context: AgentContext, args: PreviewArgs): Promise<MailPreview> {
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceOf(context)), eq(tickets.ticketId, args.ticketId)));
  if (!ticket) throw notFound();
  const written = answerBody(args.html);
  const forbidden = await forbiddenIn(tx, context, written.text);
  await requireFiles(tx, context, { ids: args.attachmentIds, html: written.html, ticketId: args.ticketId });
  const { body: answer, left: codes } = await fillAnswer(tx, context, ticket, written);
  const { mail, why } = await composeAnswer(tx, context, ticket, args.action, answer);
  const told = { forbidden, codes, blocked: forbidden.length + codes.length > 0, why };
  if (!mail) return { ...told, mail: null };
  const service = await findService(tx, serviceOf(context));
  const sender = service ? senderOf(service, ticket.language) : { name: '', address: '' };
  const from = sender.name ? `${sender.name} <${sender.address}>` : sender.address;
  return { ...told, mail: { to: mail.to, from, subject: mail.subject, body: mail.body } };
}
