import type { Hub, Load, Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { standsAs } from '../../domain/permissions.js';
import type { Ticket } from '../../domain/types.js';

export type NoticeAction = Extract<
  Task['action'],
  'transfer_retry' | 'transfer_withdraw' | 'guidance_ask' | 'guidance_done'
>;

/** Everything of the hub that the notices about a transfer depend on, read in one place. */
export class NoticeSource {
  readonly #current;
  readonly #tasks;
  readonly #session;

  constructor(host: HubHost) {
    this.#current = new StoreReader<Load<Ticket>>(host, (hub: Hub) => hub.tickets.$current);
    this.#tasks = new StoreReader(host, (hub: Hub) => hub.work.$tasks);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
  }

  get ticket(): Ticket | undefined {
    return known(this.#current.value);
  }

  /** The zone in which the service tells its times. */
  get timeZone(): string {
    return known(this.#session.value)?.service.timeZone ?? 'UTC';
  }

  /** Whether the customer of the ticket is this agent's to inform. */
  get isOurs(): boolean {
    const { ticket } = this;
    const session = known(this.#session.value);
    return ticket !== undefined && session !== undefined && standsAs('assignee', ticket, session.agent);
  }

  isRunning(...actions: readonly NoticeAction[]): boolean {
    return this.#tasks.value?.some((task) => task.state === 'running' && this.#isAbout(task, actions)) ?? false;
  }

  /** The latest of these that was refused, until the agent has read why. */
  refusal(...actions: readonly NoticeAction[]): Task | undefined {
    return this.#tasks.value?.findLast((task) => task.state === 'failed' && this.#isAbout(task, actions));
  }

  #isAbout({ ticketId, action }: Task, actions: readonly NoticeAction[]): boolean {
    return ticketId === this.ticket?.ticketId && actions.some((one) => one === action);
  }
}
