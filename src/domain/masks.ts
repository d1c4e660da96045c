import type { MaskCategory, MaskStyle } from './types.js';

/** A stretch of a message that is to be masked: UTF-16 code units of the projection of its body at that version. */
export interface MaskRange {
  readonly entryId: number;
  readonly bodyVersion: number;
  readonly start: number;
  readonly length: number;
}

/** A range that is to be masked, with what its words are where that is known of it alone. */
export interface MaskTarget extends MaskRange {
  readonly category?: MaskCategory | null;
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
  /** A text message that left with them, or may have. */
  | { readonly kind: 'sms'; readonly to: string; readonly at: number }
  /** The ticket of another service, or the task, to which they were handed over. */
  | { readonly kind: 'issue' | 'dooray'; readonly id: string }
  /** Files of the message, whose content a mask of text does not touch. */
  | { readonly kind: 'file'; readonly fileName: string }
  /** A field of the ticket that holds the same words. */
  | { readonly kind: 'field'; readonly code: string }
  /** The subject, where they are too short to be known for the same, or are written in another way. */
  | { readonly kind: 'subject' }
  /** Unsent texts of agents, where not all of it is certain to be personal. */
  | { readonly kind: 'draft' }
  /** A run over many tickets that is not over, or that can be tried again. */
  | { readonly kind: 'run' };

/** What became of a mask that was made or removed. */
export interface MaskOutcome {
  readonly ticketId: string;
  /** The task that made it. */
  readonly taskId?: string;
  readonly notReached: readonly NotReached[];
  /** The same words in other messages of the ticket, to be offered. */
  readonly copies: readonly MaskTarget[];
}

/** Personal data that was found in a text: where, and of what kind. */
export interface Finding {
  readonly start: number;
  readonly length: number;
  readonly category: MaskCategory;
  /** What the service calls it, where it is one of its own numbers. */
  readonly label?: string;
}

/** Personal data in a message that nobody masked yet. */
export interface Found extends MaskRange {
  readonly category: MaskCategory;
  /** What the service calls it, where it is one of its own numbers. */
  readonly label?: string;
}

/** Longest purpose or reason, in characters. */
export const maxMaskReason = 200;

/** A message as ranges see it: its version, and the text in which offsets count. */
export interface RangedText {
  readonly bodyVersion: number;
  readonly text: string;
}

/**
 * The same words in another version of their message; null where they are not the same any more. Only what lies wholly
 * before or wholly behind the change is known to be.
 */
export function refit<R extends MaskRange>(range: R, before: RangedText, after: RangedText): R | null {
  if (range.bodyVersion === after.bodyVersion) return range;
  if (range.bodyVersion !== before.bodyVersion) return null;
  const least = Math.min(before.text.length, after.text.length);
  let head = 0;
  while (head < least && before.text[head] === after.text[head]) head++;
  const moved = { ...range, bodyVersion: after.bodyVersion };
  if (range.start + range.length <= head) return moved;
  let tail = 0;
  while (tail < least - head && before.text.at(-1 - tail) === after.text.at(-1 - tail)) tail++;
  const shift = after.text.length - before.text.length;
  return range.start >= before.text.length - tail ? { ...moved, start: range.start + shift } : null;
}
