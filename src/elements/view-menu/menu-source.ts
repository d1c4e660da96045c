import type { Load, Task } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { SavedCount } from '../../base/tally.js';
import type { Preferences, SavedView } from '../../domain/preferences.js';
import type { Session, TicketQuery, View } from '../../domain/types.js';

const none: readonly SavedView[] = [];

function refusalIn(tasks: readonly Task[] | undefined): Task | undefined {
  return tasks?.find(({ action, state }) => action === 'preferences' && state === 'failed');
}

/** Everything that the menu shows: which list is open, how long each is, and which lists this agent has. */
export class MenuSource {
  readonly #query;
  readonly #counts;
  readonly #savedCounts;
  readonly #session;
  readonly #preferences;
  readonly #tasks;

  constructor(host: HubHost) {
    this.#query = new StoreReader(host, (hub) => hub.tickets.$query);
    this.#counts = new StoreReader(host, (hub) => hub.tickets.$counts);
    this.#savedCounts = new StoreReader(host, (hub) => hub.tickets.$savedCounts);
    this.#session = new StoreReader(host, (hub) => hub.session.$session);
    this.#preferences = new StoreReader(host, (hub) => hub.preferences.$preferences);
    this.#tasks = new StoreReader(
      host,
      (hub) => hub.work.$tasks,
      undefined,
      (before, now) => refusalIn(before) === refusalIn(now),
    );
  }

  get query(): TicketQuery | undefined {
    return this.#query.value;
  }

  get counts(): Load<Readonly<Record<View, number>>> | undefined {
    return this.#counts.value;
  }

  get savedCounts(): Load<Readonly<Record<string, SavedCount>>> | undefined {
    return this.#savedCounts.value;
  }

  get session(): Session | undefined {
    return known(this.#session.value);
  }

  get preferences(): Load<Preferences> | undefined {
    return this.#preferences.value;
  }

  get views(): readonly SavedView[] {
    return known(this.#preferences.value)?.views ?? none;
  }

  /** What the server did not keep, until the agent has read why. */
  get refusal(): Task | undefined {
    return refusalIn(this.#tasks.value);
  }
}
