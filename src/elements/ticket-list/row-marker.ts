import type { TicketRow } from '../../domain/types.js';
import type { ListFeed } from './list-feed.js';
import type { RowMarks } from './row-slot.js';
import { presenceWords } from '../../base/presence-words.js';
import { isTicked } from '../../domain/ticks.js';

const nobody = { who: '', isWriting: false } as const;

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
      ...this.#presenceOf(row),
    };
  }

  #presenceOf(row: TicketRow | undefined): Pick<RowMarks, 'who' | 'isWriting'> {
    const { viewers, presence } = this.feed;
    const there = row && viewers.get(row.ticketId);
    if (!there || !presence) return nobody;
    const { whole, isWriting } = presenceWords(there, presence);
    return { who: whole, isWriting };
  }
}
