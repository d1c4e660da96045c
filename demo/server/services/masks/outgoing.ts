import { safeName } from '../../../../src/util/safe-name.js';
import { withoutVault } from '../../refusal.js';
import type { Tx } from '../../db/database.js';
import type { Vault } from '../../vault/vault.js';
import { answerBody } from '../answer-mail.js';
import type { AgentContext } from '../context.js';
import { styledHtml } from '../mail/inline-styles.js';
import { conflict } from '../tickets/gate.js';
import { lockTicket } from '../tickets/load.js';
import { coverWritten } from './cover-html.js';
import { masksOf, type NameCover } from './covered-names.js';
import { sealOf, type SpanRow } from './entry.js';
import { wordsOf } from './inheritance.js';
import type { Hidden } from './masked-body.js';
import type { Words } from './repeats.js';

type AsAgent = <T>(work: (tx: Tx, context: AgentContext) => Promise<T>) => Promise<T>;

/**
 * Puts asterisks in the place of what is masked in a ticket wherever something that leaves the ticket says it, whatever
 * the page has heard of the masks.
 */
export class OutgoingCover {
  private constructor(
    private readonly ticketId: string,
    private readonly known: ReadonlySet<string>,
    private readonly words: readonly Words[],
  ) {}

  /** Asks the vault, before the transaction. Refused where it cannot tell what is masked. */
  static async of(asAgent: AsAgent, vault: Vault | null | undefined, ticketId: string): Promise<OutgoingCover> {
    const spans = await asAgent((tx, context) => masksOf(tx, context, ticketId));
    const known = new Set(spans.map(({ maskId }) => maskId));
    return new OutgoingCover(ticketId, known, spans.length > 0 ? await hiddenIn(vault, spans) : []);
  }

  readonly nameOf: NameCover = (name) => this.text(name);

  /** A text of plain words. */
  text(text: string): string {
    return this.words.reduce((left, one) => one.starredIn(left), text);
  }

  /** A subject, or whatever else is one line. */
  subject(subject: string): string {
    return this.words.length > 0 ? this.text(safeName(subject)) : subject;
  }

  /** Markup as an editor writes it. Where nothing is masked it stays as it is. */
  html(html: string): string {
    // What is too big to be kept is refused, not cut.
    return this.words.length > 0 ? this.words.reduce(covered, styledHtml(answerBody(html))) : html;
  }

  /** Holds the ticket; refuses where something was masked since the vault was asked. */
  async require(tx: Tx, context: AgentContext): Promise<void> {
    await lockTicket(tx, context, this.ticketId);
    const masks = await masksOf(tx, context, this.ticketId);
    if (masks.some(({ maskId }) => !this.known.has(maskId)))
      throw await conflict(tx, context, this.ticketId, 'version_conflict', { changedSince: ['masks'] });
  }
}

const covered = (html: string, words: Words): string => coverWritten(html, words) ?? html;

async function hiddenIn(vault: Vault | null | undefined, spans: readonly SpanRow[]): Promise<readonly Words[]> {
  if (!vault) throw withoutVault();
  // What is gone from it, nobody knows any more.
  const found = await vault.read(spans[0]?.serviceId ?? '', spans.map(sealOf));
  return [...found.values()].map((hidden) => wordsOf(hidden as Hidden));
}
