import { asc } from 'drizzle-orm';
import { startOfDay } from '../../../../src/util/time-zone.js';
import type { Database } from '../../db/database.js';
import { services } from '../../db/schema.js';
import { foldTallies, forgetTallies, recount, type Drift } from './tallies.js';

const hour = 3_600_000;
const forgettingEvery = hour;

export interface KeeperDeps {
  readonly database: Database;
  readonly now: () => number;
  readonly onError?: (error: unknown) => void;
}

/** What is told of drift: names and numbers. */
export function report(serviceId: string, drifts: readonly Drift[]): Error {
  const named = drifts.slice(0, 20).map(({ name, at, value }) => `${name}${at ? `@${at}` : ''} ${value}`);
  return new Error(`${drifts.length} kept figures of ${serviceId} were corrected: ${named.join(', ')}`);
}

/** Keeps the tallies: folds them at every call, and recounts them at the first one and then every night. */
export class TallyKeeper {
  #deps: KeeperDeps;
  #forgetAt = 0;
  #recountAt = new Map<string, number>();

  constructor(deps: KeeperDeps) {
    this.#deps = deps;
  }

  async round(): Promise<void> {
    await this.fold();
    await this.#forget();
    await this.#recount();
  }

  /** Folds what is there; a bulk load in several transactions, so that nobody waits for it. */
  async fold(): Promise<void> {
    while (await this.#deps.database.system(foldTallies));
  }

  async #forget(): Promise<void> {
    const now = this.#deps.now();
    if (now < this.#forgetAt) return;
    this.#forgetAt = now + forgettingEvery;
    await this.#deps.database.system((tx) => forgetTallies(tx, now));
  }

  async #recount(): Promise<void> {
    const { database, onError, now } = this.#deps;
    if (this.#recountAt.size > 0 && Math.min(...this.#recountAt.values()) > now()) return;
    const known = await database.system((tx) => tx.select().from(services).orderBy(asc(services.serviceId)));
    const due = this.#recountAt;
    this.#recountAt = new Map();
    for (const { serviceId, timeZone } of known) {
      const at = due.get(serviceId) ?? 0;
      if (at > now()) {
        this.#recountAt.set(serviceId, at);
        continue;
      }
      const drifts = await database.system((tx) => recount(tx, serviceId, now()));
      if (drifts.length > 0) onError?.(report(serviceId, drifts));
      // Three in the morning of the next day, where the service is.
      this.#recountAt.set(serviceId, startOfDay(startOfDay(now(), timeZone) + 36 * hour, timeZone) + 3 * hour);
    }
  }
}
