import { Answer } from './answer.js';
import { Violation } from './rule.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
export type Query = readonly (readonly [name: string, value: string])[];

export interface Sent {
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** What the report shows in place of a body that is no text. */
  readonly shown?: string;
  readonly signal?: AbortSignal;
}

/** One request and its answer, as the report shows them. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly answer: { readonly status: number; readonly body: string } | null;
}

/** Most characters of a body that a report keeps. */
const longestBody = 2_000;

/** What an answer has that nobody else may see. */
const secrets = /"(?:token|accessToken|serviceKey)"\s*:\s*"([^"]+)"/g;

function shortened(text: string): string {
  return text.length > longestBody ? `${text.slice(0, longestBody)}… (${text.length} characters)` : text;
}

function isText(headers: Headers): boolean {
  return /^(?:text\/|application\/json)/i.test(headers.get('Content-Type') ?? '');
}

export interface ClientOptions {
  readonly url: string;
  readonly fetch: Fetch;
  /** Longest wait for an answer, in milliseconds. */
  readonly timeout: number;
}

/** Sends requests and remembers those of the rule that is being looked at. */
export class Client {
  readonly #options: ClientOptions;
  readonly #secrets = new Set<string>();
  #exchanges: Exchange[] = [];

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Never shown in a report from now on. */
  hide(secret: string): void {
    if (secret) this.#secrets.add(secret);
  }

  /** The text without the secrets, whichever way they are spelled in an address. */
  redacted(text: string): string {
    let shown = text;
    for (const secret of this.#secrets) {
      shown = shown.replaceAll(secret, '•••').replaceAll(encodeURIComponent(secret), '•••');
    }
    return shown;
  }

  /** What was said since this was last asked. Only now is it known what of it is secret. */
  takeExchanges(): readonly Exchange[] {
    const exchanges = this.#exchanges;
    this.#exchanges = [];
    return exchanges.map(({ request, answer }) => ({
      request: {
        method: request.method,
        path: this.redacted(request.path),
        headers: this.#shownHeaders(request.headers),
        body: shortened(this.redacted(request.body)),
      },
      answer: answer && { status: answer.status, body: shortened(this.redacted(answer.body)) },
    }));
  }

  async send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const response = await this.open(method, path, sent);
    const answer = new Answer(response.status, response.headers, new Uint8Array(await response.arrayBuffer()));
    const last = this.#exchanges.pop();
    if (last) {
      const body = isText(answer.headers) ? answer.text : `(${answer.bytes.length} bytes)`;
      for (const [, secret = ''] of body.matchAll(secrets)) this.hide(secret);
      this.#exchanges.push({ ...last, answer: { status: answer.status, body } });
    }
    return answer;
  }

  /** The answer before its body was read: for streams. */
  async open(method: string, path: string, { query = [], headers = {}, body, shown, signal }: Sent): Promise<Response> {
    const search = query.length > 0 ? `?${new URLSearchParams(query.map(([name, value]) => [name, value]))}` : '';
    const url = this.#options.url + path + search;
    const patience = AbortSignal.timeout(this.#options.timeout);
    const request = { method, path: path + search, headers, body: shown ?? (typeof body === 'string' ? body : '') };
    this.#exchanges.push({ request, answer: null });
    try {
      return await this.#options.fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: signal ?? patience,
        ...(body !== undefined && { body }),
      });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Violation(`No answer to ${method} ${this.redacted(path)}: ${why}`);
    }
  }

  #shownHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
    const shown = Object.entries(headers).map(([name, value]) => {
      return [name, name === 'Authorization' ? '•••' : this.redacted(value)] as const;
    });
    return Object.fromEntries(shown);
  }
}
