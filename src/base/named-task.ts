import { AgentGuard } from './agent-guard.js';
import type { DeskError } from './desk-error.js';
import type { Task } from './hub-context.js';
import type { HubHost } from './hub-link.js';
import { StoreReader } from './store-reader.js';

/**
 * Follows a task whose id its host chose, so that the same thing can be asked for again under the same id. The end is
 * read from the hub's tasks: one that is gone went well, one that failed stays until somebody has read why. What another
 * agent asked for is nobody's news any more.
 */
export class NamedTask {
  #state: 'idle' | 'running' | 'failed' = 'idle';
  #id = '';
  #isSeen = false;
  /** The refusal of the try before, which is not an answer to this one. */
  #former?: Task;
  #error?: DeskError;
  readonly #tasks: StoreReader<readonly Task[]>;

  constructor(
    private readonly host: HubHost,
    private readonly onDone: (taskId: string) => void,
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

  /** Why it was refused, until the next try or until it is forgotten. */
  get error(): DeskError | undefined {
    return this.#error;
  }

  /** Whether it was refused and nobody has read why, here or elsewhere on the page. */
  get isUnread(): boolean {
    return this.#state === 'failed' && Boolean(this.#tasks.value?.some((task) => task.id === this.#id));
  }

  /** Sends the request. Tells whether it went: a page that cancels it has taken the matter over. */
  start(taskId: string, request: Event): boolean {
    if (taskId !== this.#id) this.forget();
    this.#id = taskId;
    this.#former = this.#tasks.value?.find((task) => task.id === taskId);
    this.#isSeen = false;
    this.#error = undefined;
    this.#state = 'running';
    this.host.requestUpdate();
    if (this.host.dispatchEvent(request)) return true;
    this.#state = 'idle';
    return false;
  }

  /** The refusal was read: it leaves the hub too. What runs is no longer followed. */
  forget(): void {
    const failed = this.#state === 'failed' ? this.#id : undefined;
    this.#state = 'idle';
    this.#error = undefined;
    if (failed) this.host.dispatchEvent(this.dismissal(failed));
  }

  #leave(): void {
    this.#state = 'idle';
    this.#error = undefined;
    this.host.requestUpdate();
  }

  #follow(tasks: readonly Task[] | undefined): void {
    if (this.#state !== 'running') return;
    if (!tasks) {
      this.forget();
      return;
    }
    const task = tasks.find((each) => each.id === this.#id);
    if (task && task === this.#former) return;
    if (task?.state === 'failed') {
      this.#state = 'failed';
      this.#error = task.error;
    } else if (task) {
      this.#isSeen = true;
    } else if (this.#isSeen) {
      this.#state = 'idle';
      this.onDone(this.#id);
    }
  }
}
