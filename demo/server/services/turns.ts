/** How many may be at it at once: usually, and as long as somebody is at work who comes first. */
export interface Most {
  readonly usually: number;
  readonly meanwhile: number;
}

/** A rest is so many times as long as the turn before it, and no longer than `longestRest` milliseconds. */
const restShare = 3;
const longestRest = 50;

/** Lets so many do something at once; others wait in the order in which they came. */
export class Turns {
  readonly #most: Most;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #first = 0;

  constructor(most: Most) {
    this.#most = most;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>((go) => {
      this.#waiting.push(go);
      this.#call();
    });
    const began = performance.now();
    try {
      return await work();
    } finally {
      const rest = this.#first > 0 ? Math.min(longestRest, (performance.now() - began) * restShare) : 0;
      if (rest > 0) setTimeout(() => this.#leave(), rest);
      else this.#leave();
    }
  }

  /** Work that waits for nobody. Fewer turns are taken beside it, with a rest after each. */
  async before<T>(work: () => Promise<T>): Promise<T> {
    this.#first += 1;
    try {
      return await work();
    } finally {
      this.#first -= 1;
      this.#call();
    }
  }

  #leave(): void {
    this.#running -= 1;
    this.#call();
  }

  /** Whoever is called counts at once, so nobody who comes meanwhile gets the turn first. */
  #call(): void {
    const most = this.#first > 0 ? this.#most.meanwhile : this.#most.usually;
    while (this.#running < most) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#running += 1;
      next();
    }
  }
}
