import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import { usualRail, type RailState, type ToolOffer } from '../../domain/side-tools.js';
import { PreferencesChangeRequest } from '../../events/requests.js';

/** What the rail depends on: how the agent arranged it, and which tools the service and the open ticket have. */
export class RailSource {
  readonly #current;
  readonly #preferences;
  readonly #session;
  /** What was arranged while it is not known how the agent had arranged it before; it is not kept. */
  #meanwhile: Partial<RailState> = {};

  constructor(private readonly host: HubHost) {
    this.#current = new StoreReader(host, (hub) => hub.tickets.$current);
    this.#preferences = new StoreReader(host, (hub) => hub.preferences.$preferences);
    this.#session = new StoreReader(host, (hub) => hub.session.$session);
  }

  get rail(): RailState {
    return known(this.#preferences.value)?.rail ?? { ...usualRail, ...this.#meanwhile };
  }

  /** Null until it is known who works here. */
  get offer(): ToolOffer | null {
    const { capabilities } = known(this.#session.value) ?? {};
    if (!capabilities) return null;
    const { dooray, customerInfo, sms } = capabilities;
    return { dooray, customerInfo, sms, channel: known(this.#current.value)?.channel ?? null };
  }

  /** The agent arranged it anew. Tells whether the page let it. */
  keep(change: Partial<RailState>): boolean {
    // As it is now, so that two changes at once both count.
    const now = known(this.#preferences.hub?.preferences.$preferences.get())?.rail;
    if (now) return this.host.dispatchEvent(new PreferencesChangeRequest({ rail: { ...now, ...change } }));
    this.#meanwhile = { ...this.#meanwhile, ...change };
    this.host.requestUpdate();
    return true;
  }

  /** Another agent took over. */
  clear(): void {
    this.#meanwhile = {};
  }
}
