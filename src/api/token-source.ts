import { DeskError } from '../base/desk-error.js';

export type TokenReason = 'start' | 'expired' | 'refused';

/** The host's answer: a token of its own server for this agent, and until when it counts by that server's clock. */
export interface AgentToken {
  readonly token: string;
  readonly expiresAt: number;
}

export type GetToken = (request: { readonly reason: TokenReason; readonly signal: AbortSignal }) => Promise<AgentToken>;

/** Longest wait for the host, in milliseconds; it may have to ask the agent to sign in again. */
const longest = 120_000;
/** A token this close to its end is not sent any more. */
const margin = 20_000;
/** How long the page is left alone after it gave no token, unless an agent waits for one. */
const calm = 60_000;

export interface TokenOptions {
  getToken(): GetToken | undefined;
  serverNow(): number;
  /** A later token may be another agent's; this is waited for before it is used. */
  onRenewed(token: string): Promise<void>;
  /** The host gave no token, and gave one the time before. */
  onSignedOut?(): void;
  /** The host gave a token. */
  onSignedIn?(): void;
  readonly signal: AbortSignal;
}

/** Keeps the agent's token, in memory only. However many calls need a new one, the host is asked once. */
export class TokenSource {
  #held?: AgentToken;
  #reason: TokenReason = 'start';
  #flight?: Promise<AgentToken>;
  #isFirst = true;
  /** The host gave no token when it was asked last. */
  #isRefused = false;
  /** Until when nobody asks the host again for whom nobody waits. */
  #calmUntil = 0;

  constructor(private readonly options: TokenOptions) {}

  async get(isPatient = false): Promise<string> {
    if (this.#held && this.#held.expiresAt - margin < this.options.serverNow()) this.#drop('expired');
    if (isPatient && !this.#held && !this.#flight && Date.now() < this.#calmUntil) {
      throw new DeskError('signed-out', 'The host gave no token a moment ago.');
    }
    return this.#held?.token ?? (await this.#fetch()).token;
  }

  /** An agent waits for a token: whoever needs one next asks the host. */
  urge(): void {
    this.#calmUntil = 0;
  }

  /** The server refused this token. A newer one that came meanwhile stays. */
  refuse(token: string): void {
    if (this.#held?.token === token) this.#drop('refused');
  }

  #drop(reason: TokenReason): void {
    this.#held = undefined;
    this.#reason = reason;
  }

  #fetch(): Promise<AgentToken> {
    this.#flight ??= this.#ask().finally(() => (this.#flight = undefined));
    return this.#flight;
  }

  async #ask(): Promise<AgentToken> {
    const getToken = this.options.getToken();
    if (!getToken) throw new DeskError('signed-out', 'The hub has no getToken callback.');
    const signal = AbortSignal.any([this.options.signal, AbortSignal.timeout(longest)]);
    try {
      const held = await Promise.race([getToken({ reason: this.#reason, signal }), aborted(signal)]);
      if (typeof held?.token !== 'string' || !held.token) throw new TypeError('getToken gave no token.');
      if (!this.#isFirst) await this.options.onRenewed(held.token);
      this.#isFirst = false;
      this.#isRefused = false;
      this.#calmUntil = 0;
      this.options.onSignedIn?.();
      // A host without an end of its own is asked again when the server refuses.
      this.#held = { token: held.token, expiresAt: Number(held.expiresAt) || Infinity };
      return this.#held;
    } catch (cause) {
      if (cause instanceof DeskError) throw cause;
      const isNews = !this.#isRefused;
      this.#isRefused = true;
      this.#calmUntil = Date.now() + calm;
      if (isNews) this.options.onSignedOut?.();
      throw new DeskError('signed-out', 'The host gave no token.', { cause });
    }
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
