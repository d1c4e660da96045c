import { and, eq, sql } from 'drizzle-orm';
import { findPersonalData } from '../../../../src/domain/personal-data.js';
import type { Finding } from '../../../../src/domain/masks.js';
import type { Body, MaskCategory } from '../../../../src/domain/types.js';
import type { Database, Tx } from '../../db/database.js';
import { maskSpans, tickets } from '../../db/schema.js';
import { randomHex } from '../../random.js';
import { invalid, notFound } from '../../refusal.js';
import type { ToSeal, Vault } from '../../vault/vault.js';
import { requireFilled } from '../answer-codes.js';
import { answerBody, composeAnswer, mailDocument, mailText } from '../answer-mail.js';
import { audit } from '../audit.js';
import { serviceOf, type AgentContext } from '../context.js';
import { styledHtml } from '../mail/inline-styles.js';
import type { OutgoingMail } from '../mails.js';
import { logEvents } from '../tickets/change.js';
import { actorOf } from '../tickets/gate.js';
import { coverHtml } from './cover-html.js';
import { coverDrafts, mailWithout } from './elsewhere.js';
import { oblige } from './entry.js';
import type { MailWords } from './mail-copies.js';
import { maskMany } from './mask-many.js';
import type { MaskedBody } from './masked-body.js';
import { Words } from './repeats.js';
import { requireRight } from './rights.js';

/** Most findings that are hidden in one copy. */
const mostFindings = 500;

/** As much of an answer as its stored copy depends on. */
export interface CopyArgs {
  readonly ticketId: string;
  readonly action: 'resolve' | 'hold' | 'comment' | 'internal';
  readonly html: string;
}

/** An answer as the customer gets it, before anything of it is stored. */
export interface WholeAnswer {
  readonly serviceId: string;
  readonly ticketId: string;
  readonly body: Body;
  readonly mail: MailWords | null;
  readonly by: { readonly usercode: string; readonly name: string };
  readonly now: number;
}

/** An answer whose stored copy hides what the customer reads. The vault has the rest. */
export interface MaskedCopy {
  readonly entryId: number;
  /** The answer that it is made of. */
  readonly whole: Body;
  readonly body: Body & Pick<MaskedBody, 'masks'>;
  readonly mailId: string;
  /** Where the vault has the mail; null where none goes. */
  readonly mailSeal: string | null;
  readonly seals: ReadonlyMap<string, ToSeal>;
  readonly words: Words;
}

/** The answer as it would go now. */
export async function lookToMaskCopy(
  tx: Tx,
  context: AgentContext,
  { ticketId, action, html }: CopyArgs,
): Promise<WholeAnswer> {
  const serviceId = serviceOf(context);
  const [ticket] = await tx
    .select()
    .from(tickets)
    .where(and(eq(tickets.serviceId, serviceId), eq(tickets.ticketId, ticketId)));
  if (!ticket) throw notFound();
  requireRight(context, 'mask', { ticketId });
  const body = await requireFilled(tx, context, ticket, action, answerBody(html));
  const { mail } = await composeAnswer(tx, context, ticket, action, body);
  const words = mail && {
    subject: mail.subject,
    html: mailDocument(mail.body, ticket.language),
    text: mailText(mail.body),
    answer: styledHtml(body),
  };
  return { serviceId, ticketId, body, mail: words, by: actorOf(context), now: context.now };
}

/** Which findings a copy hides. */
export interface ToHide {
  readonly categories: readonly MaskCategory[];
  /** The service's own numbers that are personal. */
  readonly patterns: readonly string[];
}

function findingsIn(text: string, { categories, patterns }: ToHide): readonly Finding[] {
  return findPersonalData(text, { patterns }).filter(({ category }) => categories.includes(category));
}

/** What of an answer is hidden. */
function hide({ body, by, now }: WholeAnswer, what: ToHide) {
  const found = findingsIn(body.text, what);
  if (found.length > mostFindings)
    throw invalid('maskCopy', 'too_many', `At most ${mostFindings} findings can be masked at once`);
  const wanted = found.map(({ start, length, category }) => {
    return { start, end: start + length, mask: { id: randomHex(16), category, by, at: now } };
  });
  return maskMany({ ...body, masks: [] }, wanted, 'per-character');
}

/** Hides the findings of some categories in the copy, and puts them and the mail into the vault; null where nothing is found. */
export async function prepareCopy(
  database: Database,
  vault: Vault,
  whole: WholeAnswer,
  what: ToHide,
): Promise<MaskedCopy | null> {
  const { serviceId, ticketId, body, mail } = whole;
  const { body: masked, hidden } = hide(whole, what);
  if (hidden.size === 0) return null;
  const entryId = await database.system(async (tx) => {
    const [row] = await tx.select({ id: sql<string>`nextval('messages_id_seq')` }).from(sql`(select 1) as one`);
    return Number(row?.id);
  });
  const seal = (owner: string, value: unknown, version: number): [string, ToSeal] => {
    return [owner, { sealId: randomHex(16), place: { serviceId, ticketId, entryId, owner, version }, value }];
  };
  const mailId = randomHex(16);
  const seals = new Map([...hidden].map(([id, value]) => seal(id, value, 1)));
  if (mail) seals.set(...seal(mailId, mail, 0));
  await vault.prepare([...seals.values()]);
  return {
    entryId,
    whole: body,
    body: { ...body, ...masked },
    mailId,
    mailSeal: seals.get(mailId)?.sealId ?? null,
    seals,
    words: new Words([...hidden.values()].map(({ text }) => text)),
  };
}

/** What is stored of a mail whose words the vault has. */
export function coveredMail(mail: OutgoingMail, { mailId, mailSeal, words }: MaskedCopy): OutgoingMail {
  return { ...mail, ...mailWithout(mail, words), ...(mailSeal && { mailId, sealId: mailSeal }) };
}

/** Writes down the masks of a copy; unsent texts of the ticket lose the words too. */
export async function keepCopy(tx: Tx, context: AgentContext, ticketId: string, copy: MaskedCopy): Promise<void> {
  const { entryId, body, seals, words } = copy;
  const serviceId = serviceOf(context);
  const by = actorOf(context);
  for (const { id: maskId, category } of body.masks) {
    const sealId = seals.get(maskId)?.sealId ?? '';
    const span = { serviceId, maskId, ticketId, entryId, category, sealId, at: context.now, by: by.usercode };
    await tx.insert(maskSpans).values({ ...span, state: 'masked', style: 'per-character', sealVersion: 1 });
    await audit(tx, context, { kind: 'masked', ticketId, data: { maskId, entryId, category } });
  }
  await logEvents(
    tx,
    context,
    ticketId,
    by,
    body.masks.map(({ category }) => ({ kind: 'masked' as const, data: { entryId, category } })),
  );
  await oblige(
    tx,
    context,
    'keep',
    [...seals.values()].map(({ sealId }) => sealId),
  );
  await coverDrafts(tx, context, ticketId, { lost: words, certain: words, told: words });
}

/** What a call with such an answer means, without the words that its copy hides. */
export function meaningOf(html: string, what: ToHide): string {
  try {
    const { text, html: clean } = answerBody(html);
    const found = findingsIn(text, what).map(({ start, length }) => text.slice(start, start + length));
    return coverHtml(clean, new Words(found)) ?? clean;
  } catch {
    return '';
  }
}
