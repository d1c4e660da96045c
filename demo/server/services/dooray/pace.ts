import type { DoorayPort } from '../../ports/dooray.js';
import { DoorayFailure } from './failure.js';

/** Calls that may begin within one second. Above this, Dooray! has answered with empty lists instead of an error. */
const most = 5;
const second = 1_000;
/** Most spans that an answer may ask everybody to wait. */
const longest = 60;

/** Nothing was asked for yet. */
const tooLate = () => new DoorayFailure('unreachable', { again: true });

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Lets calls begin no faster than Dooray! wants them. Its own clock: the server's may stand still. */
export class Pace {
  #begun: number[] = [];
  #notBefore = 0;
  #turn: Promise<void> = Promise.resolve();
  readonly #span: number;

  constructor(span = second) {
    this.#span = span;
  }

  /**
   * Waits for the next call's turn, in the order in which it was asked for. Rejects where it does not come within so many
   * milliseconds: that call never leaves.
   */
  turn(limit: number): Promise<void> {
    const until = performance.now() + limit;
    const turn = this.#turn.then(() => this.#next(until));
    this.#turn = turn.catch(() => undefined);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(tooLate()), limit);
    });
    return Promise.race([turn, over]).finally(() => clearTimeout(timer));
  }

  /** Takes to heart what an answer says about the calls that are left. */
  heed(headers: Headers): void {
    const left = headers.get('X-RateLimit-Remaining');
    if (left === null || Number(left) > 0) return;
    const wanted = Number(headers.get('X-RateLimit-Requested-Tokens')) || 1;
    const refill = Number(headers.get('X-RateLimit-Replenish-Rate')) || 1;
    this.#notBefore = performance.now() + Math.min(Math.ceil(wanted / refill), longest) * this.#span;
  }

  /** Waits until whatever was asked too fast is over. */
  rest(): Promise<void> {
    return wait(this.#span * 1.1);
  }

  async #next(until: number): Promise<void> {
    const now = performance.now();
    const oldest = this.#begun.length < most ? 0 : (this.#begun[0] ?? 0) + this.#span;
    const begin = Math.max(now, oldest, this.#notBefore);
    // Whoever cannot have a turn any more keeps nobody waiting.
    if (begin > until) throw tooLate();
    if (begin > now) await wait(begin - now);
    if (performance.now() > until) throw tooLate();
    this.#begun = [...this.#begun.slice(1 - most), performance.now()];
  }
}

const paces = new WeakMap<DoorayPort, Pace>();

/** The one pace of a line, whoever uses it. */
export function paceOf(port: DoorayPort): Pace {
  const pace = paces.get(port) ?? new Pace(port.span);
  paces.set(port, pace);
  return pace;
}
