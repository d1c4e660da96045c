import type { TicketRow } from './types.js';

/** Other tickets of the customer of a ticket, the newest first. */
export interface RelatedPage {
  readonly tickets: readonly TicketRow[];
  /** Names the page behind this one; null for none. */
  readonly next: string | null;
  /** How many there are in all. */
  readonly total: number;
}

/** Which of them. */
export interface RelatedAsk {
  /** Words to look for, as the list does; empty for all. */
  readonly q: string;
  /** As the page before named it; undefined for the first. */
  readonly page?: string | undefined;
}
