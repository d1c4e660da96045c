import { Refusal } from '../refusal.js';

/** So many at once, and after that so many a second. */
export interface Limit {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What an agent may ask for only so often, because it costs the database much or leaves the house, and what anybody may ask
 * for without a signature, or with one that is not right, by address.
 */
export type Limited =
  | 'search'
  | 'customers'
  | 'counts'
  | 'export'
  | 'look_up'
  | 'upload'
  | 'preview'
  | 'mask'
  | 'reveal'
  | 'unmask'
  | 'open'
  | 'open_search'
  | 'refused'
  | 'recount'
  | 'hook'
  | 'presence'
  | 'sms';

export type Limits = Readonly<Record<Limited, Limit>>;

/** More than an agent with several pages open needs, and than the pages of a host that call from one address. */
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
  open: { burst: 1_200, perSecond: 50 },
  open_search: { burst: 60, perSecond: 3 },
  refused: { burst: 300, perSecond: 5 },
  recount: { burst: 2, perSecond: 1 / 300 },
  hook: { burst: 600, perSecond: 10 },
  presence: { burst: 120, perSecond: 10 },
  sms: { burst: 30, perSecond: 1 / 2 },
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

const keyOf = (what: Limited, { serviceId, usercode }: Asker): string => JSON.stringify([what, serviceId, usercode]);

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
  take(what: Limited, asker: Asker): void {
    const left = this.require(what, asker);
    if (left === null || !this.#limits) return;
    this.#buckets.set(keyOf(what, asker), { limit: this.#limits[what], left: left - 1, at: this.#now() });
    if (this.#buckets.size > this.#forgetAt) this.#forget();
  }

  /** Refuses as `take` does and counts nothing; answers how often it may be asked for still, null without limits. */
  require(what: Limited, asker: Asker): number | null {
    if (!this.#limits) return null;
    const { burst, perSecond } = this.#limits[what];
    const bucket = this.#buckets.get(keyOf(what, asker));
    const left = bucket ? this.#left(bucket) : burst;
    if (left >= 1) return left;
    throw new Refusal(429, 'too_often', 'Asked too often', { retryAfter: Math.ceil((1 - left) / perSecond) });
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
