import { AgentGuard } from './agent-guard.js';
import type { DeskError } from './desk-error.js';
import type { Task } from './hub-context.js';
import type { HubHost } from './hub-link.js';
import { StoreReader } from './store-reader.js';

/**
 * Follows one action that its host asked for, from the request to its end. The end is read from the hub's tasks: one
 * that is gone went well, one that failed stays until somebody has read why. What another agent asked for is nobody's news
 * any more.
 */
export class TaskWatch {
  #state: 'idle' | 'running' | 'failed' = 'idle';
  #ticketId = '';
  #taskId?: string;
  #error?: DeskError;
  #before: ReadonlySet<string> = new Set();
  readonly #tasks: StoreReader<readonly Task[]>;

  constructor(
    private readonly host: HubHost,
    private readonly action: Task['action'],
    private readonly onDone: () => void,
    private readonly dismissal: (taskId: string) => Event,
  ) {
    this.#tasks = new StoreReader(
      host,
      (hub) => hub.work.$tasks,
      (tasks) => this.#follow(tasks),
    );
    new AgentGuard(host, () => this.#leave());
  }

  get isRunning(): boolean {
    return this.#state === 'running';
  }

  /** Why the action was refused, until the next try or until it is forgotten. */
  get error(): DeskError | undefined {
    return this.#error;
  }

  /** Sends the request. A page that cancels it has taken the matter over, so for the host it is done. */
  start(ticketId: string, request: Event): void {
    this.forget();
    this.#before = new Set(this.#tasks.value?.map((task) => task.id));
    this.#ticketId = ticketId;
    this.#state = 'running';
    this.host.requestUpdate();
    if (this.host.dispatchEvent(request)) return;
    this.#state = 'idle';
    this.onDone();
  }

  /** The refusal was read: it leaves the hub too. */
  forget(): void {
    const failed = this.#state === 'failed' ? this.#taskId : undefined;
    this.#state = 'idle';
    this.#taskId = this.#error = undefined;
    if (failed) this.host.dispatchEvent(this.dismissal(failed));
  }

  #leave(): void {
    this.#state = 'idle';
    this.#taskId = this.#error = undefined;
    this.host.requestUpdate();
  }

  #follow(tasks: readonly Task[] | undefined): void {
    if (this.#state !== 'running') return;
    if (!tasks) {
      this.forget();
      return;
    }
    const task = tasks.find((each) => this.#isOurs(each));
    if (task?.state === 'failed') {
      this.#state = 'failed';
      this.#taskId = task.id;
      this.#error = task.error;
    } else if (task) {
      this.#taskId = task.id;
    } else if (this.#taskId) {
      this.#state = 'idle';
      this.#taskId = undefined;
      this.onDone();
    }
  }

  #isOurs(task: Task): boolean {
    return task.ticketId === this.#ticketId && task.action === this.action && !this.#before.has(task.id);
  }
}
