import { ContextProvider, ContextRoot } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hubKey, type Hub } from './hub-context.js';

/** An element that can stand in a hub; `hubId` names one elsewhere on the page. */
export type HubHost = ReactiveControllerHost & HTMLElement & { readonly hubId?: string };

/** Somebody who wants to know which hub the element stands in now. */
export type HubListener = (hub: Hub | undefined) => void;

const links = new WeakMap<HubHost, HubLink>();
let root: ContextRoot | undefined;

/** Keeps the requests of elements that woke before their hub; without it they would stay empty for good. */
function attachRoot(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}

/**
 * The tie between one element and its hub: the nearest around it, or the one that `hubId` names. It is let go on
 * disconnect, and made again wherever the element turns up. A hub counts only once it can speak: its texts are there.
 */
export class HubLink implements ReactiveController {
  readonly #listeners = new Set<HubListener>();
  #hub?: Hub;
  #answered?: Hub;
  #id?: string;
  #unsubscribe?: () => void;
  #stopTexts?: () => void;
  #leave?: () => void;
  #relay?: ContextProvider<typeof hubKey>;
  #isWaiting = false;

  /** The link of an element; all its readers share one. */
  static of(host: HubHost): HubLink {
    let link = links.get(host);
    if (!link) links.set(host, (link = new HubLink(host)));
    return link;
  }

  private constructor(private readonly host: HubHost) {
    attachRoot();
    host.addController(this);
  }

  get hub(): Hub | undefined {
    return this.#hub;
  }

  /** True when a hub answered, even if its texts are still on their way. */
  get isAnswered(): boolean {
    return this.#answered !== undefined;
  }

  /** Tells of every change, and at once of the hub that is there. */
  listen(listener: HubListener): void {
    this.#listeners.add(listener);
    if (this.#hub) listener(this.#hub);
  }

  hostConnected(): void {
    this.#connect();
    if (!this.#hub) this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.host.isConnected || this.#id === (this.host.hubId ?? '')) return;
    this.#disconnect();
    this.#connect();
  }

  hostDisconnected(): void {
    this.#disconnect();
  }

  #connect(): void {
    this.#id = this.host.hubId ?? '';
    if (!this.#id) {
      this.#ask(this.host, true);
      return;
    }
    // What stands inside an element that named its hub belongs to the same hub.
    this.#relay ??= new ContextProvider(this.host, { context: hubKey });
    this.#lookUp();
  }

  #disconnect(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#wait(false);
    this.#answer(undefined);
  }

  #lookUp(): void {
    const own = this.host.getRootNode() as Document | ShadowRoot;
    const id = this.#id ?? '';
    const element = own.getElementById?.(id) ?? document.getElementById(id);
    if (element && element !== this.host && element.matches(':defined')) this.#ask(element, false);
    if (!this.#answered) this.#wait(true);
  }

  /** A hub that comes later announces itself to the whole page; elements that named one look again then. */
  #wait(on: boolean): void {
    if (on === this.#isWaiting) return;
    this.#isWaiting = on;
    if (on) document.addEventListener('context-provider', this.#onProvider);
    else document.removeEventListener('context-provider', this.#onProvider);
  }

  #ask(target: HTMLElement, bubbles: boolean): void {
    const request = new Event('context-request', { bubbles, composed: bubbles });
    target.dispatchEvent(
      Object.assign(request, {
        context: hubKey,
        contextTarget: this.host,
        callback: this.#onAnswer,
        subscribe: true,
      }),
    );
  }

  #answer(hub: Hub | undefined): void {
    if (hub === this.#answered) return;
    this.#leave?.();
    this.#leave = undefined;
    this.#stopTexts?.();
    this.#stopTexts = undefined;
    this.#answered = hub;
    if (hub) {
      this.#wait(false);
      if (this.#id) this.#leave = hub.join(this.host);
      this.#stopTexts = hub.text.$texts.subscribe((texts) => {
        if (texts) this.#settle(hub);
      });
    } else {
      this.#settle(undefined);
      if (this.#id && this.#unsubscribe && this.host.isConnected) this.#wait(true);
    }
  }

  #settle(hub: Hub | undefined): void {
    if (hub === this.#hub) return;
    this.#hub = hub;
    for (const listener of this.#listeners) listener(hub);
    this.#relay?.setValue(hub as Hub);
    this.host.requestUpdate();
  }

  // A field, because the context root holds it weakly.
  readonly #onAnswer = (hub: Hub | undefined, unsubscribe?: () => void): void => {
    if (this.#unsubscribe !== unsubscribe) this.#unsubscribe?.();
    if (!this.host.isConnected) {
      unsubscribe?.();
      this.#unsubscribe = undefined;
      return;
    }
    this.#unsubscribe = unsubscribe;
    this.#answer(hub);
  };

  readonly #onProvider = (event: Event): void => {
    if (event.target !== this.host) this.#lookUp();
  };
}
