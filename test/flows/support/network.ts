import type { PageServer } from '../../../demo/server/page.js';

/** What becomes of one request; `pass` hands it to the server. */
export type Fault = (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;

/** As the browser tells every failure of the network. */
const unreachable = (): TypeError => new TypeError('Failed to fetch');

/** The server never gets the request. */
export const lost: Fault = () => Promise.reject(unreachable());

/** The server does it, and nobody hears of it. */
export const unanswered: Fault = async (request, pass) => {
  await pass(request);
  throw unreachable();
};

/** The answer ends in its middle. */
export const cutShort: Fault = async (request, pass) => {
  const answer = await pass(request);
  const text = await answer.text();
  const { status, headers } = answer;
  return new Response(text.slice(0, text.length / 2), { status, headers });
};

/** The server gets the request a second time. */
export const twice: Fault = async (request, pass) => {
  const [, second] = await Promise.all([pass(request.clone()), pass(request)]);
  return second;
};

/** A page for signing in stands where the server was. */
export const signInPage: Fault = () =>
  Promise.resolve(new Response('<!doctype html><h1>Sign in</h1>', { headers: { 'Content-Type': 'text/html' } }));

/** The server, or something before it, does not do it. `retryAfter` counts seconds. */
export function refusing(status: number, code: string, retryAfter?: number): Fault {
  const body = {
    header: { resultCode: status, resultMessage: code, isSuccessful: false },
    result: { content: { code } },
  };
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  return () => Promise.resolve(new Response(JSON.stringify(body), { status, headers }));
}

/** Something else is done just before the server gets it. */
export function after(what: () => Promise<unknown>): Fault {
  return async (request, pass) => {
    await what();
    return pass(request);
  };
}

/** Holds a request back until it is let go. */
export class Held {
  #open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.#open = resolve;
  });
  readonly fault: Fault = async (request, pass) => {
    await this.#opened;
    return pass(request);
  };

  let(): void {
    this.#open();
  }
}

function nameOf({ method, url }: Request): string {
  return `${method} ${new URL(url).pathname}`;
}

const stream = /^GET .*\/console\/events$/;

interface Trap {
  readonly match: RegExp;
  readonly fault: Fault;
}

/** The way between one console and the server, with what can go wrong on it; and who is signed in. */
export class Network {
  #traps: Trap[] = [];
  #line = new AbortController();
  #isOffline = false;
  #underWay = 0;
  #asked: string[] = [];
  /** What becomes of every event stream that no trap is set for. */
  stream: Fault | undefined;
  /** It is the browser's own, and pages share what they share in a browser. */
  isOwn = false;

  constructor(
    private readonly server: PageServer,
    /** Whose tokens the page hands out; null after the session ended. */
    public agent: string | null,
    readonly service = 'demo',
  ) {}

  /** Lets the next requests whose `METHOD path` matches meet these faults, one each, in this order. */
  trap(match: RegExp, ...faults: readonly Fault[]): void {
    this.#traps.push(...faults.map((fault) => ({ match, fault })));
  }

  /** Whether every fault happened, and nothing is under way but what stays open. */
  get isQuiet(): boolean {
    return this.#traps.length === 0 && this.#underWay === 0;
  }

  /** Faults that nothing met. */
  get unmet(): number {
    return this.#traps.length;
  }

  /** How often the page asked for what `METHOD path` matches, whatever became of it. */
  timesAsked(match: RegExp): number {
    return this.#asked.filter((name) => match.test(name)).length;
  }

  /** Takes back what did not happen, and counts anew. */
  clear(): void {
    this.#traps = [];
    this.#asked = [];
    this.online();
  }

  offline(): void {
    this.#isOffline = true;
    this.#line.abort(unreachable());
  }

  online(): void {
    this.#isOffline = false;
    if (this.#line.signal.aborted) this.#line = new AbortController();
  }

  /** For the hub in place of the browser's. */
  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    this.#asked.push(nameOf(request));
    if (this.#isOffline) throw unreachable();
    this.#underWay++;
    try {
      return await this.#faultFor(request)(request, (passed) => this.#pass(passed));
    } finally {
      this.#underWay--;
    }
  };

  /** For the hub's token callback. */
  readonly getToken = async (): Promise<{ token: string; expiresAt: number }> => {
    if (this.agent === null) throw new Error('Nobody is signed in.');
    return this.server.token(this.service, this.agent);
  };

  #faultFor(request: Request): Fault {
    const name = nameOf(request);
    const index = this.#traps.findIndex(({ match }) => match.test(name));
    const [met] = index < 0 ? [] : this.#traps.splice(index, 1);
    if (met) return met.fault;
    if (this.stream && this.agent !== null && stream.test(name)) return this.stream;
    return this.agent === null ? refusing(401, 'token_expired') : (request_, pass) => pass(request_);
  }

  async #pass(request: Request): Promise<Response> {
    const answer = await this.server.fetch(request);
    const isStream = answer.headers.get('Content-Type')?.startsWith('text/event-stream');
    if (!isStream || !answer.body) return answer;
    const { status, headers } = answer;
    const broken = { signal: this.#line.signal };
    // A stream that breaks is told by the line, not by what would have been read from it.
    const body = answer.body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), broken);
    return new Response(body, { status, headers });
  }
}
