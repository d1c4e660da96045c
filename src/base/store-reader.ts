import type { ReadableAtom } from 'nanostores';
import type { Hub } from './hub-context.js';
import { HubLink, type HubHost } from './hub-link.js';

/**
 * Reads one store of the hub that the host stands in, and re-renders the host when it changes, unless `isSame` says that
 * the change shows nowhere. On disconnect it drops hub, subscription and value, so that an element that was moved never
 * shows the state of its former hub.
 */
export class StoreReader<T> {
  value?: T;
  #hub?: Hub;
  #stop?: () => void;

  constructor(
    private readonly host: HubHost,
    private readonly pick: (hub: Hub) => ReadableAtom<T>,
    private readonly onChange?: (value: T | undefined) => void,
    private readonly isSame?: (before: T | undefined, now: T) => boolean,
  ) {
    HubLink.of(host).listen((hub) => this.#attach(hub));
  }

  get hub(): Hub | undefined {
    return this.#hub;
  }

  #attach(hub: Hub | undefined): void {
    this.#stop?.();
    this.#stop = this.value = undefined;
    this.#hub = hub;
    if (!hub) {
      this.onChange?.(undefined);
      return;
    }
    this.#stop = this.pick(hub).subscribe((next) => {
      const before = this.value;
      this.value = next as T;
      this.onChange?.(this.value);
      if (!this.isSame?.(before, this.value)) this.host.requestUpdate();
    });
  }
}
