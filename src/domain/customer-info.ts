import type { TicketRow } from './types.js';

/** Facts of a customer that a ticket keeps. */
export const customerFacts = ['name', 'usercode', 'email', 'phone'] as const;
export type CustomerFact = (typeof customerFacts)[number];

/** Something to ask the customer-information link for, as the service configured it. */
export interface InquiryItem {
  readonly key: string;
  readonly label: string;
  /** Values to choose from; null for free text. */
  readonly options: readonly string[] | null;
  readonly required: boolean;
  /** Most characters; 0 for no limit. */
  readonly length: number;
  /** Fact of the open ticket's customer that it is filled with; null for none. */
  readonly fact: CustomerFact | null;
}

/** How a look-up ended, by the messages that the link documents. */
export const infoOutcomes = ['found', 'none', 'denied', 'unreachable', 'failed'] as const;
export type InfoOutcome = (typeof infoOutcomes)[number];

/**
 * How an item of the answer is shown: words, words with a sign around them, an address to open, words to copy, or the
 * heading of the items behind it, which has no value.
 */
export const infoShapes = ['text', 'badge', 'link', 'copy', 'divider'] as const;
export type InfoShape = (typeof infoShapes)[number];

export interface InfoItem {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Fact of a ticket's customer that it can be put into; null for none. */
  readonly fact: CustomerFact | null;
  /** Words to copy unless told. */
  readonly shape?: InfoShape;
}

export interface CustomerInfo {
  readonly outcome: InfoOutcome;
  readonly items: readonly InfoItem[];
  /** Tickets of the same customer within the last three months, newest first. */
  readonly tickets: readonly TicketRow[];
}
