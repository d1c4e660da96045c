import type { Task } from '../../base/hub-context.js';
import type { Step } from './process-choice.js';

/** Follows a processing through the hub's tasks: one that is gone went well, one that failed is still there. */
export class ProcessCourse {
  /** What went well last, until something else happens. */
  done: Step | null = null;
  #running?: { readonly id: string; readonly action: Step };
  #sent?: string;

  /** This text is being processed. */
  begin(html: string): void {
    this.#sent = html;
  }

  /** Takes the task as it is now; answers with the text that went out, when it just did. */
  follow(task: Task | undefined): string | undefined {
    const isOver = this.#running !== undefined && task?.id !== this.#running.id;
    if (isOver) this.done = this.#running?.action ?? null;
    if (task) this.done = null;
    this.#running = task?.state === 'running' ? { id: task.id, action: task.action as Step } : undefined;
    if (!isOver) return undefined;
    const sent = this.#sent;
    this.#sent = undefined;
    return sent;
  }

  /** Another ticket is open: nothing of the former one is told any more. */
  forget(): void {
    this.done = null;
    this.#running = this.#sent = undefined;
  }
}
