import type { Hub, Load, TicketWindow } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { isSameList } from '../../base/same-list.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Preferences } from '../../domain/preferences.js';
import type { Session, Settings, TicketQuery } from '../../domain/types.js';
import { todayIn, type CalendarDate } from './dates.js';
import { SearchForm } from './search-form.js';

/** What the area reads of its hub: the list that is open, what can be asked for, and what the agent chose of it. */
export class SearchState {
  readonly #query;
  readonly #window;
  readonly #session;
  readonly #settings;
  readonly #preferences;
  readonly #isOpen;

  constructor(
    host: HubHost,
    on: { window(window: TicketWindow | undefined): void; open(isOpen: boolean | undefined): void },
  ) {
    this.#session = new StoreReader<Load<Session>>(host, (hub: Hub) => hub.session.$session);
    this.#settings = new StoreReader<Load<Settings>>(host, (hub: Hub) => hub.session.$settings);
    this.#preferences = new StoreReader<Load<Preferences>>(host, (hub: Hub) => hub.preferences.$preferences);
    this.#query = new StoreReader<TicketQuery>(
      host,
      (hub: Hub) => hub.tickets.$query,
      () => this.#follow(),
    );
    this.#window = new StoreReader<TicketWindow>(host, (hub: Hub) => hub.tickets.$window, on.window, isSameList);
    this.#isOpen = new StoreReader<boolean>(host, (hub: Hub) => hub.tickets.$isSearchOpen, on.open);
  }

  get query(): TicketQuery | undefined {
    return this.#query.value;
  }

  get window(): TicketWindow | undefined {
    return this.#window.value;
  }

  get session(): Session | undefined {
    return known(this.#session.value);
  }

  get settings(): Settings | undefined {
    return known(this.#settings.value);
  }

  /** Whether what can be asked for is on its way, or did not come. */
  get settingsStatus(): Load<Settings>['status'] | undefined {
    return this.settings ? 'ready' : this.#settings.value?.status;
  }

  get isOpen(): boolean {
    return this.#isOpen.value ?? false;
  }

  get form(): SearchForm | undefined {
    const { hub } = this.#query;
    return hub && SearchForm.of(hub);
  }

  /** Today where the service is, by the server's clock. */
  get today(): CalendarDate {
    const offset = this.#query.hub?.session.$clockOffset.get() ?? 0;
    return todayIn(this.session?.service.timeZone ?? 'UTC', Date.now() + offset);
  }

  /** The fields to show: the agent's or the service's, and those that the list is searched by besides. */
  get fields(): readonly string[] {
    const chosen = known(this.#preferences.value)?.conditions ?? this.settings?.conditions ?? [];
    const asked = Object.keys(this.query?.where ?? {});
    return [...new Set([...chosen, ...asked])].filter((field) => field !== 'created');
  }

  #follow(): void {
    const query = this.query;
    if (query) this.form?.follow(query, this.today);
  }
}
