import type { Hub, Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { isToldElsewhere } from '../../base/told-here.js';
import { fieldName } from '../../domain/fields.js';
import type { MaskOutcome, MaskSelection } from '../../domain/masks.js';
import { mayMask } from '../../domain/permissions.js';
import type { Preferences } from '../../domain/preferences.js';
import type { HistoryEntry, Language, Session } from '../../domain/types.js';

/** Whether the agent can mask. `off`: the service has no security service; `denied`: the agent lacks the right. */
export type Access = 'allowed' | 'off' | 'denied' | 'hidden';

/** Everything of the hub that masking a selection depends on, read in one place. */
export class MaskSource {
  readonly #selection;
  readonly #outcome;
  readonly #currentId;
  readonly #history;
  readonly #session;
  readonly #settings;
  readonly #unavailable;
  readonly #preferences;
  readonly #tasks;

  /** `onTasks` hears of every change of what is under way. */
  constructor(host: HubHost, onTasks: (tasks: readonly Task[]) => void) {
    this.#selection = new StoreReader(host, (hub: Hub) => hub.masks.$selection);
    this.#outcome = new StoreReader(host, (hub: Hub) => hub.masks.$outcome);
    this.#currentId = new StoreReader(host, (hub: Hub) => hub.tickets.$currentId);
    this.#history = new StoreReader(host, (hub: Hub) => hub.tickets.$history);
    this.#session = new StoreReader(host, (hub: Hub) => hub.session.$session);
    this.#settings = new StoreReader(host, (hub: Hub) => hub.session.$settings);
    this.#unavailable = new StoreReader(host, (hub: Hub) => hub.session.$unavailable);
    this.#preferences = new StoreReader(host, (hub: Hub) => hub.preferences.$preferences);
    this.#tasks = new StoreReader<readonly Task[]>(
      host,
      (hub: Hub) => hub.work.$tasks,
      (tasks) => onTasks(tasks ?? []),
    );
  }

  get ticketId(): string | null {
    return this.#currentId.value ?? null;
  }

  /** What is selected in the open ticket, if anything is. */
  get selection(): MaskSelection | null {
    const selection = this.#selection.value;
    return selection && selection.ticketId === this.ticketId && selection.ranges.length > 0 ? selection : null;
  }

  get outcome(): MaskOutcome | null {
    const outcome = this.#outcome.value;
    return outcome?.ticketId === this.ticketId ? outcome : null;
  }

  get entries(): readonly HistoryEntry[] {
    return known(this.#history.value) ?? [];
  }

  get shortcuts(): Preferences['shortcuts'] | undefined {
    return known(this.#preferences.value)?.shortcuts;
  }

  /** Name of a field of the service, by the code with which a list would ask for it. */
  fieldName(code: string, language: string): string {
    const own = code.replace(/^f\./, '');
    const field = known(this.#settings.value)?.fields.find((each) => each.code === own);
    return field ? fieldName(field, language as Language, this.#knownSession?.service.language as Language) : own;
  }

  get timeZone(): string {
    return this.#knownSession?.service.timeZone ?? 'UTC';
  }

  /** What the service does not have is not there; what the agent may not do is seen, where the page does not want it otherwise. */
  get access(): Access {
    const session = this.#knownSession;
    const { value: unavailable } = this.#unavailable;
    if (!session) return 'hidden';
    if (mayMask(session)) return 'allowed';
    if (!session.capabilities.security) return unavailable === 'disable' ? 'off' : 'hidden';
    return unavailable === 'hide' ? 'hidden' : 'denied';
  }

  /** Whether masks are being made in the open ticket, from wherever they were asked for. */
  get isRunning(): boolean {
    return this.#ofTicket('mask').some(({ state }) => state === 'running');
  }

  /** The last mask, or removal of one, that was refused in the open ticket and that nobody else tells of. */
  get refusal(): Task | undefined {
    const { hub } = this.#tasks;
    return this.#ofTicket('mask', 'unmask', 'purge').findLast(
      ({ id, state }) => state === 'failed' && hub && !isToldElsewhere(hub, id),
    );
  }

  /** Whether somebody else says of a mask that it was made. */
  isToldElsewhere({ taskId }: MaskOutcome): boolean {
    const { hub } = this.#tasks;
    return hub !== undefined && taskId !== undefined && isToldElsewhere(hub, taskId);
  }

  #ofTicket(...actions: readonly Task['action'][]): readonly Task[] {
    const tasks = this.#tasks.value ?? [];
    return tasks.filter(({ ticketId, action }) => actions.includes(action) && ticketId === this.ticketId);
  }

  get #knownSession(): Session | undefined {
    return known(this.#session.value);
  }
}
