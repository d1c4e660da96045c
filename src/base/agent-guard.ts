import type { Hub, Load } from './hub-context.js';
import { HubLink, type HubHost } from './hub-link.js';
import { known } from './known.js';
import { StoreReader } from './store-reader.js';
import type { Session } from '../domain/types.js';

function ownerOf(load: Load<Session> | undefined): string | undefined {
  const session = known(load);
  return session && `${session.service.serviceId} ${session.agent.usercode}`;
}

/**
 * Calls back when another agent takes over, or the same agent in another service or hub: what one wrote and saw is never
 * shown to, or sent by, the next. Every element that keeps anything of an agent has one.
 */
export class AgentGuard {
  #hub?: Hub;
  #owner?: string;

  constructor(
    host: HubHost,
    private readonly onOther: () => void,
  ) {
    new StoreReader<Load<Session>>(
      host,
      (hub) => hub.session.$session,
      (load) => this.#follow(HubLink.of(host).hub, ownerOf(load)),
    );
  }

  #follow(hub: Hub | undefined, owner: string | undefined): void {
    // An element that is being moved has no hub for a moment; a session that is read again is still the same one's.
    if (!hub || (hub === this.#hub && owner === undefined)) return;
    const isFirst = this.#hub === undefined || (hub === this.#hub && this.#owner === undefined);
    const isOther = !isFirst && owner !== this.#owner;
    this.#hub = hub;
    this.#owner = owner;
    if (isOther) this.onOther();
  }
}

/**
 * Something of the agent that outlives the element which shows it: one for each hub, as long as that agent works there.
 * What was kept before the hub knew its agent belongs to the first that it knows.
 */
export class KeptForAgent<T> {
  readonly #kept = new WeakMap<Hub, { readonly owner: string | undefined; readonly value: T }>();

  get(hub: Hub): T | undefined {
    const kept = this.#kept.get(hub);
    const owner = ownerOf(hub.session.$session.get());
    if (!kept || kept.owner === owner) return kept?.value;
    if (kept.owner === undefined) this.set(hub, kept.value);
    else this.#kept.delete(hub);
    return this.#kept.get(hub)?.value;
  }

  set(hub: Hub, value: T | undefined): void {
    if (value === undefined) this.#kept.delete(hub);
    else this.#kept.set(hub, { owner: ownerOf(hub.session.$session.get()), value });
  }
}
