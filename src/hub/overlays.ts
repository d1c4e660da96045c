import type { TicketRow } from '../domain/types.js';
import type { TicketEditRequest } from '../events/requests.js';

/** What of an edit shows wherever the ticket stands; own fields and the customer are seen where they are edited. */
export function plainOf({
  customer: _customer,
  fields: _fields,
  ...plain
}: TicketEditRequest['change']): Partial<TicketRow> {
  return plain;
}

interface Overlay {
  /** What each of the actions under way will make of the ticket, oldest first. */
  readonly changes: ReadonlyMap<unknown, Partial<TicketRow>>;
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

  /** What the action `by` will make of a ticket; null takes that back, and leaves what others will. */
  set(ticketId: string, by: unknown, change: Partial<TicketRow> | null): void {
    const changes = new Map(this.#overlays.get(ticketId)?.changes);
    if (change) changes.set(by, change);
    else changes.delete(by);
    if (changes.size > 0) this.#overlays.set(ticketId, { changes });
    else this.#overlays.delete(ticketId);
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
      overlay.merged = Object.assign({}, row, ...overlay.changes.values()) as TicketRow;
    }
    return overlay.merged as T;
  }

  #calmed(row: TicketRow): TicketRow {
    let calm = this.#calm.get(row);
    if (!calm) this.#calm.set(row, (calm = { ...row, unread: false }));
    return calm;
  }
}
