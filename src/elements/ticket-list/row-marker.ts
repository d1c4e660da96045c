import type { TicketRow } from '../../domain/types.js';
import type { ListFeed } from './list-feed.js';
import type { RowMarks } from './row-slot.js';
import { isTicked } from '../../domain/ticks.js';

/** Knows what rows show beside their tickets: ticked, open, worked on. */
export class RowMarker {
  #tasks = new Map<string, RowMarks['task']>();

  constructor(private readonly feed: ListFeed) {}

  /** Looks which tickets are worked on now. */
  read(): void {
    this.#tasks = new Map(this.feed.tasks.map((task) => [task.ticketId, task.state]));
  }

  of(row: TicketRow | undefined): RowMarks {
    return {
      ticked: row !== undefined && isTicked(this.feed.ticks, row.ticketId),
      current: row !== undefined && row.ticketId === this.feed.currentId,
      task: (row && this.#tasks.get(row.ticketId)) ?? '',
    };
  }
}
