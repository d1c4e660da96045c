import type { Load } from '../../base/hub-context.js';
import type { HistoryEntry } from '../../domain/types.js';

/** Notices that the customer wrote again while the agent has the ticket open. */
export class CustomerAgain {
  /** The first entry that the agent has not been led to. */
  entryId: number | null = null;
  #last: number | null = null;
  #ticketId: string | null = null;

  /** Which ticket is open: what was noticed about another is no news of it. */
  turn(ticketId: string | null): void {
    if (ticketId === this.#ticketId) return;
    this.#ticketId = ticketId;
    this.entryId = this.#last = null;
  }

  /** The history of the open ticket as it is now. */
  follow(history: Load<readonly HistoryEntry[]> | undefined): void {
    if (history?.status !== 'ready') return;
    const entries = history.value;
    const last = this.#last;
    const isSame = last !== null && entries.some(({ id }) => id === last);
    this.#last = entries.at(-1)?.id ?? null;
    if (!isSame) {
      this.entryId = null;
      return;
    }
    const later = entries.slice(entries.findIndex(({ id }) => id === last) + 1);
    for (const { id, author, kind } of later) {
      if (author.role === 'customer') this.entryId ??= id;
      // Somebody answered since.
      else if (kind === 'reply' || kind === 'hold' || kind === 'internal') this.entryId = null;
    }
  }

  forget(): void {
    this.entryId = null;
  }
}
