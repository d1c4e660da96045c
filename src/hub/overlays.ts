import type { TicketRow } from '../domain/types.js';

interface Overlay {
  readonly change: Partial<TicketRow>;
  base?: TicketRow;
  merged?: TicketRow;
}

/**
 * What own actions will make of tickets, laid over what the server last said until it answers; and which news the agent
 * has seen.
 */
export class Overlays {
  readonly #overlays = new Map<string, Overlay>();
  readonly #seen = new Map<string, number>();
  /** Rows without their mark of news, one for each, so that rows compare by identity. */
  readonly #calm = new WeakMap<TicketRow, TicketRow>();

  set(ticketId: string, change: Partial<TicketRow>): void {
    this.#overlays.set(ticketId, { change });
  }

  delete(ticketId: string): void {
    this.#overlays.delete(ticketId);
  }

  /** The agent has seen this version of a ticket; null takes that back. */
  see(ticketId: string, version: number | null): void {
    if (version === null) this.#seen.delete(ticketId);
    else this.#seen.set(ticketId, Math.max(version, this.#seen.get(ticketId) ?? 0));
  }

  hasSeen(row: TicketRow): boolean {
    return row.version <= (this.#seen.get(row.ticketId) ?? 0);
  }

  clear(): void {
    this.#overlays.clear();
    this.#seen.clear();
  }

  over<T extends TicketRow | undefined>(from: T): T {
    const row = from?.unread && this.hasSeen(from) ? (this.#calmed(from) as T) : from;
    const overlay = row && this.#overlays.get(row.ticketId);
    if (!overlay) return row;
    if (overlay.base !== row) {
      overlay.base = row;
      overlay.merged = { ...row, ...overlay.change };
    }
    return overlay.merged as T;
  }

  #calmed(row: TicketRow): TicketRow {
    let calm = this.#calm.get(row);
    if (!calm) this.#calm.set(row, (calm = { ...row, unread: false }));
    return calm;
  }
}
