import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { mails } from '../../db/schema.js';
import type { SealRef, Vault } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';
import { coverHtml } from './cover-html.js';
import type { Words } from './repeats.js';

/** What of a mail is kept as the customer is to get it. */
export interface MailWords {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The answer itself, for the agent who takes the mail back at once. */
  readonly answer?: string;
}

export type MailRow = typeof mails.$inferSelect;

/** A mail that has not left. */
export interface MailToKeep {
  readonly mailId: string;
  readonly entryId: number;
  readonly value: MailWords;
}

/** Mails of a ticket that may still leave and that the vault does not have. */
export async function waitingMails(tx: Tx, context: AgentContext, ticketId: string): Promise<MailToKeep[]> {
  const { mailId, entryId, subject, html, text } = mails;
  const rows = await tx
    .select({ mailId, entryId, subject, html, text })
    .from(mails)
    .where(
      and(
        eq(mails.serviceId, serviceOf(context)),
        eq(mails.ticketId, ticketId),
        inArray(mails.state, ['queued', 'failed']),
        isNull(mails.sealId),
      ),
    );
  return rows.map(({ mailId, entryId, ...value }) => ({ mailId, entryId, value }));
}

/** Where the vault has a mail; null where it was never put there. */
export function mailSeal({ serviceId, ticketId, entryId, mailId, sealId }: MailRow): SealRef | null {
  return sealId === null ? null : { sealId, place: { serviceId, ticketId, entryId, owner: mailId, version: 0 } };
}

/**
 * A mail as the customer is to get it; undefined where nobody knows it any more. What the tickets have of it instead is
 * not for the customer.
 */
export async function mailWords(vault: Vault | undefined, row: MailRow): Promise<MailWords | undefined> {
  const { subject, html, text } = row;
  const seal = mailSeal(row);
  if (!seal) return html === '' ? undefined : { subject, html, text };
  if (!vault) throw new Error('A masked mail needs the vault');
  return readMailWords(vault, seal);
}

/**
 * Mails in the vault that say some words, by their seals: they go with them when those are destroyed. What cannot be opened
 * says nothing.
 */
export async function mailsThatSay(vault: Vault, rows: readonly MailRow[], words: Words): Promise<readonly string[]> {
  const seals = rows.flatMap((row) => mailSeal(row) ?? []);
  const { found } = await vault.readSome(seals[0]?.place.serviceId ?? '', seals);
  return [...found].flatMap(([sealId, mail]) => {
    const { subject, html, text } = mail as MailWords;
    return coverHtml(html, words) !== null || words.in(`${subject}\n${text}`).length > 0 ? [sealId] : [];
  });
}

/** What the vault has of a mail; undefined once it was destroyed. */
export async function readMailWords(vault: Vault, seal: SealRef): Promise<MailWords | undefined> {
  const found = await vault.read(seal.place.serviceId, [seal]);
  return found.get(seal.sealId) as MailWords | undefined;
}
