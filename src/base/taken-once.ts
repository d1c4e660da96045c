import type { Attachment } from '../domain/types.js';

/** What waits to go into the answer to a ticket. */
export interface Insertion {
  readonly ticketId: string;
  /** Not sanitised. */
  readonly html: string;
  readonly how: 'insert' | 'replace';
  /** Files that go with it. */
  readonly attachments?: readonly Attachment[];
  /** True for the first that asks, who then puts it in; the store is empty afterwards. */
  take(): boolean;
}

/** An entry to which the reader of the open ticket is to be led. */
export interface ShownEntry {
  readonly entryId: number;
  /** True for the first that asks, who then shows it; the store is empty afterwards. */
  take(): boolean;
}
