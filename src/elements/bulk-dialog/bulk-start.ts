import { isUncertain, type DeskError } from '../../base/desk-error.js';
import type { HubHost } from '../../base/hub-link.js';
import { NamedTask } from '../../base/named-task.js';
import type { BulkAgreement, BulkCheck, BulkIntent } from '../../domain/bulk.js';
import { BulkRequest, TaskDismissRequest } from '../../events/requests.js';
import { newKey } from '../../util/key.js';
import { runTarget, type Scope } from './bulk-scope.js';

/** What was asked for last and not yet known to have begun; the same thing is asked for again under the same id. */
export interface Attempt {
  readonly id: string;
  readonly key: string;
  readonly scope: Scope;
}

/** A run on its way from the press of the button to its beginning. */
export class BulkStart {
  #attempt?: Attempt;
  /** The refusal that was last looked at. */
  #heard?: DeskError;
  readonly #task: NamedTask;

  constructor(host: HubHost, onBegun: () => void) {
    this.#task = new NamedTask(host, onBegun, (taskId) => new TaskDismissRequest(taskId));
  }

  get isRunning(): boolean {
    return this.#task.isRunning;
  }

  get error(): DeskError | undefined {
    return this.#task.error;
  }

  get attempt(): Attempt | undefined {
    return this.#attempt;
  }

  /** Asks for a run. Tells whether the request went: a page that cancels it has taken the matter over. */
  begin(scope: Scope, intent: BulkIntent, { eligible, mails }: BulkAgreement): boolean {
    const target = runTarget(scope);
    const key = JSON.stringify([target, intent]);
    const { error } = this.#task;
    const isSame = this.#attempt?.key === key && (!error || isUncertain(error.kind));
    this.#attempt = { id: isSame && this.#attempt ? this.#attempt.id : newKey(), key, scope };
    const { id } = this.#attempt;
    if (this.#task.start(id, new BulkRequest(id, target, intent, { eligible, mails }))) return true;
    this.#attempt = undefined;
    return false;
  }

  /** What would be done now, once after each refusal for doing more than was agreed to. */
  takeOutgrown(): BulkCheck | undefined {
    const { error } = this.#task;
    if (error === this.#heard) return undefined;
    this.#heard = error;
    return error && outgrownOf(error);
  }

  /** What was asked for is done with: it began, or it is nobody's any more. */
  end(): void {
    this.#attempt = undefined;
    this.#task.forget();
  }

  /** The refusal was read. */
  forget(): void {
    this.#task.forget();
  }
}

/** What would be done now, where that is why a run did not begin: more than was agreed to, or nothing. */
export function outgrownOf({ details: { content } }: DeskError): BulkCheck | undefined {
  const isOther = content?.['code'] === 'check_outgrown' || content?.['code'] === 'nothing_left';
  return isOther ? (content['check'] as BulkCheck) : undefined;
}
