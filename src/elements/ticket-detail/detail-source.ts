import type { HubHost } from '../../base/hub-link.js';
import type { Hub, Load, Task } from '../../base/hub-context.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Session, Ticket } from '../../domain/types.js';

/**
 * Actions whose refusals are told elsewhere: at the composer, at the fields, at the mails, where words are masked, at the
 * notices of a transfer, at its conversation, and in the dialogs that asked.
 */
const toldElsewhere: readonly Task['action'][] = [
  'resolve',
  'hold',
  'comment',
  'internal',
  'claim',
  'forward',
  'customer',
  'fields',
  'undo_mail',
  'mail_retry',
  'mask',
  'unmask',
  'purge',
  'transfer_issue',
  'transfer_dooray',
  'dooray_comment',
  'dooray_retry',
  'transfer_retry',
  'transfer_withdraw',
  'guidance_ask',
  'guidance_done',
];

/** Everything of the hub that the details of a ticket depend on, read in one place. */
export class DetailSource {
  readonly #current;
  readonly #session;
  readonly #tasks;
  readonly #unavailable;

  constructor(host: HubHost) {
    this.#current = new StoreReader(host, (hub: Hub) => hub.tickets.$current);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
    this.#tasks = new StoreReader(host, (hub: Hub) => hub.work.$tasks);
    this.#unavailable = new StoreReader(host, (hub: Hub) => hub.session.$unavailable);
  }

  get current(): Load<Ticket> | undefined {
    return this.#current.value;
  }

  get ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  get session(): Session | undefined {
    return known(this.#session.value);
  }

  /** What becomes of buttons that the agent may not use. */
  get unavailable(): 'hide' | 'disable' | null {
    return this.#unavailable.value ?? null;
  }

  isRunning({ ticketId }: Ticket, action: Task['action']): boolean {
    const tasks = this.#tasks.value ?? [];
    return tasks.some((task) => task.ticketId === ticketId && task.action === action && task.state === 'running');
  }

  /** The latest refusal that is to be told here. */
  refusal({ ticketId }: Ticket): Task | undefined {
    return this.#tasks.value?.findLast(
      (task) => task.ticketId === ticketId && task.state === 'failed' && !toldElsewhere.includes(task.action),
    );
  }
}
