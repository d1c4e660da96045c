import { Refusal } from '../refusal.js';
import { serviceOf, type AgentContext } from './context.js';

/** So many at once, and after that so many a second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** What an agent may ask for only so often, because it costs the database much or leaves the house. */
export type Limited = 'search' | 'counts' | 'export' | 'look_up' | 'upload';

export type Limits = Readonly<Record<Limited, Limit>>;

/** More than an agent with several pages open needs. */
export const usualLimits: Limits = {
  search: { burst: 120, perSecond: 4 },
  counts: { burst: 60, perSecond: 2 },
  export: { burst: 10, perSecond: 1 / 60 },
  look_up: { burst: 30, perSecond: 1 / 2 },
  upload: { burst: 60, perSecond: 1 / 2 },
};

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Agents that are kept in mind at once; those who may do everything again are forgotten first. */
const mostBuckets = 10_000;

/** Counts what each agent asks of this process. */
export class RateLimits {
  readonly #limits: Limits | null;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: Limits | null, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Refuses what an agent asks for too often, and says when it may be asked again. */
  take(what: Limited, context: AgentContext): void {
    if (!this.#limits) return;
    const limit = this.#limits[what];
    const key = JSON.stringify([what, serviceOf(context), context.session.agent.usercode]);
    const left = this.#left(key, limit);
    if (left < 1) {
      const retryAfter = Math.ceil((1 - left) / limit.perSecond);
      throw new Refusal(429, 'too_often', 'Asked too often', { retryAfter });
    }
    this.#buckets.set(key, { left: left - 1, at: this.#now() });
    if (this.#buckets.size > mostBuckets) this.#forget(this.#limits);
  }

  #left(key: string, { burst, perSecond }: Limit): number {
    const bucket = this.#buckets.get(key);
    if (!bucket) return burst;
    const seconds = Math.max(0, this.#now() - bucket.at) / 1000;
    return Math.min(burst, bucket.left + seconds * perSecond);
  }

  #forget(limits: Limits): void {
    for (const key of this.#buckets.keys()) {
      const [what] = JSON.parse(key) as [Limited];
      if (this.#left(key, limits[what]) === limits[what].burst) this.#buckets.delete(key);
    }
  }
}
