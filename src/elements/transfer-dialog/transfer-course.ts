import { HubLink, type HubHost } from '../../base/hub-link.js';
import type { Task } from '../../base/hub-context.js';
import { StoreReader } from '../../base/store-reader.js';
import { TaskDismissRequest } from '../../events/requests.js';
import type { TransferForm } from './transfer-form.js';

export interface CourseListener<F> {
  onDone(form: F): void;
  onRefused(form: F): void;
}

/** Follows what its host sent, each to its end: several tickets can be on their way at once. */
export class TransferCourse<F extends TransferForm> {
  readonly #sent = new Set<F>();
  readonly #tasks: StoreReader<readonly Task[]>;

  constructor(
    private readonly host: HubHost,
    private readonly listener: CourseListener<F>,
  ) {
    this.#tasks = new StoreReader<readonly Task[]>(
      host,
      (hub) => hub.work.$tasks,
      (tasks) => tasks && this.#follow(tasks),
    );
  }

  /** Sends it. Tells whether it went: a page that cancels it has taken the matter over. */
  start(form: F, request: Event, id: string): boolean {
    this.forget(form);
    form.sent = { id, hub: HubLink.of(this.host).hub, isSeen: false };
    this.#sent.add(form);
    this.host.requestUpdate();
    if (this.host.dispatchEvent(request)) return true;
    this.#end(form);
    return false;
  }

  /** An element that left the page meanwhile sent it: whoever has the form now hears what becomes of it. */
  adopt(form: F): void {
    if (!form.sent || this.#sent.has(form)) return;
    this.#sent.add(form);
    form.sent.isSeen = true;
    const tasks = this.#tasks.value;
    if (tasks) this.#followOne(form, tasks);
  }

  /** A refusal was read: it leaves the hub too. */
  forget(form: F): void {
    if (form.error && form.refusedId) this.host.dispatchEvent(new TaskDismissRequest(form.refusedId));
    form.error = form.refusedId = undefined;
  }

  /** Another agent is at work: what the former one sent is no news to this one. */
  clear(): void {
    for (const form of this.#sent) this.#end(form);
  }

  #follow(tasks: readonly Task[]): void {
    for (const form of this.#sent) this.#followOne(form, tasks);
  }

  #followOne(form: F, tasks: readonly Task[]): void {
    const { sent } = form;
    if (!sent) this.#sent.delete(form);
    // The tasks of another hub say nothing of it.
    if (!sent || sent.hub !== HubLink.of(this.host).hub) return;
    const task = tasks.find(({ id }) => id === sent.id);
    if (task?.state === 'running') sent.isSeen = true;
    else if (task && sent.isSeen) {
      this.#end(form);
      form.error = task.error;
      form.refusedId = task.id;
      this.listener.onRefused(form);
    } else if (!task && sent.isSeen) {
      this.#end(form);
      this.listener.onDone(form);
    }
  }

  #end(form: F): void {
    form.sent = undefined;
    this.#sent.delete(form);
    this.host.requestUpdate();
  }
}
