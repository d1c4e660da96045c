import type { HistoryEntry, MaskSpan } from '../domain/types.js';

/** What pressing a mask leads to: a question, its removal at once, or no more than a look at the original. */
export type UnmaskMode = 'confirm' | 'direct' | 'reveal-only';

/** Code of the refusal of an original that came while nobody could have seen it. */
export const unseen = 'unseen';

/** A mask that somebody pressed, for the dialog that asks what is to be done with it. */
export interface MaskQuestion {
  readonly ticketId: string;
  readonly maskId: string;
  readonly mode: UnmaskMode;
  /** The mask and its message as they are now; null once it is gone. */
  find(): { readonly mask: MaskSpan; readonly entry: HistoryEntry } | null;
  /** Shows the original where its mask stands. Who asks never holds it. Rejects with a DeskError. */
  reveal(purpose: string, signal: AbortSignal): Promise<void>;
  /** Gives the keyboard to the mask, or to its message where the mask is nothing to press any more. */
  focus(): void;
}
