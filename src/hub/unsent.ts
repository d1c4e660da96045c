import type { BulkAgreement } from '../domain/bulk.js';
import { newKey } from '../util/key.js';

/** One answer on its way: sent again with the same key and the same numbers, the server does it once. */
export interface Unsent {
  readonly key: string;
  readonly version?: number;
  readonly draftSeq?: number;
  /** What the agent had agreed to when a run over many tickets was first asked for. */
  readonly agreed?: BulkAgreement;
}

type Kept = Unsent & { readonly digest: string };

/**
 * Remembers the key of each answer until the server took or refused it, over a reload too where the page has a
 * secure context. Storage has a digest of the text only: another text is another intention and gets another key.
 */
export class UnsentAnswers {
  readonly #kept = new Map<string, Kept>();

  /** `owner` tells services and agents apart; `what` is the ticket, or the kind of what is sent. */
  async of(owner: string, what: string, content: string, fresh: Partial<Unsent>): Promise<Unsent> {
    const name = nameOf(owner, what);
    const secret = await digestOf(content);
    const digest = secret ?? content;
    const kept = this.#kept.get(name) ?? read(name);
    if (kept?.digest === digest) return kept;
    const unsent: Kept = { key: newKey(), ...fresh, digest };
    this.#kept.set(name, unsent);
    // The text itself stays in memory.
    if (secret) write(name, unsent);
    return unsent;
  }

  done(owner: string, what: string): void {
    const name = nameOf(owner, what);
    this.#kept.delete(name);
    write(name, null);
  }
}

function nameOf(owner: string, what: string): string {
  return `deskparts/unsent/${owner}/${what}`;
}

/** Undefined where the page has no secure context. */
async function digestOf(content: string): Promise<string | undefined> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const digest = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(content)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

// A page may be denied its storage; then a reload is a new intention.

function read(name: string): Kept | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(name, JSON.stringify(kept));
    else sessionStorage.removeItem(name);
  } catch {
    // See above.
  }
}
