import { newKey } from './key.js';

/** One answer on its way: sent again with the same key and the same numbers, the server does it once. */
export interface Unsent {
  readonly key: string;
  readonly version: number | undefined;
  readonly draftSeq: number | undefined;
}

type Kept = Unsent & { readonly digest: string };

/**
 * Remembers the key of each answer until the server took or refused it, over a reload too. The text is not kept, only
 * a digest: another text is another intention and gets another key.
 */
export class UnsentAnswers {
  readonly #kept = new Map<string, Kept>();

  /** `owner` tells services and agents apart. */
  constructor(private readonly owner: () => string) {}

  async of(ticketId: string, content: string, fresh: Omit<Unsent, 'key'>): Promise<Unsent> {
    const name = this.#name(ticketId);
    const digest = await digestOf(content);
    const kept = this.#kept.get(name) ?? read(name);
    if (kept && digest && kept.digest === digest) return kept;
    const unsent: Kept = { ...fresh, key: newKey(), digest };
    this.#kept.set(name, unsent);
    // Without a digest nobody could tell after a reload whether the text is still the same.
    if (digest) write(name, unsent);
    return unsent;
  }

  done(ticketId: string): void {
    const name = this.#name(ticketId);
    this.#kept.delete(name);
    write(name, null);
  }

  #name(ticketId: string): string {
    return `deskparts/unsent/${this.owner()}/${ticketId}`;
  }
}

/** Empty where the page has no secure context. */
async function digestOf(content: string): Promise<string> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return '';
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
