import { AgentCaller } from './agent-caller.js';
import type { Answer } from './answer.js';
import { Client, type Fetch, type Sent } from './client.js';
import { status, textIn } from './expect.js';
import { Ledger } from './ledger.js';
import { LeftOut, Violation } from './rule.js';
import type { Resolve } from './schema.js';
import { SignedCaller } from './signed-caller.js';

export interface OtherService {
  readonly serviceId: string;
  readonly key: string;
  readonly agent: string;
}

/** Whom the suite talks to, and as whom. */
export interface Target {
  /** Origin of the server, with a path where it has one; without a slash at its end. */
  readonly url: string;
  readonly serviceId: string;
  readonly organizationId: string;
  readonly key: string;
  /** Key of member linkage. */
  readonly organizationKey?: string;
  /** Usercode of an agent at work. */
  readonly agent: string;
  /** Another one, who may do less. */
  readonly secondAgent?: string;
  readonly admin?: string;
  readonly other?: OtherService;
  /** So many tickets are made at most from one address until the server says that it is too many. */
  readonly inquiryLimit: number;
}

export interface Surroundings {
  readonly fetch: Fetch;
  readonly now: () => number;
  /** Lets time pass, in milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeout: number;
  /** Finds schemas of the document of the console. */
  readonly document: unknown;
  readonly resolve: Resolve;
}

/** One run of the suite: the callers, what was made, and what several rules look at. */
export class Run {
  readonly target: Target;
  readonly client: Client;
  readonly now: () => number;
  readonly surroundings: Surroundings;
  /** Stands in everything that this run makes. */
  readonly mark = `conformance-${crypto.randomUUID().slice(0, 8)}`;
  readonly signed: SignedCaller;
  readonly made = new Ledger();
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(target: Target, surroundings: Surroundings) {
    this.target = target;
    this.surroundings = surroundings;
    this.now = surroundings.now;
    this.client = new Client({ url: target.url, fetch: surroundings.fetch, timeout: surroundings.timeout });
    const { serviceId, organizationId, key } = target;
    this.signed = new SignedCaller(this.client, { serviceId, organizationId, key, now: this.now });
    this.client.hide(target.organizationKey ?? '');
  }

  /** A call without any authentication, below the service. */
  plain(method: string, path: string, sent?: Sent): Promise<Answer> {
    return this.client.send(method, `/${this.target.serviceId}${path}`, sent);
  }

  /**
   * What several rules look at is made once. Where it cannot be made the rule about it fails; those that only need it are
   * left out.
   */
  async once<T>(what: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(what) ?? make();
    this.#kept.set(what, kept);
    try {
      return (await kept) as T;
    } catch (error) {
      if (!(error instanceof Violation)) throw error;
      throw new LeftOut(`needs ${what}: ${error.message}`);
    }
  }

  /** The page of the agent at work. */
  agent(): Promise<AgentCaller> {
    return this.#page('the token of the agent', this.signed, this.target.serviceId, this.target.agent);
  }

  /** The page of the agent who may do less. */
  second(): Promise<AgentCaller> {
    const { serviceId, secondAgent } = this.target;
    if (secondAgent === undefined) throw new LeftOut('needs --second-agent');
    return this.#page('the token of the second agent', this.signed, serviceId, secondAgent);
  }

  admin(): Promise<AgentCaller> {
    const { serviceId, admin } = this.target;
    if (admin === undefined) throw new LeftOut('needs --admin');
    return this.#page('the token of the administrator', this.signed, serviceId, admin);
  }

  /** The page of an agent of the other service. */
  otherAgent(): Promise<AgentCaller> {
    const { serviceId, agent } = this.#other();
    return this.#page('the token of the other service', this.otherSigned(), serviceId, agent);
  }

  otherSigned(): SignedCaller {
    const { serviceId, key } = this.#other();
    return new SignedCaller(this.client, { ...this.target, serviceId, key, now: this.now });
  }

  get otherServiceId(): string {
    return this.#other().serviceId;
  }

  #other(): OtherService {
    const { other } = this.target;
    if (!other) throw new LeftOut('needs --other-service, --other-key and --other-agent');
    return other;
  }

  #page(what: string, signed: SignedCaller, serviceId: string, usercode: string): Promise<AgentCaller> {
    return this.once(what, async () => {
      const answer = await signed.post('/openapi/v1/console/token.json', { usercode });
      status(answer, 200);
      return new AgentCaller(this.client, serviceId, usercode, textIn(answer.content, 'token'));
    });
  }
}
