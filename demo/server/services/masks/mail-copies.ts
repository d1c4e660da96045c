import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/database.js';
import { mails } from '../../db/schema.js';
import type { SealRef, Vault } from '../../vault/vault.js';
import { serviceOf, type AgentContext } from '../context.js';

/** What of a mail is kept as the customer is to get it. */
export interface MailWords {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The answer itself, for the agent who takes the mail back at once. */
  readonly answer?: string;
}

export type MailRow = typeof mails.$inferSelect;

/** A mail that has not left, and where the vault has it already. */
export interface MailToKeep {
  readonly mailId: string;
  readonly sealId: string | null;
  readonly value: MailWords;
}

/** Mails of a message that may still leave. */
export async function sealedMails(tx: Tx, context: AgentContext, entryId: number): Promise<MailToKeep[]> {
  const { mailId, sealId, subject, html, text } = mails;
  const rows = await tx
    .select({ mailId, sealId, subject, html, text })
    .from(mails)
    .where(
      and(
        eq(mails.serviceId, serviceOf(context)),
        eq(mails.entryId, entryId),
        inArray(mails.state, ['queued', 'failed']),
      ),
    );
  return rows.map(({ mailId, sealId, ...value }) => ({ mailId, sealId, value }));
}

/** Where the vault has a mail; null where it was never put there. */
export function mailSeal({ serviceId, ticketId, entryId, mailId, sealId }: MailRow): SealRef | null {
  return sealId === null ? null : { sealId, place: { serviceId, ticketId, entryId, owner: mailId, version: 0 } };
}

/** A mail as the customer is to get it. Where its words were purged meanwhile, it goes as it stands. */
export async function mailWords(vault: Vault | undefined, row: MailRow): Promise<MailWords> {
  const { subject, html, text } = row;
  const stored = { subject, html, text };
  const seal = mailSeal(row);
  if (!seal) return stored;
  if (!vault) throw new Error('A masked mail needs the vault');
  const found = await vault.read(row.serviceId, [seal]);
  return (found.get(seal.sealId) as MailWords | undefined) ?? stored;
}
