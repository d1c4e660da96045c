import type { Load, TransferSource } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { HistoryEntry, Ticket } from '../../domain/types.js';

/** Follows the open ticket and its messages: words that somebody masks meanwhile must not go. */
export class OpenTicket {
  readonly #ticket: StoreReader<Load<Ticket>>;
  readonly #history: StoreReader<Load<readonly HistoryEntry[]>>;

  constructor(host: HubHost, onChange: () => void) {
    this.#ticket = new StoreReader<Load<Ticket>>(host, (hub) => hub.tickets.$current, onChange);
    this.#history = new StoreReader<Load<readonly HistoryEntry[]>>(host, (hub) => hub.tickets.$history, onChange);
  }

  /** A ticket as the page knows it now; one that is not open stays as it was read. */
  now(source: TransferSource): TransferSource {
    const { ticketId } = source.ticket;
    const current = known(this.#ticket.value);
    const history = this.#history.value;
    if (current?.ticketId !== ticketId || this.#ticket.hub?.tickets.$currentId.get() !== ticketId) return source;
    return { ticket: current, history: history?.status === 'ready' ? history.value : source.history };
  }
}
