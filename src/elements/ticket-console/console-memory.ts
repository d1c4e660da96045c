import type { Load } from '../../base/hub-context.js';
import type { HubHost } from '../../base/hub-link.js';
import { known } from '../../base/known.js';
import { StoreReader } from '../../base/store-reader.js';
import type { Preferences } from '../../domain/preferences.js';
import type { ConsoleLayout } from '../../events/console-layout.js';
import { PreferencesChangeRequest } from '../../events/requests.js';
import { completeLayout } from './console-layout.js';

/** Where the regions of a console stand from day to day: with the agent, unless the page keeps that itself. */
export class ConsoleMemory {
  /** The page set a layout, so it also keeps what becomes of it. */
  isOfPage = false;
  #seen = '';
  readonly #preferences: StoreReader<Load<Preferences>>;

  constructor(
    private readonly host: HubHost,
    private readonly apply: (layout: ConsoleLayout) => void,
  ) {
    this.#preferences = new StoreReader(
      host,
      (hub) => hub.preferences.$preferences,
      (load) => this.#follow(known(load)),
    );
  }

  get shortcuts(): Preferences['shortcuts'] | undefined {
    return this.#known?.shortcuts;
  }

  /** Whether the agent left a tool open beside the ticket. */
  get hasPanel(): boolean {
    const rail = this.#known?.rail;
    return rail !== undefined && rail.open !== null && !rail.folded;
  }

  /** The agent arranged the regions anew. */
  keep({ isListFolded, ...widths }: ConsoleLayout): void {
    const now = this.#known;
    if (this.isOfPage || !now) return;
    const isFoldNew = isListFolded !== now.list.isCollapsed;
    const isWidthNew = Object.entries(widths).some(([region, width]) => width !== (now.layout?.[region] ?? null));
    const change: Partial<Preferences> = {
      ...(isFoldNew ? { list: { ...now.list, isCollapsed: isListFolded } } : {}),
      ...(isWidthNew ? { layout: widths } : {}),
    };
    if (isFoldNew || isWidthNew) this.host.dispatchEvent(new PreferencesChangeRequest(change));
  }

  get #known(): Preferences | undefined {
    const hub = this.#preferences.hub;
    return hub && known(hub.preferences.$preferences.get());
  }

  /** Only news is applied: the agent may drag on while the last change is being kept. */
  #follow(preferences: Preferences | undefined): void {
    if (this.isOfPage || !preferences) return;
    const layout = { ...preferences.layout, isListFolded: preferences.list.isCollapsed };
    const seen = JSON.stringify(layout);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.apply(completeLayout(layout));
  }
}
