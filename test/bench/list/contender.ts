import type { TicketRow } from '../../../src/domain/types.js';

/** A list as the bench drives it. */
export interface Contender {
  readonly scroller: HTMLElement;
  /** What is counted as nodes of the list. */
  readonly root: Node;
  update(index: number, row: TicketRow): void;
  sortByUpdated(descending: boolean): void;
  tick(all: boolean): void;
  /** Subject of the ticket that stands at an index of the list now. */
  expected(index: number): string;
  /** Rows that are in the document: index, subject and element. */
  shown(): { index: number; subject: string; element: Element }[];
  remove(): void;
}
