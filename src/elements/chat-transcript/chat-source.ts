import type { Hub, Load } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { ChatTranscript } from '../../domain/chat.js';
import type { Ticket } from '../../domain/types.js';

/** Everything of the hub that a transcript depends on, read in one place. */
export class ChatSource {
  readonly #current;
  readonly #transcript;
  readonly #session;

  constructor(host: HubHost) {
    this.#current = new StoreReader(host, (hub: Hub) => hub.tickets.$current);
    this.#transcript = new StoreReader(host, (hub: Hub) => hub.chat.$transcript);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
  }

  get current(): Load<Ticket> | undefined {
    return this.#current.value;
  }

  get ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  get load(): Load<ChatTranscript> | undefined {
    return this.#transcript.value;
  }

  /** The zone in which the service tells its times. */
  get timeZone(): string {
    return known(this.#session.value)?.service.timeZone ?? 'UTC';
  }
}
