/** How many calls a token may make. */
export interface Limit {
  /** Calls that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** What happens to a call too many: it is refused, or a list comes back empty as if there were nothing. */
  readonly tooMany: 'refused' | 'empty';
}

interface Bucket {
  left: number;
  at: number;
}

export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** A bucket for each token, refilled every second. */
export class Buckets {
  #limit: Limit;
  #now: () => number;
  #buckets = new Map<string, Bucket>();

  constructor(limit: Limit, now: () => number) {
    this.#limit = limit;
    this.#now = now;
  }

  take(token: string): Allowance {
    const { burst, perSecond } = this.#limit;
    const now = this.#now();
    const bucket = this.#buckets.get(token) ?? { left: burst, at: now };
    const seconds = Math.max(0, Math.floor((now - bucket.at) / 1_000));
    bucket.left = Math.min(burst, bucket.left + seconds * perSecond);
    bucket.at += seconds * 1_000;
    this.#buckets.set(token, bucket);
    const allowed = bucket.left > 0;
    if (allowed) bucket.left -= 1;
    return {
      allowed,
      headers: {
        'X-RateLimit-Remaining': String(bucket.left),
        'X-RateLimit-Requested-Tokens': '1',
        'X-RateLimit-Burst-Capacity': String(burst),
        'X-RateLimit-Replenish-Rate': String(perSecond),
      },
    };
  }
}
