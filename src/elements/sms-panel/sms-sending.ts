import { AgentGuard } from '../../base/agent-guard.js';
import type { DeskError } from '../../base/desk-error.js';
import type { Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { StoreReader } from '../../base/store-reader.js';
import type { SmsSendRequest } from '../../events/requests.js';

/**
 * How the message of the open ticket stands on its way to the server. It is read from the hub's tasks: whoever comes back to
 * a ticket finds what became of its message meanwhile, and a ticket that was left is not followed any more.
 */
export class SmsSending {
  #ticketId: string | null = null;
  /** The task that runs, until it is over. */
  #runningId?: string;
  /** What was asked for and the hub has not begun yet: its task, by ticket. */
  readonly #asked = new Map<string, string>();
  readonly #tasks: StoreReader<readonly Task[]>;

  constructor(
    private readonly host: HubHost,
    private readonly onSent: () => void,
  ) {
    this.#tasks = new StoreReader(
      host,
      (hub) => hub.work.$tasks,
      (tasks) => this.#look(tasks),
    );
    new AgentGuard(host, () => this.#asked.clear());
  }

  /** Another ticket's message is followed from now on. */
  follow(ticketId: string | null): void {
    this.#ticketId = ticketId;
    this.#runningId = undefined;
    this.#look(this.#tasks.value);
  }

  get isRunning(): boolean {
    return this.#isAsked || this.#task?.state === 'running';
  }

  /** Why it was not sent when that was asked for last. */
  get error(): DeskError | undefined {
    return this.#isAsked ? undefined : this.#task?.error;
  }

  /** Sends the request. A page that cancels it has taken the matter over: here it is done. */
  start(request: SmsSendRequest): void {
    this.#asked.set(request.ticketId, request.id);
    this.host.requestUpdate();
    if (this.host.dispatchEvent(request)) return;
    this.#asked.delete(request.ticketId);
    this.onSent();
  }

  get #isAsked(): boolean {
    return this.#ticketId !== null && this.#asked.has(this.#ticketId);
  }

  get #task(): Task | undefined {
    return this.#tasks.value?.findLast((task) => this.#isOurs(task));
  }

  #isOurs(task: Task): boolean {
    return task.action === 'sms' && task.ticketId === this.#ticketId;
  }

  /** One that is gone went well; one that failed stays, and says why. */
  #look(tasks: readonly Task[] | undefined): void {
    if (!tasks) {
      this.#asked.clear();
      this.#runningId = undefined;
      return;
    }
    // Of two that were asked for at once the hub begins one.
    for (const { action, ticketId, state, id } of tasks)
      if (action === 'sms' && (state === 'running' || this.#asked.get(ticketId) === id)) this.#asked.delete(ticketId);
    const before = this.#runningId;
    const isThere = tasks.some(({ id }) => id === before);
    this.#runningId = tasks.find((task) => this.#isOurs(task) && task.state === 'running')?.id;
    if (before && !isThere) this.onSent();
  }
}
