import { ContextConsumer, ContextRoot } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';
import { hubKey, type Hub } from './hub-context.js';

let root: ContextRoot | undefined;

/** Keeps the requests of readers that woke before their hub; without it they would stay empty for good. */
function attachRoot(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}

/**
 * Reads one store of the hub that the host stands in, and re-renders the host when it changes. On disconnect it drops
 * hub, subscription and value, so that an element that was moved never shows the state of its former hub.
 */
export class StoreReader<T> implements ReactiveController {
  value?: T;
  #hub?: Hub;
  #stop?: () => void;

  constructor(
    private host: ReactiveControllerHost & HTMLElement,
    private pick: (hub: Hub) => ReadableAtom<T>,
    private onChange?: (value: T | undefined) => void,
  ) {
    attachRoot();
    new ContextConsumer(host, { context: hubKey, subscribe: true, callback: (hub) => this.#attach(hub) });
    // After the consumer, so that it has answered before hostConnected runs.
    host.addController(this);
  }

  get hub(): Hub | undefined {
    return this.#hub;
  }

  hostConnected(): void {
    if (!this.#hub) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #attach(hub: Hub): void {
    if (hub === this.#hub) return;
    this.#release();
    this.#hub = hub;
    this.#stop = this.pick(hub).subscribe((next) => {
      this.value = next as T;
      this.onChange?.(this.value);
      this.host.requestUpdate();
    });
  }

  #release(): void {
    this.#stop?.();
    this.#stop = this.#hub = this.value = undefined;
    this.onChange?.(undefined);
  }
}
