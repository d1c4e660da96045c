import type { Hub, Load, Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { DoorayConversation } from '../../domain/transfer.js';
import type { Ticket } from '../../domain/types.js';

/** Everything of the hub that a conversation with Dooray! depends on, read in one place. */
export class ConversationSource {
  readonly #conversation;
  readonly #current;
  readonly #session;
  readonly #tasks;

  constructor(host: HubHost) {
    this.#conversation = new StoreReader(host, (hub: Hub) => hub.dooray.$conversation);
    this.#current = new StoreReader(host, (hub: Hub) => hub.tickets.$current);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
    this.#tasks = new StoreReader(host, (hub: Hub) => hub.work.$tasks);
  }

  get load(): Load<DoorayConversation> | undefined {
    return this.#conversation.value;
  }

  get current(): Load<Ticket> | undefined {
    return this.#current.value;
  }

  get ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  /** The zone in which the service tells its times. */
  get timeZone(): string {
    return known(this.#session.value)?.service.timeZone ?? 'UTC';
  }

  /** The comment that is being sent again, or was refused. */
  get retry(): Task | undefined {
    const ticketId = this.ticket?.ticketId;
    return this.#tasks.value?.findLast((task) => task.action === 'dooray_retry' && task.ticketId === ticketId);
  }
}
