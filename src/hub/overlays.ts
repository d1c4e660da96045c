import type { TicketRow } from '../domain/types.js';

interface Overlay {
  readonly change: Partial<TicketRow>;
  base?: TicketRow;
  merged?: TicketRow;
}

/** What own actions will make of tickets, laid over what the server last said until it answers. */
export class Overlays {
  readonly #overlays = new Map<string, Overlay>();

  set(ticketId: string, change: Partial<TicketRow>): void {
    this.#overlays.set(ticketId, { change });
  }

  delete(ticketId: string): void {
    this.#overlays.delete(ticketId);
  }

  clear(): void {
    this.#overlays.clear();
  }

  over<T extends TicketRow | undefined>(row: T): T {
    const overlay = row && this.#overlays.get(row.ticketId);
    if (!overlay) return row;
    if (overlay.base !== row) {
      overlay.base = row;
      overlay.merged = { ...row, ...overlay.change };
    }
    return overlay.merged as T;
  }
}
