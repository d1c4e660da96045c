import type { Hub, Load, Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { SmsThread } from '../../domain/sms.js';
import type { Session } from '../../domain/types.js';

/** Everything of the hub that text messages depend on, read in one place. */
export class SmsSource {
  readonly #currentId;
  readonly #thread;
  readonly #session;
  readonly #tasks;

  constructor(host: HubHost) {
    this.#currentId = new StoreReader(host, (hub: Hub) => hub.tickets.$currentId);
    this.#thread = new StoreReader(host, (hub: Hub) => hub.sms.$thread);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
    this.#tasks = new StoreReader(host, (hub: Hub) => hub.work.$tasks);
  }

  get ticketId(): string | null {
    return this.#currentId.value ?? null;
  }

  get load(): Load<SmsThread> | undefined {
    return this.#thread.value;
  }

  get thread(): SmsThread | undefined {
    return known(this.#thread.value);
  }

  get session(): Session | undefined {
    return known(this.#session.value);
  }

  /** The zone in which the service tells its times. */
  get timeZone(): string {
    return this.session?.service.timeZone ?? 'UTC';
  }

  /** The step of one of the messages that runs, or was refused. */
  get step(): Task | undefined {
    return this.#tasks.value?.findLast((task) => task.action === 'sms_step' && task.ticketId === this.ticketId);
  }
}
