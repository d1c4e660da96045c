import type { MaskCategory, MaskStyle } from './types.js';

/** A stretch of a message that is to be masked: UTF-16 code units of the projection of its body at that version. */
export interface MaskRange {
  readonly entryId: number;
  readonly bodyVersion: number;
  readonly start: number;
  readonly length: number;
}

/** What an agent selected in the history of a ticket, a range for each message. Never the words themselves. */
export interface MaskSelection {
  readonly ticketId: string;
  readonly ranges: readonly MaskRange[];
}

/** How a selection is masked; what is left out is as the service usually does it. */
export interface MaskManner {
  readonly style?: MaskStyle;
  readonly category?: MaskCategory | null;
}

/** The original of a mask, for one reader and for a while. Kept nowhere. */
export interface Revealed {
  readonly text: string;
  /** Seconds for which it may be shown. */
  readonly ttl: number;
}

/** Where the words that were masked still are, out of reach of the mask. */
export type NotReached =
  /** A mail that left with them. */
  | { readonly kind: 'mail'; readonly to: string; readonly at: number }
  /** The ticket of another service, or the task, to which they were handed over. */
  | { readonly kind: 'issue' | 'dooray'; readonly id: string }
  /** Files of the message, whose content a mask of text does not touch. */
  | { readonly kind: 'file'; readonly fileName: string }
  /** A field of the ticket that holds the same words. */
  | { readonly kind: 'field'; readonly code: string };

/** What became of a mask that was made or removed. */
export interface MaskOutcome {
  readonly ticketId: string;
  readonly notReached: readonly NotReached[];
  /** The same words in other messages of the ticket, to be offered. */
  readonly copies: readonly MaskRange[];
}

/** Personal data that was found in a text: where, and of what kind. */
export interface Finding {
  readonly start: number;
  readonly length: number;
  readonly category: MaskCategory;
}

/** Longest purpose or reason, in characters. */
export const maxMaskReason = 200;
