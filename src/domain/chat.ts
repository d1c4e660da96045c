/** What was said in a chat, as it was handed in by the system that it was held in. */
import type { Attachment } from './types.js';

export const chatSides = ['customer', 'agent', 'system'] as const;
export type ChatSide = (typeof chatSides)[number];

export interface ChatLine {
  readonly id: string;
  readonly from: ChatSide;
  /** With asterisks where it was masked, as its text. */
  readonly name: string;
  readonly at: number;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** What the customer thought of it. */
export interface ChatRating {
  readonly satisfied: boolean;
  readonly opinion: string | null;
}

export interface ChatTranscript {
  readonly messages: readonly ChatLine[];
  readonly rating: ChatRating | null;
  /** When it ended; null while it goes on, or where that was not told. */
  readonly endedAt: number | null;
}

export const chatLimits = {
  /** Most messages of one call. */
  messages: 500,
  /** Most characters of one message. */
  text: 4_000,
  /** Most characters of a whole transcript, with its markup. */
  whole: 500_000,
  /** Most files of one message. */
  files: 5,
} as const;
