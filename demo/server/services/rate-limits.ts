import { Refusal } from '../refusal.js';

/** So many at once, and after that so many a second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/** What an agent may ask for only so often, because it costs the database much or leaves the house. */
export type Limited =
  'search' | 'customers' | 'counts' | 'export' | 'look_up' | 'upload' | 'preview' | 'mask' | 'reveal' | 'unmask';

export type Limits = Readonly<Record<Limited, Limit>>;

/** More than an agent with several pages open needs. */
export const usualLimits: Limits = {
  search: { burst: 120, perSecond: 4 },
  customers: { burst: 60, perSecond: 1 },
  counts: { burst: 60, perSecond: 2 },
  export: { burst: 10, perSecond: 1 / 60 },
  look_up: { burst: 30, perSecond: 1 / 2 },
  upload: { burst: 60, perSecond: 1 / 2 },
  preview: { burst: 30, perSecond: 1 / 2 },
  mask: { burst: 120, perSecond: 1 },
  reveal: { burst: 20, perSecond: 1 / 6 },
  unmask: { burst: 20, perSecond: 1 / 6 },
};

/** Who asks. */
export interface Asker {
  readonly serviceId: string;
  readonly usercode: string;
}

interface Bucket {
  readonly limit: Limit;
  readonly left: number;
  readonly at: number;
}

/** Least number of buckets at which those who may do everything again are forgotten. */
const fewBuckets = 10_000;

/** Counts what each agent asks of this process. */
export class RateLimits {
  readonly #limits: Limits | null;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  #forgetAt = fewBuckets;

  constructor(limits: Limits | null, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Refuses what an agent asks for too often, and says when it may be asked again. */
  take(what: Limited, { serviceId, usercode }: Asker): void {
    if (!this.#limits) return;
    const limit = this.#limits[what];
    const key = JSON.stringify([what, serviceId, usercode]);
    const bucket = this.#buckets.get(key);
    const left = bucket ? this.#left(bucket) : limit.burst;
    if (left < 1) {
      const retryAfter = Math.ceil((1 - left) / limit.perSecond);
      throw new Refusal(429, 'too_often', 'Asked too often', { retryAfter });
    }
    this.#buckets.set(key, { limit, left: left - 1, at: this.#now() });
    if (this.#buckets.size > this.#forgetAt) this.#forget();
  }

  #left({ limit: { burst, perSecond }, left, at }: Bucket): number {
    const seconds = Math.max(0, this.#now() - at) / 1000;
    return Math.min(burst, left + seconds * perSecond);
  }

  /** Looks through all of them, and again only when there are twice as many as then were left. */
  #forget(): void {
    for (const [key, bucket] of this.#buckets) {
      if (this.#left(bucket) === bucket.limit.burst) this.#buckets.delete(key);
    }
    this.#forgetAt = Math.max(fewBuckets, this.#buckets.size * 2);
  }
}
