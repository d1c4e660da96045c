/** What a hub's `getToken` hands to the console. */
export interface AgentToken {
  readonly token: string;
  /** Until when it counts: epoch milliseconds by the Open API server's clock. */
  readonly expiresAt: number;
}

/** A token this close to its end, in milliseconds, is not handed out any more: a page needs some time with it. */
const margin = 2 * 60_000;
/** A token this young, in milliseconds, is the fresh one that a page asks for: another page of the agent was first. */
const young = 5_000;

interface Held extends AgentToken {
  /** When it came: epoch milliseconds. */
  readonly at: number;
}

/** Keeps the tokens of the agents who are at work, and asks once for however many pages want the same. */
export class AgentTokens {
  readonly #held = new Map<string, Held>();
  readonly #flights = new Map<string, Promise<AgentToken>>();

  constructor(
    private readonly mint: (usercode: string) => Promise<AgentToken>,
    private readonly now: () => number,
  ) {}

  get(usercode: string, fresh: boolean): Promise<AgentToken> {
    const held = this.#held.get(usercode);
    const isWanted = held && this.#lasts(held) && (!fresh || Math.abs(this.now() - held.at) < young);
    if (isWanted) return Promise.resolve({ token: held.token, expiresAt: held.expiresAt });
    const flight = this.#flights.get(usercode) ?? this.#ask(usercode);
    this.#flights.set(usercode, flight);
    return flight;
  }

  #lasts({ expiresAt }: AgentToken): boolean {
    return expiresAt - margin > this.now();
  }

  async #ask(usercode: string): Promise<AgentToken> {
    try {
      const token = await this.mint(usercode);
      for (const [one, held] of this.#held) if (!this.#lasts(held)) this.#held.delete(one);
      this.#held.set(usercode, { ...token, at: this.now() });
      return token;
    } finally {
      this.#flights.delete(usercode);
    }
  }
}
