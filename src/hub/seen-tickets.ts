import type { HistoryEntry, Ticket, TicketRow } from '../domain/types.js';
import { Recent } from '../util/recent.js';

/** Most tickets that are kept. */
const most = 20;

/** The tickets that were open last, with their histories, so that going back to one shows it at once. */
export class SeenTickets {
  readonly #tickets = new Recent<string, Ticket>(most);
  readonly #histories = new Recent<string, { readonly version: number; readonly entries: readonly HistoryEntry[] }>(
    most,
  );

  keep(ticket: Ticket): void {
    this.#tickets.set(ticket.ticketId, ticket);
  }

  /** `version` is the newest of the ticket that was known when the history was asked for. */
  keepHistory(ticketId: string, version: number, entries: readonly HistoryEntry[]): void {
    this.#histories.set(ticketId, { version, entries });
  }

  /** The ticket as it was seen, unless the list knows it newer. */
  ticket(ticketId: string, row: TicketRow | undefined): Ticket | undefined {
    const seen = this.#tickets.get(ticketId);
    return seen && seen.version >= (row?.version ?? 0) ? seen : row && { ...row, fields: row.fields ?? {} };
  }

  /** The history as it was read, unless the ticket changed since: what was hidden meanwhile must not be shown again. */
  history(ticketId: string, row: TicketRow | undefined): readonly HistoryEntry[] | undefined {
    const seen = this.#histories.get(ticketId);
    return seen && seen.version >= (row?.version ?? 0) ? seen.entries : undefined;
  }

  /** A history older than this version holds what may have been masked since. */
  forgetHistory(ticketId: string, version = Infinity): void {
    if ((this.#histories.get(ticketId)?.version ?? Infinity) < version) this.#histories.delete(ticketId);
  }

  forgetHistories(): void {
    this.#histories.clear();
  }

  clear(): void {
    this.#tickets.clear();
    this.#histories.clear();
  }
}
